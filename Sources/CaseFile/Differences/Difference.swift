public import Notation

/// Something that one case says and another does not, or says differently.
public struct Difference: Sendable, Hashable {
  /// What sort of thing a case says.
  public typealias Kind = InputKind

  /// What is said differently, by what it is called in both cases.
  public struct Key: Sendable, Hashable {
    /// What sort of thing.
    public var kind: Kind
    /// The id of the actor it belongs to, or nil.
    public var actor: String?
    /// Its id; without one, what it says.
    public var id: String
    /// Which key of it, as in `since` or `levels/high`; nil for all of it, or what it says in the first place.
    public var part: String?
    /// Whether it is about the place of a statement, or the order of a list, and not what it says.
    public var isOrder = false
  }

  /// How the second case differs from the first.
  public enum Change: String, Sendable, Hashable {
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
  public enum Role: String, Sendable, Hashable {
    /// It can change what lasts.
    case judgement
    /// A name that only one case gives. By itself it changes nothing; it is there
    /// for the judgements that use it.
    case vocabulary
    /// Words, alternatives, known answers and dates, which never change what lasts.
    case remark
    /// Both say the same from other sources.
    case source
  }

  /// Which of two cases says something else than the one both were made from.
  public enum Origin: String, Sendable, Hashable {
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
  public struct Wording: Sendable, Hashable {
    /// What it says, in the words of the case file.
    public var text: String
    /// Where it comes from.
    public var evidence: [Evidence]
    /// Where it stands.
    public var place: Place
    /// For a statement, its priority, from 0.
    public var index: Int?
    /// For a known answer, what it expects; an entry may expect several things.
    public var answers: [ExpectationText] = []
    /// For a declaration, what is declared.
    public var declaration: DeclarationText?
  }

  /// What is said differently.
  public var key: Key
  /// How the second case differs from the first.
  public var change: Change
  /// What the difference can do.
  public var role: Role
  /// Whether leaving it out says something that another case can dispute.
  public var isTelling: Bool
  /// What leaving it out says, as "yes" for `sure`; nil for nothing.
  public var silence: String?
  /// Whether it is the order of a list by which options or states are numbered, or
  /// that means nothing at all.
  public var isIdleOrder = false
  /// Whether what one case has for a judgement the other has against it.
  public var isContrary = false
  /// Whether it is about the sources of a judgement that is disputed: there the first's stand with
  /// what the first says.
  public var isOfDispute = false
  /// The number of the judgement of which it is a part, if others are as well: what is judged, and
  /// from which source, stand or fall together.
  public var judgement: Int?
  /// Which of the two has changed it.
  public var origin: Origin
  /// What the first case says, or nil.
  public var before: Wording?
  /// What the second case says, or nil.
  public var after: Wording?
}

extension Difference.Key {
  /// The keys that lead to the part, entries of lists left out.
  public var keys: String? {
    guard let part else { return nil }
    let keys = part.split(separator: "/").filter { !$0.contains(" ") }
    return keys.isEmpty ? nil : keys.joined(separator: ", ")
  }
}
