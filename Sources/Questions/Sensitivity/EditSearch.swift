import CaseFile
import ConflictModel
import Stability

/// The search for the smallest sets of edits that flip a claim, size by size.
///
/// A set is taken apart into edits of preferences and the others. Each choice of
/// the others makes a frame; within a frame variants differ by orders alone. The
/// frame without any is shared by all who work on it, the others are made and
/// given up again by whoever gets to them.
struct EditSearch: Sendable {
  let subject: Case
  let claim: Claim
  let edits: [Edit]
  let limits: EnumerationLimits
  let control: Control

  private var base: Workbench?
  private var holds: Bool?
  private var effects: [Sensitivity.Effect]
  private var minimalSets: [[Int]] = []
  private var setCounts: [Int] = []
  private var completeSizes = 0
  private var variantCount = 0
  private var limit: Limit?
  /// How much of the whole each size counts for, from 1: its sets, even those that
  /// need not be tried.
  private var scale: [UInt64] = []

  init(_ subject: Case, _ claim: Claim, limits: EnumerationLimits, control: Control) {
    self.subject = subject
    self.claim = claim
    self.limits = limits
    self.control = control
    edits = subject.edits
    effects = edits.map { _ in .untried }
    do throws(StateGraph.Stopped) {
      var base = Workbench(
        try Frame(subject.conflict, claim: claim, limits: limits, control: control), edits: edits,
        depth: 1)
      holds = try base.holds(after: [], StateGraph.Inquiry.Notes())
      self.base = base
    } catch {
      limit = error.limit
    }
  }

  var answer: Sensitivity {
    Sensitivity(
      claim: claim, holds: holds, edits: edits, effects: effects, minimalSets: minimalSets,
      setCounts: setCounts, completeSizes: completeSizes, variantCount: variantCount, limit: limit)
  }

  /// Goes through the sizes one after the other.
  mutating func run(upTo size: Int) {
    guard holds != nil else { return }
    let sizes = (1...max(1, size)).filter { $0 <= edits.count }
    scale = sizes.map { EditPlan.binomial(edits.count, $0) }
    for size in sizes where limit == nil { tryAll(of: size) }
  }

  private mutating func tryAll(of size: Int) {
    guard var base else { return }
    let plan = EditPlan(edits, size: size, flipping: minimalSets)
    base.depth = size
    if size > 1 {
      do { try base.prepare(for: plan.preferences, control: control.silent) } catch {
        limit = error.limit
        return
      }
      self.base = base
    }
    let tasks = plan.tasks()
    let total = tasks.reduce(0) { $0 + plan.count(of: $1) }
    let results = Slots(count: tasks.count, filledWith: TaskResult())
    let done = Shared<UInt64>(0, control)
    let bundles = EditPlan.bundles(tasks)
    control.forEach(bundles.count) { [self, base] index in
      var frames = FrameStack(base.frame)
      for task in bundles[index] {
        results.base[task] = work(on: tasks[task], plan, base, &frames) { more in
          done.change {
            $0 += UInt64(more)
            control.report(progress($0, of: total, size: size))
          }
        }
      }
    }
    take(results.all, of: size)
  }

  /// How much of all sizes is done, when so much is of one.
  private func progress(_ done: UInt64, of total: UInt64, size: Int) -> Control.Progress {
    let before = scale.prefix(size - 1).reduce(0, +)
    let share = Double(scale[size - 1]) * min(Double(done) / Double(max(total, 1)), 1)
    return Control.Progress(
      phase: .varying, done: before + UInt64(share), total: scale.reduce(0, +))
  }

  /// What became of one share of the work.
  private struct TaskResult {
    /// The sets that flip the claim.
    var flipping: [[Int]] = []
    /// What single edits do, by index.
    var effects: [(edit: Int, effect: Sensitivity.Effect)] = []
    var setCount = 0
    var variantCount = 0
    var limit: Limit?
  }

  private mutating func take(_ results: [TaskResult], of size: Int) {
    var found: [[Int]] = []
    for result in results {
      found += result.flipping
      for (edit, effect) in result.effects { effects[edit] = effect }
      variantCount += result.variantCount
      limit = limit ?? result.limit
    }
    minimalSets += found.sorted { $0.lexicographicallyPrecedes($1) }
    setCounts.append(results.reduce(0) { $0 + $1.setCount })
    if limit == nil { completeSizes = size }
  }

  /// The frames of structural edits and of more and more added to them, and what a
  /// thread needs to ask about them.
  private struct FrameStack {
    let notes = StateGraph.Inquiry.Notes()
    private var frames: [(structural: [Int], frame: Frame)]

    init(_ base: Frame) {
      frames = [([], base)]
    }

    /// Puts the frame of such edits on the one that has most in common with it.
    mutating func add<Failure>(
      _ structural: [Int], _ make: (Frame) throws(Failure) -> Frame
    ) throws(Failure) -> Frame {
      while frames.count > 1, !structural.starts(with: frames[frames.count - 1].structural) {
        frames.removeLast()
      }
      let frame = try make(frames[frames.count - 1].frame)
      frames.append((structural, frame))
      return frame
    }
  }

  /// Tries every set of one task.
  private func work(
    on task: EditPlan.Task, _ plan: EditPlan, _ base: Workbench, _ frames: inout FrameStack,
    report: (Int) -> Void
  ) -> TaskResult {
    var result = TaskResult()
    var bench = base
    let notes = frames.notes
    if let stop = control.shouldStop() {
      result.limit = stop
      return result
    }
    var before = bench.decidedCount
    var reported = 0
    do throws(StateGraph.Stopped) {
      if !task.structural.isEmpty {
        let conflict = subject.applying(structural: task.structural.map { edits[$0] })
        let frame = try frames.add(task.structural) { other throws(StateGraph.Stopped) in
          try Frame(conflict, claim: claim, like: other, limits: limits, control: control.silent)
        }
        bench = Workbench(frame, edits: edits, depth: plan.size - task.structural.count)
        before = 0
      }
      try plan.forEachSet(of: task) { preferences throws(StateGraph.Stopped) in
        let verdict = try bench.holds(after: preferences, notes)
        let set = (task.structural + preferences).sorted()
        if let verdict, verdict != holds { result.flipping.append(set) }
        if set.count == 1 {
          let isIdle = task.structural.isEmpty && bench.changesNothing(preferences)
          result.effects.append(
            (set[0], verdict == nil ? .moot : verdict != holds ? .flips : isIdle ? .idle : .keeps))
        }
        result.setCount += 1
        if result.setCount % 16 == 0 {
          report(result.setCount - reported)
          reported = result.setCount
          if let stop = control.shouldStop() { throw StateGraph.Stopped(limit: stop) }
        }
      }
    } catch {
      result.limit = error.limit
    }
    report(result.setCount - reported)
    result.variantCount = bench.decidedCount - before
    return result
  }
}
