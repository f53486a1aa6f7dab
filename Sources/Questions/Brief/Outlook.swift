package import CaseFile
package import ConflictModel
package import Stability

/// What becomes of the present and of each outcome in one variant of a case.
package struct Outlook: Sendable, Hashable {
  /// How many states last.
  package var count: Int
  /// How many of them belong to no outcome; nil where that was not counted.
  package var unnamed: Int?
  /// For each outcome, whether any of its states does.
  package var lasting: [Bool]
  /// For each state that the present may be, the actors who would leave it, by index; nil where it
  /// cannot be. Empty where the case names no present.
  package var leaving: [[Int]?]

  /// What a solution says that decides the concept.
  package init(_ solution: Solution, of subject: Case, under concept: Concept) {
    let equilibria = solution.equilibria(concept)
    count = equilibria.count
    let named = subject.outcomes.map { equilibria.intersection(solution.states(where: $0.condition)) }
    lasting = named.map { !$0.isEmpty }
    unnamed = named.reduce(equilibria) { $0.subtracting($1) }.count
    leaving = subject.statusQuos.map { state in
      solution.states.position(of: state).map { position in
        solution.conflict.actors.indices.filter {
          !solution.isStable(concept, actor: $0, position: position)
        }
      }
    }
  }

  /// What was found in worlds that differ only in the present; nil where none of them can be.
  fileprivate init?(_ worlds: [Worlds.World], in all: Worlds) {
    let solved = worlds.filter { all.found($0) != nil }
    guard let first = solved.first, let found = all.found(first) else { return nil }
    count = found.equilibria
    lasting = found.outcomes.map { $0 > 0 }
    unnamed = found.outcomes.isEmpty ? count : nil
    let presents = all.subject.statusQuos
    leaving =
      presents.count == 1
      ? [first.statusQuo == nil ? nil : first.leaving]
      : presents.map { state in solved.first { $0.statusQuo == state }?.leaving }
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
  /// What each value of the only thing that varies besides the present would bring, but the one that
  /// the case has.
  func turns(of dimension: Dimension) -> [Turn] {
    let now = Self.present(dimension, subject)
    return dimension.values.indices.filter { $0 != now }.map { value in
      let variants = worlds.filter { $0.values.first == value }
      return Turn(dimension: dimension, value: value, outlook: Outlook(variants, in: self))
    }
  }

  /// The value that the case has.
  private static func present(_ dimension: Dimension, _ subject: Case) -> Int {
    if case .event(let index) = dimension.kind { subject.conflict.events[index].holds ? 1 : 0 } else { 0 }
  }
}
