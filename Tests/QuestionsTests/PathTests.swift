import CaseFile
import ConflictModel
import Stability
import TestSupport
import Testing

@testable import Questions

/// Paths against plain enumeration of legal sequences.
@Suite("Paths") struct PathTests {
  /// A small conflict with a start; nil when it has no state.
  struct Sample {
    let conflict: Conflict
    let solution: Solution
    let naive: BruteForce
    let start: UInt64

    init?(seed: UInt64) {
      conflict = RandomConflict.any(seed: seed)
      solution = conflict.solve()
      naive = BruteForce(conflict)
      var random = SeededGenerator(seed: seed &+ 1_000_000)
      guard let start = naive.codes.randomElement(using: &random) else { return nil }
      self.start = start
    }

    func position(_ code: UInt64) -> Int { solution.states.position(of: State(code))! }

    func steps(_ kind: StepKind, _ actor: Int, _ code: UInt64) -> [UInt64] {
      (kind == .moves ? naive.moves(actor, code) : naive.improvements(actor, code)).sorted()
    }
  }

  /// Conflicts in which somebody can leave the start.
  static let seeds = TestScale.seeds(40) { seed in
    guard let sample = Sample(seed: seed) else { return false }
    return sample.conflict.actors.indices.contains { !sample.naive.moves($0, sample.start).isEmpty }
  }

  /// Who stands where after how many steps, and in how many ways: step by step
  /// over all sequences, as the definition in ``Reach`` has it.
  static func table(
    _ sample: Sample, _ kind: StepKind
  ) -> [(state: UInt64, mover: Int, step: Int, ways: UInt64)] {
    struct Pair: Hashable { var state: UInt64, mover: Int }
    var first: [Pair: (step: Int, ways: UInt64)] = [:]
    var layer: [Pair: UInt64] = [Pair(state: sample.start, mover: -1): 1]
    let depth = sample.naive.codes.count * sample.conflict.actors.count + 1
    for step in 1...depth {
      var next: [Pair: UInt64] = [:]
      for (pair, ways) in layer {
        for mover in sample.conflict.actors.indices where mover != pair.mover {
          for target in sample.steps(kind, mover, pair.state) {
            // Sequences that are not shortest to one of their own states cannot be shortest.
            next[Pair(state: target, mover: mover), default: 0] += ways
          }
        }
      }
      next = next.filter { first[$0.key] == nil }
      for (pair, ways) in next { first[pair] = (step, ways) }
      if next.isEmpty { break }
      layer = next
    }
    return first.map { ($0.key.state, $0.key.mover, $0.value.step, $0.value.ways) }
  }

  @Test("the status quo table is that of plain enumeration", arguments: seeds)
  func agrees(seed: UInt64) throws {
    let sample = try #require(Sample(seed: seed))
    for kind in StepKind.allCases {
      let reach = Reach(from: sample.position(sample.start), by: kind, in: sample.solution)
      let expected = Self.table(sample, kind)
      #expect(reach.arrivals.count == expected.count)
      for entry in expected {
        let position = sample.position(entry.state)
        #expect(reach.step(of: entry.mover, at: position) == entry.step)
        let arrival = reach.arrivals.first { $0.position == position && $0.mover == entry.mover }
        #expect(arrival?.ways == entry.ways)
      }
      for position in reach.positions {
        let path = try #require(reach.path(to: position))
        #expect(path.count == reach.distance(to: position))
        Self.expectLegal(path, sample, kind)
      }
    }
  }

  static func expectLegal(_ path: [Step], _ sample: Sample, _ kind: StepKind) {
    var (state, last) = (sample.start, -1)
    for step in path {
      #expect(step.actor != last)
      #expect(sample.steps(kind, step.actor, state).contains(step.state.code))
      (state, last) = (step.state.code, step.actor)
    }
  }

  /// All ways by trying every sequence: loops are looked for in the finished sequence.
  static func ways(_ sample: Sample, _ kind: StepKind, to targets: Set<UInt64>) -> Set<[Step]>? {
    var found: Set<[Step]> = []
    var tried = 0
    func hasLoop(_ path: [Step]) -> Bool {
      let states = [sample.start] + path.map(\.state.code)
      for end in states.indices {
        for begin in 0..<end where states[begin] == states[end] {
          // Steps begin+1 to end are cut; what follows must stay legal.
          let isLast = end == path.count
          if begin == 0 || isLast || path[begin - 1].actor != path[end].actor { return true }
        }
      }
      return false
    }
    func extend(_ path: [Step]) {
      tried += 1
      if tried > 20_000 { return }
      let state = path.last?.state.code ?? sample.start
      // No state is in a way more than twice.
      if path.filter({ $0.state.code == state }).count > 2 { return }
      for mover in sample.conflict.actors.indices where mover != path.last?.actor {
        for target in sample.steps(kind, mover, state) {
          let longer = path + [Step(actor: mover, state: State(target))]
          if targets.contains(target) {
            if !hasLoop(longer) { found.insert(longer) }
          } else {
            extend(longer)
          }
        }
      }
    }
    extend([])
    return tried > 20_000 ? nil : found
  }

  @Test("all ways are found, the shortest first", arguments: seeds)
  func waysAgree(seed: UInt64) throws {
    let sample = try #require(Sample(seed: seed))
    for kind in StepKind.allCases {
      let targets = Set(sample.naive.codes.filter { ($0 &* 2_654_435_761 >> 3) % 4 == seed % 4 })
      guard let expected = Self.ways(sample, kind, to: targets) else { continue }
      let reach = Reach(from: sample.position(sample.start), by: kind, in: sample.solution)
      let ways = reach.ways(to: Set(targets.map(sample.position)), atMost: 100_000)
      #expect(ways.isComplete)
      #expect(Set(ways.paths) == expected)
      #expect(ways.paths.count == expected.count)
      #expect(ways.paths.map(\.count) == ways.paths.map(\.count).sorted())
      let meter = ChangeMeter(sample.solution.conflict)
      let sizes = ways.paths.map { path in
        zip([State(sample.start)] + path.map(\.state), path).reduce(ChangeSize.none) {
          $0 + meter.size(from: $1.0, to: $1.1.state)
        }
      }
      for (index, pair) in zip(sizes, sizes.dropFirst()).enumerated()
      where ways.paths[index].count == ways.paths[index + 1].count {
        #expect(pair.0 <= pair.1, "of one length those that change least come first")
      }
      if expected.count > 1 {
        let some = reach.ways(to: Set(targets.map(sample.position)), atMost: expected.count - 1)
        #expect(!some.isComplete)
        #expect(some.paths == Array(ways.paths.dropLast()))
      }
    }
  }

  /// The fewest reluctant steps to each state, by relaxing until nothing changes.
  static func reluctance(_ sample: Sample) -> [UInt64: Int] {
    struct Pair: Hashable { var state: UInt64, mover: Int }
    var least: [Pair: Int] = [Pair(state: sample.start, mover: -1): 0]
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (pair, cost) in least {
        for mover in sample.conflict.actors.indices where mover != pair.mover {
          for target in sample.naive.moves(mover, pair.state) {
            let gains = sample.naive.compare(mover, target, pair.state) > 0
            let next = Pair(state: target, mover: mover)
            if least[next, default: .max] > cost + (gains ? 0 : 1) {
              least[next] = cost + (gains ? 0 : 1)
              hasChanged = true
            }
          }
        }
      }
    }
    return least.reduce(into: [:]) { $0[$1.key.state] = min($0[$1.key.state] ?? .max, $1.value) }
  }

  @Test("reluctance is the fewest steps without a gain", arguments: seeds)
  func reluctanceAgrees(seed: UInt64) throws {
    let sample = try #require(Sample(seed: seed))
    let search = LeastReluctance(from: sample.position(sample.start), in: sample.solution)
    let expected = Self.reluctance(sample)
    for code in sample.naive.codes {
      let position = sample.position(code)
      #expect(search.reluctance(to: position) == expected[code])
      guard let path = search.path(to: position) else { continue }
      Self.expectLegal(path.steps, sample, .moves)
      #expect(path.reluctant.count == expected[code])
    }
  }

  @Test("an obstacle is true, and there is one where nothing leads", arguments: seeds)
  func obstacles(seed: UInt64) throws {
    let sample = try #require(Sample(seed: seed))
    let start = sample.position(sample.start)
    let search = ObstacleSearch(from: start, in: sample.solution)
    for kind in StepKind.allCases {
      let reach = Reach(from: start, by: kind, in: sample.solution)
      for position in sample.solution.states.indices {
        let obstacle = search.obstacle(to: [position], by: kind)
        #expect((obstacle == nil) == reach.contains(position))
        let moves = Set(Reach(from: start, by: .moves, in: sample.solution).positions + [start])
        switch obstacle {
        case nil, .outOfReach: break
        case .nothingThere: Issue.record("there is a state")
        case .losses: Issue.record("all is counted where states are listed")
        case .option(let option, let taken, _):
          #expect(sample.solution.states[position].takes(option) == taken)
          #expect(moves.allSatisfy { sample.solution.states[$0].takes(option) != taken })
        case .noMoveLeadsThere:
          let code = sample.solution.states[position].code
          for actor in sample.conflict.actors.indices {
            #expect(sample.naive.codes.allSatisfy { !sample.naive.moves(actor, $0).contains(code) })
          }
        case .reluctance(_, let path):
          #expect(kind == .improvements && moves.contains(position))
          #expect(path.steps.last?.state == sample.solution.states[position])
        }
      }
    }
  }

  @Test("from Elmira's status quo improvements lead to s5 alone")
  func elmira() {
    let solution = PublishedConflict.elmira(literature: true).conflict.solve()
    let reach = Reach(from: 0, by: .improvements, in: solution)
    #expect(reach.positions == [4])
    #expect(reach.path(to: 4) == [Step(actor: 2, state: State(4))])
    #expect(Reach(from: 0, by: .moves, in: solution).positionCount == 8)
    let settlement = Reach(from: 0, by: .moves, in: solution).ways(to: [3, 7], atMost: 100)
    #expect(settlement.isComplete && settlement.paths.count == 8)
  }

  @Test("a search that is cut short says so")
  func cutShort() {
    let options = (0..<12).map { Option(id: "o\($0)", actor: $0 % 3) }
    let actors = (0..<3).map { Conflict.Actor(id: "a\($0)", preference: .indifferent) }
    let solution = Conflict(actors: actors, options: options).solve()
    let stopped = Reach(from: 0, by: .moves, in: solution, control: Control(shouldStop: { .interrupted }))
    #expect(stopped.limit == .interrupted)
    #expect(stopped.positionCount < 4095)
    let reach = Reach(from: 0, by: .moves, in: solution)
    #expect(reach.positionCount == 4096)
    let ways = reach.ways(to: [4095], atMost: .max, searchLimit: 1000)
    #expect(!ways.isComplete && ways.limit == nil)
  }
}
