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
    let lasting = Selection(at: equilibria, of: truth.states)
    var surprises: [Hypergame.Surprise] = []
    for actor in views.indices { surprises.append(try surprise(of: actor, lasting, control)) }
    return Hypergame(
      subject: subject, concept: concept, truth: truth, views: views, equilibria: lasting,
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

  /// What an actor is surprised by.
  private func surprise(
    of actor: Int, _ lasting: Selection, _ control: Control
  ) throws(CaseError) -> Hypergame.Surprise {
    let game = views[actor].solution
    var broken: [Int] = []
    let expected = game.equilibria(concept)
    for (count, position) in expected.enumerated() {
      if count % Self.stride == 0, let limit = control.shouldStop() { throw .limit(limit) }
      let real = truth.states.position(of: game.states[position])
      if !(real.map(lasting.contains) ?? false) { broken.append(position) }
    }
    var unexpected: [Int] = []
    for (count, position) in lasting.enumerated() {
      if count % Self.stride == 0, let limit = control.shouldStop() { throw .limit(limit) }
      let own = game.states.position(of: truth.states[position])
      if !(own.map(expected.contains) ?? false) { unexpected.append(position) }
    }
    return Hypergame.Surprise(
      broken: Selection(at: broken, of: game.states), unexpected: Selection(at: unexpected, of: truth.states))
  }
}
