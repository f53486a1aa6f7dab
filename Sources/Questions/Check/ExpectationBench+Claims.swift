internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Stability

// The claims, compared with what is so.
extension ExpectationBench {
  /// What was found, and whether that is as expected.
  typealias Comparison = (finding: Finding, isRight: Bool)

  mutating func compare(
    _ claim: ExpectationText.Claim, _ scope: ExpectationText.Scope
  ) throws(Obstacle) -> Comparison {
    switch claim {
    case .feasible(let count):
      let number = solution.states.count
      return (.feasible(number, expected: count), number == count)
    case .states(let concept, let actor, let references):
      return states(references, among: try lasting(concept, actor, scope))
    case .count(let concept, let actor, let count):
      let group = try lasting(concept, actor, scope)
      return (.count(group, expected: count), group.states.count == count)
    case .every(let concept, let condition):
      let (group, good, bad) = try satisfying(condition, try lasting(concept, nil, scope))
      return (.satisfying(group, good, others: bad), bad.isEmpty)
    case .some(let concept, let condition):
      let (group, good, bad) = try satisfying(condition, try lasting(concept, nil, scope))
      return (.satisfying(group, good, others: bad), !good.isEmpty)
    case .no(let concept, let condition):
      let (group, good, bad) = try satisfying(condition, try lasting(concept, nil, scope))
      return (.satisfying(group, good, others: bad), good.isEmpty)
    case .statusQuo(let concepts): return try statusQuo(concepts, scope)
    case .reach(let passage): return try compare(passage)
    case .jump(let jump): return try compare(jump)
    case .rankings(let concept, let actor, let target, let count):
      return try rankings(count, concept, try index(of: actor), target)
    }
  }

  // MARK: Sets of states

  private func states(_ references: [StateReference], among group: Lasting) -> Comparison {
    var expected: Set<Int> = []
    for reference in references {
      let state: State
      do { state = try self.state(reference, in: group.subject) } catch {
        return (.noSuchState(group, error), false)
      }
      guard let position = group.states.states.position(of: state) else {
        return (.infeasibleState(group, state), false)
      }
      expected.insert(position)
    }
    let missing = expected.filter { !group.states.contains($0) }.sorted()
    let extra = group.states.subtracting(Selection(at: expected, of: group.states.states))
    return (.states(group, missing: missing, extra: extra), missing.isEmpty && extra.isEmpty)
  }

  private func satisfying(
    _ expression: ConditionText, _ group: Lasting
  ) throws(Obstacle) -> (Lasting, good: Selection, bad: Selection) {
    let condition: Condition
    do { condition = try group.subject.condition(expression) } catch { throw .senseless(error) }
    let holds = group.subject.conflict.predicate(condition)
    let states = group.states.states
    if !states.isListed {
      // There are sets of the case itself alone.
      let good = group.states.intersection(solution.states(where: condition))
      return (group, good, group.states.subtracting(good))
    }
    let good = Selection(at: group.states.lazy.filter { holds(states[$0]) }, of: states)
    return (group, good, group.states.subtracting(good))
  }

  // MARK: The status quo

  private mutating func statusQuo(
    _ expected: [Concept], _ scope: ExpectationText.Scope
  ) throws(Obstacle) -> Comparison {
    if let concept = expected.first(where: { !$0.isDefined(in: solution.conflict.form) }) {
      throw .undefined(concept)
    }
    let defined = Concept.allCases.filter {
      $0.isDefined(in: solution.conflict.form) && isKnown($0, scope)
    }
    var found: [ExpectationCheck.StatusQuoConcepts] = []
    for state in try statusQuoStates() {
      guard solution.states.position(of: state) != nil else { throw .infeasible(state) }
      var (lasting, known): ([Concept], [Concept]) = ([], [])
      var obstacle: Obstacle?
      for concept in defined {
        do {
          if try lasts(state, concept, scope) { lasting.append(concept) }
          known.append(concept)
        } catch { obstacle = obstacle ?? error }
      }
      found.append(ExpectationCheck.StatusQuoConcepts(state: state, concepts: lasting))
      if lasting != known.filter({ expected.contains($0) }) { return (.statusQuo(found), false) }
      let open = defined.filter { !known.contains($0) }
      if !open.isEmpty {
        if scope != .alone, let obstacle { throw obstacle }
        throw .undecidedAmong(open)
      }
    }
    return (.statusQuo(found), true)
  }

  private func statusQuoStates() throws(Obstacle) -> [State] {
    guard let statusQuo = subject.statusQuo else { throw .noStatusQuo }
    return statusQuo.completions.isEmpty ? [statusQuo.state] : statusQuo.completions
  }

  /// Only some concepts have a version for coalitions.
  private func isKnown(_ concept: Concept, _ scope: ExpectationText.Scope) -> Bool {
    if case .against = scope { Concept.coalitional.contains(concept) } else { true }
  }

  private mutating func lasts(
    _ state: State, _ concept: Concept, _ scope: ExpectationText.Scope
  ) throws(Obstacle) -> Bool {
    if scope == .alone, solution.passedOver.contains(concept), solution.isWorkedOut, solution.isListed,
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

  // MARK: What the file names

  func index(of actor: Named) throws(Obstacle) -> Int {
    if let index = subject.conflict.actors.firstIndex(where: { $0.id == actor.text }) { return index }
    throw .noActor(actor.text)
  }

  /// The position of a state that the file names, among the feasible ones.
  func position(of reference: StateReference) throws(Obstacle) -> Int {
    let state: State
    do { state = try self.state(reference, in: subject) } catch { throw .senseless(error) }
    if let position = solution.states.position(of: state) { return position }
    throw .infeasible(state)
  }

  /// What holds at a target.
  func condition(_ target: ExpectationText.Target) throws(Obstacle) -> Condition {
    switch target {
    case .state(let reference): return .state(solution.states[try position(of: reference)])
    case .condition(let expression):
      do { return try subject.condition(expression) } catch { throw .senseless(error) }
    }
  }
}
