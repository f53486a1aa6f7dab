import ConflictModel
import EffectiveCounts
import TestSupport
import Testing

@Suite struct EnumerationTests {
  @Test("lists what brute force finds, by rising code", .effective(343), arguments: TestScale.seeds(400))
  func random(seed: UInt64) {
    let conflict = RandomConflict.any(seed: seed)
    let truth = BruteForce(conflict)
    effective(when: truth.codes.count > 2)
    let found = conflict.feasibleStates()
    #expect(found.limit == nil)
    #expect(found.states.map { $0.code } == truth.codes)
    for (position, code) in truth.codes.enumerated() {
      #expect(found.states.position(of: State(code)) == position)
      #expect(found.states.number(of: State(code)) == position + 1)
    }
    for code in UInt64(0)..<70 {
      #expect(conflict.isFeasible(State(code)) == truth.codes.contains(code))
      #expect((found.states.position(of: State(code)) != nil) == truth.codes.contains(code))
    }
    #expect(!conflict.isFeasible(State(.max)))
  }

  @Test("lists those where further conditions hold", .effective(95), arguments: TestScale.seeds(200))
  func conditional(seed: UInt64) {
    let conflict = RandomConflict.any(seed: 1_000_000 + seed)
    let truth = BruteForce(conflict)
    var conditions = Array(conflict.terms.prefix(2))
    if case .options = conflict.form, conflict.options.count > 0 { conditions.append(.not(.taken(0))) }
    if let code = truth.codes.last { conditions.append(.any([.state(State(code)), .not(.state(State(0)))])) }
    let expected = truth.codes.filter { code in
      conditions.allSatisfy { BruteForce.holds($0, code, conflict) }
    }
    let found = conflict.feasibleStates(where: conditions)
    #expect(found.states.map { $0.code } == expected)
    #expect(found.limit == nil)
    effective(when: expected.count >= 2 && expected.count < truth.codes.count)
    if expected.count < 2 { return }
    let few = conflict.feasibleStates(
      where: conditions, limits: EnumerationLimits(states: UInt64(expected.count - 1)))
    #expect(few.limit == .states(UInt64(expected.count - 1)))
    #expect(few.states.count == expected.count - 1)
  }

  @Test("limits on states and steps are told apart, and met exactly")
  func limits() {
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: (0..<5).map { Option(id: "o\($0)", actor: 0) })
    func find(_ limits: EnumerationLimits) -> Enumeration { conflict.feasibleStates(limits: limits) }
    #expect(find(EnumerationLimits(states: 32)).limit == nil)
    #expect(find(EnumerationLimits(states: 31)).limit == .states(31))
    #expect(find(EnumerationLimits(states: 31)).states.count == 31)
    // Two steps for each inner node of a full binary tree five deep: 62.
    #expect(find(EnumerationLimits(searchNodes: 62)).limit == nil)
    #expect(find(EnumerationLimits(searchNodes: 61)).limit == .searchNodes(61))
  }

  @Test("rules that leave one state of 2⁶² are followed straight to it")
  func needle() {
    let count = Conflict.maximumOptionCount
    // Alternating: an option is taken exactly when the one before is not.
    var rules: [Condition] = (1..<count).map { .iff(.taken($0), .not(.taken($0 - 1))) }
    rules.append(.taken(count - 1))
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: (0..<count).map { Option(id: "o\($0)", actor: 0) }, rules: rules)
    let found = conflict.feasibleStates(limits: EnumerationLimits(searchNodes: 1000))
    #expect(found.limit == nil)
    #expect(found.states.map { $0.code } == [0x2AAA_AAAA_AAAA_AAAA])
  }

  @Test("exactly one of each group, also where groups are spread over the options", arguments: [true, false])
  func groups(areSpread: Bool) {
    let (groups, size) = (10, TestScale.isLong ? 4 : 3)
    let rules = (0..<groups).map { group in
      Condition.count(
        .exactly, 1, (0..<size).map { .taken(areSpread ? $0 * groups + group : group * size + $0) })
    }
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: (0..<groups * size).map { Option(id: "o\($0)", actor: 0) }, rules: rules)
    var expected = 1
    for _ in 0..<groups { expected *= size }
    // Few steps are wasted: no more than six for each state found.
    let found = conflict.feasibleStates(limits: EnumerationLimits(searchNodes: UInt64(6 * expected)))
    #expect(found.limit == nil)
    #expect(found.states.count == expected)
    #expect(zip(found.states, found.states.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("the levels of an option are held monotone, without a rule that says so")
  func levels() {
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: (0..<5).map { Option(id: "o\($0)", actor: 0) },
      levelOptions: [
        LevelOption(
          id: "v", name: "v", actor: 0, levels: ["a", "b", "c", "d"], levelNames: ["a", "b", "c", "d"],
          firstOption: 1)
      ])
    let states = conflict.feasibleStates().states
    #expect(states.map { $0.code } == [0, 1, 2, 3, 6, 7, 14, 15, 16, 17, 18, 19, 22, 23, 30, 31])
    #expect(
      states.map { conflict.levelOptions[0].level(in: $0) } == [
        0, 0, 1, 1, 2, 2, 3, 3, 0, 0, 1, 1, 2, 2, 3, 3,
      ])
  }

  @Test("a control that says stop is listened to")
  func stop() {
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: (0..<40).map { Option(id: "o\($0)", actor: 0) })
    let counter = PollCounter(stopAt: 300)
    let found = conflict.feasibleStates(control: counter.control)
    #expect(found.limit == .interrupted)
    #expect(counter.count == 300)
    #expect(counter.phases == [.listingStates])
  }
}
