import Certificates
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

/// More statements than a byte of ranks holds, over numbers of states that are
/// multiples of nothing.
@Suite struct ManyStatementsTests {
  /// A random statement of one to three literals about so many options.
  static func statement(_ optionCount: Int, using random: inout SeededGenerator) -> Condition {
    func literal() -> Condition {
      let option = Condition.taken(Int.random(in: 0..<optionCount, using: &random))
      return Bool.random(using: &random) ? option : .not(option)
    }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return literal()
    case 1: return .all([literal(), literal()])
    case 2: return .any([literal(), literal(), literal()])
    case 3: return .iff(literal(), literal())
    default: return .implies(literal(), literal())
    }
  }

  /// Groups of one to five options, of which exactly one is taken where there are
  /// several; up to 130 states or so, nine statements an actor at least.
  static func grouped(_ seed: UInt64) -> (conflict: Conflict, stateCount: Int) {
    var random = SeededGenerator(seed: 200_000 + seed)
    let actorCount = Int.random(in: 2...3, using: &random)
    var options: [Option] = []
    var rules: [Condition] = []
    var stateCount = 1
    while true {
      let size = Int.random(in: 1...5, using: &random)
      let ways = size == 1 ? 2 : size
      if stateCount * ways > 130 || options.count + size > 11 { break }
      let owner = Int.random(in: 0..<actorCount, using: &random)
      let first = options.count
      for _ in 0..<size { options.append(Option(id: "o\(options.count)", actor: owner)) }
      if size > 1 { rules.append(.count(.exactly, 1, (first..<first + size).map { .taken($0) })) }
      stateCount *= ways
    }
    let actors = (0..<actorCount).map { index in
      let count = Int.random(in: 0..<6, using: &random) == 0 ? 70 : Int.random(in: 9...40, using: &random)
      return Conflict.Actor(
        id: "a\(index)",
        preference: .statements((0..<count).map { _ in statement(options.count, using: &random) }))
    }
    return (Conflict(actors: actors, options: options, rules: rules), stateCount)
  }

  /// Expects the other engines to find what `truth` holds.
  static func expectSame(_ conflict: Conflict, as truth: Solution, by engines: [Engine], _ place: String) {
    for engine in engines {
      let found = conflict.solve(SolveRequest(concepts: truth.concepts, engine: engine))
      #expect(found.engine == engine && found.limit == nil && found.states == truth.states)
      for actor in conflict.actors.indices {
        let isSameOrder = found.tiers(of: actor) == truth.tiers(of: actor)
        #expect(isSameOrder, "\(engine), actor \(actor), \(place)")
        for concept in truth.concepts {
          let isSame =
            Array(found.stable(concept, actor: actor)) == Array(truth.stable(concept, actor: actor))
          #expect(isSame, "\(engine), \(concept), actor \(actor), \(place)")
        }
      }
    }
  }

  private static let sequential = Concept.allCases.filter { $0 != .sim }

  @Test(
    "groups of which one is taken, on every engine and by brute force", .effective(23),
    arguments: TestScale.seeds(30))
  func groups(seed: UInt64) {
    let (conflict, stateCount) = Self.grouped(seed)
    effective(when: (1...56).contains(stateCount % 64) && conflict.isLively)
    expectAgreement(conflict, by: .sparse)
    let truth = conflict.solve(SolveRequest(engine: .sparse))
    #expect(truth.states.count == stateCount)
    Self.expectSame(conflict, as: truth, by: [.reference, .dense], "seed \(seed)")
  }

  @Test("the groups leave part of a word of states empty, and not only a little")
  func groupsReach() {
    let counts = (0..<30).map { Self.grouped($0).stateCount }
    #expect(counts.count { (1...56).contains($0 % 64) } >= 15)
    #expect(Set(counts).count >= 12)
  }

  @Test("every number of states from 1 to 130", arguments: 1...130)
  func counts(stateCount: Int) {
    var random = SeededGenerator(seed: 210_000 + UInt64(stateCount))
    let optionCount = 8
    // The states are any of the 256 that there could be.
    let states = (0..<256).shuffled(using: &random).prefix(stateCount).map { State(UInt64($0)) }
    let actors = (0..<3).map { index in
      let count = [9, 17, 23, 40, 70].randomElement(using: &random)!
      return Conflict.Actor(
        id: "a\(index)",
        preference: .statements((0..<count).map { _ in Self.statement(optionCount, using: &random) }))
    }
    let conflict = Conflict(
      actors: actors, options: (0..<optionCount).map { Option(id: "o\($0)", actor: $0 % 3) },
      rules: [.any(states.map { .state($0) })])
    let truth = conflict.solve(SolveRequest(concepts: Self.sequential, engine: .reference))
    #expect(truth.states.count == stateCount)
    Self.expectSame(conflict, as: truth, by: [.dense, .sparse], "\(stateCount) states")
  }

  @Test(
    "nine to eleven statements and more states than they tell apart", .effective(4),
    arguments: TestScale.seeds(4))
  func manyStates(seed: UInt64) {
    var random = SeededGenerator(seed: 220_000 + seed)
    let optionCount = 11
    // Half of the seeds leave out an eighth of the states.
    let rules: [Condition] = seed % 2 == 0 ? [] : [.not(.all([.taken(0), .taken(4), .not(.taken(7))]))]
    let actors = (0..<3).map { index in
      let statements = (0..<9 + index).map { _ in Self.statement(optionCount, using: &random) }
      return Conflict.Actor(id: "a\(index)", preference: .statements(statements))
    }
    let conflict = Conflict(
      actors: actors, options: (0..<optionCount).map { Option(id: "o\($0)", actor: $0 % 3) }, rules: rules)
    let truth = conflict.solve(SolveRequest(concepts: Self.sequential, engine: .reference))
    effective(when: truth.states.count >= 1 << 10 && conflict.isLively)
    Self.expectSame(conflict, as: truth, by: [.dense, .sparse], "seed \(seed)")
  }

  @Test(
    "weights far apart, many of whose sums are equal, with rules or without", .effective(8),
    arguments: TestScale.seeds(12))
  func farWeights(seed: UInt64) {
    var random = SeededGenerator(seed: 230_000 + seed)
    let optionCount = Int.random(in: 5...9, using: &random)
    let units: [Int64] = [1, 1 << 40, -(1 << 40), 3 << 39, 1 << 58]
    let rules: [Condition] = seed % 2 == 0 ? [] : [Self.statement(optionCount, using: &random)]
    let actors = (0..<2).map { index in
      let weights = (0..<optionCount).map { _ in
        units.randomElement(using: &random)! * Int64.random(in: -1...1, using: &random)
      }
      return Conflict.Actor(id: "a\(index)", preference: .weights(weights))
    }
    let conflict = Conflict(
      actors: actors, options: (0..<optionCount).map { Option(id: "o\($0)", actor: $0 % 2) }, rules: rules)
    let truth = conflict.solve(SolveRequest(concepts: Self.sequential, engine: .reference))
    let tiers = truth.tiers(of: 0)
    effective(when: tiers.count > 2 && tiers.count < truth.states.count)
    Self.expectSame(conflict, as: truth, by: [.dense, .sparse], "seed \(seed)")
  }

  @Test("an actor with twenty statements and three options beside one with a single option")
  func twenty() {
    // The states in the order of their codes number 16, a quarter of a word.
    let (first, second, third): (Condition, Condition, Condition) = (.taken(0), .taken(1), .taken(2))
    let other = Condition.taken(3)
    let statements: [Condition] = [
      first, second, .not(third), .all([first, second]), .any([first, third]), .iff(first, second),
      .iff(second, third), .not(first), .not(second), third, .all([first, third]), .all([second, third]),
      .any([first, second]), .any([second, third]), .not(other), .all([first, other]), .all([second, other]),
      .all([third, other]), .any([first, other]), .any([second, other]),
    ]
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .statements(statements)),
        Conflict.Actor(id: "b", preference: .statements([first])),
      ],
      options: (0..<4).map { Option(id: "o\($0)", actor: $0 < 3 ? 0 : 1) })
    for engine in Engine.allCases { expectAgreement(conflict, by: engine) }
    // The first takes its first two options and leaves the third; the second does as it likes.
    let solution = conflict.solve(SolveRequest(engine: .sparse))
    #expect(Array(solution.equilibria(.nash)) == [0b0011, 0b1011])
    #expect(solution.tiers(of: 0).first == [0b0011])
  }

  @Test(
    "more one-way options of an actor than a table has room for", .effective(3), arguments: TestScale.seeds(3)
  )
  func oneWay(seed: UInt64) {
    // Two actors with groups of options of which one at most is taken, and few
    // groups that are free; 32 options of the first can only be taken, or
    // only be given up.
    var random = SeededGenerator(seed: 220_000 + seed)
    let groups = 16
    var options: [Option] = []
    var rules: [Condition] = []
    for group in 0..<groups {
      let (first, direction) = (options.count, [Option.Direction.take, .drop].randomElement(using: &random)!)
      for _ in 0..<2 {
        options.append(Option(id: "o\(options.count)", actor: 0, direction: direction))
      }
      rules.append(
        group < 3
          ? .count(.atMost, 1, [.taken(first), .taken(first + 1)])
          : .all([.taken(first), .not(.taken(first + 1))]))
    }
    for _ in 0..<2 { options.append(Option(id: "o\(options.count)", actor: 1)) }
    let free = [0, 1, 2, 3, 4, 5, options.count - 2, options.count - 1]
    let actors = (0..<2).map { index in
      Conflict.Actor(
        id: "a\(index)",
        preference: .statements(
          (0..<Int.random(in: 2...12, using: &random)).map { _ in
            let (one, other) = (free.randomElement(using: &random)!, free.randomElement(using: &random)!)
            return Bool.random(using: &random)
              ? .iff(.taken(one), .taken(other)) : .any([.not(.taken(one)), .taken(other)])
          }))
    }
    let conflict = Conflict(actors: actors, options: options, rules: rules)
    effective(when: conflict.isLively)
    let truth = conflict.solve(SolveRequest(concepts: Self.sequential, engine: .reference))
    #expect(truth.states.count == 27 * 4)
    Self.expectSame(conflict, as: truth, by: [.sparse], "seed \(seed)")
  }

  @Test("more ranks than two bytes hold, by statements and by weights")
  func wideRanks() {
    let optionCount = 17
    var random = SeededGenerator(seed: 230_000)
    let count = 1 << optionCount
    func weights(_ range: ClosedRange<Int64>) -> Preference {
      .weights((0..<optionCount).map { _ in Int64.random(in: range, using: &random) })
    }
    // Each option in turn, so that no two states are tied; then weights whose sums
    // are sorted, looked up in a table, and few.
    let preferences: [Preference] = [
      .statements((0..<optionCount).map { $0 % 3 == 0 ? .not(.taken($0)) : .taken($0) }),
      weights(-(1 << 50)...1 << 50), weights(-(1 << 22)...1 << 22), weights(-40...40),
    ]
    let conflict = Conflict(
      actors: preferences.enumerated().map { Conflict.Actor(id: "a\($0)", preference: $1) },
      options: (0..<optionCount).map { Option(id: "o\($0)", actor: $0 % 4) })
    for engine in [Engine.dense, .sparse] {
      // The sweeps are the same, and take long without optimisation.
      let concepts: [Concept] = engine == .dense ? [.nash, .seq] : [.nash]
      let solution = conflict.solve(SolveRequest(concepts: concepts, engine: engine))
      #expect(solution.engine == engine && solution.limit == nil)
      #expect(solution.tiers(of: 0).count == count)
      for actor in preferences.indices {
        // Neighbours in the actor's order, beside the definition.
        let tiers = solution.tiers(of: actor)
        for _ in 0..<300 {
          let tier = Int.random(in: 0..<tiers.count - 1, using: &random)
          let (better, worse) = (
            tiers[tier].randomElement(using: &random)!, tiers[tier + 1].randomElement(using: &random)!
          )
          let isRight = conflict.prefers(actor, State(UInt64(better)), to: State(UInt64(worse)))
          #expect(isRight, "\(engine), actor \(actor), tier \(tier)")
        }
      }
      var checker = CertificateChecker(conflict)
      for _ in 0..<12 {
        let (actor, position) = (
          Int.random(in: 0..<4, using: &random), Int.random(in: 0..<count, using: &random)
        )
        for concept in concepts {
          guard
            let certificate = solution.certificate(
              concept, actor: actor, position: position, answerLimit: 3_000)
          else { continue }
          #expect(checker.check(certificate) == nil)
          #expect(certificate.isStable == solution.isStable(concept, actor: actor, position: position))
        }
      }
    }
  }
}
