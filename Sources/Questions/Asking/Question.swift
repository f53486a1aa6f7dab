package import ConflictModel

/// Something that can be asked about cases, as a value: its arguments, and how the answer is
/// found. The answer is data; what is said of it is a briefing's, how that looks a face's.
///
///     let question = try HypergameQuestion(Arguments([("concept", "nash")], to: HypergameQuestion.table))
///     let answer = try question.answer(checking: subject, Work())
package protocol Question: Sendable {
  /// What the question finds out.
  associatedtype Answer: Answering

  /// What it is called, takes and is for.
  static var table: QuestionTable { get }

  /// The question with its arguments.
  init(_ arguments: Arguments) throws(Failure)

  /// The answer: complete, or with the limit at which it ended and what was found until then.
  /// The subject is one that the table allows; `answer(checking:_:)` sees to that.
  ///
  /// - Throws: A failure when the subject does not go with the arguments, or when a limit
  ///   was reached before there was anything to tell.
  func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer
}

/// What every answer tells of itself.
package protocol Answering: Sendable {
  /// Why it is not complete, or nil.
  var limit: Limit? { get }
  /// Whether something that was to be confirmed is not so.
  var isRefused: Bool { get }
  /// Whether what was handed in is wrong, where that is part of the answer.
  var isWrong: Bool { get }
  /// Whether something was left undecided.
  var isUndetermined: Bool { get }
}

extension Answering {
  /// Most questions confirm nothing.
  package var isRefused: Bool { false }

  /// Most questions are about what could be read.
  package var isWrong: Bool { false }

  /// At a limit something is undecided.
  package var isUndetermined: Bool { limit != nil }
}
