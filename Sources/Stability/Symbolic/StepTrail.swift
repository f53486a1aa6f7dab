internal import ConflictModel
internal import DecisionDiagrams

/// What a step may be.
enum StepSort: Hashable {
  /// Any move.
  case move
  /// One that makes its mover better off, or one that does not.
  case gain, reluctant
}

/// The states that legal sequences from one state reach, in stages: by the fewest reluctant steps where these are
/// counted, then by the fewest steps.
struct StepTrail {
  /// What is first reached by so many steps.
  struct Stage {
    /// How many of the steps are reluctant; 0 where they are not counted.
    var reluctance: Int
    /// How many steps there are.
    var step: Int
    /// The states, for each of those who may have moved last: once for nobody, or for anybody where that is not watched.
    var sets: [Diagram]
    /// Those that no earlier stage has, whoever moved last.
    var states: Diagram
    /// The stages from which one step leads here.
    var origins: [(stage: Int, sort: StepSort)]
  }

  private(set) var stages: [Stage]
  /// All pairs of a state and who moved last that were reached.
  var seen: [Diagram]
  /// All states that were reached, the start included.
  var all: Diagram
  /// Whether nothing else is reached.
  private(set) var isWhole = false
  /// Whether what takes more steps than the last stage was found without counting them.
  private(set) var isCut = false
  /// The next stage to look for.
  private(set) var reluctance = 0
  var step = 1
  /// The most steps in any stage of less reluctance.
  private(set) var furthest = 0
  private let sequences: ReachableSets.Sequences

  init(sequences: ReachableSets.Sequences, from sets: [Diagram], _ start: Diagram) {
    self.sequences = sequences
    (seen, all) = (sets, start)
    stages = [Stage(reluctance: 0, step: 0, sets: sets, states: start, origins: [])]
  }

  /// All that is to be held.
  var sets: [Diagram] { stages.flatMap { $0.sets + [$0.states] } + seen + [all] }

  /// The stage of so many reluctant steps and steps.
  func place(_ reluctance: Int, _ step: Int) -> Int? {
    stages.lastIndex { $0.reluctance == reluctance && $0.step == step }
  }

  var countsReluctance: Bool { sequences == .leastReluctance }

  /// What a step is that is not reluctant.
  var sort: StepSort { sequences == .moves ? .move : .gain }

  /// The stages from which one step leads to the next.
  var origins: [(stage: Int, sort: StepSort)] {
    var origins: [(stage: Int, sort: StepSort)] = []
    if let before = place(reluctance, step - 1) {
      origins.append((before, sort))
    }
    if sequences == .leastReluctance, let before = place(reluctance - 1, step - 1) {
      origins.append((before, .reluctant))
    }
    return origins
  }

  mutating func cut() { (isWhole, isCut) = (true, true) }

  mutating func add(_ stage: Stage) { stages.append(stage) }

  /// Goes on with one more reluctant step, unless nothing was reached with as many as now.
  mutating func goUp() {
    let last = stages.filter { $0.reluctance == reluctance }.map { $0.step }.max()
    guard sequences == .leastReluctance, let last else {
      isWhole = true
      return
    }
    furthest = max(furthest, last)
    (reluctance, step) = (reluctance + 1, 1)
  }
}

extension ReachableSets {
  /// Where among sets by who moved last that of a mover is.
  func last(after place: Int) -> Int { isLastWatched ? place + 1 : 0 }

  /// The places of those sets from which a mover may go on.
  func lasts(before place: Int) -> [Int] {
    isLastWatched ? (0...movers.count).filter { $0 != place + 1 } : [0]
  }

  /// The states that one of some steps of a mover leads to.
  mutating func after(_ set: Diagram, by place: Int, _ steps: Diagram) throws(DiagramHalt) -> Diagram {
    let ends = try symbolic.table.exists(symbolic.own[movers[place]].taken, inBoth: steps, set)
    return try symbolic.table.applying(symbolic.arriving[movers[place]], to: ends)
  }

  /// The states of some sets from which a mover may go on.
  mutating func open(_ sets: [Diagram], for place: Int) throws(DiagramHalt) -> Diagram {
    var open = Diagram.nothing
    for last in lasts(before: place) { open = try symbolic.table.union(open, sets[last]) }
    return open
  }

  /// Begins a trail; its place.
  mutating func begin(at start: State, by sequences: Sequences) throws(DiagramHalt) -> Int {
    let here = try symbolic.cube(start, symbolic.takenVariables)
    var sets = [Diagram](repeating: .nothing, count: isLastWatched ? movers.count + 1 : 1)
    sets[0] = here
    trails.append(StepTrail(sequences: sequences, from: sets, here))
    return trails.count - 1
  }

  /// Follows a trail stage by stage until one has a state of the goal, or there is none any more.
  ///
  /// - Parameter most: After so many steps of the table what is left is found without counting steps; by rising
  ///   reluctance it is not found at all.
  mutating func go(on index: Int, until goal: Diagram?, atMost most: UInt64) throws(DiagramHalt) {
    let (end, isTooLarge) = symbolic.table.stepCount.addingReportingOverflow(most)
    while !trails[index].isWhole {
      if !isTooLarge, symbolic.table.stepCount >= end {
        if !trails[index].countsReluctance { try close(index) }
        return
      }
      if let goal, try !symbolic.table.intersection(trails[index].all, goal).isEmpty { return }
      let (reluctance, step) = (trails[index].reluctance, trails[index].step)
      if step <= trails[index].furthest + 1 || trails[index].place(reluctance, step - 1) != nil {
        try addStage(reluctance, step, trails[index].origins, to: index, keeping: goal.map { [$0] } ?? [])
        trails[index].step += 1
        try goOn(after: trails[index].stages.count)
      } else {
        trails[index].goUp()
      }
    }
  }

  /// Finds all that is left of a trail, mover after mover from all that is known.
  private mutating func close(_ index: Int) throws(DiagramHalt) {
    var idle = 0
    while idle < movers.count {
      for place in movers.indices where idle < movers.count {
        let last = last(after: place)
        let open = try open(trails[index].seen, for: place)
        let ends = try after(open, by: place, steps[trails[index].sort]?[place] ?? .nothing)
        let more = try symbolic.table.union(trails[index].seen[last], ends)
        idle = more == trails[index].seen[last] ? idle + 1 : 0
        trails[index].seen[last] = more
        tidy(keeping: [])
        try goOn(after: trails[index].stages.count)
      }
    }
    for set in trails[index].seen { trails[index].all = try symbolic.table.union(trails[index].all, set) }
    trails[index].cut()
  }

  /// The union of some sets: neighbours first. What actors near each other make of a set differs in few options, and
  /// takes little more room than that; what all of them make of it is put together once.
  private mutating func united(_ sets: [Diagram], keeping held: [Diagram]) throws(DiagramHalt) -> Diagram {
    var parts = sets
    while parts.count > 1 {
      var next: [Diagram] = []
      for first in stride(from: 0, to: parts.count, by: 2) {
        let rest = first + 1 < parts.count ? parts[first + 1] : .nothing
        next.append(try symbolic.table.union(parts[first], rest))
        tidy(keeping: held + parts + next)
      }
      parts = next
    }
    return parts.first ?? .nothing
  }

  private mutating func addStage(
    _ reluctance: Int, _ step: Int, _ origins: [(stage: Int, sort: StepSort)], to index: Int,
    keeping held: [Diagram]
  ) throws(DiagramHalt) {
    var ends = [[Diagram]](repeating: [], count: trails[index].seen.count)
    for (stage, sort) in origins {
      let before = trails[index].stages[stage].sets
      for place in movers.indices {
        let open = try open(before, for: place)
        if open.isEmpty { continue }
        ends[last(after: place)].append(try after(open, by: place, steps[sort]?[place] ?? .nothing))
        tidy(keeping: held + ends.flatMap { $0 })
      }
    }
    var sets: [Diagram] = []
    for (last, parts) in ends.enumerated() {
      sets.append(try united(parts, keeping: held + sets + ends[last...].flatMap { $0 }))
    }
    var states = Diagram.nothing
    for last in sets.indices {
      sets[last] = try symbolic.table.subtracting(sets[last], trails[index].seen[last])
      trails[index].seen[last] = try symbolic.table.union(trails[index].seen[last], sets[last])
      states = try symbolic.table.union(states, sets[last])
    }
    if states.isEmpty { return }
    states = try symbolic.table.subtracting(states, trails[index].all)
    trails[index].all = try symbolic.table.union(trails[index].all, states)
    trails[index].add(
      .init(reluctance: reluctance, step: step, sets: sets, states: states, origins: origins))
  }
}
