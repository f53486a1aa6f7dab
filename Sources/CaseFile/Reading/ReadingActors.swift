import ConflictModel

// Actors and what belongs to them.
extension DocumentReader {
  mutating func actor(_ entry: Node.Entry) -> ActorText {
    var actor = ActorText(id: entry.key, place: entry.place)
    guard let fields = fields(entry.value, as: Language.actor) else {
      mayMissNames = true
      return actor
    }
    actor.name = text(fields["name"]?.value, as: "a name")
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
      option.name = text(entry.value, as: "an option")
      return option
    }
    guard let fields = fields(entry.value, as: Language.option) else {
      mayMissNames = true
      return option
    }
    option.name = text(fields["name"]?.value, as: "a name")
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
    let name = text(fields["name"]?.value, as: "a name")
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

  private mutating func declaration(_ node: Node) -> DeclarationText? {
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

  // MARK: Preferences

  /// What the fields of an actor or profile say of its wishes; `base` is the
  /// list of statements that edits start from.
  private mutating func preference(
    _ fields: [String: Node.Entry], of entry: Node.Entry, base: Node?
  ) -> PreferenceText? {
    let given = Language.preferenceKeys.compactMap { fields[$0] }
    if given.isEmpty {
      // A misspelt key has been noted already; that is one mistake, not two.
      if hasMisspeltPreference(entry.value) { return nil }
      note(
        .missingPreference, "'\(entry.key)' does not say what it wants", at: entry.place,
        hint: "give 'prefers', 'ranking' or 'weights', or say 'prefers: indifferent'")
      return nil
    }
    if given.count > 1 {
      note(
        .twoPreferences, "'\(entry.key)' says what it wants in two ways", at: given[1].place,
        notes: [Diagnostic.Note("the other is here", at: given[0].place)])
      return nil
    }
    let value = given[0].value
    switch given[0].key {
    case "ranking": return ranking(value, at: given[0].place)
    case "weights": return .weights(weights(value))
    default: return statements(value, base: base)
    }
  }

  private func hasMisspeltPreference(_ node: Node) -> Bool {
    guard case .map(let entries) = node.content else { return false }
    return entries.contains { entry in
      !Language.actor.keys.contains(entry.key)
        && (nearest(to: entry.key, among: Language.preferenceKeys) != nil
          || Language.preferenceKeys.contains {
            Language.meant(by: entry, in: Language.actor)?.contains($0) == true
          })
    }
  }

  private mutating func statements(_ node: Node, base: Node?) -> PreferenceText? {
    var list = node
    switch node.content {
    case .scalar(let text):
      if text.lowercased() == "indifferent" { return .indifferent }
      note(
        .wrongShape, "'prefers' is a list of statements or the word 'indifferent'", at: node.place,
        hint: "put the statement on a line of its own after '- '")
      return nil
    case .map:
      guard let base, case .list = base.content else {
        note(
          .wrongShape, "there is no list of statements that these edits could change", at: node.place)
        return nil
      }
      list = StatementEdits.apply(node, to: base, noting: &self)
    case .list: break
    }
    let statements = statements(in: list)
    noteRepeatedIDs(statements)
    return .statements(statements)
  }

  /// The most statements that may stand together in an order not known: their
  /// orders are to be counted in 64 bits.
  static let largestGroup = 20

  /// The statements of a list; an inner list holds some whose order is not known.
  private mutating func statements(in list: Node) -> [StatementText] {
    var result: [StatementText] = []
    var groupCount = 0
    for item in items(list, as: "prefers") {
      guard case .list(let members) = item.content else {
        statement(item).map { result.append($0) }
        continue
      }
      var group = members.compactMap { statement($0) }
      if members.count > Self.largestGroup {
        note(
          .wrongValue,
          "at most \(Self.largestGroup) statements may stand together in an order not known, and these are \(members.count)",
          at: item.place)
      }
      // One statement alone has one order.
      if group.count > 1 {
        for index in group.indices { group[index].group = groupCount }
        groupCount += 1
      }
      result += group
    }
    return result
  }

  private mutating func noteRepeatedIDs(_ statements: [StatementText]) {
    var first: [String: Place] = [:]
    for statement in statements {
      guard let id = statement.id else { continue }
      if let place = first[id] {
        note(
          .duplicateName, "two statements are called '\(id)'", at: statement.place,
          notes: [Diagnostic.Note("the first is here", at: place)])
      }
      first[id] = statement.place
    }
  }

  private mutating func statement(_ node: Node) -> StatementText? {
    if case .list = node.content {
      note(
        .wrongShape, "a list of statements in an order not known holds statements, not further lists",
        at: node.place)
      return nil
    }
    guard case .map = node.content else {
      return expression(node, as: "a statement").map { StatementText(that: $0, place: node.place) }
    }
    guard let fields = fields(node, as: Language.statement) else { return nil }
    let id = named(fields["id"]?.value, as: "an id")
    if let id { isIdentifier(id.text, at: id.place) }
    let hedge = word(fields["hedge"]?.value, as: "hedge", Hedge.self)
    let isSure = boolean(fields["sure"]?.value, as: "sure") ?? true
    let isMuch = boolean(fields["much"]?.value, as: "much") ?? false
    let because = because(fields)
    return expression(fields["that"]?.value, as: "a statement").map {
      StatementText(
        id: id?.text, that: $0, hedge: hedge, isSure: isSure, isMuch: isMuch, because: because,
        place: node.place)
    }
  }

  private mutating func weights(_ node: Node) -> [WeightText] {
    guard let entries = entries(of: node, as: "weights") else { return [] }
    return entries.compactMap { entry in
      let option = Named(entry.key, at: entry.place)
      guard case .map(let inner) = entry.value.content else {
        return millionths(entry.value).map { WeightText(option: option, amount: .millionths($0)) }
      }
      let because = inner.first { $0.key == "because" }.map { evidence($0.value) } ?? []
      if inner.contains(where: { $0.key == "weight" }) {
        guard let fields = fields(entry.value, as: Language.weight) else { return nil }
        return fields["weight"].flatMap { millionths($0.value) }.map {
          WeightText(option: option, amount: .millionths($0), because: because)
        }
      }
      let levels = inner.filter { $0.key != "because" }.compactMap { level in
        millionths(level.value).map { WeightText.Level(Named(level.key, at: level.place), millionths: $0) }
      }
      return WeightText(option: option, amount: .levels(levels), because: because)
    }
  }

  /// A decimal number with at most six places, in millionths.
  private mutating func millionths(_ node: Node) -> Int64? {
    guard let text = text(node, as: "a weight") else { return nil }
    if let value = Decimals.millionths(text) { return value }
    note(
      .wrongValue,
      "a weight is a number between -1,000,000,000 and 1,000,000,000 with at most six decimals, not '\(text)'",
      at: node.place)
    return nil
  }
}

/// Decimal numbers held exactly.
enum Decimals {
  /// The number in millionths, or nil when it is none, too large, or too fine.
  static func millionths(_ text: String) -> Int64? {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    guard parts[0].utf8.count <= 10, let whole = Int64(parts[0]), whole <= 1_000_000_000 else { return nil }
    var fraction: Int64 = 0
    if parts.count == 2 {
      guard parts[1].utf8.count <= 6, let value = Int64(parts[1]) else { return nil }
      fraction = value
      for _ in parts[1].utf8.count..<6 { fraction *= 10 }
    }
    let total = whole * 1_000_000 + fraction
    guard total <= 1_000_000_000_000_000 else { return nil }
    return isNegative ? -total : total
  }

  /// The number as it is written, without zeros that say nothing.
  static func text(_ millionths: Int64) -> String {
    let magnitude = millionths.magnitude
    var text = "\(magnitude / 1_000_000)"
    var fraction = String(String(1_000_000 + magnitude % 1_000_000).dropFirst())
    while fraction.hasSuffix("0") { fraction.removeLast() }
    if !fraction.isEmpty { text += "." + fraction }
    return millionths < 0 ? "-" + text : text
  }
}
