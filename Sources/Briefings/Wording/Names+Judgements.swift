internal import CaseFile
internal import Documents
internal import Notation

extension Names {
  /// What a judgement is about, in a few words.
  func name(of judgement: Judgement) -> Sentence {
    let words: Sentence =
      switch judgement.kind {
      case .statement:
        judgement.actor.map { wishAlone(judgement.index, of: $0) } ?? Sentence(judgement.text)
      case .option:
        judgement.actor.map { "\(possessive($0)) option \(Prose.quoted(judgement.text.printable))" }
          ?? Sentence(judgement.text.printable)
      case .ranking: judgement.actor.map { "\(possessive($0)) ranking" } ?? "a ranking"
      case .weight: judgement.actor.map { "\(possessive($0)) weight of \(weight(judgement))" } ?? "a weight"
      case .statusQuo: "what the present is"
      case .event:
        "whether \(Prose.quoted(subject.document.events.first { "events.\($0.id)" == judgement.id }?.name ?? judgement.text)) holds"
      case .rule: rule(judgement)
      case .move where judgement.actor.map { !subject.document.actors[$0].cannot.isEmpty } ?? false:
        "that \(judgement.actor.map { actor($0) } ?? "it") \(forbidden(judgement))"
      default: Sentence(judgement.text.printable)
      }
    return words.pointing(to: .judgement(judgement.id))
  }

  /// The same with where it comes from.
  func cited(_ judgement: Judgement) -> Sentence {
    "\(name(of: judgement)) (\(judgement.evidence.citation(missesBasis: true)))"
  }
}
