package import CaseFile
package import ConflictModel
import Notation
package import Stability

/// What lasts when the actors do not see the same conflict, and who would be
/// surprised by what: a hypergame of the first level.
///
///     let hypergame = try misread.hypergame(SolveRequest(concepts: [.seq]))
///     hypergame.equilibria      // stable for every actor in the conflict as it sees it
///
/// Each actor's stability is decided in its own game, the case as it `perceives`
/// it. A state in which something is taken that an actor does not see, or that is
/// not feasible in its game, is *unseen* by it, and no equilibrium, since the actor
/// has no view of it (Wang, Hipel and Fraser 1988).
package struct Hypergame: Sendable {
  /// The case as it is written.
  package let subject: Case
  /// The concept.
  package let concept: Concept
  /// The case as it is, solved.
  package let truth: Solution
  /// The game of each actor.
  package let views: [View]
  /// Of the feasible states of the case, those that every actor sees and that are
  /// stable for each in its own game.
  package let equilibria: Selection
  /// How many states of the case somebody does not see.
  package let unseenCount: Int
  /// What each actor would be surprised by.
  package let surprises: [Surprise]

  /// The conflict as one actor sees it.
  package struct View: Sendable {
    /// The case in its eyes.
    package var subject: Case
    /// Its game, solved.
    package var solution: Solution
    /// Whether it sees the case as it is.
    package var isTrue: Bool
    /// How many states of the case it does not see.
    package var unseenCount: Int
  }

  /// What an actor's own game leads it to expect, and what it does not.
  package struct Surprise: Sendable {
    /// The equilibria of its game that do not last, among the states of its game.
    package var broken: Selection
    /// Those that last and that its game does not let last, among the states of the case.
    package var unexpected: Selection

    /// Whether nothing would surprise it.
    package var isNone: Bool { broken.isEmpty && unexpected.isEmpty }
  }

  /// What stands in truth against a state that somebody expects to last.
  package struct Broken: Sendable, Hashable {
    /// The state.
    package var state: State
    /// Whether it can come about at all.
    package var isFeasible: Bool
    /// Who would in truth move away, each by its own view.
    package var movers: [Int]
    /// Who does not see it.
    package var blind: [Int]
  }

  /// What stands in truth against each state that an actor expects to last, and that
  /// does not; by rising code.
  package func broken(expectedBy actor: Int) -> some Sequence<Broken> {
    surprises[actor].broken.members.lazy.map { broken(at: $0) }
  }

  /// What stands in truth against a state.
  package func broken(at state: State) -> Broken {
    let (movers, blind) = departures(from: state)
    return Broken(
      state: state, isFeasible: truth.states.position(of: state) != nil, movers: movers, blind: blind)
  }

  /// Whom an actor expects to move away from a state.
  package func movers(from state: State, expectedBy viewer: Int) -> [Int] {
    let solution = views[viewer].solution
    guard let position = solution.states.position(of: state) else { return [] }
    return views.indices.filter { !solution.isStable(concept, actor: $0, position: position) }
  }

  /// Where `mover` would go from a state, in the game as `viewer` sees it; nil when
  /// it would stay, or when the proof takes too long. Of several ways to gain it is
  /// the one that changes least.
  package func escape(of mover: Int, seenBy viewer: Int, from state: State) -> State? {
    let solution = views[viewer].solution
    guard let position = solution.states.position(of: state),
      let certificate = solution.certificate(
        concept, actor: mover, position: position, choosing: .plainest, answerLimit: 1_000_000),
      case .unstable(let escape) = certificate.finding
    else { return nil }
    return escape.improvement
  }

  /// Who would move away from a state, each by its own view, and who does not see it.
  package func departures(from state: State) -> (movers: [Int], blind: [Int]) {
    var (movers, blind): ([Int], [Int]) = ([], [])
    for (actor, view) in views.enumerated() {
      guard let position = view.solution.states.position(of: state) else {
        blind.append(actor)
        continue
      }
      if !view.solution.isStable(concept, actor: actor, position: position) { movers.append(actor) }
    }
    return (movers, blind)
  }
}

extension Case {
  /// Decides what lasts when each actor acts on the case as it perceives it.
  ///
  /// - Parameters:
  ///   - request: The concept, one that the case's form defines, and how far to go.
  ///   - control: When to stop.
  ///
  /// - Throws: ``/CaseFile/CaseError`` when a view makes no sense, or a limit is
  ///   reached; nothing is said then.
  ///
  /// - Complexity: A solution for each actor with a view of its own, and one more.
  package func hypergame(
    _ request: SolveRequest, control: Control = Control()
  ) throws(CaseError) -> Hypergame {
    guard let concept = request.concepts.first, concept.isDefined(in: conflict.form) else {
      preconditionFailure("a hypergame is solved for a concept that its form defines")
    }
    let count = 1 + document.actors.count { $0.perceives != nil }
    let truth = try conflict.decided(concept, request, control.part(0, of: count))
    var solvedCount = 1
    var views: [Hypergame.View] = []
    for actor in conflict.actors.indices {
      if document.actors[actor].perceives == nil {
        views.append(Hypergame.View(subject: self, solution: truth, isTrue: true, unseenCount: 0))
        continue
      }
      let part = control.part(solvedCount, of: count)
      let view = try seen(by: actor, limits: request.limits, control: part)
      let solution = try view.conflict.decided(concept, request, part)
      solvedCount += 1
      if solution.states.isEmpty, !truth.states.isEmpty {
        throw .wrong(
          SyntaxError(
            Diagnostic(
              .noFeasibleState,
              "in what '\(conflict.actors[actor].id)' perceives, no state is feasible",
              at: document.actors[actor].perceives?.place ?? .none)))
      }
      views.append(Hypergame.View(subject: view, solution: solution, isTrue: false, unseenCount: 0))
    }
    var search = HypergameSearch(subject: self, concept: concept, truth: truth, views: views)
    return try search.run(control)
  }
}

extension Conflict {
  /// The solution, complete for the concept.
  fileprivate func decided(
    _ concept: Concept, _ request: SolveRequest, _ control: Control
  ) throws(CaseError) -> Solution {
    var request = request
    request.concepts = [concept]
    // What was asked for by name is not passed over.
    request.simLimit = .max
    let solution = solve(request, control: control)
    if solution.concepts.contains(concept), solution.hasAllStates { return solution }
    throw .limit(solution.limit ?? control.shouldStop() ?? .interrupted)
  }
}
