package import CaseFile
internal import ConflictModel

extension Case {
  /// Every edit of one judgement, in the order of the file: each statement dropped,
  /// negated, put first, put last, swapped with the next; the same with the tiers of
  /// a ranking, which is also dropped and turned upside down as a whole; each weight
  /// dropped and negated; each event flipped; each option made to go another way
  /// only, and removed; each rule and `cannot` dropped; each move of a graph form
  /// removed.
  ///
  /// Where somebody ranks states, rules are not dropped: nothing says where the
  /// states that come in would rank.
  package var edits: [Edit] {
    let judgements = judgements
    var edits: [Edit] = []
    for judgement in judgements { edits += self.edits(of: judgement) }
    for actor in document.actors.indices where document.isGraphForm { edits += moveEdits(of: actor) }
    return edits
  }

  /// Whether rules are left as they are because somebody ranks states.
  package var keepsRules: Bool {
    conflict.actors.contains { if case .ranking = $0.preference { true } else { false } }
  }

  private func edits(of judgement: Judgement) -> [Edit] {
    func all(_ changes: [Edit.Change], _ target: Edit.Target) -> [Edit] {
      changes.map { Edit($0, target, of: judgement) }
    }
    switch (judgement.kind, judgement.actor) {
    case (.event, _): return all([.flipped], .event(judgement.index))
    case (.rule, _): return rule(judgement)
    case (.option, let actor?):
      let option = document.actors[actor].options[judgement.index].id
      return optionEdits(of: bits(actor, option), judgement)
    case (.joint, _):
      return jointOptions[judgement.index].halves.flatMap { optionEdits(of: [$0], judgement) }
    case (.statement, let actor?):
      guard case .statements(let statements) = conflict.actors[actor].preference else { return [] }
      return all(
        Self.placing([.dropped, .negated], judgement.index, of: statements.count),
        .statement(actor: actor, index: judgement.index))
    case (.ranking, let actor?):
      guard case .ranking(let tiers) = conflict.actors[actor].preference else { return [] }
      return all([.dropped, .negated], .ranking(actor: actor))
        + tiers.indices.flatMap {
          all(Self.placing([], $0, of: tiers.count), .tier(actor: actor, index: $0))
        }
    case (.weight, let actor?):
      guard case .weights(let weights) = document.actors[actor].preference else { return [] }
      let name = weights[judgement.index].option.text
      let prefix = document.actors[actor].id + "."
      let id = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
      let own = bits(actor, id)
      let options = own.isEmpty ? bits(named: name) : own
      return options.isEmpty ? [] : all([.dropped, .negated], .weight(actor: actor, options: options))
    case (.move, let actor?) where !document.isGraphForm:
      return all([.dropped], .cannot(actor: actor, index: judgement.index))
    default: return []
    }
  }

  /// The changes, and those that move something to another place where it is not yet.
  private static func placing(_ changes: [Edit.Change], _ index: Int, of count: Int) -> [Edit.Change] {
    var changes = changes
    if index > 0 { changes.append(.first) }
    if index < count - 1 { changes.append(.last) }
    // With two, that is the same as putting one first.
    if index < count - 1, count > 2 { changes.append(.swapped) }
    return changes
  }

  private func rule(_ judgement: Judgement) -> [Edit] {
    if keepsRules { return [] }
    let isOnMoves = document.rules.map { if case .take = $0.demand { true } else { false } }
    let kind = isOnMoves[judgement.index]
    let place = isOnMoves[..<judgement.index].count { $0 == kind }
    return [Edit(.dropped, kind ? .requirement(place) : .rule(place), of: judgement)]
  }

  private func optionEdits(of bits: [Int], _ judgement: Judgement) -> [Edit] {
    guard let first = bits.first else { return [] }
    let ways: [Edit.Change] =
      switch conflict.options[first].direction {
      case .both: [.takeOnly, .dropOnly]
      case .take: [.bothWays, .dropOnly]
      case .drop: [.bothWays, .takeOnly]
      }
    return (ways + [.removed]).map { Edit($0, .options(bits), of: judgement) }
  }

  /// The bits of an actor's own option.
  private func bits(_ actor: Int, _ option: String) -> [Int] {
    let id = "\(document.actors[actor].id).\(option)"
    if let level = conflict.levelOptions.first(where: { $0.id == id }) { return Array(level.thresholds) }
    return conflict.options.indices.filter { conflict.options[$0].id == id }
  }

  /// The bits of the one option with a bare or full name.
  private func bits(named name: String) -> [Int] {
    if let level = conflict.levelOptions.first(where: { $0.id == name || $0.id.hasSuffix("." + name) }) {
      return Array(level.thresholds)
    }
    return conflict.options.indices.filter {
      conflict.options[$0].id == name || conflict.options[$0].id.hasSuffix("." + name)
    }
  }

  /// In graph form each listed move removed, whether or not it says why it is there.
  private func moveEdits(of actor: Int) -> [Edit] {
    let ids = document.states.map { $0.id }
    var seen: [[String]] = []
    return document.actors[actor].moves.enumerated().compactMap { index, move in
      // Two conditions may lead the same way; removed it is once.
      if seen.contains([move.from.text, move.to.text]) { return nil }
      seen.append([move.from.text, move.to.text])
      guard let from = ids.firstIndex(of: move.from.text), let to = ids.firstIndex(of: move.to.text) else {
        return nil
      }
      let judgement = Judgement(
        kind: .move, id: "\(document.actors[actor].id).moves.\(index + 1)", text: move.printed, actor: actor,
        index: index, evidence: move.because, place: move.from.place)
      let target = Edit.Target.move(actor: actor, from: State(UInt64(from)), to: State(UInt64(to)))
      return Edit(.removed, target, of: judgement)
    }
  }
}
