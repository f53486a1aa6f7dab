import CaseFile
import ConflictModel
import Notation
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("Doubts") struct DoubtsTests {
  // MARK: Against every completion

  /// A random case with doubts about statements.
  static func doubtful(seed: UInt64) throws -> Case {
    var document = RandomCase.document(seed: seed, RandomCase.Flavour(removedMoves: true))
    var random = SeededGenerator(seed: seed)
    for actor in document.actors.indices {
      guard case .statements(var statements) = document.actors[actor].preference else { continue }
      var group = 0
      for index in statements.indices {
        statements[index].isSure = Int.random(in: 0..<4, using: &random) > 0
        if index > 0, Int.random(in: 0..<4, using: &random) == 0 {
          if statements[index - 1].group == nil {
            statements[index - 1].group = group
            group += 1
          }
          statements[index].group = statements[index - 1].group
        }
      }
      document.actors[actor].preference = .statements(statements)
    }
    return try Case(document)
  }

  /// Seeds of cases with a few completions.
  static func seeds(_ quick: Int, completions: ClosedRange<UInt128>, states: Int) -> [UInt64] {
    TestScale.seeds(quick) { seed in
      guard let subject = try? doubtful(seed: seed), let doubts = try? Doubts(of: subject) else {
        return false
      }
      let count = subject.conflict.feasibleStates().states.count
      return (2...states).contains(count) && doubts.completionCount.map { completions.contains($0) } ?? false
    }
  }

  /// Every completion of some statements, by trying every way to leave some out and
  /// to order each group.
  static func completions(_ statements: [StatementText]) -> [[Int]] {
    guard let first = statements.indices.first else { return [[]] }
    let end =
      statements[first].group == nil
      ? first + 1 : statements.firstIndex { $0.group != statements[first].group } ?? statements.count
    let rest = completions(Array(statements[end...])).map { $0.map { $0 + end } }
    var heads: Set<[Int]> = []
    func add(_ chosen: [Int], _ left: [Int]) {
      if left.allSatisfy({ !statements[$0].isSure }) { heads.insert(chosen) }
      for (place, index) in left.enumerated() {
        var others = left
        others.remove(at: place)
        add(chosen + [index], others)
      }
    }
    add([], Array(first..<end))
    return heads.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { head in rest.map { head + $0 } }
  }

  @Test(
    "counts are what solving every completion gives", arguments: seeds(30, completions: 2...60, states: 32))
  func countsAgree(seed: UInt64) throws {
    let subject = try Self.doubtful(seed: seed)
    let conflict = subject.conflict
    let choices = conflict.actors.indices.map { actor -> [[Int]?] in
      guard case .statements = conflict.actors[actor].preference else { return [nil] }
      return Self.completions(subject.statements(of: actor))
    }
    let total = choices.reduce(1) { $0 * $1.count }
    let doubts = try Doubts(of: subject)
    #expect(doubts.completionCount == UInt128(total))
    let graph = try StateGraph(conflict)
    let concepts = Concept.allCases
    let answer = doubts.count(DoubtsRequest(concepts: concepts), in: graph)
    #expect(answer.method == .all && answer.limit == nil)

    var chosen: [[[Int]?]] = [[]]
    for list in choices { chosen = chosen.flatMap { head in list.map { head + [$0] } } }
    let written = graph.conflict.solve()
    for (index, concept) in concepts.enumerated() {
      let count = answer.concepts[index]
      var states: [Int: UInt64] = [:]
      var outcomes = subject.outcomes.map { _ in UInt64(0) }
      var (none, same): (UInt64, UInt64) = (0, 0)
      var yes = doubts.questions.map { _ in UInt64(0) }
      var statesWithYes: [Int: [UInt64]] = [:]
      for completion in chosen {
        let orders = conflict.actors.indices.map { actor -> Order in
          guard let statements = completion[actor],
            case .statements(let all) = conflict.actors[actor].preference
          else { return graph.orders[actor] }
          return graph.order(.statements(statements.map { all[$0] }))
        }
        let equilibria = Array(try #require(graph.equilibria(concept, under: orders)))
        let answers = doubts.questions.map { question -> Bool in
          let list = completion[question.actor] ?? []
          switch question.content {
          case .inForce(let statement): return list.contains(statement)
          case .before(let one, let other):
            return list.filter { $0 == one || $0 == other } == [one, other]
          case .better: return false
          }
        }
        for (question, isYes) in answers.enumerated() where isYes { yes[question] += 1 }
        for position in equilibria {
          states[position, default: 0] += 1
          for (question, isYes) in answers.enumerated() where isYes {
            statesWithYes[position, default: yes.map { _ in 0 }][question] += 1
          }
        }
        for (outcome, named) in subject.outcomes.enumerated() {
          let has = equilibria.contains { conflict.holds(named.condition, in: graph.states[$0]) }
          if has { outcomes[outcome] += 1 }
        }
        if equilibria.isEmpty { none += 1 }
        if equilibria == Array(written.equilibria(concept)) { same += 1 }
      }
      #expect(count.examined.count == UInt64(total) && count.examined.withYes == yes)
      #expect(count.states.mapValues(\.count) == states)
      #expect(count.outcomes.map(\.count) == outcomes)
      #expect(count.withoutEquilibrium == none && count.sameAsWritten == same)
      for (position, expected) in statesWithYes {
        #expect(count.share(at: position).withYes == expected)
      }
    }
  }

  // MARK: Rankings

  /// Every order of some states, ties allowed.
  static func weakOrders(_ states: [State]) -> [[[State]]] {
    if states.isEmpty { return [[]] }
    var result: [[[State]]] = []
    for mask in 1..<(1 << states.count) {
      let tier = states.indices.filter { mask & (1 << $0) != 0 }.map { states[$0] }
      let rest = states.indices.filter { mask & (1 << $0) == 0 }.map { states[$0] }
      result += weakOrders(rest).map { [tier] + $0 }
    }
    return result
  }

  static func compare(_ tiers: [[State]], _ one: State, _ other: State) -> Int {
    let place = { (state: State) in tiers.firstIndex { $0.contains(state) }! }
    return (place(other) - place(one)).signum()
  }

  /// A random case in graph form whose rankings leave pairs open.
  static func ranked(seed: UInt64) throws -> Case {
    var random = SeededGenerator(seed: seed)
    let ids = (1...Int.random(in: 2...5, using: &random)).map { "s\($0)" }
    var text = "entente: 1\nstates: {\(ids.map { "\($0): \($0)" }.joined(separator: ", "))}\nactors:\n"
    for actor in 0..<Int.random(in: 1...3, using: &random) {
      text += "  a\(actor):\n    moves:\n"
      for id in ids {
        let targets = ids.filter { $0 != id && Int.random(in: 0..<2, using: &random) == 0 }
        text += "      \(id): [\(targets.joined(separator: ", "))]\n"
      }
      let tiers = RandomConflict.tiers(of: ids.indices.map { State(UInt64($0)) }, using: &random)
      let words = tiers.map { "[\($0.map { ids[Int($0.code)] }.joined(separator: ", "))]" }
      text += "    ranking: [\(words.joined(separator: ", "))]\n"
      var pairs: [String] = []
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let two = ids.shuffled(using: &random).prefix(2)
        pairs.append("[\(two.joined(separator: ", "))]")
      }
      if !pairs.isEmpty { text += "    unknown: [\(pairs.joined(separator: ", "))]\n" }
    }
    return try Case(CaseDocument(parsing: text))
  }

  @Test(
    "the completions of a ranking are the orders that agree on all other pairs",
    arguments: TestScale.seeds(36) { seed in
      (try? Doubts(of: ranked(seed: seed)))?.completionCount.map { (2...400).contains($0) } ?? false
    })
  func rankings(seed: UInt64) throws {
    let subject = try Self.ranked(seed: seed)
    let graph = try StateGraph(subject.conflict)
    let doubts = try Doubts(of: subject)
    let states = Array(graph.states)
    let all = Self.weakOrders(states)
    let relations = doubts.relations(among: graph.states)
    let completions = subject.conflict.actors.indices.map { actor -> [[[State]]] in
      guard case .ranking(let tiers) = subject.conflict.actors[actor].preference else { return [] }
      let open = subject.unknownPairs[actor]
      return all.filter { order in
        states.allSatisfy { one in
          states.allSatisfy { other in
            open.contains(Case.UnknownPair(first: min(one, other), second: max(one, other)))
              || Self.compare(order, one, other) == Self.compare(tiers, one, other)
          }
        }
      }
    }
    #expect(doubts.completionCount == UInt128(completions.reduce(1) { $0 * $1.count }))
    for (actor, orders) in completions.enumerated() {
      for one in states.indices {
        for other in states.indices {
          let found = Set(orders.map { Self.compare($0, states[one], states[other]) })
          let expected: Relation =
            found.count > 1 ? .unknown : found == [1] ? .better : found == [0] ? .tied : .worse
          #expect(relations(actor, one, other) == expected)
        }
      }
    }
    let answer = doubts.count(DoubtsRequest(concepts: [.smr, .seq]), in: graph)
    var chosen: [[Order]] = [[]]
    for list in completions {
      let orders = list.map { graph.order(.ranking($0)) }
      chosen = chosen.flatMap { head in orders.map { head + [$0] } }
    }
    for (count, concept) in zip(answer.concepts, [Concept.smr, .seq]) {
      var expected: [Int: UInt64] = [:]
      for orders in chosen {
        for position in try #require(graph.equilibria(concept, under: orders)) {
          expected[position, default: 0] += 1
        }
      }
      #expect(count.states.mapValues(\.count) == expected)
    }
  }

  @Test("pairs that the states between them settle are said to be settled")
  func settled() throws {
    let text = """
      entente: 1
      states: {s1: A, s2: B, s3: C, s4: D}
      actors:
        a:
          moves: {}
          ranking: [s1, s2, s3, s4]
          unknown: [[s1, s3], [s3, s4]]
      """
    let doubts = try Doubts(of: Case(CaseDocument(parsing: text)))
    let between = Case.UnknownPair(first: State(0), second: State(2))
    let open = Case.UnknownPair(first: State(2), second: State(3))
    #expect(
      doubts.list == [Doubt(actor: 0, content: .pairs([between, open], settled: [between]), wayCount: 3)])
    #expect(
      doubts.questions.map(\.content) == [
        .better(State(2), than: State(3)), .better(State(3), than: State(2)),
      ])
  }

  // MARK: Relations

  @Test(
    "a relation is unknown when completions do not agree on it",
    arguments: seeds(24, completions: 2...10_000, states: 16))
  func relationsAgree(seed: UInt64) throws {
    let subject = try Self.doubtful(seed: seed)
    let graph = try StateGraph(subject.conflict)
    let relations = try Doubts(of: subject).relations(among: graph.states)
    for actor in subject.conflict.actors.indices {
      guard case .statements(let all) = subject.conflict.actors[actor].preference else { continue }
      let completions = Self.completions(subject.statements(of: actor))
      if completions.count > 200 { continue }
      let orders = completions.map { list in graph.order(.statements(list.map { all[$0] })) }
      for one in graph.states.indices {
        for other in graph.states.indices {
          let found = Set(orders.map { (Int($0.ranks[one]) - Int($0.ranks[other])).signum() })
          let expected: Relation =
            found.count > 1 ? .unknown : found == [1] ? .better : found == [0] ? .tied : .worse
          #expect(relations(actor, one, other) == expected)
        }
      }
    }
  }

  @Test("states that differ first in a statement with much differ strongly")
  func strengths() throws {
    let text = """
      entente: 1
      actors:
        a: {options: {x: X, y: Y}, prefers: [{that: x, much: yes}, y]}
        b: {prefers: indifferent}
      """
    let subject = try Case(CaseDocument(parsing: text))
    let doubts = try Doubts(of: subject)
    let relation = doubts.strengths(among: subject.conflict.feasibleStates().states)
    #expect(doubts.hasStrength && doubts.isEmpty)
    // NN, YN, NY, YY
    #expect(relation(0, 1, 0) == .muchBetter && relation(0, 0, 3) == .muchWorse)
    #expect(relation(0, 2, 0) == .better && relation(0, 1, 3) == .worse && relation(0, 1, 1) == .tied)
    #expect(relation(1, 0, 3) == .tied)
  }

  // MARK: Samples

  @Test("a sample is what its seed says, and its intervals cover the exact shares")
  func sample() throws {
    var (covered, all) = (0, 0)
    for seed in UInt64(0)..<40 {
      let subject = try Self.doubtful(seed: seed)
      let doubts = try Doubts(of: subject)
      let graph = try StateGraph(subject.conflict)
      guard let total = doubts.completionCount, total > 4, total <= 200, graph.states.count <= 32 else {
        continue
      }
      let exact = doubts.count(DoubtsRequest(concepts: [.gmr, .seq]), in: graph)
      let request = DoubtsRequest(concepts: [.gmr, .seq], exactLimit: 1, samples: 400, seed: seed)
      let sampled = doubts.count(request, in: graph)
      #expect(sampled.method == .sample(size: 400, seed: seed))
      for (count, whole) in zip(sampled.concepts, exact.concepts) {
        #expect(count.examined.count == 400)
        for position in graph.states.indices where whole.share(at: position).count > 0 {
          let share = Double(whole.share(at: position).count) / Double(whole.examined.count)
          let interval = Interval(count.share(at: position).count, of: 400)
          all += 1
          if interval.low <= share && share <= interval.high { covered += 1 }
        }
      }
      let again = doubts.count(request, in: graph)
      #expect(again.concepts[1].states == sampled.concepts[1].states)
    }
    #expect(all > 50)
    #expect(Double(covered) / Double(all) > 0.9, "\(covered) of \(all)")
  }

  @Test("Wilson's interval")
  func interval() {
    let half = Interval(5, of: 10)
    #expect(abs(half.low - 0.2366) < 0.0001 && abs(half.high - 0.7634) < 0.0001)
    let none = Interval(0, of: 10)
    #expect(none.low == 0 && abs(none.high - 0.2775) < 0.0001)
    #expect(Interval(10, of: 10).high == 1)
  }

  @Test("work that is stopped says so and keeps what is counted")
  func stopped() throws {
    let subject = try Self.ranked(seed: 1)
    let graph = try StateGraph(subject.conflict)
    let answer = try Doubts(of: subject).count(
      in: graph, control: Control(shouldStop: { .time(milliseconds: 1) }))
    #expect(answer.limit == .time(milliseconds: 1) && answer.concepts.isEmpty)
  }

  @Test("a case without doubts has one completion")
  func noDoubts() throws {
    let (subject, solution) = try ClaimTests.dilemma()
    let doubts = try Doubts(of: subject)
    #expect(doubts.isEmpty && doubts.list.isEmpty && subject.actorsInDoubt.isEmpty)
    let count = try #require(doubts.count(in: StateGraph(subject.conflict)).concepts.first)
    #expect(count.examined.count == 1 && count.sameAsWritten == 1)
    #expect(count.states.keys.sorted() == Array(solution.equilibria(.seq)))
  }
}
