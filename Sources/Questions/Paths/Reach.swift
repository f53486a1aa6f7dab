package import ConflictModel
package import Stability

/// Everything that legal sequences reach from one state, and in how many steps.
///
/// This is status quo analysis (Li, Kilgour and Hipel 2005, Journal of the
/// Operational Research Society 56(6):699-707). In a legal sequence anybody moves
/// in any order, but nobody twice running. With *V_i⁽ᵗ⁾* the states at which
/// actor *i* can arrive by the last of *t* steps,
///
///     V_i⁽¹⁾   = R_i(s)
///     V_i⁽ᵗ⁺¹⁾ = the union of R_i(q) over all q in V_j⁽ᵗ⁾, for all j other than i
///
/// with *R_i⁺* in place of *R_i* when every step is to be an improvement. Only the
/// first step at which a (state, last mover) appears is kept.
///
///     let reach = Reach(from: 0, by: .improvements, in: solution)
///     reach.distance(to: 4)     // 1
///     reach.path(to: 4)         // [Step(actor: 2, state: State(4))]
///
/// States are given by position, as in the solution, which must be worked out.
package struct Reach: Sendable {
  /// The conflict with its moves and preferences.
  package let solution: Solution
  /// Where the sequences start, by position.
  package let start: Int
  /// What they are made of.
  package let kind: StepKind
  /// The first arrivals, by the number of steps.
  package private(set) var arrivals: [Arrival] = []
  /// Why the search ended early; nil when ``arrivals`` has everything.
  package private(set) var limit: Limit?

  private var index: ArrivalIndex
  /// For each position reached, its first arrival.
  private var first: [Int: Int] = [:]

  /// A state reached, with who moved last.
  package struct Arrival: Sendable, Hashable {
    /// The state, by position.
    package let position: Int
    /// Who moved last.
    package let mover: Int
    /// The fewest steps in which the mover can arrive there.
    package let step: Int
    /// The arrival that it came from, as an index; nil when it came from the start.
    /// Of those that lead here in so few steps, the one after which the sequence
    /// has changed least.
    package internal(set) var before: Int?
    /// How much such a sequence changes, step by step.
    package internal(set) var change: ChangeSize
    /// How many legal sequences of so many steps end so; `UInt64.max` for more than that.
    package internal(set) var ways: UInt64
  }

  /// Follows all legal sequences from a position.
  ///
  /// - Complexity: O((state, last mover) pairs reached · moves of the others
  ///   from there) time, 56 bytes for each pair.
  package init(from start: Int, by kind: StepKind, in solution: Solution, control: Control = Control()) {
    self.solution = solution
    self.start = start
    self.kind = kind
    let actorCount = solution.conflict.actors.count
    index = ArrivalIndex(stateCount: solution.states.count, actorCount: actorCount)
    var pace = Pace(control)
    let meter = ChangeMeter(solution.conflict)
    var next = -1
    while next < arrivals.count, limit == nil {
      let position = next < 0 ? start : arrivals[next].position
      let last = next < 0 ? nil : arrivals[next].mover
      let ways: UInt64 = next < 0 ? 1 : arrivals[next].ways
      let step = next < 0 ? 1 : arrivals[next].step + 1
      let change = next < 0 ? .none : arrivals[next].change
      for mover in 0..<actorCount where mover != last {
        let targets = solution.steps(kind, of: mover, from: position)
        for target in targets {
          let size = meter.size(from: solution.states[position], to: solution.states[target])
          arrive(
            Arrival(
              position: target, mover: mover, step: step, before: next < 0 ? nil : next,
              change: change + size, ways: ways))
        }
        if !pace.goesOn(after: targets.count + 4) { limit = pace.limit }
      }
      if next & 0xFFF == 0 { pace.report(.searching, next) }
      next += 1
    }
  }

  private mutating func arrive(_ arrival: Arrival) {
    if let known = index[arrival.position, arrival.mover] {
      guard arrivals[known].step == arrival.step else { return }
      let (sum, isTooLarge) = arrivals[known].ways.addingReportingOverflow(arrival.ways)
      arrivals[known].ways = isTooLarge ? .max : sum
      if arrival.change < arrivals[known].change {
        arrivals[known].before = arrival.before
        arrivals[known].change = arrival.change
      }
      return
    }
    index[arrival.position, arrival.mover] = arrivals.count
    if first[arrival.position] == nil { first[arrival.position] = arrivals.count }
    arrivals.append(arrival)
  }
}

extension Reach {
  /// The positions reached by one step or more, rising; the start is among them
  /// only when a sequence comes back to it.
  package var positions: [Int] { first.keys.sorted() }

  /// How many there are.
  package var positionCount: Int { first.count }

  /// How many steps the furthest other state takes; 0 when there is none.
  package var stepCount: Int {
    positions.filter { $0 != start }.compactMap { distance(to: $0) }.max() ?? 0
  }

  /// Whether the position is the start or reached from it.
  package func contains(_ position: Int) -> Bool {
    position == start || first[position] != nil
  }

  /// The fewest steps that lead to a position: 0 for the start, nil when none do.
  package func distance(to position: Int) -> Int? {
    position == start ? 0 : first[position].map { arrivals[$0].step }
  }

  /// When the actor can first arrive at a position by the last step; nil for never.
  package func step(of mover: Int, at position: Int) -> Int? {
    index[position, mover].map { arrivals[$0].step }
  }

  /// Where among ``arrivals`` the actor's arrival at a position is.
  func arrival(of mover: Int, at position: Int) -> Int? { index[position, mover] }

  /// A shortest legal sequence to a position, of these the one that changes least;
  /// none for the start, nil when there is none.
  package func path(to position: Int) -> [Step]? {
    if position == start { return [] }
    guard var index = plainest(at: position) else { return nil }
    var steps: [Step] = []
    while true {
      let arrival = arrivals[index]
      steps.append(Step(actor: arrival.mover, state: solution.states[arrival.position]))
      guard let before = arrival.before else { return steps.reversed() }
      index = before
    }
  }

  /// Of the first arrivals at a position, the one whose sequence changes least.
  private func plainest(at position: Int) -> Int? {
    guard var best = first[position] else { return nil }
    for mover in solution.conflict.actors.indices {
      guard let other = index[position, mover], arrivals[other].step == arrivals[best].step else { continue }
      if arrivals[other].change < arrivals[best].change { best = other }
    }
    return best
  }

  /// Whether the plainest sequence to one position is plainer than that to another, both of them the start
  /// or reached: fewer steps, then a smaller change, then the lower position.
  package func isPlainer(_ left: Int, than right: Int) -> Bool {
    let (one, other) = (cost(of: left), cost(of: right))
    return one == other ? left < right : one < other
  }

  /// Of some positions the one to which the plainest sequence leads; nil when none leads to any of them.
  ///
  /// Whoever tells one way to an outcome tells this one: ``path(to:)`` of the nearest of its states.
  package func nearest(of positions: [Int]) -> Int? {
    positions.filter(contains).min(by: isPlainer)
  }

  /// What the plainest sequence to a position costs: its steps, then what they change.
  private func cost(of position: Int) -> (steps: Int, change: ChangeSize) {
    if position == start { return (0, .none) }
    return plainest(at: position).map { (arrivals[$0].step, arrivals[$0].change) } ?? (.max, .none)
  }

  /// How many shortest legal sequences lead to a position; `UInt64.max` for more than that.
  package func shortestCount(to position: Int) -> UInt64 {
    guard let nearest = first[position] else { return position == start ? 1 : 0 }
    var count: UInt64 = 0
    for mover in solution.conflict.actors.indices {
      guard let arrival = index[position, mover], arrivals[arrival].step == arrivals[nearest].step else {
        continue
      }
      let (sum, isTooLarge) = count.addingReportingOverflow(arrivals[arrival].ways)
      if isTooLarge { return .max }
      count = sum
    }
    return count
  }
}
