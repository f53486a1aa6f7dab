internal import ConflictModel
internal import Documents
import Notation
internal import Questions

extension CertificateSample {
  /// What was proved, in sentences.
  var sentence: String {
    var text =
      "Of \(Prose.count(drawn, "verdict")) drawn at random, the independent checker accepted \(Prose.grouped(accepted))"
    if tooLong > 0 {
      text += "; \(Prose.grouped(tooLong)) were passed over, their proofs being too long to go through"
    }
    if let first = refused.first {
      text +=
        "; it refused \(Prose.grouped(refused.count)), the first \(first.concept.word), \(first.actor), \(first.state): \(first.message)"
    }
    return text + "."
  }

  /// The same for programs.
  var json: JSONValue {
    [
      "drawn": .integer(drawn), "accepted": .integer(accepted), "tooLong": .integer(tooLong),
      "refused": .array(refused.map { $0.json }),
    ]
  }
}

extension VerdictRefusal {
  /// The refusal for programs.
  var json: JSONValue {
    [
      "concept": .string(concept.rawValue), "actor": .string(actor), "state": .string(state),
      "message": .string(message),
    ]
  }
}
