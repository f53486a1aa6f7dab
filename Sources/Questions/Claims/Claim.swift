package import CaseFile
package import ConflictModel
package import Stability

/// A statement about what lasts, true or false of every solution of a case.
///
///     let claim = try suspects.claim(parsing: "every seq satisfies not row.flee")
///     claim.holds(in: suspects.conflict.solve())   // true
///
/// Claims are what the follow-up questions are about: which judgement does one
/// rest on, in which world does it hold, where do two readings differ on it.
package struct Claim: Sendable, Hashable {
  /// What is said of the equilibria.
  package enum Content: Sendable, Hashable {
    /// The state is one of them.
    case lasts(State)
    /// Every one of them satisfies the condition.
    case every(Condition)
    /// At least one of them satisfies it.
    case some(Condition)
    /// None of them satisfies it.
    case no(Condition)
  }

  /// What is said of the equilibria.
  package var content: Content
  /// The solution concept whose equilibria are meant.
  package var concept: Concept
  /// The claim in the words in which it was made.
  package var words: String
  /// The condition as it was written; nil where the claim is about a state or an outcome.
  package var condition: ConditionText?

  /// A claim about the equilibria under a concept.
  package init(_ content: Content, under concept: Concept, words: String, condition: ConditionText? = nil) {
    self.content = content
    self.concept = concept
    self.words = words
    self.condition = condition
  }

  /// Whether the claim is true of a solution in which its concept is decided.
  ///
  /// A state that is not feasible there does not last. The condition is read with
  /// the values that events have in the conflict solved.
  package func holds(in solution: Solution) -> Bool {
    let equilibria = solution.equilibria(concept)
    switch content {
    case .lasts(let state):
      return solution.states.position(of: state).map(equilibria.contains) ?? false
    case .every(let condition):
      return equilibria.subtracting(solution.states(where: condition)).isEmpty
    case .some(let condition):
      return !equilibria.intersection(solution.states(where: condition)).isEmpty
    case .no(let condition):
      return equilibria.intersection(solution.states(where: condition)).isEmpty
    }
  }
}
