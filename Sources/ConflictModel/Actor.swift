extension Conflict {
  /// A decision maker: somebody who can move and who likes some states better
  /// than others.
  public struct Actor: Sendable, Equatable {
    /// The name used in conditions, unique among the actors.
    public var id: String
    /// The name shown to people.
    public var name: String
    /// What the actor wants.
    public var preference: Preference
    /// Single moves that the actor cannot make although its options allow them.
    public var cannot: [ForbiddenMove]
    /// States that the actor does not see: it has no move from or to them.
    public var misperceives: [Condition]
    /// In graph form, the states that one move leads to from each state; empty in
    /// option form.
    public var moves: [[State]]

    /// An actor with the given judgements; only the id and the preference have no default.
    public init(
      id: String, name: String? = nil, preference: Preference, cannot: [ForbiddenMove] = [],
      misperceives: [Condition] = [], moves: [[State]] = []
    ) {
      self.id = id
      self.name = name ?? id
      self.preference = preference
      self.cannot = cannot
      self.misperceives = misperceives
      self.moves = moves
    }
  }
}

/// Moves that an actor cannot make: from any state where one condition holds to
/// any state where the other does.
public struct ForbiddenMove: Sendable, Hashable {
  /// Holds where such a move starts.
  public var from: Condition
  /// Holds where such a move ends.
  public var to: Condition

  /// The moves from states that satisfy one condition to states that satisfy the other.
  public init(from: Condition = .constant(true), to: Condition = .constant(true)) {
    self.from = from
    self.to = to
  }
}
