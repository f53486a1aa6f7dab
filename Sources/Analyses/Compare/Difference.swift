public import CaseFile

/// A judgement in which one case differs from another.
public struct Difference: Sendable, Hashable {
  /// Which judgement it is, by what it is called in both cases.
  public struct Key: Sendable, Hashable {
    /// What sort of judgement.
    public var kind: Judgement.Kind
    /// The id of the actor it belongs to, or nil.
    public var actor: String?
    /// Its id; for a judgement without one, what it says.
    public var id: String
    /// Whether it is about the place of a statement and not what it says.
    public var isOrder = false

    init(_ kind: Judgement.Kind, _ id: String, of actor: String? = nil, isOrder: Bool = false) {
      self.kind = kind
      self.actor = actor
      self.id = id
      self.isOrder = isOrder
    }
  }

  /// How the second case differs from the first.
  public enum Change: String, Sendable, Hashable {
    /// Only the second case has it.
    case added
    /// Only the first case has it.
    case dropped
    /// The two say different things.
    case changed
    /// A statement weighs more or less than it did beside others.
    case moved
  }

  /// What a difference can do.
  public enum Role: String, Sendable, Hashable {
    /// It can change what lasts.
    case judgement
    /// A name that only one case gives. By itself it changes nothing; it is there
    /// for the judgements that use it.
    case vocabulary
    /// Words, alternatives and known answers, which never change what lasts.
    case remark
    /// Both say the same; names, hedges or sources differ.
    case source
  }

  /// A judgement as one of the cases has it.
  public struct Wording: Sendable, Hashable {
    /// What it says, in the words of the case file.
    public var text: String
    /// Where it comes from.
    public var evidence: [Evidence]
    /// Where it stands.
    public var place: Place
    /// For a statement, its priority, from 0.
    public var index: Int?
  }

  /// Which judgement it is.
  public var key: Key
  /// How the second case differs from the first.
  public var change: Change
  /// What the difference can do.
  public var role: Role
  /// The judgement in the first case, or nil.
  public var before: Wording?
  /// The judgement in the second case, or nil.
  public var after: Wording?
}

/// A judgement as it is compared: what it is called, what it says, and how it is written.
struct Piece: Hashable {
  var key: Difference.Key
  /// What it says; equal texts mean the same.
  var meaning: String
  var wording: Difference.Wording
  /// Everything written about it that is not its meaning.
  var remarks: AnyHashable
}

extension Difference {
  /// What two sets of judgements differ in, in the order of the first, then of what
  /// only the second has.
  static func between(_ old: [Piece], _ new: [Piece]) -> [Difference] {
    let after = Dictionary(new.map { ($0.key, $0) }) { first, _ in first }
    let before = Set(old.map(\.key))
    var found: [Difference] = []
    for piece in old {
      guard let other = after[piece.key] else {
        found.append(
          Difference(
            key: piece.key, change: .dropped, role: piece.key.kind.role(isShared: false),
            before: piece.wording,
            after: nil))
        continue
      }
      if piece.meaning != other.meaning {
        found.append(
          Difference(
            key: piece.key, change: .changed, role: piece.key.kind.role(isShared: true),
            before: piece.wording,
            after: other.wording))
      } else if piece.remarks != other.remarks {
        found.append(
          Difference(
            key: piece.key, change: .changed, role: .source, before: piece.wording, after: other.wording))
      }
    }
    for piece in new where !before.contains(piece.key) {
      found.append(
        Difference(
          key: piece.key, change: .added, role: piece.key.kind.role(isShared: false), before: nil,
          after: piece.wording))
    }
    return found
  }
}

extension Judgement.Kind {
  /// What a difference in such a judgement can do.
  fileprivate func role(isShared: Bool) -> Difference.Role {
    switch self {
    case .declaration, .profile, .expectation, .history: .remark
    case .term, .event, .outcome: isShared ? .judgement : .vocabulary
    case .actor, .option, .level, .joint, .rule, .statement, .ranking, .weight, .move, .misperception,
      .statusQuo, .state:
      .judgement
    }
  }
}
