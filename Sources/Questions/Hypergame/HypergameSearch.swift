import CaseFile
import ConflictModel
import Stability

/// Compares what lasts in truth with what each actor expects.
struct HypergameSearch {
  let subject: Case
  let concept: Concept
  let truth: Solution
  var views: [Hypergame.View]

  /// Between how many states it is asked whether to stop.
  private static let stride = 1024

  mutating func run(_ control: Control) throws(CaseError) -> Hypergame {
    var equilibria: [Int] = []
    var unseenCount = 0
    for (position, state) in truth.states.enumerated() {
      if position % Self.stride == 0, let limit = control.shouldStop() { throw .limit(limit) }
      var (isSeen, isStable) = (true, true)
      for actor in views.indices {
        switch stays(actor, at: state, seenBy: actor) {
        case nil:
          isSeen = false
          views[actor].unseenCount += 1
        case false?: isStable = false
        case true?: break
        }
      }
      if !isSeen { unseenCount += 1 }
      if isSeen, isStable { equilibria.append(position) }
    }
    let lasting = equilibria.map { truth.states[$0] }
    var surprises: [Hypergame.Surprise] = []
    for actor in views.indices { surprises.append(try surprise(of: actor, lasting, control)) }
    return Hypergame(
      subject: subject, concept: concept, truth: truth, views: views, equilibria: equilibria,
      unseenCount: unseenCount, surprises: surprises)
  }

  /// Whether an actor would stay, in the game as `viewer` sees it; nil where the
  /// viewer does not see the state.
  private func stays(_ actor: Int, at state: State, seenBy viewer: Int) -> Bool? {
    let solution = views[viewer].solution
    return solution.states.position(of: state).map {
      solution.isStable(concept, actor: actor, position: $0)
    }
  }

  /// What an actor is surprised by; the states that last are rising.
  private func surprise(
    of actor: Int, _ lasting: [State], _ control: Control
  ) throws(CaseError) -> Hypergame.Surprise {
    let game = views[actor].solution
    var broken: [Hypergame.Broken] = []
    var next = 0
    for (count, position) in game.equilibria(concept).enumerated() {
      if count % Self.stride == 0, let limit = control.shouldStop() { throw .limit(limit) }
      let state = game.states[position]
      while next < lasting.count, lasting[next] < state { next += 1 }
      if next < lasting.count, lasting[next] == state { continue }
      let (movers, blind) = views.departures(from: state, under: concept)
      broken.append(
        Hypergame.Broken(
          state: state, isFeasible: truth.states.position(of: state) != nil, movers: movers, blind: blind))
    }
    var unexpected: [Hypergame.Unexpected] = []
    for (count, state) in lasting.enumerated() {
      if count % Self.stride == 0, let limit = control.shouldStop() { throw .limit(limit) }
      let movers = views.indices.filter { stays($0, at: state, seenBy: actor) == false }
      if !movers.isEmpty { unexpected.append(Hypergame.Unexpected(state: state, movers: movers)) }
    }
    return Hypergame.Surprise(broken: broken, unexpected: unexpected)
  }
}
