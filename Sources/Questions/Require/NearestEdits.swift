package import ConflictModel
internal import CaseFile
internal import Stability

/// The fewest edits of preferences that make a claim true.
package struct NearestEdits: Sendable {
  /// The edits of preferences that there are.
  package var edits: [Edit]
  /// The sets with the fewest edits that do, by index, each rising; empty when none
  /// of those tried does.
  package var sets: [[Int]]
  /// How many sets of each size were tried, from size 1.
  package var tried: [Int]
  /// A size that was left out because it has too many sets, with how many.
  package var leftOut: (size: Int, sets: Int)?
  /// Why the search ended early, or nil.
  package var limit: Limit?

  /// The most sets of one size that are tried.
  package static let setLimit = 250_000
}

extension NearestEdits {
  /// Tries all sets of one edit, of two and so on, until some make the claim true.
  ///
  /// - Parameters:
  ///   - subject: The case, in which the claim is false.
  ///   - claim: That something lasts.
  ///   - size: The largest sets to try.
  ///   - limits: How far the states are listed.
  ///   - control: When to stop, and how to share work out.
  init(
    _ subject: Case, _ claim: Claim, upTo size: Int, limits: EnumerationLimits, control: Control
  ) throws(StateGraph.Stopped) {
    edits = subject.edits.filter { $0.preferenceActor != nil }
    sets = []
    tried = []
    let base = Workbench(
      try Frame(subject.conflict, claim: claim, limits: limits, control: control.silent), edits: edits,
      depth: 1)
    let sizes = (1...max(size, 1)).prefix { $0 <= edits.count }
    let counts = sizes.map { EditPlan.binomial(edits.count, $0) }
    let total = counts.filter { $0 <= Self.setLimit }.reduce(0, +)
    for (size, count) in zip(sizes, counts) {
      if count > Self.setLimit {
        leftOut = (size: size, sets: Int(clamping: count))
        return
      }
      try run(size, base, total, control)
      if !sets.isEmpty || limit != nil { return }
    }
  }

  private struct Tally {
    var sets: [[Int]] = []
    var tried = 0
    var limit: Limit?
  }

  private mutating func run(
    _ size: Int, _ base: Workbench, _ total: UInt64, _ control: Control
  ) throws(StateGraph.Stopped) {
    let plan = EditPlan(edits, size: size, flipping: [])
    var base = base
    base.depth = size
    if size > 1 { try base.prepare(for: plan.preferences, control: control.silent) }
    let tasks = plan.tasks().filter { $0.structural.isEmpty }
    let tally = Shared(Tally(), control)
    let before = tried.reduce(0, +)
    control.forEach(tasks.count) { [base] index in
      var bench = base
      let notes = StateGraph.Inquiry.Notes()
      var (found, count): ([[Int]], Int) = ([], 0)
      do throws(StateGraph.Stopped) {
        if let stop = control.shouldStop() { throw StateGraph.Stopped(limit: stop) }
        try plan.forEachSet(of: tasks[index]) { set throws(StateGraph.Stopped) in
          if try bench.holds(after: set, notes) == true { found.append(set) }
          count += 1
          if count % 16 == 0, let stop = control.shouldStop() { throw StateGraph.Stopped(limit: stop) }
        }
      } catch {
        tally.change { $0.limit = error.limit }
      }
      tally.change { tally in
        tally.sets += found
        tally.tried += count
        control.report(Control.Progress(phase: .varying, done: UInt64(before + tally.tried), total: total))
      }
    }
    let all = tally.value
    sets = all.sets.sorted { $0.lexicographicallyPrecedes($1) }
    tried.append(all.tried)
    limit = all.limit
  }
}
