package import CaseFile
package import ConflictModel
import Notation

/// Where each actor is stable under one concept.
package struct ConceptVerdicts: Sendable, Hashable {
  /// The concept.
  package var concept: Concept
  /// For each actor, the positions of the states where it is stable, rising.
  package var stable: [[Int]]

  /// The verdicts of a concept.
  package init(_ concept: Concept, stable: [[Int]]) {
    self.concept = concept
    self.stable = stable
  }

  /// The positions where every actor is stable, rising.
  package var equilibria: [Int] {
    guard var common = stable.first.map({ Set($0) }) else { return [] }
    for positions in stable.dropFirst() { common.formIntersection(positions) }
    return common.sorted()
  }
}

/// The feasible states of a case with all that tables and graphs say of them.
///
///     let solution = value.conflict.solve()
///     let verdicts = solution.concepts.map { concept in
///       ConceptVerdicts(concept, stable: actors.map { solution.stable(concept, actor: $0) })
///     }
///     let table = try StateTable(value, states: solution.states, verdicts: verdicts)
///     try DOTGraph.write(table)
///
/// States are given by position, from 0; their numbers are one more.
package struct StateTable: Sendable {
  /// The case.
  package let subject: Case
  /// Its feasible states.
  package let states: FeasibleStates
  /// For each actor, the tier of each state: 1 is best, tied states share one.
  package let ranks: [[Int]]
  /// What was found out about stability; may be empty.
  package let verdicts: [ConceptVerdicts]
  private let control: Control

  /// Lists the states of a case, unless they are given, and ranks them.
  ///
  /// - Throws: `CaseError` when a limit is reached before all states are listed.
  ///
  /// - Complexity: O(*f*) for *f* states and each actor.
  package init(
    _ subject: Case, states: FeasibleStates? = nil, verdicts: [ConceptVerdicts] = [],
    limits: EnumerationLimits = EnumerationLimits(), control: Control = Control()
  ) throws(CaseError) {
    var listed = states ?? subject.listedStates
    if listed == nil {
      let enumeration = subject.conflict.feasibleStates(limits: limits, control: control)
      if let limit = enumeration.limit { throw .limit(limit) }
      listed = enumeration.states
    }
    let all = listed ?? FeasibleStates([])
    self.subject = subject
    self.states = all
    self.verdicts = verdicts
    self.control = control
    var ranks: [[Int]] = []
    for actor in subject.conflict.actors.indices {
      ranks.append(try Self.ranks(of: actor, in: subject.conflict, all, control))
    }
    self.ranks = ranks
  }

  private static func ranks(
    of actor: Int, in conflict: Conflict, _ states: FeasibleStates, _ control: Control
  ) throws(CaseError) -> [Int] {
    var pace = Pace(control)
    guard
      let made = Places.of(states, pace: &pace, standing: { conflict.standing(of: actor, in: $0) })
    else { throw .limit(pace.limit ?? .interrupted) }
    return made.places.map { made.count - Int($0) }
  }
}

extension StateTable {
  /// Between how many states or moves it is asked whether to go on.
  private static let listened = 256

  /// Throws when the work has to end; asks at every so many of what is counted.
  func goOn(at count: Int) throws(CaseError) {
    if count % Self.listened == 0, let limit = control.shouldStop() { throw .limit(limit) }
  }
}

/// A move from one state to another, by position.
struct TableMove {
  var actor: Int
  var from: Int
  var to: Int
  var isImprovement: Bool
}

extension StateTable {
  /// The most moves that a file is written with.
  static let maximumMoves = 1_000_000

  /// Every move of every actor, by actor and where it starts.
  ///
  /// - Throws: `CaseError` when there are more than ``maximumMoves``.
  func moves() throws(CaseError) -> [TableMove] {
    let conflict = subject.conflict
    var moves: [TableMove] = []
    for actor in conflict.actors.indices {
      let groups = groups(of: actor)
      for from in states.indices {
        try goOn(at: from)
        for to in groups(from) where conflict.canMove(actor, from: states[from], to: states[to]) {
          let improves = ranks[actor][to] < ranks[actor][from]
          moves.append(TableMove(actor: actor, from: from, to: to, isImprovement: improves))
        }
        if moves.count > Self.maximumMoves { throw Self.tooLarge }
      }
    }
    return moves
  }

  /// For each state, those that one move of the actor could lead to.
  private func groups(of actor: Int) -> (Int) -> [Int] {
    let conflict = subject.conflict
    if case .graph = conflict.form {
      return { from in
        let targets = conflict.actors[actor].moves[Int(self.states[from].code)]
        return targets.compactMap { self.states.position(of: $0) }.sorted()
      }
    }
    let mask = conflict.optionMask(of: actor)
    var groups: [UInt64: [Int]] = [:]
    for position in states.indices { groups[states[position].code & ~mask, default: []].append(position) }
    return { from in groups[self.states[from].code & ~mask] ?? [] }
  }

  private static var tooLarge: CaseError {
    .wrong(
      SyntaxError(
        Diagnostic(
          .exportTooLarge, "the case has more than \(maximumMoves) moves, which no such file could show",
          at: .none, hint: "the table of states has no such limit")))
  }

  /// Whether the case lists its states.
  var isGraphForm: Bool { subject.document.isGraphForm }

  /// The status quo's position, or nil.
  var statusQuo: Int? { subject.statusQuo.flatMap { states.position(of: $0.state) } }

  /// The positions of all states that the status quo may be.
  var presents: [Int] {
    guard let statusQuo = subject.statusQuo else { return [] }
    return (statusQuo.completions + [statusQuo.state]).compactMap { states.position(of: $0) }
  }

  /// The state's pattern, or its id in graph form.
  func mark(of position: Int) -> String {
    isGraphForm ? subject.document.states[position].id : subject.pattern(of: states[position])
  }

  /// The state's name in graph form, else the names of the outcomes it belongs to.
  func names(of position: Int) -> [String] {
    let outcomes = subject.outcomes(of: states[position]).map { subject.outcomes[$0].name }
    guard isGraphForm else { return outcomes }
    return (subject.document.states[position].name.map { [$0] } ?? []) + outcomes
  }

  /// What all files call the case.
  var title: String { subject.document.title ?? subject.document.file }
}
