public import Notation

/// What an actor wants, as it is written.
public enum PreferenceText: Sendable, Hashable {
  /// Statements, most important first.
  case statements([StatementText])
  /// Tiers of states, best first.
  case ranking([[StateReference]], because: [Evidence], Place)
  /// What each option taken is worth.
  case weights([WeightText])
  /// Everything is the same to the actor.
  case indifferent
}

/// A statement of preference.
public struct StatementText: Sendable, Hashable {
  /// The id by which overlays edit it, or nil.
  public var id: String?
  /// What the actor wants to hold.
  public var that: ConditionText
  /// How strongly the source puts it.
  public var hedge: Hedge?
  /// Whether it surely counts; if not, it may just as well be absent.
  public var isSure: Bool
  /// Whether states that differ first in this statement differ strongly.
  public var isMuch: Bool
  /// The list of statements in an order not known that it belongs to, counted from
  /// 0 within the preference; nil when its place is known. Those of one group stand
  /// one after the other.
  public var group: Int?
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// The wish that `that` holds.
  public init(
    id: String? = nil, that: ConditionText, hedge: Hedge? = nil, isSure: Bool = true, isMuch: Bool = false,
    group: Int? = nil, because: [Evidence] = [], place: Place = .none
  ) {
    self.id = id
    self.that = that
    self.hedge = hedge
    self.isSure = isSure
    self.isMuch = isMuch
    self.group = group
    self.because = because
    self.place = place
  }
}

/// Two states of which it is not known which one an actor likes better.
public struct UnknownPairText: Sendable, Hashable {
  /// One of them.
  public var first: StateReference
  /// The other.
  public var second: StateReference

  /// The pair of two states.
  public init(_ first: StateReference, _ second: StateReference) {
    self.first = first
    self.second = second
  }
}

/// A state named in the text.
public struct StateReference: Sendable, Hashable {
  /// How a state is named.
  public enum Form: Sendable, Hashable {
    /// By its number, from 1.
    case number(Int)
    /// By its code.
    case code(UInt64)
    /// By its pattern, such as `YNN`.
    case pattern(String)
    /// By its id, in graph form.
    case id(String)
  }

  /// How the state is named.
  public var form: Form
  /// Where it stands.
  public var place: Place

  /// A state named in this way.
  public init(_ form: Form, at place: Place = .none) {
    self.form = form
    self.place = place
  }
}

/// What taking an option is worth.
public struct WeightText: Sendable, Hashable {
  /// One number, or one for each level named.
  public enum Amount: Sendable, Hashable {
    /// What the option adds when it is taken, in millionths.
    case millionths(Int64)
    /// What each level is worth, in millionths; a level not named is worth 0.
    case levels([Level])
  }

  /// What a level is worth.
  public struct Level: Sendable, Hashable {
    /// The level.
    public var level: Named
    /// Its worth in millionths.
    public var millionths: Int64

    /// A level and its worth.
    public init(_ level: Named, millionths: Int64) {
      self.level = level
      self.millionths = millionths
    }
  }

  /// The option's name.
  public var option: Named
  /// What it is worth.
  public var amount: Amount
  /// Where the judgement comes from.
  public var because: [Evidence]

  /// A weight for an option.
  public init(option: Named, amount: Amount, because: [Evidence] = []) {
    self.option = option
    self.amount = amount
    self.because = because
  }
}

/// A named alternative preference.
public struct ProfileText: Sendable, Hashable {
  /// The id.
  public var id: String
  /// The name shown to people.
  public var name: String?
  /// What the actor wants under it.
  public var preference: PreferenceText
  /// Where it was written as edits of the actor's own statements, these edits.
  var edits: Node?
  /// The pairs of states that its ranking puts in an order that is not known.
  public var unknown: [UnknownPairText] = []
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// A profile with a preference.
  public init(
    id: String, name: String? = nil, preference: PreferenceText, because: [Evidence] = [],
    place: Place = .none
  ) {
    self.id = id
    self.name = name
    self.preference = preference
    self.because = because
    self.place = place
  }
}
