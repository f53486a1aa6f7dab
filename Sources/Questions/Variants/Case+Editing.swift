package import CaseFile
package import ConflictModel

extension Case {
  /// The conflict after the edits, made in the order given.
  ///
  ///     let calmer = suspects.conflict(after: [suspects.edits[0]])
  package func conflict(after edits: [Edit]) -> Conflict {
    var conflict = applying(structural: edits.filter { $0.preferenceActor == nil })
    var actors = conflict.actors
    for actor in actors.indices {
      actors[actor].preference = actors[actor].preference.applying(
        edits.filter { $0.preferenceActor == actor })
    }
    if case .graph(let stateCount) = conflict.form {
      return Conflict(
        actors: actors, stateCount: stateCount, events: conflict.events, terms: conflict.terms)
    }
    conflict = Conflict(
      actors: actors, options: conflict.options, levelOptions: conflict.levelOptions,
      events: conflict.events, terms: conflict.terms, rules: conflict.rules,
      requirements: conflict.requirements)
    return conflict
  }
}
