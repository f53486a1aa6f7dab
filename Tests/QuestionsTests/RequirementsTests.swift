import CaseFile
import ConflictModel
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("Requirements") struct RequirementsTests {
  /// A random conflict with at most so many states.
  static func small(_ seed: UInt64, atMost most: Int) -> Conflict? {
    var random = SeededGenerator(seed: seed)
    let conflict =
      seed % 3 == 0
      ? RandomConflict.graphForm(using: &random)
      : RandomConflict.optionForm(using: &random, maximumOptionCount: 4, maximumActorCount: 3)
    let count = BruteForce(conflict).codes.count
    return count > 0 && count <= most ? conflict : nil
  }

  /// Seeds of conflicts with two to so many states.
  static func seeds(_ quick: Int, atMost most: Int, actors: Int = 4) -> [UInt64] {
    // What fits the smallest sizes is sought among more.
    var (found, seed): ([UInt64], UInt64) = ([], 0)
    while found.count < (TestScale.isLong ? quick * 100 : quick) {
      if let conflict = small(seed, atMost: most), conflict.actors.count <= actors,
        BruteForce(conflict).codes.count > 1
      {
        found.append(seed)
      }
      seed += 1
    }
    return found
  }

  /// The same conflict with another preference of some actors.
  static func with(_ rankings: [Int: [[State]]], in conflict: Conflict) -> Conflict {
    var actors = conflict.actors
    for (actor, tiers) in rankings { actors[actor].preference = .ranking(tiers) }
    if case .graph(let count) = conflict.form {
      return Conflict(
        actors: actors, stateCount: count, events: conflict.events, terms: conflict.terms)
    }
    return Conflict(
      actors: actors, options: conflict.options, levelOptions: conflict.levelOptions,
      events: conflict.events, terms: conflict.terms, rules: conflict.rules,
      requirements: conflict.requirements)
  }

  static func concepts(_ conflict: Conflict) -> [Concept] {
    Concept.allCases.filter { $0.isDefined(in: conflict.form) }
  }

  /// Whether a formula says what the definitions do, when all preferences vary for
  /// concepts in which only the actor's own matters, else its own alone.
  @Test("a formula holds exactly when the actor is stable", arguments: seeds(30, atMost: 10))
  func formulas(seed: UInt64) throws {
    let conflict = try #require(Self.small(seed, atMost: 10))
    var random = SeededGenerator(seed: seed &+ 1_000)
    let graph = try StateGraph(conflict)
    let codes = BruteForce(conflict).codes
    for concept in Self.concepts(conflict) {
      var builder = RequirementBuilder(graph, orders: graph.orders)
      let isFree = concept == .nash || concept == .gmr || concept == .smr
      for actor in conflict.actors.indices {
        var rankings = [actor: RandomConflict.tiers(of: codes.map { State($0) }, using: &random)]
        if isFree {
          for other in conflict.actors.indices {
            rankings[other] = RandomConflict.tiers(of: codes.map { State($0) }, using: &random)
          }
        }
        let brute = BruteForce(Self.with(rankings, in: conflict))
        for (position, code) in codes.enumerated() {
          let requirement = try builder.requirement(of: actor, at: position, under: concept)
          let isMet = requirement.isMet { brute.compare(actor, codes[$0], code) > 0 }
          #expect(isMet == brute.isStable(concept, actor, code), "\(concept) \(actor) \(code)")
        }
      }
    }
  }

  @Test("no demand or way follows from another", arguments: seeds(20, atMost: 16))
  func simplified(seed: UInt64) throws {
    let conflict = try #require(Self.small(seed, atMost: 16))
    let graph = try StateGraph(conflict)
    for concept in Self.concepts(conflict) {
      var builder = RequirementBuilder(graph, orders: graph.orders)
      for actor in conflict.actors.indices {
        for position in graph.states.indices {
          let demands = try builder.requirement(of: actor, at: position, under: concept).demands
          for demand in demands {
            for (index, way) in demand.ways.enumerated() {
              #expect(!way.notBetter.isEmpty)
              for (other, more) in demand.ways.enumerated() where other != index {
                #expect(!Set(way.notBetter).isSubset(of: more.notBetter))
              }
            }
          }
          for (index, one) in demands.enumerated() {
            for (other, two) in demands.enumerated() where other != index {
              let follows = one.ways.allSatisfy { way in
                two.ways.contains { Set($0.notBetter).isSubset(of: way.notBetter) }
              }
              #expect(!follows)
            }
          }
        }
      }
    }
  }

  static func permutations(_ items: [UInt64]) -> [[UInt64]] {
    if items.count < 2 { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  @Test("rankings are counted as by trying each", arguments: seeds(16, atMost: 4))
  func rankings(seed: UInt64) throws {
    let conflict = try #require(Self.small(seed, atMost: 4))
    let graph = try StateGraph(conflict)
    let codes = BruteForce(conflict).codes
    let actor = Int(seed) % conflict.actors.count
    let positions = seed % 2 == 0 ? [0] : Array(codes.indices.prefix(2))
    let counted = try #require(RankingCounts(graph, actor: actor, positions: positions))
    var expected: [Concept: Int] = [:]
    let all = Self.permutations(codes)
    for ranking in all {
      let brute = BruteForce(Self.with([actor: ranking.map { [State($0)] }], in: conflict))
      for concept in Self.concepts(conflict) {
        let lasts = positions.contains { brute.isEquilibrium(concept, codes[$0]) }
        expected[concept, default: 0] += lasts ? 1 : 0
      }
    }
    #expect(counted.total == all.count)
    #expect(counted.counts == expected)
  }

  @Test("under nash the rankings that do are those with the state above all it can be left for")
  func nash() throws {
    // One actor with one move away, and two that cannot move: half of the rankings do.
    let actors = [
      Conflict.Actor(id: "a", preference: .indifferent, moves: [[State(1), State(2)], [], [], []]),
      Conflict.Actor(id: "b", preference: .indifferent, moves: [[], [], [], []]),
    ]
    let graph = try StateGraph(Conflict(actors: actors, stateCount: 4))
    let counts = try #require(RankingCounts(graph, actor: 0, positions: [0])).counts
    // The state is the best of three in a third of the 24.
    #expect(counts[.nash] == 8)
    #expect(RankingCounts(graph, actor: 1, positions: [0])?.counts[.nash] == 24)
  }

  /// All orders of some positions with ties, as ranks.
  static func orders(_ count: Int) -> [[UInt32]] {
    func all(_ left: Int, _ ranks: [UInt32]) -> [[UInt32]] {
      left == 0 ? [ranks] : (0..<UInt32(count)).flatMap { all(left - 1, ranks + [$0]) }
    }
    return all(count, []).filter { Order(ranks: $0) != nil }
  }

  /// How many pairs of states two orders compare otherwise.
  static func difference(_ one: [UInt32], _ other: [UInt32]) -> Int {
    var count = 0
    for left in one.indices {
      for right in 0..<left {
        let before = Int(one[left]) - Int(one[right])
        let after = Int(other[left]) - Int(other[right])
        if before.signum() != after.signum() { count += 1 }
      }
    }
    return count
  }

  @Test("no order with the states so changes less", arguments: seeds(16, atMost: 5))
  func repairs(seed: UInt64) throws {
    let conflict = try #require(Self.small(seed, atMost: 5))
    let graph = try StateGraph(conflict)
    let orders = graph.orders
    let all = Self.orders(graph.states.count)
    for concept in [Concept.nash, .gmr, .smr] {
      var builder = RequirementBuilder(graph, orders: orders)
      for actor in conflict.actors.indices {
        for position in graph.states.indices {
          let requirement = try builder.requirement(of: actor, at: position, under: concept)
          let repair = OrderRepair(
            try builder.demands(of: actor, at: position, under: concept),
            counterMoves: concept.allowsCounterMove ? try builder.counterMoves(of: actor) : nil,
            of: orders[actor], at: position)
          let fewest = all.filter { ranks in requirement.isMet { ranks[$0] > ranks[position] } }
            .map { Self.difference(orders[actor].ranks, $0) }.min()
          #expect(repair.distance == fewest)
          let after = repair.applied(to: orders[actor], at: position).ranks
          #expect(Self.difference(orders[actor].ranks, after) == repair.distance)
          #expect(requirement.isMet { after[$0] > after[position] })
        }
      }
    }
  }

  @Test(
    "the least number of exchanges is what trying all rankings gives",
    arguments: seeds(12, atMost: 4, actors: 2))
  func exchanges(seed: UInt64) throws {
    var conflict = try #require(Self.small(seed, atMost: 4))
    var random = SeededGenerator(seed: seed &+ 77)
    let codes = BruteForce(conflict).codes
    let strict = conflict.actors.indices.map { _ in codes.shuffled(using: &random).map { [State($0)] } }
    conflict = Self.with(Dictionary(uniqueKeysWithValues: strict.enumerated().map { ($0, $1) }), in: conflict)
    let graph = try StateGraph(conflict)
    let orders = graph.orders
    let all = Self.permutations(Array(codes.indices).map { UInt64($0) }).map { $0.map { UInt32($0) } }
    let profiles =
      conflict.actors.count == 1 ? all.map { [$0] } : all.flatMap { one in all.map { [one, $0] } }
    for concept in Self.concepts(conflict) where concept != .nash {
      var builder = RequirementBuilder(graph, orders: orders)
      var budget = OrderSearch.budget
      let nearest = try NearestOrders(&builder, concept, at: 0, budget: &budget, control: Control())
      var fewest = Int.max
      for profile in profiles {
        let distance = zip(profile, orders).reduce(0) { $0 + Self.difference($1.0, $1.1.ranks) }
        if distance >= fewest { continue }
        let inquiry = graph.inquiry(under: profile.map { Order(ranks: $0)! })
        if try inquiry.isEquilibrium(concept, at: 0) { fewest = distance }
      }
      #expect(nearest.atLeast <= fewest && fewest <= nearest.distance, "\(concept)")
      #expect(nearest.isLeast)
      let inquiry = graph.inquiry(under: nearest.orders)
      let doesLast = try inquiry.isEquilibrium(concept, at: 0)
      #expect(doesLast)
    }
  }

  /// With an outcome that no state has.
  static let text = CaseTexts.dilemma + "\n  nothing: {when: row.confess and not row.confess}"

  @Test("the fewest edits are those that trying all sets gives")
  func edits() throws {
    let subject = try Case(CaseDocument(parsing: Self.text))
    for (outcome, concept) in [(0, Concept.nash), (1, .nash), (1, .seq), (1, .gmr)] {
      let answer = try subject.requirements(for: .outcome(outcome), under: concept, edits: 3)
      #expect(!answer.lasts)
      let nearest = try #require(answer.edits)
      func lasts(_ set: [Int]) -> Bool {
        let brute = BruteForce(subject.conflict(after: set.map { nearest.edits[$0] }))
        let condition = subject.outcomes[outcome].condition
        return brute.codes.contains {
          BruteForce.holds(condition, $0, subject.conflict) && brute.isEquilibrium(concept, $0)
        }
      }
      let all = nearest.edits.indices
      var expected = all.map { [$0] }.filter(lasts)
      if expected.isEmpty {
        expected = all.flatMap { one in all.filter { $0 > one }.map { [one, $0] } }
          .filter { !nearest.edits[$0[0]].excludes(nearest.edits[$0[1]]) && lasts($0) }
      }
      #expect(nearest.sets == expected)
    }
  }

  @Test("what lasts already needs nothing, and an outcome without states cannot last")
  func ends() throws {
    let subject = try Case(CaseDocument(parsing: Self.text))
    let lasting = try subject.requirements(for: .outcome(0), under: .seq)
    #expect(lasting.lasts && lasting.edits == nil && lasting.states[0].nearest.distance == 0)
    let nothing = try subject.requirements(for: .outcome(2), under: .seq)
    #expect(!nothing.lasts && nothing.states.isEmpty && nothing.edits == nil)
    let stopped = Control(shouldStop: { .interrupted })
    #expect(throws: StateGraph.Stopped.self) {
      let answer = try subject.requirements(for: .outcome(0), under: .seq, control: stopped)
      if answer.limit != nil { throw StateGraph.Stopped(limit: .interrupted) }
    }
  }

  /// Three actors with four free options each, and long lists of wishes.
  static let wide: String = {
    func wishes(_ actor: Int) -> String {
      (0..<12).map { "\(($0 + actor) % 2 == 0 ? "" : "not ")a\($0 % 3).x\($0 / 3)" }.joined(separator: ", ")
    }
    let actors = (0..<3).map { actor in
      "  a\(actor): {options: {x0: X, x1: X, x2: X, x3: X}, prefers: [\(wishes(actor))]}"
    }
    return
      "entente: 1\nactors:\n\(actors.joined(separator: "\n"))\noutcomes: {calm: {when: not a0.x0 and not a1.x0}}\n"
  }()

  @Test("thousands of states take a moment, and the work listens all the time")
  func manyStates() throws {
    let subject = try Case(CaseDocument(parsing: Self.wide))
    let counter = PollCounter()
    let answer = try subject.requirements(
      for: .state(State(0)), under: .seq, edits: 1, control: counter.control)
    #expect(answer.limit == nil && !answer.lasts)
    #expect(answer.states[0].nearest.atLeast <= answer.states[0].nearest.distance)
    let stopped = PollCounter(stopAt: counter.count / 2)
    let part = try? subject.requirements(
      for: .state(State(0)), under: .seq, edits: 1, control: stopped.control)
    #expect(part.map { $0.limit == .interrupted } ?? true)
    // Once it is told to stop, it asks a few times more at most.
    #expect(stopped.count < counter.count / 2 + 64)
  }
}
