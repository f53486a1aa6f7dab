internal import CaseFile
internal import Documents

/// The judgements of the first case and of the one beside it, by what differs.
struct JudgementPair {
  /// The judgements of the first; nil where it is not known what it means.
  let first: JudgementIndex?
  /// Those of the other; nil where it is not known what it means.
  let other: JudgementIndex?
  /// The place of the other among the cases, from 2.
  var number = 2

  /// What the first case says, as what a phrase points to: the judgement, or the actor that has none.
  func reference(_ difference: Difference) -> Reference? {
    first?.id(in: difference.first).map { .judgement($0) }
      ?? (difference.before == nil ? nil : difference.wholeActor.map { .actor($0) })
  }

  /// What the other says.
  func otherReference(_ difference: Difference) -> Reference? {
    other?.id(in: difference.second).map { .otherJudgement($0, of: number) }
      ?? (difference.after == nil ? nil : difference.wholeActor.map { .actor($0) })
  }

  /// One of the judgements by which an actor of the first case says what it wants.
  func reference(to wish: Difference.Wording, _ kind: Difference.Kind, of actor: String?) -> Reference? {
    first?.id(kind, actor: actor, saying: wish.text, at: wish.place).map { .judgement($0) }
  }

  /// One of those by which it does so in the other.
  func otherReference(to wish: Difference.Wording, _ kind: Difference.Kind, of actor: String?) -> Reference? {
    other?.id(kind, actor: actor, saying: wish.text, at: wish.place).map { .otherJudgement($0, of: number) }
  }
}

extension Difference {
  /// What one of the cases says of what differs.
  struct Side {
    /// What differs.
    var key: Key
    /// What it says, or nil.
    var wording: Wording?
    /// The thing itself there, or nil.
    var thing: Wording?
  }

  /// What the first case says.
  var first: Side { Side(key: key, wording: before, thing: thingBefore) }
  /// What the second says.
  var second: Side { Side(key: key, wording: after, thing: thingAfter) }

  /// The actor, by its id, where it is all of it that only one of the cases has.
  var wholeActor: String? { key.kind == .actor && key.part == nil ? key.id : nil }
}
