internal import ConflictModel
internal import DecisionDiagrams

/// A conflict in option form as sets of assignments: which combinations of options are states, whose moves lead
/// where, and what each actor wants, statement by statement.
///
/// There are two variables for each option: whether it is taken (`taken`), and whether it is in the state that a
/// move leads to (`next`).
struct SymbolicConflict: ~Copyable {
  let conflict: Conflict
  var table: DiagramTable
  let optionCount: Int
  /// What has nothing to do with what.
  private let components: Components
  /// Whether somebody's wishes were changed to ones that speak of another component, so that there are none any more.
  private var isTied = false
  /// With so many nodes those are freed that nobody holds.
  var mostNodes = Self.leastNodes
  /// The states.
  private(set) var states = Diagram.everything
  /// For each actor, the states that it sees.
  private(set) var domains: [Diagram] = []
  /// For each actor, its bits of rank as conditions, the most important first.
  var bits: [[Diagram]] = []
  /// For each actor, the cubes of its own options, as they are and as they come to be.
  private(set) var own: [(taken: Diagram, next: Diagram)] = []
  /// For each actor, its options as they come to be in the place of what they are.
  private(set) var leading: [DiagramTable.Substitution] = []
  /// For each actor, its options as they are in the place of what they come to be.
  private(set) var arriving: [DiagramTable.Substitution] = []
  /// All options as they come to be in the place of what they are, once it was asked for.
  var anywhere: DiagramTable.Substitution?
  /// For each actor, from which state to which it may move, or stay: own options have their `next`, all others
  /// stay.
  private(set) var moves: [Diagram] = []

  /// A conflict made ready, with the options in an order that is known to be good, or in one that should be.
  static func ready(
    _ conflict: Conflict, order options: [Int]? = nil, memoryLimit: Int,
    shouldStop: @escaping () -> Bool = { false }
  ) throws(DiagramHalt) -> SymbolicConflict {
    let order =
      options.map { $0.flatMap { [conflict.options.count + $0, $0] } } ?? VariableOrder(conflict).order
    var symbolic = SymbolicConflict(
      conflict, try DiagramTable(order: order, memoryLimit: memoryLimit, shouldStop: shouldStop))
    try symbolic.prepare()
    return symbolic
  }

  /// The feasible states alone; nil where there are more than can be counted in a word.
  static func states(
    _ conflict: Conflict, memoryLimit: Int, shouldStop: @escaping () -> Bool = { false }
  ) throws(DiagramHalt) -> FrozenDiagram? {
    let order = VariableOrder(conflict).order
    var symbolic = SymbolicConflict(
      conflict, try DiagramTable(order: order, memoryLimit: memoryLimit, shouldStop: shouldStop))
    try symbolic.obeyRules()
    return symbolic.table.frozen(symbolic.states, over: symbolic.optionCount)
  }

  private init(_ conflict: Conflict, _ table: consuming DiagramTable) {
    self.conflict = conflict
    optionCount = conflict.options.count
    components = Components(conflict)
    self.table = table
  }

  private mutating func obeyRules() throws(DiagramHalt) {
    for rule in conflict.readyRules { states = try table.intersection(states, set(rule)) }
  }

  private mutating func prepare() throws(DiagramHalt) {
    try obeyRules()
    for actor in conflict.actors.indices {
      var domain = states
      for unseen in conflict.readyMisperceptions(of: actor) {
        domain = try table.subtracting(domain, set(unseen))
      }
      domains.append(domain)
      bits.append(try RankBits.sets(of: conflict.actors[actor].preference, &self))
      try addMoves(of: actor)
    }
  }

  func taken(_ option: Int) -> Int { option }
  func next(_ option: Int) -> Int { optionCount + option }

  /// The variables of the options as they are.
  var takenVariables: [Int] { Array(0..<optionCount) }

  func ownOptions(of actor: Int) -> [Int] {
    conflict.options.indices.filter { conflict.options[$0].actor == actor }
  }

  /// The combinations in which a condition holds.
  mutating func set(_ condition: ReadyCondition) throws(DiagramHalt) -> Diagram {
    try table.set(condition, optionCount: optionCount)
  }

  // MARK: Moves

  private mutating func addMoves(of actor: Int) throws(DiagramHalt) {
    let options = ownOptions(of: actor)
    own.append((try table.all(options.map { taken($0) }), try table.all(options.map { next($0) })))
    var (ahead, back): ([(variable: Int, by: Diagram)], [(variable: Int, by: Diagram)]) = ([], [])
    for option in options {
      ahead.append((taken(option), try table.variable(next(option))))
      back.append((next(option), try table.variable(taken(option))))
    }
    let substitution = try table.substitution(ahead)
    leading.append(substitution)
    arriving.append(try table.substitution(back))
    var moves = try table.intersection(domains[actor], table.applying(substitution, to: domains[actor]))
    for option in options {
      let (now, then) = (try table.variable(taken(option)), try table.variable(next(option)))
      switch conflict.options[option].direction {
      case .both: break
      case .take: moves = try table.intersection(moves, table.union(!now, then))
      case .drop: moves = try table.intersection(moves, table.union(now, !then))
      }
      for requirement in conflict.requirements where requirement.option == option {
        let needs = try set(conflict.predicate(requirement.needs))
        moves = try table.intersection(moves, table.union(table.union(now, !then), needs))
      }
    }
    for forbidden in conflict.actors[actor].cannot {
      let from = try set(conflict.predicate(forbidden.from))
      let to = try table.applying(substitution, to: set(conflict.predicate(forbidden.to)))
      moves = try table.subtracting(moves, table.intersection(from, to))
    }
    self.moves.append(moves)
  }

  /// A state, as far as some of the options go.
  mutating func cube(_ state: State, _ options: some Sequence<Int>) throws(DiagramHalt) -> Diagram {
    try table.cube(options.map { (taken($0), state.takes($0)) })
  }

  /// The first so many members by rising code.
  mutating func members(of set: Diagram, atMost most: Int) throws(DiagramHalt) -> [State] {
    var found: [State] = []
    try table.forEachMember(of: set, over: takenVariables) { code in
      found.append(State(UInt64(truncatingIfNeeded: code)))
      return found.count < most
    }
    return found
  }

  /// The member of the lowest code; nil where there is none.
  mutating func member(of set: Diagram) throws(DiagramHalt) -> State? {
    try members(of: set, atMost: 1).first
  }

  /// The states that one of the moves of the actor leads to from a state.
  mutating func targets(
    of actor: Int, from state: State, _ moves: Diagram
  ) throws(DiagramHalt) -> Diagram {
    let here = try cube(state, 0..<optionCount)
    let ends = try table.exists(table.all(takenVariables), inBoth: moves, here)
    let others = conflict.options.indices.filter { conflict.options[$0].actor != actor }
    let rest = try cube(state, others)
    let found = try table.intersection(table.applying(arriving[actor], to: ends), rest)
    return try table.subtracting(found, here)
  }

  /// The states from which one of the moves leads into a set.
  mutating func before(
    _ set: Diagram, by actor: Int, _ moves: Diagram
  ) throws(DiagramHalt) -> Diagram {
    let ends = try table.applying(leading[actor], to: set)
    return try table.exists(own[actor].next, inBoth: moves, ends)
  }

  /// Those whose answers matter to the actor: the others of its component, unless one of these may not move twice
  /// running, which somebody from elsewhere can help with.
  func others(of actor: Int) -> [Int] {
    let others = conflict.actors.indices.filter { $0 != actor && canMove($0) }
    if isTied { return others }
    let near = others.filter { components.ofActor[$0] == components.ofActor[actor] }
    return near.allSatisfy { isTransitive($0) } ? near : others
  }

  /// Takes notice that an actor may have other wishes than the conflict's.
  mutating func admit(_ preference: Preference, of actor: Int) {
    guard let part = components.ofActor[actor] else { return }
    let mentioned = Components.mentioned(in: preference, of: conflict)
    if mentioned & ~components.parts[part] != 0 { isTied = true }
  }

  // MARK: Memory

  /// With so many nodes those are freed that nobody holds, for the first time.
  private static let leastNodes = 1 << 18

  /// All that is held here.
  private var parts: [Diagram] {
    [states] + domains + bits.flatMap { $0 } + moves + own.flatMap { [$0.taken, $0.next] }
  }

  /// Frees what nobody holds, where there are many more nodes than at the last time.
  ///
  /// - Parameter held: What is held besides the parts of the conflict.
  mutating func tidy(keeping held: [Diagram]) {
    if table.nodeCount < mostNodes { return }
    table.collect(keeping: held + parts)
    mostNodes = max(Self.leastNodes, 3 * table.nodeCount)
  }

  /// Looks for an order of the variables with which there are fewer nodes, once.
  mutating func sift(keeping held: [Diagram]) throws(DiagramHalt) {
    try table.sift(keeping: held + parts, atMost: Self.mostExchanges)
  }

  /// So many exchanges of neighbours: some hundred for each of a hundred variables.
  private static let mostExchanges = 1 << 14
}
