public import CaseFile
public import ConflictModel
public import Notation

/// Why a question has no answer.
public enum Failure: Error, Sendable {
  /// The input is wrong.
  case wrong(SyntaxError)
  /// The arguments cannot be meant; those of which parameter, if it is one's.
  case usage(String, about: Parameter? = nil)
  /// A limit was reached before there was anything to report about the case.
  case limit(Limit, CaseDocument)
  /// There is more of something than the question goes through.
  case bound(Bound, CaseDocument)

  /// What kept a case from having a meaning.
  public init(_ error: CaseError, in document: CaseDocument) {
    switch error {
    case .wrong(let error): self = .wrong(error)
    case .limit(let limit): self = .limit(limit, document)
    }
  }

  /// A problem with something named in an argument.
  public static func argument(_ message: String, hint: String?) -> Failure {
    .wrong(SyntaxError(Diagnostic(.unknownArgument, message, at: .none, hint: hint)))
  }

  /// The same, with what was said of which parameter.
  static func argument(_ message: String, hint: String?, about parameter: String, _ value: String) -> Failure
  {
    argument(message, hint: hint).about(parameter, value)
  }

  /// A text that is wrong, and was said of a parameter.
  static func wrong(_ error: SyntaxError, about parameter: String, _ value: String) -> Failure {
    .wrong(error.about(ArgumentPlace(parameter, value)))
  }

  /// The same with what was said of which parameter, as far as the problem is in no file.
  func about(_ parameter: String, _ value: String) -> Failure {
    guard case .wrong(let error) = self else { return self }
    return .wrong(error, about: parameter, value)
  }
}

/// More of something than a question goes through, however much time and memory there
/// is. Like every limit it leaves the question undetermined; the input is not wrong.
public struct Bound: Sendable, Hashable {
  /// What there is too much of.
  public enum Kind: String, Sendable, Hashable {
    case actors, rankedStates, outcomeStates, worlds, listedStates
  }

  /// What there is too much of.
  public var kind: Kind
  /// How many there are; more than can be counted, when nil.
  public var count: Int?
  /// How many are gone through at most.
  public var most: Int
  /// The same in a sentence.
  public var words: String
  /// What to ask instead, if anything.
  public var remedy: String?

  /// So many of something, and so many at most.
  public init(kind: Kind, count: Int?, most: Int, words: String, remedy: String? = nil) {
    self.kind = kind
    self.count = count
    self.most = most
    self.words = words
    self.remedy = remedy
  }
}
