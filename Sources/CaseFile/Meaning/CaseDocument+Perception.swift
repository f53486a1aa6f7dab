import Notation

// The case in the eyes of one of its actors.
extension CaseDocument {
  /// Stands for the base in places, until they are told.
  static let seenBase = "\u{0}base"

  /// The case as the actor at `actor` sees it: what it perceives laid over the rest.
  ///
  /// Options that it does not see stay in the conflict as ones that nobody takes,
  /// so that states have the same codes in both. The status quo, known answers,
  /// profiles and doubts have no part in it.
  ///
  /// - Throws: `SyntaxError` when the overlay makes no sense.
  func view(of actor: Int) throws(SyntaxError) -> CaseDocument {
    guard let perceives = actors[actor].perceives else { return self }
    let plain = withoutViews
    var reader = DocumentReader()
    let node = try YAMLReader.read(
      bytes: Array(plain.printed().utf8), file: Self.seenBase, duplicates: &reader.diagnostics)
    let base = node.placed(at: Place(file: Self.seenBase, line: 1, column: 1))
    var view = reader.document(Overlay.merge(perceives.overlay, over: base, noting: &reader))
    if reader.diagnostics.isEmpty { view.restore(plain, noting: &reader, at: perceives.place) }
    noteIdleRemovals(perceives.overlay, noting: &reader)
    if !reader.diagnostics.isEmpty {
      throw SyntaxError(reader.diagnostics).seen(by: actors[actor])
    }
    (view.file, view.sha256) = (file, sha256)
    return view
  }

  /// What is wrong with what the actors perceive, as far as reading can tell.
  var perceptionProblems: [Diagnostic] {
    var problems: [Diagnostic] = []
    for index in actors.indices where actors[index].perceives != nil {
      do { _ = try view(of: index) } catch { problems += error.diagnostics }
    }
    return problems
  }

  /// Notes each `~` on a name that the case does not have: it would remove nothing,
  /// and the actor would see what it is not meant to.
  private func noteIdleRemovals(_ overlay: Node, noting reader: inout DocumentReader) {
    func check(
      _ node: Node?, _ known: [String], _ code: Diagnostic.Code, _ what: (String) -> String
    ) {
      for entry in node?.entries ?? [] where entry.value.isNull && !known.contains(entry.key) {
        reader.note(
          code, "\(what(entry.key)) to be left out", at: entry.place,
          hint: nearest(to: entry.key, among: known).map { "did you mean '\($0)'?" })
      }
    }
    func part(_ key: String, of node: Node) -> Node? {
      node.entries?.first { $0.key == key }?.value
    }
    check(part("joint", of: overlay), joint.map { $0.id }, .perceivedOptions) {
      "the case has no joint option '\($0)'"
    }
    check(part("events", of: overlay), events.map { $0.id }, .unknownName) { "the case has no event '\($0)'" }
    check(part("define", of: overlay), definitions.map { $0.id }, .unknownName) {
      "the case has no term '\($0)'"
    }
    let seen = part("actors", of: overlay)
    check(seen, actors.map { $0.id }, .perceivedActors) { "the case has no actor '\($0)'" }
    for entry in seen?.entries ?? [] {
      guard let actor = actors.first(where: { $0.id == entry.key }) else { continue }
      check(part("options", of: entry.value), actor.options.map { $0.id }, .perceivedOptions) {
        "'\(actor.id)' has no option '\($0)' in the case"
      }
    }
  }

  private var withoutViews: CaseDocument {
    var plain = self
    plain.statusQuo = nil
    plain.expectations = []
    // The day has been chosen by now, and an actor may be wrong about what was observed.
    for index in plain.events.indices {
      plain.events[index].holds = plain.events[index].isSo
      plain.events[index].chosen = nil
      (plain.events[index].since, plain.events[index].until) = (nil, nil)
      plain.events[index].history = []
    }
    for index in plain.actors.indices {
      plain.actors[index].perceives = nil
      plain.actors[index].profiles = []
      plain.actors[index].unknown = []
    }
    return plain
  }

  /// Brings actors and options back into the shape of `base`; those that are
  /// missing become options that nobody takes.
  private mutating func restore(_ base: CaseDocument, noting reader: inout DocumentReader, at place: Place) {
    let known = base.actors.map { $0.id }
    for actor in actors where !known.contains(actor.id) {
      reader.note(
        .perceivedActors, "the case has no actor '\(actor.id)' to be seen", at: actor.place,
        hint: nearest(to: actor.id, among: known).map { "did you mean '\($0)'?" })
    }
    for actor in base.actors where !actors.contains(where: { $0.id == actor.id }) {
      reader.note(
        .perceivedActors, "'\(actor.id)' is left out, and every actor has to stay", at: place,
        hint: "leave out its options with '~', or give it other wishes")
    }
    if !reader.diagnostics.isEmpty { return }
    for index in actors.indices {
      if let inner = actors[index].perceives {
        reader.note(.unknownKey, "a view holds no view of its own", at: inner.place)
      }
      restoreOptions(of: index, base.actors[index], noting: &reader)
    }
    restoreJointOptions(base, noting: &reader)
  }

  private mutating func restoreOptions(
    of index: Int, _ base: ActorText, noting reader: inout DocumentReader
  ) {
    let seen = actors[index].options
    for option in seen where !base.options.contains(where: { $0.id == option.id }) {
      reader.note(
        .perceivedOptions, "'\(base.id)' has no option '\(option.id)' in the case", at: option.place,
        hint: nearest(to: option.id, among: base.options.map { $0.id }).map { "did you mean '\($0)'?" }
          ?? "an actor may miss options, not imagine them; put it in the case and take it from the others")
    }
    actors[index].options = base.options.map { option in
      let name = "\(base.id).\(option.id)"
      guard let kept = seen.first(where: { $0.id == option.id }) else {
        let demand: RuleText.Demand =
          option.levels.first.map { .always(.comparison(name, .equal, level: $0.id, .none)) }
          ?? .never(.name(name, .none))
        rules.append(RuleText(demand))
        return option
      }
      if kept.levels.map({ $0.id }) != option.levels.map({ $0.id }) {
        reader.note(
          .perceivedOptions, "'\(name)' has other levels here than in the case", at: kept.place,
          hint: "a level that the actor does not see is left out by a rule")
      }
      return kept
    }
  }

  private mutating func restoreJointOptions(_ base: CaseDocument, noting reader: inout DocumentReader) {
    let seen = joint
    for option in seen where !base.joint.contains(where: { $0.id == option.id }) {
      reader.note(
        .perceivedOptions, "the case has no joint option '\(option.id)'", at: option.place,
        hint: nearest(to: option.id, among: base.joint.map { $0.id }).map { "did you mean '\($0)'?" })
    }
    joint = base.joint.map { option in
      guard let kept = seen.first(where: { $0.id == option.id }) else {
        rules += option.by.map { RuleText(.never(.name("\($0.text).\(option.id)", .none))) }
        return option
      }
      if kept.by != option.by {
        reader.note(
          .perceivedOptions, "'\(option.id)' is taken by others here than in the case", at: kept.place)
      }
      return kept
    }
  }
}

extension SyntaxError {
  /// The problems of a view, told where the overlay stands when they lie in the base.
  func seen(by actor: ActorText) -> SyntaxError {
    func told(_ place: Place) -> Place {
      place.isKnown && place.file != CaseDocument.seenBase ? place : actor.perceives?.place ?? .none
    }
    return SyntaxError(
      diagnostics.map { problem in
        var problem = problem
        if told(problem.place).line != problem.place.line || problem.place.file == CaseDocument.seenBase {
          problem.message = "in what '\(actor.id)' perceives, " + problem.message
        }
        problem.place = told(problem.place)
        problem.notes = problem.notes.map { Diagnostic.Note($0.message, at: told($0.place)) }
        return problem
      })
  }
}
