package import ConflictModel

/// Verdicts drawn at random, each verified by the independent checker.
///
/// A proof that an actor leaves may have to list every state that the others can
/// bring about; where that is too long to be gone through, the verdict counts as
/// passed over, not as verified.
package struct CertificateSample: Sendable, Hashable {
  /// How many verdicts were drawn.
  package var drawn = 0
  /// How many of them the checker accepted.
  package var accepted = 0
  /// How many were passed over because their proof is too long.
  package var tooLong = 0
  /// Those that it refused.
  package var refused: [VerdictRefusal] = []

  /// Nothing drawn yet.
  package init() {}
}

/// A verdict whose certificate the checker refused.
package struct VerdictRefusal: Sendable, Hashable {
  /// The concept.
  package var concept: Concept
  /// The actor's id.
  package var actor: String
  /// The state, by its number.
  package var state: String
  /// What is wrong with the certificate.
  package var message: String

  /// A refusal.
  package init(concept: Concept, actor: String, state: String, message: String) {
    self.concept = concept
    self.actor = actor
    self.state = state
    self.message = message
  }
}
