public import Notation

extension Diagnostic.Code {
  /// A claim about what lasts cannot be read.
  public static let unreadableClaim = Self(rawValue: "unreadable-claim")
}

extension Diagnostic.Code {
  /// A ranking leaves so many pairs open that their orders cannot be counted.
  public static let uncountableDoubts = Self(rawValue: "uncountable-doubts")
}
