import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

/// Coalitions by definition, once more, with sets of codes.
@Suite("Coalitions") struct CoalitionTests {
  /// The definitions over ``BruteForce``.
  struct Definitions {
    let truth: BruteForce
    let actorCount: Int

    /// Ends of all legal sequences, followed until nothing new comes up.
    func reach(_ members: [Int], _ start: UInt64) -> Set<UInt64> {
      var arrivals: Set<[UInt64]> = []
      var frontier: [[UInt64]] = [[start, UInt64.max]]
      while let arrival = frontier.popLast() {
        for member in members where UInt64(member) != arrival[1] {
          for target in truth.moves(member, arrival[0]) {
            let next = [target, UInt64(member)]
            if arrivals.insert(next).inserted { frontier.append(next) }
          }
        }
      }
      return Set(arrivals.map { $0[0] })
    }

    func isBetter(_ members: [Int], _ target: UInt64, _ start: UInt64) -> Bool {
      members.allSatisfy { truth.compare($0, target, start) > 0 }
    }

    func improvements(_ members: [Int], _ start: UInt64) -> Set<UInt64> {
      reach(members, start).filter { isBetter(members, $0, start) }
    }

    func credible(_ members: [Int], _ start: UInt64) -> Set<UInt64> {
      var arrivals: Set<[UInt64]> = []
      var frontier: [[UInt64]] = [[start, 0]]
      while let arrival = frontier.popLast() {
        for bits in 1..<(1 << members.count) where UInt64(bits) != arrival[1] {
          let part = members.indices.filter { bits & (1 << $0) != 0 }.map { members[$0] }
          for target in improvements(part, arrival[0]) {
            let next = [target, UInt64(bits)]
            if arrivals.insert(next).inserted { frontier.append(next) }
          }
        }
      }
      return Set(arrivals.map { $0[0] })
    }

    func isStable(_ concept: Concept, _ members: [Int], _ state: UInt64) -> Bool {
      let others = (0..<actorCount).filter { !members.contains($0) }
      return improvements(members, state).allSatisfy { improvement in
        if concept == .nash || others.isEmpty { return false }
        let answers = concept == .seq ? credible(others, improvement) : reach(others, improvement)
        return answers.contains { answer in
          !isBetter(members, answer, state)
            && (concept != .smr || reach(members, answer).allSatisfy { !isBetter(members, $0, state) })
        }
      }
    }
  }

  /// Conflicts of a few states with two actors and more.
  static let seeds = TestScale.seeds(40) { seed in
    let conflict = RandomConflict.any(seed: seed)
    return conflict.actors.count > 1 && (2...24).contains(BruteForce(conflict).codes.count)
  }

  /// What coalitions can do, with tables for all of them or with none.
  static func moves(_ graph: StateGraph, tables: Bool = true) throws -> CoalitionMoves {
    let all = tables ? Array(1..<1 << graph.conflict.actors.count) : []
    return CoalitionMoves(
      try CoalitionTables(graph, graph.orders, coalitions: all, concepts: [], control: Control()))
  }

  @Test("tables or none, the moves are the same", arguments: seeds)
  func tables(seed: UInt64) throws {
    let graph = try StateGraph(RandomConflict.any(seed: seed))
    var (with, without) = (try Self.moves(graph), try Self.moves(graph, tables: false))
    for coalition in 1..<1 << graph.conflict.actors.count {
      for position in graph.states.indices {
        // Whether a state leads back to itself is nobody's gain and no answer.
        var (one, two) = (
          try with.reach(of: coalition, from: position), try without.reach(of: coalition, from: position)
        )
        one.remove(position)
        two.remove(position)
        #expect(one == two)
        one = try with.credibleReach(of: coalition, from: position)
        two = try without.credibleReach(of: coalition, from: position)
        one.remove(position)
        two.remove(position)
        #expect(one == two)
      }
    }
  }

  @Test("what coalitions reach and where they are stable is by definition", arguments: seeds)
  func definitions(seed: UInt64) throws {
    try Self.expectDefinitions(RandomConflict.any(seed: seed))
  }

  @Test(
    "actors that never move change nothing that they should not", .effective(4), arguments: seeds.prefix(12))
  func idle(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: seed)
    if conflict.actors.count > 3 { return }
    effective(when: conflict.isLively)
    try Self.expectDefinitions(try Self.withIdle(2, conflict))
  }

  @Test("of others that never move no coalitions are gone through")
  func manyIdle() throws {
    let conflict = try Self.withIdle(14, PublishedConflict.elmira(literature: true).conflict)
    let polls = PollCounter()
    let graph = try StateGraph(conflict)
    let found = graph.coalitions([Coalition([0, 1])], control: polls.control)
    #expect(found.concepts == Concept.coalitional)
    // 15 others have 32,767 coalitions, of which one moves.
    #expect(polls.count < 60)
  }

  /// The conflict as a graph, with so many actors more who never move.
  private static func withIdle(_ count: Int, _ conflict: Conflict) throws -> Conflict {
    let graph = try StateGraph(conflict)
    var actors = conflict.actors.indices.map { index in
      let ranks = graph.order(conflict.actors[index].preference).ranks
      let tiers = Set(ranks).sorted(by: >).map { rank in
        ranks.indices.filter { ranks[$0] == rank }.map { State(UInt64($0)) }
      }
      let moves = graph.states.indices.map { position in
        graph.targets(of: index, from: position).map { State(UInt64($0)) }
      }
      return Conflict.Actor(id: conflict.actors[index].id, preference: .ranking(tiers), moves: moves)
    }
    for index in 0..<count {
      // What they wish matters to coalitions that they are in.
      let preference = actors[(index + 1) % conflict.actors.count].preference
      actors.append(
        Conflict.Actor(
          id: "idle\(index)", preference: preference,
          moves: [[State]](repeating: [], count: graph.states.count)))
    }
    return Conflict(actors: actors, stateCount: graph.states.count)
  }

  private static func expectDefinitions(_ conflict: Conflict) throws {
    let graph = try StateGraph(conflict)
    let truth = Definitions(truth: BruteForce(conflict), actorCount: conflict.actors.count)
    var moves = try moves(graph)
    for coalition in Coalition(conflict.actors.indices).parts {
      let bits = CoalitionTables.bits(coalition.members)
      for (position, state) in graph.states.enumerated() {
        let reach = try moves.reach(of: bits, from: position).members.map { graph.states[$0].code }
        let expected = truth.reach(coalition.members, state.code)
        #expect(Set(reach).subtracting([state.code]) == expected.subtracting([state.code]))
        for concept in Concept.coalitional {
          let escape = try moves.escape(concept, of: bits, from: position)
          let isStable = truth.isStable(concept, coalition.members, state.code)
          #expect((escape == nil) == isStable, "\(concept) \(coalition.members) \(state)")
        }
        if coalition.members.count > 1 {
          let targets = try moves.improvements(of: bits, from: position).members
          let ways = try moves.ways(of: bits, from: position, to: targets)
          for target in targets {
            let way = try #require(ways[target])
            var current = state.code
            for step in way {
              #expect(truth.truth.moves(step.actor, current).contains(step.state.code))
              current = step.state.code
            }
            #expect(current == graph.states[target].code)
            #expect(zip(way, way.dropFirst()).allSatisfy { $0.actor != $1.actor })
          }
        }
      }
    }
  }

  @Test("one actor alone, and implications", arguments: seeds)
  func laws(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: seed)
    let graph = try StateGraph(conflict)
    let orders = graph.orders
    var moves = try Self.moves(graph)
    let inquiry = graph.inquiry(under: orders)
    let isTransitive = Self.isTransitive(BruteForce(conflict), actorCount: conflict.actors.count)
    for position in graph.states.indices {
      for coalition in Coalition(conflict.actors.indices).parts {
        let bits = CoalitionTables.bits(coalition.members)
        let stable = try Concept.coalitional.filter {
          try moves.escape($0, of: bits, from: position) == nil
        }
        if stable.contains(.nash) { #expect(stable == Concept.coalitional) }
        if stable.contains(.smr) || stable.contains(.seq) && isTransitive { #expect(stable.contains(.gmr)) }
        guard coalition.members.count == 1 else { continue }
        // With two actors there is nobody to form a coalition against one.
        for concept in [Concept.nash, .gmr, .smr] {
          let isStable = try inquiry.isStable(concept, actor: coalition.members[0], at: position)
          #expect(stable.contains(concept) == isStable)
        }
        if conflict.actors.count == 2 {
          let isStable = try inquiry.isStable(.seq, actor: coalition.members[0], at: position)
          #expect(stable.contains(.seq) == isStable)
        }
      }
    }
  }

  /// Whether whatever an actor can do in two moves it can do in one.
  private static func isTransitive(_ truth: BruteForce, actorCount: Int) -> Bool {
    (0..<actorCount).allSatisfy { actor in
      truth.codes.allSatisfy { code in
        let reached = truth.moves(actor, code)
        return reached.allSatisfy { truth.moves(actor, $0).subtracting([code]).isSubset(of: reached) }
      }
    }
  }

  /// From the state that `focal` likes, its gain can be answered by `mover` alone and then by `mover`
  /// with `partner`: two coalitions, so that `mover` moves twice running. No legal sequence of the
  /// two does that, and `mover` cannot go there at once. So CSEQ holds without CGMR.
  @Test("coalitions that share a member may answer where no legal sequence leads")
  func sharedMember() throws {
    let conflict = try Case(
      CaseDocument(
        parsing: """
          entente: 1
          states: {start: Start, gain: Gain, midway: Midway, ruin: Ruin}
          actors:
            focal: {moves: {start: [gain]}, ranking: [gain, midway, start, ruin]}
            mover: {moves: {gain: [midway], midway: [ruin]}, ranking: [ruin, midway, gain, start]}
            partner: {moves: {}, ranking: [ruin, midway, gain, start]}
          """)
    ).conflict
    try Self.expectDefinitions(conflict)
    let graph = try StateGraph(conflict)
    var moves = try Self.moves(graph)
    let focal = CoalitionTables.bits([0])
    let stable = try Concept.coalitional.filter { try moves.escape($0, of: focal, from: 0) == nil }
    #expect(stable == [.seq])
  }

  @Test("Elmira: the Ministry and Uniroyal leave the deadlock for the settlement")
  func elmira() throws {
    let graph = try StateGraph(PublishedConflict.elmira(literature: true).conflict)
    let answer = graph.coalitions()
    #expect(answer.coalitions.map(\.members) == [[0, 1], [0, 2], [1, 2], [0, 1, 2]])
    let jumps = answer.jumps.filter { $0.concept == .nash }
    #expect(jumps.map { [$0.position + 1, $0.target + 1, $0.coalition] } == [[5, 8, 0]])
    #expect(jumps[0].way.count == 2)
    #expect(answer.survivors(.nash).map { $0 + 1 } == [8, 9])
    #expect(answer.survivors(.seq).map { $0 + 1 } == [8, 9])
    // Every improvement of a coalition, as computed from the published tables.
    var moves = try Self.moves(graph)
    func improvements(_ members: [Int]) throws -> [[Int]] {
      var pairs: [[Int]] = []
      for start in graph.states.indices {
        for target in try moves.improvements(of: CoalitionTables.bits(members), from: start).members {
          pairs.append([start + 1, target + 1])
        }
      }
      return pairs
    }
    #expect(try improvements([0, 1]) == [[2, 4], [5, 8], [6, 8]])
    #expect(try improvements([0, 2]) == [[1, 5], [3, 7]])
    #expect(try improvements([1, 2]) == [[2, 4], [2, 8], [6, 8]])
    #expect(try improvements([0, 1, 2]) == [[2, 4], [2, 8], [6, 8]])
  }

  @Test("it stops when told to")
  func stops() throws {
    let graph = try StateGraph(PublishedConflict.elmira(literature: true).conflict)
    #expect(graph.coalitions(control: Control(shouldStop: { .interrupted })).limit == .interrupted)
  }
}
