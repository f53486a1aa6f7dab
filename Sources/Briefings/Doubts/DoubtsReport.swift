package import Questions
internal import CaseFile
package import ConflictModel
internal import Documents
package import Stability

/// What holds whatever the doubts of a case turn out to be, for people and for programs.
///
///     let doubts = try Doubts(of: subject)
///     let answer = doubts.count(in: graph)
///     print(DoubtsReport(doubts, answer, graph: graph).text())
package struct DoubtsReport: Documented {
  /// What is in doubt.
  package let doubts: Doubts
  /// In how many completions things last.
  package let answer: DoubtsAnswer
  /// What is stable when the doubtful actors do not know their own wishes either;
  /// nil when nothing is unknown, or it was not worked out.
  package var unknown: UncertainStability?
  /// What is strongly stable in the case as written; nil when nothing matters much,
  /// or it was not worked out.
  package var strength: StrongStability?
  /// The equilibria of the case as written, under concepts that `strength` is about;
  /// decided when they are told where they are not known.
  package var weak: [Concept: Selection] = [:]
  /// Why `unknown` or `strength` was not worked out, or nil.
  package var typesLimit: Limit?
  /// Senses asked about that so many states leave out.
  package var passedOver: [Concept] = []

  let names: Names
  let states: FeasibleStates
  /// The states and moves; nil where there are more than can be listed.
  private let graph: StateGraph?

  /// The most lines of a table for people.
  static let listedLines = 24
  /// The most states that a sentence or a cell names.
  static let namedStates = 8

  /// A report on what was counted.
  package init(_ doubts: Doubts, _ answer: DoubtsAnswer, graph: StateGraph) {
    self.init(doubts, answer, graph, graph.states)
  }

  fileprivate init(_ doubts: Doubts, _ answer: DoubtsAnswer, _ graph: StateGraph?, _ states: FeasibleStates) {
    self.doubts = doubts
    self.answer = answer
    (self.graph, self.states) = (graph, states)
    names = Names(doubts.subject, states: states)
  }

  /// The equilibria of the case as written.
  func asWritten(_ concept: Concept) -> Selection? {
    weak[concept] ?? answer.concepts.first { $0.concept == concept }?.asWritten
      ?? graph.flatMap { $0.equilibria(concept, under: $0.orders) }
  }

  var subject: Case { doubts.subject }
  var conflict: Conflict { subject.conflict }

  /// Whether something of an outcome lasts in the case as written.
  func isWritten(_ outcome: Case.Outcome, _ count: DoubtsCount) -> Bool {
    let predicate = conflict.predicate(outcome.condition)
    return count.asWritten.members.contains { predicate($0) }
  }

  /// Whether the counts are of all completions.
  var isExact: Bool { answer.method == .all }

  /// What follows `completion` where not all of them were gone through.
  func extent(_ count: DoubtsCount) -> Sentence {
    isExact ? isComplete(count) ? "" : " gone through" : " drawn"
  }

  /// Whether everything was gone through that was to be.
  func isComplete(_ count: DoubtsCount) -> Bool {
    switch answer.method {
    case .all: doubts.completionCount == UInt128(count.examined.count)
    case .sample(let size, _): count.examined.count == size
    }
  }
}

/// Whether something holds in all completions, in some or in none.
enum Holding: String {
  case all, some, none

  init(_ share: DoubtsCount.Share, of examined: UInt64) {
    self = share.count == 0 ? .none : share.count == examined ? .all : .some
  }
}

extension DoubtsReport: Briefing {
  package typealias Asked = DoubtsQuestion

  package init(_ answer: DoubtsQuestion.Answer, _ work: Work) {
    self.init(answer.doubts, answer.count, answer.graph, answer.states)
    (unknown, strength, weak) = (answer.unknown, answer.strength, answer.weak)
    typesLimit = answer.typesLimit
    passedOver = answer.passedOver
  }

  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}
