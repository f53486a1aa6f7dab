package import Notation

/// Something that one case says and another does not, or says differently.
package struct Difference: Sendable, Hashable {
  /// What sort of thing a case says.
  package typealias Kind = InputKind

  /// What is said differently, by what it is called in both cases.
  package struct Key: Sendable, Hashable {
    /// What sort of thing.
    package var kind: Kind
    /// The id of the actor it belongs to, or nil.
    package var actor: String?
    /// Its id; without one, what it says.
    package var id: String
    /// Which key of it, as in `since` or `levels/high`; nil for all of it, or what it says in the first place.
    package var part: String?
    /// Whether it is about the place of a statement, or the order of a list, and not what it says.
    package var isOrder = false
  }

  /// How the second case differs from the first.
  package enum Change: String, Sendable, Hashable {
    /// Only the second case has it.
    case added
    /// Only the first case has it.
    case dropped
    /// The two say different things.
    case changed
    /// A statement weighs more or less than it did beside others, or a list has another order.
    case moved
  }

  /// What a difference can do.
  package enum Role: String, Sendable, Hashable {
    /// It can change what lasts.
    case judgement
    /// A name that only one case gives. By itself it changes nothing; it is there
    /// for the judgements that use it.
    case vocabulary
    /// Words, alternatives and known answers, which never change what lasts, and dates as far as
    /// they make no event another thing.
    case remark
    /// Both say the same from other sources.
    case source
  }

  /// Which of two cases says something else than the one both were made from.
  package enum Origin: String, Sendable, Hashable {
    /// Only the first.
    case first
    /// Only the second.
    case second
    /// Both, and not the same.
    case both
    /// There is no case from which both were made.
    case unknown
  }

  /// Something as one of the cases has it.
  package struct Wording: Sendable, Hashable {
    /// What it says, in the words of the case file.
    package var text: String
    /// Where it comes from.
    package var evidence: [Evidence]
    /// Where it stands.
    package var place: Place
    /// For a statement, its priority, from 0.
    package var index: Int?
    /// For a known answer, what it expects; an entry may expect several things.
    package var answers: [ExpectationText] = []
    /// For a declaration, what is declared.
    package var declaration: DeclarationText?
    /// For all that an actor wants, each of the judgements that say it.
    package var wishes: Wishes?
  }

  /// What is said differently.
  package var key: Key
  /// How the second case differs from the first.
  package var change: Change
  /// What the difference can do.
  package var role: Role
  /// Whether leaving it out says something that another case can dispute.
  package var isTelling: Bool
  /// What leaving it out says, as "yes" for `sure`; nil for nothing.
  package var silence: String?
  /// Whether it is the order of a list by which options or states are numbered, or
  /// that means nothing at all.
  package var isIdleOrder = false
  /// Whether what one case has for a judgement the other has against it.
  package var isContrary = false
  /// What the two say of one place of a source that cannot stand side by side.
  package var discords: [Discord] = []
  /// Whether it is about the sources of a judgement that is disputed: there the first's stand with
  /// what the first says.
  package var isOfDispute = false
  /// The number of the judgement of which it is a part, if others are as well: what is judged, and
  /// from which source, stand or fall together.
  package var judgement: Int?
  /// For a part of an event with dates, what the event is on the day of each case.
  package var standing: Standing?
  /// Which of the two has changed it.
  package var origin: Origin
  /// What the first case says, or nil.
  package var before: Wording?
  /// What the second case says, or nil.
  package var after: Wording?
  /// The thing itself in the first case, which may leave out the part that the difference is about; or nil.
  package var thingBefore: Wording?
  /// The thing itself in the second case, or nil.
  package var thingAfter: Wording?
}

extension Difference.Key {
  /// The keys that lead to the part, entries of lists left out.
  package var keys: String? {
    guard let part else { return nil }
    let keys = part.split(separator: "/").filter { !$0.contains(" ") }
    return keys.isEmpty ? nil : keys.joined(separator: ", ")
  }
}
