import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

/// What holds in every conflict, whatever the answers are.
@Suite struct LawTests {
  @Test(
    "stronger concepts imply weaker ones, actor by actor", .effective(360), arguments: TestScale.seeds(500))
  func implications(seed: UInt64) {
    let solution = RandomConflict.any(seed: 10_000_000 + seed).solve()
    effective(when: solution.conflict.isLively)
    let laws: [(Concept, Concept)] = [
      (.nash, .sseq), (.sseq, .seq), (.seq, .gmr), (.sseq, .smr), (.smr, .gmr), (.nash, .sim),
    ]
    for (strong, weak) in laws where solution.concepts.contains(weak) {
      for actor in solution.conflict.actors.indices {
        for position in solution.states.indices
        where solution.isStable(strong, actor: actor, position: position) {
          #expect(
            solution.isStable(weak, actor: actor, position: position),
            "\(strong) and not \(weak): actor \(actor) at \(position)")
        }
      }
    }
  }

  @Test("equilibria are where everybody is stable", .effective(70), arguments: TestScale.seeds(100))
  func equilibria(seed: UInt64) {
    let solution = RandomConflict.any(seed: 20_000_000 + seed).solve()
    effective(
      when: solution.concepts.contains {
        !solution.equilibria($0).isEmpty && solution.equilibria($0).count < solution.states.count
      })
    for concept in solution.concepts {
      let everywhere = solution.conflict.actors.indices.map { Set(solution.stable(concept, actor: $0)) }
      for position in solution.states.indices {
        let expected = everywhere.allSatisfy { $0.contains(position) }
        #expect(solution.isEquilibrium(concept, position: position) == expected)
        #expect(solution.equilibria(concept).contains(position) == expected)
      }
    }
  }

  @Test(
    "renaming and reordering changes nothing but numbers", .effective(176), arguments: TestScale.seeds(300))
  func reordering(seed: UInt64) {
    var random = SeededGenerator(seed: 30_000_000 + seed)
    let conflict = RandomConflict.optionForm(using: &random)
    let actorOrder = conflict.actors.indices.shuffled(using: &random)
    let optionOrder = conflict.optionOrder(using: &random)
    let map = Reordering(optionOrder: optionOrder)

    let before = conflict.solve()
    let isReordered =
      actorOrder != Array(conflict.actors.indices) || optionOrder != Array(conflict.options.indices)
    effective(when: isReordered && conflict.isLively)
    let after = conflict.reordered(actors: actorOrder, options: optionOrder).solve()
    #expect(before.states.map { map($0) }.sorted() == Array(after.states))
    for concept in Concept.allCases {
      for (new, old) in actorOrder.enumerated() {
        let expected = before.stable(concept, actor: old).map { map(before.states[$0]) }.sorted()
        #expect(after.stable(concept, actor: new).map { after.states[$0] } == expected)
      }
    }
  }

  @Test("option form and graph form agree", .effective(178), arguments: TestScale.seeds(300))
  func forms(seed: UInt64) {
    var random = SeededGenerator(seed: 40_000_000 + seed)
    let options = RandomConflict.optionForm(using: &random)
    effective(when: options.isLively)
    let (left, right) = (options.solve(), options.inGraphForm().solve())
    #expect(left.states.count == right.states.count)
    for actor in options.actors.indices {
      for position in left.states.indices {
        #expect(left.moves(of: actor, from: position) == right.moves(of: actor, from: position))
      }
      #expect(left.tiers(of: actor) == right.tiers(of: actor))
    }
    #expect(right.notDefined == [.sim])
    #expect(right.concepts == [.nash, .gmr, .smr, .seq, .sseq])
    for concept in right.concepts {
      for actor in options.actors.indices {
        #expect(left.stable(concept, actor: actor) == right.stable(concept, actor: actor), "\(concept)")
      }
    }
  }

  @Test(
    "actors who cannot move change nothing for the others", .effective(141), arguments: TestScale.seeds(200))
  func idleActors(seed: UInt64) {
    let conflict = RandomConflict.any(seed: 50_000_000 + seed)
    effective(when: conflict.isLively)
    let state = State(UInt64(seed % 4))
    let before = conflict.solve()
    let after = conflict.withIdleActors([.indifferent, .ranking([[state]])]).solve()
    for concept in before.concepts {
      for actor in conflict.actors.indices {
        #expect(before.stable(concept, actor: actor) == after.stable(concept, actor: actor))
      }
      for idle in conflict.actors.count..<conflict.actors.count + 2 {
        #expect(Array(after.stable(concept, actor: idle)) == Array(after.states.indices))
      }
    }
  }

  @Test(
    "a lone actor is stable exactly where it cannot improve", .effective(29), arguments: TestScale.seeds(50))
  func loneActor(seed: UInt64) {
    var random = SeededGenerator(seed: 60_000_000 + seed)
    var conflict = RandomConflict.optionForm(using: &random)
    while conflict.actors.count != 1 { conflict = RandomConflict.optionForm(using: &random) }
    let solution = conflict.solve()
    effective(when: solution.stable(.nash, actor: 0).count < solution.states.count)
    for concept in solution.concepts {
      #expect(solution.stable(concept, actor: 0) == solution.stable(.nash, actor: 0))
    }
  }
}
