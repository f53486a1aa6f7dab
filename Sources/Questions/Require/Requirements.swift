package import CaseFile
package import ConflictModel
package import Stability

/// What must hold of preferences for a state, or at least one state of an outcome,
/// to be an equilibrium: the inverse of solving.
///
///     let answer = try suspects.requirements(for: .state(State(0)), under: .gmr)
///     answer.states[0].requirements[1].demands     // what column must want
package struct Requirements: Sendable {
  /// What is to last.
  package enum Target: Sendable, Hashable {
    /// A state.
    case state(State)
    /// At least one state of an outcome, by index.
    case outcome(Int)
  }

  /// What is to last.
  package let target: Target
  /// In which sense.
  package let concept: Concept
  /// The states and moves of the case.
  package let graph: StateGraph
  /// The actors' orders as the case has them.
  package let orders: [Order]
  /// The states in question with what each demands, the nearest to lasting first.
  package let states: [Candidate]
  /// How many states are in question; ``states`` has fewer when the work ended early, and when they
  /// are more than ``candidateLimit``.
  package let stateCount: Int
  /// Whether it is known of all of them whether they last.
  package let isSettled: Bool
  /// The fewest edits of preferences that make it last; nil when it does already, or
  /// the work ended before.
  package let edits: NearestEdits?
  /// How many rankings of one actor make it last, if that was asked for.
  package let rankings: RankingCounts?
  /// Why the work ended early, or nil.
  package let limit: Limit?

  /// A state with what is demanded of the actors for it to be an equilibrium.
  package struct Candidate: Sendable {
    /// Its position in the graph's states.
    package var position: Int
    /// What is demanded of each actor; empty where only counts are kept, which is all
    /// but the first ``Requirements/detailedLimit``.
    package var requirements: [Requirement]
    /// The least change of orders that makes it an equilibrium.
    package var nearest: NearestOrders
    /// How many demands of each actor are not met.
    package var unmetCounts: [Int]

    /// How many demands are not met.
    package var unmetCount: Int { unmetCounts.reduce(0, +) }

    /// Whether it is an equilibrium as it is.
    package var lasts: Bool { unmetCount == 0 }
  }

  /// What is to last, as a claim about a case.
  package func claim(in subject: Case) -> Claim { target.claim(in: subject, under: concept) }

  /// Whether what is to last does so already.
  package var lasts: Bool { states.contains { $0.lasts } }

  /// Whether the outcome has more states than are looked at: those nearest to the present are.
  package var isCut: Bool { stateCount > Self.candidateLimit }

  /// The most states of an outcome that are looked at.
  package static let candidateLimit = 512

  /// So many states, the nearest to lasting, have all that is demanded listed.
  package static let detailedLimit = 8
}

extension Case {
  /// What must hold of preferences for the target to last.
  ///
  /// - Parameters:
  ///   - target: What is to last.
  ///   - concept: In which sense; one that is defined for the case.
  ///   - size: The largest sets of edits that are tried, from 1 to 3; 0 for none.
  ///   - actor: The actor whose rankings are counted, if any; only with at most
  ///     ``RankingCounts/stateLimit`` states.
  ///   - limits: How far the states are listed.
  ///   - control: When to stop, and how to share work out.
  ///
  /// - Throws: The limit that was reached before anything could be said.
  package func requirements(
    for target: Requirements.Target, under concept: Concept, edits size: Int = 2, varying actor: Int? = nil,
    limits: EnumerationLimits = EnumerationLimits(), control: Control = Control()
  ) throws(StateGraph.Stopped) -> Requirements {
    let graph = try StateGraph(conflict, limits: limits, control: control)
    let orders = try graph.orders(control: control)
    let claim = target.claim(in: self, under: concept)
    let all: [Int] =
      switch target {
      case .state(let state): graph.states.position(of: state).map { [$0] } ?? []
      case .outcome(let index): Array(graph.states(where: outcomes[index].condition))
      }
    let positions = try nearest(all, in: graph, under: concept, orders, control)
    var survey = RequirementSurvey(graph, orders, concept, control)
    survey.run(positions)
    var limit = survey.limit
    var nearest: NearestEdits?
    if limit == nil, size > 0, !survey.candidates.isEmpty, !survey.candidates.contains(where: { $0.lasts }) {
      do throws(StateGraph.Stopped) {
        nearest = try NearestEdits(self, claim, upTo: size, limits: limits, control: control)
        limit = nearest?.limit
      } catch {
        limit = error.limit
      }
    }
    var rankings: RankingCounts?
    if limit == nil, let actor {
      rankings = RankingCounts(graph, actor: actor, positions: positions, control: control)
      if rankings == nil { limit = control.shouldStop() ?? .interrupted }
    }
    return Requirements(
      target: target, concept: concept, graph: graph, orders: orders, states: survey.candidates,
      stateCount: all.count, isSettled: survey.limit == nil, edits: nearest, rankings: rankings,
      limit: limit)
  }

  /// Of more states than are looked at those nearest to the present, by what they change; where there
  /// is no present the first by code. If none of them lasts and another does, that one is among them.
  private func nearest(
    _ all: [Int], in graph: StateGraph, under concept: Concept, _ orders: [Order], _ control: Control
  ) throws(StateGraph.Stopped) -> [Int] {
    let most = Requirements.candidateLimit
    if all.count <= most { return all }
    let meter = ChangeMeter(conflict)
    let measured = all.map { position in
      let sizes = statusQuos.map { meter.size(from: $0, to: graph.states[position]) }
      return (size: sizes.min() ?? .none, position: position)
    }
    var sorted = measured.sorted { ($0.size, $0.position) < ($1.size, $1.position) }.map { $0.position }
    let inquiry = graph.inquiry(under: orders, control: control)
    for place in sorted.indices where try inquiry.isEquilibrium(concept, at: sorted[place]) {
      if place >= most { sorted.swapAt(most - 1, place) }
      break
    }
    return Array(sorted.prefix(most))
  }
}

/// Goes through the states in question.
private struct RequirementSurvey {
  private let graph: StateGraph
  private let concept: Concept
  private let control: Control
  private var builder: RequirementBuilder
  /// What was looked at, in the end the nearest to lasting first.
  private(set) var candidates: [Requirements.Candidate] = []
  /// Why the work ended early, or nil.
  private(set) var limit: Limit?

  init(_ graph: StateGraph, _ orders: [Order], _ concept: Concept, _ control: Control) {
    (self.graph, self.concept, self.control) = (graph, concept, control)
    builder = RequirementBuilder(graph, orders: orders, control: control)
  }

  mutating func run(_ positions: [Int]) {
    var budget = OrderSearch.budget
    do throws(StateGraph.Stopped) {
      for (index, position) in positions.enumerated() {
        control.report(Control.Progress(phase: .solving, done: UInt64(index), total: UInt64(positions.count)))
        try control.goOn()
        candidates.append(try candidate(at: position, &budget))
      }
    } catch {
      limit = error.limit
    }
    candidates.sort {
      ($0.nearest.distance, $0.unmetCount, $0.position) < ($1.nearest.distance, $1.unmetCount, $1.position)
    }
    do throws(StateGraph.Stopped) {
      for index in candidates.indices.prefix(Requirements.detailedLimit) {
        let position = candidates[index].position
        var requirements: [Requirement] = []
        for actor in graph.conflict.actors.indices {
          requirements.append(try builder.requirement(of: actor, at: position, under: concept))
        }
        candidates[index].requirements = requirements
      }
    } catch {
      // What is demanded is said of every state or not at all.
      limit = error.limit
      candidates.removeAll { $0.requirements.isEmpty }
    }
  }

  private mutating func candidate(
    at position: Int, _ budget: inout Int
  ) throws(StateGraph.Stopped) -> Requirements.Candidate {
    let nearest = try NearestOrders(&builder, concept, at: position, budget: &budget, control: control)
    var unmet: [Int] = []
    for actor in graph.conflict.actors.indices {
      unmet.append(try builder.unmetCount(of: actor, at: position, under: concept))
    }
    return Requirements.Candidate(
      position: position, requirements: [], nearest: nearest, unmetCounts: unmet)
  }
}
