import ConflictModel
import Stability

extension Control {
  /// The same, but what is done under it does not tell how far it has come: it is
  /// part of something larger that does.
  var silent: Control {
    var control = self
    control.report = { _ in }
    return control
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
