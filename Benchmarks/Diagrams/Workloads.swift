import ConflictModel
import TestSupport

/// A sequence of operations that both libraries run.
protocol Workload: Sendable {
  var name: String { get }
  var variableCount: Int { get }
  /// Runs it; what it returns is to be the same in both.
  func run<Library: DiagramLibrary>(in library: Library) throws -> [Double]
}

/// So many queens, none of which attacks another: one constraint after the other.
struct Queens: Workload {
  let count: Int
  var name: String { "\(count) queens" }
  var variableCount: Int { count * count }

  func run<Library: DiagramLibrary>(in library: Library) throws -> [Double] {
    var board = library.everything
    for row in 0..<count {
      var some = library.nothing
      for column in 0..<count { some = try library.union(some, library.variable(row * count + column)) }
      board = try library.intersection(board, some)
    }
    for row in 0..<count {
      for column in 0..<count {
        board = try library.intersection(board, alone(row, column, in: library))
        library.tidy(keeping: [board])
      }
    }
    return [try library.count(board, over: Array(0..<variableCount))]
  }

  /// If there is a queen, it attacks no other.
  private func alone<Library: DiagramLibrary>(
    _ row: Int, _ column: Int, in library: Library
  ) throws -> Library.Set {
    var alone = library.everything
    for other in (0..<count * count).reversed() where other != row * count + column {
      let (down, across) = (other / count - row, other % count - column)
      if down == 0 || across == 0 || abs(down) == abs(across) {
        alone = try library.intersection(alone, library.complement(library.variable(other)))
      }
    }
    return try library.union(library.complement(library.variable(row * count + column)), alone)
  }
}

/// Random clauses of three literals, one after the other.
struct Clauses: Workload {
  let variableCount: Int
  let count: Int
  var name: String { "\(count) clauses on \(variableCount) variables" }

  func run<Library: DiagramLibrary>(in library: Library) throws -> [Double] {
    [try library.count(set(in: library) { _ in }, over: Array(0..<variableCount))]
  }

  /// What obeys all clauses; what obeys the first is shown on the way.
  func set<Library: DiagramLibrary>(
    in library: Library, showing show: (Library.Set) throws -> Void
  ) throws -> Library.Set {
    var random = SeededGenerator(seed: 7)
    var all = library.everything
    for _ in 0..<count {
      var clause = library.nothing
      for _ in 0..<3 {
        let variable = try library.variable(Int.random(in: 0..<variableCount, using: &random))
        let literal = Bool.random(using: &random) ? variable : try library.complement(variable)
        clause = try library.union(clause, literal)
      }
      all = try library.intersection(all, clause)
      library.tidy(keeping: [all])
      try show(all)
    }
    return all
  }
}

/// Two or three sets at random made into one, again and again.
struct Mixture: Workload {
  let variableCount: Int
  let operations: Int
  var name: String { "\(operations) and, or, xor, ite on \(variableCount) variables" }

  func run<Library: DiagramLibrary>(in library: Library) throws -> [Double] {
    var random = SeededGenerator(seed: 3)
    var sets: [Library.Set] = []
    for variable in 0..<variableCount { sets.append(try library.variable(variable)) }
    for step in 0..<operations {
      let (first, second) = (sets.randomElement(using: &random)!, sets.randomElement(using: &random)!)
      let third = sets.randomElement(using: &random)!
      let made: Library.Set
      switch step % 4 {
      case 0: made = try library.intersection(first, second)
      case 1: made = try library.union(first, second)
      case 2: made = try library.difference(first, second)
      default: made = try library.choice(first, second, third)
      }
      sets[Int.random(in: sets.indices, using: &random)] = made
      // Now and then a fresh variable, or all would come to depend on all.
      if step % 3 == 0 {
        let place = Int.random(in: sets.indices, using: &random)
        sets[place] = try library.variable(Int.random(in: 0..<variableCount, using: &random))
      }
      library.tidy(keeping: sets)
    }
    return try sets.map { try library.count($0, over: Array(0..<variableCount)) }
  }
}

/// What the symbolic engine does with conflicts.
struct Solving: Workload {
  enum Part: String {
    case conditions = "rules and wishes"
    case moves = "moves and improvements"
    case nash, gmr, smr, seq, sseq
  }

  let options: Int
  let name: String
  private let part: Part
  private let conflicts: [Conflict]

  init(_ options: Int, _ actors: Int, _ wishes: Int, _ part: Part, seeds: ClosedRange<UInt64> = 1...1) {
    self.options = options
    self.part = part
    conflicts = seeds.map {
      RandomConflict.structured(options: options, actors: actors, wishes: wishes, seed: $0)
    }
    let number = conflicts.count == 1 ? "" : ", \(conflicts.count) cases"
    name = "\(options)/\(actors)/\(wishes): \(part.rawValue)\(number)"
  }

  var variableCount: Int { 2 * options }

  func run<Library: DiagramLibrary>(in library: Library) throws -> [Double] {
    var counts: [Double] = []
    for conflict in conflicts {
      var diagrams = try ConflictDiagrams(conflict, in: library)
      counts.append(try library.count(diagrams.states, over: (0..<options).map { 2 * $0 + 1 }))
      if part == .conditions { continue }
      try diagrams.addMoves()
      for moves in diagrams.improvements {
        counts.append(try library.count(moves, over: Array(0..<variableCount)))
      }
      if let concept = Concept(rawValue: part.rawValue) { counts.append(try diagrams.count(concept)) }
    }
    return counts
  }
}

/// Sets of many nodes made and counted, each after another clause.
struct Counting: Workload {
  let clauses: Clauses
  var name: String { clauses.name + ", each counted" }
  var variableCount: Int { clauses.variableCount }

  func run<Library: DiagramLibrary>(in library: Library) throws -> [Double] {
    var counts: [Double] = []
    _ = try clauses.set(in: library) { set in
      counts.append(try library.count(set, over: Array(0..<variableCount)))
    }
    return counts
  }
}
