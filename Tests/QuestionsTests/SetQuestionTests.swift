import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import Stability
import TestSupport
import Testing

@testable import Questions

/// What questions say where states are held as a set, beside what they say of lists.
@Suite("Questions among more states than can be listed") struct SetQuestionTests {
  private static let concepts: [Concept] = [.nash, .gmr, .smr, .seq, .sseq]

  /// The same solution without tables.
  private static func unlisted(_ conflict: Conflict) -> Solution {
    var request = SolveRequest(concepts: concepts, engine: .symbolic)
    request.listedStates = 0
    return conflict.solve(request)
  }

  // MARK: Doubts

  @Test(
    "doubts are counted alike for the present and the outcomes", .effective(20),
    arguments: TestScale.seeds(120))
  func doubts(seed: UInt64) throws {
    let subject = try DoubtsTests.doubtful(seed: seed)
    let doubts = try Doubts(of: subject)
    guard subject.conflict.form == .options, let count = doubts.completionCount, count <= 200,
      subject.conflict.feasibleStates().states.count > 1
    else { return effective(when: false) }
    effective(when: count > 1)
    let graph = try StateGraph(subject.conflict)
    let request = DoubtsRequest(concepts: Self.concepts)
    let truth = doubts.count(request, in: graph)
    let states = Self.unlisted(subject.conflict).states
    let found = try doubts.count(request, over: states, memory: 1 << 28, control: Control())
    #expect(found.isOfSets && found.limit == nil && found.method == .all)
    for (one, other) in zip(found.concepts, truth.concepts) {
      #expect(one.concept == other.concept && one.examined == other.examined)
      #expect(one.outcomes == other.outcomes)
      #expect(one.withoutEquilibrium == other.withoutEquilibrium)
      for present in subject.statusQuo?.completions ?? [] {
        guard let position = graph.states.position(of: present) else { continue }
        #expect(one.share(at: position) == other.share(at: position))
        #expect(one.asWritten.contains(position) == other.asWritten.contains(position))
      }
      for outcome in subject.outcomes {
        let members = graph.states(where: outcome.condition)
        let isWritten = one.asWritten.contains { members.contains($0) }
        #expect(isWritten == !members.intersection(other.asWritten).isEmpty)
      }
    }
  }

  @Test("a sample of doubts is the same in every run, and as large as asked for")
  func sampled() throws {
    let seed = try #require(
      (0..<200 as Range<UInt64>).first { seed in
        guard let subject = try? DoubtsTests.doubtful(seed: seed), let doubts = try? Doubts(of: subject)
        else {
          return false
        }
        return subject.conflict.form == .options && doubts.completionCount ?? 0 > 12
      })
    let subject = try DoubtsTests.doubtful(seed: seed)
    let doubts = try Doubts(of: subject)
    let states = Self.unlisted(subject.conflict).states
    let request = DoubtsRequest(concepts: [.seq], exactLimit: 4, samples: 50, seed: 3)
    let (one, other) = (
      try doubts.count(request, over: states, memory: 1 << 28, control: Control()),
      try doubts.count(request, over: states, memory: 1 << 28, control: Control())
    )
    #expect(one.method == .sample(size: 50, seed: 3))
    #expect(one.concepts[0].examined.count == 50 && one.concepts[0].outcomes == other.concepts[0].outcomes)
  }

  // MARK: Require

  @Test("what it takes is found alike", .effective(25), arguments: TestScale.seeds(120))
  func requirements(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, SensitivityTests.flavour))
    let states = subject.conflict.feasibleStates().states
    guard subject.conflict.form == .options, states.count > 1, states.count <= 64, subject.edits.count <= 60
    else { return effective(when: false) }
    effective(when: true)
    var random = SeededGenerator(seed: seed)
    let unlisted = Self.unlisted(subject.conflict).states
    let targets: [Requirements.Target] =
      [.state(states.randomElement(using: &random) ?? State(0))]
      + subject.outcomes.indices.map { .outcome($0) }
    for target in targets {
      for concept in Self.concepts {
        let truth = try subject.requirements(for: target, under: concept, edits: 1)
        let found = try SetRequirements(
          subject, for: target, under: concept, over: unlisted, edits: 1, Work())
        #expect(found.lasts == truth.lasts && found.count == truth.stateCount && found.limit == nil)
        #expect(found.edits?.sets == truth.edits?.sets && found.edits?.tried == truth.edits?.tried)
        guard let shown = found.shown else {
          #expect(truth.stateCount == 0)
          continue
        }
        let position = try #require(states.position(of: shown))
        let inquiry = truth.graph.inquiry(under: truth.orders)
        for actor in subject.conflict.actors.indices {
          let isStable = try inquiry.isStable(concept, actor: actor, at: position)
          #expect(found.leaving.contains { $0.actor == actor } == !isStable)
        }
        for leaving in found.leaving {
          #expect(subject.conflict.canMove(leaving.actor, from: shown, to: leaving.target))
          #expect(subject.conflict.prefers(leaving.actor, leaving.target, to: shown))
        }
      }
    }
  }

  // MARK: Words

  @Test("words are held against wishes alike", .effective(25), arguments: TestScale.seeds(60))
  func words(seed: UInt64) throws {
    guard let sample = WordsTests.Sample(seed: seed), sample.conflict.form == .options else {
      return effective(when: false)
    }
    effective(when: sample.conflict.isLively)
    let found = Self.unlisted(sample.conflict)
    let one = DeclarationTest(sample.declaration, in: found)
    let other = DeclarationTest(sample.declaration, in: sample.solution)
    #expect(one.isComplete && Array(one.due) == Array(other.due) && Array(one.able) == Array(other.able))
    #expect(Array(one.gaining) == Array(other.gaining) && Array(one.losing) == Array(other.losing))
    #expect(one.effects == other.effects && one.onTargets == other.onTargets)
    for concept in Self.concepts where concept != .nash {
      let (one, other) = (
        Holds(under: concept, in: found), Holds(under: concept, in: sample.solution)
      )
      #expect(Array(one.held) == Array(other.held) && Array(one.weak) == Array(other.weak))
      #expect(one.isComplete && Set(one.groups.map(Self.outline)) == Set(other.groups.map(Self.outline)))
    }
    guard let believed = sample.declaration.believed(in: found) else { return }
    let before = sample.conflict.solve(SolveRequest(concepts: Self.concepts))
    let after = believed.solve(SolveRequest(concepts: Self.concepts))
    let changes = Belief(sample.declaration, before: found, after: Self.unlisted(believed)).changes
    let truths = Belief(sample.declaration, before: before, after: after).changes
    for (change, truth) in zip(changes, truths) {
      #expect(change.effect == truth.effect && change.targets == truth.targets)
      #expect(change.applyingBefore == truth.applyingBefore && change.applyingAfter == truth.applyingAfter)
    }
  }

  @Test(
    "a hold is not called weak because there was no time to tell", .effective(8),
    arguments: TestScale.seeds(100))
  func stoppedHolds(seed: UInt64) {
    guard let sample = WordsTests.Sample(seed: seed), sample.conflict.form == .options else {
      return effective(when: false)
    }
    let solution = Self.unlisted(sample.conflict)
    let whole = Holds(under: .gmr, in: solution)
    var isCut = false
    for moment in 1...24 {
      let part = Holds(under: .gmr, in: solution, control: PollCounter(stopAt: moment).control)
      #expect(part.weak.subtracting(whole.weak).isEmpty && part.looked <= whole.looked)
      isCut = isCut || part.looked < whole.looked
    }
    effective(when: isCut)
  }

  private static func outline(_ group: Holds.Group) -> [Int] {
    [group.actor, group.isWeak ? 1 : 0, group.improvements, group.states] + group.answerers
  }

  @Test("positions nearest to a state are those of a list", .effective(10), arguments: TestScale.seeds(30))
  func nearest(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: 380_000 + seed)
    guard conflict.form == .options else { return effective(when: false) }
    let (found, truth) = (Self.unlisted(conflict), conflict.solve())
    guard let now = truth.states.randomElement() else { return effective(when: false) }
    effective(when: truth.states.count > 2)
    let all = found.allStates.positions(nearest: now, atMost: truth.states.count)
    #expect(all == truth.allStates.positions(nearest: now, atMost: truth.states.count))
  }

  // MARK: Known answers

  @Test("known answers come out alike", .effective(15), arguments: TestScale.seeds(150))
  func expectations(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed, .everything)
    let subject = try Case(document)
    guard subject.conflict.form == .options, !document.expectations.isEmpty else {
      return effective(when: false)
    }
    var listed = ExpectationBench(
      case: subject, solution: subject.conflict.solve(SolveRequest(concepts: Self.concepts)))
    var sets = ExpectationBench(case: subject, solution: Self.unlisted(subject.conflict))
    var isCompared = false
    for expectation in document.expectations where expectation.given.isEmpty && expectation.profiles.isEmpty {
      guard listed.problems(with: expectation).isEmpty else { continue }
      let (one, other) = (sets.evaluate(expectation), listed.evaluate(expectation))
      #expect(one.verdict == other.verdict || one.verdict == .undetermined, "\(expectation.claim)")
      isCompared = isCompared || one.verdict == other.verdict && one.verdict != .undetermined
    }
    effective(when: isCompared)
  }

  // MARK: The edges of lists

  @Test("a case with few states is told of in sets where a variant has more than are listed")
  func variants() throws {
    let options = (0..<18).map { "o\($0): O\($0)" }.joined(separator: ", ")
    let all = (0..<18).map { "o\($0)" }.joined(separator: ", ")
    let text = """
      entente: 1
      actors:
        one: {options: {\(options)}, prefers: [not o1, o2]}
      rules:
        - at most 1 of (\(all))
      status_quo: [o2]
      """
    let document = try CaseDocument(parsing: text)
    let question = try SensitivityQuestion(Arguments(to: SensitivityQuestion.table))
    let found = try question.answer(checking: Subject(document), Work()).sensitivity
    #expect(found.limit == nil && found.holds == true && found.completeSizes == 1)
    let dropped = found.edits.firstIndex { if case .rule = $0.target { true } else { false } }
    let edit = try #require(dropped)
    #expect(found.effects[edit] == .keeps && !found.effects.contains(.untried))
  }

  @Test("a briefing on so many states that no word counts them four times")
  func brief() throws {
    func options(_ range: Range<Int>) -> String {
      range.map { "o\($0): O\($0)" }.joined(separator: ", ")
    }
    let text = """
      entente: 1
      actors:
        one: {options: {\(options(0..<31))}, prefers: [not o1, o2 if two.o40]}
        two: {options: {\(options(31..<62))}, prefers: [o40, one.o3], declares: [{if: one.o3, then: o41}]}
      rules:
        - never: one.o8 and one.o9
      status_quo: []
      outcomes: {busy: {name: Busy, when: one.o3}}
      """
    let question = try BriefQuestion(Arguments(to: BriefQuestion.table))
    let answer = try question.answer(checking: Subject(CaseDocument(parsing: text)), Work())
    #expect(answer.limit == nil && answer.solution.states.count == 3 << 60)
    #expect(answer.sensitivity?.completeSizes == 1 && answer.words.count == 1)
    // An author of many options has one bare deed, and what else it could change with it is none.
    let test = answer.words[0]
    #expect(test.looked == WordsAnalysis.Bounds.unlisted.states && test.able.count == test.looked)
    #expect(test.credibility == .empty && test.losing.isEmpty)
  }

  // MARK: What cannot be told

  @Test("what goes by single states is refused in words, with what is not")
  func refused() throws {
    let options = (0..<34).map { "o\($0): O\($0)" }.joined(separator: ", ")
    let text = """
      entente: 1
      actors:
        one: {options: {\(options)}, prefers: [o1, o2]}
        two: {options: {x: X}, prefers: [x]}
      status_quo: []
      """
    let document = try CaseDocument(parsing: text)
    #expect(throws: Never.self) { _ = try Case(document) }
    let question = try HypergameQuestion(Arguments(to: HypergameQuestion.table))
    do throws(Failure) {
      _ = try question.answer(checking: Subject(document), Work(allowedBytes: 1 << 33))
      Issue.record("a table of 2³⁵ states was made")
    } catch {
      guard case .bound(let bound, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(bound.kind == .listedStates && bound.count == 1 << 35)
    }
  }
}
