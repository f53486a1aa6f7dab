internal import ConflictModel

/// The states and moves among which reasons are searched for, by slot.
protocol ReasonSpace {
  /// How well an actor likes a state: the greater, the better.
  associatedtype Rank: Comparable

  /// How many actors there are.
  var actorCount: Int { get }
  /// No slot is as great.
  var slotCount: Int { get }
  /// Whether more states came up than there are slots; what was found then is no reason.
  var isExceeded: Bool { get }

  /// The state in a slot.
  func state(_ slot: Int) -> State
  /// How well the actor likes the state in a slot.
  mutating func rank(_ actor: Int, _ slot: Int) -> Rank
  /// Adds the slots that one move of the actor leads to, by rising code.
  mutating func appendTargets(of actor: Int, from slot: Int, to list: inout [UInt32])
}

extension ReasonSpace {
  /// Adds the slots that one improvement of the actor leads to, by rising code.
  mutating func appendImprovements(of actor: Int, from slot: Int, to list: inout [UInt32]) {
    let own = rank(actor, slot)
    let first = list.count
    appendTargets(of: actor, from: slot, to: &list)
    // Those that are no better are closed up over, in place.
    var kept = first
    for index in first..<list.count where rank(actor, Int(list[index])) > own {
      list[kept] = list[index]
      kept += 1
    }
    list.removeLast(list.count - kept)
  }
}

/// The states of tables that were worked out.
struct TableSpace: ReasonSpace {
  let tables: Tables

  var actorCount: Int { tables.moves.count }
  var slotCount: Int { tables.slots.count }
  var isExceeded: Bool { false }

  func state(_ slot: Int) -> State { State(tables.slots.code(of: slot)) }
  func rank(_ actor: Int, _ slot: Int) -> UInt32 { tables.ranks[actor][slot] }

  func appendTargets(of actor: Int, from slot: Int, to list: inout [UInt32]) {
    tables.moves[actor].appendTargets(of: slot, to: &list)
  }

  func appendImprovements(of actor: Int, from slot: Int, to list: inout [UInt32]) {
    tables.appendImprovements(of: actor, from: slot, to: &list)
  }
}

/// States as they come up, by the definitions: for reasons that need few of very many.
struct MetSpace: ReasonSpace {
  let conflict: Conflict
  private var met: CodeTable
  /// For each actor, by slot, how it likes those states of which it was asked.
  private var standings: [[Standing?]]
  private(set) var isExceeded = false

  /// So many states at most.
  static let mostStates = 1 << 11
  /// An actor with more options of its own has too many moves to list them at every state.
  private static let mostOptions = 12

  init(_ conflict: Conflict, from state: State) {
    self.conflict = conflict
    met = CodeTable(capacity: Self.mostStates)
    standings = conflict.actors.map { _ in [] }
    _ = met.number(of: state.code)
    isExceeded = conflict.actors.indices.contains {
      conflict.optionMask(of: $0).nonzeroBitCount > Self.mostOptions
    }
  }

  var actorCount: Int { conflict.actors.count }
  var slotCount: Int { Self.mostStates }

  func state(_ slot: Int) -> State { State(met.codes[slot]) }

  mutating func rank(_ actor: Int, _ slot: Int) -> Standing {
    while standings[actor].count <= slot { standings[actor].append(nil) }
    if let known = standings[actor][slot] { return known }
    let standing = conflict.standing(of: actor, in: state(slot))
    standings[actor][slot] = standing
    return standing
  }

  mutating func appendTargets(of actor: Int, from slot: Int, to list: inout [UInt32]) {
    if isExceeded { return }
    for target in conflict.moves(of: actor, from: state(slot)) {
      if met.codes.count == Self.mostStates, met.find(target.code) == nil {
        isExceeded = true
        return
      }
      list.append(UInt32(met.number(of: target.code)))
    }
  }
}
