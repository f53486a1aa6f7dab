import ConflictModel
import EffectiveCounts
import TestSupport
import Testing

/// The definitions for one state at a time, beside brute force.
@Suite struct DefinitionTests {
  @Test("moves, improvements and order", .effective(137), arguments: TestScale.seeds(200))
  func random(seed: UInt64) {
    let conflict = RandomConflict.any(seed: 2_000_000 + seed)
    effective(when: conflict.isLively)
    let truth = BruteForce(conflict)
    for actor in conflict.actors.indices {
      for code in truth.codes {
        let state = State(code)
        #expect(conflict.moves(of: actor, from: state).map { $0.code } == truth.moves(actor, code).sorted())
        #expect(
          conflict.improvements(of: actor, from: state).map { $0.code }
            == truth.improvements(actor, code).sorted())
        for other in truth.codes {
          #expect(
            conflict.canMove(actor, from: state, to: State(other)) == truth.moves(actor, code).contains(other)
          )
          let order = truth.compare(actor, code, other)
          #expect(conflict.prefers(actor, state, to: State(other)) == (order > 0))
          let (left, right) = (
            conflict.standing(of: actor, in: state), conflict.standing(of: actor, in: State(other))
          )
          #expect((left < right) == (order < 0) && (left == right) == (order == 0))
        }
      }
    }
  }

  @Test("there is no move from or to a state that is not feasible")
  func infeasible() {
    let conflict = PublishedConflict.cuba.conflict
    #expect(conflict.moves(of: 1, from: State(12)) == [])
    #expect(!conflict.canMove(1, from: State(12), to: State(8)))
    #expect(!conflict.canMove(1, from: State(8), to: State(12)))
    #expect(!conflict.canMove(1, from: State(8), to: State(8)))
    #expect(conflict.moves(of: 0, from: State(99)) == [])
    let graph = PublishedConflict.elmira(literature: true).conflict
    #expect(graph.moves(of: 0, from: State(9)) == [])
    #expect(!graph.canMove(0, from: State(9), to: State(0)))
  }

  @Test("an option that nobody controls stays as it is")
  func unowned() {
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: [Option(id: "a.x", actor: 0), Option(id: "y", actor: Option.nobody)])
    #expect(conflict.feasibleStates().states.count == 4)
    #expect(conflict.moves(of: 0, from: State(0)) == [State(1)])
    #expect(conflict.moves(of: 0, from: State(2)) == [State(3)])
    #expect(conflict.optionMask(of: 0) == 1)
  }

  @Test("a move listed twice, or to itself, or nowhere, is one move, or none")
  func carelessArcs() {
    let conflict = Conflict(
      actors: [
        Conflict.Actor(
          id: "a", preference: .indifferent,
          moves: [[State(2), State(1), State(2), State(0), State(7)], [], []])
      ], stateCount: 3)
    #expect(conflict.moves(of: 0, from: State(0)) == [State(1), State(2)])
    #expect(!conflict.canMove(0, from: State(0), to: State(7)))
  }

  @Test("the example in the documentation")
  func duel() {
    let duel = Conflict(
      actors: [
        Conflict.Actor(id: "row", preference: .statements([.taken(0), .not(.taken(1))])),
        Conflict.Actor(id: "column", preference: .statements([.taken(1), .not(.taken(0))])),
      ],
      options: [Option(id: "row.fire", actor: 0), Option(id: "column.fire", actor: 1)])
    #expect(duel.moves(of: 0, from: State(0)) == [State(1)])
    #expect(duel.prefers(0, State(1), to: State(0)))
  }

  @Test("equal conflicts are equal, names included")
  func equality() {
    let actor = Conflict.Actor(id: "a", preference: .indifferent)
    let option = Option(id: "a.x", actor: 0)
    let conflict = Conflict(actors: [actor], options: [option])
    #expect(conflict == Conflict(actors: [actor], options: [option]))
    var renamed = option
    renamed.name = "another name"
    #expect(conflict != Conflict(actors: [actor], options: [renamed]))
    #expect(conflict != Conflict(actors: [actor], options: [option], rules: [.constant(true)]))
    #expect(conflict != Conflict(actors: [actor], options: [option], terms: [.taken(0)]))
  }
}

/// What an actor wants, in each of its forms.
@Suite struct PreferenceTests {
  private func order(_ preference: Preference, optionCount: Int) -> [[UInt64]] {
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: preference)],
      options: (0..<optionCount).map { Option(id: "o\($0)", actor: 0) })
    return BruteForce(conflict).codes.reduce(into: [[UInt64]]()) { tiers, code in
      let standing = conflict.standing(of: 0, in: State(code))
      if let tier = tiers.firstIndex(where: { conflict.standing(of: 0, in: State($0[0])) == standing }) {
        tiers[tier].append(code)
      } else {
        let place = tiers.firstIndex { conflict.standing(of: 0, in: State($0[0])) < standing }
        tiers.insert([code], at: place ?? tiers.count)
      }
    }
  }

  @Test("the first statement outweighs all later ones")
  func statements() {
    #expect(order(.statements([.taken(0), .taken(1)]), optionCount: 2) == [[3], [1], [2], [0]])
    #expect(order(.statements([.all([.taken(0), .taken(1)])]), optionCount: 2) == [[3], [0, 1, 2]])
    #expect(order(.statements([]), optionCount: 1) == [[0, 1]])
  }

  @Test("statements beyond the 64th and the 128th still count", arguments: [63, 64, 65, 127, 128, 129, 300])
  func manyStatements(padding: Int) {
    let same = [Condition](repeating: .constant(true), count: padding)
    #expect(order(.statements(same + [.taken(0)]), optionCount: 1) == [[1], [0]])
    #expect(order(.statements([.taken(1)] + same + [.taken(0)]), optionCount: 2) == [[3], [2], [1], [0]])
  }

  @Test("what a ranking does not list is worst")
  func ranking() {
    let tiers = [[State(2)], [State(0), State(1)]]
    #expect(order(.ranking(tiers), optionCount: 2) == [[2], [0, 1], [3]])
  }

  @Test("weights add up exactly, below zero, too")
  func weights() {
    // 0.1 + 0.2 ties with 0.3, in millionths.
    #expect(
      order(.weights([100_000, 200_000, 300_000]), optionCount: 3) == [[7], [6], [5], [3, 4], [2], [1], [0]])
    #expect(order(.weights([-2, 1]), optionCount: 2) == [[2], [0], [3], [1]])
    // Differences that a floating point number would lose.
    let large = Int64(1) << 60
    #expect(order(.weights([large, large + 1]), optionCount: 2) == [[3], [2], [1], [0]])
  }

  @Test("indifference ties everything")
  func indifferent() {
    #expect(order(.indifferent, optionCount: 2) == [[0, 1, 2, 3]])
  }
}
