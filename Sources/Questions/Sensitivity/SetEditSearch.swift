internal import CaseFile
internal import ConflictModel
internal import Stability

/// The search for the smallest sets of edits that flip a claim, where there are more states than can be listed: the
/// same sets in the same order as of ``EditSearch``, each decided by sets of states.
struct SetEditSearch {
  private let subject: Case
  private let states: FeasibleStates
  private let memory: UInt64
  private let control: Control
  private var found: Sensitivity

  init(_ subject: Case, _ claim: Claim, over states: FeasibleStates, memory: UInt64, control: Control) {
    (self.subject, self.states, self.memory, self.control) = (subject, states, memory, control)
    let edits = subject.edits
    found = Sensitivity(
      claim: claim, holds: nil, edits: edits, effects: edits.map { _ in .untried }, minimalSets: [],
      setCounts: [], completeSizes: 0, variantCount: 0, limit: nil)
  }

  /// What is found with sets of up to so many edits.
  static func answer(
    _ subject: Case, _ claim: Claim, over states: FeasibleStates, upTo size: Int, memory: UInt64,
    control: Control
  ) -> Sensitivity {
    var search = SetEditSearch(subject, claim, over: states, memory: memory, control: control)
    do throws(StateGraph.Stopped) { try search.run(upTo: size) } catch { search.found.limit = error.limit }
    return search.found
  }

  private func frame(_ structural: [Int]) throws(StateGraph.Stopped) -> SetFrame {
    try SetFrame(
      subject.applying(structural: structural.map { found.edits[$0] }), claim: found.claim,
      edits: found.edits, like: states, memory: memory, control: control)
  }

  private mutating func run(upTo size: Int) throws(StateGraph.Stopped) {
    var base = try frame([])
    found.holds = try base.holds(after: [])
    guard let holds = found.holds else { return }
    let sizes = (1...max(1, size)).filter { $0 <= found.edits.count }
    let total = sizes.reduce(0) { $0 + EditPlan.binomial(found.edits.count, $1) }
    var before: UInt64 = 0
    for size in sizes {
      let plan = EditPlan(found.edits, size: size, flipping: found.minimalSets)
      found.setCounts.append(0)
      var flipping: [[Int]] = []
      defer { found.minimalSets += flipping.sorted { $0.lexicographicallyPrecedes($1) } }
      for task in plan.tasks() {
        if task.structural.isEmpty {
          try work(on: task, plan, &base, holds, &flipping, before, of: total)
        } else {
          var frame = try frame(task.structural)
          try work(on: task, plan, &frame, holds, &flipping, before, of: total)
        }
      }
      before += EditPlan.binomial(found.edits.count, size)
      found.completeSizes = size
    }
  }

  /// Tries every set of one task.
  private mutating func work(
    on task: EditPlan.Task, _ plan: EditPlan, _ frame: inout SetFrame, _ holds: Bool,
    _ flipping: inout [[Int]], _ before: UInt64, of total: UInt64
  ) throws(StateGraph.Stopped) {
    let decided = frame.decidedCount
    var sets: [[Int]] = []
    plan.forEachSet(of: task) { sets.append($0) }
    for preferences in sets {
      let place = found.setCounts.count - 1
      control.report(
        Control.Progress(phase: .varying, done: before + UInt64(found.setCounts[place]), total: total))
      if let limit = control.shouldStop() { throw StateGraph.Stopped(limit: limit) }
      let verdict = try frame.holds(after: preferences)
      let set = (task.structural + preferences).sorted()
      if let verdict, verdict != holds { flipping.append(set) }
      if set.count == 1 {
        found.effects[set[0]] = try effect(verdict, holds, task, preferences, &frame)
      }
      found.setCounts[place] += 1
    }
    found.variantCount += frame.decidedCount - decided
  }

  private func effect(
    _ verdict: Bool?, _ holds: Bool, _ task: EditPlan.Task, _ preferences: [Int], _ frame: inout SetFrame
  ) throws(StateGraph.Stopped) -> Sensitivity.Effect {
    guard let verdict else { return .moot }
    if verdict != holds { return .flips }
    if !task.structural.isEmpty { return .keeps }
    return try frame.changesNothing(preferences) ? .idle : .keeps
  }
}
