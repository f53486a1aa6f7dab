internal import ConflictModel

/// The search for a joint answer under `sim`: from the state itself, one or more
/// of the others take one of their improvements, together with the focal actor.
struct JointAnswers {
  let tables: Tables
  /// For each actor the bits that its improvements from the state change.
  private(set) var changes: [[UInt64]]
  private var list: [UInt32] = []
  private var code: UInt64 = 0

  init(_ tables: Tables) {
    self.tables = tables
    changes = [[UInt64]](repeating: [], count: tables.moves.count)
  }

  /// Looks at the improvements that everybody has from `position`.
  mutating func settle(at position: Int) -> Int {
    code = tables.positions.codes[position]
    var work = 0
    for actor in changes.indices {
      list.removeAll(keepingCapacity: true)
      tables.appendImprovements(of: actor, from: position, to: &list)
      changes[actor] = list.map { tables.positions.codes[Int($0)] ^ code }
      work += list.count + 1
    }
    return work
  }

  /// The first joint answer that leaves the focal actor, who makes the given
  /// change, at `rank` or below: for each of the others, by index, what it
  /// changes, or nothing. Nil when there is none or the work was stopped.
  func answer(
    to change: UInt64, of focal: Int, keepingTo rank: UInt32, pace: inout Pace
  ) -> [(actor: Int, change: UInt64)]? {
    let others = changes.indices.filter { $0 != focal && !changes[$0].isEmpty }
    var chosen: [(actor: Int, change: UInt64)] = []
    let isFound = extend(
      &chosen, from: code ^ change, others[...], pace: &pace
    ) { [tables] joint in
      guard let position = tables.positions.find(joint) else { return false }
      return tables.ranks[focal][position] <= rank
    }
    return isFound ? chosen : nil
  }

  /// Extends the choice by those who are left, in every way until one will do.
  private func extend(
    _ chosen: inout [(actor: Int, change: UInt64)], from joint: UInt64, _ left: ArraySlice<Int>,
    pace: inout Pace, until spoils: (UInt64) -> Bool
  ) -> Bool {
    guard let actor = left.first else { return !chosen.isEmpty && spoils(joint) }
    guard pace.goesOn() else { return false }
    if extend(&chosen, from: joint, left.dropFirst(), pace: &pace, until: spoils) { return true }
    for change in changes[actor] {
      chosen.append((actor, change))
      if extend(&chosen, from: joint ^ change, left.dropFirst(), pace: &pace, until: spoils) {
        return true
      }
      chosen.removeLast()
      guard pace.goesOn() else { return false }
    }
    return false
  }
}
