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
    code = tables.slots.code(of: position)
    var work = 0
    for actor in changes.indices {
      list.removeAll(keepingCapacity: true)
      tables.appendImprovements(of: actor, from: position, to: &list)
      changes[actor] = list.map { tables.slots.code(of: Int($0)) ^ code }
      work += list.count + 1
    }
    return work
  }

  /// Tries the plainest of each actor's improvements from `position` first.
  mutating func sort(by meter: ChangeMeter, from position: Int) {
    let old = State(tables.slots.code(of: position))
    for actor in changes.indices {
      list.removeAll(keepingCapacity: true)
      tables.appendImprovements(of: actor, from: position, to: &list)
      let ranks = tables.ranks[actor]
      func state(_ slot: UInt32) -> State { State(tables.slots.code(of: Int(slot))) }
      list.sort {
        meter.isPlainer(
          state($0), than: state($1), from: old, liked: (ranks[Int($0)], ranks[Int($1)]))
      }
      changes[actor] = list.map { tables.slots.code(of: Int($0)) ^ code }
    }
  }

  /// The first joint answer that leaves the focal actor, who makes the given
  /// change, at `rank` or below: for each of the others, by index, what it
  /// changes, or nothing. Nil when there is none or the work was stopped.
  func answer(
    to change: UInt64, of focal: Int, keepingTo rank: UInt32, pace: inout Pace
  ) -> [(actor: Int, change: UInt64)]? {
    let others = changes.indices.filter { $0 != focal && !changes[$0].isEmpty }
    var search = JointSearch(
      slots: tables.slots, ranks: tables.ranks[focal], rank: rank,
      choices: others.map { ($0, changes[$0]) })
    return search.extend(0, from: code ^ change, &pace) ? search.chosen : nil
  }
}

/// One search for a joint answer. It holds what it reads by itself, since
/// reaching into ``Tables`` at every step costs more than the step.
private struct JointSearch {
  let slots: Slots
  /// The focal actor's ranks, and the one that it must not get above.
  let ranks: Ranks
  let rank: UInt32
  /// Who can take part, and in which ways.
  let choices: [(actor: Int, changes: [UInt64])]
  /// Who does.
  private(set) var chosen: [(actor: Int, change: UInt64)] = []

  init(
    slots: Slots, ranks: Ranks, rank: UInt32, choices: [(actor: Int, changes: [UInt64])]
  ) {
    self.slots = slots
    self.ranks = ranks
    self.rank = rank
    self.choices = choices
  }

  /// Extends the choice by those from `index` on, in every way until one will do.
  mutating func extend(_ index: Int, from joint: UInt64, _ pace: inout Pace) -> Bool {
    if index == choices.count { return !chosen.isEmpty && spoils(joint) }
    guard pace.goesOn() else { return false }
    if extend(index + 1, from: joint, &pace) { return true }
    for change in choices[index].changes {
      chosen.append((choices[index].actor, change))
      if extend(index + 1, from: joint ^ change, &pace) { return true }
      chosen.removeLast()
      guard pace.goesOn() else { return false }
    }
    return false
  }

  private func spoils(_ joint: UInt64) -> Bool {
    guard let slot = slots.find(joint) else { return false }
    return ranks[slot] <= rank
  }
}
