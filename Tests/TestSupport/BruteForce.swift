public import ConflictModel

/// The definitions written a second time, with sets of numbers and nothing
/// clever, to compare answers with.
///
/// It reads a conflict's judgements and asks none of its methods: feasibility,
/// moves, order and every concept are worked out here from the definitions in
/// Fang, Hipel and Kilgour 1993, legal sequences by their induction over the sets
/// of last movers.
public final class BruteForce {
  /// The feasible states' codes, rising.
  public let codes: [UInt64]

  let conflict: Conflict
  private var movesFound: [[UInt64: Set<UInt64>]]
  private var improvementsFound: [[UInt64: Set<UInt64>]]
  private var lastMoversFound: [AnswerKey: [UInt64: Set<Int>]] = [:]

  private struct AnswerKey: Hashable {
    var focal: Int
    var start: UInt64
    var areCredible: Bool
  }

  /// The states of `conflict`, by trying every code.
  public convenience init(_ conflict: Conflict) {
    switch conflict.form {
    case .graph(let count):
      self.init(conflict, codes: (0..<count).map { UInt64($0) })
    case .options:
      let codes = (0..<UInt64(1) << UInt64(conflict.options.count)).filter { code in
        Self.obeysRules(code, conflict)
      }
      self.init(conflict, codes: codes)
    }
  }

  /// The conflict with feasible codes that are known, rising, where there are too
  /// many combinations to try each.
  public init(_ conflict: Conflict, codes: [UInt64]) {
    self.conflict = conflict
    self.codes = codes
    movesFound = conflict.actors.map { _ in [:] }
    improvementsFound = movesFound
  }
}

extension BruteForce {
  /// Whether the condition holds, read off its text.
  public static func holds(_ condition: Condition, _ code: UInt64, _ conflict: Conflict) -> Bool {
    func value(_ condition: Condition) -> Bool {
      switch condition {
      case .constant(let value): value
      case .taken(let option): (code >> UInt64(option)) % 2 == 1
      case .event(let event): conflict.events[event].holds
      case .term(let term): value(conflict.terms[term])
      case .state(let state): state.code == code
      case .not(let inner): !value(inner)
      case .all(let parts): !parts.contains { !value($0) }
      case .any(let parts): parts.contains { value($0) }
      case .implies(let left, let right): !value(left) || value(right)
      case .iff(let left, let right): value(left) == value(right)
      case .count(.atLeast, let number, let parts): parts.filter { value($0) }.count >= number
      case .count(.atMost, let number, let parts): parts.filter { value($0) }.count <= number
      case .count(.exactly, let number, let parts): parts.filter { value($0) }.count == number
      }
    }
    return value(condition)
  }

  private static func obeysRules(_ code: UInt64, _ conflict: Conflict) -> Bool {
    for rule in conflict.rules where !holds(rule, code, conflict) { return false }
    for level in conflict.levelOptions {
      // A level that is reached has all lower ones reached.
      let bits = (0..<level.levels.count - 1).map { (code >> UInt64(level.firstOption + $0)) & 1 }
      if bits != bits.sorted(by: >) { return false }
    }
    return true
  }

  private func holds(_ condition: Condition, _ code: UInt64) -> Bool {
    Self.holds(condition, code, conflict)
  }

  /// 1 when the actor likes `left` more, -1 when it likes it less, 0 for a tie.
  public func compare(_ actor: Int, _ left: UInt64, _ right: UInt64) -> Int {
    switch conflict.actors[actor].preference {
    case .indifferent:
      return 0
    case .statements(let statements):
      for statement in statements {
        let (inLeft, inRight) = (holds(statement, left), holds(statement, right))
        if inLeft != inRight { return inLeft ? 1 : -1 }
      }
      return 0
    case .ranking(let tiers):
      func place(_ code: UInt64) -> Int {
        tiers.lastIndex { $0.contains { $0.code == code } } ?? tiers.count
      }
      return (place(right) - place(left)).signum()
    case .weights(let weights):
      func sum(_ code: UInt64) -> Int64 {
        weights.indices.filter { (code >> UInt64($0)) % 2 == 1 }.map { weights[$0] }.reduce(0, +)
      }
      return Int((sum(left) - sum(right)).signum())
    }
  }

  /// Where one move of the actor leads: *R_i(s)*.
  public func moves(_ actor: Int, _ start: UInt64) -> Set<UInt64> {
    if let known = movesFound[actor][start] { return known }
    let found = Set(codes.filter { isMove(actor, start, $0) })
    movesFound[actor][start] = found
    return found
  }

  private func isMove(_ actor: Int, _ start: UInt64, _ end: UInt64) -> Bool {
    let judgements = conflict.actors[actor]
    if start == end { return false }
    if judgements.misperceives.contains(where: { holds($0, start) || holds($0, end) }) { return false }
    if case .graph = conflict.form {
      return judgements.moves[Int(start)].contains(State(end))
    }
    for (index, option) in conflict.options.enumerated() {
      let (before, after) = ((start >> UInt64(index)) % 2 == 1, (end >> UInt64(index)) % 2 == 1)
      if before == after { continue }
      if option.actor != actor { return false }
      if after, option.direction == .drop { return false }
      if before, option.direction == .take { return false }
      if after, conflict.requirements.contains(where: { $0.option == index && !holds($0.needs, start) }) {
        return false
      }
    }
    return !judgements.cannot.contains { holds($0.from, start) && holds($0.to, end) }
  }

  /// The moves after which the actor is better off: *R_i⁺(s)*.
  public func improvements(_ actor: Int, _ start: UInt64) -> Set<UInt64> {
    if let known = improvementsFound[actor][start] { return known }
    let found = moves(actor, start).filter { compare(actor, $0, start) > 0 }
    improvementsFound[actor][start] = found
    return found
  }

  /// The states that legal sequences of everybody but `focal` reach from
  /// `start`, each with the set of those who can have moved last (Ω).
  public func answers(_ focal: Int, _ start: UInt64, areCredible: Bool) -> [UInt64: Set<Int>] {
    let key = AnswerKey(focal: focal, start: start, areCredible: areCredible)
    if let known = lastMoversFound[key] { return known }
    let others = conflict.actors.indices.filter { $0 != focal }
    func steps(_ actor: Int, _ state: UInt64) -> Set<UInt64> {
      areCredible ? improvements(actor, state) : moves(actor, state)
    }
    var lastMovers: [UInt64: Set<Int>] = [:]
    for mover in others {
      for reached in steps(mover, start) { lastMovers[reached, default: []].insert(mover) }
    }
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for (state, _) in lastMovers {
        for mover in others where lastMovers[state]!.contains(where: { $0 != mover }) {
          for reached in steps(mover, state) {
            if lastMovers[reached, default: []].insert(mover).inserted { hasGrown = true }
          }
        }
      }
    }
    lastMoversFound[key] = lastMovers
    return lastMovers
  }
}

extension BruteForce {
  /// Whether the actor is stable in the state, by the definition of the concept.
  public func isStable(_ concept: Concept, _ actor: Int, _ state: UInt64) -> Bool {
    func isBetter(_ other: UInt64) -> Bool { compare(actor, other, state) > 0 }
    func leavesNoWayOut(_ answer: UInt64) -> Bool { !moves(actor, answer).contains { isBetter($0) } }
    return improvements(actor, state).allSatisfy { improvement in
      func any() -> [UInt64: Set<Int>] { answers(actor, improvement, areCredible: false) }
      func credible() -> [UInt64: Set<Int>] { answers(actor, improvement, areCredible: true) }
      switch concept {
      case .nash: return false
      case .gmr: return any().keys.contains { !isBetter($0) }
      case .smr: return any().keys.contains { !isBetter($0) && leavesNoWayOut($0) }
      case .seq: return credible().keys.contains { !isBetter($0) }
      case .sseq: return credible().keys.contains { !isBetter($0) && leavesNoWayOut($0) }
      case .sim: return jointAnswers(actor, state, improvement).contains { !isBetter($0) }
      }
    }
  }

  /// The feasible results of the focal actor's improvement taken together with
  /// an improvement from `state` of one or more of the others.
  public func jointAnswers(_ focal: Int, _ state: UInt64, _ improvement: UInt64) -> Set<UInt64> {
    // Each choice so far: the joint result, and whether anybody else moves.
    var choices: [(code: UInt64, isAnswer: Bool)] = [(improvement, false)]
    for other in conflict.actors.indices where other != focal {
      for choice in choices {
        for target in improvements(other, state) {
          // Bit by bit, what the other changes is as the other has it.
          var joint = choice.code
          for (bit, option) in conflict.options.enumerated() where option.actor == other {
            joint = joint & ~(1 << UInt64(bit)) | target & (1 << UInt64(bit))
          }
          choices.append((joint, true))
        }
      }
    }
    let feasible = Set(codes)
    return Set(choices.filter { $0.isAnswer && feasible.contains($0.code) }.map { $0.code })
  }

  /// Whether every actor is stable.
  public func isEquilibrium(_ concept: Concept, _ state: UInt64) -> Bool {
    conflict.actors.indices.allSatisfy { isStable(concept, $0, state) }
  }
}
