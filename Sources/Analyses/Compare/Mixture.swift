import CaseFile

/// Two cases as they are written, what they differ in, and every case between them.
struct Mixture {
  let old: CaseDocument
  let new: CaseDocument
  let differences: [Difference]

  init(_ old: CaseDocument, _ new: CaseDocument) {
    self.old = old
    self.new = new
    var found = Difference.between(old.pieces, new.pieces)
    // An actor that only one case has is one judgement, with all that belongs to it.
    let (before, after) = (Set(old.actors.map(\.id)), Set(new.actors.map(\.id)))
    found.removeAll { $0.key.actor.map { !before.contains($0) || !after.contains($0) } ?? false }
    for actor in old.actors {
      guard let other = new.actors.first(where: { $0.id == actor.id }) else { continue }
      found += Self.differences(actor, other)
    }
    differences = found
  }

  private static func differences(_ old: ActorText, _ new: ActorText) -> [Difference] {
    switch (old.preference, new.preference) {
    case (.statements(let before), .statements(let after)):
      return StatementLists(before, after).differences(of: old.id)
    case (.weights(let before), .weights(let after)):
      return Difference.between(pieces(before, of: old.id), pieces(after, of: new.id))
    default:
      let (before, after) = (wording(old), wording(new))
      let key = Difference.Key(.ranking, preferenceID, of: old.id)
      if before.text != after.text {
        return [Difference(key: key, change: .changed, role: .judgement, before: before, after: after)]
      }
      if before.evidence == after.evidence { return [] }
      return [Difference(key: key, change: .changed, role: .source, before: before, after: after)]
    }
  }

  /// What a preference is called that is compared as a whole.
  private static let preferenceID = "what it wants"

  private static func wording(_ actor: ActorText) -> Difference.Wording {
    var evidence: [Evidence] = []
    var place = actor.place
    if case .ranking(_, let because, let at) = actor.preference { (evidence, place) = (because, at) }
    return Difference.Wording(
      text: preferenceText(actor.preference), evidence: evidence, place: place, index: nil)
  }

  private static func pieces(_ weights: [WeightText], of actor: String) -> [Piece] {
    weights.map { weight in
      Piece(
        key: .init(.weight, weight.option.text, of: actor), meaning: weight.printed,
        wording: Difference.Wording(
          text: weight.printed, evidence: weight.because, place: weight.option.place, index: nil),
        remarks: AnyHashable(weight.because))
    }
  }
}

extension Mixture {
  /// The first case with some of the differences made and the others not.
  func document(taking taken: Set<Difference.Key>) -> CaseDocument {
    let isTaken = { (key: Difference.Key) in taken.contains(key) }
    var mixed = old
    mixed.sources += new.sources.filter { source in !old.sources.contains { $0.id == source.id } }
    mixed.events = mix(old.events, new.events, isTaken) { .init(.event, $0.id) }
    mixed.states = mix(old.states, new.states, isTaken) { .init(.state, $0.id) }
    mixed.actors = mix(old.actors, new.actors, isTaken) { .init(.actor, $0.id) }.map { actor in
      guard let before = old.actors.first(where: { $0.id == actor.id }),
        let after = new.actors.first(where: { $0.id == actor.id })
      else { return actor }
      return mix(before, after, isTaken)
    }
    mixed.joint = mix(old.joint, new.joint, isTaken) { .init(.joint, $0.id) }
    mixed.rules = mix(
      old.rules, ids(of: old.rules.map(\.printed)), new.rules, ids(of: new.rules.map(\.printed)), isTaken,
      .rule)
    mixed.definitions = mix(old.definitions, new.definitions, isTaken) { .init(.term, $0.id) }
    if isTaken(.init(.statusQuo, "status_quo")) { mixed.statusQuo = new.statusQuo }
    mixed.outcomes = mix(old.outcomes, new.outcomes, isTaken) { .init(.outcome, $0.id) }
    mixed.expectations = mix(
      old.expectations, ids(of: old.expectations.map(\.printed)), new.expectations,
      ids(of: new.expectations.map(\.printed)), isTaken, .expectation)
    return mixed
  }

  private func mix(
    _ old: ActorText, _ new: ActorText, _ isTaken: (Difference.Key) -> Bool
  ) -> ActorText {
    var mixed = old
    let id = old.id
    mixed.options = mix(old.options, new.options, isTaken) { .init(.option, $0.id, of: id) }
    mixed.cannot = mix(old.cannot, old.cannotIDs, new.cannot, new.cannotIDs, isTaken, .move, id)
    mixed.misperceives = mix(
      old.misperceives, ids(of: old.misperceives.map(\.when.printed)), new.misperceives,
      ids(of: new.misperceives.map(\.when.printed)), isTaken, .misperception, id)
    mixed.moves = mix(
      old.moves, ids(of: old.moves.map(\.id)), new.moves, ids(of: new.moves.map(\.id)), isTaken, .move, id)
    mixed.declares = mix(
      old.declares, ids(of: old.declares.map(\.printed)), new.declares, ids(of: new.declares.map(\.printed)),
      isTaken, .declaration, id)
    mixed.profiles = mix(old.profiles, new.profiles, isTaken) { .init(.profile, $0.id, of: id) }
    switch (old.preference, new.preference) {
    case (.statements(let before), .statements(let after)):
      mixed.preference = .statements(StatementLists(before, after).mixed(taking: isTaken, of: id))
    case (.weights(let before), .weights(let after)):
      mixed.preference = .weights(mix(before, after, isTaken) { .init(.weight, $0.option.text, of: id) })
    default:
      if isTaken(.init(.ranking, Self.preferenceID, of: id)) { mixed.preference = new.preference }
    }
    return mixed
  }

  private func mix<Item>(
    _ old: [Item], _ oldIDs: [String], _ new: [Item], _ newIDs: [String],
    _ isTaken: (Difference.Key) -> Bool, _ kind: Judgement.Kind, _ actor: String? = nil
  ) -> [Item] {
    mix(Array(zip(oldIDs, old)), Array(zip(newIDs, new)), isTaken) { .init(kind, $0.0, of: actor) }.map(\.1)
  }

  /// The items of the first list as the second has them where that is taken; what
  /// only the second has stands behind the item it follows there.
  private func mix<Item>(
    _ old: [Item], _ new: [Item], _ isTaken: (Difference.Key) -> Bool, _ key: (Item) -> Difference.Key
  ) -> [Item] {
    let after = Dictionary(new.map { (key($0), $0) }) { first, _ in first }
    let before = Set(old.map(key))
    var result = old.compactMap { item -> Item? in isTaken(key(item)) ? after[key(item)] : item }
    var previous: Difference.Key?
    for item in new {
      if !before.contains(key(item)), isTaken(key(item)) {
        let place = previous.flatMap { anchor in result.firstIndex { key($0) == anchor } }
        result.insert(item, at: place.map { $0 + 1 } ?? (previous == nil ? 0 : result.count))
      }
      previous = key(item)
    }
    return result
  }
}
