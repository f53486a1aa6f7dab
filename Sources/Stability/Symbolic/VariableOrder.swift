internal import ConflictModel

/// The order of the variables: options that conditions have in common near each other, parts that do not touch one
/// after the other, and above each option what becomes of it.
///
/// Aloul, Markov and Sakallah, FORCE: a fast and easy-to-implement variable-ordering heuristic, GLSVLSI 2003,
/// doi:10.1145/764808.764839.
struct VariableOrder {
  let order: [Int]

  /// So many rounds at most.
  private static let rounds = 60

  /// An order for a conflict.
  init(_ conflict: Conflict) {
    let count = conflict.options.count
    var groups: [[Int]] = []
    func add(_ mask: UInt64) {
      let group = (0..<count).filter { mask >> UInt64($0) & 1 != 0 }
      // What speaks of every option, such as a state, draws nothing together.
      if group.count > 1, group.count < count { groups.append(group) }
    }
    for rule in conflict.readyRules { add(rule.optionMask) }
    for requirement in conflict.requirements {
      add(conflict.predicate(requirement.needs).optionMask | 1 << UInt64(requirement.option))
    }
    for (index, actor) in conflict.actors.enumerated() {
      add(conflict.optionMask(of: index))
      if case .statements(let statements) = actor.preference {
        for statement in statements { add(conflict.predicate(statement).optionMask) }
      }
    }
    var places = (0..<count).map { Double($0) }
    var best = (span: Double.infinity, places: places)
    for _ in 0..<Self.rounds {
      let centres = groups.map { group in group.reduce(0) { $0 + places[$1] } / Double(group.count) }
      var sums = [Double](repeating: 0, count: count), shares = [Double](repeating: 0, count: count)
      for (group, centre) in zip(groups, centres) {
        for option in group {
          sums[option] += centre
          shares[option] += 1
        }
      }
      let wanted = (0..<count).map { shares[$0] == 0 ? places[$0] : sums[$0] / shares[$0] }
      let sorted = (0..<count).sorted { (wanted[$0], $0) < (wanted[$1], $1) }
      for (place, option) in sorted.enumerated() { places[option] = Double(place) }
      let span = groups.reduce(0) { sum, group in
        let own = group.map { places[$0] }
        return sum + (own.max() ?? 0) - (own.min() ?? 0)
      }
      if span >= best.span { break }
      best = (span, places)
    }
    order = Self.apart(best.places, Components(conflict)).flatMap { [count + $0, $0] }
  }

  /// The options by rising place, but each component in one piece, where its middle is.
  private static func apart(_ places: [Double], _ components: Components) -> [Int] {
    let middles = components.parts.map { part in
      let own = places.indices.filter { part >> UInt64($0) & 1 != 0 }
      return own.reduce(0) { $0 + places[$1] } / Double(own.count)
    }
    func key(_ option: Int) -> (Double, Int, Double) {
      let component = components.ofOption[option]
      return (middles[component], component, places[option])
    }
    return places.indices.sorted { key($0) < key($1) }
  }
}
