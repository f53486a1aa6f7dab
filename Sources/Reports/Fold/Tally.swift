internal import CaseFile
internal import ConflictModel

/// How often each value of something occurs in a set of states.
struct Tally: Sendable, Hashable {
  /// For each value, the number of states that have it. An option, a joint option
  /// or an outcome has the values no and yes; a level option its levels.
  var counts: [Int]

  /// The values that occur.
  var values: [Int] { counts.indices.filter { counts[$0] > 0 } }

  /// The only value that occurs, if there is but one.
  var only: Int? { values.count == 1 ? values[0] : nil }

  /// Whether a yes-or-no matter is yes in every state.
  var isAlways: Bool { only == 1 }

  /// Whether a yes-or-no matter is no in every state.
  var isNever: Bool { only == 0 }
}

/// What always holds, never holds or is free across some states, per row of the
/// table and per named outcome.
struct Holdings: Sendable, Hashable {
  /// The number of states.
  let count: Int
  /// For each row, by group and place in it.
  let rows: [[Tally]]
  /// For each outcome.
  let outcomes: [Tally]
}

extension Holdings {
  /// Counts over the given states; with none, nothing holds always and nothing never.
  ///
  /// - Complexity: O(states · (options + size of the outcomes' conditions))
  init(of states: some Sequence<State>, names: Names) {
    let conflict = names.conflict
    let predicates = names.subject.outcomes.map { conflict.predicate($0.condition) }
    var rows = names.groups.map { group in
      group.rows.map { row in
        if case .level(let index) = row.kind {
          return Tally(counts: Array(repeating: 0, count: conflict.levelOptions[index].levels.count))
        }
        return Tally(counts: [0, 0])
      }
    }
    var outcomes = predicates.map { _ in Tally(counts: [0, 0]) }
    var count = 0
    for state in states {
      count += 1
      for (group, members) in names.groups.enumerated() {
        for (place, row) in members.rows.enumerated() {
          rows[group][place].counts[row.value(in: state)] += 1
        }
      }
      for (index, predicate) in predicates.enumerated() {
        outcomes[index].counts[predicate(state) ? 1 : 0] += 1
      }
    }
    self.count = count
    self.rows = rows
    self.outcomes = outcomes
  }
}

extension Row {
  /// Whether the row is about an option with levels.
  var isLevel: Bool {
    if case .level = kind { true } else { false }
  }

  /// The row's value in a state: the level, or 1 when everything is taken.
  func value(in state: State) -> Int {
    isLevel
      ? options.reduce(0) { $0 + (state.takes($1) ? 1 : 0) }
      : options.allSatisfy { state.takes($0) } ? 1 : 0
  }
}
