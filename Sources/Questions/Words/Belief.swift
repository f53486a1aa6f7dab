package import ConflictModel
package import Stability

/// The same conflict with somebody's words taken for its first wish, and what
/// that changes: whether a threat would deter if it were believed.
package struct Belief: Sendable {
  /// The words.
  package let declaration: Declaration
  /// What lasts when they are believed, under the same concepts.
  package let solution: Solution
  /// For each concept decided in both, what changes.
  package let changes: [Change]

  /// What belief changes under one concept. Positions count in both solutions alike.
  package struct Change: Sendable {
    /// The concept.
    package var concept: Concept
    /// The equilibria as things stand, and when the words are believed.
    package var before: Selection
    /// The equilibria when the words are believed.
    package var after: Selection
    /// Those among ``before`` where the condition of the words holds.
    package var applyingBefore: Int
    /// Those among ``after`` where it does.
    package var applyingAfter: Int
    /// For each target, how its best and its worst equilibrium change.
    package var targets: [Prospect]

    /// The equilibria that only belief makes.
    package var appearing: Selection { after.subtracting(before) }
    /// The equilibria that belief unmakes.
    package var vanishing: Selection { before.subtracting(after) }
  }

  /// How one actor fares at the equilibria before and after.
  package struct Prospect: Sendable, Hashable {
    /// The actor.
    package var actor: Int
    /// 1 when the best equilibrium after is better for it than the best before,
    /// -1 when it is worse, 0 when it is as good; nil when either has none.
    package var best: Int?
    /// The same of the worst equilibrium.
    package var worst: Int?
  }

  /// What belief does.
  package enum Effect: String, Sendable, Hashable {
    /// Nothing lasts any more.
    case nothingLasts
    /// The condition held at some equilibrium and holds at none any more.
    case deters
    /// The condition held at none and holds at some.
    case bringsAbout
    /// The condition held and holds at some equilibria, not the same ones.
    case shifts
    /// The condition holds at no equilibrium either way, though they change.
    case elsewhere
    /// The equilibria are the same.
    case nothing
  }
}

extension Belief.Change {
  /// What belief does under this concept.
  package var effect: Belief.Effect {
    if before == after { return .nothing }
    if after.isEmpty { return .nothingLasts }
    switch (applyingBefore > 0, applyingAfter > 0) {
    case (true, false): return .deters
    case (false, true): return .bringsAbout
    case (true, true): return .shifts
    case (false, false): return .elsewhere
    }
  }
}

extension Belief {
  /// What `solution` and the solution of ``Declaration/believed(in:limit:)`` say,
  /// beside each other.
  package init(_ declaration: Declaration, before: Solution, after: Solution) {
    self.declaration = declaration
    solution = after
    let applies = before.states(where: declaration.condition)
    let concepts = before.concepts.filter { after.concepts.contains($0) }
    changes = concepts.map { concept in
      let old = before.equilibria(concept)
      let new = after.equilibria(concept)
      // The targets' wishes are the same in both, so ranks of one serve for both.
      let prospects = declaration.targets.map { target in
        guard let was = before.extremes(of: target, among: old),
          let is_ = before.extremes(of: target, among: new)
        else { return Prospect(actor: target, best: nil, worst: nil) }
        return Prospect(
          actor: target, best: before.liking(of: target, for: is_.best, over: was.best),
          worst: before.liking(of: target, for: is_.worst, over: was.worst))
      }
      return Change(
        concept: concept, before: old, after: new,
        applyingBefore: old.intersection(applies).count,
        applyingAfter: new.intersection(applies).count, targets: prospects)
    }
  }
}

extension Declaration {
  /// The conflict with the words put before everything that the declarer wants;
  /// the rest of its order decides between states that are alike in them.
  ///
  /// - Parameters:
  ///   - solution: The conflict as it is, worked out.
  ///   - limit: The most states that are ranked one by one, which takes a
  ///     ranking or weights.
  ///
  /// - Returns: Nil when more states than `limit` would have to be ranked.
  package func believed(in solution: Solution, limit: Int = 1 << 16) -> Conflict? {
    let conflict = solution.conflict
    let preference: Preference
    switch conflict.actors[actor].preference {
    case .statements(let statements): preference = .statements([wish] + statements)
    case .indifferent: preference = .statements([wish])
    case .ranking, .weights:
      if solution.states.count > limit || !solution.isListed { return nil }
      let isKept = solution.states(where: wish)
      let tiers = solution.tiers(of: actor)
      preference = .ranking(
        [true, false].flatMap { value in
          tiers.compactMap { tier in
            let part = tier.filter { isKept.contains($0) == value }.map { solution.states[$0] }
            return part.isEmpty ? nil : part
          }
        })
    }
    return conflict.replacing(preferenceOf: actor, by: preference)
  }
}

extension Conflict {
  /// The same conflict with another preference of one actor.
  func replacing(preferenceOf actor: Int, by preference: Preference) -> Conflict {
    var actors = actors
    actors[actor].preference = preference
    switch form {
    case .graph(let stateCount):
      return Conflict(actors: actors, stateCount: stateCount, events: events, terms: terms)
    case .options:
      return Conflict(
        actors: actors, options: options, levelOptions: levelOptions, events: events, terms: terms,
        rules: rules, requirements: requirements)
    }
  }
}
