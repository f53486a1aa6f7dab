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
  /// For each actor, its options.
  private let axes: [ActorAxes]
  let ranks: [BuiltRanks]
  /// The actors who have options.
  let movers: [Int]
  /// What each actor gets to by itself.
  private let reaches: [CubeReach]
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
    var axes: [ActorAxes] = []
    var ranks: [BuiltRanks] = []
    for actor in conflict.actors.indices {
      var domain = states
      let masked = MaskedMoves(conflict, actor: actor)
      for conditions in conflict.readyMisperceptions(of: actor).map({ [$0] }) + masked.standstills {
        guard let unmoved = blocks.slots(where: conditions, workers) else { return nil }
        domain.subtract(unmoved)
      }
      domains.append(domain)
      guard let own = ActorAxes(conflict, actor: actor, masked, blocks, workers),
        let built = builder.ranks(of: actor)
      else { return nil }
      axes.append(own)
      ranks.append(built)
      steps.take(.preparing)
    }
    self.domains = domains
    self.axes = axes
    self.ranks = ranks
    reaches = zip(axes, domains).map { CubeReach(axes: $0.free, guarded: $0.guarded, domain: $1) }
  }

  /// What reports and certificates look states up in.
  var tables: Tables {
    Tables(
      slots: .combinations(states), ranks: ranks.map(Ranks.init),
      moves: conflict.actors.indices.map {
        MoveTable(CubeMoves(conflict, actor: $0, domain: domains[$0], guarded: axes[$0].guarded))
      })
  }

  /// Decides the concepts: for each, the slots where each actor is stable. Those
  /// that are not decided when the work is stopped are left out; false then.
  func decide(_ concepts: [Concept], into verdicts: inout [Concept: [StateSet]], steps: inout Steps) -> Bool {
    // Whoever has no options has nothing to gain anywhere.
    var found: [Concept: [StateSet]] = [:]
    for concept in concepts { found[concept] = [StateSet](repeating: states, count: ranks.count) }
    var bests = [RankArray?](repeating: nil, count: ranks.count)
    for actor in movers {
      if concepts.contains(.nash) {
        guard let stable = stable(actor, .nothing) else { return false }
        found[.nash]?[actor] = stable
      }
      steps.take(.solving)
      if concepts.contains(where: { $0.allowsCounterMove }) {
        let best = newArray(like: ranks[actor].array)
        guard reaches[actor].greatest(of: ranks[actor].array, into: best, workers) else { return false }
        bests[actor] = best
      }
      for concept in [Concept.gmr, .smr] where concepts.contains(concept) {
        let costs = concept.allowsCounterMove ? bests[actor] : ranks[actor].array
        guard let costs, let spoiled = answers(to: actor, costs: costs),
          let stable = stable(actor, spoiled)
        else { return false }
        found[concept]?[actor] = stable
        steps.take(.solving)
      }
      guard let best = bests[actor] else { continue }
      if concepts.contains(.sseq) {
        guard isFull || best.fill(outside: states, with: best.width.greatest, workers) else { return false }
      } else {
        bests[actor] = nil
        spares.keep(best)
      }
    }
    for concept in concepts where !concept.needsCredibleAnswers { verdicts[concept] = found[concept] }
    let credible = concepts.filter { $0.needsCredibleAnswers }
    if !credible.isEmpty {
      guard answerCredibly(credible, bests, into: &found, &steps) else { return false }
      for concept in credible { verdicts[concept] = found[concept] }
    }
    return true
  }
}

// MARK: One actor by itself

extension DenseEngine {
  /// An array whose ranks are not known until they are set.
  private func newArray(like array: RankArray) -> RankArray {
    spares.take(width: array.width) ?? RankArray(unfilled: slotCount, width: array.width)
  }

  /// Where the actor is stable when the others bring it down from wherever it goes.
  private func stable(_ actor: Int, _ spoiled: CubeReach.Spoils) -> StateSet? {
    guard var found = reaches[actor].settled(ranks[actor].array, spoiled: spoiled, workers) else {
      return nil
    }
    if case .ranks(let least) = spoiled { spares.keep(least) }
    if !isFull { found.formIntersection(states) }
    return found
  }
}

// MARK: The others

extension DenseEngine {
  /// The least cost that the others' moves reach from each slot; nil when the work
  /// was stopped.
  private func answers(to focal: Int, costs: RankArray) -> CubeReach.Spoils? {
    let others = movers.filter { $0 != focal }
    if isFull, others.allSatisfy({ axes[$0].guarded.isEmpty && domains[$0] == states }) {
      return answers(to: focal, costs: costs, alongFree: others.flatMap { axes[$0].free })
    }
    let never = costs.width.greatest
    let result = newArray(like: costs)
    guard result.copy(costs, workers), isFull || result.fill(outside: states, with: never, workers) else {
      return nil
    }
    var (current, spare) = (result, newArray(like: costs))
    var quiet = 0
    var next = 0
    while quiet < others.count {
      let mover = others[next % others.count]
      let domain = domains[mover]
      guard spare.copy(current, workers),
        domain == states || spare.fill(outside: domain, with: never, workers),
        passLeast(over: spare, by: mover),
        spare.copy(current, outside: domain, workers),
        let isSame = spare.isEqual(to: current, workers)
      else { return nil }
      next += 1
      (current, spare) = (spare, current)
      quiet = isSame ? quiet + 1 : 1
    }
    spares.keep(spare)
    return .ranks(current)
  }

  /// The same where nothing stands in anybody's way, so that the others' options are
  /// free at once.
  private func answers(to focal: Int, costs: RankArray, alongFree axes: [Axis]) -> CubeReach.Spoils? {
    // An option may be nobody's.
    let isAll = axes.count + conflict.optionMask(of: focal).nonzeroBitCount == conflict.options.count
    if isAll, axes.allSatisfy({ $0.rises && $0.falls }) {
      return reaches[focal].leastElsewhere(of: costs, workers)
    }
    let result = newArray(like: costs)
    return result.copy(costs, workers) && result.pass(.least, along: axes, workers) ? .ranks(result) : nil
  }

  /// Takes over, everywhere, the least that one move of the actor leads to; false when the
  /// work was stopped.
  private func passLeast(over ranks: RankArray, by actor: Int) -> Bool {
    let own = axes[actor]
    guard ranks.pass(.least, along: own.free, workers) else { return false }
    if own.guarded.isEmpty { return true }
    let before = newArray(like: ranks)
    defer { spares.keep(before) }
    return ranks.pass(.least, along: own.guarded, spare: before, workers)
  }

  /// `seq` and `sseq`, for up to eight pairs of a concept and an actor at a time.
  private func answerCredibly(
    _ concepts: [Concept], _ bests: [RankArray?], into verdicts: inout [Concept: [StateSet]],
    _ steps: inout Steps
  ) -> Bool {
    let builder = FibreOrderBuilder(
      conflict: conflict, blocks: blocks,
      builder: RankBuilder(conflict: conflict, blocks: blocks, states: states, workers: workers))
    var orders: [Mover] = []
    for actor in movers {
      var mover = Mover(actor: actor, fibres: .cube(own: conflict.optionMask(of: actor)))
      switch builder.sortedImprovements(of: actor, domain: domains[actor], ranks: ranks[actor]) {
      case .stopped: return false
      case .sorted(let fibres): mover.sorted = fibres
      case .notSorted:
        mover.improvements = builder.improvements(
          of: actor, fibres: mover.fibres, domain: domains[actor], ranks: ranks[actor])
        if mover.improvements == nil { return false }
      }
      orders.append(mover)
    }
    let closure = Closure(movers: orders, areCredible: true, workers: workers)
    var asked = movers.flatMap { actor in concepts.map { (actor: actor, concept: $0) } }[...]
    while !asked.isEmpty {
      let batch = Array(asked.prefix(LaneArray.laneCount))
      asked = asked.dropFirst(batch.count)
      var questions: [Closure.Question] = []
      for (actor, concept) in batch {
        var costs = ranks[actor].array
        if concept.allowsCounterMove, let best = bests[actor] {
          costs = best
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
          let found = stable(actor, .ranks(least))
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
