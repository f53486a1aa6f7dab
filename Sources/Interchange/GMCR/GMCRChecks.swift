import CaseFile
import ConflictModel
import Notation

/// What has to hold across the parts of a `.gmcr` file.
struct GMCRChecks {
  let model: GMCRModel
  private(set) var problems: [JSONProblem] = []

  init(_ model: GMCRModel) {
    self.model = model
  }

  /// Every option has exactly one owner.
  mutating func checkOwners() {
    var owners = [(actor: Int, span: JSONNode.Span)?](repeating: nil, count: model.options.count)
    for (index, actor) in model.actors.enumerated() {
      for owned in actor.options {
        if let first = owners[owned.option] {
          let whose =
            first.actor == index
            ? "twice for decision maker \(index)"
            : "for decision makers \(first.actor) and \(index)"
          problems.append(
            JSONProblem(
              code: .doublyOwnedOption,
              message: "option \(owned.option) ('\(name(owned.option))') is listed \(whose)",
              span: owned.span, notes: [("the first one", first.span)]))
        } else {
          owners[owned.option] = (index, owned.span)
        }
      }
    }
    for (index, option) in model.options.enumerated() where owners[index] == nil {
      problems.append(
        JSONProblem(
          code: .unownedOption,
          message: "no decision maker controls option \(index) ('\(name(index))')", span: option.span,
          hint: "it never changes and yet doubles the states; list \(index) under some decision maker's"
            + " \"options\", or take it out (in a case file such a fact is an event)"))
    }
  }

  private func name(_ option: Int) -> String { model.options[option].name.shortened }

  /// Every ranking lists every feasible state once; the model is grouped by actor.
  ///
  /// The search for the states stops at one more than the rankings could
  /// list, or where `limits` says; in the latter case nothing is said about
  /// states that are left out, and whoever solves the case meets the limit.
  mutating func checkRankings(limits: EnumerationLimits, control: Control) {
    let counts = model.actors.map { actor in (actor.ranking ?? []).reduce(0) { $0 + $1.count } }
    let most = UInt64(counts.max() ?? 0)
    var bounded = limits
    bounded.states = min(limits.states, most + 1)
    // Enough for rules that prune well; whoever solves the case searches further.
    bounded.searchNodes = min(limits.searchNodes, 1_000_000 + 200 * most)
    let enumeration = model.frame().feasibleStates(limits: bounded, control: control)
    let isComplete = enumeration.limit == nil
    let reachedMost = enumeration.limit == .states(most + 1)
    if isComplete && enumeration.states.isEmpty {
      problems.append(
        JSONProblem(
          code: .noFeasibleState, message: "the infeasible combinations leave no state, at $.infeasibles",
          span: model.infeasiblesSpan))
      return
    }
    for actor in model.actors {
      check(
        actor, feasible: enumeration.states.count, isComplete: isComplete,
        knowsMissing: isComplete || reachedMost)
    }
  }

  private mutating func check(
    _ actor: GMCRModel.Actor, feasible: Int, isComplete: Bool, knowsMissing: Bool
  ) {
    guard let ranking = actor.ranking else { return }
    var places: [Int: JSONNode.Span] = [:]
    let name = actor.name.shortened
    for state in ranking.joined() {
      if state.number < 1 || (isComplete && state.number > feasible) {
        problems.append(
          JSONProblem(
            code: .unknownState,
            message: "the ranking of '\(name)' names state \(state.number)", span: state.span,
            hint: isComplete ? "the feasible states are numbered from 1 to \(feasible)" : nil))
      } else if let first = places[state.number] {
        problems.append(
          JSONProblem(
            code: .rankingRepeats,
            message: "the ranking of '\(name)' lists state \(state.number) twice", span: state.span,
            notes: [("the first one", first)]))
      } else {
        places[state.number] = state.span
      }
    }
    guard knowsMissing else { return }
    let missing = (0..<feasible).lazy.map { $0 + 1 }.filter { places[$0] == nil }
    var shown = Array(missing.prefix(13)).map { String($0) }
    if shown.isEmpty { return }
    if shown.count > 12 { shown[12] = "…" }
    problems.append(
      JSONProblem(
        code: .rankingMisses,
        message: "the ranking of '\(name)' leaves out state \(shown.joined(separator: ", "))",
        span: actor.rankingSpan,
        hint: isComplete ? "there are \(feasible) feasible states" : nil))
  }
}
