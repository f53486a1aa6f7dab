internal import ConflictModel
internal import DecisionDiagrams

/// The steps of each mover by what they change, made when they are asked for.
struct SizedSteps {
  /// Steps of one sort, mover and size.
  struct Key: Hashable {
    var sort: StepSort
    var place: Int
    var size: ChangeSize
  }

  /// For each mover, the pairs of states between which so much changes, the smallest first.
  fileprivate var sizes: [Int: [(size: ChangeSize, pairs: Diagram)]] = [:]
  fileprivate var steps: [Key: Diagram] = [:]

  /// All that is to be held.
  var sets: [Diagram] { sizes.values.flatMap { $0.map { $0.pairs } } + steps.values }
}

extension ReachableSets {
  /// The first stage that has a state of a set.
  mutating func end(at set: Diagram, of trail: Int) throws(DiagramHalt) -> Int? {
    if try symbolic.table.intersection(trails[trail].all, set).isEmpty { return nil }
    for stage in trails[trail].stages.indices {
      if try !symbolic.table.intersection(trails[trail].stages[stage].states, set).isEmpty { return stage }
    }
    return nil
  }

  /// Of the ways of a trail to the first stage that has a state of a set one that changes least.
  ///
  /// What lies on such ways is found backwards. Then sets of it are reached by rising change, as single states would
  /// be by Dijkstra's algorithm; the steps left, each of which changes one option at least, count beforehand.
  mutating func plainestWay(to set: Diagram, along trail: Int) throws(DiagramHalt) -> Way? {
    guard let end = try end(at: set, of: trail) else { return nil }
    var search = WaySearch(stages: Array(trails[trail].stages[...end]))
    search.between = try between(set, search.stages)
    if end == 0 { return Way(steps: [], reluctant: []) }
    try extend(&search, by: .none, from: nil, to: 0, sets: search.stages[0].sets)
    while let next = search.nearest {
      let reached = search.pending.removeValue(forKey: next) ?? []
      var sets = [Diagram](repeating: .nothing, count: search.stages[0].sets.count)
      for step in reached {
        let open = try open(search.entries[step.entry].sets, for: step.place)
        let last = last(after: step.place)
        let steps = try self.steps(step.sort, of: step.place, step.size)
        sets[last] = try symbolic.table.union(sets[last], after(open, by: step.place, steps))
        tidy(keeping: search.sets + sets + [set])
      }
      try goOn(after: search.entries.count)
      try extend(&search, by: next.change, from: reached.first, to: next.stage, sets: sets)
      if let last = search.entries.last, last.stage == end { return try traced(search) }
    }
    return nil
  }

  /// For each stage what of it lies on a way to the set in the last.
  private mutating func between(
    _ set: Diagram, _ stages: [StepTrail.Stage]
  ) throws(DiagramHalt) -> [[Diagram]] {
    let none = [Diagram](repeating: .nothing, count: stages[0].sets.count)
    var between = [[Diagram]](repeating: none, count: stages.count)
    let end = stages.count - 1
    for last in none.indices {
      between[end][last] = try symbolic.table.intersection(stages[end].sets[last], set)
    }
    for stage in stages.indices.reversed() {
      for (origin, sort) in stages[stage].origins {
        for place in movers.indices {
          let ends = between[stage][last(after: place)]
          if ends.isEmpty { continue }
          let ways = try symbolic.before(ends, by: movers[place], steps[sort]?[place] ?? .nothing)
          for last in lasts(before: place) {
            let found = try symbolic.table.intersection(ways, stages[origin].sets[last])
            between[origin][last] = try symbolic.table.union(between[origin][last], found)
          }
          tidy(keeping: between.flatMap { $0 } + stages.flatMap { $0.sets } + [set])
        }
      }
    }
    return between
  }

  /// Notes what of a stage is reached by so much change and no less, and the steps that lead on from there.
  private mutating func extend(
    _ search: inout WaySearch, by change: ChangeSize, from origin: WaySearch.Pending?, to stage: Int,
    sets: [Diagram]
  ) throws(DiagramHalt) {
    var new: [Diagram] = []
    for last in sets.indices {
      let found = try symbolic.table.intersection(sets[last], search.between[stage][last])
      new.append(found)
      // What is reached by less change is no longer looked for.
      search.between[stage][last] = try symbolic.table.subtracting(search.between[stage][last], found)
    }
    if new.allSatisfy({ $0.isEmpty }) { return }
    let entry = search.entries.count
    search.entries.append(.init(stage: stage, change: change, sets: new))
    for (next, sort) in search.nexts(of: stage) {
      for place in movers.indices {
        if search.between[next][last(after: place)].isEmpty { continue }
        for (size, _) in try sizes(of: place) {
          let step = WaySearch.Pending(entry: entry, place: place, size: size, sort: sort)
          search.pending[.init(change: change + size, stage: next), default: []].append(step)
        }
      }
    }
  }

  /// Goes back along the least change.
  private mutating func traced(_ search: WaySearch) throws(DiagramHalt) -> Way {
    var entry = search.entries[search.entries.count - 1]
    var (state, last) = try lowest(entry.sets)
    var steps: [(step: Step, sort: StepSort)] = []
    while entry.stage > 0 {
      let here = try symbolic.cube(state, symbolic.takenVariables)
      let ways = search.entries.flatMap { before in
        search.nexts(of: before.stage).filter { $0.stage == entry.stage }.map { (before, $0.sort) }
      }
      guard let found = try origin(of: here, last, entry, ways) else {
        preconditionFailure("a set that was reached is reached from somewhere")
      }
      steps.append((Step(actor: movers[found.place], state: state), found.sort))
      (entry, state, last) = (found.entry, found.state, found.last)
    }
    steps.reverse()
    let reluctant = steps.indices.filter { steps[$0].sort == .reluctant }
    return Way(steps: steps.map { $0.step }, reluctant: reluctant)
  }

  private typealias Origin = (entry: WaySearch.Entry, place: Int, sort: StepSort, state: State, last: Int)

  /// A state from which a step leads to another one by just so much change.
  private mutating func origin(
    of here: Diagram, _ last: Int, _ entry: WaySearch.Entry, _ ways: [(WaySearch.Entry, StepSort)]
  ) throws(DiagramHalt) -> Origin? {
    for (before, sort) in ways {
      // Whoever is first among those who could begin begins.
      for place in movers.indices.reversed() where self.last(after: place) == last {
        for (size, _) in try sizes(of: place) where before.change + size == entry.change {
          let steps = try steps(sort, of: place, size)
          let starts = try symbolic.before(here, by: movers[place], steps)
          var open = [Diagram](repeating: .nothing, count: before.sets.count)
          for last in lasts(before: place) {
            open[last] = try symbolic.table.intersection(starts, before.sets[last])
          }
          if open.allSatisfy({ $0.isEmpty }) { continue }
          let (state, last) = try lowest(open)
          return (before, place, sort, state, last)
        }
      }
    }
    return nil
  }

  /// The state of the lowest code in some sets, one of which is not empty, with the first that has it.
  private mutating func lowest(_ sets: [Diagram]) throws(DiagramHalt) -> (state: State, last: Int) {
    var best: (state: State, last: Int)?
    for (last, set) in sets.enumerated() {
      guard let state = try symbolic.members(of: set, atMost: 1).first else { continue }
      if best.map({ state < $0.state }) ?? true { best = (state, last) }
    }
    guard let best else { preconditionFailure("one of the sets has a state") }
    return best
  }

  // MARK: Sizes

  private mutating func steps(
    _ sort: StepSort, of place: Int, _ size: ChangeSize
  ) throws(DiagramHalt) -> Diagram {
    let key = SizedSteps.Key(sort: sort, place: place, size: size)
    if let known = sized.steps[key] { return known }
    let pairs = try sizes(of: place).first { $0.size == size }?.pairs ?? .nothing
    let found = try symbolic.table.intersection(steps[sort]?[place] ?? .nothing, pairs)
    sized.steps[key] = found
    return found
  }

  /// The pairs of states of a mover's moves by what changes between them, as ``ChangeMeter`` counts it.
  private mutating func sizes(
    of place: Int
  ) throws(DiagramHalt) -> [(size: ChangeSize, pairs: Diagram)] {
    if let known = sized.sizes[place] { return known }
    let own = symbolic.ownOptions(of: movers[place])
    let levels = symbolic.conflict.levelOptions.map { $0.thresholds.filter { own.contains($0) } }
    let inLevels = levels.flatMap { $0 }
    var found: [ChangeSize: Diagram] = [.none: .everything]
    for part in levels.filter({ !$0.isEmpty }) + own.filter({ !inLevels.contains($0) }).map({ [$0] }) {
      var counts: [Diagram] = [.everything]
      for option in part {
        let (now, then) = (
          try symbolic.table.variable(symbolic.taken(option)),
          try symbolic.table.variable(symbolic.next(option))
        )
        let changes = try symbolic.table.symmetricDifference(now, then)
        var more: [Diagram] = []
        for count in 0...counts.count {
          let same = count < counts.count ? counts[count] : .nothing
          let fewer = count > 0 ? counts[count - 1] : .nothing
          more.append(try symbolic.table.choice(changes, then: fewer, otherwise: same))
        }
        counts = more
      }
      var next: [ChangeSize: Diagram] = [:]
      for (size, pairs) in found {
        for (count, changed) in counts.enumerated() {
          let sum = size + ChangeSize(options: count > 0 ? 1 : 0, levels: count)
          let both = try symbolic.table.intersection(pairs, changed)
          next[sum] = try symbolic.table.union(next[sum] ?? .nothing, both)
        }
      }
      found = next
    }
    found[.none] = nil
    let sorted = found.sorted { $0.key < $1.key }.map { (size: $0.key, pairs: $0.value) }
    sized.sizes[place] = sorted
    return sorted
  }
}

/// Sets of states on the shortest ways, by what leads there changes.
private struct WaySearch {
  /// States of one stage that are reached by so much change and no less.
  struct Entry {
    var stage: Int
    var change: ChangeSize
    var sets: [Diagram]
  }

  /// A place to look for more.
  struct Key: Hashable {
    var change: ChangeSize
    var stage: Int
  }

  /// Steps of one mover, sort and size from some states.
  struct Pending {
    var entry: Int
    var place: Int
    var size: ChangeSize
    var sort: StepSort
  }

  let stages: [StepTrail.Stage]
  /// What lies on shortest ways and is not yet reached, stage by stage.
  var between: [[Diagram]] = []
  var entries: [Entry] = []
  var pending: [Key: [Pending]] = [:]

  init(stages: [StepTrail.Stage]) { self.stages = stages }

  /// The stages to which steps lead from a stage.
  func nexts(of stage: Int) -> [(stage: Int, sort: StepSort)] {
    stages.indices.flatMap { next in
      stages[next].origins.filter { $0.stage == stage }.map { (next, $0.sort) }
    }
  }

  /// The place with the least change, that of the steps still to come included; of several, the one before others.
  var nearest: Key? { pending.keys.min { order($0) < order($1) } }

  private func order(_ key: Key) -> (Int, Int, Int) {
    let left = stages[stages.count - 1].step - stages[key.stage].step
    return (key.change.options + left, key.change.levels + left, key.stage)
  }

  /// All that is to be held.
  var sets: [Diagram] { stages.flatMap { $0.sets } + between.flatMap { $0 } + entries.flatMap { $0.sets } }
}
