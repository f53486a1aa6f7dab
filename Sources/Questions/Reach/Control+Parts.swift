package import ConflictModel
internal import Stability

extension Control {
  /// The same, but what is done under it does not tell how far it has come: it is
  /// part of something larger that does.
  package var silent: Control {
    var control = self
    control.report = { _ in }
    return control
  }

  /// A control that reports the progress of one solution as a part of so many.
  package func part(_ index: Int, of count: Int) -> Control {
    var part = self
    let report = report
    part.report = { progress in
      let isDeciding = progress.phase == .solving && progress.total > 0
      let fraction = isDeciding ? min(progress.done * 1_000 / progress.total, 1_000) : 0
      report(
        Control.Progress(
          phase: .solving, done: UInt64(index) * 1_000 + fraction, total: UInt64(count) * 1_000))
    }
    return part
  }

  /// Throws when the work has to end.
  func goOn() throws(StateGraph.Stopped) {
    if let limit = shouldStop() { throw StateGraph.Stopped(limit: limit) }
  }
}

extension Pace {
  /// Counts so many units of work, and throws when the work has to end.
  mutating func count(_ work: Int) throws(StateGraph.Stopped) {
    if !goesOn(after: work) { throw StateGraph.Stopped(limit: limit ?? .interrupted) }
  }
}
