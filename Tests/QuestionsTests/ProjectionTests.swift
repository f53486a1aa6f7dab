import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import Stability
import TestSupport
import Testing

@testable import Questions

/// What lasts by what some options are, and states drawn at random: of lists, of sets, and beside a count by hand.
@Suite("Projections and samples of what lasts") struct ProjectionTests {
  private static func subject(_ text: String) throws -> Case { try Case(CaseDocument(parsing: text)) }

  /// The same case solved as a list and as sets.
  private static func both(_ subject: Case) -> [SolvedCase] {
    let concepts: [Concept] = [.nash, .gmr, .smr, .seq, .sseq]
    var request = SolveRequest(concepts: concepts, engine: .symbolic)
    request.listedStates = 0
    return [subject.conflict.solve(SolveRequest(concepts: concepts)), subject.conflict.solve(request)].map {
      SolvedCase(subject, $0)
    }
  }

  @Test("each combination is counted as by hand", .effective(90), arguments: TestScale.seeds(200))
  func counts(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, SensitivityTests.flavour))
    guard subject.conflict.form == .options else { return effective(when: false) }
    var random = SeededGenerator(seed: seed)
    let all = Row.groups(of: subject).flatMap { $0.rows }
    let rows = Array(all.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
    if rows.isEmpty { return effective(when: false) }
    let filter = seed % 3 == 0 ? subject.outcomes.first?.condition : nil
    for solved in Self.both(subject) {
      let solution = solved.solution
      let projection = try #require(
        try Projection(solved, onto: rows, where: filter, atMost: nil, control: Control()))
      // By hand, state by state.
      func values(_ state: State) -> [Bool] { rows.flatMap { $0.options }.map { state.takes($0) } }
      let predicate = filter.map { subject.conflict.predicate($0) }
      var truth: [[Bool]: (feasible: Int, lasting: [Int])] = [:]
      for (position, state) in solution.states.enumerated() where predicate?(state) ?? true {
        var entry = truth[values(state)] ?? (0, solution.concepts.map { _ in 0 })
        entry.feasible += 1
        for (place, concept) in solution.concepts.enumerated()
        where solution.isEquilibrium(concept, position: position) {
          entry.lasting[place] += 1
        }
        truth[values(state)] = entry
      }
      #expect(projection.combinations.count == truth.count && projection.count.feasible == truth.count)
      for place in solution.concepts.indices {
        #expect(projection.count.lasting[place] == truth.values.count { $0.lasting[place] > 0 })
      }
      for combination in projection.combinations {
        let entry = try #require(truth[values(combination.values)])
        #expect(combination.feasible == entry.feasible && combination.lasting == entry.lasting)
      }
      // Those in which something lasts come first, and no values twice.
      let sense = try #require(solution.concepts.firstIndex(of: .seq))
      let lasts = projection.combinations.map { $0.lasting[sense] > 0 }
      #expect(lasts == lasts.sorted { $0 && !$1 })
      #expect(Set(projection.combinations.map { $0.values.code }).count == projection.combinations.count)
      effective(when: truth.count > 1 && lasts.contains(false) && lasts.contains(true))
      let few = try #require(try Projection(solved, onto: rows, where: filter, atMost: 1, control: Control()))
      #expect(
        few.combinations == Array(projection.combinations.prefix(1))
          && few.count.lasting == projection.count.lasting)
    }
  }

  @Test("more combinations than are told apart are refused, as many are not", arguments: [15, 16, 17])
  func many(count: Int) throws {
    let options = (1...count).map { "o\($0): {}" }.joined(separator: ", ")
    let subject = try Self.subject("entente: 1\nactors: {a: {options: {\(options)}, prefers: [o1]}}\n")
    for solved in Self.both(subject) {
      let rows = Row.groups(of: subject).flatMap { $0.rows }
      do {
        let projection = try Projection(solved, onto: rows, where: nil, atMost: 2, control: Control())
        #expect(count <= 16 && projection?.count.feasible == 1 << count)
        // The actor stays wherever it takes the first.
        #expect(projection?.count.lasting == Array(repeating: 1 << (count - 1), count: 5))
      } catch {
        #expect(count > 16)
      }
    }
  }

  @Test("options are named as in conditions, by themselves, by their parts and by their levels")
  func names() throws {
    let subject = try Self.subject(
      """
      entente: 1
      actors:
        a: {options: {x: {name: Export}, l: {levels: {low: Low, mid: Mid, high: High}}}, prefers: [x]}
        b: {options: {x: {}, y: {}}, prefers: [y]}
      joint: {pact: {by: [a, b]}}
      """)
    func ids(_ text: String) throws -> [String] {
      try subject.rows(listedIn: text, by: "project").map { $0.id }
    }
    #expect(try ids("y") == ["b.y"] && ids("Export, b.x") == ["a.x", "b.x"])
    #expect(try ids("a") == ["a.x", "a.l", "pact"] && ids("pact, a, y, y") == ["pact", "a.x", "a.l", "b.y"])
    #expect(try ids("a.l>=mid") == ["a.l>=mid"] && ids("a.pact") == ["a.pact"])
    for wrong in ["z", "a.z", "", ",", "a.x and b.x"] {
      #expect(throws: Failure.self) { try subject.rows(listedIn: wrong, by: "project") }
    }
  }

  @Test("a control that stops ends the count")
  func stopped() throws {
    let subject = try Self.subject("entente: 1\nactors: {a: {options: {x: {}, y: {}}, prefers: [x]}}\n")
    for solved in Self.both(subject) {
      let control = Control(shouldStop: { .interrupted })
      let rows = Row.groups(of: subject).flatMap { $0.rows }
      #expect(try Projection(solved, onto: rows, where: nil, atMost: nil, control: control) == nil)
    }
  }

  @Test(
    "a sample holds so many different states of those it is drawn from", .effective(100),
    arguments: TestScale.seeds(120))
  func samples(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, SensitivityTests.flavour))
    var random = SeededGenerator(seed: seed)
    for solved in Self.both(subject) {
      for selection in [solved.solution.allStates, solved.lasting] {
        let size = Int.random(in: 0...max(selection.count + 1, 3), using: &random)
        let drawn = selection.drawn(size, seed: seed)
        #expect(drawn.count == min(size, selection.count) && drawn.subtracting(selection).isEmpty)
        #expect(Array(drawn).count == drawn.count && drawn == selection.drawn(size, seed: seed))
        effective(when: size > 0 && size < selection.count)
      }
    }
  }

  @Test("what an actor likes best comes first", .effective(80), arguments: TestScale.seeds(120))
  func liked(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, SensitivityTests.flavour))
    let conflict = subject.conflict
    var random = SeededGenerator(seed: seed)
    for solved in Self.both(subject) {
      for actor in conflict.actors.indices {
        let selection = actor % 2 == 0 ? solved.solution.allStates : solved.lasting
        let most = Int.random(in: 0...selection.count + 1, using: &random)
        let truth = selection.members.sorted { one, other in
          let (first, second) = (
            conflict.standing(of: actor, in: one), conflict.standing(of: actor, in: other)
          )
          return first == second ? one.code < other.code : second < first
        }
        let found = solved.solution.slots(likedBy: actor, among: selection, atMost: most)
        #expect(found.map { solved.solution.states.state(inSlot: $0) } == Array(truth.prefix(most)))
        effective(when: truth.prefix(most).last.map { conflict.prefers(actor, truth[0], to: $0) } ?? false)
      }
    }
  }

  @Test("each choice is as likely as the others")
  func uniform() throws {
    // Five states of which two are drawn, ten choices.
    let subject = try Self.subject(
      """
      entente: 1
      actors: {a: {options: {x: {}, y: {}, z: {}}, prefers: [x]}}
      rules: [{never: x and y}, {never: x and z and not y}]
      """)
    for solved in Self.both(subject) {
      let all = solved.solution.allStates
      #expect(all.count == 5)
      var counts: [[Int]: Int] = [:]
      for seed in 0..<10_000 as Range<UInt64> { counts[Array(all.drawn(2, seed: seed)), default: 0] += 1 }
      // A thousand of each are expected, with a deviation of thirty.
      #expect(counts.count == 10 && counts.values.allSatisfy { 850...1150 ~= $0 })
    }
  }

  @Test("numbers below a bound are drawn without any twice")
  func numbers() {
    var drawing = Drawing(seed: 7)
    #expect(drawing.numbers(5, below: 3) == [0, 1, 2] && drawing.numbers(0, below: 3).isEmpty)
    #expect(drawing.numbers(3, below: 3) == [0, 1, 2] && drawing.numbers(1, below: 1) == [0])
    let many = drawing.numbers(1_000, below: .max)
    #expect(many.count == 1_000 && Set(many).count == 1_000 && many == many.sorted())
    #expect((many.max() ?? 0) > Int.max / 2)
  }
}
