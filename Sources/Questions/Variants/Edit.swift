package import CaseFile
package import ConflictModel

/// One change of one judgement of a case.
///
/// What can be changed, and how, is a closed list, so that "no smaller set of
/// edits does it" is a statement with a meaning: `subject.edits` has all of them.
package struct Edit: Sendable, Hashable {
  /// What is done to the judgement.
  package enum Change: String, Sendable, Hashable, CaseIterable {
    /// It is left out: a statement, a weight, a whole ranking, a rule, a forbidden
    /// move.
    case dropped
    /// It is turned into its opposite: a statement, a weight, a ranking upside down.
    case negated
    /// It becomes what matters most: a statement, or the best tier of a ranking.
    case first
    /// It becomes what matters least.
    case last
    /// It changes places with the next below it.
    case swapped
    /// What holds does not, and the other way round: an event.
    case flipped
    /// The option can be taken and never given up again.
    case takeOnly = "take_only"
    /// The option can only be given up.
    case dropOnly = "drop_only"
    /// The option can be taken and given up.
    case bothWays = "both_ways"
    /// The option is not there (nobody takes it), or the move is not.
    case removed
  }

  /// What the judgement is in the conflict.
  package enum Target: Sendable, Hashable {
    /// A statement of an actor, by priority from 0.
    case statement(actor: Int, index: Int)
    /// A tier of an actor's ranking, from 0 for the best.
    case tier(actor: Int, index: Int)
    /// An actor's whole ranking.
    case ranking(actor: Int)
    /// What taking something is worth to an actor: the option, or the thresholds of
    /// a level option.
    case weight(actor: Int, options: [Int])
    /// An event.
    case event(Int)
    /// A rule on states, by its index in the conflict.
    case rule(Int)
    /// A rule on moves, by its index in the conflict.
    case requirement(Int)
    /// An option, or the thresholds of a level option.
    case options([Int])
    /// Moves that an actor cannot make.
    case cannot(actor: Int, index: Int)
    /// A move in graph form.
    case move(actor: Int, from: State, to: State)
  }

  /// What is done.
  package var change: Change
  /// The judgement, as the case file has it.
  package var judgement: Judgement
  /// What the judgement is in the conflict.
  package var target: Target

  init(_ change: Change, _ target: Target, of judgement: Judgement) {
    self.change = change
    self.target = target
    self.judgement = judgement
  }

  /// The actor whose preference changes, or nil when something else does.
  package var preferenceActor: Int? {
    switch target {
    case .statement(let actor, _), .tier(let actor, _), .ranking(let actor), .weight(let actor, _): actor
    case .event, .rule, .requirement, .options, .cannot, .move: nil
    }
  }

  /// Whether two edits change one thing, so that they do not go together.
  func excludes(_ other: Edit) -> Bool {
    if target == other.target { return true }
    // What is done to all of a ranking leaves nothing to do to its tiers.
    switch (target, other.target) {
    case (.ranking(let actor), .tier(let second, _)), (.tier(let actor, _), .ranking(let second)):
      return actor == second
    default: return false
    }
  }
}
