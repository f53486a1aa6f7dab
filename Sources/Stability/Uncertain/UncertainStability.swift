package import ConflictModel
internal import StateSets

/// Where actors are stable when what they prefer need not be known, in each of
/// the four types, under `nash`, `gmr`, `smr` and `seq`.
///
///     let solution = try graph.solveUnknown { actor, state, other in … }
///     solution.equilibria(.seq, .a)   // last whatever the doubtful actors make of their doubts
package struct UncertainStability: Sendable {
  /// The concepts that are defined for unknown preference and for its strength.
  package static let concepts: [Concept] = [.nash, .gmr, .smr, .seq]

  /// The most states that are decided: each is compared with each.
  package static let stateLimit = 4_000

  private struct Key: Hashable {
    let concept: Concept
    let type: UncertaintyType
  }

  private let stable: [Key: [Selection]]

  fileprivate init(_ views: [ActorView], _ graph: StateGraph) {
    var stable: [Key: [Selection]] = [:]
    for concept in Self.concepts {
      for type in UncertaintyType.allCases {
        stable[Key(concept: concept, type: type)] = views.map { view in
          Selection(view.sets[ActorView.Key(concept: concept, type: type)]!, of: graph.states)
        }
      }
    }
    self.stable = stable
  }

  /// The positions where the actor is stable under the concept, in the sense of the type.
  package func stable(_ concept: Concept, _ type: UncertaintyType, actor: Int) -> Selection {
    sets(concept, type)[actor]
  }

  /// The positions where every actor is.
  package func equilibria(_ concept: Concept, _ type: UncertaintyType) -> Selection {
    let sets = sets(concept, type)
    return sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
  }

  private func sets(_ concept: Concept, _ type: UncertaintyType) -> [Selection] {
    guard let sets = stable[Key(concept: concept, type: type)] else {
      preconditionFailure("the concept is not defined for unknown preference")
    }
    return sets
  }
}

/// Where actors are strongly stable: held by answers that leave them much worse off.
///
///     let solution = try graph.solveStrength { actor, state, other in … }
///     solution.equilibria(.gmr)   // every improvement is answered by something much worse
///
/// A state that lasts in the usual sense and not in this one is *weakly* stable.
package struct StrongStability: Sendable {
  private let stable: [Concept: [Selection]]

  fileprivate init(_ views: [ActorView], _ graph: StateGraph) {
    var stable: [Concept: [Selection]] = [:]
    for concept in UncertainStability.concepts {
      stable[concept] = views.map {
        Selection($0.sets[ActorView.Key(concept: concept, type: nil)]!, of: graph.states)
      }
    }
    self.stable = stable
  }

  /// The positions where the actor is strongly stable; under `nash`, where it is
  /// stable, since there is nothing to answer.
  package func stable(_ concept: Concept, actor: Int) -> Selection {
    guard let sets = stable[concept] else { preconditionFailure("the concept has no strong form") }
    return sets[actor]
  }

  /// The positions where every actor is.
  package func equilibria(_ concept: Concept) -> Selection {
    guard let sets = stable[concept] else { preconditionFailure("the concept has no strong form") }
    return sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
  }
}

extension StateGraph {
  /// Decides the four types of stability under unknown preference.
  ///
  /// - Parameters:
  ///   - control: When to stop.
  ///   - relation: How an actor likes the state at a position beside the one at
  ///     another; degrees make no difference.
  ///
  /// - Throws: ``Stopped`` above ``UncertainStability/stateLimit`` states, or when
  ///   `control` said stop.
  ///
  /// - Complexity: O(actors · states²) calls of `relation`, and as many bits.
  package func solveUnknown(
    control: Control = Control(), relation: (_ actor: Int, _ position: Int, _ beside: Int) -> Relation
  ) throws(Stopped) -> UncertainStability {
    UncertainStability(try views(strength: false, control, relation), self)
  }

  /// Decides strong stability for preferences in two degrees.
  ///
  /// - Parameters:
  ///   - control: When to stop.
  ///   - relation: How an actor likes the state at a position beside the one at
  ///     another; nothing is unknown.
  ///
  /// - Throws: ``Stopped`` above ``UncertainStability/stateLimit`` states, or when
  ///   `control` said stop.
  ///
  /// - Complexity: O(actors · states²) calls of `relation`, and as many bits.
  package func solveStrength(
    control: Control = Control(), relation: (_ actor: Int, _ position: Int, _ beside: Int) -> Relation
  ) throws(Stopped) -> StrongStability {
    StrongStability(try views(strength: true, control, relation), self)
  }

  private func views(
    strength: Bool, _ control: Control, _ relation: (Int, Int, Int) -> Relation
  ) throws(Stopped) -> [ActorView] {
    if states.count > UncertainStability.stateLimit {
      throw Stopped(limit: .states(UInt64(UncertainStability.stateLimit)))
    }
    var pace = Pace(control)
    let actors = moves.indices
    let targets = actors.map { actor in
      states.indices.map { position -> [UInt32] in
        var list: [UInt32] = []
        moves[actor].appendTargets(of: position, to: &list)
        return list
      }
    }
    var views: [ActorView] = []
    for actor in actors {
      pace.report(.preparing, actor, of: 2 * actors.count)
      guard
        let view = ActorView(
          moves: targets[actor], stateCount: states.count, pace: &pace,
          relation: { relation(actor, $0, $1) })
      else { throw Stopped(limit: pace.limit ?? .interrupted) }
      views.append(view)
    }
    // The others step to what is better for them, or may be.
    let steps = views.map { view in
      states.indices.map { position in
        view.moves[position].filter { view.isGain(Int($0), from: position, includingUnknown: true) }
      }
    }
    for actor in actors {
      pace.report(.solving, actors.count + actor, of: 2 * actors.count)
      let others = actors.filter { $0 != actor }
      guard let any = AnswerSets(others: others, stateCount: states.count, steps: targets, pace: &pace),
        let credible = AnswerSets(others: others, stateCount: states.count, steps: steps, pace: &pace),
        views[actor].decide(strength: strength, any: any, credible: credible, pace: &pace)
      else { throw Stopped(limit: pace.limit ?? .interrupted) }
    }
    return views
  }
}
