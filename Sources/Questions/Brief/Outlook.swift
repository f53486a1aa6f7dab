package import CaseFile
package import ConflictModel
package import Stability

/// What becomes of the present and of each outcome in one variant of a case.
package struct Outlook: Sendable, Hashable {
  /// How many states last.
  package var count: Int
  /// For each outcome, whether any of its states does.
  package var lasting: [Bool]
  /// The actors who would leave the present, by index; nil where there is none, or it cannot be.
  package var leaving: [Int]?

  /// What a solution says that decides the concept.
  package init(_ solution: Solution, of subject: Case, under concept: Concept) {
    let equilibria = solution.equilibria(concept)
    count = equilibria.count
    lasting = subject.outcomes.map {
      !equilibria.intersection(solution.states(where: $0.condition)).isEmpty
    }
    leaving = subject.statusQuo.flatMap { solution.states.position(of: $0.state) }.map { position in
      solution.conflict.actors.indices.filter {
        !solution.isStable(concept, actor: $0, position: position)
      }
    }
  }

  fileprivate init(_ found: Worlds.Found, _ world: Worlds.World) {
    count = found.equilibria
    lasting = found.outcomes.map { $0 > 0 }
    leaving = world.statusQuo == nil ? nil : world.leaving
  }
}

/// One event that is otherwise than the case says, or one actor that is read otherwise.
package struct Turn: Sendable, Hashable {
  /// What is otherwise.
  package var dimension: Worlds.Dimension
  /// Which of its values it has instead, by index.
  package var value: Int
  /// What becomes of the present and the outcomes; nil where the case has no meaning then.
  package var outlook: Outlook?
}

extension Worlds {
  /// What each value of the only thing that varies would bring, but the one that the case has.
  func turns(of dimension: Dimension) -> [Turn] {
    worlds.compactMap { world in
      guard let value = world.values.first, value != Self.present(dimension, subject) else { return nil }
      return Turn(dimension: dimension, value: value, outlook: found(world).map { Outlook($0, world) })
    }
  }

  /// The value that the case has.
  private static func present(_ dimension: Dimension, _ subject: Case) -> Int {
    if case .event(let index) = dimension.kind { subject.conflict.events[index].holds ? 1 : 0 } else { 0 }
  }
}
