import ConflictModel
import Stability

/// What variants share that differ in preferences only: states, moves, where each
/// statement holds, and where a claim looks.
struct Frame: Sendable {
  let graph: StateGraph
  /// For each actor with statements, the kinds of states that these tell apart.
  private let kinds: [StatementKinds?]
  private let preferences: [Preference]
  /// Where an equilibrium decides the claim; nil when it has no meaning here,
  /// since its state is not feasible, or no state is.
  let candidates: Selection?
  let claim: Claim
  private let control: Control

  /// Up to so many states are asked about one by one; of more, those that cannot
  /// be an equilibrium are sorted out all at once first.
  static let fewCandidates = 24

  /// A frame of the conflict that takes over from another, of the same preferences
  /// and claim, what the conflicts have in common.
  init(
    _ conflict: Conflict, claim: Claim, like other: Frame? = nil, limits: EnumerationLimits,
    control: Control
  ) throws(StateGraph.Stopped) {
    // What is decided of single states needs no moves there and back.
    let isForSets = other.map { $0.candidates?.count ?? 0 > Self.fewCandidates } ?? true
    let graph = try StateGraph(
      conflict, like: other?.graph, isForSets: isForSets, limits: limits, control: control)
    self.graph = graph
    self.claim = claim
    self.control = control
    preferences = conflict.actors.map { $0.preference }
    if let other, conflict.hasSameStates(as: other.graph.conflict) {
      (kinds, candidates) = (other.kinds, other.candidates)
      return
    }
    var kinds: [StatementKinds?] = []
    for preference in preferences {
      guard case .statements(let conditions) = preference else {
        kinds.append(nil)
        continue
      }
      try control.goOn()
      kinds.append(StatementKinds(graph.states(whereEach: conditions), of: graph))
    }
    self.kinds = kinds
    candidates = graph.states.isEmpty ? nil : claim.candidates(in: graph)
  }

  /// What tells the orders of an actor apart: equal for equal orders.
  typealias Ranking = [UInt32]

  /// The ranking of an actor after edits of its preference: of the kinds of states,
  /// or of the states.
  func ranking(of actor: Int, after edits: [Edit]) -> Ranking {
    var draft = PreferenceDraft(preferences[actor])
    for edit in edits { draft.apply(edit) }
    if case .statements(let wanted) = draft, let kinds = kinds[actor] {
      return kinds.ranks(byStatements: wanted)
    }
    return graph.order(draft.preference(from: preferences[actor])).ranks
  }

  /// The order that a ranking of an actor stands for.
  func order(of actor: Int, _ ranking: Ranking) -> Order {
    if let kinds = kinds[actor] { return kinds.order(ranking) }
    guard let order = Order(ranks: ranking) else { preconditionFailure("the ranks leave gaps") }
    return order
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
    departures: inout [Int: StateGraph.Departure], notes: StateGraph.Inquiry.Notes
  ) throws(StateGraph.Stopped) -> Int? {
    let inquiry = graph.inquiry(under: orders, notes: notes, control: control)
    for position in positions {
      let known = departures[position]
      guard let departure = try inquiry.departure(claim.concept, from: position, tryingFirst: known) else {
        return position
      }
      if departure != known { departures[position] = departure }
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
