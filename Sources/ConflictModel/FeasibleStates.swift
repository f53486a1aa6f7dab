/// The feasible states of a conflict, by rising code.
///
/// A state's *number* is its place in this list, counted from 1.
///
///     let states = conflict.feasibleStates().states
///     states.number(of: State(8))   // 9 when states 0 to 7 are feasible, too
public struct FeasibleStates: Sendable, Equatable, RandomAccessCollection {
  private let states: [State]

  /// The given states, which must be in rising order.
  public init(_ states: [State]) {
    self.states = states
  }

  /// The position of the first state: 0.
  public var startIndex: Int { 0 }
  /// One past the position of the last state.
  public var endIndex: Int { states.count }
  /// The state at a position, counted from 0.
  public subscript(position: Int) -> State { states[position] }

  /// The position of `state`, from 0, or nil when it is not feasible.
  ///
  /// - Complexity: O(log *n*)
  public func position(of state: State) -> Int? {
    var (low, high) = (0, states.count)
    while low < high {
      let middle = (low + high) / 2
      if states[middle] < state { low = middle + 1 } else { high = middle }
    }
    return low < states.count && states[low] == state ? low : nil
  }

  /// The number of `state`, from 1, or nil when it is not feasible.
  public func number(of state: State) -> Int? {
    position(of: state).map { $0 + 1 }
  }
}

/// What a search for feasible states found.
public struct Enumeration: Sendable, Equatable {
  /// The states found; all there are when `limit` is nil.
  public var states: FeasibleStates
  /// What ended the search early, or nil when it is complete.
  public var limit: Limit?
}

/// How far a search for feasible states may go.
public struct EnumerationLimits: Sendable, Hashable {
  /// The most states that are listed.
  public var states: UInt64
  /// The most steps of the search, one for each option settled.
  public var searchNodes: UInt64

  /// Limits with the given figures; by default 2²⁰ states and 10⁷ steps for each
  /// million of them.
  public init(states: UInt64 = 1 << 20, searchNodes: UInt64 = 10_000_000) {
    self.states = states
    self.searchNodes = searchNodes
  }
}

extension Conflict {
  /// Lists the feasible states, by branching on options and giving up a branch
  /// as soon as some rule can no longer hold.
  ///
  /// - Complexity: O(*f* · *n*) steps for *f* feasible states and *n* options
  ///   when the rules prune well; never more than `limits` allows.
  public func feasibleStates(
    limits: EnumerationLimits = EnumerationLimits(), control: Control = Control()
  ) -> Enumeration {
    if case .graph(let stateCount) = form {
      let isLimited = UInt64(stateCount) > limits.states
      let listed = isLimited ? limits.states : UInt64(stateCount)
      return Enumeration(
        states: FeasibleStates((0..<listed).map { State($0) }),
        limit: isLimited ? .states(limits.states) : nil)
    }
    var search = FeasibleSearch(self)
    search.limits = limits
    search.control = control
    let found = search.run()
    return Enumeration(states: FeasibleStates(found), limit: search.limit)
  }

  /// The feasible states in which each of `conditions` holds, at most
  /// `limits.states` of them, by rising code.
  public func feasibleStates(
    where conditions: [Condition], limits: EnumerationLimits = EnumerationLimits(),
    control: Control = Control()
  ) -> Enumeration {
    if case .graph = form {
      let predicates = conditions.map(predicate)
      let all = feasibleStates().states.filter { state in predicates.allSatisfy { $0(state) } }
      let isLimited = UInt64(all.count) > limits.states
      return Enumeration(
        states: FeasibleStates(isLimited ? Array(all[..<Int(limits.states)]) : all),
        limit: isLimited ? .states(limits.states) : nil)
    }
    var search = FeasibleSearch(self, also: conditions.map(predicate))
    search.limits = limits
    search.control = control
    let found = search.run()
    return Enumeration(states: FeasibleStates(found), limit: search.limit)
  }
}
