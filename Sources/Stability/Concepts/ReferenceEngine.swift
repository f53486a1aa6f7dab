internal import ConflictModel
internal import StateSets

/// The reference engine: decides the solution concepts over all listed states.
///
/// Each method is one concept as ``Concept`` defines it, with the others'
/// sequences worked out once for all states by ``LeastAnswers``. They give nil
/// when the work was stopped.
struct ReferenceEngine {
  let tables: Tables
  /// How many slots the tables have; under `sim` not all need hold a state.
  let stateCount: Int
  /// How many concepts there are to decide, and how many are decided.
  let conceptCount: Int
  private(set) var decidedCount = 0
  private(set) var pace: Pace

  init(tables: Tables, stateCount: Int, conceptCount: Int, pace: Pace) {
    self.tables = tables
    self.stateCount = stateCount
    self.conceptCount = conceptCount
    self.pace = pace
  }

  var actors: Range<Int> { tables.moves.indices }

  /// For each actor, the positions where it is stable.
  mutating func stablePositions(_ concept: Concept) -> [StateSet]? {
    let stable = concept == .sim ? simultaneous(Array(actors)) : actorByActor(concept)
    if stable != nil { decidedCount += 1 }
    return stable
  }

  /// The positions where one actor is stable.
  mutating func stable(_ concept: Concept, actor: Int) -> StateSet? {
    switch concept {
    case .nash: nash(actor)
    case .sim: simultaneous([actor])?[actor]
    case .gmr, .smr, .seq, .sseq: sequential(concept, actor)
    }
  }

  /// Says how far the work has come, in actors and states of each concept.
  private func report(_ done: Int) {
    let each = actors.count * stateCount
    pace.report(.solving, decidedCount * each + done, of: conceptCount * each)
  }

  private mutating func actorByActor(_ concept: Concept) -> [StateSet]? {
    var result: [StateSet] = []
    for actor in actors {
      report(actor * stateCount)
      guard let stable = concept == .nash ? nash(actor) : sequential(concept, actor) else { return nil }
      result.append(stable)
    }
    return result
  }

  /// Nash: no improvement at all.
  private mutating func nash(_ actor: Int) -> StateSet? {
    let ranks = tables.ranks[actor]
    return stable(actor) { ranks[$0] }
  }

  /// `gmr`, `smr`, `seq`, `sseq`: every improvement is answered by a sequence
  /// that spoils it.
  private mutating func sequential(_ concept: Concept, _ actor: Int) -> StateSet? {
    guard let costs = costs(actor, withCounterMoves: concept.allowsCounterMove),
      let answers = LeastAnswers(
        costs: costs, costCount: tables.ranks[actor].rankCount, others: actors.filter { $0 != actor },
        areCredible: concept.needsCredibleAnswers, tables: tables, pace: &pace)
    else { return nil }
    let ranks = tables.ranks[actor]
    return stable(actor) { min(ranks[$0], answers[$0]) }
  }

  /// The positions from which the actor has no improvement that is worth more than
  /// what it starts from: its rank or, if it is less, what the others leave of it.
  private mutating func stable(_ actor: Int, _ worth: (Int) -> UInt32) -> StateSet? {
    var result = StateSet(over: stateCount)
    if let greatest = Greatest(among: tables.moves[actor]) {
      guard let hopes = greatest.values(stateCount, pace: &pace, value: worth) else { return nil }
      for position in 0..<stateCount where hopes[position] <= tables.ranks[actor][position] {
        result.insert(position)
      }
      return result
    }
    var improvements: [UInt32] = []
    for position in 0..<stateCount {
      improvements.removeAll(keepingCapacity: true)
      tables.appendImprovements(of: actor, from: position, to: &improvements)
      let rank = tables.ranks[actor][position]
      if !improvements.contains(where: { worth(Int($0)) > rank }) { result.insert(position) }
      guard pace.goesOn(after: improvements.count + 4) else { return nil }
    }
    return result
  }

  /// What it costs the actor to end in each position: its rank there or, when it
  /// may still move, the best rank that it can get to.
  private mutating func costs(_ actor: Int, withCounterMoves: Bool) -> [UInt32]? {
    var result = (0..<stateCount).map { tables.ranks[actor][$0] }
    if !withCounterMoves { return result }
    if let greatest = Greatest(among: tables.moves[actor]) {
      return greatest.values(stateCount, pace: &pace) { result[$0] }
    }
    var targets: [UInt32] = []
    for position in 0..<stateCount {
      targets.removeAll(keepingCapacity: true)
      tables.moves[actor].appendTargets(of: position, to: &targets)
      for target in targets { result[position] = max(result[position], tables.ranks[actor][Int(target)]) }
      guard pace.goesOn(after: targets.count + 4) else { return nil }
    }
    return result
  }

  /// For each actor the slots from which it has an improvement, where that is known
  /// without listing any; nil when the work was stopped.
  private mutating func restless() -> [StateSet?]? {
    var result: [StateSet?] = []
    for actor in actors {
      guard let greatest = Greatest(among: tables.moves[actor]) else {
        result.append(nil)
        continue
      }
      let ranks = tables.ranks[actor]
      guard let best = greatest.values(stateCount, pace: &pace, value: { ranks[$0] }) else { return nil }
      var slots = StateSet(over: stateCount)
      for slot in best.indices where best[slot] > ranks[slot] { slots.insert(slot) }
      result.append(slots)
    }
    return result
  }

  /// `sim`: every improvement of a focal actor is spoiled by some joint answer.
  private mutating func simultaneous(_ focals: [Int]) -> [StateSet]? {
    var result = actors.map { _ in StateSet(over: stateCount) }
    var joint = JointAnswers(tables)
    guard let restless = restless() else { return nil }
    for position in 0..<stateCount where tables.slots.contains(position) {
      if position % 256 == 0 { report(position * actors.count) }
      guard pace.goesOn() else { return nil }
      // Nothing has to be listed where nobody could do anything.
      let mayMove = actors.filter { restless[$0]?.contains(position) ?? true }
      if mayMove.allSatisfy({ !focals.contains($0) }) || mayMove.count == 1 && restless[mayMove[0]] != nil {
        for actor in focals where !mayMove.contains(actor) { result[actor].insert(position) }
        continue
      }
      guard pace.goesOn(after: joint.settle(at: position)) else { return nil }
      for actor in focals {
        let rank = tables.ranks[actor][position]
        var isStable = true
        for change in joint.changes[actor] where isStable {
          isStable = joint.answer(to: change, of: actor, keepingTo: rank, pace: &pace) != nil
        }
        if pace.limit != nil { return nil }
        if isStable { result[actor].insert(position) }
      }
    }
    return result
  }
}
