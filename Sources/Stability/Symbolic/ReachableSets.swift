package import ConflictModel
internal import DecisionDiagrams

/// What legal sequences reach from a state where there are more states than can be listed: layer by layer as sets,
/// with a plainest way to any of them.
///
///     var sets = try ReachableSets.ready(conflict, memory: 1 << 30)
///     let reach = try sets.begin(at: start, by: .improvements)
///     try sets.follow(reach)
///     sets.layerCounts(reach)                                   // states in 1, 2, 3 … steps and no fewer
///     try sets.way(to: sets.group(where: deal), along: reach)   // a shortest one
///
/// In a legal sequence nobody moves twice running. Where all moves are transitive a shortest sequence never has two
/// moves of one actor running, since these would be one move or lead back (Documentation/Identities.md); else each
/// state counts once for every actor that may have moved last, and once for nobody.
///
/// One search stands for all that is asked of it: memory and time are those of the sets it holds.
package struct ReachableSets: ~Copyable {
  var symbolic: SymbolicConflict
  /// The actors with options.
  let movers: [Int]
  /// Whether it matters who moved last.
  let isLastWatched: Bool
  /// For each sort of step, each mover's steps.
  private(set) var steps: [StepSort: [Diagram]] = [:]
  /// What was followed so far.
  var trails: [StepTrail] = []
  /// The steps of a mover by what they change.
  var sized = SizedSteps()
  private var groups: [Diagram] = []
  private let control: Control
  private let memory: UInt64

  /// What sequences are made of.
  package enum Sequences: Sendable, Hashable {
    /// Any moves.
    case moves
    /// Moves that make their own mover better off.
    case improvements
    /// Any moves, those first that take the fewest steps by which their mover gains nothing.
    case leastReluctance
  }

  /// What was followed from one state.
  package struct Trail: Sendable, Hashable {
    let index: Int
  }

  /// Some states.
  package struct Group: Sendable, Hashable {
    let set: Diagram
  }

  /// A legal sequence, and which of its steps do not make their mover better off; told of those alone that
  /// were followed by ``Sequences/leastReluctance``.
  package struct Way: Sendable, Hashable {
    /// The steps.
    package let steps: [Step]
    /// The places of reluctant ones among them.
    package let reluctant: [Int]
  }

  private init(_ symbolic: consuming SymbolicConflict, _ memory: UInt64, _ control: Control) {
    // Those are neighbours whose options are.
    let places = symbolic.conflict.actors.indices.map { actor in
      symbolic.table.order.firstIndex {
        $0 < symbolic.optionCount && symbolic.conflict.options[$0].actor == actor
      }
    }
    movers = symbolic.conflict.actors.indices.filter { symbolic.canMove($0) }
      .sorted { (places[$0] ?? 0, $0) < (places[$1] ?? 0, $1) }
    isLastWatched = !movers.allSatisfy { symbolic.isTransitive($0) }
    self.symbolic = symbolic
    self.memory = memory
    self.control = control
  }

  /// A conflict in option form made ready.
  ///
  /// - Parameter states: Its states as the engine holds them that solved it: in that order of the options its sets
  ///   take little room.
  package static func ready(
    _ conflict: Conflict, like states: FeasibleStates? = nil, memory: UInt64, control: Control = Control()
  ) throws(StateGraph.Stopped) -> ReachableSets {
    do throws(DiagramHalt) {
      let ready = try SymbolicConflict.ready(
        conflict, order: states?.diagram?.order, memoryLimit: Int(clamping: memory)
      ) { control.shouldStop() != nil }
      var sets = ReachableSets(ready, memory, control)
      try sets.prepare()
      return sets
    } catch { throw StateGraph.Stopped(error, memory: memory, control) }
  }

  private mutating func prepare() throws(DiagramHalt) {
    for actor in movers {
      // Staying is no move: it would let another move twice running.
      let moves = try symbolic.table.subtracting(symbolic.moves[actor], symbolic.staying(actor))
      let gains = try symbolic.improvements(of: actor)
      steps[.move, default: []].append(moves)
      steps[.gain, default: []].append(gains)
      steps[.reluctant, default: []].append(try symbolic.table.subtracting(moves, gains))
      tidy(keeping: [])
    }
  }

  private func stopped(_ halt: DiagramHalt) -> StateGraph.Stopped {
    StateGraph.Stopped(halt, memory: memory, control)
  }

  // MARK: Memory

  /// Frees what nobody holds, when that is worth it.
  mutating func tidy(keeping held: [Diagram]) {
    if symbolic.table.nodeCount < symbolic.mostNodes { return }
    let own = steps.values.flatMap { $0 } + trails.flatMap { $0.sets } + sized.sets + groups
    symbolic.tidy(keeping: own + held)
  }

  private mutating func held(_ set: Diagram) -> Group {
    groups.append(set)
    return Group(set: set)
  }

  /// Says how far it has come, and ends where it is told to.
  func goOn(after stepCount: Int) throws(DiagramHalt) {
    control.report(Control.Progress(phase: .searching, done: UInt64(stepCount)))
    if control.shouldStop() != nil { throw .stopped }
  }
}

// MARK: Groups of states

extension ReachableSets {
  /// The states where a condition holds.
  package mutating func group(where condition: Condition) throws(StateGraph.Stopped) -> Group {
    do throws(DiagramHalt) {
      let set = try symbolic.set(symbolic.conflict.predicate(condition))
      return held(try symbolic.table.intersection(set, symbolic.states))
    } catch { throw stopped(error) }
  }

  /// The states of a selection that holds a set.
  package mutating func group(_ selection: Selection) throws(StateGraph.Stopped) -> Group {
    guard case .diagram(let set) = selection.slots else { preconditionFailure("the selection is a list") }
    do throws(DiagramHalt) {
      return held(try symbolic.table.thawed(set))
    } catch { throw stopped(error) }
  }

  /// One state.
  package mutating func group(_ state: State) throws(StateGraph.Stopped) -> Group {
    do throws(DiagramHalt) {
      return held(try symbolic.cube(state, symbolic.takenVariables))
    } catch { throw stopped(error) }
  }

  /// What both have.
  package mutating func both(_ one: Group, _ other: Group) throws(StateGraph.Stopped) -> Group {
    do throws(DiagramHalt) {
      return held(try symbolic.table.intersection(one.set, other.set))
    } catch { throw stopped(error) }
  }

  /// What either has.
  package mutating func either(_ one: Group, _ other: Group) throws(StateGraph.Stopped) -> Group {
    do throws(DiagramHalt) {
      return held(try symbolic.table.union(one.set, other.set))
    } catch { throw stopped(error) }
  }

  /// What the second has not.
  package mutating func without(_ one: Group, _ other: Group) throws(StateGraph.Stopped) -> Group {
    do throws(DiagramHalt) {
      return held(try symbolic.table.subtracting(one.set, other.set))
    } catch { throw stopped(error) }
  }

  /// Whether there is none.
  package func isEmpty(_ group: Group) -> Bool { group.set.isEmpty }

  /// How many there are.
  package func count(_ group: Group) -> Int { frozen(group.set).count }

  /// The first so many of them by rising code.
  package mutating func states(in group: Group, atMost most: Int) throws(StateGraph.Stopped) -> [State] {
    do throws(DiagramHalt) {
      return try symbolic.members(of: group.set, atMost: most)
    } catch { throw stopped(error) }
  }

  /// The options that all of them take, and those that none takes, one bit each.
  package func fixed(in group: Group) -> (taken: UInt64, left: UInt64) {
    let set = frozen(group.set)
    var (taken, left) = (0 as UInt64, 0 as UInt64)
    for option in 0..<symbolic.optionCount {
      let bit = 1 << UInt64(option) as UInt64
      let count = set.count(fixing: bit, to: bit)
      if count == set.count { taken |= bit }
      if count == 0 { left |= bit }
    }
    return (taken, left)
  }

  func frozen(_ set: Diagram) -> FrozenDiagram {
    guard let frozen = symbolic.table.frozen(set, over: symbolic.optionCount) else {
      preconditionFailure("all states were counted before")
    }
    return frozen
  }
}

// MARK: What is reached

extension ReachableSets {
  /// Makes ready to follow legal sequences from a state.
  package mutating func begin(
    at start: State, by sequences: Sequences
  ) throws(StateGraph.Stopped) -> Trail {
    do throws(DiagramHalt) {
      return Trail(index: try begin(at: start, by: sequences))
    } catch { throw stopped(error) }
  }

  /// Follows the sequences until nothing new is reached; with a goal, until one of its states is, if that is earlier.
  ///
  /// - Parameter most: After so many combinations of a few nodes what is left is found without counting steps; see
  ///   ``isCut(_:)``. By rising reluctance it is not found at all.
  package mutating func follow(
    _ trail: Trail, until goal: Group? = nil, atMost most: UInt64 = .max
  ) throws(StateGraph.Stopped) {
    do throws(DiagramHalt) {
      try go(on: trail.index, until: goal?.set, atMost: most)
    } catch { throw stopped(error) }
  }

  /// Whether more is reached than the layers have, in more steps than these.
  package func isCut(_ trail: Trail) -> Bool { trails[trail.index].isCut }

  /// How many combinations of a few nodes were made so far.
  package var stepCount: UInt64 { symbolic.table.stepCount }

  /// Lets go of all trails and groups.
  package mutating func forget() {
    trails = []
    groups = []
  }

  /// How many states are reached in 1, 2, 3 … steps and in no fewer.
  package func layerCounts(_ trail: Trail) -> [Int] {
    layers(trail.index).dropFirst().map { frozen($0).count }
  }

  /// The states of each stage but those at the end that are known from before, with somebody else having moved last.
  private func layers(_ index: Int) -> [Diagram] {
    let all = trails[index].stages.map { $0.states }
    let end = all.lastIndex { !$0.isEmpty } ?? 0
    return Array(all[...end])
  }

  /// How many states of a group are reached in 0, 1, 2 … steps and in no fewer.
  package mutating func layerCounts(
    _ trail: Trail, of group: Group
  ) throws(StateGraph.Stopped) -> [Int] {
    do throws(DiagramHalt) {
      var counts: [Int] = []
      for layer in layers(trail.index) {
        let both = try symbolic.table.intersection(layer, group.set)
        counts.append(frozen(both).count)
      }
      return counts
    } catch { throw stopped(error) }
  }

  /// All that is reached, the start included.
  package mutating func reached(_ trail: Trail) -> Group {
    held(trails[trail.index].all)
  }

  /// The states of each layer, the start alone in the first.
  package func layers(_ trail: Trail, of states: FeasibleStates) -> [Selection] {
    layers(trail.index).map { Selection(.diagram(frozen($0)), of: states) }
  }

  /// The fewest steps to one of the states; nil when none is reached.
  package mutating func distance(to group: Group, along trail: Trail) throws(StateGraph.Stopped) -> Int? {
    do throws(DiagramHalt) {
      return try end(at: group.set, of: trail.index).map { trails[trail.index].stages[$0].step }
    } catch { throw stopped(error) }
  }

  /// A plainest way to the nearest of the states: with the fewest steps, of these one that changes least, of these to
  /// the state of the lowest code; nil when none is reached.
  package mutating func way(to group: Group, along trail: Trail) throws(StateGraph.Stopped) -> Way? {
    do throws(DiagramHalt) {
      return try plainestWay(to: group.set, along: trail.index)
    } catch { throw stopped(error) }
  }
}
