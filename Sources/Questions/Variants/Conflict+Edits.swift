import CaseFile
import ConflictModel

extension Case {
  /// The conflict after edits of anything but preferences.
  func applying(structural edits: [Edit]) -> Conflict {
    // Moves may depend on events, so these come first.
    var holding = conflict.events.map { $0.holds }
    for case .event(let index) in edits.map({ $0.target }) { holding[index].toggle() }
    if holding != conflict.events.map({ $0.holds }), let moves = moves(holding: holding) {
      var actors = conflict.actors
      for actor in actors.indices { actors[actor].moves = moves[actor] }
      return Conflict(
        actors: actors, stateCount: document.states.count, events: conflict.events, terms: conflict.terms
      ).applying(structural: edits)
    }
    return conflict.applying(structural: edits)
  }
}

extension Conflict {
  /// The conflict after edits, moves in graph form being those of its events then.
  fileprivate func applying(structural edits: [Edit]) -> Conflict {
    if edits.isEmpty { return self }
    var (actors, options, events) = (actors, options, events)
    var (droppedRules, droppedRequirements): (Set<Int>, Set<Int>) = ([], [])
    var more: [Condition] = []
    var droppedCannot: [Int: Set<Int>] = [:]
    for edit in edits {
      switch (edit.target, edit.change) {
      case (.event(let index), _): events[index].holds.toggle()
      case (.rule(let index), _): droppedRules.insert(index)
      case (.requirement(let index), _): droppedRequirements.insert(index)
      case (.cannot(let actor, let index), _): droppedCannot[actor, default: []].insert(index)
      case (.options(let bits), .removed): more += bits.map { .not(.taken($0)) }
      case (.options(let bits), let change):
        for bit in bits { options[bit].direction = change.direction ?? options[bit].direction }
      case (.move(let actor, let from, let to), _):
        actors[actor].moves[Int(from.code)].removeAll { $0 == to }
      case (.statement, _), (.tier, _), (.ranking, _), (.weight, _): break
      }
    }
    for (actor, indices) in droppedCannot {
      let kept = actors[actor].cannot.enumerated().filter { !indices.contains($0.offset) }
      actors[actor].cannot = kept.map { $0.element }
    }
    if case .graph(let stateCount) = form {
      return Conflict(actors: actors, stateCount: stateCount, events: events, terms: terms)
    }
    return Conflict(
      actors: actors, options: options, levelOptions: levelOptions, events: events, terms: terms,
      rules: rules.enumerated().filter { !droppedRules.contains($0.offset) }.map { $0.element } + more,
      requirements: requirements.enumerated().filter { !droppedRequirements.contains($0.offset) }
        .map { $0.element })
  }
}

extension Edit.Change {
  /// The way in which an option goes afterwards.
  fileprivate var direction: Option.Direction? {
    switch self {
    case .takeOnly: .take
    case .dropOnly: .drop
    case .bothWays: .both
    default: nil
    }
  }
}
