import ConflictModel
import Stability

/// What variants share that differ in preferences only: states, moves, where each
/// statement holds, and where a claim looks.
struct Frame: Sendable {
  let graph: StateGraph
  /// For each actor with statements, where each of them holds.
  private let statements: [[Selection]]
  private let preferences: [Preference]
  /// Where an equilibrium decides the claim; nil when it has no meaning here,
  /// since its state is not feasible, or no state is.
  let candidates: [Int]?
  let claim: Claim
  private let control: Control

  init(
    _ conflict: Conflict, claim: Claim, limits: EnumerationLimits, control: Control
  ) throws(StateGraph.Stopped) {
    let graph = try StateGraph(conflict, limits: limits, control: control)
    self.graph = graph
    self.claim = claim
    self.control = control
    preferences = conflict.actors.map(\.preference)
    statements = preferences.map { preference in
      guard case .statements(let conditions) = preference else { return [] }
      return conditions.map(graph.states(where:))
    }
    candidates = graph.states.isEmpty ? nil : claim.candidates(in: graph)
  }

  /// The order of an actor after edits of its preference.
  func order(of actor: Int, after edits: [Edit]) -> Order {
    var draft = PreferenceDraft(preferences[actor])
    for edit in edits { draft.apply(edit) }
    if case .statements(let wanted) = draft {
      return graph.order(byStatements: wanted.map { (statements[actor][$0.index], $0.isWanted) })
    }
    return graph.order(draft.preference(from: preferences[actor]))
  }

  /// Whether the claim holds when the actors have the given orders; nil when it has
  /// no meaning here.
  ///
  /// `hint` is where an equilibrium was found last, and is kept up to date: most
  /// variants differ little from each other.
  func holds(under orders: [Order], hint: inout Int?) throws(StateGraph.Stopped) -> Bool? {
    guard let candidates else { return nil }
    var inquiry = graph.inquiry(under: orders)
    if let hint, inquiry.isEquilibrium(claim.concept, at: hint) { return claim.isAboutSome }
    for (count, position) in candidates.enumerated() {
      if inquiry.isEquilibrium(claim.concept, at: position) {
        hint = position
        return claim.isAboutSome
      }
      if count % 64 == 63, let limit = control.shouldStop() { throw StateGraph.Stopped(limit: limit) }
    }
    return !claim.isAboutSome
  }
}

// Every claim says that some state among certain ones is an equilibrium, or that
// none is; a counterexample to "every" is an equilibrium among the others.
extension Claim {
  /// Whether an equilibrium among the candidates makes the claim true, not false.
  var isAboutSome: Bool {
    switch content {
    case .lasts, .some: true
    case .every, .no: false
    }
  }

  /// The positions where an equilibrium decides the claim; nil when the state that
  /// it names is not feasible.
  func candidates(in graph: StateGraph) -> [Int]? {
    switch content {
    case .lasts(let state): graph.states.position(of: state).map { [$0] }
    case .some(let condition), .no(let condition): Array(graph.states(where: condition))
    case .every(let condition): Array(graph.states(where: .not(condition)))
    }
  }
}
