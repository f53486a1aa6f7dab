public import ConflictModel
internal import DecisionDiagrams
internal import StateSets

/// What was found out about a conflict: which states are stable, for whom, and
/// in what sense.
///
///     let solution = duel.solve()
///     solution.equilibria(.nash)                          // positions in solution.states
///     solution.isStable(.seq, actor: 0, position: 3)
///     solution.certificate(.seq, actor: 0, position: 3)   // and why
///
/// States are given by *position* in ``states``, from 0. Asking about a concept
/// that is not in ``concepts``, or an actor or position that there is not, is a
/// programming error.
public struct Solution: Sendable {
  /// The conflict that was solved.
  public let conflict: Conflict
  /// The feasible states: all of them if ``hasAllStates``, else those found so far.
  public let states: FeasibleStates
  /// The engine that did the work.
  public let engine: Engine
  /// Why another engine than the one asked for, or than the size of the conflict
  /// suggests, did the work.
  package let engineNote: EngineNote?
  /// Why the work ended early, or nil when everything asked for is decided.
  public let limit: Limit?
  /// The concepts decided for every state and actor, in the order of `Concept.allCases`.
  public let concepts: [Concept]
  /// The concepts that were asked for and that the conflict's form does not define.
  public let notDefined: [Concept]
  /// The concepts that were passed over because there are too many states; see
  /// ``SolveRequest/simLimit``.
  public let passedOver: [Concept]
  /// The concepts that were asked for and that the work ended too early to decide.
  public let undetermined: [Concept]
  /// Whether ``states`` are all the feasible states, so that positions count.
  public let hasAllStates: Bool

  /// Nil when the work ended before there were any.
  let tables: Tables?
  /// The states that nobody has a move from, where they are known at once.
  package let stuck: Selection?
  /// For each of `concepts`, for each actor, the slots where it is stable.
  private let stable: [[SlotSet]]
  /// For each of `concepts`, where all actors are.
  private let everywhereStable: [Selection]

  init(_ outcome: SolveOutcome, conflict: Conflict, notDefined: [Concept], asked: [Concept]) {
    self.conflict = conflict
    states = outcome.states
    engine = outcome.engine
    engineNote = outcome.note
    limit = outcome.limit
    self.notDefined = notDefined
    passedOver = outcome.passedOver
    hasAllStates = outcome.hasAllStates
    tables = outcome.tables
    stuck = outcome.stuck.map { Selection(.diagram($0), of: outcome.states) }
    let decided = asked.filter { outcome.stable($0) != nil }
    concepts = decided
    undetermined = asked.filter { outcome.stable($0) == nil && !outcome.passedOver.contains($0) }
    stable = decided.map { outcome.stable($0) ?? [] }
    everywhereStable = stable.map { sets in
      var all = SlotSet(allOf: outcome.states)
      for set in sets { all = all.intersection(set) }
      return Selection(all, of: outcome.states)
    }
  }

  private func index(of concept: Concept) -> Int {
    guard let index = concepts.firstIndex(of: concept) else {
      preconditionFailure("the concept was not decided")
    }
    return index
  }
}

/// Why an engine other than the one to be expected did the work.
package enum EngineNote: String, Sendable, Hashable {
  /// The fast engines take conflicts in option form only.
  case graphForm = "graph-form"
  /// The fast engines do not take a `cannot` that speaks of its actor's own options.
  case cannot
  /// The fast engines do not take `{take: …, needs: …}` where the need speaks of options of
  /// whose option it is.
  case needs
  /// An actor has more options that need something than the fast engines take.
  case manyNeeds = "many-needs"
  /// Sets of states would have taken more steps than another engine takes.
  case manySteps = "many-steps"
  /// There are too many options for a slot for each combination.
  case tooManyOptions = "too-many-options"
}

/// What an engine hands over.
struct SolveOutcome {
  var engine: Engine
  var note: EngineNote?
  var states = FeasibleStates([])
  var hasAllStates = true
  var limit: Limit?
  var tables: Tables?
  /// For each concept decided, for each actor where it is stable: a bit for each slot.
  var verdicts: [Concept: [StateSet]] = [:]
  /// The same where the states are held as a diagram.
  var diagrams: [Concept: [FrozenDiagram]] = [:]
  /// The states that nobody has a move from, as a diagram.
  var stuck: FrozenDiagram?
  var passedOver: [Concept] = []

  /// For each actor where it is stable; nil when the concept was not decided.
  func stable(_ concept: Concept) -> [SlotSet]? {
    diagrams[concept]?.map { .diagram($0) } ?? verdicts[concept]?.map { .bits($0) }
  }
}

extension Solution {
  /// Whether the actor is stable at `position` under the concept.
  public func isStable(_ concept: Concept, actor: Int, position: Int) -> Bool {
    stable[index(of: concept)][actor].contains(states.slot(at: position))
  }

  /// The positions where the actor is stable under the concept.
  public func stable(_ concept: Concept, actor: Int) -> Selection {
    Selection(stable[index(of: concept)][actor], of: states)
  }

  /// The positions where every actor is stable under the concept.
  public func equilibria(_ concept: Concept) -> Selection {
    everywhereStable[index(of: concept)]
  }

  /// Whether every actor is stable at `position` under the concept.
  public func isEquilibrium(_ concept: Concept, position: Int) -> Bool {
    everywhereStable[index(of: concept)].contains(position)
  }

  /// The positions that are an equilibrium under at least one of the concepts decided.
  public var lasting: Selection {
    guard var all = everywhereStable.first else {
      return Selection(SlotSet([], of: states), of: states)
    }
    for selection in everywhereStable.dropFirst() { all = all.union(selection) }
    return all
  }
}

extension Solution {
  /// Whether moves and preferences are worked out, so that reasons can be given.
  public var isWorkedOut: Bool { tables != nil || states.diagram != nil && hasAllStates }

  /// Whether there are tables with an element for each state. Where not, there are more states than could be
  /// gone through, ranks and tiers are not to be had, and whatever is asked of all of them is asked of sets.
  public var isListed: Bool { states.diagram == nil }

  /// How well the actor likes the state at `position`, as a number that can only
  /// be compared with another of the same actor: the greater is the better.
  ///
  /// It is a programming error to ask when the conflict is not worked out, or by the symbolic engine.
  public func rank(of actor: Int, at position: Int) -> Int {
    guard let tables else { preconditionFailure("the conflict was not worked out") }
    return Int(tables.ranks[actor][states.slot(at: position)])
  }

  /// Whether the actor likes the state at a position more than another, 1, or less, -1, or as well, 0; also where
  /// there are no ranks of all states.
  package func liking(of actor: Int, for position: Int, over other: Int) -> Int {
    if isListed { return (rank(of: actor, at: position) - rank(of: actor, at: other)).signum() }
    let one = conflict.standing(of: actor, in: states[position])
    let two = conflict.standing(of: actor, in: states[other])
    return one == two ? 0 : one < two ? -1 : 1
  }

  /// The positions in tiers that the actor likes equally, the best first; empty
  /// when the work ended before preferences were worked out.
  ///
  /// - Complexity: O(number of states) time and memory
  public func tiers(of actor: Int) -> [[Int]] {
    tables?.ranks[actor].tiers(of: states.indices) { states.slot(at: $0) } ?? []
  }

  /// The positions that one move of the actor leads to, rising; empty when the
  /// work ended before moves were worked out. Of states that are not listed the
  /// first 4,096, since an actor may have a billion moves.
  public func moves(of actor: Int, from position: Int) -> [Int] {
    if !isListed { return unlistedMoves(of: actor, from: position, improving: false) }
    var list: [UInt32] = []
    tables?.moves[actor].appendTargets(of: states.slot(at: position), to: &list)
    return list.map { states.position(ofSlot: Int($0)) }
  }

  /// Whether the actor has any move from a position; false when the work ended
  /// before moves were worked out.
  ///
  /// - Complexity: O(1) where the first move that its options allow is feasible.
  public func canMove(_ actor: Int, from position: Int) -> Bool {
    if !isListed { return !unlistedMoves(of: actor, from: position, improving: false, atMost: 1).isEmpty }
    return tables?.moves[actor].hasTarget(states.slot(at: position)) ?? false
  }

  /// How many improvements the actor has from a position.
  package func improvementCount(of actor: Int, from position: Int) -> Int {
    if isListed || !hasManyMoves(actor) { return improvements(of: actor, from: position).count }
    return SymbolicReasons.moves(
      of: actor, from: states[position], improving: true, in: conflict, atMost: 1
    ).count
  }

  /// Whether moves are told of by sets, not one by one.
  private func hasManyMoves(_ actor: Int) -> Bool { conflict.optionMask(of: actor).nonzeroBitCount > 12 }

  private func unlistedMoves(
    of actor: Int, from position: Int, improving: Bool, atMost most: Int = 1 << 12
  ) -> [Int] {
    let state = states[position]
    let targets =
      hasManyMoves(actor)
      ? SymbolicReasons.moves(of: actor, from: state, improving: improving, in: conflict, atMost: most).first
      : improving ? conflict.improvements(of: actor, from: state) : conflict.moves(of: actor, from: state)
    return targets.compactMap { states.position(of: $0) }
  }

  /// The positions that one improvement of the actor leads to, rising; empty
  /// when the work ended before moves were worked out. Of states that are not
  /// listed the first 4,096.
  public func improvements(of actor: Int, from position: Int) -> [Int] {
    if !isListed { return unlistedMoves(of: actor, from: position, improving: true) }
    var list: [UInt32] = []
    tables?.appendImprovements(of: actor, from: states.slot(at: position), to: &list)
    return list.map { states.position(ofSlot: Int($0)) }
  }
}
