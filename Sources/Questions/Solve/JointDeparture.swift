package import ConflictModel
package import CaseFile

extension Case {
  /// The joint options that their partners would all gain by changing together from `state`.
  package func jointDepartures(from state: State) -> [Int] {
    jointOptions.indices.filter { jointDeparture(of: jointOptions[$0], from: state) != nil }
  }

  /// Where the partners of a joint option would go together from `state`: all
  /// halves taken, or all given up, at least two of them changed, everybody who
  /// changes one better off.
  package func jointDeparture(of joint: Case.JointOption, from state: State) -> State? {
    let all = joint.halves.reduce(0 as UInt64) { $0 | 1 << UInt64($1) }
    for target in [State(state.code | all), State(state.code & ~all)] {
      let changed = joint.halves.filter { state.takes($0) != target.takes($0) }
      guard changed.count > 1, conflict.isFeasible(target) else { continue }
      let isGain = changed.allSatisfy { half in
        conflict.prefers(conflict.options[half].actor, target, to: state)
          && conflict.mayChange(half, from: state, to: target)
      }
      if isGain { return target }
    }
    return nil
  }
}
