import ConflictModel

/// A conflict of wishes and rules as sets of assignments in either library, decided as the symbolic engine does
/// it: the variables in the order of the options, and above each option what a move makes of it.
struct ConflictDiagrams<Library: DiagramLibrary> {
  typealias Set = Library.Set

  let library: Library
  let conflict: Conflict
  private(set) var states: Set
  /// For each actor its wishes, the most important first.
  private(set) var wishes: [[Set]] = []
  private var own: [Set] = []
  private var leading: [Library.Renaming] = []
  private(set) var moves: [Set] = []
  private(set) var improvements: [Set] = []

  static func variableCount(of conflict: Conflict) -> Int { 2 * conflict.options.count }
  private func next(_ option: Int) -> Int { 2 * option }
  private func taken(_ option: Int) -> Int { 2 * option + 1 }
  private var takenVariables: [Int] { conflict.options.indices.map { taken($0) } }

  /// The sets that rules and wishes stand for.
  init(_ conflict: Conflict, in library: Library) throws {
    self.library = library
    self.conflict = conflict
    states = library.everything
    for rule in conflict.rules { states = try library.intersection(states, set(rule)) }
    for actor in conflict.actors {
      guard case .statements(let statements) = actor.preference else { preconditionFailure("no wishes") }
      var sets: [Set] = []
      for statement in statements { sets.append(try set(statement)) }
      wishes.append(sets)
    }
  }

  private func set(_ condition: Condition) throws -> Set {
    switch condition {
    case .taken(let option): return try library.variable(taken(option))
    case .not(let inner): return try library.complement(set(inner))
    case .implies(let left, let right): return try library.union(library.complement(set(left)), set(right))
    case .iff(let left, let right):
      return try library.complement(library.difference(set(left), set(right)))
    case .all(let parts):
      var all = library.everything
      for part in parts { all = try library.intersection(all, set(part)) }
      return all
    case .any(let parts):
      var any = library.nothing
      for part in parts { any = try library.union(any, set(part)) }
      return any
    default: preconditionFailure("such a condition is not drawn")
    }
  }

  // MARK: Moves

  /// The moves of all actors, and those of them that are improvements.
  mutating func addMoves() throws {
    for actor in conflict.actors.indices {
      let options = conflict.options.indices.filter { conflict.options[$0].actor == actor }
      own.append(try library.variables(options.map { next($0) }))
      let renaming = try library.renaming(options.map { (taken($0), next($0)) })
      leading.append(renaming)
      var moves = try library.intersection(states, library.renamed(states, renaming))
      for option in options {
        let (now, then) = (try library.variable(taken(option)), try library.variable(next(option)))
        switch conflict.options[option].direction {
        case .both: break
        case .take: moves = try library.intersection(moves, library.union(library.complement(now), then))
        case .drop: moves = try library.intersection(moves, library.union(now, library.complement(then)))
        }
      }
      self.moves.append(moves)
      let better = try above(ends(wishes[actor], by: actor), wishes[actor])
      improvements.append(try library.intersection(moves, better))
    }
  }

  private func ends(_ sets: [Set], by actor: Int) throws -> [Set] {
    try sets.map { try library.renamed($0, leading[actor]) }
  }

  private func above(_ first: [Set], _ second: [Set]) throws -> Set {
    var above = library.nothing
    for (one, other) in zip(first, second).reversed() {
      let not = try library.complement(other)
      above = try library.choice(one, library.union(not, above), library.intersection(above, not))
    }
    return above
  }

  // MARK: Concepts

  /// How many states last.
  func count(_ concept: Concept) throws -> Double {
    var left = states
    for actor in conflict.actors.indices {
      left = try library.intersection(left, library.complement(unstable(actor, concept, keeping: [left])))
    }
    return try library.count(left, over: takenVariables)
  }

  private func unstable(_ actor: Int, _ concept: Concept, keeping held: [Set]) throws -> Set {
    if concept == .nash { return try library.exists(own[actor], improvements[actor]) }
    let others = conflict.actors.indices.filter { $0 != actor }
    let answers = others.map { concept.needsCredibleAnswers ? improvements[$0] : moves[$0] }
    let costs = concept.allowsCounterMove ? try best(of: actor) : wishes[actor]
    let worst = try worst(costs, movers: others, answers, keeping: held + costs)
    let leaving = concept.allowsCounterMove ? improvements[actor] : moves[actor]
    let better = try above(ends(worst, by: actor), wishes[actor])
    return try library.exists(own[actor], inBoth: leaving, better)
  }

  /// Wish by wish whether it holds in the best that the actor reaches by itself. Staying is among the moves.
  private func best(of actor: Int) throws -> [Set] {
    var candidates = moves[actor]
    var best: [Set] = []
    for end in try ends(wishes[actor], by: actor) {
      let some = try library.exists(own[actor], inBoth: candidates, end)
      candidates = try library.intersection(candidates, library.union(end, library.complement(some)))
      best.append(some)
    }
    return best
  }

  /// The least that the others can bring about, bit by bit: one closure each.
  private func worst(
    _ costs: [Set], movers: [Int], _ all: [Set], keeping held: [Set]
  ) throws -> [Set] {
    let held = held + [states] + wishes.flatMap { $0 } + self.moves + improvements + own
    var (open, moves) = (states, all)
    var worst: [Set] = []
    for cost in costs {
      var reached = try library.intersection(open, library.complement(cost))
      var idle = 0
      while idle < movers.count {
        for (place, mover) in movers.enumerated() {
          let end = try library.renamed(reached, leading[mover])
          let more = try library.union(
            reached, library.exists(own[mover], inBoth: moves[place], end))
          idle = library.isSame(more, reached) ? idle + 1 : 0
          reached = more
          library.tidy(keeping: held + worst + moves + [open, reached])
          if idle >= movers.count { break }
        }
      }
      let high = try library.intersection(states, library.complement(reached))
      for (place, mover) in movers.enumerated() {
        let differs = try library.difference(high, library.renamed(high, leading[mover]))
        moves[place] = try library.intersection(moves[place], library.complement(differs))
      }
      let differs = try library.difference(cost, high)
      open = try library.intersection(open, library.complement(differs))
      worst.append(high)
    }
    return worst
  }
}
