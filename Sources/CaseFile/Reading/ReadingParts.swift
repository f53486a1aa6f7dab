import ConflictModel
import Notation

// The parts of a case outside the actors.
extension DocumentReader {
  mutating func document(_ node: Node) -> CaseDocument {
    var document = CaseDocument()
    guard let top = fields(node, as: Language.top) else {
      mayMissNames = true
      return document
    }
    document.keyPlaces = top.mapValues { $0.place }
    readVersion(top["entente"]?.value)
    document.title = name(top["title"]?.value, as: "the title")
    document.asOf = date(top["as_of"]?.value, as: "as_of")
    document.summary = text(top["summary"]?.value, as: "the summary")
    document.sources = identified(top["sources"]?.value, as: "sources").map { source($0) }
    sourceIDs = Set(document.sources.map { $0.id })
    document.events = identified(top["events"]?.value, as: "events").map { event($0) }
    document.states = identified(top["states"]?.value, as: "states").map { state($0) }
    document.actors = identified(top["actors"]?.value, as: "actors").map { actor($0) }
    requireTagsApart(document.actors, top["actors"]?.value)
    document.joint = identified(top["joint"]?.value, as: "joint").map { joint($0) }
    document.rules = items(top["rules"]?.value, as: "rules").flatMap { rules($0) }
    document.definitions = identified(top["define"]?.value, as: "define").compactMap { definition($0) }
    document.statusQuo = top["status_quo"].map {
      statusQuo($0) ?? StatusQuoText(.taken([], unsure: []), place: $0.place)
    }
    document.outcomes = identified(top["outcomes"]?.value, as: "outcomes").compactMap { outcome($0) }
    document.expectations = items(top["expect"]?.value, as: "expect").flatMap { expectations($0) }
    if let actors = top["actors"], document.actors.isEmpty, diagnostics.isEmpty {
      note(.noActors, "a case has at least one actor", at: actors.place)
    }
    if let states = top["states"], document.states.isEmpty, diagnostics.isEmpty {
      note(.wrongShape, "a case in graph form lists at least one state", at: states.place)
    }
    return document
  }

  /// Two actors with one tag could not be told apart where it stands for them.
  private mutating func requireTagsApart(_ actors: [ActorText], _ node: Node?) {
    func place(_ actor: ActorText) -> Place { node?[actor.id]?["tag"]?.place ?? actor.place }
    for (index, actor) in actors.enumerated() {
      guard let tag = actor.tag, let other = actors[..<index].first(where: { $0.tag == tag })
      else { continue }
      note(
        .wrongValue, "the tag '\(tag)' stands for another actor already", at: place(actor),
        hint: "give one of them other letters, or leave the tag out",
        notes: [Diagnostic.Note("the other is here", at: place(other))])
    }
  }

  private mutating func readVersion(_ node: Node?) {
    guard let node, let version = text(node, as: "the format version") else { return }
    if version != Language.version {
      note(
        .unknownVersion, "this program reads format version \(Language.version), not '\(version)'",
        at: node.place)
    }
  }

  private mutating func source(_ entry: Node.Entry) -> SourceText {
    var source = SourceText(id: entry.key, place: entry.place)
    if case .scalar = entry.value.content, !entry.value.isNull {
      source.title = name(entry.value, as: "the title of a source")
      return source
    }
    guard let fields = fields(entry.value, as: Language.source) else { return source }
    source.title = name(fields["title"]?.value, as: "a title")
    source.author = name(fields["author"]?.value, as: "an author")
    source.date = date(fields["date"]?.value, as: "the date of a source")
    source.publisher = name(fields["publisher"]?.value, as: "a publisher")
    source.address = text(fields["address"]?.value, as: "an address")
    source.viewpoint = text(fields["viewpoint"]?.value, as: "a viewpoint")
    source.note = text(fields["note"]?.value, as: "a note")
    if let file = fields["file"]?.value, let path = text(file, as: "a file") {
      source.file = FilePath.relocated(path, from: FilePath.folder(of: file.place.file), to: folder)
    }
    return source
  }

  private mutating func state(_ entry: Node.Entry) -> StateText {
    let (name, because) = nameAndEvidence(entry.value, as: Language.state)
    return StateText(id: entry.key, name: name, because: because, place: entry.place)
  }

  /// The name and evidence of something that is a bare name or a mapping of both.
  mutating func nameAndEvidence(_ node: Node, as shape: MapShape) -> (String?, [Evidence]) {
    if node.isNull { return (nil, []) }
    if case .scalar = node.content { return (name(node, as: "the name of \(shape.title)"), []) }
    guard let fields = fields(node, as: shape) else { return (nil, []) }
    return (name(fields["name"]?.value, as: "a name"), because(fields))
  }

  private mutating func joint(_ entry: Node.Entry) -> JointText {
    guard let fields = fields(entry.value, as: Language.joint) else {
      mayMissNames = true
      return JointText(id: entry.key, by: [], place: entry.place)
    }
    let by = items(fields["by"]?.value, as: "by").compactMap { named($0, as: "an actor") }
    if by.isEmpty { mayMissNames = true }
    if let place = fields["by"]?.place, by.isEmpty {
      note(.wrongValue, "a joint option names the actors who take it", at: place)
    }
    var joint = JointText(
      id: entry.key, name: name(fields["name"]?.value, as: "a name"), by: by,
      because: because(fields), place: entry.place)
    joint.short = label(fields["short"], in: Language.joint)
    return joint
  }

  private mutating func definition(_ entry: Node.Entry) -> DefinitionText? {
    let (when, name, because) = conditionEntry(entry, as: Language.definition)
    return DefinitionText(
      id: entry.key, name: name, when: when ?? Self.unread, because: because, place: entry.place)
  }

  private mutating func outcome(_ entry: Node.Entry) -> OutcomeText? {
    let (when, name, because) = conditionEntry(entry, as: Language.outcome)
    var outcome = OutcomeText(
      id: entry.key, name: name, when: when ?? Self.unread, because: because, place: entry.place)
    outcome.short = label(entry.value.entries?.first { $0.key == "short" }, in: Language.outcome)
    return outcome
  }

  /// Stands for a condition that could not be read, so that its name is known.
  private static let unread = ConditionText.constant(false)

  private mutating func conditionEntry(
    _ entry: Node.Entry, as shape: MapShape
  ) -> (ConditionText?, String?, [Evidence]) {
    if case .map = entry.value.content {
      guard let fields = fields(entry.value, as: shape) else { return (nil, nil, []) }
      let name = name(fields["name"]?.value, as: "a name")
      return (expression(fields["when"]?.value), name, because(fields))
    }
    return (expression(entry.value), nil, [])
  }

  private mutating func rules(_ node: Node) -> [RuleText] {
    guard case .map = node.content else {
      return expression(node, as: "a rule").map { [RuleText(.always($0), place: node.place)] } ?? []
    }
    guard let fields = fields(node, as: Language.rule) else { return [] }
    let given = Language.ruleDemands.filter { fields[$0] != nil }.sorted {
      let (left, right) = (fields[$0]!.place, fields[$1]!.place)
      return (left.line, left.column) < (right.line, right.column)
    }
    guard given.count == 1, let key = given.first, let entry = fields[key] else {
      noteDemands(given, fields, at: node.place)
      return []
    }
    let hedge = word(fields["hedge"]?.value, as: "hedge", Hedge.self)
    let because = because(fields)
    return demands(key, entry.value, needs: fields["needs"]).map {
      RuleText($0, hedge: hedge, because: because, place: entry.place)
    }
  }

  private mutating func noteDemands(
    _ given: [String], _ fields: [String: Node.Entry], at place: Place
  ) {
    let all = Language.ruleDemands.map { "'\($0)'" }.joined(separator: ", ")
    if given.isEmpty {
      note(.missingKey, "a rule says one of \(all)", at: place)
    } else {
      note(
        .conflictingKeys, "a rule says one thing: \(given.map { "'\($0)'" }.joined(separator: " and "))",
        at: fields[given[1]]!.place,
        notes: [Diagnostic.Note("the other is here", at: fields[given[0]]!.place)])
    }
  }

  private mutating func demands(
    _ key: String, _ value: Node, needs: Node.Entry?
  ) -> [RuleText.Demand] {
    if key != "take", let needs {
      note(.conflictingKeys, "'needs' belongs to a rule with 'take'", at: needs.place)
    }
    switch key {
    case "always", "never":
      var nodes = [value]
      if case .list(let several) = value.content { nodes = several }
      return nodes.compactMap { expression($0, as: "a rule") }.map {
        key == "always" ? .always($0) : .never($0)
      }
    case "take":
      guard let needs else {
        note(.missingKey, "a rule with 'take' says what it 'needs'", at: value.place)
        return []
      }
      guard let option = expression(value, as: "an option"), let need = expression(needs.value) else {
        return []
      }
      return [.take(option, needs: need)]
    default:
      let parts = items(value, as: key).compactMap { expression($0) }
      let bound: ConditionText.Count =
        key == "exactly one of" ? .exactly : key == "at most one of" ? .atMost : .atLeast
      return [.one(bound, parts)]
    }
  }

  private mutating func statusQuo(_ entry: Node.Entry) -> StatusQuoText? {
    switch entry.value.content {
    case .list(let items):
      let taken = items.compactMap { expression($0, as: "an option") }
      return StatusQuoText(.taken(taken, unsure: []), place: entry.place)
    case .scalar(let text):
      if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        note(
          .wrongKind, "a status quo is not given by the number of a state", at: entry.value.place,
          hint: "list what is taken, as in [actor.option], or name a state listed under 'states' by its id")
        return nil
      }
      return expression(entry.value).map { StatusQuoText(.condition($0), place: entry.place) }
    case .map:
      guard let fields = fields(entry.value, as: Language.statusQuo) else { return nil }
      let because = because(fields)
      if let when = fields["when"] {
        if let other = fields["taken"] ?? fields["unsure"] {
          note(
            .conflictingKeys, "a status quo is a condition or a list of what is taken, not both",
            at: other.place, notes: [Diagnostic.Note("the condition is here", at: when.place)])
        }
        return expression(when.value).map {
          StatusQuoText(.condition($0), because: because, place: entry.place)
        }
      }
      var listed = fields["taken"]?.value
      if let one = listed, one.text != nil, !one.isNull { listed = Node(.list([one]), at: one.place) }
      let taken = items(listed, as: "taken").compactMap { expression($0, as: "an option") }
      let unsure = items(fields["unsure"]?.value, as: "unsure").compactMap { expression($0, as: "an option") }
      return StatusQuoText(.taken(taken, unsure: unsure), because: because, place: entry.place)
    }
  }
}
