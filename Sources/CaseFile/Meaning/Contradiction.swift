import ConflictModel

/// Finds rules that cannot all hold.
struct Contradiction {
  private let conflict: Conflict
  private var searchesLeft = 4000

  init(_ conflict: Conflict) { self.conflict = conflict }

  /// The indices of a smallest set of rules that leave no state; when there are
  /// too many sets to try, of a set from which no rule can be left out.
  func smallestSet() -> [Int] {
    var copy = self
    for size in 1...3 {
      if let set = copy.firstSet(of: size) { return set }
    }
    return copy.irreducibleSet()
  }

  /// Whether the rules leave some state; true when the search gives up.
  private mutating func isSatisfiable(_ rules: [Int]) -> Bool {
    searchesLeft -= 1
    let part = Conflict(
      actors: [], options: conflict.options.map { $0.unowned }, levelOptions: conflict.levelOptions,
      events: conflict.events, terms: conflict.terms, rules: rules.map { conflict.rules[$0] })
    let found = part.feasibleStates(limits: EnumerationLimits(states: 1, searchNodes: 20_000))
    return !found.states.isEmpty || found.limit != nil
  }

  private mutating func firstSet(of size: Int) -> [Int]? {
    let count = conflict.rules.count
    var set = Array(0..<size)
    while size <= count, searchesLeft > 0 {
      if !isSatisfiable(set) { return set }
      guard let next = (0..<size).last(where: { set[$0] < count - size + $0 }) else { return nil }
      set[next] += 1
      for later in set.indices where later > next { set[later] = set[later - 1] + 1 }
    }
    return nil
  }

  private mutating func irreducibleSet() -> [Int] {
    var set = Array(conflict.rules.indices)
    for rule in conflict.rules.indices {
      let rest = set.filter { $0 != rule }
      if !isSatisfiable(rest) { set = rest }
    }
    return set
  }
}

extension ConflictModel.Option {
  var unowned: ConflictModel.Option {
    ConflictModel.Option(id: id, name: name, actor: Self.nobody, direction: direction)
  }
}
