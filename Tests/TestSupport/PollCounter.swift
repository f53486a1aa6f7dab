public import ConflictModel

/// Counts how often a computation asks whether to stop, and says yes from the
/// question with a given number on. For computations on one thread.
public final class PollCounter: @unchecked Sendable {
  /// How many questions there were.
  public private(set) var count = 0
  /// The longest time between two questions.
  public private(set) var longestGap = Duration.zero
  /// The phases that were reported, each where it first came up.
  public private(set) var phases: [Control.Progress.Phase] = []
  /// The reports of less than was reported before in the same phase.
  public private(set) var setbacks: [Control.Progress] = []

  private let stopAt: Int
  private var latestReports: [Control.Progress.Phase: Control.Progress] = [:]
  private var latest = ContinuousClock.now

  /// A counter that says stop at question `stopAt`, counted from 1, and after.
  public init(stopAt: Int = .max) {
    self.stopAt = stopAt
  }

  /// The control to hand to the computation.
  public var control: Control {
    Control(
      shouldStop: { [self] in
        count += 1
        longestGap = max(longestGap, ContinuousClock.now - latest)
        latest = ContinuousClock.now
        return count >= stopAt ? .interrupted : nil
      },
      report: { [self] progress in
        if !phases.contains(progress.phase) { phases.append(progress.phase) }
        if let before = latestReports[progress.phase],
          before.total != progress.total || before.done > progress.done
        {
          setbacks.append(progress)
        }
        latestReports[progress.phase] = progress
      })
  }
}
