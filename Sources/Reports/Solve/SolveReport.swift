public import CaseFile
public import ConflictModel
public import Stability

/// What was found out about a case: the one value behind what `solve` prints,
/// its JSON document and its tables.
///
///     let report = SolveReport(case: suspects, solution: suspects.conflict.solve())
///     print(report.text(Style(width: 80)))
///     print(report.json().text(pretty: true))
///
/// The report says what the solution holds and nothing else: at a limit it says
/// what was done until then.
public struct SolveReport: Sendable {
  /// A part of the JSON document that is left out unless it is asked for.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    /// Each actor's stable states under each concept.
    case stability
    /// Each actor's states in tiers, the best first.
    case preferences
    /// Each actor's moves.
    case moves
    /// What always holds, never holds and is free under each concept.
    case summary
    /// The judgements that decide the answer.
    case ledger
  }

  /// What to report, and about which run.
  public struct Options: Sendable {
    /// Whether to list every feasible state, not only the equilibria.
    public var allStates = false
    /// Lists only states where the condition holds; counts are of all.
    public var filter: Condition?
    /// The condition in the user's words, for sentences.
    public var filterText: String?
    /// Lists states in the order of this actor's preference, the best first.
    public var sortActor: Int?
    /// The most states that are listed, or columns of the table in text.
    public var limit: Int?
    /// Parts of the JSON document to add.
    public var with: Set<Section> = []
    /// How long the solution took.
    public var seconds: Double = 0
    /// The name of the engine that found it.
    public var engine = "reference"

    /// Everything by default, nothing left out, no extra sections.
    public init() {}
  }

  /// The case.
  public let subject: Case
  /// What was found out about it.
  public let solution: Solution
  /// What is reported.
  public let options: Options

  let names: Names

  /// A report on the solution of a case's conflict.
  public init(case subject: Case, solution: Solution, options: Options = Options()) {
    self.subject = subject
    self.solution = solution
    self.options = options
    names = Names(subject, states: solution.hasAllStates ? solution.states : nil)
  }
}

extension SolveReport {
  var conflict: Conflict { solution.conflict }

  /// Whether moves and preferences are worked out, so that reasons can be given.
  var hasReasons: Bool { solution.hasAllStates && !solution.tiers(of: 0).isEmpty }

  /// The concepts decided, the one that asks most first.
  var strongestFirst: [Concept] {
    Concept.strongestFirst.filter { solution.concepts.contains($0) }
  }

  /// The concepts under which the state at a position is an equilibrium, in the order of ids.
  func concepts(at position: Int) -> [Concept] {
    solution.concepts.filter { solution.isEquilibrium($0, position: position) }
  }

  /// The positions that are an equilibrium under at least one concept, rising.
  var equilibria: [Int] {
    var isOne = [Bool](repeating: false, count: solution.states.count)
    for concept in solution.concepts {
      for position in solution.equilibria(concept) { isOne[position] = true }
    }
    return isOne.indices.filter { isOne[$0] }
  }

  /// The positions to list, filtered and sorted; not yet cut to the limit.
  func listed(_ positions: some Sequence<Int>) -> [Int] {
    var positions = Array(positions)
    if let filter = options.filter {
      let predicate = conflict.predicate(filter)
      positions = positions.filter { predicate(solution.states[$0]) }
    }
    if let actor = options.sortActor {
      let place = places(for: actor)
      positions.sort { (place[$0], $0) < (place[$1], $1) }
    }
    return positions
  }

  /// For each position, the actor's tier that it is in: 0 for the best.
  func places(for actor: Int) -> [Int] {
    var place = [Int](repeating: 0, count: solution.states.count)
    for (tier, members) in solution.tiers(of: actor).enumerated() {
      for position in members { place[position] = tier }
    }
    return place
  }

  /// Concepts that have the same equilibria, strongest first; see ``strongestFirst``.
  var conceptGroups: [ConceptGroup] {
    var groups: [ConceptGroup] = []
    for concept in strongestFirst {
      let equilibria = solution.equilibria(concept)
      if let index = groups.firstIndex(where: { $0.equilibria == equilibria }) {
        groups[index].concepts.append(concept)
      } else {
        groups.append(ConceptGroup(concepts: [concept], equilibria: equilibria))
      }
    }
    return groups
  }
}

/// Concepts that agree on which states are equilibria.
struct ConceptGroup: Sendable {
  var concepts: [Concept]
  var equilibria: Selection

  /// The ids with commas between.
  var label: String { concepts.map(\.rawValue).joined(separator: ", ") }
}

extension [Concept] {
  /// The ids in a sentence: `nash, seq and sim`.
  var words: String { Prose.list(map(\.rawValue)) }

  /// For programs.
  var json: JSONValue { JSONValue(map(\.rawValue)) }
}
