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
  let candidates: Selection?
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

  /// The positions where an actor with the order is stable under the concept itself
  /// or, for one that depends on the others' wishes, under one that is implied and
  /// does not; nil when there is none such.
  func ownStable(of actor: Int, under order: Order) throws(StateGraph.Stopped) -> Selection? {
    guard let concept = claim.concept.ownBound else { return nil }
    // Nobody else's order matters.
    let orders = graph.conflict.actors.indices.map { _ in order }
    guard let stable = graph.stable(concept, actor: actor, under: orders, control: control) else {
      throw StateGraph.Stopped(limit: control.shouldStop() ?? .interrupted)
    }
    return stable
  }

  /// The first of the positions that is an equilibrium under the orders.
  ///
  /// `departures` are what somebody did last time at each position, and are kept up
  /// to date.
  func firstEquilibrium(
    among positions: some Sequence<Int>, under orders: [Order],
    departures: inout [Int: StateGraph.Departure]
  ) throws(StateGraph.Stopped) -> Int? {
    var inquiry = graph.inquiry(under: orders)
    var count = 0
    for position in positions {
      let known = departures[position]
      guard let departure = inquiry.departure(claim.concept, from: position, tryingFirst: known) else {
        return position
      }
      if departure != known { departures[position] = departure }
      count += 1
      if count % 64 == 0, let limit = control.shouldStop() { throw StateGraph.Stopped(limit: limit) }
    }
    return nil
  }
}

extension Concept {
  /// A concept that this one implies, or this one, under which an actor's own order
  /// decides alone.
  fileprivate var ownBound: Concept? {
    switch self {
    case .nash: .nash
    case .gmr, .seq: .gmr
    case .smr, .sseq: .smr
    case .sim: nil
    }
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
  func candidates(in graph: StateGraph) -> Selection? {
    switch content {
    case .lasts(let state): graph.states.position(of: state).map { _ in graph.states(where: .state(state)) }
    case .some(let condition), .no(let condition): graph.states(where: condition)
    case .every(let condition): graph.states(where: .not(condition))
    }
  }
}
