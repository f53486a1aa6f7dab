internal import CaseFile
internal import ConflictModel

extension SolveReport {
  /// The joint options that their partners would all gain by changing together from `state`.
  func jointDepartures(from state: State) -> [Int] {
    subject.jointOptions.indices.filter { jointDeparture(of: subject.jointOptions[$0], from: state) != nil }
  }

  /// Where the partners of a joint option would go together from `state`: all
  /// halves taken, or all given up, at least two of them changed, everybody who
  /// changes one better off.
  func jointDeparture(of joint: Case.JointOption, from state: State) -> State? {
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

extension Conflict {
  /// Whether a change of one option is allowed at all: in its direction, with
  /// what it needs, and to states that its owner sees and is not kept from.
  func mayChange(_ option: Int, from state: State, to target: State) -> Bool {
    let owner = options[option].actor
    switch options[option].direction {
    case .both: break
    case .take: if !target.takes(option) { return false }
    case .drop: if target.takes(option) { return false }
    }
    if target.takes(option) {
      for need in requirements where need.option == option && !holds(need.needs, in: state) { return false }
    }
    for move in actors[owner].cannot where holds(move.from, in: state) && holds(move.to, in: target) {
      return false
    }
    return sees(owner, state) && sees(owner, target)
  }
}
