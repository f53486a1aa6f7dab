/// Counts work, and asks every few thousand units whether to go on.
///
/// A unit is some nanoseconds, such as one move looked at, so that the question
/// comes up every few milliseconds at most.
package struct Pace {
  /// Why the work has to end; nil while it may go on.
  package private(set) var limit: Limit?

  private let control: Control
  private var units = 0
  /// What asking about conditions counts for: they may be long, and nobody knows
  /// how long, so the question comes up after every few.
  package static let conditions = 512
  /// How many units there are between two questions.
  package static let unitsBetweenQuestions = 4096

  package init(_ control: Control) {
    self.control = control
  }

  /// Adds `work` units; whether the work may go on.
  package mutating func goesOn(after work: Int = 1) -> Bool {
    units += work
    if units >= Self.unitsBetweenQuestions {
      units = 0
      if limit == nil { limit = control.shouldStop() }
    }
    return limit == nil
  }

  /// Says how far the work has come, of so many units or, for 0, nobody knows of
  /// how many.
  package func report(_ phase: Control.Progress.Phase, _ done: Int, of total: Int = 0) {
    control.report(Control.Progress(phase: phase, done: UInt64(done), total: UInt64(total)))
  }
}
