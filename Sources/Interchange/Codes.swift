public import Notation

extension Diagnostic.Code {
  // `.gmcr` files
  /// An option that no decision maker controls.
  public static let unownedOption = Self(rawValue: "unowned-option")
  /// An option that is listed twice, for two decision makers or for one.
  public static let doublyOwnedOption = Self(rawValue: "doubly-owned-option")
  /// The file numbers something that it does not have: an option or a decision maker.
  public static let unknownIndex = Self(rawValue: "unknown-index")
  /// The coalitions do not name every decision maker exactly once.
  public static let notAPartition = Self(rawValue: "not-a-partition")
  /// Something in the file has no effect on the answers.
  public static let notApplied = Self(rawValue: "not-applied")

  // Writing
  /// The case says something that the other format has no words for, so nothing is written.
  public static let notExpressible = Self(rawValue: "not-expressible")
  /// The result would be larger than anything can use, so nothing is written.
  public static let exportTooLarge = Self(rawValue: "export-too-large")
  /// Something is left out that changes the answers.
  public static let answersDiffer = Self(rawValue: "answers-differ")
  /// Something is left out that changes no answer.
  public static let notKept = Self(rawValue: "not-kept")
}
