/// The search behind the list of feasible states: settles one option after the
/// other and gives up a branch once a rule is known to fail.
///
/// Options are settled in the order in which rules need them, shortest rule
/// first, so that rules are decided early even when the file lists their options
/// far apart; what is found is sorted at the end.
struct FeasibleSearch {
  var limits = EnumerationLimits(states: .max, searchNodes: .max)
  var control = Control()
  private(set) var limit: Limit?

  private let rules: [ReadyCondition]
  /// For each option, the rules that mention it.
  private var watching: [[Int]]
  private var order: [UInt64] = []
  private var partial: PartialState
  private var scratch: [Truth] = []
  private var nodes: UInt64 = 0
  private var found: [State] = []

  init(_ conflict: Conflict, also extra: [ReadyCondition] = []) {
    rules = conflict.compiled.rules + extra
    let count = conflict.options.count
    watching = [[Int]](repeating: [], count: count)
    for (index, rule) in rules.enumerated() {
      for option in 0..<count where rule.optionMask & (1 << UInt64(option)) != 0 {
        watching[option].append(index)
      }
    }
    partial = PartialState(taken: 0, open: (1 << UInt64(count)) - 1)
  }

  /// Fixes every option to its value in `state`, but for those in `open`.
  mutating func settle(_ state: State, except open: UInt64) {
    partial = PartialState(taken: state.code & ~open, open: open)
  }

  /// The feasible states, by rising code; see ``limit`` for whether they are all.
  mutating func run() -> [State] {
    for rule in rules where rule.evaluate(partial, &scratch) == .no { return [] }
    planOrder()
    branch(depth: 0)
    found.sort()
    return found
  }

  private mutating func planOrder() {
    var left = partial.open
    while left != 0 {
      var best: UInt64 = left
      for rule in rules {
        let mentioned = rule.optionMask & left
        if mentioned != 0, mentioned.nonzeroBitCount < best.nonzeroBitCount { best = mentioned }
      }
      // The highest option first, so that states come out nearly in order.
      while best != 0 {
        let option = UInt64(63 - best.leadingZeroBitCount)
        order.append(option)
        best &= ~(1 << option)
        left &= ~(1 << option)
      }
    }
  }

  private mutating func branch(depth: Int) {
    if depth == order.count {
      if UInt64(found.count) == limits.states {
        limit = .states(limits.states)
        return
      }
      found.append(State(partial.taken))
      return
    }
    let option = order[depth]
    let bit: UInt64 = 1 << option
    let before = partial
    for value in [UInt64(0), bit] where limit == nil {
      nodes += 1
      if nodes > limits.searchNodes, nodes > allowedNodes { limit = .searchNodes(limits.searchNodes) }
      // Often, since the rules may be long; asking costs little beside a step.
      if nodes % 16 == 0, let reason = control.shouldStop() { limit = reason }
      if nodes % 4096 == 0 {
        control.report(Control.Progress(phase: .listingStates, done: UInt64(found.count)))
      }
      if limit != nil { return }
      partial = PartialState(taken: before.taken | value, open: before.open & ~bit)
      if isPossible(after: Int(option)) { branch(depth: depth + 1) }
    }
    partial = before
  }

  private var allowedNodes: UInt64 {
    let (more, isTooMany) = UInt64(found.count).multipliedReportingOverflow(by: limits.stepsPerState)
    return isTooMany ? .max : limits.searchNodes &+ min(more, .max - limits.searchNodes)
  }

  private mutating func isPossible(after option: Int) -> Bool {
    for index in watching[option] where rules[index].evaluate(partial, &scratch) == .no {
      return false
    }
    return true
  }
}
