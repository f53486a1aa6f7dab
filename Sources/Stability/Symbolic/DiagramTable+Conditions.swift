internal import ConflictModel
internal import DecisionDiagrams

// Conditions as sets of combinations of options.
extension DiagramTable {
  /// The combinations in which a condition holds, gate by gate, where the first so many variables are the options.
  mutating func set(
    _ condition: ReadyCondition, optionCount: Int
  ) throws(DiagramHalt) -> Diagram {
    var found: [Diagram] = []
    for gate in condition.gates {
      let inputs = condition.inputs[gate.first..<gate.first + gate.count].map { found[$0] }
      found.append(try set(gate, inputs, condition, optionCount))
    }
    return found[found.count - 1]
  }

  private mutating func set(
    _ gate: ReadyCondition.Gate, _ inputs: [Diagram], _ condition: ReadyCondition, _ optionCount: Int
  ) throws(DiagramHalt) -> Diagram {
    switch gate.kind {
    case .constant: return gate.number != 0 ? .everything : .nothing
    case .taken: return try variable(Int(gate.number))
    case .event: return condition.holding[Int(gate.number)] ? .everything : .nothing
    case .state:
      return try cube((0..<optionCount).map { ($0, gate.number >> UInt64($0) & 1 != 0) })
    case .not: return !inputs[0]
    case .all:
      var all = Diagram.everything
      for input in inputs { all = try intersection(all, input) }
      return all
    case .any:
      var any = Diagram.nothing
      for input in inputs { any = try union(any, input) }
      return any
    case .implies: return try union(!inputs[0], inputs[1])
    case .iff: return try !symmetricDifference(inputs[0], inputs[1])
    case .atLeast: return try atLeast(Int(clamping: gate.number), of: inputs)
    case .atMost: return try !atLeast(Int(clamping: gate.number) + 1, of: inputs)
    case .exactly:
      let enough = try atLeast(Int(clamping: gate.number), of: inputs)
      return try subtracting(enough, atLeast(Int(clamping: gate.number) + 1, of: inputs))
    }
  }

  /// Where so many of the sets hold at least, with one set for each number that may still be missing.
  private mutating func atLeast(_ number: Int, of sets: [Diagram]) throws(DiagramHalt) -> Diagram {
    if number <= 0 { return .everything }
    if number > sets.count { return .nothing }
    var missing = [Diagram](repeating: .nothing, count: number + 1)
    missing[0] = .everything
    for set in sets {
      for left in stride(from: number, to: 0, by: -1) {
        missing[left] = try choice(set, then: missing[left - 1], otherwise: missing[left])
      }
    }
    return missing[number]
  }
}
