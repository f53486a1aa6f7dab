import Certificates
import ConflictModel
import Dispatch
import EffectiveCounts
import Stability
import TestSupport
import Testing

/// Expects the independent checker to accept the certificate of each verdict.
func expectCertified(
  _ solution: Solution, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  var checker = CertificateChecker(solution.conflict)
  for concept in solution.concepts {
    for actor in solution.conflict.actors.indices {
      for position in solution.states.indices {
        let certificate = solution.certificate(concept, actor: actor, position: position)
        let isStable = solution.isStable(concept, actor: actor, position: position)
        let fault = checker.check(certificate)
        #expect(fault == nil && certificate.isStable == isStable, comment, sourceLocation: sourceLocation)
      }
    }
  }
}

/// The fast engines beside the definitions, on conflicts that they take.
@Suite struct EngineTests {
  /// A conflict with no `cannot` and no needs.
  static func random(_ seed: UInt64, options: Int, actors: Int = 4) -> Conflict {
    var random = SeededGenerator(seed: seed)
    let drawn = RandomConflict.optionForm(
      using: &random, maximumOptionCount: options, maximumActorCount: actors)
    let actors = drawn.actors.map { actor in
      var actor = actor
      actor.cannot = []
      return actor
    }
    return Conflict(
      actors: actors, options: drawn.options, levelOptions: drawn.levelOptions, events: drawn.events,
      terms: drawn.terms, rules: drawn.rules)
  }

  /// Expects the engines to give what the reference engine does.
  static func expectSame(
    _ conflict: Conflict, concepts: [Concept], _ seed: UInt64, engines: [Engine] = [.dense, .sparse]
  ) {
    let truth = conflict.solve(SolveRequest(concepts: concepts, engine: .reference))
    for engine in engines {
      let found = conflict.solve(SolveRequest(concepts: concepts, engine: engine))
      #expect(found.engine == engine && found.limit == nil && found.engineNote == nil)
      #expect(found.states == truth.states && found.concepts == truth.concepts)
      for concept in truth.concepts {
        for actor in conflict.actors.indices {
          let isSame =
            Array(found.stable(concept, actor: actor)) == Array(truth.stable(concept, actor: actor))
          #expect(isSame, "\(engine), \(concept), actor \(actor), seed \(seed)")
        }
      }
    }
  }

  @Test("small conflicts", .effective(290), arguments: TestScale.seeds(500))
  func small(seed: UInt64) {
    let conflict = Self.random(70_000 + seed, options: 6)
    effective(when: conflict.isLively)
    Self.expectSame(conflict, concepts: Concept.allCases, seed)
  }

  @Test("conflicts of up to 10 options and 5 actors", .effective(40), arguments: TestScale.seeds(60))
  func larger(seed: UInt64) {
    let concepts = Concept.allCases.filter { $0 != .sim }
    let conflict = Self.random(80_000 + seed, options: 10, actors: 5)
    effective(when: conflict.isLively)
    Self.expectSame(conflict, concepts: concepts, seed)
  }

  @Test("many statements, far-apart weights and long fibres", .effective(17), arguments: TestScale.seeds(20))
  func longRanks(seed: UInt64) {
    var random = SeededGenerator(seed: 90_000 + seed)
    let count = 8
    func literal() -> Condition {
      let option = Condition.taken(Int.random(in: 0..<count, using: &random))
      return Bool.random(using: &random) ? option : .not(option)
    }
    let statements = (0..<Int.random(in: 9...70, using: &random)).map { _ in
      Condition.any([literal(), literal(), literal()])
    }
    let weights = (0..<count).map { _ in Int64.random(in: -1 << 40...1 << 40, using: &random) }
    let directions = (0..<count).map { _ in Option.Direction.allCases.randomElement(using: &random)! }
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .statements(statements)),
        Conflict.Actor(id: "b", preference: .weights(weights)),
        Conflict.Actor(id: "c", preference: .statements([literal()])),
      ],
      options: (0..<count).map {
        Option(id: "o\($0)", actor: $0 < 5 ? 0 : $0 < 7 ? 1 : 2, direction: directions[$0])
      })
    Self.expectSame(conflict, concepts: Concept.allCases, seed)
    effective(when: conflict.isLively)
  }

  @Test("each verdict is certified", .effective(24), arguments: TestScale.seeds(40))
  func certified(seed: UInt64) {
    let conflict = Self.random(100_000 + seed, options: 5)
    effective(when: conflict.isLively)
    for engine in [Engine.dense, .sparse] {
      let solution = conflict.solve(SolveRequest(engine: engine))
      expectCertified(solution, "\(engine), seed \(seed)")
    }
  }

  @Test("orders, moves and the condition of many states", .effective(44), arguments: TestScale.seeds(60))
  func tables(seed: UInt64) {
    let conflict = Self.random(110_000 + seed, options: 7)
    effective(when: conflict.isLively)
    let truth = conflict.solve(SolveRequest(concepts: [], engine: .reference))
    for engine in [Engine.dense, .sparse] {
      let found = conflict.solve(SolveRequest(concepts: [], engine: engine))
      for actor in conflict.actors.indices {
        #expect(found.tiers(of: actor) == truth.tiers(of: actor))
        for position in truth.states.indices {
          #expect(found.moves(of: actor, from: position) == truth.moves(of: actor, from: position))
        }
      }
      for rule in conflict.terms {
        let selection = found.states(where: rule)
        #expect(
          Array(selection) == truth.states.indices.filter { conflict.holds(rule, in: truth.states[$0]) })
        let tally = conflict.options.indices.map { option in
          selection.members.reduce(0) { $0 + ($1.takes(option) ? 1 : 0) }
        }
        #expect(found.tally(selection) == tally)
      }
      for position in found.states.indices {
        #expect(found.states.position(of: found.states[position]) == position)
      }
      #expect(Array(found.states) == found.states.indices.map { found.states[$0] })
    }
  }

  @Test("a known answer in closed form")
  func closedForm() {
    // Everybody wants nothing but to take its own options: whoever has not taken
    // all of them can gain, and nobody else can do anything about it.
    let count = TestScale.isLong ? 22 : 14
    let conflict = Conflict(
      actors: (0..<2).map { actor in
        Conflict.Actor(
          id: "a\(actor)",
          preference: .statements((0..<count).filter { $0 % 2 == actor }.map { .taken($0) }))
      },
      options: (0..<count).map { Option(id: "o\($0)", actor: $0 % 2) })
    let solution = conflict.solve(SolveRequest(concepts: [.nash, .gmr, .smr, .seq, .sseq]))
    #expect(solution.engine == .dense)
    #expect(solution.states.count == 1 << count)
    for concept in solution.concepts {
      #expect(Array(solution.equilibria(concept)) == [1 << count - 1])
      #expect(solution.stable(concept, actor: 0).count == 1 << (count / 2))
    }
  }

  @Test("the number of threads makes no difference", arguments: [Engine.dense, .sparse])
  func threads(engine: Engine) {
    let conflict = Self.random(120_004, options: 10, actors: 5)
    let request = SolveRequest(concepts: [.nash, .gmr, .smr, .seq, .sseq], engine: engine)
    let alone = conflict.solve(request)
    let together = conflict.solve(
      request,
      control: Control(
        forEach: { count, body in DispatchQueue.concurrentPerform(iterations: count) { body($0) } },
        oneAtATime: { _ in Issue.record("an engine shares nothing") }))
    for concept in alone.concepts {
      for actor in conflict.actors.indices {
        #expect(alone.stable(concept, actor: actor) == together.stable(concept, actor: actor))
      }
    }
  }

  @Test(
    "stops at whichever question it is told to, with what is whole by then",
    arguments: [Engine.dense, .sparse])
  func cancellation(engine: Engine) {
    let conflict = Self.random(120_004, options: 10, actors: 5)
    let request = SolveRequest(concepts: [.nash, .gmr, .smr, .seq, .sseq], engine: engine)
    let counter = PollCounter()
    let whole = conflict.solve(request, control: counter.control)
    #expect(whole.limit == nil && whole.concepts.count == 5)
    for question in stride(from: 1, through: counter.count, by: max(1, counter.count / 12)) {
      let stopped = conflict.solve(request, control: PollCounter(stopAt: question).control)
      #expect(stopped.limit == .interrupted)
      #expect(stopped.concepts + stopped.undetermined == whole.concepts)
      for concept in stopped.concepts {
        #expect(stopped.equilibria(concept) == whole.equilibria(concept))
      }
    }
  }

  @Test("too little memory is said before anything is begun")
  func memory() {
    let free = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .statements([.taken(0)]))],
      options: (0..<24).map { Option(id: "o\($0)", actor: 0) })
    func request(_ memory: UInt64) -> SolveRequest {
      var request = SolveRequest(memory: memory)
      request.needsTables = true
      return request
    }
    let solution = free.solve(request(50 << 20))
    guard case .memoryNeeded(let bytes, let allowed) = solution.limit else {
      Issue.record("expected a limit, found \(String(describing: solution.limit))")
      return
    }
    #expect(allowed == 50 << 20 && bytes > 50 << 20 && bytes < 1 << 30)
    #expect(solution.concepts.isEmpty && solution.undetermined == Concept.allCases)
    let many = Conflict(actors: free.actors, options: (0..<60).map { Option(id: "o\($0)", actor: 0) })
    guard case .memoryNeeded = many.solve(request(1 << 34)).limit else {
      Issue.record("2⁶⁰ states cannot fit")
      return
    }
  }

  @Test("more states than allowed are counted no further, whichever way they are found")
  func stateLimit() {
    func conflict(_ options: Int, rules: [Condition]) -> Conflict {
      Conflict(
        actors: [Conflict.Actor(id: "a", preference: .statements([.taken(0)]))],
        options: (0..<options).map { Option(id: "o\($0)", actor: 0) }, rules: rules)
    }
    let rule = [Condition.any([.taken(0), .taken(1)])]
    // By combination, by a list of all, and by a search for those that rules leave.
    for (options, rules) in [(10, []), (10, rule), (40, []), (40, rule)] {
      let request = SolveRequest(stateLimit: 100)
      let solution = conflict(options, rules: rules).solve(request)
      #expect(solution.limit == .states(100), "\(options) \(rules)")
      #expect(!solution.hasAllStates && solution.undetermined == Concept.allCases)
      #expect(solution.lasting.isEmpty)
      #expect(solution.states.count == 100)
    }
    // Where fewer would be allowed than there is memory for, the memory is the limit.
    var narrowly = SolveRequest(memory: 1 << 14)
    narrowly.needsTables = true
    let narrow = conflict(40, rules: rule).solve(narrowly)
    guard case .memoryNeeded(let bytes, let allowed) = narrow.limit else {
      Issue.record("expected a limit of memory, found \(String(describing: narrow.limit))")
      return
    }
    #expect(bytes > allowed && allowed == 1 << 14 && !narrow.hasAllStates)
    // Not even the combinations fit.
    guard case .memoryNeeded = conflict(24, rules: rule).solve(SolveRequest(memory: 1 << 10)).limit else {
      Issue.record("2²⁴ combinations take more than a kilobyte")
      return
    }
  }

  @Test("weights far apart with few sums between them")
  func fewSums() {
    // Ten options, of which two count: four sums among 1,024 states.
    var weights = [Int64](repeating: 0, count: 10)
    weights[3] = 1_000_000_000_000
    weights[7] = -1_000_000_000_001
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .weights(weights)),
        Conflict.Actor(id: "b", preference: .statements([.taken(3)])),
      ],
      options: (0..<10).map { Option(id: "o\($0)", actor: $0 % 2) })
    Self.expectSame(conflict, concepts: Concept.allCases.filter { $0 != .sim }, 0)
    let tiers = conflict.solve(SolveRequest(concepts: [])).tiers(of: 0)
    #expect(tiers.map(\.count) == [256, 256, 256, 256])
  }

  @Test("what the fast engines cannot take falls back, with a note")
  func fallback() {
    var actor = Conflict.Actor(id: "a", preference: .indifferent)
    actor.cannot = [ForbiddenMove(from: .taken(0), to: .constant(true))]
    let options = (0..<10).map { Option(id: "o\($0)", actor: 0) }
    let barred = Conflict(actors: [actor], options: options).solve(
      SolveRequest(concepts: [.nash], engine: .dense))
    #expect(barred.engine == .reference && barred.engineNote == .cannot)
    let needing = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)], options: options,
      requirements: [TakeRequirement(option: 0, needs: .taken(1))])
    #expect(needing.solve(SolveRequest(concepts: [.nash])).engineNote == .needs)
  }

  @Test("above its limit, sim is passed over or undetermined")
  func sim() {
    let conflict = Self.random(120_004, options: 10, actors: 5)
    let passed = conflict.solve(SolveRequest(simLimit: 1, engine: .dense))
    #expect(passed.passedOver == [.sim] && passed.limit == nil && passed.undetermined == [])
    let defined = conflict.solve(SolveRequest(concepts: [.nash, .sim], simLimit: 1, engine: .reference))
    #expect(defined.passedOver == [.sim] && defined.concepts == [.nash] && defined.limit == nil)
    let limited = conflict.solve(
      SolveRequest(limits: EnumerationLimits(states: 1), engine: .dense))
    #expect(limited.limit == .states(1) && limited.undetermined == [.sim])
  }
}
