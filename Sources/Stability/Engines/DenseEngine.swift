internal import ConflictModel
internal import StateSets

/// The dense engine: decides the concepts for all 2ⁿ combinations of options at
/// once, by passes over arrays with a slot for each.
///
/// For a focal actor *i* with rank *r*, the *fibre* of *q* is what *i* reaches
/// from *q* by itself, *q* included. With *e(q)* the greatest rank in it, and
/// *w(q)* the least cost in what the others reach from *q*, *q* included, *i* is
/// stable at *s* exactly when
///
/// - `nash`: *e(s) ≤ r(s)*;
/// - the others: the greatest *min(r(q), w(q))* over the fibre of *s* is at most
///   *r(s)*, where the cost is *r* for `gmr` and `seq`, *e* for `smr` and `sseq`,
///   and the others move in any way, or (`seq`, `sseq`) by improvements.
///
/// Documentation/Identities.md proves this. Combinations that are not feasible
/// take part in passes with a rank that is never chosen.
struct DenseEngine {
  let conflict: Conflict
  let control: Control
  let workers: Workers
  let blocks: StateBlocks
  let slotCount: Int
  /// The feasible slots.
  let states: StateSet
  /// Whether every slot is one.
  let isFull: Bool
  /// For each actor, the states that it has moves from and to.
  let domains: [StateSet]
  let ranks: [BuiltRanks]
  /// The actors who have options.
  let movers: [Int]
  /// Arrays that are done with, for the next use: fresh memory costs as much as
  /// the passes over it.
  private let spares = SpareArrays()

  /// Prepares the engine; nil when the work was stopped.
  init?(_ conflict: Conflict, states: StateSet, blocks: StateBlocks, control: Control, steps: inout Steps) {
    self.conflict = conflict
    self.control = control
    self.blocks = blocks
    self.states = states
    slotCount = blocks.slotCount
    isFull = states.isFull
    workers = Workers(control)
    movers = conflict.actors.indices.filter { conflict.optionMask(of: $0) != 0 }
    let builder = RankBuilder(conflict: conflict, blocks: blocks, states: states, workers: workers)
    var domains: [StateSet] = []
    var ranks: [BuiltRanks] = []
    for actor in conflict.actors.indices {
      var domain = states
      for predicate in conflict.readyMisperceptions(of: actor) {
        guard let unseen = blocks.slots(where: [predicate], workers) else { return nil }
        domain.subtract(unseen)
      }
      domains.append(domain)
      guard let built = builder.ranks(of: actor) else { return nil }
      ranks.append(built)
      steps.take(.preparing)
    }
    self.domains = domains
    self.ranks = ranks
  }

  /// What reports and certificates look states up in.
  var tables: Tables {
    Tables(
      slots: .combinations(states), ranks: ranks.map(Ranks.init),
      moves: conflict.actors.indices.map { MoveTable(CubeMoves(conflict, actor: $0, domain: domains[$0])) })
  }

  /// Decides the concepts: for each, the slots where each actor is stable. Those
  /// that are not decided when the work is stopped are left out; false then.
  func decide(_ concepts: [Concept], into verdicts: inout [Concept: [StateSet]], steps: inout Steps) -> Bool {
    // Whoever has no options has nothing to gain anywhere.
    var found: [Concept: [StateSet]] = [:]
    for concept in concepts { found[concept] = [StateSet](repeating: states, count: ranks.count) }
    var reaches = [RankArray?](repeating: nil, count: ranks.count)
    for actor in movers {
      guard let reach = reach(of: actor, ranks[actor].array) else { return false }
      if concepts.contains(.nash) {
        guard let stable = stable(actor, reach) else { return false }
        found[.nash]?[actor] = stable
      }
      steps.take(.solving)
      for concept in [Concept.gmr, .smr] where concepts.contains(concept) {
        guard let least = answers(to: actor, costs: concept == .gmr ? ranks[actor].array : reach),
          let stable = stable(actor, spoiledTo: least)
        else { return false }
        found[concept]?[actor] = stable
        steps.take(.solving)
      }
      if concepts.contains(.sseq) {
        guard isFull || reach.fill(outside: states, with: reach.width.greatest, workers) else { return false }
        reaches[actor] = reach
      } else {
        spares.keep(reach)
      }
    }
    for concept in concepts where !concept.needsCredibleAnswers { verdicts[concept] = found[concept] }
    let credible = concepts.filter { $0.needsCredibleAnswers }
    if !credible.isEmpty {
      guard answerCredibly(credible, reaches, into: &found, &steps) else { return false }
      for concept in credible { verdicts[concept] = found[concept] }
    }
    return true
  }
}

// MARK: One actor by itself

extension DenseEngine {
  private func axes(of actor: Int) -> [Axis] {
    let (take, drop) = conflict.directions(of: actor)
    return (0..<conflict.options.count).filter { (take | drop) >> UInt64($0) & 1 != 0 }.map {
      Axis(bit: $0, rises: take >> UInt64($0) & 1 != 0, falls: drop >> UInt64($0) & 1 != 0)
    }
  }

  /// An array whose ranks are not known until they are set.
  private func newArray(like array: RankArray) -> RankArray {
    spares.take(width: array.width) ?? RankArray(unfilled: slotCount, width: array.width)
  }

  /// The greatest value in each slot's fibre; slots without a state have any value.
  private func reach(of actor: Int, _ values: RankArray) -> RankArray? {
    let result = newArray(like: values)
    let domain = domains[actor]
    let seesAll = domain == states
    guard result.copy(values, workers),
      isFull && seesAll || result.fill(outside: domain, with: 0, workers),
      result.pass(.greatest, along: axes(of: actor), workers),
      // From what it does not see, the actor goes nowhere.
      seesAll || result.copy(values, outside: domain, workers)
    else { return nil }
    return result
  }

  /// Where the actor is stable when `values` is the best that it can hope for.
  private func stable(_ actor: Int, _ values: RankArray) -> StateSet? {
    guard var found = values.slots(atMost: ranks[actor].array, workers) else { return nil }
    if !isFull { found.formIntersection(states) }
    return found
  }

  /// Where the actor is stable when the others bring it down to `least` from
  /// wherever it goes.
  private func stable(_ actor: Int, spoiledTo least: RankArray) -> StateSet? {
    guard least.keepLesser(than: ranks[actor].array, workers),
      let hope = reach(of: actor, least)
    else { return nil }
    defer {
      spares.keep(least)
      spares.keep(hope)
    }
    return stable(actor, hope)
  }
}

// MARK: The others

extension DenseEngine {
  /// The least cost that the others' moves reach from each slot; nil when the work
  /// was stopped.
  private func answers(to focal: Int, costs: RankArray) -> RankArray? {
    let others = movers.filter { $0 != focal }
    let never = costs.width.greatest
    let result = newArray(like: costs)
    guard result.copy(costs, workers), isFull || result.fill(outside: states, with: never, workers) else {
      return nil
    }
    if isFull, others.allSatisfy({ domains[$0] == states }) {
      // Nothing stands in anybody's way, so everybody's options are free at once.
      return result.pass(.least, along: others.flatMap(axes), workers) ? result : nil
    }
    var (current, spare) = (result, newArray(like: costs))
    var quiet = 0
    var next = 0
    while quiet < others.count {
      let mover = others[next % others.count]
      next += 1
      let domain = domains[mover]
      guard spare.copy(current, workers),
        domain == states || spare.fill(outside: domain, with: never, workers),
        spare.pass(.least, along: axes(of: mover), workers),
        spare.copy(current, outside: domain, workers),
        let isSame = spare.isEqual(to: current, workers)
      else { return nil }
      (current, spare) = (spare, current)
      quiet = isSame ? quiet + 1 : 1
    }
    spares.keep(spare)
    return current
  }

  /// `seq` and `sseq`, for up to eight pairs of a concept and an actor at a time.
  private func answerCredibly(
    _ concepts: [Concept], _ reaches: [RankArray?], into verdicts: inout [Concept: [StateSet]],
    _ steps: inout Steps
  ) -> Bool {
    let builder = FibreOrderBuilder(
      conflict: conflict, blocks: blocks,
      builder: RankBuilder(conflict: conflict, blocks: blocks, states: states, workers: workers))
    var orders: [Mover] = []
    for actor in movers {
      let fibres = Fibres.cube(own: conflict.optionMask(of: actor))
      guard
        let improvements = builder.improvements(
          of: actor, fibres: fibres, domain: domains[actor], ranks: ranks[actor])
      else { return false }
      orders.append(Mover(actor: actor, fibres: fibres, improvements: improvements))
    }
    let closure = Closure(movers: orders, areCredible: true, workers: workers)
    var asked = movers.flatMap { actor in concepts.map { (actor: actor, concept: $0) } }[...]
    while !asked.isEmpty {
      let batch = Array(asked.prefix(LaneArray.laneCount))
      asked = asked.dropFirst(batch.count)
      var questions: [Closure.Question] = []
      for (actor, concept) in batch {
        var costs = ranks[actor].array
        if concept.allowsCounterMove, let reach = reaches[actor] {
          costs = reach
        } else if !isFull {
          costs = newArray(like: ranks[actor].array)
          guard costs.copy(ranks[actor].array, workers),
            costs.fill(outside: states, with: costs.width.greatest, workers)
          else { return false }
        }
        questions.append(Closure.Question(focal: actor, costs: costs))
      }
      let width = questions.map { $0.costs.width }.max { $0.rawValue < $1.rawValue } ?? .one
      guard let answers = closure.answers(to: questions, width: width) else { return false }
      for (lane, (actor, concept)) in batch.enumerated() {
        let least = newArray(like: ranks[actor].array)
        guard answers.read(lane: lane, into: least, workers),
          let found = stable(actor, spoiledTo: least)
        else { return false }
        verdicts[concept]?[actor] = found
        steps.take(.solving)
      }
    }
    return true
  }
}

/// Arrays of one length that are free to be used again.
private final class SpareArrays {
  private var arrays: [RankArray] = []

  func take(width: RankArray.Width) -> RankArray? {
    guard let index = arrays.lastIndex(where: { $0.width == width }) else { return nil }
    return arrays.remove(at: index)
  }

  func keep(_ array: RankArray) {
    arrays.append(array)
  }
}

extension Workers {
  /// The threads and the wish to stop of a control.
  init(_ control: Control) {
    self.init(shouldStop: { control.shouldStop() != nil }, forEach: control.forEach)
  }
}
