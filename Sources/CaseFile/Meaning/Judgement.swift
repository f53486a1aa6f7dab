package import Notation

/// Any input of a case that could be otherwise, with where it comes from.
package struct Judgement: Sendable, Hashable {
  /// What sort of input it is: any but those of the case as a whole and of sources.
  package typealias Kind = InputKind

  /// What sort of input it is.
  package var kind: Kind
  /// Its name, by its place in the document, each step a key or an id, or a number from 1
  /// where there is none: `seoul.prefers.line`, `rules.2`, `events.trial`. No two judgements
  /// of a case have the same.
  package var id: String
  /// What it says, in the words of the case file.
  package var text: String
  /// The actor it belongs to, by index, if it belongs to one.
  package var actor: Int?
  /// Its place among its kind (and actor), from 0: for a statement, its priority.
  package var index: Int
  /// Where it comes from.
  package var evidence: [Evidence]
  /// Where it stands.
  package var place: Place

  /// A judgement with the given parts.
  package init(
    kind: Kind, id: String, text: String, actor: Int?, index: Int, evidence: [Evidence], place: Place
  ) {
    self.kind = kind
    self.id = id
    self.text = text
    self.actor = actor
    self.index = index
    self.evidence = evidence
    self.place = place
  }

  /// How the judgement rests on its sources: the firmest basis named, or nil
  /// when none is. What speaks against it is no basis.
  package var basis: Evidence.Basis? {
    Evidence.Basis.allCases.first { basis in evidence.contains { $0.basis == basis && !$0.isAgainst } }
  }

  /// Whether something speaks against it.
  package var isDisputed: Bool { evidence.contains { $0.isAgainst } }
}
