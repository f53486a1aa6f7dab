internal import ConflictModel
internal import Stability

/// What coalitions can bring about from single states.
///
/// The moves of a coalition *H* from *s* are what legal sequences of its members
/// reach: they move in any order and any number of times, never the same twice
/// running; *R_H(s)*. An improvement of the coalition ends better than *s* for
/// every member, whatever the steps on the way are: *CR_H⁺(s)* (Kilgour, Hipel,
/// Fang and Peng 2001, Group Decision and Negotiation 10, 159-175). A coalition of
/// one has its single moves and improvements.
struct CoalitionMoves {
  let tables: CoalitionTables
  private var sequences: Sequences
  private var pace: Pace
  /// The credible answers of one set of others, while it is asked about.
  private var credible: (others: Int, table: ReachTable?)?

  init(_ tables: CoalitionTables, control: Control = Control()) {
    self.tables = tables
    sequences = Sequences(tables)
    pace = Pace(control)
  }

  private var count: Int { tables.graph.states.count }

  /// *R_H(s)*.
  mutating func reach(of coalition: Int, from position: Int) throws(StateGraph.Stopped) -> Positions {
    if let table = tables.reach[coalition] {
      try pace.count(table.rows.wordCount)
      return table.row(from: position)
    }
    return try sequences.reach(of: coalition, from: position, &pace)
  }

  /// *CR_H⁺(s)*.
  mutating func improvements(
    of coalition: Int, from position: Int
  ) throws(StateGraph.Stopped) -> Positions {
    var ends = try reach(of: coalition, from: position)
    let better = tables.better(than: position, for: coalition)
    for word in ends.words.indices { ends.words[word] &= better.words[word] }
    return ends
  }

  /// A shortest legal sequence of the coalition to each of the targets.
  mutating func ways(
    of coalition: Int, from start: Int, to targets: [Int]
  ) throws(StateGraph.Stopped) -> [Int: [Step]] {
    try sequences.ways(of: coalition, from: start, to: targets, &pace)
  }

  /// What the sub-coalitions of a coalition reach by legal sequences of their
  /// improvements: each step is a coalitional improvement of the sub-coalition that
  /// makes it, from where it is made, and none moves twice running.
  mutating func credibleReach(
    of coalition: Int, from start: Int
  ) throws(StateGraph.Stopped) -> Positions {
    let coalition = tables.answering(among: coalition)
    if credible?.others != coalition {
      credible = (coalition, try credibleTable(of: coalition))
    }
    if let table = credible?.table { return table.row(from: start) }
    return try followCredible(coalition, from: start)
  }

  /// Where nobody gains by moving twice running, all that is reached, by closing what
  /// single sub-coalitions do; nil where that takes too much memory or somebody does.
  private mutating func credibleTable(
    of coalition: Int
  ) throws(StateGraph.Stopped) -> ReachTable? {
    guard tables.isTransitive, coalition == 0 || tables.reach[coalition] != nil else { return nil }
    var steps = BitRows(count, over: count)
    for position in 0..<count {
      let base = position * steps.wordCount
      var part = coalition
      while part != 0 {
        let ends = try improvements(of: part, from: position)
        for word in 0..<steps.wordCount { steps.words[base + word] |= ends.words[word] }
        part = (part - 1) & coalition
      }
    }
    return try ReachTable(closing: steps, count: count, pace: &pace)
  }

  /// The same for one start. A state that two sub-coalitions come to may be left by
  /// any; one that a single one comes to, by any other.
  private mutating func followCredible(
    _ coalition: Int, from start: Int
  ) throws(StateGraph.Stopped) -> Positions {
    var found = Positions(over: count)
    // For each position the sub-coalition that came there first; -1 when others did
    // as well, 0 when none did.
    var firstThere = [Int](repeating: 0, count: count)
    /// What is to be followed: from where, by all but one sub-coalition or by it alone.
    var queue: [(position: Int, part: Int, isAlone: Bool)] = [(start, 0, false)]
    var next = 0
    while next < queue.count {
      let (position, last, isAlone) = queue[next]
      next += 1
      var part = coalition
      while part != 0 {
        if (part == last) == isAlone {
          try improvements(of: part, from: position).forEach { target in
            found.insert(target)
            if firstThere[target] == 0 {
              firstThere[target] = part
              queue.append((target, part, false))
            } else if firstThere[target] > 0, firstThere[target] != part {
              queue.append((target, firstThere[target], true))
              firstThere[target] = -1
            }
            return true
          }
        }
        part = (part - 1) & coalition
      }
      try pace.count(64)
    }
    return found
  }
}
