import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("What a briefing is made of") struct BriefTests {
  static func answer(
    _ document: CaseDocument, _ arguments: [(String, String)] = [], _ work: Work = Work()
  ) throws -> BriefQuestion.Answer {
    let named = arguments.map { (name: $0.0, value: $0.1) }
    let question = try BriefQuestion(Arguments(named, to: BriefQuestion.table))
    return try question.answer(checking: Subject(document), work)
  }

  /// What is so in a conflict, worked out state by state.
  static func outlook(_ conflict: Conflict, of subject: Case, _ concept: Concept) -> Outlook {
    Outlook(
      conflict.solve(SolveRequest(concepts: [concept], engine: .reference)), of: subject, under: concept)
  }

  static let seeds = TestScale.seeds(20)

  @Test(
    "judgements turn what they are said to turn, in the order in which 'sensitivity' leads with them",
    .effective(6), .effective(6, "order"), arguments: seeds)
  func pivots(seed: UInt64) throws {
    let document = RandomCase.document(seed: 3_000 + seed, .everything)
    guard let answer = try? Self.answer(document) else { return }
    #expect(answer.pivots.count <= BriefQuestion.Answer.pivotCount)
    if let found = answer.sensitivity, let size = found.smallestSize {
      let leading =
        size == 1
        ? found.deciding.map { [$0[0]] } : found.groups(ofSize: size).map { found.plainest($0) }
      #expect(
        answer.pivots.map { $0.edits }
          == leading.prefix(BriefQuestion.Answer.pivotCount).map { $0.map { found.edits[$0] } })
      effective(when: leading.count > 1, "order")
    }
    effective(when: answer.pivots.contains { !$0.edits.isEmpty })
    for pivot in answer.pivots where !pivot.edits.isEmpty {
      #expect(pivot.edits[0].judgement == pivot.judgement)
      let claim = try #require(answer.claim)
      let edited = answer.subject.conflict(after: pivot.edits)
      let after = edited.solve(SolveRequest(concepts: [answer.concept], engine: .reference))
      #expect(claim.holds(in: after) != answer.sensitivity?.holds, "seed \(seed): \(pivot.edits)")
      #expect(pivot.outlook == Self.outlook(edited, of: answer.subject, answer.concept), "seed \(seed)")
      // No part of the edits does it.
      for left in pivot.edits.indices where pivot.edits.count > 1 {
        var fewer = pivot.edits
        fewer.remove(at: left)
        let part = answer.subject.conflict(after: fewer).solve(SolveRequest(concepts: [answer.concept]))
        #expect(claim.holds(in: part) == answer.sensitivity?.holds, "seed \(seed)")
      }
    }
  }

  @Test(
    "other events and readings bring what solving the case with them tells", .effective(3),
    arguments: TestScale.seeds(10))
  func turns(seed: UInt64) throws {
    let document = RandomCase.document(seed: 4_000 + seed, .everything)
    guard let answer = try? Self.answer(document) else { return }
    effective(when: answer.turns.contains { $0.outlook != nil })
    for turn in answer.turns {
      var (given, profiles): ([String: Bool], [String: String]) = ([:], [:])
      switch turn.dimension.kind {
      case .event(let index):
        #expect((turn.value == 1) != answer.subject.conflict.events[index].holds)
        given[turn.dimension.id] = turn.value == 1
      case .profile: profiles[turn.dimension.id] = turn.dimension.values[turn.value]
      case .statusQuo: Issue.record("the status quo is no turn")
      }
      var written = document
      var other = try? Case(written, given: given, profiles: profiles)
      if other == nil {
        // A status quo that cannot be then keeps nothing from being solved.
        written.statusQuo = nil
        other = try? Case(written, given: given, profiles: profiles)
      }
      guard let other else {
        #expect(turn.outlook == nil, "seed \(seed)")
        continue
      }
      let expected = Self.outlook(other.conflict, of: other, answer.concept)
      #expect(
        turn.outlook?.count == expected.count && turn.outlook?.lasting == expected.lasting, "seed \(seed)")
      // Of each state that the present may be it tells who would leave it.
      let presents = answer.subject.statusQuos
      let solution = other.conflict.solve(SolveRequest(concepts: [answer.concept], engine: .reference))
      let leaving = presents.map { state -> [Int]? in
        let now = presents.count == 1 ? other.statusQuo?.state : other.statusQuos.first { $0 == state }
        guard let now, let position = solution.states.position(of: now) else { return nil }
        return other.conflict.actors.indices.filter {
          !solution.isStable(answer.concept, actor: $0, position: position)
        }
      }
      #expect(turn.outlook?.leaving == leaving, "seed \(seed)")
    }
  }

  @Test("where the present is not known, each situation that it may be has a fate of its own")
  func open() throws {
    let document = try CaseDocument(
      parsing: """
        entente: 1
        title: A door
        actors:
          a: {name: North, options: {enter: Enter}, prefers: [enter]}
          b: {name: South, options: {bar: Bar}, prefers: [bar if storm, not bar]}
        events:
          storm: {name: A storm}
        status_quo: {taken: [a.enter], unsure: [b.bar]}
        """)
    let answer = try Self.answer(document)
    #expect(answer.subject.statusQuos.count == 2)
    let outlook = try #require(answer.turns.first?.outlook)
    // South keeps the door as it likes it, which a storm turns round.
    #expect(outlook.leaving == [[1], []])
    let now = Outlook(answer.solution, of: answer.subject, under: answer.concept)
    #expect(now.leaving == [[], [1]])
  }

  static let small = """
    entente: 1
    title: A line
    actors:
      a: {name: North, options: {cross: Cross}, prefers: [not cross or not b.punish, cross]}
      b: {name: South, options: {punish: Punish}, prefers: [not a.cross, punish if a.cross, not punish]}
    status_quo: []
    outcomes:
      peace: {name: Peace, when: not a.cross}
      clash: {name: A clash, when: a.cross and b.punish}
    """

  @Test("what is claimed is looked into, else the present, else the first outcome")
  func claim() throws {
    let document = try CaseDocument(parsing: Self.small)
    #expect(try Self.answer(document).claim?.words == "status-quo lasts under seq")
    let claimed = try Self.answer(document, [("claim", "clash lasts")])
    #expect(claimed.isClaimed && claimed.sensitivity?.holds == false)
    var open = document
    open.statusQuo = nil
    let outcome = try Self.answer(open)
    #expect(outcome.claim?.words == "peace lasts under seq" && outcome.paths == nil)
    open.outcomes = []
    let bare = try Self.answer(open)
    #expect(bare.claim == nil && bare.sensitivity == nil)
    // Nothing is known to turn anything, so those are told of that decide most.
    #expect(bare.pivots.allSatisfy { $0.edits.isEmpty && ($0.verdicts ?? 0) > 0 })
  }

  @Test("a claim that cannot be read is told of as such")
  func wrongClaim() throws {
    let document = try CaseDocument(parsing: Self.small)
    #expect(throws: Failure.self) { try Self.answer(document, [("claim", "whatever")]) }
    #expect(throws: Failure.self) { try Self.answer(document, [("paper", "a5")]) }
  }

  @Test("what a case is too large for is left out and said")
  func large() throws {
    let options = (0..<17).map { "o\($0): O\($0)" }.joined(separator: ", ")
    let document = try CaseDocument(
      parsing: """
        entente: 1
        actors:
          a: {options: {\(options)}, prefers: [o0]}
          b: {options: {x: X}, prefers: [x]}
        status_quo: []
        """)
    let answer = try Self.answer(document)
    #expect(answer.limit == nil)
    #expect(answer.omissions.map { $0.part } == [.paths, .coalitions])
    #expect(answer.omissions.allSatisfy { $0.limit == nil })
    #expect(answer.paths == nil && answer.sensitivity?.completeSizes == 1 && answer.coalitions == nil)
  }

  @Test("a stop ends it with what was found")
  func stopped() throws {
    let document = RandomCase.document(seed: 3_007, .everything)
    var isCut = false
    for moment in [1, 5, 20, 80, 200, 600] {
      var work = Work(control: PollCounter(stopAt: moment).control)
      work.telling = Control()
      guard let answer = try? Self.answer(document, [], work) else { continue }
      if answer.limit != nil { isCut = true }
      #expect((answer.limit == nil) == answer.omissions.allSatisfy { $0.limit == nil })
    }
    #expect(isCut, "another seed is needed")
  }
}
