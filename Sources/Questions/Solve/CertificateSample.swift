public import ConflictModel

/// Verdicts drawn at random, each verified by the independent checker.
///
/// A proof that an actor leaves may have to list every state that the others can
/// bring about; where that is too long to be gone through, the verdict counts as
/// passed over, not as verified.
public struct CertificateSample: Sendable, Hashable {
  /// How many verdicts were drawn.
  public var drawn = 0
  /// How many of them the checker accepted.
  public var accepted = 0
  /// How many were passed over because their proof is too long.
  public var tooLong = 0
  /// Those that it refused.
  public var refused: [VerdictRefusal] = []

  /// Nothing drawn yet.
  public init() {}
}

/// A verdict whose certificate the checker refused.
public struct VerdictRefusal: Sendable, Hashable {
  /// The concept.
  public var concept: Concept
  /// The actor's id.
  public var actor: String
  /// The state, by its number.
  public var state: String
  /// What is wrong with the certificate.
  public var message: String

  /// A refusal.
  public init(concept: Concept, actor: String, state: String, message: String) {
    self.concept = concept
    self.actor = actor
    self.state = state
    self.message = message
  }
}
