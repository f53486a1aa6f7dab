internal import ConflictModel
internal import StateSets

/// Finds the reasons for one verdict by searching forward from its state.
struct Witness<Space: ReasonSpace> {
  private var space: Space
  /// Where others move at the same time, under `sim`.
  private let tables: Tables?
  let concept: Concept
  let focal: Int
  let start: Int
  let answerLimit: Int
  /// Nil for a canonical certificate.
  let meter: ChangeMeter?
  /// The arrivals seen, and the departures followed, in the search under way: by
  /// slot and mover. Made once, and cleared after each search by going through
  /// what was found, since they may be far larger than that.
  private var isSeen: StateSet
  private var isFollowed: StateSet
  private var pace: Pace

  /// How well the focal actor likes the state itself.
  private let rank: Space.Rank

  init(
    _ space: Space, tables: Tables?, concept: Concept, focal: Int, start: Int, answerLimit: Int,
    meter: ChangeMeter?, _ control: Control
  ) {
    pace = Pace(control)
    self.meter = meter
    self.space = space
    self.tables = tables
    rank = self.space.rank(focal, start)
    self.concept = concept
    self.focal = focal
    self.start = start
    self.answerLimit = answerLimit
    isSeen = StateSet(over: concept.isSequential ? space.slotCount * space.actorCount : 0)
    isFollowed = isSeen
  }

  /// Nil when the limit was reached, or more states came up than there are slots.
  mutating func finding() throws(StateGraph.Stopped) -> Certificate.Finding? {
    var improvements: [UInt32] = []
    space.appendImprovements(of: focal, from: start, to: &improvements)
    if space.isExceeded { return nil }
    sort(&improvements, from: start)
    var joint = tables.map { JointAnswers($0) }
    if concept == .sim, !improvements.isEmpty {
      _ = joint?.settle(at: start)
      if let meter { joint?.sort(by: meter, from: start) }
    }
    var deterrences: [Deterrence] = []
    for improvement in improvements {
      let target = Int(improvement)
      let result: Result =
        switch concept {
        case .nash: .escape(.noAnswerCounts)
        case .sim: try jointAnswer(to: target, joint)
        case .gmr, .smr, .seq, .sseq: try sequence(from: target)
        }
      if space.isExceeded { return nil }
      switch result {
      case .tooLong:
        return nil
      case .escape(let reason):
        return .unstable(Escape(improvement: state(target), reason: reason))
      case .sanction(let sanction):
        deterrences.append(Deterrence(improvement: state(target), sanction: sanction))
      }
    }
    return .stable(deterrences)
  }

  private enum Result {
    case sanction(Sanction)
    case escape(Escape.Reason)
    case tooLong
  }

  private func state(_ position: Int) -> State {
    space.state(position)
  }

  /// Searches breadth first over (state, last mover) for a shortest sequence of
  /// the others that spoils the improvement.
  private mutating func sequence(from target: Int) throws(StateGraph.Stopped) -> Result {
    let actorCount = space.actorCount
    var arrivals: [Arrival] = []
    var targets: [UInt32] = []
    defer {
      for mover in 0..<actorCount { isFollowed.remove(target * actorCount + mover) }
      for arrival in arrivals {
        isSeen.remove(arrival.position * actorCount + arrival.mover)
        for mover in 0..<actorCount { isFollowed.remove(arrival.position * actorCount + mover) }
      }
    }
    var next = -1
    while next < arrivals.count {
      let (position, lastMover) =
        next < 0 ? (target, focal) : (arrivals[next].position, arrivals[next].mover)
      for mover in 0..<actorCount
      where mover != focal && mover != lastMover && isFollowed.insert(position * actorCount + mover) {
        targets.removeAll(keepingCapacity: true)
        if concept.needsCredibleAnswers {
          space.appendImprovements(of: mover, from: position, to: &targets)
        } else {
          space.appendTargets(of: mover, from: position, to: &targets)
        }
        try goOn(after: targets.count + 4)
        if space.isExceeded { return .tooLong }
        for reached in targets where isSeen.insert(Int(reached) * actorCount + mover) {
          arrivals.append(Arrival(position: Int(reached), mover: mover, before: next))
          if let counterMoves = spoils(Int(reached)) {
            let path = path(to: arrivals.count - 1, arrivals)
            if meter != nil {
              return try plainest(from: target, steps: path.count).map { .sanction($0) } ?? .tooLong
            }
            return .sanction(.sequence(path, counterMoves: counterMoves))
          }
          if arrivals.count > answerLimit { return .tooLong }
        }
      }
      next += 1
    }
    return .escape(.closedSet(try answers(arrivals)))
  }

  private struct Arrival {
    var position: Int
    var mover: Int
    /// The arrival before it, or -1 for the improvement itself.
    var before: Int
  }

  /// Whether the state is a sanction; if so, the counter-moves that the concept asks about.
  private mutating func spoils(_ position: Int) -> [State]? {
    if space.rank(focal, position) > rank { return nil }
    if !concept.allowsCounterMove { return [] }
    var targets: [UInt32] = []
    space.appendTargets(of: focal, from: position, to: &targets)
    for target in targets where space.rank(focal, Int(target)) > rank { return nil }
    return targets.map { state(Int($0)) }
  }

  private func path(to last: Int, _ arrivals: [Arrival]) -> [Step] {
    var steps: [Step] = []
    var index = last
    while index >= 0 {
      steps.append(Step(actor: arrivals[index].mover, state: state(arrivals[index].position)))
      index = arrivals[index].before
    }
    return steps.reversed()
  }

  /// The arrivals by rising state and mover, each with the way out that the
  /// focal actor has.
  private mutating func answers(_ arrivals: [Arrival]) throws(StateGraph.Stopped) -> [Escape.Answer] {
    let sorted = arrivals.sorted { one, other in
      one.position == other.position
        ? one.mover < other.mover : state(one.position) < state(other.position)
    }
    var targets: [UInt32] = []
    var answers: [Escape.Answer] = []
    answers.reserveCapacity(sorted.count)
    for arrival in sorted {
      var answer = Escape.Answer(state: state(arrival.position), lastMover: arrival.mover)
      if space.rank(focal, arrival.position) <= rank {
        targets.removeAll(keepingCapacity: true)
        space.appendTargets(of: focal, from: arrival.position, to: &targets)
        var ways = targets.filter { space.rank(focal, Int($0)) > rank }
        sort(&ways, from: arrival.position)
        answer.counterMove = ways.first.map { state(Int($0)) }
      }
      answers.append(answer)
      try goOn(after: 4 * targets.count + 8)
    }
    return answers
  }

  private mutating func goOn(after work: Int) throws(StateGraph.Stopped) {
    if !pace.goesOn(after: work) { throw StateGraph.Stopped(limit: pace.limit ?? .interrupted) }
  }

  /// Puts the plainest move of the focal actor first, for people.
  private mutating func sort(_ targets: inout [UInt32], from position: Int) {
    guard let meter else { return }
    let old = state(position)
    var ends = targets.map { (target: $0, state: state(Int($0)), rank: space.rank(focal, Int($0))) }
    ends.sort { meter.isPlainer($0.state, than: $1.state, from: old, liked: ($0.rank, $1.rank)) }
    targets = ends.map { $0.target }
  }

  /// Of the others' answers in so many steps, which is the fewest that will do, the
  /// one whose steps change least; of those alike the first by actors and codes, and of several last
  /// steps of one actor from one state the one that it likes best. Nil when more states came up than there
  /// are slots.
  private mutating func plainest(
    from target: Int, steps: Int
  ) throws(StateGraph.Stopped) -> Sanction? {
    guard let meter else { preconditionFailure("the plainest answer is for people") }
    let actorCount = space.actorCount
    // Layer by layer: an arrival of a shortest sequence stands in the layer of its
    // fewest steps, so one that was there before is passed over.
    var layers = [[PlainArrival(position: target, mover: focal, before: -1, change: .none)]]
    var seen: Set<Int> = []
    var targets: [UInt32] = []
    for _ in 0..<steps {
      var layer: [PlainArrival] = []
      var places: [Int: Int] = [:]
      for (index, arrival) in layers[layers.count - 1].enumerated() {
        for mover in 0..<actorCount where mover != focal && mover != arrival.mover {
          targets.removeAll(keepingCapacity: true)
          if concept.needsCredibleAnswers {
            space.appendImprovements(of: mover, from: arrival.position, to: &targets)
          } else {
            space.appendTargets(of: mover, from: arrival.position, to: &targets)
          }
          try goOn(after: 8 * targets.count + 4)
          if space.isExceeded { return nil }
          for reached in targets where !seen.contains(Int(reached) * actorCount + mover) {
            let size = meter.size(from: state(arrival.position), to: state(Int(reached)))
            let next = PlainArrival(
              position: Int(reached), mover: mover, before: index, change: arrival.change + size)
            if let place = places[Int(reached) * actorCount + mover] {
              if next.change < layer[place].change { layer[place] = next }
            } else {
              places[Int(reached) * actorCount + mover] = layer.count
              layer.append(next)
            }
          }
        }
      }
      seen.formUnion(places.keys)
      layers.append(layer)
    }
    let last = layers[layers.count - 1].filter { spoils($0.position) != nil }
    guard
      let best = last.enumerated().min(by: { one, other in
        let (left, right) = (one.element, other.element)
        if left.change != right.change { return left.change < right.change }
        if left.before != right.before { return left.before < right.before }
        if left.mover != right.mover { return left.mover < right.mover }
        let (liked, otherLiked) = (
          space.rank(left.mover, left.position), space.rank(left.mover, right.position)
        )
        return liked == otherLiked ? one.offset < other.offset : liked > otherLiked
      })?.element
    else {
      preconditionFailure("a sequence of so many steps was found before")
    }
    var path = [Step(actor: best.mover, state: state(best.position))]
    var before = best.before
    for layer in layers[1..<(layers.count - 1)].reversed() {
      path.append(Step(actor: layer[before].mover, state: state(layer[before].position)))
      before = layer[before].before
    }
    return .sequence(path.reversed(), counterMoves: spoils(best.position) ?? [])
  }

  private struct PlainArrival {
    var position: Int
    var mover: Int
    /// The arrival before it, in the layer before.
    var before: Int
    /// How much the sequence changes up to here.
    var change: ChangeSize
  }

  private mutating func jointAnswer(
    to target: Int, _ joint: JointAnswers?
  ) throws(StateGraph.Stopped) -> Result {
    guard let tables, let joint else { preconditionFailure("joint answers are looked for in tables") }
    let code = tables.slots.code(of: start)
    let change = tables.slots.code(of: target) ^ code
    if let chosen = joint.answer(to: change, of: focal, keepingTo: tables.ranks[focal][start], pace: &pace) {
      var outcome = code ^ change
      for choice in chosen { outcome ^= choice.change }
      let steps = chosen.map { Step(actor: $0.actor, state: State(code ^ $0.change)) }
      return .sanction(.together(steps, outcome: State(outcome)))
    }
    if let limit = pace.limit { throw StateGraph.Stopped(limit: limit) }
    var all: [Step] = []
    for (actor, changes) in joint.changes.enumerated() where actor != focal {
      for change in changes { all.append(Step(actor: actor, state: State(code ^ change))) }
    }
    return .escape(.noJointAnswer(all))
  }
}
