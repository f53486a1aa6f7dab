import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

/// Of paths that are as short, or as reluctant, the one that changes least.
@Suite("The plainest paths") struct PlainestPathTests {
  struct Pair: Hashable { var state: UInt64, mover: Int }

  struct Cost: Comparable {
    var reluctance: Int
    var steps: Int
    var size: ChangeSize

    static func < (left: Cost, right: Cost) -> Bool {
      (left.reluctance, left.steps, left.size) < (right.reluctance, right.steps, right.size)
    }
  }

  /// The least cost of a legal sequence to each state, by relaxing until nothing changes.
  static func costs(_ sample: PathTests.Sample, _ kind: StepKind, countsReluctance: Bool) -> [UInt64: Cost] {
    let meter = ChangeMeter(sample.conflict)
    var least = [Pair(state: sample.start, mover: -1): Cost(reluctance: 0, steps: 0, size: .none)]
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (pair, cost) in least {
        for mover in sample.conflict.actors.indices where mover != pair.mover {
          for target in sample.steps(kind, mover, pair.state) {
            let isReluctant = countsReluctance && sample.naive.compare(mover, target, pair.state) <= 0
            let next = Cost(
              reluctance: cost.reluctance + (isReluctant ? 1 : 0), steps: cost.steps + 1,
              size: cost.size + meter.size(from: State(pair.state), to: State(target)))
            let key = Pair(state: target, mover: mover)
            if least[key].map({ next < $0 }) ?? true {
              least[key] = next
              hasChanged = true
            }
          }
        }
      }
    }
    return least.reduce(into: [:]) { found, entry in
      if found[entry.key.state].map({ entry.value < $0 }) ?? true { found[entry.key.state] = entry.value }
    }
  }

  static func size(_ path: [Step], from start: UInt64, _ meter: ChangeMeter) -> ChangeSize {
    var (current, size) = (State(start), ChangeSize.none)
    for step in path {
      size = size + meter.size(from: current, to: step.state)
      current = step.state
    }
    return size
  }

  @Test("paths are shortest and change least", .effective(25), arguments: TestScale.seeds(60))
  func agrees(seed: UInt64) throws {
    guard let sample = PathTests.Sample(seed: seed) else { return effective(when: false) }
    var most = 0
    let meter = ChangeMeter(sample.conflict)
    let start = sample.position(sample.start)
    for kind in StepKind.allCases {
      let reach = Reach(from: start, by: kind, in: sample.solution)
      let expected = Self.costs(sample, kind, countsReluctance: false)
      most = max(most, expected.values.map(\.steps).max() ?? 0)
      for (code, cost) in expected where code != sample.start {
        let path = try #require(reach.path(to: sample.position(code)))
        PathTests.expectLegal(path, sample, kind)
        #expect(path.count == cost.steps)
        #expect(Self.size(path, from: sample.start, meter) == cost.size)
      }
    }
    let search = LeastReluctance(from: start, in: sample.solution)
    for (code, cost) in Self.costs(sample, .moves, countsReluctance: true) where code != sample.start {
      let path = try #require(search.path(to: sample.position(code)))
      #expect(path.reluctant.count == cost.reluctance && path.steps.count == cost.steps)
      #expect(Self.size(path.steps, from: sample.start, meter) == cost.size)
    }
    effective(when: most > 1)
  }

  @Test(
    "of several states the nearest is told, and its path is the first of the ways", .effective(15),
    arguments: TestScale.seeds(60))
  func nearest(seed: UInt64) throws {
    guard let sample = PathTests.Sample(seed: seed) else { return effective(when: false) }
    let meter = ChangeMeter(sample.conflict)
    let start = sample.position(sample.start)
    let reach = Reach(from: start, by: .improvements, in: sample.solution)
    let costs = Self.costs(sample, .improvements, countsReluctance: false)
    var compared = 0
    for part in 0..<4 {
      let targets = sample.solution.states.indices.filter { ($0 + Int(seed)) % 4 <= part && $0 != start }
      let reached = targets.compactMap { costs[sample.solution.states[$0].code] }
      guard let nearest = reach.nearest(of: targets) else {
        #expect(reached.isEmpty)
        continue
      }
      compared += reached.count - 1
      let path = try #require(reach.path(to: nearest))
      let size = Self.size(path, from: sample.start, meter)
      #expect(Cost(reluctance: 0, steps: path.count, size: size) == reached.min())
      for most in [1, 3] { #expect(reach.ways(to: Set(targets), atMost: most).paths.first == path) }
    }
    effective(when: compared > 1)
  }

  @Test("a way comes back to a state where nobody may move twice running")
  func back() {
    // The only way to the last state is forth and back, since whoever can go on has just moved.
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .indifferent, moves: [[State(1)], [State(3)], [], []]),
        Conflict.Actor(id: "b", preference: .indifferent, moves: [[], [State(2)], [], []]),
        Conflict.Actor(id: "c", preference: .indifferent, moves: [[], [], [State(1)], []]),
      ], stateCount: 4)
    let ways = Reach(from: 0, by: .moves, in: conflict.solve()).ways(to: [3], atMost: 9)
    #expect(ways.paths.map { $0.map { Int($0.state.code) } } == [[1, 2, 1, 3]])
  }
}
