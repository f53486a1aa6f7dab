import StateSets
import Testing

/// What is broken is noticed, and said.
@Suite struct InvariantTests {
  @Test("sets")
  func sets() {
    for slotCount in [0, 1, 63, 64, 65, 128] {
      #expect(StateSet(allOf: slotCount).fault == nil && StateSet(over: slotCount).fault == nil)
    }
    #expect(StateSet.fault(of: [0b1000], over: 3) == "a set over 3 slots has members past the last")
    #expect(StateSet.fault(of: [0, 1 << 63], over: 127) != nil)
    #expect(StateSet.fault(of: [0, 0], over: 64) == "a set over 64 slots has 2 words")
    #expect(StateSet.fault(of: [], over: -1) != nil)
  }

  @Test("rank arrays")
  func ranks() {
    let ranks = RankArray(count: 5, width: .one, filledWith: 3)
    let all = StateSet(allOf: 5)
    #expect(ranks.fault(rankCount: 4, among: all) == nil)
    ranks.set(4, to: 9)
    #expect(ranks.fault(rankCount: 4, among: all) == "rank 9 of 4 in slot 4")
    var others = all
    others.remove(4)
    #expect(ranks.fault(rankCount: 4, among: others) == nil)
    #expect(ranks.fault(rankCount: 257, among: all) == "257 ranks in 1 bytes each")
    #expect(ranks.fault(rankCount: 0, among: all) != nil)
    #expect(ranks.fault(rankCount: 4, among: StateSet(allOf: 6)) != nil)
  }

  @Test("fibres")
  func fibres() {
    func lists(_ members: [UInt32], _ starts: [UInt32]) -> String? {
      Fibres.lists(members: members, starts: starts).fault(slots: 4)
    }
    #expect(lists([0, 2, 3], [0, 1, 1, 3]) == nil && lists([], [0]) == nil)
    #expect(lists([0, 2, 3], [0, 2, 1, 3]) == "a fibre that ends before it begins")
    #expect(lists([0, 2, 3], [0, 2]) != nil && lists([0], [1, 1]) != nil && lists([], []) != nil)
    #expect(lists([0, 4], [0, 2]) == "slot 4 of 4 in a fibre")
    #expect(lists([0, 0], [0, 1, 2]) == "slot 0 in two fibres")
    #expect(Fibres.cube(own: 0b11).fault(slots: 4) == nil)
    #expect(Fibres.cube(own: 0b100).fault(slots: 4) != nil && Fibres.cube(own: 0).fault(slots: 3) != nil)
  }

  @Test("orders")
  func orders() {
    let places = RankArray(count: 3, width: .one, filledWith: 2)
    #expect(FibreOrder(places: places, classCount: 2, mustRise: true).fault == nil)
    #expect(FibreOrder(places: places, classCount: 1, mustRise: true).fault == "place 2 of 2 in slot 0")
    #expect(FibreOrder(places: places, classCount: 1, patternBits: 1, mustRise: true).fault == nil)
    #expect(FibreOrder(places: places, classCount: -1, mustRise: true).fault != nil)
    #expect(FibreOrder(places: places, classCount: 1, patternBits: 60, mustRise: true).fault != nil)
    var wide = FibreOrder(classes: places, classCount: 2, patterns: [1, 2, 3], mustRise: true)
    #expect(wide.fault == nil)
    wide.patterns = [1]
    #expect(wide.fault == "patterns for other slots")
  }

  @Test("a check stops at a fault, where checks are made")
  func checks() async {
    checkInternally(StateSet(allOf: 65).fault)
    #if ENTENTE_INTERNAL_CHECKS
      await #expect(processExitsWith: .failure) {
        checkInternally(StateSet.fault(of: [0, 0], over: 64))
      }
    #endif
  }
}
