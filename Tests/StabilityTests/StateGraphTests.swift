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
    var inquiry = graph.inquiry(under: graph.orders)
    for concept in solution.concepts {
      let equilibria = try #require(graph.equilibria(concept, under: graph.orders))
      #expect(Array(equilibria) == Array(solution.equilibria(concept)))
      // What somebody would leave for elsewhere may or may not do here.
      var known: StateGraph.Departure?
      for position in graph.states.indices {
        #expect(inquiry.isEquilibrium(concept, at: position) == equilibria.contains(position))
        let found = inquiry.departure(concept, from: position, tryingFirst: known)
        #expect((found == nil) == equilibria.contains(position), "\(concept) \(position)")
        guard let found else { continue }
        known = found
        let (actor, target) = (Int(found.actor), Int(found.target))
        #expect(graph.targets(of: actor, from: position).contains(found.target))
        #expect(graph.orders[actor].ranks[target] > graph.orders[actor].ranks[position])
        #expect(!solution.isStable(concept, actor: actor, position: position))
        #expect(inquiry.departure(concept, from: position, tryingFirst: found) == found)
      }
      for actor in conflict.actors.indices {
        let stable = try #require(graph.stable(concept, actor: actor, under: graph.orders))
        #expect(Array(stable) == Array(solution.stable(concept, actor: actor)))
        for position in graph.states.indices {
          let isStable = inquiry.isStable(concept, actor: actor, at: position)
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
}
