internal import ConflictModel

/// Counts the steps of a solution, each about as long as the others, and reports
/// them in states.
struct Steps {
  private let control: Control
  private let stateCount: Int
  private let total: Int
  private var done = 0

  init(_ control: Control, total: Int, stateCount: Int) {
    self.control = control
    self.total = total
    self.stateCount = stateCount
  }

  /// One more step is done.
  mutating func take(_ phase: Control.Progress.Phase) {
    done += 1
    control.report(
      Control.Progress(
        phase: phase, done: UInt64(done * stateCount), total: UInt64(max(total, done) * stateCount)))
  }
}
