import ConflictModel
import Notation

// What actors want.
extension DocumentReader {
  /// What the fields of an actor or profile say of its wishes; `base` is the
  /// list of statements that edits start from.
  mutating func preference(
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
            Language.meant(by: entry, in: Language.actor)?.holds($0) == true
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
