import ConflictModel
import Fuzzing
import TestSupport
import Testing

/// Every law on random conflicts of the whole table.
@Suite("Laws on the whole table") struct LawTests {
  private func expectLaws(_ seeds: Range<UInt64>, _ scale: RandomConflict.Scale) -> [String: Int] {
    var effective: [String: Int] = [:]
    for seed in seeds {
      let laws = ConflictLaws.check(RandomConflict.any(seed: seed, scale: scale), seed: seed)
      #expect(laws.faults.isEmpty, "\(scale) seed \(seed): \(laws.faults.prefix(5))")
      for law in laws.effective.keys { effective[law, default: 0] += 1 }
    }
    return effective
  }

  @Test("small conflicts")
  func small() {
    let effective = expectLaws(TestScale.seeds(300), .small)
    for (law, least) in [
      ("engines agree", 250), ("brute force agrees", 180), ("implications", 220), ("certified", 220),
      ("reordered", 130), ("graph form", 130),
    ] {
      #expect(effective[law, default: 0] >= least, "\(law)")
    }
  }

  @Test("1 to 130 states")
  func usual() {
    let effective = expectLaws(TestScale.seeds(60), .usual)
    for (law, least) in [
      ("engines agree", 55), ("implications", 48), ("certified", 48), ("reordered", 40),
    ] {
      #expect(effective[law, default: 0] >= least, "\(law)")
    }
  }

  @Test("hundreds of states and more")
  func large() {
    let effective = expectLaws(TestScale.isLong ? 0..<80 : 2..<5, .large)
    #expect(effective["engines agree", default: 0] >= 3)
  }
}
