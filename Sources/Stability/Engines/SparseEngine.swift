internal import ConflictModel
internal import StateSets

/// The sparse engine: decides the concepts for a list of feasible states, by the
/// identities of the ``DenseEngine`` over the fibres among them.
///
/// A fibre is a list of the states that agree in all options but one actor's. All
/// that the dense engine does by passes is done by sweeps over these lists, for
/// up to eight actors or questions at once.
struct SparseEngine {
  let conflict: Conflict
  let workers: Workers
  let tables: Tables
  let movers: [Mover]

  private let stateCount: Int
  private let ranks: [BuiltRanks]
  private let width: RankArray.Width

  /// Prepares the engine; nil when the work was stopped.
  init?(
    _ conflict: Conflict, states: FeasibleStates, mustRise: Bool, control: Control, pace: inout Pace,
    steps: inout Steps
  ) {
    self.conflict = conflict
    workers = Workers(control)
    stateCount = states.count
    guard let table = CodeTable(states, pace: &pace) else { return nil }
    let blocks = StateBlocks(list: table.codes, optionCount: conflict.options.count)
    let all = StateSet(allOf: states.count)
    let builder = RankBuilder(conflict: conflict, blocks: blocks, states: all, workers: workers)
    let orders = FibreOrderBuilder(conflict: conflict, blocks: blocks, builder: builder)
    var ranks: [BuiltRanks] = []
    var moves: [MoveTable] = []
    var movers: [Mover] = []
    for actor in conflict.actors.indices {
      guard let built = builder.ranks(of: actor),
        let own = MoveFibres(conflict, actor: actor, positions: table, pace: &pace)
      else { return nil }
      ranks.append(built)
      moves.append(MoveTable(own))
      if conflict.optionMask(of: actor) != 0 {
        var mover = Mover(
          actor: actor, fibres: .lists(members: own.members.entries, starts: own.members.starts))
        mover.moves = orders.moves(of: actor, domain: all)
        if mover.moves == nil { return nil }
        if mustRise {
          mover.improvements = orders.improvements(
            of: actor, fibres: mover.fibres, domain: all, ranks: built)
          if mover.improvements == nil { return nil }
        }
        movers.append(mover)
      }
      steps.take(.preparing)
    }
    tables = Tables(slots: .numbered(table), ranks: ranks.map(Ranks.init), moves: moves)
    self.ranks = ranks
    self.movers = movers
    width = ranks.map { $0.array.width }.max { $0.rawValue < $1.rawValue } ?? .one
  }

  /// Decides the concepts: for each, the positions where each actor is stable.
  /// Those that are not decided when the work is stopped are left out; false then.
  func decide(_ concepts: [Concept], into verdicts: inout [Concept: [StateSet]], steps: inout Steps) -> Bool {
    // Whoever has no options has nothing to gain anywhere.
    let everywhere = StateSet(allOf: stateCount)
    let nobody = [StateSet](repeating: everywhere, count: ranks.count)
    let actors = movers.map { $0.actor }
    guard let reaches = reaches(actors.map { (actor: $0, array: ranks[$0].array) }) else { return false }
    if concepts.contains(.nash) {
      var found = nobody
      for (actor, reach) in zip(actors, reaches) {
        guard let stable = reach.slots(atMost: ranks[actor].array, workers) else { return false }
        found[actor] = stable
        steps.take(.solving)
      }
      verdicts[.nash] = found
    }
    let reachOf = Dictionary(uniqueKeysWithValues: zip(actors, reaches))
    for areCredible in [false, true] {
      let kind = concepts.filter { $0.isSequential && $0.needsCredibleAnswers == areCredible }
      var found: [Concept: [StateSet]] = [:]
      for concept in kind { found[concept] = nobody }
      var asked = actors.flatMap { actor in kind.map { (actor: actor, concept: $0) } }[...]
      while !asked.isEmpty {
        let batch = Array(asked.prefix(LaneArray.laneCount))
        asked = asked.dropFirst(batch.count)
        let costs = batch.map { $0.concept.allowsCounterMove ? reachOf[$0.actor] : ranks[$0.actor].array }
        guard let stable = answer(batch.map { $0.actor }, costs: costs.compactMap { $0 }, areCredible) else {
          return false
        }
        for (question, set) in zip(batch, stable) {
          found[question.concept]?[question.actor] = set
          steps.take(.solving)
        }
      }
      for concept in kind { verdicts[concept] = found[concept] }
    }
    return true
  }

  /// Where each of up to eight focal actors is stable, given what it costs it to
  /// end in each state; nil when the work was stopped.
  private func answer(_ focals: [Int], costs: [RankArray], _ areCredible: Bool) -> [StateSet]? {
    let closure = Closure(movers: movers, areCredible: areCredible, workers: workers)
    let questions = zip(focals, costs).map { Closure.Question(focal: $0, costs: $1) }
    guard let answers = closure.answers(to: questions, width: width) else { return nil }
    var spoiled: [(actor: Int, array: RankArray)] = []
    for (lane, focal) in focals.enumerated() {
      let least = RankArray(unfilled: stateCount, width: ranks[focal].array.width)
      guard answers.read(lane: lane, into: least, workers),
        least.keepLesser(than: ranks[focal].array, workers)
      else { return nil }
      spoiled.append((focal, least))
    }
    guard let hopes = reaches(spoiled) else { return nil }
    var found: [StateSet] = []
    for (focal, hope) in zip(focals, hopes) {
      guard let stable = hope.slots(atMost: ranks[focal].array, workers) else { return nil }
      found.append(stable)
    }
    return found
  }

  /// For each actor, the greatest of its values in every state's fibre.
  ///
  /// Sweeps look for the least, so the values go in and come out as what is
  /// missing from the greatest rank.
  private func reaches(_ values: [(actor: Int, array: RankArray)]) -> [RankArray]? {
    var results: [RankArray] = []
    var left = values[...]
    while !left.isEmpty {
      let batch = Array(left.prefix(LaneArray.laneCount))
      left = left.dropFirst(batch.count)
      let lanes = LaneArray(unfilled: stateCount, width: width)
      guard lanes.fill(from: batch.map { $0.array }, reversed: true, workers) else { return nil }
      for mover in movers {
        let asked = (0..<LaneArray.laneCount).map { $0 < batch.count && batch[$0].actor == mover.actor }
        guard asked.contains(true), let order = mover.moves else { continue }
        if lanes.sweep(mover.fibres, order, lanes: asked, workers) == nil { return nil }
      }
      for (lane, value) in batch.enumerated() {
        let result = RankArray(unfilled: stateCount, width: value.array.width)
        guard lanes.read(lane: lane, into: result, reversed: true, workers) else { return nil }
        results.append(result)
      }
    }
    return results
  }
}
