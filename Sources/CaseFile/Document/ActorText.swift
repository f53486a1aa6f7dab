public import ConflictModel
public import Notation

/// An actor as it is written.
public struct ActorText: Sendable, Hashable {
  /// The name used in conditions.
  public var id: String
  /// The name shown to people; the id when nil.
  public var name: String?
  /// The name where room is short, if the case gives one.
  public var short: String?
  /// Two letters that stand for the actor in figures, if the case gives them.
  public var tag: String?
  /// What the actor can do, halves of joint options not included.
  public var options: [OptionText] = []
  /// What the actor wants.
  public var preference: PreferenceText
  /// The pairs of states that its ranking puts in an order that is not known.
  public var unknown: [UnknownPairText] = []
  /// Single moves that it cannot make.
  public var cannot: [CannotText] = []
  /// States it does not see.
  public var misperceives: [JudgedCondition] = []
  /// In graph form, its moves.
  public var moves: [MoveText] = []
  /// Named alternatives to the preference.
  public var profiles: [ProfileText] = []
  /// The case as the actor sees it, where it sees another one than is written.
  package var perceives: PerceptionText?
  /// Threats and promises: words, not wishes.
  public var declares: [DeclarationText] = []
  /// Where the actor comes from.
  public var because: [Evidence] = []
  /// Where it stands.
  public var place: Place

  /// An actor with an id and a preference.
  public init(
    id: String, name: String? = nil, preference: PreferenceText = .indifferent,
    place: Place = .none
  ) {
    self.id = id
    self.name = name
    self.preference = preference
    self.place = place
  }
}

/// An option as it is written.
public struct OptionText: Sendable, Hashable {
  /// The name after the actor's.
  public var id: String
  /// The name shown to people; the id when nil.
  public var name: String?
  /// The name where room is short, if the case gives one.
  public var short: String?
  /// The levels, lowest first; empty for an option that is taken or not.
  public var levels: [LevelText] = []
  /// Which way it can be changed.
  public var moves: ConflictModel.Option.Direction = .both
  /// Where the judgement comes from.
  public var because: [Evidence] = []
  /// Where it stands.
  public var place: Place

  /// An option with an id.
  public init(id: String, name: String? = nil, place: Place = .none) {
    self.id = id
    self.name = name
    self.place = place
  }
}

/// A level of an option.
public struct LevelText: Sendable, Hashable {
  /// The id used in comparisons.
  public var id: String
  /// The name shown to people; the id when nil.
  public var name: String?
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// A level with an id.
  public init(id: String, name: String? = nil, because: [Evidence] = [], place: Place = .none) {
    self.id = id
    self.name = name
    self.because = because
    self.place = place
  }
}

/// Moves that an actor cannot make.
public struct CannotText: Sendable, Hashable {
  /// Holds where such a move starts; anywhere when nil.
  public var from: ConditionText?
  /// Holds where such a move ends; anywhere when nil.
  public var to: ConditionText?
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// The moves from one condition to another.
  public init(
    from: ConditionText?, to: ConditionText?, because: [Evidence] = [], place: Place = .none
  ) {
    self.from = from
    self.to = to
    self.because = because
    self.place = place
  }
}

/// A condition with its evidence.
public struct JudgedCondition: Sendable, Hashable {
  /// The condition.
  public var when: ConditionText
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// A condition with its evidence.
  public init(_ when: ConditionText, because: [Evidence] = [], place: Place = .none) {
    self.when = when
    self.because = because
    self.place = place
  }
}

/// A move in graph form.
public struct MoveText: Sendable, Hashable {
  /// Where it starts: a state's id.
  public var from: Named
  /// Where it ends: a state's id.
  public var to: Named
  /// The events under which it can be made; always, when nil.
  public var condition: ConditionText?
  /// Where the judgement comes from.
  public var because: [Evidence]

  /// A move from one state to another.
  public init(from: Named, to: Named, if condition: ConditionText? = nil, because: [Evidence] = []) {
    self.from = from
    self.to = to
    self.condition = condition
    self.because = because
  }

  /// The move in the words of the language, evidence left out.
  public var printed: String {
    "\(from.text) to \(to.text)" + (condition.map { " if \($0.printed)" } ?? "")
  }
}

/// A threat or promise: what the actor says it will do.
public struct DeclarationText: Sendable, Hashable {
  /// When the words apply; `true` when they always do.
  public var condition: ConditionText
  /// What the actor says will then hold.
  public var then: ConditionText
  /// Whom the words are meant for; empty when the case does not say.
  public var to: [Named]
  /// Where the judgement comes from.
  public var because: [Evidence]
  /// Where it stands.
  public var place: Place

  /// The words "if `condition`, then `then`".
  public init(
    if condition: ConditionText, then: ConditionText, to: [Named] = [], because: [Evidence] = [],
    place: Place = .none
  ) {
    self.condition = condition
    self.then = then
    self.to = to
    self.because = because
    self.place = place
  }

  /// The declaration in words, evidence left out.
  public var words: String {
    condition == .constant(true)
      ? "\(then.printed), whatever happens" : "if \(condition.printed), then \(then.printed)"
  }
}
