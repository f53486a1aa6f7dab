internal import CaseFile
package import ConflictModel
internal import Stability

/// What lasts and what is feasible, by what some options are: so many states for each combination of their values.
package struct Projection: Sendable {
  /// Values of the options, with how many states have them.
  package struct Combination: Sendable, Hashable {
    /// The options as they are, and none of the others taken.
    package let values: State
    /// How many feasible states have these values.
    package let feasible: Int
    /// For each concept decided, in how many of these nobody leaves.
    package let lasting: [Int]
  }

  /// The options, as they stand in the table of states.
  package let rows: [Row]
  /// The combinations that feasible states have: first those in which something lasts in the solution's sense, of
  /// these and of the others by the values of the first option, then of the next.
  package let combinations: [Combination]
  /// How many combinations there are in all, and in how many of them something lasts under each concept decided.
  package let count: (feasible: Int, lasting: [Int])

  /// So many combinations are told apart.
  static let most = 65_536

  /// Counts states that are chosen, combination by combination; nil where the control stopped that.
  ///
  /// - Throws: ``Failure/bound(_:_:)`` where there are more combinations than are told apart.
  init?(
    _ solved: SolvedCase, onto rows: [Row], where filter: Condition?, atMost most: Int?, control: Control
  ) throws(Failure) {
    let solution = solved.solution
    var all = solution.allStates
    if let filter { all = all.intersection(solution.states(where: filter)) }
    let lasting = solution.concepts.map { concept in
      filter == nil ? solution.equilibria(concept) : solution.equilibria(concept).intersection(all)
    }
    let options = rows.flatMap { $0.options }
    let mask = options.reduce(0 as UInt64) { $0 | 1 << UInt64($1) }
    guard let feasible = all.values(of: mask, atMost: Self.most) else {
      throw .bound(
        Bound(
          kind: .listedStates, count: nil, most: Self.most,
          words: "these options have more than \(Self.most) combinations of values",
          remedy: "name fewer of them"), solved.subject.document)
    }
    // No more than there are of all.
    let held = lasting.map { $0.values(of: mask, atMost: Self.most) ?? [] }
    let sense = solution.sense.flatMap { solution.concepts.firstIndex(of: $0) }
    let first = Set(sense.map { held[$0].map { $0.code } } ?? [])
    let sorted = feasible.sorted { one, other in
      let (isOne, isOther) = (first.contains(one.code), first.contains(other.code))
      if isOne != isOther { return isOne }
      guard let option = options.first(where: { one.takes($0) != other.takes($0) }) else { return false }
      return other.takes(option)
    }
    let shown = Array(sorted.prefix(most ?? .max))
    guard let counts = all.counts(of: mask, as: shown, control: control) else { return nil }
    var byConcept: [[Int]] = []
    for states in lasting {
      guard let found = states.counts(of: mask, as: shown, control: control) else { return nil }
      byConcept.append(found)
    }
    self.rows = rows
    combinations = shown.indices.map { place in
      Combination(values: shown[place], feasible: counts[place], lasting: byConcept.map { $0[place] })
    }
    count = (feasible: feasible.count, lasting: held.map { $0.count })
  }
}
