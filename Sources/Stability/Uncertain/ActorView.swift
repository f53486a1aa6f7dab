internal import ConflictModel
internal import StateSets

/// The conflict as one focal actor sees it: its moves, and for each state which
/// others are better, may be better, or are much worse. The definitions are
/// written out for one state at a time.
struct ActorView {
  let moves: [[UInt32]]
  private let stateCount: Int
  /// For each position, the positions that are better than it.
  private var better: [StateSet]
  /// For each position, those of which it is not known.
  private var unknown: [StateSet]
  /// For each position, those that are much worse.
  private var muchWorse: [StateSet]
  /// Where the actor is stable; by type, or strongly when there is none.
  private(set) var sets: [Key: StateSet] = [:]

  struct Key: Hashable {
    let concept: Concept
    let type: UncertaintyType?
  }

  /// Compares each state with each; nil when the work was stopped.
  init?(
    moves: [[UInt32]], stateCount: Int, pace: inout Pace, relation: (Int, Int) -> Relation
  ) {
    self.moves = moves
    self.stateCount = stateCount
    let none = [StateSet](repeating: StateSet(over: stateCount), count: stateCount)
    (better, unknown, muchWorse) = (none, none, none)
    for position in 0..<stateCount {
      for other in 0..<position {
        switch relation(other, position) {
        case .muchBetter:
          better[position].insert(other)
          muchWorse[other].insert(position)
        case .better: better[position].insert(other)
        case .tied: break
        case .worse: better[other].insert(position)
        case .muchWorse:
          better[other].insert(position)
          muchWorse[position].insert(other)
        case .unknown:
          unknown[position].insert(other)
          unknown[other].insert(position)
        }
      }
      guard pace.goesOn(after: 8 * position + 1) else { return nil }
    }
  }

  /// Whether the actor gains by going from one position to the other.
  func isGain(_ target: Int, from position: Int, includingUnknown: Bool) -> Bool {
    better[position].contains(target) || includingUnknown && unknown[position].contains(target)
  }

  /// Decides every concept; false when the work was stopped.
  mutating func decide(
    strength: Bool, any: AnswerSets, credible: AnswerSets, pace: inout Pace
  ) -> Bool {
    let types: [UncertaintyType?] = strength ? [nil] : UncertaintyType.allCases.map { .some($0) }
    for concept in UncertainStability.concepts {
      let answers = concept.needsCredibleAnswers ? credible : any
      for type in types {
        var stable = StateSet(over: stateCount)
        for position in 0..<stateCount {
          let isStable =
            type.map { self.isStable(concept, $0, at: position, answers) }
            ?? isStronglyStable(concept, at: position, answers)
          if isStable { stable.insert(position) }
          guard pace.goesOn(after: moves[position].count * (stateCount / 8 + 8)) else { return false }
        }
        sets[Key(concept: concept, type: type)] = stable
      }
    }
    return true
  }

  /// Stability of the type: every gain is answered by a sanction.
  private func isStable(
    _ concept: Concept, _ type: UncertaintyType, at position: Int, _ answers: AnswerSets
  ) -> Bool {
    for target in moves[position]
    where isGain(Int(target), from: position, includingUnknown: type.leavesForUnknown) {
      if concept == .nash { return false }
      var sanctions = answers[Int(target)]
      sanctions.subtract(better[position])
      if !type.fearsUnknown { sanctions.subtract(unknown[position]) }
      let isHeld = sanctions.contains { sanction in
        !concept.allowsCounterMove
          || !moves[sanction].contains {
            isGain(Int($0), from: position, includingUnknown: !type.fearsUnknown)
          }
      }
      if !isHeld { return false }
    }
    return true
  }

  /// Strong stability: every gain, mild or strong, is answered by a sanction that
  /// leaves the actor much worse off, under `smr` whatever it does then.
  private func isStronglyStable(_ concept: Concept, at position: Int, _ answers: AnswerSets) -> Bool {
    for target in moves[position] where better[position].contains(Int(target)) {
      if concept == .nash { return false }
      var sanctions = answers[Int(target)]
      sanctions.formIntersection(muchWorse[position])
      let isHeld = sanctions.contains { sanction in
        !concept.allowsCounterMove
          || moves[sanction].allSatisfy { muchWorse[position].contains(Int($0)) }
      }
      if !isHeld { return false }
    }
    return true
  }
}
