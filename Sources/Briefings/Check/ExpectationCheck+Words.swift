internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What was found where something was expected, in words.
extension ExpectationCheck {
  /// What is so, in few words: `nash is 5, 6`; empty when nothing could be compared.
  package var found: String { words.found }

  /// What is wrong, or why it cannot be told, in a sentence; empty when all is as expected.
  package var message: String { words.message }

  private var words: (found: String, message: String) {
    let names = Names(subject, states: states)
    switch finding {
    case .feasible(let number, let expected):
      return (
        "\(Prose.count(number, "state")) \(number == 1 ? "is" : "are") feasible",
        passed ? "" : "expected \(Prose.grouped(expected)) feasible, found \(Prose.grouped(number))"
      )
    case .states(let group, let missing, let extra):
      var parts: [String] = []
      if !missing.isEmpty {
        let list = names.list(missing, of: group.states.states, count: missing.count)
        parts.append("expected and not found: \(list)")
      }
      if !extra.isEmpty { parts.append("found and not expected: \(names.list(extra))") }
      return (group.listed(names), parts.joined(separator: "; "))
    case .noSuchState(let group, let error): return (group.listed(names), error.first)
    case .infeasibleState(let group, let state):
      return (group.listed(names), "\(names.state(state)) is expected, but not feasible")
    case .count(let group, let expected):
      let count = group.states.count
      let message =
        "expected \(Prose.count(expected, "state")), found \(Prose.grouped(count)): \(names.list(group.states))"
      return ("\(group.words) has \(Prose.count(count, "state"))", passed ? "" : message)
    case .satisfying(let group, let good, let others): return satisfying(group, good, others, names)
    case .statusQuo(let found): return statusQuo(found, names)
    case .reach(let kind, let found): return reach(kind, found, names)
    case .jump(let start, let goal, let under, let way):
      let (start, goal) = (names.again(start), names.again(goal))
      return ("from \(start) to \(goal) under \(under.words)\(names.way(way))", "")
    case .noJump(let start, let goal, let elsewhere):
      let start = names.again(start)
      let found =
        elsewhere.isEmpty
        ? "the coalition could jump nowhere from \(start)"
        : "from \(start) the coalition could jump to \(Prose.list(elsewhere.map { names.again($0) }))"
      return (found, "\(found), not to \(names.again(goal))")
    case .rankings(let number, let total, let actor, let concept, let expected):
      let found =
        "\(Prose.grouped(number)) of \(Prose.count(total, "ranking")) of \(names.actor(actor)) make it last under \(concept.rawValue)"
      return (found, passed ? "" : "expected \(Prose.grouped(expected)); \(found)")
    case .obstacle(let obstacle): return ("", obstacle.words(names))
    }
  }

  private func satisfying(
    _ group: Lasting, _ good: Selection, _ others: Selection, _ names: Names
  ) -> (found: String, message: String) {
    let (condition, isEvery): (String, Bool)
    switch expectation.claim {
    case .every(_, let expression): (condition, isEvery) = (expression.printed, true)
    case .some(_, let expression), .no(_, let expression):
      (condition, isEvery) = (expression.printed, false)
    default: return ("", "")
    }
    let name = group.concept.rawValue
    let whole = Prose.count(group.states.count, "\(name) equilibrium", "\(name) equilibria")
    let found = "\(Prose.grouped(good.count)) of \(whole) satisfy \(condition)"
    if passed { return (found, "") }
    if isEvery { return (found, "these do not satisfy it: \(names.list(others))") }
    return (found, good.isEmpty ? "none satisfies \(condition)" : "these satisfy it: \(names.list(good))")
  }

  private func statusQuo(
    _ found: [StatusQuoConcepts], _ names: Names
  ) -> (found: String, message: String) {
    let parts = found.map { found in
      "\(names.again(found.state)) lasts under \(found.concepts.isEmpty ? "no concept" : found.concepts.words)"
    }
    guard !passed, let wrong = parts.last, case .statusQuo(let expected) = expectation.claim else {
      return (parts.joined(separator: "; "), "")
    }
    return (wrong, "expected \(expected.isEmpty ? "no concept" : expected.words.text); \(wrong)")
  }

  private func reach(
    _ kind: StepKind, _ found: [Nearest], _ names: Names
  ) -> (found: String, message: String) {
    let steps = kind == .moves ? "" : " by improvements"
    let parts = found.map { found in
      let origin = names.again(found.start)
      guard let goal = found.goal else { return "nothing of it is reached from \(origin)\(steps)" }
      if goal.distance == 0 { return "\(origin) is there already" }
      return
        "\(names.again(goal.state)) is reached from \(origin) in \(Prose.count(goal.distance, "step"))\(steps)"
    }
    guard !passed, let wrong = parts.last else { return (parts.joined(separator: "; "), "") }
    return (wrong, wrong + names.way(found.last?.way ?? []))
  }
}

extension ExpectationCheck.Lasting {
  /// What they are called: `nash`, or `nash for row`.
  fileprivate var words: String {
    let name = concept.rawValue
    switch scope {
    case .alone: return name + (actor.map { " for \($0)" } ?? "")
    case .always: return "\(name) whatever is in doubt"
    case .sometimes: return "\(name) sometimes"
    case .against(let members):
      let against = members.map { $0.text }.joined(separator: ", ")
      return "\(name) against \(members.isEmpty ? "every coalition" : against)"
    case .perceived: return "\(name) of the hypergame"
    case .expected(let actor): return "\(name) as \(actor.text) perceives it"
    }
  }

  fileprivate func listed(_ names: Names) -> String { "\(words) is \(names.list(states))" }
}

extension ExpectationCheck.Obstacle {
  /// Why nothing was compared.
  fileprivate func words(_ names: Names) -> String {
    switch self {
    case .undefined(let concept): "\(concept.rawValue) is not defined in graph form"
    case .notCoalitional(let concept): "\(concept.rawValue) has no version for coalitions"
    case .noStatusQuo: "the case has no status quo"
    case .noStart: "the case has no status quo to start from"
    case .noActor(let id): "no actor is called '\(id)'"
    case .infeasible(let state): "\(names.state(state)) is not feasible"
    case .nothingMeant: "no feasible state is meant by what is to last"
    case .senseless(let error): error.first
    case .unlisted: "the feasible states were not all listed"
    case .undecided(let concept): "\(concept.rawValue) was not decided"
    case .undecidedAmong(let concepts): "not decided: \(concepts.words)"
    case .noMoves: "moves were not worked out"
    case .limit(let limit): limit.map { "not finished: \($0.words)" } ?? "not finished"
    case .tooManyWays(let most):
      "there are more than \(Prose.grouped(most)) ways to settle what is in doubt, too many to go through"
    case .tooManyActors(let count, let most):
      "all coalitions are looked at up to \(most) actors, and the case has \(count)"
    case .tooManyForCoalitions(let most): "coalitions are looked at up to \(most) actors"
    case .tooManyOthers(let most):
      "under seq every coalition of the others is looked at, up to \(most) others"
    case .tooManyStates(let count, let most):
      "rankings are counted up to \(most) states, and \(count) are feasible"
    }
  }
}

extension SyntaxError {
  /// What is wrong first.
  fileprivate var first: String { diagnostics.first?.message ?? "" }
}

extension Names {
  fileprivate func list(_ selection: Selection) -> String {
    list(selection, of: selection.states, count: selection.count)
  }

  fileprivate func list(
    _ positions: some Sequence<Int>, of states: FeasibleStates, count: Int
  ) -> String {
    if count == 0 { return "no state" }
    let shown = positions.lazy.map { brief(states[$0]) }
    return Prose.list(first: shown, of: count, atMost: 24).text
  }

  /// How a way is made: `: A to 3, then B to 5`.
  fileprivate func way(_ steps: [Step]) -> String {
    if steps.isEmpty { return "" }
    let shown = steps.prefix(6).map { "\(actor($0.actor)) to \(short($0.state))" }
    return ": " + shown.joined(separator: ", then ") + (steps.count > 6 ? ", …" : "")
  }
}
