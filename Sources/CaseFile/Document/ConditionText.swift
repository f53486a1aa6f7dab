public import Notation

/// A condition as it is written: names are not looked up yet.
public indirect enum ConditionText: Sendable, Hashable {
  /// `true` or `false`.
  case constant(Bool)
  /// A name, alone or after its actor: `trial`, `row.confess`, `s3`.
  case name(String, Place)
  /// A level option compared with a level: `controls >= l798`.
  case comparison(String, Comparison, level: String, Place)
  /// `not A`
  case not(ConditionText)
  /// `A and B and …`, two or more.
  case and([ConditionText])
  /// `A or B or …`, two or more.
  case or([ConditionText])
  /// Two conditions joined by a word that neither chains nor mixes.
  case joined(ConditionText, Connective, ConditionText)
  /// `at least 2 of (a, b, c)`
  case count(Count, Int, [ConditionText])

  /// How a level is compared.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// `=`
    case equal = "="
    /// `!=`
    case notEqual = "!="
    /// `<`
    case less = "<"
    /// `<=`
    case atMost = "<="
    /// `>`
    case greater = ">"
    /// `>=`
    case atLeast = ">="
  }

  /// A word that joins two conditions.
  public enum Connective: String, Sendable, Hashable, CaseIterable {
    /// `A implies B`
    case implies
    /// `A if B`, that is, B implies A
    case `if`
    /// `A only if B`, that is, A implies B
    case onlyIf = "only if"
    /// `A unless B`, that is, A or B
    case unless
    /// `A needs B`, that is, A implies B
    case needs
    /// `A iff B`
    case iff
  }

  /// How a number of conditions is bounded.
  public enum Count: String, Sendable, Hashable, CaseIterable {
    /// `at least N of`
    case atLeast = "at least"
    /// `at most N of`
    case atMost = "at most"
    /// `exactly N of`
    case exactly
  }
}
