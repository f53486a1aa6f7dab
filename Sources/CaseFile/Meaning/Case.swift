public import ConflictModel
public import Notation

/// What a case document means: the conflict, with the names, outcomes, status
/// quo and evidence that people need to read an answer about it.
///
///     let document = try CaseDocument(reading: "suspects.yaml")
///     let suspects = try Case(document)
///     suspects.conflict.actors.count    // 2
///     suspects.statusQuo?.state         // State(2), pattern NYN
///
/// A case is made for one value of every event and one preference of every
/// actor; make another for other values. It never changes.
public final class Case: Sendable {
  /// What is written, with the chosen profiles and events put in.
  public let document: CaseDocument
  /// What it means.
  public let conflict: Conflict
  /// What each term of the conflict is, by index.
  package let terms: [Term]
  /// The named sets of states.
  public let outcomes: [Outcome]
  /// Options that several actors take together.
  public let jointOptions: [JointOption]
  /// Where the conflict stands, or nil when the case does not say.
  public let statusQuo: StatusQuo?
  /// The events whose values were asked for, by a day or by hand.
  public let given: [String: Bool]
  /// Those of them that were set by hand.
  package let byHand: [String: Bool]
  /// The day as of which events with dates are read, when there are such events and
  /// the case or the caller names a day.
  package let day: CaseDay?
  /// The profile chosen for each actor that has one chosen, by actor id.
  public let profiles: [String: String]
  /// The feasible states, when reading the case already took listing them (a
  /// ranking by numbers does).
  public let listedStates: FeasibleStates?
  /// For each actor, the pairs of states of which its ranking does not know the
  /// better one.
  package let unknownPairs: [[UnknownPair]]
  /// For each actor of a case in graph form, its moves with what they depend on.
  let listedMoves: [[ListedMove]]

  package init(
    document: CaseDocument, conflict: Conflict, terms: [Term], outcomes: [Outcome],
    jointOptions: [JointOption], statusQuo: StatusQuo?, given: [String: Bool], byHand: [String: Bool] = [:],
    day: CaseDay? = nil,
    profiles: [String: String], listedStates: FeasibleStates?, unknownPairs: [[UnknownPair]]? = nil,
    listedMoves: [[ListedMove]] = []
  ) {
    self.document = document
    self.conflict = conflict
    self.terms = terms
    self.outcomes = outcomes
    self.jointOptions = jointOptions
    self.statusQuo = statusQuo
    self.given = given
    self.byHand = byHand
    self.day = day
    self.profiles = profiles
    self.listedStates = listedStates
    self.unknownPairs = unknownPairs ?? conflict.actors.map { _ in [] }
    self.listedMoves = listedMoves
  }

  /// A named condition of the case.
  package struct Term: Sendable, Hashable {
    /// Where the name was given.
    package enum Kind: Sendable, Hashable {
      /// Under `define`.
      case definition
      /// Under `joint`: all halves are taken.
      case joint
      /// Under `outcomes`.
      case outcome
    }

    /// The name.
    package var id: String
    /// The name shown to people.
    package var name: String
    /// Where the name was given.
    package var kind: Kind
  }

  /// A named set of states.
  public struct Outcome: Sendable, Hashable {
    /// The id.
    public var id: String
    /// The name shown to people.
    public var name: String
    /// Holds in the states that belong to it.
    public var condition: Condition

    /// A named set of states.
    package init(id: String, name: String, condition: Condition) {
      (self.id, self.name, self.condition) = (id, name, condition)
    }
  }

  /// An option that several actors take together.
  public struct JointOption: Sendable, Hashable {
    /// The id, also of the term "all halves".
    public var id: String
    /// The name shown to people.
    public var name: String
    /// The halves, as options of the conflict, in the order of the actors named.
    public var halves: [Int]
  }

  /// Two states of which it is not known which one an actor likes better.
  package struct UnknownPair: Sendable, Hashable {
    /// The state with the lower code.
    package var first: State
    /// The state with the higher code.
    package var second: State

    /// The pair of two states, the one with the lower code first.
    package init(first: State, second: State) {
      self.first = first
      self.second = second
    }
  }

  /// Where the conflict stands.
  public struct StatusQuo: Sendable, Hashable {
    /// The state with everything unsure left untaken, if that is feasible; else
    /// the first of the completions.
    public var state: State
    /// The feasible states that it may be, by rising code: one when nothing is
    /// unsure.
    public var completions: [State]

    /// A state, or several that it may be.
    package init(state: State, completions: [State]) {
      (self.state, self.completions) = (state, completions)
    }
  }
}

/// Why a document has no meaning.
public enum CaseError: Error, Sendable {
  /// Something in the text, or in the arguments, is wrong.
  case wrong(SyntaxError)
  /// Reading it needs the list of feasible states, and a limit was reached first.
  case limit(Limit)
}

extension Case {
  /// The pattern of a state: `Y` or `N` for each option, option 0 first.
  public func pattern(of state: State) -> String {
    String(conflict.options.indices.map { state.takes($0) ? "Y" : "N" })
  }

  /// The outcomes that the state belongs to, by index, in the order of the file.
  public func outcomes(of state: State) -> [Int] {
    outcomes.indices.filter { conflict.holds(outcomes[$0].condition, in: state) }
  }
}
