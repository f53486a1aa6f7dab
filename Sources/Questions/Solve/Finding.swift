internal import CaseFile
package import ConflictModel
internal import Stability

/// Something that follows from what lasts, and is worth a sentence.
package enum Finding: Sendable {
  /// No state lasts under any concept.
  case nothingLasts
  /// No state lasts under these concepts.
  case nothingUnder([Concept])
  /// One state is all that lasts.
  case only(State)
  /// What all states that last have in common: rows that are always and never taken, and of
  /// level options those that not all levels of occur, by group and place in it.
  case whateverLasts(always: [(group: Int, row: Int, values: [Int])], never: [(group: Int, row: Int)])
  /// Named outcomes, by index, with the same fate.
  case outcomes([Int], OutcomeFate)
  /// States that last under the same concepts.
  case lasting(StrengthClass)
  /// The partners of a joint option would all gain by leaving these states together, one of
  /// them for `target`; of how many states that last the first were looked at.
  case together(joint: Int, states: [Int], target: State)
}

/// Under which concepts an outcome can last.
package struct OutcomeFate: Sendable, Hashable {
  /// Where it holds in all that lasts.
  package var certain: [Concept] = []
  /// Where it holds in some of it.
  package var possible: [Concept] = []
  /// Where it holds in none of it.
  package var impossible: [Concept] = []
  /// Whether no feasible state is like that.
  package var isInfeasible = false
}

extension SolvedCase {
  /// What follows from what lasts, in the order to tell it.
  package var findings: [Finding] {
    if lasting.isEmpty { return [.nothingLasts] }
    var found: [Finding] = []
    let empty = strongestFirst.filter { solution.equilibria($0).isEmpty }
    if !empty.isEmpty { found.append(.nothingUnder(empty)) }
    found.append(whateverLasts)
    found += outcomes
    found += strengthClasses.sorted { left, right in
      left.concepts.count == right.concepts.count
        ? (left.states.first ?? 0) < (right.states.first ?? 0) : left.concepts.count > right.concepts.count
    }.map { .lasting($0) }
    return found + together
  }

  private var whateverLasts: Finding {
    if lasting.count == 1, let only = lasting.first { return .only(solution.states[only]) }
    let holdings = self.holdings(of: lasting)
    var always: [(group: Int, row: Int, values: [Int])] = []
    var never: [(group: Int, row: Int)] = []
    for (index, group) in Row.groups(of: subject).enumerated() {
      for (place, row) in group.rows.enumerated() {
        let tally = holdings.rows[index][place]
        if row.isLevel {
          if tally.values.count < tally.counts.count {
            always.append((group: index, row: place, values: tally.values))
          }
        } else if tally.isAlways {
          always.append((group: index, row: place, values: []))
        } else if tally.isNever {
          never.append((group: index, row: place))
        }
      }
    }
    return .whateverLasts(always: always, never: never)
  }

  private var outcomes: [Finding] {
    var order: [OutcomeFate] = []
    var members: [OutcomeFate: [Int]] = [:]
    for (index, states) in outcomeStates.enumerated() {
      let fate = fate(ofOutcome: states)
      if members[fate] == nil { order.append(fate) }
      members[fate, default: []].append(index)
    }
    return order.map { .outcomes(members[$0] ?? [], $0) }
  }

  private func fate(ofOutcome states: Selection) -> OutcomeFate {
    var fate = OutcomeFate()
    for concept in solution.concepts {
      let equilibria = solution.equilibria(concept)
      if equilibria.isEmpty { continue }
      let count = equilibria.intersection(states).count
      if count == equilibria.count {
        fate.certain.append(concept)
      } else if count > 0 {
        fate.possible.append(concept)
      } else {
        fate.impossible.append(concept)
      }
    }
    // Where it cannot last at all, under which concepts it does not makes no difference.
    if fate.certain.isEmpty, fate.possible.isEmpty { fate = OutcomeFate(isInfeasible: states.isEmpty) }
    return fate
  }

  /// States that the partners of a joint option would leave together.
  private var together: [Finding] {
    subject.jointOptions.indices.compactMap { index in
      let joint = subject.jointOptions[index]
      let left = lasting.prefix(lookedLimit).filter { position in
        subject.jointDeparture(of: joint, from: solution.states[position]) != nil
      }
      guard let first = left.first,
        let target = subject.jointDeparture(of: joint, from: solution.states[first])
      else { return nil }
      return .together(joint: index, states: left, target: target)
    }
  }
}
