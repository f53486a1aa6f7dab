internal import CaseFile
internal import ConflictModel
package import Stability

/// How often each value of something occurs in a set of states.
package struct Tally: Sendable, Hashable {
  /// For each value, the number of states that have it. An option, a joint option
  /// or an outcome has the values no and yes; a level option its levels.
  package var counts: [Int]

  /// So often each value.
  package init(counts: [Int]) { self.counts = counts }

  /// The values that occur.
  package var values: [Int] { counts.indices.filter { counts[$0] > 0 } }

  /// The only value that occurs, if there is but one.
  package var only: Int? { values.count == 1 ? values[0] : nil }

  /// Whether a yes-or-no matter is yes in every state.
  package var isAlways: Bool { only == 1 }

  /// Whether a yes-or-no matter is no in every state.
  package var isNever: Bool { only == 0 }
}

/// What always holds, never holds or is free across some states, per row of the
/// table and per named outcome.
package struct Holdings: Sendable, Hashable {
  /// The number of states.
  package let count: Int
  /// For each row, by group and place in it.
  package let rows: [[Tally]]
  /// For each outcome.
  package let outcomes: [Tally]
}

extension SolvedCase {
  /// Counts over the selected states; with none, nothing holds always and nothing never.
  ///
  /// - Complexity: O(slots · (options + outcomes + size of joint options) / 64)
  package func holdings(of selection: Selection) -> Holdings {
    let taken = solution.tally(selection)
    let rows = Row.groups(of: subject).map { group in
      group.rows.map { row -> Tally in
        switch row.kind {
        case .option(let option): return Tally(yes: taken[option], of: selection.count)
        case .joint:
          let all = solution.states(where: .all(row.options.map { .taken($0) }))
          return Tally(yes: selection.intersection(all).count, of: selection.count)
        case .level:
          // Whoever is above a threshold is above those before it.
          let reached = [selection.count] + row.options.map { taken[$0] } + [0]
          return Tally(counts: zip(reached, reached.dropFirst()).map { $0 - $1 })
        }
      }
    }
    let outcomes = outcomeStates.map {
      Tally(yes: selection.intersection($0).count, of: selection.count)
    }
    return Holdings(count: selection.count, rows: rows, outcomes: outcomes)
  }
}

extension Tally {
  /// Of a yes-or-no matter: how often it is yes in so many states.
  package init(yes: Int, of count: Int) {
    counts = [count - yes, yes]
  }
}
