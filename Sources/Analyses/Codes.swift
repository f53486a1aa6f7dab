public import CaseFile

extension Diagnostic.Code {
  /// A claim about what lasts cannot be read.
  public static let unreadableClaim = Self(rawValue: "unreadable-claim")
}
