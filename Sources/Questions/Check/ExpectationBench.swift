package import CaseFile
package import ConflictModel
package import Notation
package import Stability

/// A case with its solution, and whatever else its known answers turn out to need:
/// each piece of work is done once, however many expectations ask for it.
///
///     var bench = ExpectationBench(case: suspects, solution: suspects.conflict.solve())
///     bench.evaluate(suspects.document.expectations[0]).passed   // true
package struct ExpectationBench {
  let subject: Case
  let solution: Solution
  /// The states that the file's numbers count.
  let numbered: FeasibleStates
  private let limits: EnumerationLimits
  let control: Control
  /// How the solutions that are needed besides are made; its concepts are put in.
  let request: SolveRequest

  private var graph: Result<StateGraph, Obstacle>?
  private var doubts: [Concept: Result<DoubtsCount, Obstacle>] = [:]
  private var coalitions: [[Int]: Result<Coalitions, Obstacle>] = [:]
  private var hypergames: [Concept: Result<Hypergame, Obstacle>] = [:]
  private var counts: [RankingsKey: Result<RankingCounts, Obstacle>] = [:]
  private var reaches: [ReachKey: Reach] = [:]

  private struct RankingsKey: Hashable {
    var actor: Int
    var positions: [Int]
  }

  private struct ReachKey: Hashable {
    var start: Int
    var kind: StepKind
  }

  typealias Obstacle = ExpectationCheck.Obstacle
  typealias Finding = ExpectationCheck.Finding
  typealias Lasting = ExpectationCheck.Lasting

  /// - Parameters:
  ///   - subject: The case, made with the events and profiles that its expectations give.
  ///   - solution: The solution of its conflict, asked for every concept.
  ///   - numbered: The states that the file's numbers count, those under its own
  ///     event values; those of the solution when nil.
  ///   - request: The allowance of the solutions that are needed besides.
  ///   - control: When to stop, and how to share work out.
  package init(
    case subject: Case, solution: Solution, numbered: FeasibleStates? = nil,
    request: SolveRequest = SolveRequest(), control: Control = Control()
  ) {
    self.subject = subject
    self.solution = solution
    self.numbered = numbered ?? solution.states
    self.request = request
    self.control = control
    limits = request.limits
  }

  /// What is wrong with an expectation whatever is so: it names a state that there
  /// is none of. Nothing when the states were not all listed.
  package func problems(with expectation: ExpectationText) -> [Diagnostic] {
    guard solution.hasAllStates else { return [] }
    var problems: [Diagnostic] = []
    for reference in expectation.claim.references {
      do { _ = try state(reference, in: subject) } catch { problems += error.diagnostics }
    }
    return problems
  }

  /// The state that an expectation names: a number counts the states under the
  /// file's own event values, where there may be others than under those given.
  func state(_ reference: StateReference, in subject: Case) throws(SyntaxError) -> State {
    do { return try subject.state(reference, among: numbered) } catch {
      if case .number = reference.form { throw error }
      return try subject.state(reference, among: solution.states)
    }
  }

  /// Compares one expectation with what is so.
  package mutating func evaluate(_ expectation: ExpectationText) -> ExpectationCheck {
    let states = solution.hasAllStates ? solution.states : nil
    do throws(Obstacle) {
      guard states != nil else { throw .unlisted }
      let (finding, isRight) = try compare(expectation.claim, expectation.scope)
      return ExpectationCheck(
        expectation: expectation, verdict: isRight ? .passed : .failed, finding: finding, subject: subject,
        states: states)
    } catch {
      return ExpectationCheck(
        expectation: expectation, verdict: error.isOpen ? .undetermined : .failed,
        finding: .obstacle(error), subject: subject, states: states)
    }
  }
}

// What is worked out once.
extension ExpectationBench {
  mutating func stateGraph() throws(Obstacle) -> StateGraph {
    if graph == nil {
      do {
        graph = .success(try StateGraph(subject.conflict, limits: limits, control: control))
      } catch { graph = .failure(.limit(error.limit)) }
    }
    return try graph!.get()
  }

  /// In how many ways to settle what is in doubt each state lasts.
  mutating func doubtsCount(_ concept: Concept) throws(Obstacle) -> DoubtsCount {
    if let known = doubts[concept] { return try known.get() }
    let found = Result { () throws(Obstacle) in try countDoubts(concept) }
    doubts[concept] = found
    return try found.get()
  }

  private mutating func countDoubts(_ concept: Concept) throws(Obstacle) -> DoubtsCount {
    let graph = try stateGraph()
    let doubts: Doubts
    do { doubts = try Doubts(of: subject) } catch {
      throw .senseless(error)
    }
    let isExact = doubts.completionCount.map { $0 <= UInt128(DoubtsRequest.exactLimit) } ?? false
    if !isExact {
      throw .tooManyWays(most: UInt64(DoubtsRequest.exactLimit))
    }
    let answer = doubts.count(DoubtsRequest(concepts: [concept]), in: graph, control: control)
    guard answer.limit == nil, let count = answer.concepts.first else { throw .limit(answer.limit) }
    return count
  }

  /// Refuses an answer in which a concept is missing that there is too much to look at for.
  func expect(_ concepts: [Concept], in answer: Coalitions) throws(Obstacle) {
    if concepts.allSatisfy({ answer.concepts.contains($0) }) { return }
    throw answer.concepts.isEmpty
      ? .tooManyForCoalitions(most: Coalition.largestActorCount)
      : .tooManyOthers(most: Coalition.maximumOthersCount)
  }

  /// What the coalitions could upset; all of them for an empty list.
  mutating func coalitionAnswer(_ members: [Int]) throws(Obstacle) -> Coalitions {
    if let known = coalitions[members] { return try known.get() }
    let found = Result { () throws(Obstacle) in try lookAtCoalitions(members) }
    coalitions[members] = found
    return try found.get()
  }

  private mutating func lookAtCoalitions(_ members: [Int]) throws(Obstacle) -> Coalitions {
    let count = subject.conflict.actors.count
    if members.isEmpty, count > Coalition.maximumActorCount {
      throw .tooManyActors(count, most: Coalition.maximumActorCount)
    }
    let graph = try stateGraph()
    let answer = graph.coalitions(members.isEmpty ? nil : [Coalition(members)], control: control)
    if let limit = answer.limit { throw .limit(limit) }
    return answer
  }

  mutating func hypergame(_ concept: Concept) throws(Obstacle) -> Hypergame {
    if let known = hypergames[concept] { return try known.get() }
    var request = request
    request.concepts = [concept]
    let found: Result<Hypergame, Obstacle>
    do {
      found = .success(try subject.hypergame(request, control: control))
    } catch {
      switch error {
      case .limit(let limit): found = .failure(.limit(limit))
      case .wrong(let problems):
        found = .failure(.senseless(problems))
      }
    }
    hypergames[concept] = found
    return try found.get()
  }

  /// How many rankings of the actor make one of the states last.
  mutating func rankingCounts(of actor: Int, _ positions: [Int]) throws(Obstacle) -> RankingCounts {
    let key = RankingsKey(actor: actor, positions: positions)
    if let known = counts[key] { return try known.get() }
    let graph = try stateGraph()
    guard graph.states.count <= RankingCounts.stateLimit else {
      throw .tooManyStates(graph.states.count, most: RankingCounts.stateLimit)
    }
    let found = RankingCounts(graph, actor: actor, positions: positions, control: control)
    counts[key] = found.map { .success($0) } ?? .failure(.limit(control.shouldStop()))
    return try counts[key]!.get()
  }

  mutating func reach(from start: Int, by kind: StepKind) throws(Obstacle) -> Reach {
    let key = ReachKey(start: start, kind: kind)
    if reaches[key] == nil {
      guard solution.isWorkedOut else { throw .noMoves }
      reaches[key] = Reach(from: start, by: kind, in: solution, control: control)
    }
    let found = reaches[key]!
    if let limit = found.limit { throw .limit(limit) }
    return found
  }
}
