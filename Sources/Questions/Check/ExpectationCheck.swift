package import CaseFile
package import ConflictModel
package import Notation
package import Stability

/// A known answer of a case compared with what is so, as data.
package struct ExpectationCheck: Sendable {
  /// What was expected.
  package var expectation: ExpectationText
  /// How it came out.
  package var verdict: Verdict
  /// What is so, beside what was expected.
  package var finding: Finding
  /// The case, as the events and profiles of the expectation have it.
  package var subject: Case
  /// Its feasible states, when all of them are known.
  package var states: FeasibleStates?

  /// How a comparison came out.
  package enum Verdict: String, Sendable, Hashable {
    /// The answer is the expected one.
    case passed
    /// It is another one.
    case failed
    /// A limit was reached before it could be told.
    case undetermined
  }

  /// What a comparison found.
  package enum Finding: Sendable {
    /// So many states are feasible.
    case feasible(Int, expected: Int)
    /// These states last; of those expected some do not, and others do.
    case states(Lasting, missing: [Int], extra: Selection)
    /// One of the states that are expected to last does not exist.
    case noSuchState(Lasting, SyntaxError)
    /// One of the states that are expected to last is not feasible.
    case infeasibleState(Lasting, State)
    /// So many states last as these.
    case count(Lasting, expected: Int)
    /// Of what lasts, some satisfies the condition, and some does not.
    case satisfying(Lasting, Selection, others: Selection)
    /// What the status quo lasts under, for each state that it may be, up to the first that is
    /// not as expected.
    case statusQuo([StatusQuoConcepts])
    /// How far it is from each start, up to the first that is not as expected.
    case reach(StepKind, [Nearest])
    /// The coalition could jump there.
    case jump(from: State, to: State, under: [Concept], way: [Step])
    /// It could not, but to these.
    case noJump(from: State, to: State, elsewhere: [State])
    /// So many rankings of an actor make something last.
    case rankings(Int, of: Int, actor: Int, Concept, expected: Int)
    /// Nothing could be compared.
    case obstacle(Obstacle)
  }

  /// States that last in some sense.
  package struct Lasting: Sendable {
    /// The states.
    package var states: Selection
    /// In which sense.
    package var concept: Concept
    /// For whom alone, if not for everybody.
    package var actor: String?
    /// In whose game.
    package var scope: ExpectationText.Scope
    /// The case in which names and conditions are read.
    package var subject: Case
  }

  /// The concepts under which a state lasts that the status quo may be.
  package struct StatusQuoConcepts: Sendable {
    /// The state.
    package var state: State
    /// What it lasts under.
    package var concepts: [Concept]
  }

  /// The nearest of some states.
  package struct Nearest: Sendable {
    /// From where.
    package var start: State
    /// The state and how many steps it is away; nil when none is reached.
    package var goal: (state: State, distance: Int)?
    /// How it is reached.
    package var way: [Step]
  }

  /// Why something cannot be compared.
  package enum Obstacle: Error, Sendable {
    /// The concept is not defined in graph form.
    case undefined(Concept)
    /// The concept has no version for coalitions.
    case notCoalitional(Concept)
    /// The case has no status quo.
    case noStatusQuo
    /// It has none to start from.
    case noStart
    /// Nobody is called so.
    case noActor(String)
    /// A state that is named is not feasible.
    case infeasible(State)
    /// What is to last is nothing.
    case nothingMeant
    /// What is named or written makes no sense.
    case senseless(SyntaxError)

    /// The feasible states were not all listed.
    case unlisted
    /// The concept was not decided.
    case undecided(Concept)
    /// Of several concepts, these were not.
    case undecidedAmong([Concept])
    /// Moves were not worked out.
    case noMoves
    /// A limit was reached; which, if that is known.
    case limit(Limit?)
    /// There are more ways to settle what is in doubt.
    case tooManyWays(most: UInt64)
    /// There are too many actors to look at all coalitions.
    case tooManyActors(Int, most: Int)
    /// There are too many actors to look at coalitions.
    case tooManyForCoalitions(most: Int)
    /// There are too many others for the sanctions of coalitions.
    case tooManyOthers(most: Int)
    /// There are too many states to count rankings.
    case tooManyStates(Int, most: Int)

    /// Whether more time, or less to look at, would decide it: the expectation is not wrong.
    package var isOpen: Bool {
      switch self {
      case .undefined, .notCoalitional, .noStatusQuo, .noStart, .noActor, .infeasible, .nothingMeant,
        .senseless:
        false
      case .unlisted, .undecided, .undecidedAmong, .noMoves, .limit, .tooManyWays, .tooManyActors,
        .tooManyForCoalitions, .tooManyOthers, .tooManyStates:
        true
      }
    }
  }

  /// Whether the answer is the expected one.
  package var passed: Bool { verdict == .passed }
}
