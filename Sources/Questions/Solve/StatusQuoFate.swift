package import ConflictModel
package import Stability

/// What becomes of a state in which the conflict stands: who would leave it, and
/// what holds it.
package struct StatusQuoFate: Sendable, Hashable {
  /// The state.
  package let state: State
  /// The concepts under which it lasts, and the others that were decided.
  package let lasting: [Concept], others: [Concept]
  /// The actors who would leave it under at least one of the others.
  package let leaving: [Int]
  /// What each actor would do who could gain.
  package let actors: [ActorFate]
  /// The actors who could not gain by any move.
  package let content: [Int]
}

/// What an actor who could gain would do.
package struct ActorFate: Sendable, Hashable {
  /// The actor.
  package let actor: Int
  /// How many moves would gain.
  package let gains: Int
  /// Gains that nobody spoils; none where it is held under every concept.
  package let departures: [Departure]
  /// What holds it back.
  package let holds: [Hold]
  /// Whether the work ended before its reasons were found.
  package let isUndecided: Bool

  /// A gain that nobody spoils.
  package struct Departure: Sendable, Hashable {
    /// Where it leads.
    package var improvement: State
    /// Under which concepts nobody spoils it.
    package var concepts: [Concept]
  }

  /// What holds an actor back.
  package struct Hold: Sendable, Hashable {
    /// The reasons, under the concept that asks most.
    package var certificate: Certificate
    /// Under which concepts it is held by them.
    package var concepts: [Concept]
  }
}

extension SolvedCase {
  /// The fate of a state; nil when it was not decided whether it lasts.
  package func fate(of state: State, control: Control = Control()) -> StatusQuoFate? {
    guard solution.hasAllStates, !solution.concepts.isEmpty,
      let position = solution.states.position(of: state)
    else { return nil }
    var actors: [ActorFate] = []
    var content: [Int] = []
    for actor in conflict.actors.indices {
      let gains = solution.improvementCount(of: actor, from: position)
      if gains == 0 {
        content.append(actor)
      } else {
        actors.append(fate(of: actor, at: position, gains: gains, control))
      }
    }
    let lasting = concepts(at: position)
    let others = solution.concepts.filter { !lasting.contains($0) }
    let leaving = conflict.actors.indices.filter { actor in
      others.contains { !solution.isStable($0, actor: actor, position: position) }
    }
    return StatusQuoFate(
      state: state, lasting: lasting, others: others, leaving: leaving, actors: actors, content: content)
  }

  private func fate(of actor: Int, at position: Int, gains: Int, _ control: Control) -> ActorFate {
    do {
      var departures = try departures(of: actor, at: position, control)
      // Under nash alone every gain leaves; what holds the actor otherwise tells more.
      let isOnlyNash = departures.count == 1 && departures[0].concepts == [.nash]
      if isOnlyNash, isHeldSomehow(actor, at: position) { departures = [] }
      return ActorFate(
        actor: actor, gains: gains, departures: departures,
        holds: try holds(on: actor, at: position, control), isUndecided: false)
    } catch {
      return ActorFate(actor: actor, gains: gains, departures: [], holds: [], isUndecided: true)
    }
  }

  private func isHeldSomehow(_ actor: Int, at position: Int) -> Bool {
    solution.concepts.contains { solution.isStable($0, actor: actor, position: position) }
  }

  /// The gains that nobody spoils, each with the concepts under which that is so.
  ///
  /// One gain does not serve them all: what no sequence of credible answers
  /// spoils may be spoiled by gains made at the same moment, and the other way
  /// round. So a gain counts for its own concept and for those that imply it.
  package func departures(
    of actor: Int, at position: Int, _ control: Control = Control()
  ) throws(StateGraph.Stopped) -> [ActorFate.Departure] {
    var left = solution.concepts.filter { !solution.isStable($0, actor: actor, position: position) }
    var found: [ActorFate.Departure] = []
    // The concept that asks least gives the gain that is hardest to spoil.
    for weakest in Concept.strongestFirst.reversed() where left.contains(weakest) {
      guard
        case .unstable(let escape) = try solution.certificate(
          weakest, actor: actor, position: position, choosing: .plainest, control: control
        ).finding
      else { continue }
      let covered = left.filter { $0 == weakest || $0.implies(weakest) }
      left.removeAll { covered.contains($0) }
      if let index = found.firstIndex(where: { $0.improvement == escape.improvement }) {
        found[index].concepts += covered
      } else {
        found.append(ActorFate.Departure(improvement: escape.improvement, concepts: covered))
      }
    }
    for index in found.indices {
      let covered = found[index].concepts
      found[index].concepts = solution.concepts.filter { covered.contains($0) }
    }
    return found
  }

  /// What holds an actor who could gain, each with the concepts under which it does.
  package func holds(
    on actor: Int, at position: Int, _ control: Control = Control()
  ) throws(StateGraph.Stopped) -> [ActorFate.Hold] {
    var left = solution.concepts.filter { solution.isStable($0, actor: actor, position: position) }
    var found: [ActorFate.Hold] = []
    for strongest in Concept.strongestFirst where left.contains(strongest) {
      let covered = left.filter { $0 == strongest || strongest.implies($0) }
      left.removeAll { covered.contains($0) }
      let certificate = try solution.certificate(
        strongest, actor: actor, position: position, choosing: .plainest, control: control)
      found.append(ActorFate.Hold(certificate: certificate, concepts: covered))
    }
    return found
  }
}
