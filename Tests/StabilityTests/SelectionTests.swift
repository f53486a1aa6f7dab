import ConflictModel
import EffectiveCounts
import TestSupport
import Testing

@testable import Stability

/// Some of the states, however they are stored, behave as a set of positions.
@Suite("Selections") struct SelectionTests {
  @Test("set operations, on states by combination and listed", .effective(10), arguments: TestScale.seeds(20))
  func operations(seed: UInt64) throws {
    var random = SeededGenerator(seed: 130_000 + seed)
    let conflict = EngineTests.random(120_000 + seed, options: 8)
    effective(when: conflict.isLively)
    for engine in [Engine.dense, .sparse] {
      let solution = conflict.solve(SolveRequest(concepts: [.nash, .gmr, .seq], engine: engine))
      let states = solution.states
      func draw() -> Set<Int> { Set(states.indices.filter { _ in Bool.random(using: &random) }) }
      let (one, other) = (draw(), draw())
      let (left, right) = (Selection(at: one, of: states), Selection(at: other.sorted(), of: states))
      #expect(Array(left) == one.sorted() && left.count == one.count && left.first == one.min())
      #expect(Array(left.union(right)) == one.union(other).sorted())
      #expect(Array(left.intersection(right)) == one.intersection(other).sorted())
      #expect(Array(left.subtracting(right)) == one.subtracting(other).sorted())
      #expect(left.subtracting(left).isEmpty && left.subtracting(left).first == nil)
      #expect((left == right) == (one == other))
      let equilibria = solution.concepts.map { Set(solution.equilibria($0)) }
      #expect(Set(solution.lasting) == equilibria.reduce([]) { $0.union($1) })
    }
  }

  @Test("nothing lasts where nothing was decided")
  func undecided() {
    let conflict = EngineTests.random(120_004, options: 10, actors: 5)
    let solution = conflict.solve(SolveRequest(), control: Control(shouldStop: { .interrupted }))
    #expect(solution.concepts.isEmpty && solution.lasting.isEmpty && !solution.isWorkedOut)
    #expect(conflict.solve(SolveRequest(concepts: [])).lasting.isEmpty)
  }

  @Test(
    "ranks tell who likes what better, by position and by slot", .effective(10),
    arguments: TestScale.seeds(20))
  func ranks(seed: UInt64) {
    let conflict = EngineTests.random(120_000 + seed, options: 6)
    effective(when: conflict.isLively)
    for engine in [Engine.dense, .sparse, .reference] {
      let solution = conflict.solve(SolveRequest(concepts: [], engine: engine))
      #expect(solution.isWorkedOut)
      for actor in conflict.actors.indices {
        // The best tier comes first.
        let tiers = solution.tiers(of: actor).map { $0.map { solution.rank(of: actor, at: $0) } }
        #expect(tiers.allSatisfy { Set($0).count == 1 })
        #expect(zip(tiers, tiers.dropFirst()).allSatisfy { $0[0] > $1[0] })
        for position in solution.states.indices {
          let slot = solution.states.slot(at: position)
          #expect(solution.rank(of: actor, inSlot: slot) == solution.rank(of: actor, at: position))
        }
      }
    }
  }

  @Test("moves among combinations, followed back", .effective(10), arguments: TestScale.seeds(20))
  func sources(seed: UInt64) {
    let conflict = EngineTests.random(120_000 + seed, options: 7)
    effective(when: conflict.isLively)
    guard let tables = conflict.solve(SolveRequest(concepts: [], engine: .dense)).tables else {
      Issue.record("nobody said stop")
      return
    }
    let slots = 0..<(1 << conflict.options.count)
    for moves in tables.moves {
      var forward: Set<[Int]> = []
      var back: Set<[Int]> = []
      for slot in slots {
        var list: [UInt32] = []
        moves.appendTargets(of: slot, to: &list)
        for target in list { forward.insert([slot, Int(target)]) }
        list = []
        moves.appendSources(of: slot, to: &list)
        for source in list { back.insert([Int(source), slot]) }
      }
      #expect(forward == back)
    }
  }
}
