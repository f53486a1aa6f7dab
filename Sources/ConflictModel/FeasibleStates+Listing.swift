/// How far a search for feasible states may go.
public struct EnumerationLimits: Sendable, Hashable {
  /// The most states that are listed.
  public var states: UInt64
  /// The most steps of the search, one for each option settled.
  public var searchNodes: UInt64
  /// So many more steps are allowed for each state found, so that a search that
  /// finds many is not taken for one that is lost.
  public var stepsPerState: UInt64 = 0
  /// The most memory in bytes that lists of moves may take, where all moves are
  /// listed: a fibre of *m* states has some *m*² of them.
  public var moveBytes: UInt64 = 1 << 30

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
