internal import ConflictModel

/// Counts work, and asks every few thousand units whether to go on; a unit is a
/// move looked at, or something of the kind.
struct Patience {
  /// Why the work has to end; nil while it may go on.
  private(set) var limit: Limit?

  private let control: Control
  private var units = 0
  private static let unitsBetweenQuestions = 2048

  init(_ control: Control) {
    self.control = control
  }

  /// Adds `work` units; whether the work may go on.
  mutating func goesOn(after work: Int = 1) -> Bool {
    units += work
    if units >= Self.unitsBetweenQuestions {
      units = 0
      if limit == nil { limit = control.shouldStop() }
    }
    return limit == nil
  }

  /// Says how far the work has come, of so many units or, for 0, nobody knows of
  /// how many.
  func report(_ done: Int, of total: Int = 0) {
    control.report(Progress(phase: .searching, done: UInt64(done), total: UInt64(total)))
  }
}
