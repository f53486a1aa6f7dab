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
    } catch { throw StateGraph.Stopped(error, memory: memory, control) }
  }
}

extension StateGraph.Stopped {
  /// Why work on sets of states ended.
  init(_ halt: DiagramHalt, memory: UInt64, _ control: Control) {
    switch halt {
    case .stopped: self.init(limit: control.shouldStop() ?? .interrupted)
    case .memory: self.init(limit: .memory(bytes: memory))
    }
  }
}
