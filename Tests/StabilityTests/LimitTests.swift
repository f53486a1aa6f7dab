import ConflictModel
import Stability
import TestSupport
import Testing

/// Limits are answers, and what was done before one is kept.
@Suite struct LimitTests {
  static func large(options: Int) -> Conflict {
    let each = options / 3
    let actors = (0..<3).map { actor in
      Conflict.Actor(
        id: "a\(actor)",
        preference: .statements(
          (0..<6).map { .iff(.taken((actor * 5 + $0 * 7) % options), .taken((actor + $0 * 3 + 1) % options)) }
        ))
    }
    return Conflict(
      actors: actors,
      options: (0..<options).map { Option(id: "o\($0)", actor: min($0 / each, 2)) })
  }

  @Test("too many states, or too long a search for them")
  func enumeration() {
    let conflict = Self.large(options: 62)
    let states = conflict.solve(SolveRequest(limits: EnumerationLimits(states: 50), engine: .reference))
    #expect(states.limit == .states(50))
    #expect(states.states.count == 50)
    #expect(states.concepts == [])
    #expect(states.undetermined == Concept.allCases && !states.hasAllStates)
    #expect(states.tiers(of: 0) == [] && states.moves(of: 0, from: 0) == [])

    let nodes = conflict.solve(
      SolveRequest(limits: EnumerationLimits(searchNodes: 500), engine: .reference))
    #expect(nodes.limit == .searchNodes(500))
    #expect(nodes.states.count < 500)

    let graph = PublishedConflict.elmira(literature: true).conflict
    let few = graph.solve(SolveRequest(limits: EnumerationLimits(states: 8)))
    #expect(few.limit == .states(8))
    #expect(graph.solve(SolveRequest(limits: EnumerationLimits(states: 9))).limit == nil)
  }

  @Test("stops at whichever question it is told to, with what is done until then")
  func cancellation() {
    let conflict = Self.large(options: 9)
    let complete = PollCounter()
    let byDefinition = SolveRequest(engine: .reference)
    let whole = conflict.solve(byDefinition, control: complete.control)
    #expect(whole.concepts == Concept.allCases)
    #expect(complete.count > 20)
    #expect(complete.phases == [.preparing, .solving])
    #expect(complete.count < 3000)
    var decided: Set<Int> = []
    for question in stride(from: 1, through: complete.count, by: TestScale.isLong ? 1 : 5) {
      let counter = PollCounter(stopAt: question)
      let solution = conflict.solve(byDefinition, control: counter.control)
      #expect(solution.limit == .interrupted)
      #expect(counter.count == question, "asked again after the answer")
      #expect(solution.concepts + solution.undetermined == Concept.allCases)
      let (isComplete, count) = (solution.hasAllStates, solution.states.count)
      #expect(isComplete == (count == 512))
      decided.insert(solution.concepts.count)
      for concept in solution.concepts {
        for actor in 0..<3 {
          #expect(solution.stable(concept, actor: actor) == whole.stable(concept, actor: actor))
        }
      }
    }
    #expect(decided.count > 3, "some concepts are kept when later ones are not decided")
  }

  @Test("asks often enough to stop within half a second")
  func pollGaps() {
    let counter = PollCounter()
    let solution = Self.large(options: 12).solve(
      SolveRequest(engine: .reference), control: counter.control)
    #expect(solution.limit == nil)
    #expect(counter.longestGap < .milliseconds(500))
  }

  @Test("stops while listing states")
  func cancelledListing() {
    let counter = PollCounter(stopAt: 300)
    let solution = Self.large(options: 62).solve(
      SolveRequest(engine: .reference), control: counter.control)
    #expect(solution.limit == .interrupted)
    #expect(counter.phases == [.listingStates])
    #expect(solution.states.count > 0)
  }

  @Test("decides only what is asked for, in the order of the concepts")
  func request() {
    let conflict = PublishedConflict.chicken.conflict
    let some = conflict.solve(SolveRequest(concepts: [.seq, .nash, .seq]))
    #expect(some.concepts == [.nash, .seq])
    #expect(some.notDefined == [])
    let graph = PublishedConflict.elmira(literature: true).conflict.solve(SolveRequest(concepts: [.sim]))
    #expect(graph.concepts == [])
    #expect(graph.notDefined == [.sim])
    #expect(graph.limit == nil && graph.undetermined == [])
  }

  @Test("few feasible states among 2⁶⁰ combinations are found and solved")
  func sparse() {
    // Thirty actors with two options each, one of which is always taken; five may choose.
    var rules: [Condition] = (0..<30).map { .count(.exactly, 1, [.taken(2 * $0), .taken(2 * $0 + 1)]) }
    rules += (5..<30).map { .taken(2 * $0) }
    let conflict = Conflict(
      actors: (0..<30).map {
        Conflict.Actor(id: "a\($0)", preference: .weights((0..<60).map { Int64($0 % 2) }))
      },
      options: (0..<60).map { Option(id: "o\($0)", actor: $0 / 2) }, rules: rules)
    let solution = conflict.solve()
    #expect(solution.limit == nil)
    #expect(solution.states.count == 32)
    for concept in [Concept.nash, .seq, .sseq, .sim] { #expect(Array(solution.equilibria(concept)) == [31]) }
    // Whoever acts can be answered by somebody else's giving up, if only against his interest.
    #expect(Array(solution.equilibria(.gmr)) == Array(1..<32))
  }
}
