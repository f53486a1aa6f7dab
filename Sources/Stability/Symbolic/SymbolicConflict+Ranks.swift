internal import ConflictModel
internal import DecisionDiagrams

// Ranks as bits, the most important first.
extension SymbolicConflict {
  /// Where the number of the first bits is greater than that of the second.
  mutating func above(_ first: [Diagram], _ second: [Diagram]) throws(DiagramHalt) -> Diagram {
    var above = Diagram.nothing
    for (one, other) in zip(first, second).reversed() {
      let then = try table.union(!other, above)
      let otherwise = try table.subtracting(above, other)
      above = try table.choice(one, then: then, otherwise: otherwise)
    }
    return above
  }

  /// The same bits of the state that a move of the actor leads to.
  mutating func ends(_ bits: [Diagram], by actor: Int) throws(DiagramHalt) -> [Diagram] {
    var ends: [Diagram] = []
    for bit in bits { ends.append(try table.applying(leading[actor], to: bit)) }
    return ends
  }

  /// All options as they come to be in the place of what they are.
  mutating func leadingAnywhere() throws(DiagramHalt) -> DiagramTable.Substitution {
    if let anywhere { return anywhere }
    var replacements: [(variable: Int, by: Diagram)] = []
    for option in 0..<optionCount { replacements.append((taken(option), try table.variable(next(option)))) }
    let substitution = try table.substitution(replacements)
    anywhere = substitution
    return substitution
  }

  /// The moves after which the actor is better off.
  mutating func improvements(of actor: Int) throws(DiagramHalt) -> Diagram {
    let better = try above(ends(bits[actor], by: actor), bits[actor])
    return try table.intersection(moves[actor], better)
  }

  /// The states that the actor likes more than a given one.
  mutating func liked(by actor: Int, moreThan state: State) throws(DiagramHalt) -> Diagram {
    let own: [Diagram] = bits[actor].map { table.contains(state.code, in: $0) ? .everything : .nothing }
    return try table.intersection(states, above(bits[actor], own))
  }

  /// The bits of the best that the actor gets to by itself from each state, staying there included.
  mutating func best(of actor: Int) throws(DiagramHalt) -> [Diagram] {
    var candidates = try table.union(table.intersection(states, staying(actor)), moves[actor])
    var best: [Diagram] = []
    for end in try ends(bits[actor], by: actor) {
      let some = try table.exists(own[actor].next, inBoth: candidates, end)
      candidates = try table.intersection(candidates, table.union(end, !some))
      best.append(some)
    }
    return best
  }

  /// The pairs in which the actor's own options stay as they are.
  mutating func staying(_ actor: Int) throws(DiagramHalt) -> Diagram {
    var staying = Diagram.everything
    for option in ownOptions(of: actor) {
      let (now, then) = (try table.variable(taken(option)), try table.variable(next(option)))
      staying = try table.subtracting(staying, table.symmetricDifference(now, then))
    }
    return staying
  }

  /// Whether the actor has an option of its own.
  func canMove(_ actor: Int) -> Bool { own[actor].taken != .everything }

  /// Whether two moves of the actor running are one move, or lead back.
  func isTransitive(_ actor: Int) -> Bool { conflict.isTransitive(actor) }
}
