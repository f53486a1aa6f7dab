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
  public var that: Expression
  /// How strongly the source puts it.
  public var hedge: Hedge?
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// The wish that `that` holds.
  public init(
    id: String? = nil, that: Expression, hedge: Hedge? = nil, because: [Evidence] = [],
    place: Place = .none
  ) {
    self.id = id
    self.that = that
    self.hedge = hedge
    self.because = because
    self.place = place
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
