internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

// The claims, compared with what is so.
extension ExpectationBench {
  /// What was found, and what is wrong with it: nothing, when that is as expected.
  struct Comparison {
    /// In few words: `nash is 5, 6`.
    var found: String
    /// In a sentence; empty when nothing is wrong.
    var message = ""
  }

  mutating func compare(
    _ claim: ExpectationText.Claim, _ scope: ExpectationText.Scope
  ) throws(Obstacle) -> Comparison {
    switch claim {
    case .feasible(let count): return feasible(count)
    case .states(let concept, let actor, let references):
      return try states(references, among: try lasting(concept, actor, scope))
    case .count(let concept, let actor, let count):
      let group = try lasting(concept, actor, scope)
      let found = "\(group.words) has \(Prose.count(group.states.count, "state"))"
      if group.states.count == count { return Comparison(found: found) }
      return Comparison(
        found: found,
        message:
          "expected \(Prose.count(count, "state")), found \(Prose.grouped(group.states.count)): \(list(group.states))"
      )
    case .every(let concept, let condition), .some(let concept, let condition),
      .no(let concept, let condition):
      return try satisfying(claim, condition, try lasting(concept, nil, scope))
    case .statusQuo(let concepts): return try statusQuo(concepts, scope)
    case .reach(let passage): return try compare(passage)
    case .jump(let jump): return try compare(jump)
    case .rankings(let concept, let actor, let target, let count):
      return try rankings(count, concept, try index(of: actor), target)
    }
  }

  private func feasible(_ count: Int) -> Comparison {
    let number = solution.states.count
    let found = "\(Prose.count(number, "state")) \(number == 1 ? "is" : "are") feasible"
    if number == count { return Comparison(found: found) }
    return Comparison(
      found: found, message: "expected \(Prose.grouped(count)) feasible, found \(Prose.grouped(number))")
  }

  // MARK: Sets of states

  private func states(_ references: [StateReference], among group: Lasting) throws(Obstacle) -> Comparison {
    let words = "\(group.words) is \(list(group.states))"
    var expected: Set<Int> = []
    for reference in references {
      let state: State
      do { state = try self.state(reference, in: group.subject) } catch {
        return Comparison(
          found: words, message: error.diagnostics.first?.message ?? "an expected state does not exist")
      }
      guard let position = group.states.states.position(of: state) else {
        return Comparison(found: words, message: "\(names.state(state)) is expected, but not feasible")
      }
      expected.insert(position)
    }
    let missing = expected.filter { !group.states.contains($0) }.sorted()
    let extraCount = group.states.count - (expected.count - missing.count)
    if missing.isEmpty, extraCount == 0 { return Comparison(found: words) }
    var parts: [String] = []
    if !missing.isEmpty {
      parts.append(
        "expected and not found: \(list(missing, of: group.states.states, count: missing.count))")
    }
    if extraCount > 0 {
      let extra = group.states.lazy.filter { !expected.contains($0) }
      parts.append("found and not expected: \(list(extra, of: group.states.states, count: extraCount))")
    }
    return Comparison(found: words, message: parts.joined(separator: "; "))
  }

  private func satisfying(
    _ claim: ExpectationText.Claim, _ expression: ConditionText, _ group: Lasting
  ) throws(Obstacle) -> Comparison {
    let condition: Condition
    do { condition = try group.subject.condition(expression) } catch {
      throw .wrong(error.diagnostics.first?.message ?? "the condition has no meaning")
    }
    let holds = group.subject.conflict.predicate(condition)
    let states = group.states.states
    let good = Selection(at: group.states.lazy.filter { holds(states[$0]) }, of: states)
    let bad = group.states.subtracting(good)
    let words =
      "\(Prose.grouped(good.count)) of \(Prose.count(group.states.count, "\(group.concept.rawValue) equilibrium", "\(group.concept.rawValue) equilibria")) satisfy \(expression.printed)"
    switch claim {
    case .every:
      return Comparison(
        found: words, message: bad.isEmpty ? "" : "these do not satisfy it: \(list(bad))")
    case .some:
      return Comparison(found: words, message: good.isEmpty ? "none satisfies \(expression.printed)" : "")
    default:
      return Comparison(found: words, message: good.isEmpty ? "" : "these satisfy it: \(list(good))")
    }
  }

  // MARK: The status quo

  private mutating func statusQuo(
    _ expected: [Concept], _ scope: ExpectationText.Scope
  ) throws(Obstacle) -> Comparison {
    if let concept = expected.first(where: { !$0.isDefined(in: solution.conflict.form) }) {
      throw .wrong("\(concept.rawValue) is not defined in graph form")
    }
    let defined = Concept.allCases.filter {
      $0.isDefined(in: solution.conflict.form) && isKnown($0, scope)
    }
    var parts: [String] = []
    for state in try statusQuoStates() {
      guard solution.states.position(of: state) != nil else {
        throw .wrong("\(names.state(state)) is not feasible")
      }
      var (found, known): ([Concept], [Concept]) = ([], [])
      var obstacle: Obstacle?
      for concept in defined {
        do {
          if try lasts(state, concept, scope) { found.append(concept) }
          known.append(concept)
        } catch { obstacle = obstacle ?? error }
      }
      let words = "\(names.again(state)) lasts under \(found.isEmpty ? "no concept" : found.words)"
      if found != known.filter(expected.contains) {
        return Comparison(
          found: words, message: "expected \(expected.isEmpty ? "no concept" : expected.words); \(words)")
      }
      let open = defined.filter { !known.contains($0) }
      if !open.isEmpty {
        if scope != .alone, let obstacle { throw obstacle }
        throw .open("not decided: \(open.words)")
      }
      parts.append(words)
    }
    return Comparison(found: parts.joined(separator: "; "))
  }

  private func statusQuoStates() throws(Obstacle) -> [State] {
    guard let statusQuo = subject.statusQuo else { throw .wrong("the case has no status quo") }
    return statusQuo.completions.isEmpty ? [statusQuo.state] : statusQuo.completions
  }

  /// Only some concepts have a version for coalitions.
  private func isKnown(_ concept: Concept, _ scope: ExpectationText.Scope) -> Bool {
    if case .against = scope { Concept.coalitional.contains(concept) } else { true }
  }

  private mutating func lasts(
    _ state: State, _ concept: Concept, _ scope: ExpectationText.Scope
  ) throws(Obstacle) -> Bool {
    if scope == .alone, solution.passedOver.contains(concept), solution.isWorkedOut,
      let position = solution.states.position(of: state)
    {
      // Passed over for the number of states, and still told of one of them.
      return solution.conflict.actors.indices.allSatisfy {
        solution.certificate(concept, actor: $0, position: position).isStable
      }
    }
    let group = try lasting(concept, nil, scope)
    return group.states.states.position(of: state).map(group.states.contains) ?? false
  }

  // MARK: Words

  func list(_ selection: Selection) -> String {
    list(selection, of: selection.states, count: selection.count)
  }

  private func list(_ positions: some Sequence<Int>, of states: FeasibleStates, count: Int) -> String {
    if count == 0 { return "no state" }
    let shown = positions.lazy.map { names.brief(states[$0]) }
    return Prose.list(first: shown, of: count, atMost: 24).text
  }

  func index(of actor: Named) throws(Obstacle) -> Int {
    if let index = subject.conflict.actors.firstIndex(where: { $0.id == actor.text }) { return index }
    throw .wrong("no actor is called '\(actor.text)'")
  }

  /// The position of a state that the file names, among the feasible ones.
  func position(of reference: StateReference) throws(Obstacle) -> Int {
    let state: State
    do { state = try self.state(reference, in: subject) } catch {
      throw .wrong(error.diagnostics.first?.message ?? "a state does not exist")
    }
    if let position = solution.states.position(of: state) { return position }
    throw .wrong("\(names.state(state)) is not feasible")
  }

  /// What holds at a target.
  func condition(_ target: ExpectationText.Target) throws(Obstacle) -> Condition {
    switch target {
    case .state(let reference): return .state(solution.states[try position(of: reference)])
    case .condition(let expression):
      do { return try subject.condition(expression) } catch {
        throw .wrong(error.diagnostics.first?.message ?? "the condition has no meaning")
      }
    }
  }
}
