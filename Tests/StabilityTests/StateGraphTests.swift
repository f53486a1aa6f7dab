import ConflictModel
import EffectiveCounts
import TestSupport
import Testing

@testable import Stability

/// What a graph says of a conflict's own orders, and of others, is what solving
/// the conflict with these preferences says.
@Suite("State graphs") struct StateGraphTests {
  @Test(
    "stable sets and single positions agree with the solver", .effective(44), arguments: TestScale.seeds(60))
  func agrees(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: seed)
    effective(when: conflict.isLively)
    let graph = try StateGraph(conflict)
    let solution = conflict.solve(SolveRequest(engine: .reference))
    #expect(Array(graph.states) == Array(solution.states))
    let inquiry = graph.inquiry(under: graph.orders)
    for concept in solution.concepts {
      let equilibria = try #require(graph.equilibria(concept, under: graph.orders))
      #expect(Array(equilibria) == Array(solution.equilibria(concept)))
      // What somebody would leave for elsewhere may or may not do here.
      var known: StateGraph.Departure?
      for position in graph.states.indices {
        #expect(try inquiry.isEquilibrium(concept, at: position) == equilibria.contains(position))
        let found = try inquiry.departure(concept, from: position, tryingFirst: known)
        #expect((found == nil) == equilibria.contains(position), "\(concept) \(position)")
        guard let found else { continue }
        known = found
        let (actor, target) = (Int(found.actor), Int(found.target))
        #expect(graph.targets(of: actor, from: position).contains(found.target))
        #expect(graph.orders[actor].ranks[target] > graph.orders[actor].ranks[position])
        #expect(!solution.isStable(concept, actor: actor, position: position))
        #expect(try inquiry.departure(concept, from: position, tryingFirst: found) == found)
      }
      for actor in conflict.actors.indices {
        let stable = try #require(graph.stable(concept, actor: actor, under: graph.orders))
        #expect(Array(stable) == Array(solution.stable(concept, actor: actor)))
        for position in graph.states.indices {
          let isStable = try inquiry.isStable(concept, actor: actor, at: position)
          #expect(isStable == stable.contains(position), "\(concept) \(actor) \(position)")
        }
      }
    }
  }

  @Test(
    "other preferences give what a conflict with them gives", .effective(23), arguments: TestScale.seeds(40))
  func otherOrders(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let conflict = RandomConflict.optionForm(using: &random, maximumOptionCount: 5, maximumActorCount: 3)
    let graph = try StateGraph(conflict)
    var actors = conflict.actors
    var orders = graph.orders
    for actor in actors.indices {
      let count = conflict.options.isEmpty ? 0 : Int.random(in: 0...4, using: &random)
      let statements = (0..<count).map { _ -> Condition in
        let option = Condition.taken(Int.random(in: 0..<conflict.options.count, using: &random))
        return Bool.random(using: &random) ? option : .not(option)
      }
      actors[actor].preference = .statements(statements)
      orders[actor] = graph.order(
        byStatements: statements.map { statement in
          if case .not(let option) = statement { return (graph.states(where: option), false) }
          return (graph.states(where: statement), true)
        })
      #expect(orders[actor] == graph.order(actors[actor].preference))
      #expect(Order(ranks: orders[actor].ranks) == orders[actor])
    }
    let changed = Conflict(
      actors: actors, options: conflict.options, levelOptions: conflict.levelOptions,
      events: conflict.events, terms: conflict.terms, rules: conflict.rules,
      requirements: conflict.requirements)
    let solution = changed.solve(SolveRequest(engine: .reference))
    effective(when: changed.isLively)
    for concept in Concept.allCases {
      #expect(
        Array(graph.equilibria(concept, under: orders) ?? graph.states(where: .constant(false)))
          == Array(solution.equilibria(concept)))
    }
    for actor in actors.indices {
      let improvements = graph.improvements(of: actor, under: orders[actor])
      let count = graph.states.indices.reduce(0) { $0 + solution.improvements(of: actor, from: $1).count }
      #expect(improvements.reduce(0) { $0 + $1.nonzeroBitCount } == count)
    }
  }

  @Test("orders that came about otherwise are one entry of a table")
  func hashing() throws {
    let graph = try StateGraph(PublishedConflict.chicken.conflict)
    let again = graph.orders.map { Order(ranks: $0.ranks) }
    #expect(Set(graph.orders.map { $0 } + again.compactMap(\.self)).count == Set(graph.orders).count)
  }

  @Test(
    "orders made of kinds of states are those made of the states", .effective(15),
    arguments: TestScale.seeds(40))
  func kinds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let conflict = RandomConflict.optionForm(using: &random, maximumOptionCount: 6, maximumActorCount: 3)
    let graph = try StateGraph(conflict)
    // More than one word of 32 and of 64 now and then.
    let count = conflict.options.isEmpty ? 0 : [0, 1, 5, 33, 70][Int(seed % 5)]
    effective(when: count > 1 && graph.states.count > 2)
    let conditions = (0..<count).map { _ -> Condition in
      let pair = (0..<2).map { _ in
        Condition.taken(Int.random(in: 0..<conflict.options.count, using: &random))
      }
      return Bool.random(using: &random) ? .all(pair) : .any([pair[0], .not(pair[1])])
    }
    let holds = graph.states(whereEach: conditions)
    #expect(holds == conditions.map(graph.states(where:)))
    let kinds = StatementKinds(holds, of: graph)
    #expect(kinds.count <= graph.states.count)
    for _ in 0..<5 {
      let wanted = conditions.indices.shuffled(using: &random).prefix(
        Int.random(in: 0...count, using: &random)
      )
      .map { (index: $0, isWanted: Bool.random(using: &random)) }
      let order = graph.order(byStatements: wanted.map { (holds[$0.index], $0.isWanted) })
      let ranks = kinds.ranks(byStatements: wanted)
      #expect(kinds.order(ranks) == order)
      #expect(kinds.order(ranks).rankCount == order.rankCount)
    }
  }

  @Test(
    "a graph that takes over from another is the graph", .effective(40), arguments: TestScale.seeds(60))
  func takesOver(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: seed)
    effective(when: conflict.isLively)
    let graph = try StateGraph(conflict)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let changed = Self.changed(conflict, using: &random)
      let fresh = try StateGraph(changed)
      for isForSets in [false, true] {
        let like = try StateGraph(
          changed, like: graph, isForSets: isForSets, limits: EnumerationLimits(), control: Control())
        #expect(like.states == fresh.states)
        #expect(like.flat.entries == fresh.flat.entries && like.flat.starts == fresh.flat.starts)
        for concept in Concept.allCases where concept.isDefined(in: changed.form) {
          #expect(
            like.equilibria(concept, under: like.orders) == fresh.equilibria(concept, under: fresh.orders))
        }
      }
    }
  }

  /// The conflict with an option that goes another way, a rule or restriction more
  /// or less, or an event turned round.
  private static func changed(_ conflict: Conflict, using random: inout SeededGenerator) -> Conflict {
    var (actors, options, events) = (conflict.actors, conflict.options, conflict.events)
    var (rules, requirements) = (conflict.rules, conflict.requirements)
    if case .graph(let stateCount) = conflict.form {
      let actor = Int.random(in: 0..<actors.count, using: &random)
      let state = Int.random(in: 0..<stateCount, using: &random)
      if !actors[actor].moves[state].isEmpty { actors[actor].moves[state].removeLast() }
      return Conflict(actors: actors, stateCount: stateCount, events: events, terms: conflict.terms)
    }
    for index in options.indices where Int.random(in: 0..<4, using: &random) == 0 {
      options[index].direction = [.take, .drop, .both][Int.random(in: 0..<3, using: &random)]
    }
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where !options.isEmpty: rules.append(.not(.taken(Int.random(in: options.indices, using: &random))))
    case 1: rules = Array(rules.dropLast())
    case 2: requirements = Array(requirements.dropLast())
    case 3 where !events.isEmpty: events[0].holds.toggle()
    default: actors[0].cannot = Array(actors[0].cannot.dropLast())
    }
    return Conflict(
      actors: actors, options: options, levelOptions: conflict.levelOptions, events: events,
      terms: conflict.terms, rules: rules, requirements: requirements)
  }

  @Test("ranks with gaps are no order")
  func gaps() {
    #expect(Order(ranks: [0, 2, 2]) == nil)
    #expect(Order(ranks: [5]) == nil)
    #expect(Order(ranks: [1, 0, 1])?.rankCount == 2)
    #expect(Order(ranks: [])?.rankCount == 0)
  }

  @Test("working out moves stops wherever it is told to")
  func stopped() throws {
    let conflict = LimitTests.large(options: 9)
    let counter = PollCounter()
    _ = try StateGraph(conflict, control: counter.control)
    #expect(counter.count > 5)
    for question in 1...counter.count {
      #expect(throws: StateGraph.Stopped(limit: .interrupted), "at \(question)") {
        try StateGraph(conflict, control: PollCounter(stopAt: question).control)
      }
    }
  }

  @Test("listing states stops at a limit")
  func limit() {
    let conflict = RandomConflict.any(seed: 3)
    #expect(throws: StateGraph.Stopped(limit: .states(1))) {
      try StateGraph(conflict, limits: EnumerationLimits(states: 1))
    }
    #expect(throws: StateGraph.Stopped(limit: .interrupted)) {
      try StateGraph(conflict, control: Control(shouldStop: { .interrupted }))
    }
  }

  /// Three actors with four options each. The first wants its first option, which
  /// nobody else can change, so that all that the others can do has to be looked at.
  private static let free = Conflict(
    actors: [
      Conflict.Actor(id: "one", preference: .statements([.taken(0)])),
      Conflict.Actor(id: "two", preference: .statements([.taken(4), .taken(5)])),
      Conflict.Actor(id: "three", preference: .weights([0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4])),
    ],
    options: (0..<12).map { Option(id: "o\($0)", actor: $0 / 4) })

  @Test("what is asked about single positions stops", arguments: [Concept.gmr, .smr])
  func stops(concept: Concept) throws {
    let graph = try StateGraph(Self.free)
    let stopped = StateGraph.Stopped(limit: .interrupted)
    let inquiry = graph.inquiry(
      under: graph.orders, control: Control(shouldStop: { .interrupted }))
    #expect(throws: stopped) { try inquiry.isStable(concept, actor: 0, at: 0) }
    #expect(throws: stopped) { try inquiry.isEquilibrium(concept, at: 0) }
    #expect(try graph.inquiry(under: graph.orders).isStable(concept, actor: 0, at: 0) == false)
  }

  @Test("orders and reasons are looked for only as long as may be")
  func reasonsStop() throws {
    let graph = try StateGraph(Self.free)
    let stop = Control(shouldStop: { .interrupted })
    let stopped = StateGraph.Stopped(limit: .interrupted)
    #expect(throws: stopped) { try graph.orders(control: stop) }
    let solution = Self.free.solve()
    for concept in [Concept.gmr, .smr] {
      for choice in [ReasonChoice.canonical, .plainest] {
        #expect(throws: stopped) {
          try solution.certificate(concept, actor: 0, position: 0, choosing: choice, control: stop)
        }
        let found = try solution.certificate(
          concept, actor: 0, position: 0, choosing: choice, control: Control())
        #expect(found == solution.certificate(concept, actor: 0, position: 0, choosing: choice))
      }
    }
  }
}
