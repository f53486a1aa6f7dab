/// Any input of a case that could be otherwise, with where it comes from.
public struct Judgement: Sendable, Hashable {
  /// What sort of input it is.
  public enum Kind: String, Sendable, Hashable {
    /// Who takes part.
    case actor
    /// What an actor can do.
    case option
    /// A level of an option.
    case level
    /// A fact that nobody controls.
    case event
    /// An observation of an event.
    case history
    /// An option taken together.
    case joint
    /// A named condition.
    case term
    /// A named set of states.
    case outcome
    /// What is infeasible.
    case rule
    /// A statement of preference.
    case statement
    /// A ranking of states.
    case ranking
    /// The worth of an option.
    case weight
    /// A move in graph form, or one that cannot be made.
    case move
    /// States that an actor does not see.
    case misperception
    /// Where the conflict stands.
    case statusQuo = "status_quo"
    /// A threat or promise.
    case declaration
    /// A named alternative preference.
    case profile
    /// A state in graph form.
    case state
    /// A known answer.
    case expectation
  }

  /// What sort of input it is.
  public var kind: Kind
  /// What it says, in the words of the case file.
  public var text: String
  /// The actor it belongs to, by index, if it belongs to one.
  public var actor: Int?
  /// Its place among its kind (and actor), from 0: for a statement, its priority.
  public var index: Int
  /// Where it comes from.
  public var evidence: [Evidence]
  /// Where it stands.
  public var place: Place

  /// A judgement with the given parts.
  public init(kind: Kind, text: String, actor: Int?, index: Int, evidence: [Evidence], place: Place) {
    self.kind = kind
    self.text = text
    self.actor = actor
    self.index = index
    self.evidence = evidence
    self.place = place
  }

  /// How the judgement rests on its sources: the firmest basis named, or nil
  /// when none is. What speaks against it is no basis.
  public var basis: Evidence.Basis? {
    Evidence.Basis.allCases.first { basis in evidence.contains { $0.basis == basis && !$0.isAgainst } }
  }

  /// Whether something speaks against it.
  public var isDisputed: Bool { evidence.contains(where: \.isAgainst) }
}
