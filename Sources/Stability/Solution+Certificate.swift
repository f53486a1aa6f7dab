public import ConflictModel
internal import StateSets

extension Solution {
  /// The reasons for a verdict, in the form that an independent checker accepts:
  /// for a stable actor an answer to each of its improvements, for an unstable
  /// one an improvement and everything that fails to spoil it.
  ///
  /// Works for every concept that the conflict's form defines, once moves and
  /// preferences are worked out; it is a programming error to ask otherwise.
  ///
  /// - Complexity: O(legal sequences' moves) for each improvement; under `sim`,
  ///   O(joint answers).
  public func certificate(_ concept: Concept, actor: Int, position: Int) -> Certificate {
    guard let certificate = certificate(concept, actor: actor, position: position, answerLimit: .max) else {
      preconditionFailure("there is no limit")
    }
    return certificate
  }

  /// The same, or nil when following the others' answers to some improvement comes
  /// to more than `answerLimit` arrivals at a state: in a large conflict a proof
  /// may have to list a good part of all states.
  public func certificate(
    _ concept: Concept, actor: Int, position: Int, answerLimit: Int
  ) -> Certificate? {
    guard let tables else { preconditionFailure("the conflict was not worked out") }
    precondition(concept.isDefined(in: conflict.form), "the concept is not defined here")
    var witness = Witness(
      tables: tables, concept: concept, focal: actor, start: states.slot(at: position),
      answerLimit: answerLimit)
    return witness.finding().map {
      Certificate(concept: concept, actor: actor, state: states[position], finding: $0)
    }
  }
}

/// Finds the reasons for one verdict by searching forward from its state.
private struct Witness {
  let tables: Tables
  let concept: Concept
  let focal: Int
  let start: Int
  let answerLimit: Int
  /// The arrivals seen, and the departures followed, in the search under way: by
  /// slot and mover. Made once, and cleared after each search by going through
  /// what was found, since they may be far larger than that.
  private var isSeen: StateSet
  private var isFollowed: StateSet

  init(tables: Tables, concept: Concept, focal: Int, start: Int, answerLimit: Int) {
    self.tables = tables
    self.concept = concept
    self.focal = focal
    self.start = start
    self.answerLimit = answerLimit
    isSeen = StateSet(over: concept.isSequential ? tables.slots.count * tables.moves.count : 0)
    isFollowed = isSeen
  }

  var rank: UInt32 { tables.ranks[focal][start] }

  /// Nil when the limit was reached.
  mutating func finding() -> Certificate.Finding? {
    var improvements: [UInt32] = []
    tables.appendImprovements(of: focal, from: start, to: &improvements)
    var joint = JointAnswers(tables)
    if concept == .sim, !improvements.isEmpty { _ = joint.settle(at: start) }
    var deterrences: [Deterrence] = []
    for improvement in improvements {
      let target = Int(improvement)
      let result: Result =
        switch concept {
        case .nash: .escape(.noAnswerCounts)
        case .sim: jointAnswer(to: target, joint)
        case .gmr, .smr, .seq, .sseq: sequence(from: target)
        }
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
    State(tables.slots.code(of: position))
  }

  /// Searches breadth first over (state, last mover) for a shortest sequence of
  /// the others that spoils the improvement.
  private mutating func sequence(from target: Int) -> Result {
    let actorCount = tables.moves.count
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
          tables.appendImprovements(of: mover, from: position, to: &targets)
        } else {
          tables.moves[mover].appendTargets(of: position, to: &targets)
        }
        for reached in targets where isSeen.insert(Int(reached) * actorCount + mover) {
          arrivals.append(Arrival(position: Int(reached), mover: mover, before: next))
          if let counterMoves = spoils(Int(reached)) {
            return .sanction(.sequence(path(to: arrivals.count - 1, arrivals), counterMoves: counterMoves))
          }
          if arrivals.count > answerLimit { return .tooLong }
        }
      }
      next += 1
    }
    return .escape(.closedSet(answers(arrivals)))
  }

  private struct Arrival {
    var position: Int
    var mover: Int
    /// The arrival before it, or -1 for the improvement itself.
    var before: Int
  }

  /// Whether the state is a sanction; if so, the counter-moves that the concept asks about.
  private func spoils(_ position: Int) -> [State]? {
    if tables.ranks[focal][position] > rank { return nil }
    if !concept.allowsCounterMove { return [] }
    var targets: [UInt32] = []
    tables.moves[focal].appendTargets(of: position, to: &targets)
    if targets.contains(where: { tables.ranks[focal][Int($0)] > rank }) { return nil }
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
  private func answers(_ arrivals: [Arrival]) -> [Answer] {
    let sorted = arrivals.sorted {
      ($0.position, $0.mover) < ($1.position, $1.mover)
    }
    var targets: [UInt32] = []
    return sorted.map { arrival in
      var answer = Answer(state: state(arrival.position), lastMover: arrival.mover)
      if tables.ranks[focal][arrival.position] <= rank {
        targets.removeAll(keepingCapacity: true)
        tables.moves[focal].appendTargets(of: arrival.position, to: &targets)
        if let way = targets.first(where: { tables.ranks[focal][Int($0)] > rank }) {
          answer.counterMove = state(Int(way))
        }
      }
      return answer
    }
  }

  private func jointAnswer(to target: Int, _ joint: JointAnswers) -> Result {
    let code = tables.slots.code(of: start)
    let change = tables.slots.code(of: target) ^ code
    var pace = Pace(Control())
    if let chosen = joint.answer(to: change, of: focal, keepingTo: rank, pace: &pace) {
      var outcome = code ^ change
      for choice in chosen { outcome ^= choice.change }
      let steps = chosen.map { Step(actor: $0.actor, state: State(code ^ $0.change)) }
      return .sanction(.together(steps, outcome: State(outcome)))
    }
    var all: [Step] = []
    for (actor, changes) in joint.changes.enumerated() where actor != focal {
      for change in changes { all.append(Step(actor: actor, state: State(code ^ change))) }
    }
    return .escape(.noJointAnswer(all))
  }
}
