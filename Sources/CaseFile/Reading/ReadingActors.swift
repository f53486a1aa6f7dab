import ConflictModel
import Notation

// Actors and what belongs to them.
extension DocumentReader {
  mutating func actor(_ entry: Node.Entry) -> ActorText {
    var actor = ActorText(id: entry.key, place: entry.place)
    guard let fields = fields(entry.value, as: Language.actor) else {
      mayMissNames = true
      return actor
    }
    actor.name = name(fields["name"]?.value, as: "a name")
    actor.short = label(fields["short"], in: Language.actor)
    actor.tag = label(fields["tag"], in: Language.actor)
    actor.options = identified(fields["options"]?.value, as: "options").map { option($0) }
    if let preference = preference(fields, of: entry, base: nil) { actor.preference = preference }
    actor.unknown = unknownPairs(fields)
    actor.cannot = items(fields["cannot"]?.value, as: "cannot").compactMap { cannot($0) }
    actor.misperceives = fields["misperceives"].map { judgedConditions($0.value) } ?? []
    actor.moves = identified(fields["moves"]?.value, as: "moves").flatMap { moves($0) }
    let base = fields["prefers"]?.value
    actor.profiles = identified(fields["profiles"]?.value, as: "profiles").compactMap {
      profile($0, base: base)
    }
    actor.perceives = fields["perceives"].flatMap { perception($0) }
    actor.declares = items(fields["declares"]?.value, as: "declares").compactMap { declaration($0) }
    actor.because = because(fields)
    return actor
  }

  private mutating func option(_ entry: Node.Entry) -> OptionText {
    var option = OptionText(id: entry.key, place: entry.place)
    if entry.value.isNull { return option }
    if case .scalar = entry.value.content {
      option.name = name(entry.value, as: "the name of an option")
      return option
    }
    guard let fields = fields(entry.value, as: Language.option) else {
      mayMissNames = true
      return option
    }
    option.name = name(fields["name"]?.value, as: "a name")
    option.short = label(fields["short"], in: Language.option)
    option.moves = word(fields["moves"]?.value, as: "moves", Option.Direction.self) ?? .both
    option.because = because(fields)
    guard let levels = fields["levels"] else { return option }
    option.levels = identified(levels.value, as: "levels").map { entry in
      let (name, because) = nameAndEvidence(entry.value, as: Language.level)
      return LevelText(id: entry.key, name: name, because: because, place: entry.place)
    }
    if option.levels.count < 2 {
      note(
        .wrongValue, "an option with levels has at least two of them", at: levels.place,
        hint: "an option that is taken or not needs no levels")
    }
    return option
  }

  private mutating func cannot(_ node: Node) -> CannotText? {
    guard let fields = fields(node, as: Language.cannot) else { return nil }
    if fields["from"] == nil, fields["to"] == nil {
      note(.missingKey, "a move that cannot be made says 'from', 'to' or both", at: node.place)
      return nil
    }
    let from = expression(fields["from"]?.value)
    let to = expression(fields["to"]?.value)
    return CannotText(from: from, to: to, because: because(fields), place: node.place)
  }

  private mutating func judgedConditions(_ node: Node) -> [JudgedCondition] {
    var nodes = [node]
    if case .list(let items) = node.content { nodes = items }
    return nodes.compactMap { node in
      guard case .map = node.content else {
        return expression(node).map { JudgedCondition($0, place: node.place) }
      }
      guard let fields = fields(node, as: Language.judged) else { return nil }
      return expression(fields["when"]?.value).map {
        JudgedCondition($0, because: because(fields), place: node.place)
      }
    }
  }

  private mutating func moves(_ entry: Node.Entry) -> [MoveText] {
    let from = Named(entry.key, at: entry.place)
    return items(entry.value, as: "the moves from a state").compactMap { node in
      guard case .map = node.content else {
        return named(node, as: "a state").map { MoveText(from: from, to: $0) }
      }
      guard let fields = fields(node, as: Language.move) else { return nil }
      let evidence = because(fields)
      let condition = expression(fields["if"]?.value)
      // A move whose condition cannot be read is none that could always be made.
      if fields["if"] != nil, condition == nil { return nil }
      return named(fields["to"]?.value, as: "a state").map {
        MoveText(from: from, to: $0, if: condition, because: evidence)
      }
    }
  }

  private mutating func profile(_ entry: Node.Entry, base: Node?) -> ProfileText? {
    // What cannot be read leaves a profile of that name, so that it is not missed besides.
    let unread = ProfileText(
      id: entry.key, name: nil, preference: .indifferent, because: [], place: entry.place)
    guard let fields = fields(entry.value, as: Language.profile) else { return unread }
    let name = name(fields["name"]?.value, as: "a name")
    let because = because(fields)
    let unknown = unknownPairs(fields)
    return preference(fields, of: entry, base: base).map {
      var profile = ProfileText(
        id: entry.key, name: name, preference: $0, because: because, place: entry.place)
      profile.unknown = unknown
      if let edits = fields["prefers"]?.value, edits.entries != nil { profile.edits = edits.withPlainQuotes }
      return profile
    } ?? unread
  }

  /// What an actor sees differently; read in full once the whole case is known.
  private mutating func perception(_ entry: Node.Entry) -> PerceptionText? {
    guard let fields = fields(entry.value, as: Language.perception), !fields.isEmpty else { return nil }
    return PerceptionText(entry.value, place: entry.place)
  }

  mutating func declaration(_ node: Node) -> DeclarationText? {
    guard let fields = fields(node, as: Language.declaration) else { return nil }
    let condition = fields["if"].map { expression($0.value) } ?? .constant(true)
    guard let then = expression(fields["then"]?.value), let condition else { return nil }
    return DeclarationText(
      if: condition, then: then, to: addressees(fields["to"]?.value), because: because(fields),
      place: node.place)
  }

  /// One actor, or a list of them.
  private mutating func addressees(_ node: Node?) -> [Named] {
    guard let node, !node.isNull else { return [] }
    if case .list(let items) = node.content { return items.compactMap { named($0, as: "an actor") } }
    return named(node, as: "an actor").map { [$0] } ?? []
  }

}
