package import ConflictModel
internal import DecisionDiagrams

extension Conflict {
  /// The feasible states as a set, so that they are counted and numbered without a list; nil in graph form, and of
  /// a conflict so small that nothing is gained by that.
  ///
  /// - Parameters:
  ///   - memory: The most bytes that the set may take while it is made.
  ///   - control: When to stop.
  package func stateSet(
    memory: UInt64, control: Control = Control()
  ) throws(StateGraph.Stopped) -> FeasibleStates? {
    if form != .options || options.count <= Solver.listedOptionCount { return nil }
    do throws(DiagramHalt) {
      let states = try SymbolicConflict.states(self, memoryLimit: Int(clamping: memory)) {
        control.shouldStop() != nil
      }
      return states.map { FeasibleStates($0) }
    } catch {
      switch error {
      case .stopped: throw StateGraph.Stopped(limit: control.shouldStop() ?? .interrupted)
      case .memory: throw StateGraph.Stopped(limit: .memory(bytes: memory))
      }
    }
  }
}
