/// How an actor likes one state beside another, where that need not be known and
/// may come in two degrees.
///
/// Unknown preference is from Li, Hipel, Kilgour and Peng 2004 (IEEE Transactions
/// on Systems, Man, and Cybernetics C 34(4)), strength of preference from Hamouda,
/// Kilgour and Hipel 2004 and 2006.
package enum Relation: Sendable, Hashable, CaseIterable {
  /// The first state is much better: ≫.
  case muchBetter
  /// The first state is better: >.
  case better
  /// Both are as good: ~.
  case tied
  /// The first state is worse: <.
  case worse
  /// The first state is much worse: ≪.
  case muchWorse
  /// It is not known: U.
  case unknown

  /// How the second state compares with the first.
  package var reversed: Relation {
    switch self {
    case .muchBetter: .muchWorse
    case .better: .worse
    case .tied: .tied
    case .worse: .better
    case .muchWorse: .muchBetter
    case .unknown: .unknown
    }
  }
}

/// What the focal actor makes of a preference of its own that is not known: the
/// four types of stability of Li, Hipel, Kilgour and Peng 2004.
///
/// What holds in type `a` holds in `b` and in `c`, and what holds in either of
/// these holds in `d`; where everything is known, all four are the usual concept.
/// The others, when they answer with improvements (`seq`), may in every type also
/// move to a state of which they do not know whether it is better.
package enum UncertaintyType: String, Sendable, Hashable, CaseIterable {
  /// Bold and fearless: the actor leaves for a state that may be better, and only
  /// a state that is surely no better deters it.
  case a
  /// Careful in leaving, and only a state that is surely no better deters it.
  case b
  /// Bold in leaving, and a state that may be no better deters it.
  case c
  /// Careful and fearful: the actor leaves only for a state that is surely better,
  /// and a state that may be no better deters it.
  case d

  /// Whether a move to a state that may be better is reason enough to leave.
  package var leavesForUnknown: Bool { self == .a || self == .c }

  /// Whether an answer deters that may leave the actor no better off.
  ///
  /// Under `smr` this goes for the second move as well: where an answer need not
  /// surely hurt, only a second move that is surely better undoes it; where it
  /// must, one that may be better does.
  package var fearsUnknown: Bool { self == .c || self == .d }
}
