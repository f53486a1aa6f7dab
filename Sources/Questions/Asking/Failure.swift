package import CaseFile
package import ConflictModel
package import Notation

/// Why a question has no answer.
package enum Failure: Error, Sendable {
  /// The input is wrong.
  case wrong(SyntaxError)
  /// The arguments cannot be meant; those of which parameter, if it is one's.
  case usage(String, about: Parameter? = nil)
  /// A limit was reached before there was anything to report about the case.
  case limit(Limit, CaseDocument)
  /// There is more of something than the question goes through.
  case bound(Bound, CaseDocument)

  /// What kept a case from having a meaning.
  package init(_ error: CaseError, in document: CaseDocument) {
    switch error {
    case .wrong(let error): self = .wrong(error)
    case .limit(let limit): self = .limit(limit, document)
    }
  }

  /// A problem with something named in an argument.
  package static func argument(_ message: String, hint: String?) -> Failure {
    .wrong(SyntaxError(Diagnostic(.unknownArgument, message, at: .none, hint: hint)))
  }
}

/// More of something than a question goes through, however much time and memory there
/// is. Like every limit it leaves the question undetermined; the input is not wrong.
package struct Bound: Sendable, Hashable {
  /// What there is too much of.
  package enum Kind: String, Sendable, Hashable {
    case actors, rankedStates, outcomeStates, worlds
  }

  /// What there is too much of.
  package var kind: Kind
  /// How many there are; more than can be counted, when nil.
  package var count: Int?
  /// How many are gone through at most.
  package var most: Int
  /// The same in a sentence.
  package var words: String
  /// What to ask instead, if anything.
  package var remedy: String?

  /// So many of something, and so many at most.
  package init(kind: Kind, count: Int?, most: Int, words: String, remedy: String? = nil) {
    self.kind = kind
    self.count = count
    self.most = most
    self.words = words
    self.remedy = remedy
  }
}
