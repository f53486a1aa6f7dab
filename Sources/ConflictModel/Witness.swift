/// A verdict on one state, one actor and one solution concept, together with
/// everything needed to see that it is right.
///
/// A certificate is plain data. It is made by a solver and judged by a checker
/// that shares nothing with the solver but the definitions of ``Conflict``.
public struct Certificate: Sendable, Hashable {
  /// The solution concept.
  public var concept: Concept
  /// The focal actor, by index.
  public var actor: Int
  /// The state the verdict is about.
  public var state: State
  /// The verdict and its reasons.
  public var finding: Finding

  /// A certificate with the given parts.
  public init(concept: Concept, actor: Int, state: State, finding: Finding) {
    self.concept = concept
    self.actor = actor
    self.state = state
    self.finding = finding
  }

  /// The verdict and its reasons.
  public enum Finding: Sendable, Hashable {
    /// The actor stays: each of its improvements, by rising code, with an
    /// answer of the others that spoils it. Under `nash` there is none.
    case stable([Deterrence])
    /// The actor leaves: one improvement that nothing the others can do spoils.
    case unstable(Escape)
  }

  /// Whether the verdict is that the actor stays.
  public var isStable: Bool {
    if case .stable = finding { true } else { false }
  }
}

/// One move in a sequence.
public struct Step: Sendable, Hashable {
  /// Who moves, by index.
  public var actor: Int
  /// Where the move leads.
  public var state: State

  /// A move of `actor` to `state`.
  public init(actor: Int, state: State) {
    self.actor = actor
    self.state = state
  }
}

/// An improvement of the focal actor and the answer that makes it not worth while.
public struct Deterrence: Sendable, Hashable {
  /// Where the improvement leads.
  public var improvement: State
  /// What the others do then.
  public var sanction: Sanction

  /// An improvement with its sanction.
  public init(improvement: State, sanction: Sanction) {
    self.improvement = improvement
    self.sanction = sanction
  }
}

/// How the others spoil an improvement.
public enum Sanction: Sendable, Hashable {
  /// They move one after the other, starting where the improvement leads; no one
  /// twice running. The last state is not better for the focal actor than where
  /// it started. Under `smr` and `sseq`, `counterMoves` are all its moves from
  /// there, by rising code, none of them better; empty under the other concepts.
  case sequence([Step], counterMoves: [State])
  /// Each of them moves from the original state at the same time as the focal
  /// actor, each step an improvement by itself, in the order of the actors; the
  /// joint result is `outcome`.
  case together([Step], outcome: State)
}

/// An improvement of the focal actor that no answer spoils.
public struct Escape: Sendable, Hashable {
  /// Where the improvement leads.
  public var improvement: State
  /// Why nothing spoils it.
  public var reason: Reason

  /// An improvement and why nothing spoils it.
  public init(improvement: State, reason: Reason) {
    self.improvement = improvement
    self.reason = reason
  }

  /// Why nothing spoils an improvement.
  public enum Reason: Sendable, Hashable {
    /// The concept looks at no answers (`nash`).
    case noAnswerCounts
    /// Everything that the others can bring about from there, each state with
    /// who moved last, by rising code and actor. The set is closed under their
    /// legal sequences, and no state in it is a sanction.
    case closedSet([Answer])
    /// The same where that is too much to list, in a conflict with more states than can be: the solver's word,
    /// which a checker cannot take.
    case unlistedSet
    /// All improvements of the others from the original state, by actor and
    /// rising code (`sim`): no choice among them spoils the improvement.
    case noJointAnswer([Step])
  }
}

extension Escape {
  /// A state that the others can bring about, and why it does not deter.
  public struct Answer: Sendable, Hashable {
    /// The state.
    public var state: State
    /// Who moved last on the way there, by index.
    public var lastMover: Int
    /// The focal actor's move from there to something better than where it
    /// started; nil when the state itself is better already.
    public var counterMove: State?

    /// An answer and the counter-move it leaves open.
    public init(state: State, lastMover: Int, counterMove: State? = nil) {
      self.state = state
      self.lastMover = lastMover
      self.counterMove = counterMove
    }
  }
}
