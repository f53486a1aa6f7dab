internal import CaseFile
internal import ConflictModel
internal import Stability

extension NearestEdits {
  /// The same where there are more states than can be listed.
  ///
  /// - Parameters:
  ///   - subject: The case, in which the claim is false.
  ///   - claim: That something lasts.
  ///   - size: The largest sets to try.
  ///   - states: The states of the case, as a set.
  ///   - memory: The most bytes that sets may take.
  ///   - control: When to stop.
  init(
    _ subject: Case, _ claim: Claim, upTo size: Int, over states: FeasibleStates, memory: UInt64,
    control: Control
  ) throws(StateGraph.Stopped) {
    edits = subject.edits.filter { $0.preferenceActor != nil }
    sets = []
    tried = []
    var frame = try SetFrame(
      subject.conflict, claim: claim, edits: edits, like: states, memory: memory, control: control)
    let sizes = (1...max(size, 1)).prefix { $0 <= edits.count }
    let total = sizes.reduce(0) { $0 + min(EditPlan.binomial(edits.count, $1), UInt64(Self.setLimit)) }
    for size in sizes {
      let count = EditPlan.binomial(edits.count, size)
      if count > Self.setLimit {
        leftOut = (size: size, sets: Int(clamping: count))
        return
      }
      tried.append(0)
      do throws(StateGraph.Stopped) { try tryAll(of: size, &frame, total, control) } catch {
        limit = error.limit
      }
      if !sets.isEmpty || limit != nil { return }
    }
  }

  private mutating func tryAll(
    of size: Int, _ frame: inout SetFrame, _ total: UInt64, _ control: Control
  ) throws(StateGraph.Stopped) {
    let plan = EditPlan(edits, size: size, flipping: [])
    var all: [[Int]] = []
    for task in plan.tasks() where task.structural.isEmpty { plan.forEachSet(of: task) { all.append($0) } }
    for set in all {
      let done = UInt64(tried.reduce(0, +))
      control.report(Control.Progress(phase: .varying, done: done, total: total))
      if let limit = control.shouldStop() { throw StateGraph.Stopped(limit: limit) }
      if try frame.holds(after: set) == true { sets.append(set) }
      tried[size - 1] += 1
    }
  }
}
