public import Notation

extension Diagnostic.Code {
  // The file
  /// The file cannot be opened or read.
  public static let unreadableFile = Self(rawValue: "unreadable-file")
  /// A file lies where the case that refers to it may not read.
  public static let outsideFolder = Self(rawValue: "outside-folder")
  /// The file is of another kind than a case.
  public static let foreignFile = Self(rawValue: "foreign-file")
  /// Files extend each other in a circle.
  public static let extendsLoop = Self(rawValue: "extends-loop")

  // Shape
  /// A key that has no meaning here.
  public static let unknownKey = Self(rawValue: "unknown-key")
  /// A key that has to be there is not.
  public static let missingKey = Self(rawValue: "missing-key")
  /// A mapping, a list or a scalar stands where something else is due.
  public static let wrongShape = Self(rawValue: "wrong-shape")
  /// A scalar does not have the form that is due here.
  public static let wrongValue = Self(rawValue: "wrong-value")
  /// Keys that exclude each other stand side by side.
  public static let conflictingKeys = Self(rawValue: "conflicting-keys")
  /// The format version is one that this program does not know.
  public static let unknownVersion = Self(rawValue: "unknown-version")

  // Names
  /// An id does not have the form of an id.
  public static let badIdentifier = Self(rawValue: "bad-identifier")
  /// An id is a word of the condition language.
  public static let reservedName = Self(rawValue: "reserved-name")
  /// One name is given to two things.
  public static let duplicateName = Self(rawValue: "duplicate-name")
  /// A name that nothing has.
  public static let unknownName = Self(rawValue: "unknown-name")
  /// A name that several things have.
  public static let ambiguousName = Self(rawValue: "ambiguous-name")
  /// A name stands for something else than what is due here.
  public static let wrongKind = Self(rawValue: "wrong-kind")
  /// Definitions go round in a circle.
  public static let definitionCycle = Self(rawValue: "definition-cycle")
  /// A level that the option does not have.
  public static let unknownLevel = Self(rawValue: "unknown-level")
  /// A level option stands bare where a comparison is due.
  public static let bareLevel = Self(rawValue: "bare-level")

  // Conditions
  /// A condition cannot be read.
  public static let conditionSyntax = Self(rawValue: "condition-syntax")
  /// Parentheses or brackets do not match.
  public static let unbalancedParentheses = Self(rawValue: "unbalanced-parentheses")
  /// Words such as `if` and `iff` follow each other without parentheses.
  public static let ambiguousChain = Self(rawValue: "ambiguous-chain")

  // Meaning
  /// There are more options, thresholds included, than a state can hold.
  public static let tooManyOptions = Self(rawValue: "too-many-options")
  /// The case has no actor.
  public static let noActors = Self(rawValue: "no-actors")
  /// An actor's wishes are missing.
  public static let missingPreference = Self(rawValue: "missing-preference")
  /// An actor's wishes are given in two ways.
  public static let twoPreferences = Self(rawValue: "two-preferences")
  /// The rules leave no state.
  public static let noFeasibleState = Self(rawValue: "no-feasible-state")
  /// The status quo breaks a rule.
  public static let infeasibleStatusQuo = Self(rawValue: "infeasible-status-quo")
  /// The status quo fits several states.
  public static let ambiguousStatusQuo = Self(rawValue: "ambiguous-status-quo")
  /// A ranking leaves out a feasible state.
  public static let rankingMisses = Self(rawValue: "ranking-misses-state")
  /// A ranking lists a state twice.
  public static let rankingRepeats = Self(rawValue: "ranking-repeats-state")
  /// A number, pattern, code or id that no feasible state has.
  public static let unknownState = Self(rawValue: "unknown-state")
  /// Something has no meaning in a case of this form.
  public static let wrongForm = Self(rawValue: "wrong-form")
  /// A statement id that no statement of the base has.
  public static let unknownStatement = Self(rawValue: "unknown-statement")
  /// An event, an actor or a profile named on the command line does not exist.
  public static let unknownArgument = Self(rawValue: "unknown-argument")
  /// Dates of an event that cannot all be true.
  public static let contradictoryDates = Self(rawValue: "contradictory-dates")
  /// An event changes within the month or year that was asked for.
  public static let changesWithin = Self(rawValue: "changes-within")

  /// What an actor perceives adds or leaves out an actor.
  public static let perceivedActors = Self(rawValue: "perceived-actors")
  /// What an actor perceives adds an option, or changes what one consists of.
  public static let perceivedOptions = Self(rawValue: "perceived-options")

  // Doubts
  /// A statement is true, or false, in every feasible state.
  public static let constantStatement = Self(rawValue: "constant-statement")
  /// A term or event that nothing uses.
  public static let unusedName = Self(rawValue: "unused-name")
  /// An option that nobody else's wishes touch.
  public static let untouchedOption = Self(rawValue: "untouched-option")
  /// An option about which its own actor has no wish.
  public static let unwishedOption = Self(rawValue: "unwished-option")
  /// A profile that changes nothing.
  public static let idleProfile = Self(rawValue: "idle-profile")
  /// An overlay adds something whose name is nearly that of something in its base.
  public static let similarName = Self(rawValue: "similar-name")
  /// A rule across actors keeps one from undoing what it did.
  public static let lockingRule = Self(rawValue: "locking-rule")

  // Evidence
  /// A source that the case does not list.
  public static let unknownSource = Self(rawValue: "unknown-source")
  /// A place that the source's text does not have.
  public static let unknownPlace = Self(rawValue: "unknown-place")
  /// The sentence at the place has another fingerprint.
  public static let fingerprintMismatch = Self(rawValue: "fingerprint-mismatch")
  /// A note that begins with the id of a source and cites nothing.
  public static let unclearCitation = Self(rawValue: "unclear-citation")
  /// The place does not hold the words quoted.
  public static let quoteMismatch = Self(rawValue: "quote-mismatch")
}
