package import CaseFile
package import ConflictModel

/// One thing about an actor's wishes that the case leaves open, and in how many
/// ways it may be settled.
package struct Doubt: Sendable, Hashable {
  /// What is open.
  package enum Content: Sendable, Hashable {
    /// A statement may be absent: two ways.
    case absence(statement: Int)
    /// Statements stand together in an order not known; those that may be absent
    /// are among `unsure`, too. The ways are the orders of every set that may be in force.
    case order(statements: [Int], unsure: [Int])
    /// Which of two states is better is not known, for pairs that lie in one stretch
    /// of a ranking. The ways are the orders, ties allowed, that agree with the
    /// ranking on everything else. The pairs in `settled` have the same order in all
    /// of them: states between the two leave no other.
    case pairs([Case.UnknownPair], settled: [Case.UnknownPair])
  }

  /// Whose wishes they are.
  package let actor: Int
  /// What is open.
  package let content: Content
  /// In how many ways it may be settled.
  package let wayCount: UInt64
}

/// A question about the wishes in doubt, with yes or no for an answer in every
/// completion of the case.
package struct DoubtQuestion: Sendable, Hashable {
  /// What is asked.
  package enum Content: Sendable, Hashable {
    /// Is the statement in force?
    case inForce(statement: Int)
    /// Are both statements in force, and does the first weigh more?
    case before(statement: Int, other: Int)
    /// Is the first state better than the second?
    case better(State, than: State)
  }

  /// Whose wishes it is about.
  package let actor: Int
  /// What is asked.
  package let content: Content
}

/// What an actor wants in one completion.
enum Wishes: Sendable {
  /// The statements in force, most important first.
  case statements([Int])
  /// The states in tiers, best first.
  case ranking([[State]])
  /// As the case has them.
  case asWritten

  /// The answer to a question about this actor.
  func answer(_ question: DoubtQuestion.Content) -> Bool {
    switch (self, question) {
    case (.statements(let statements), .inForce(let statement)):
      return statements.contains(statement)
    case (.statements(let statements), .before(let statement, let other)):
      guard let first = statements.firstIndex(of: statement), let second = statements.firstIndex(of: other)
      else { return false }
      return first < second
    case (.ranking(let tiers), .better(let state, let other)):
      let place = { (state: State) in tiers.firstIndex { $0.contains(state) } ?? tiers.count }
      return place(state) < place(other)
    default:
      return false
    }
  }
}
