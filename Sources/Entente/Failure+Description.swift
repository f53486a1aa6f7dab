extension Failure: CustomStringConvertible {
  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .wrong(let error): error.rendered()
    case .usage(let message, _): message
    case .limit(let limit, _): limit.words
    case .bound(let bound, _): bound.words
    }
  }
}

extension Limit: CustomStringConvertible {
  /// What was reached, in words.
  public var description: String { words }
}

extension SyntaxError: CustomStringConvertible {
  /// Every problem with its place, as compilers print them.
  public var description: String { rendered() }
}

extension CaseError: CustomStringConvertible {
  /// What kept the case from having a meaning, in words.
  public var description: String {
    switch self {
    case .wrong(let error): error.rendered()
    case .limit(let limit): limit.words
    }
  }
}
