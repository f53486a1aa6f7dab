import ConflictModel
import TestSupport
import Testing

/// What the generators of the other tests produce, measured on what they produced.
@Suite struct RandomConflictTests {
  @Test("every value of every dimension occurs")
  func dimensions() {
    var census = Census(ConflictTable.usual)
    for seed in 0..<780 as Range<UInt64> {
      census.count(ConflictProfile(RandomConflict.any(seed: seed, scale: .usual)))
    }
    #expect(census.rare() == [])
  }

  @Test("large conflicts have what small ones cannot")
  func large() {
    var census = Census(ConflictTable.large)
    for seed in 0..<8 as Range<UInt64> {
      census.count(ConflictProfile(RandomConflict.any(seed: seed, scale: .large)))
    }
    #expect(census.rare() == [])
  }

  @Test("small conflicts are seldom so small that nothing can happen")
  func small() {
    var (tiny, withMoves) = (0, 0)
    for seed in 0..<600 as Range<UInt64> {
      let conflict = RandomConflict.any(seed: seed)
      let truth = BruteForce(conflict)
      #expect(truth.codes.count <= 40)
      if truth.codes.count < 3 { tiny += 1 }
      let hasGain = conflict.actors.indices.contains { actor in
        truth.codes.contains { !truth.improvements(actor, $0).isEmpty }
      }
      if hasGain { withMoves += 1 }
    }
    #expect(tiny <= 30)
    #expect(withMoves >= 450)
  }

  @Test(
    "the states kept along while a conflict is made are those that obey its rules",
    arguments: Range<UInt64>(0...129))
  func stateCount(index: UInt64) {
    let conflict = RandomConflict.any(seed: index, scale: .usual)
    #expect(conflict.feasibleStates().states.count == Int(index) + 1)
  }
}
