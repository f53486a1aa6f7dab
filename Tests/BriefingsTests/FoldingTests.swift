import ConflictModel
import EffectiveCounts
import TestSupport
import Testing

@testable import Briefings

@Suite("Folding states into columns")
struct FoldingTests {
  /// A conflict with some yes-or-no options and one option with levels, and a
  /// random set of its states, each of one of a few kinds.
  private static func random(seed: UInt64) -> (CubeSpace, [(state: State, kind: Int)]) {
    var random = SeededGenerator(seed: seed)
    let plain = Int.random(in: 0...5, using: &random)
    let levels = Int.random(in: 2...4, using: &random)
    let options = (0..<plain + levels - 1).map { Option(id: "o\($0)", actor: 0) }
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)], options: options,
      levelOptions: [
        LevelOption(
          id: "l", name: "l", actor: 0, levels: (0..<levels).map { "l\($0)" },
          levelNames: (0..<levels).map { "l\($0)" }, firstOption: plain)
      ])
    let density = Int.random(in: 1...10, using: &random)
    let kinds = Int.random(in: 1...3, using: &random)
    let states = conflict.feasibleStates().states.filter { _ in
      Int.random(in: 0..<10, using: &random) < density
    }
    return (CubeSpace(conflict), states.map { ($0, Int.random(in: 0..<kinds, using: &random)) })
  }

  @Test("covers each state exactly once, and no other", .effective(119), arguments: TestScale.seeds(200))
  func exactDisjointCover(seed: UInt64) {
    let (space, states) = Self.random(seed: seed)
    let columns = space.fold(states)
    effective(when: columns.count > 1 && columns.count < states.count)
    for (state, kind) in states {
      let holders = columns.filter { space.contains($0.cube, state) }
      #expect(holders.count == 1, "state \(state.code)")
      #expect(holders.first?.kind == kind, "state \(state.code)")
    }
    // Exactly once, and as many in all: so no cube holds a state outside the set.
    #expect(columns.reduce(0) { $0 + space.count($1.cube) } == states.count)
    for column in columns {
      #expect(states.contains { $0.state == space.first(column.cube) })
    }
  }

  @Test("makes one column of all states when all are alike")
  func everything() {
    let options = (0..<3).map { Option(id: "o\($0)", actor: 0) }
    let conflict = Conflict(actors: [Conflict.Actor(id: "a", preference: .indifferent)], options: options)
    let space = CubeSpace(conflict)
    let columns = space.fold(conflict.feasibleStates().states.map { ($0, 0) })
    #expect(columns.count == 1)
    #expect(columns.first.map { space.count($0.cube) } == 8)
  }

  @Test("folds very many states, too")
  func many() {
    let options = (0..<14).map { Option(id: "o\($0)", actor: 0) }
    let conflict = Conflict(actors: [Conflict.Actor(id: "a", preference: .indifferent)], options: options)
    let space = CubeSpace(conflict)
    let states = (0..<UInt64(1 << 14)).filter { $0 % 4 != 3 }.map { (state: State($0), kind: 0) }
    let columns = space.fold(states)
    #expect(columns.count == 2)
    #expect(columns.reduce(0) { $0 + space.count($1.cube) } == states.count)
  }
}
