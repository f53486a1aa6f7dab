package import CaseFile
package import ConflictModel
internal import Stability

/// Why edits make something last that did not, or the other way round: what one state shows of it,
/// by the reasons for its verdicts before and after.
package struct FlipReason: Sendable {
  /// What becomes different at the state.
  package enum Kind: Sendable {
    /// The state is no longer feasible.
    case impossible
    /// The state was not feasible before, and nobody leaves it.
    case possible
    /// An actor leaves by a move that was not open to it, or was no gain.
    case gains(wasOpen: Bool)
    /// An actor leaves by a move that was a gain before, but for an answer: a step from a state, which
    /// no longer does.
    case unanswered(Step, from: State, Lost)
    /// An actor no longer leaves by a move, because that is no gain, or is not open to it.
    case stays(isOpen: Bool)
    /// An actor no longer leaves by a move, because the others answer it.
    case answered(Sanction)
  }

  /// Why an answer no longer holds an actor back.
  package enum Lost: String, Sendable {
    /// Who gave it would not be better off by it any more.
    case unwilling
    /// It is not open any more.
    case unable
    /// It no longer hurts the actor.
    case harmless
    /// The actor could make a second move to its gain.
    case escapable
    /// Another of several answers was needed.
    case other
  }

  /// The state that shows it.
  package let state: State
  /// In which sense.
  package let concept: Concept
  /// Whether the state lasts after the edits.
  package let lasts: Bool
  /// What becomes different there.
  package let kind: Kind
  /// Who leaves now, or left before; nil where that is nobody's doing.
  package var actor: Int?
  /// Where its move leads.
  package var target: State?
  /// How many others left before, and do not now.
  package var others = 0
}

/// Finds out why edits turn a claim: the case is solved again for each set of them, so only for
/// those that somebody wants to know of.
package struct FlipReasons: Sendable {
  private let subject: Case
  private let claim: Claim
  private let holds: Bool
  private let work: Work
  private let before: Solution

  /// Reasons about a claim that holds in the case as it is, or does not.
  package init(_ subject: Case, _ claim: Claim, holds: Bool, _ work: Work) {
    (self.subject, self.claim, self.holds) = (subject, claim, holds)
    var work = work
    work.control = work.telling
    self.work = work
    let first = Self.solve(subject.conflict, claim, work, isListed: false)
    before = first.isListed ? Self.solve(subject.conflict, claim, work, isListed: true) : first
  }

  /// Of a claim about one state, the state tells all; and in sets of states what lasts is looked for where it matters
  /// alone.
  private static func solve(
    _ conflict: Conflict, _ claim: Claim, _ work: Work, isListed: Bool
  ) -> Solution {
    var concepts: [Concept] = []
    if case .lasts = claim.content {} else if isListed { concepts = [claim.concept] }
    return work.solve(conflict, concepts, naming: concepts, inSets: true, as: .untold)
  }

  /// Why these edits together turn the claim; nil where they do not, or time has run out.
  package func reason(for edits: [Edit]) -> FlipReason? {
    if before.limit != nil || work.control.shouldStop() != nil { return nil }
    let after = Self.solve(subject.conflict(after: edits), claim, work, isListed: before.isListed)
    guard after.limit == nil, let shown = shown(after) else { return nil }
    do throws(StateGraph.Stopped) {
      return shown.lasts ? try arrival(at: shown.state, after) : try departure(from: shown.state, after)
    } catch {
      return nil
    }
  }

  /// Whether a state lasts after these edits, in the sense of the claim; nil where that is not found out.
  package func lasts(_ state: State, after edits: [Edit]) -> Bool? {
    if before.limit != nil || work.control.shouldStop() != nil { return nil }
    let solution = Self.solve(subject.conflict(after: edits), claim, work, isListed: before.isListed)
    guard solution.limit == nil else { return nil }
    if solution.states.position(of: state) == nil { return false }
    do throws(StateGraph.Stopped) { return try leaving(state, solution) == nil } catch { return nil }
  }

  /// The state that shows the change, of several the nearest to the present.
  private func shown(_ after: Solution) -> (state: State, lasts: Bool)? {
    let concept = claim.concept
    func nearest(_ solution: Solution, _ condition: Condition, holding: Bool) -> State? {
      if !solution.isListed { return lasting(in: solution, where: holding ? condition : .not(condition)) }
      let members = solution.states(where: condition)
      let found = solution.equilibria(concept)
      var best: (state: State, distance: Int)?
      for position in holding ? found.intersection(members) : found.subtracting(members) {
        let state = solution.states[position]
        let distance = subject.statusQuo.map { state.distance(to: $0.state) } ?? 0
        if distance < best?.distance ?? .max { best = (state, distance) }
      }
      return best?.state
    }
    switch claim.content {
    case .lasts(let state): return (state, !holds)
    case .some(let condition):
      return nearest(holds ? before : after, condition, holding: true).map { ($0, !holds) }
    case .no(let condition):
      return nearest(holds ? after : before, condition, holding: true).map { ($0, holds) }
    case .every(let condition):
      return nearest(holds ? after : before, condition, holding: false).map { ($0, holds) }
    }
  }

  /// Some state that lasts where a condition holds, of more than can be listed.
  private func lasting(in solution: Solution, where condition: Condition) -> State? {
    do throws(StateGraph.Stopped) {
      var inquiry = try SetInquiry.ready(
        solution.conflict, like: solution.states, memory: work.freeBytes, control: work.control)
      return try inquiry.equilibrium(
        claim.concept, where: condition, tryingFirst: subject.statusQuo?.state,
        under: solution.conflict.actors.map { _ in 0 })
    } catch { return nil }
  }

  /// The reasons for an actor's verdict on a state; nil where the state is not feasible.
  private func finding(
    _ actor: Int, _ state: State, _ solution: Solution
  ) throws(StateGraph.Stopped) -> Certificate.Finding? {
    guard let position = solution.states.position(of: state) else { return nil }
    return try solution.certificate(
      claim.concept, actor: actor, position: position, choosing: .plainest, control: work.control
    ).finding
  }

  /// The first actor who leaves a state, with its move, and how many others do.
  private func leaving(
    _ state: State, _ solution: Solution
  ) throws(StateGraph.Stopped) -> (actor: Int, target: State, others: Int)? {
    var first: (actor: Int, target: State)?
    var count = 0
    for actor in solution.conflict.actors.indices {
      if case .unstable(let escape)? = try finding(actor, state, solution) {
        count += 1
        if first == nil { first = (actor, escape.improvement) }
      }
    }
    return first.map { ($0.actor, $0.target, count - 1) }
  }

  /// Why a state lasts after the edits.
  private func arrival(at state: State, _ after: Solution) throws(StateGraph.Stopped) -> FlipReason? {
    guard after.states.position(of: state) != nil else { return nil }
    func reason(_ kind: FlipReason.Kind) -> FlipReason {
      FlipReason(state: state, concept: claim.concept, lasts: true, kind: kind)
    }
    if before.states.position(of: state) == nil { return reason(.possible) }
    guard let gone = try leaving(state, before) else { return nil }
    let kind: FlipReason.Kind
    if !after.conflict.canMove(gone.actor, from: state, to: gone.target) {
      kind = .stays(isOpen: false)
    } else if !after.conflict.prefers(gone.actor, gone.target, to: state) {
      kind = .stays(isOpen: true)
    } else if case .stable(let deterrences)? = try finding(gone.actor, state, after),
      let deterrence = deterrences.first(where: { $0.improvement == gone.target })
    {
      kind = .answered(deterrence.sanction)
    } else {
      return nil
    }
    var found = reason(kind)
    (found.actor, found.target, found.others) = (gone.actor, gone.target, gone.others)
    return found
  }

  /// Why a state does not last after the edits.
  private func departure(from state: State, _ after: Solution) throws(StateGraph.Stopped) -> FlipReason? {
    func reason(_ kind: FlipReason.Kind) -> FlipReason {
      FlipReason(state: state, concept: claim.concept, lasts: false, kind: kind)
    }
    if after.states.position(of: state) == nil { return reason(.impossible) }
    guard let going = try leaving(state, after) else { return nil }
    var found: FlipReason
    if !before.conflict.isFeasible(going.target)
      || !before.conflict.canMove(going.actor, from: state, to: going.target)
    {
      found = reason(.gains(wasOpen: false))
    } else if !before.conflict.prefers(going.actor, going.target, to: state) {
      found = reason(.gains(wasOpen: true))
    } else if case .stable(let deterrences)? = try finding(going.actor, state, before),
      let deterrence = deterrences.first(where: { $0.improvement == going.target }),
      let lost = lost(deterrence, going.actor, state, after)
    {
      found = reason(.unanswered(lost.step, from: lost.from, lost.why))
    } else {
      return nil
    }
    (found.actor, found.target) = (going.actor, going.target)
    return found
  }

  /// Which step of an answer does no more what it did.
  private func lost(
    _ deterrence: Deterrence, _ actor: Int, _ state: State, _ after: Solution
  ) -> (step: Step, from: State, why: FlipReason.Lost)? {
    let conflict = after.conflict
    let isCredible = claim.concept.needsCredibleAnswers || claim.concept == .sim
    func fault(_ step: Step, from start: State) -> FlipReason.Lost? {
      if !conflict.canMove(step.actor, from: start, to: step.state) { return .unable }
      return isCredible && !conflict.prefers(step.actor, step.state, to: start) ? .unwilling : nil
    }
    switch deterrence.sanction {
    case .sequence(let steps, _):
      var current = deterrence.improvement
      var from = current
      for step in steps {
        if let why = fault(step, from: current) { return (step, current, why) }
        (from, current) = (current, step.state)
      }
      guard let last = steps.last else { return nil }
      let why: FlipReason.Lost =
        conflict.prefers(actor, last.state, to: state)
        ? .harmless : claim.concept.allowsCounterMove ? .escapable : .other
      return (last, from, why)
    case .together(let steps, let outcome):
      for step in steps {
        if let why = fault(step, from: state) { return (step, state, why) }
      }
      guard let last = steps.last else { return nil }
      return (last, state, conflict.prefers(actor, outcome, to: state) ? .harmless : .other)
    }
  }
}
