internal import ConflictModel
import Notation

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
  public var refused: [CheckReport.Certificates.Refusal] = []

  /// Nothing drawn yet.
  public init() {}

  /// What was proved, in sentences.
  var sentence: String {
    var text =
      "Of \(Prose.count(drawn, "verdict")) drawn at random, the independent checker accepted \(Prose.grouped(accepted))"
    if tooLong > 0 {
      text += "; \(Prose.grouped(tooLong)) were passed over, their proofs being too long to go through"
    }
    if let first = refused.first {
      text +=
        "; it refused \(Prose.grouped(refused.count)), the first \(first.concept.rawValue), \(first.actor), \(first.state): \(first.message)"
    }
    return text + "."
  }

  /// The same for programs.
  var json: JSONValue {
    [
      "drawn": .integer(drawn), "accepted": .integer(accepted), "tooLong": .integer(tooLong),
      "refused": .array(refused.map(\.json)),
    ]
  }
}

extension CheckReport.Certificates.Refusal {
  /// The refusal for programs.
  var json: JSONValue {
    [
      "concept": .string(concept.rawValue), "actor": .string(actor), "state": .string(state),
      "message": .string(message),
    ]
  }
}
