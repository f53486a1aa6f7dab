import EffectiveCounts
import TestSupport
import Testing

@testable import ConflictModel

@Suite struct PredicateTests {
  /// A random condition over the conflict's options, events and terms: one of
  /// its judgements, or several put together.
  private func conditions(_ seed: UInt64) -> (conflict: Conflict, conditions: [Condition]) {
    var random = SeededGenerator(seed: seed)
    let conflict = RandomConflict.optionForm(using: &random)
    var found = conflict.rules + conflict.terms + conflict.requirements.map { $0.needs }
    for actor in conflict.actors {
      if case .statements(let statements) = actor.preference { found += statements }
      found += actor.misperceives + actor.cannot.flatMap { [$0.from, $0.to] }
    }
    found += conflict.terms.indices.map { .term($0) }
    return (conflict, found)
  }

  @Test("agrees with the condition read off its text", .effective(258), arguments: TestScale.seeds(300))
  func states(seed: UInt64) {
    let (conflict, conditions) = conditions(seed)
    var values: Set<Bool> = []
    for condition in conditions {
      let predicate = conflict.predicate(condition)
      for code in 0..<UInt64(1) << UInt64(conflict.options.count) {
        let expected = BruteForce.holds(condition, code, conflict)
        #expect(predicate(State(code)) == expected)
        values.insert(expected)
        #expect(conflict.holds(condition, in: State(code)) == expected)
      }
    }
    effective(when: values.count == 2)
  }

  @Test(
    "what is said of a partial state is true of each completion", .effective(256),
    arguments: TestScale.seeds(300))
  func partialStates(seed: UInt64) {
    let (conflict, conditions) = conditions(seed)
    var random = SeededGenerator(seed: seed)
    let all: UInt64 = (1 << UInt64(conflict.options.count)) - 1
    var scratch: [Truth] = []
    var isSettledEarly = false
    for condition in conditions {
      let predicate = conflict.predicate(condition)
      for _ in 0..<6 {
        let open = random.next() & all
        let partial = PartialState(taken: random.next() & all & ~open, open: open)
        let answers = (0...all).filter { $0 & ~open == partial.taken }.map {
          BruteForce.holds(condition, $0, conflict)
        }
        let value = predicate.evaluate(partial, &scratch)
        if value != .open, open != 0, !predicate.gates.isEmpty { isSettledEarly = true }
        switch value {
        case .yes: #expect(!answers.contains(false), "\(condition)")
        case .no: #expect(!answers.contains(true), "\(condition)")
        case .open: #expect(open != 0, "nothing is open")
        }
      }
    }
    effective(when: isSettledEarly)
  }

  @Test("each connective of settled and open parts")
  func connectives() {
    // Option 0 is taken, option 1 is not, option 2 is open.
    let (yes, no, open) = (Condition.taken(0), Condition.taken(1), Condition.taken(2))
    let partial = PartialState(taken: 0b001, open: 0b100)
    func value(_ condition: Condition) -> Truth {
      var scratch: [Truth] = []
      return ReadyCondition(condition, terms: [], holding: []).evaluate(partial, &scratch)
    }
    #expect(value(.not(open)) == .open)
    #expect(value(.all([yes, open])) == .open)
    #expect(value(.all([no, open])) == .no)
    #expect(value(.all([])) == .yes)
    #expect(value(.any([yes, open])) == .yes)
    #expect(value(.any([no, open])) == .open)
    #expect(value(.any([])) == .no)
    #expect(value(.implies(no, open)) == .yes)
    #expect(value(.implies(open, yes)) == .yes)
    #expect(value(.implies(yes, open)) == .open)
    #expect(value(.implies(yes, no)) == .no)
    #expect(value(.iff(yes, open)) == .open)
    #expect(value(.iff(yes, no)) == .no)
    #expect(value(.iff(no, no)) == .yes)
    #expect(value(.count(.atLeast, 1, [yes, open])) == .yes)
    #expect(value(.count(.atLeast, 2, [yes, open])) == .open)
    #expect(value(.count(.atLeast, 3, [yes, open])) == .no)
    #expect(value(.count(.atMost, 0, [yes, open])) == .no)
    #expect(value(.count(.atMost, 1, [yes, open])) == .open)
    #expect(value(.count(.atMost, 2, [yes, open])) == .yes)
    #expect(value(.count(.exactly, 1, [yes, open])) == .open)
    #expect(value(.count(.exactly, 3, [yes, open])) == .no)
    #expect(value(.count(.exactly, 1, [yes, no])) == .yes)
    #expect(value(.state(State(0b001))) == .open)
    #expect(value(.state(State(0b010))) == .no)
  }

  @Test("no number of conditions is below zero")
  func negativeCounts() {
    let conflict = Conflict(actors: [], options: [])
    #expect(conflict.holds(.count(.atLeast, -1, []), in: State(0)))
    #expect(!conflict.holds(.count(.atMost, -1, []), in: State(0)))
    #expect(!conflict.holds(.count(.exactly, -1, []), in: State(0)))
    #expect(conflict.holds(.count(.exactly, 0, []), in: State(0)))
  }

  @Test("forty definitions that each use the one before twice stay forty")
  func doublings() {
    var terms: [Condition] = [.taken(0)]
    for index in 0..<40 {
      terms.append(.iff(.all([.term(index), .term(index)]), .any([.term(index), .taken(1)])))
    }
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .statements([.term(40)]))],
      options: [Option(id: "a.x", actor: 0), Option(id: "a.y", actor: 0)], terms: terms,
      rules: [.implies(.term(40), .term(39))])
    let predicate = conflict.predicate(.term(40))
    #expect(predicate.gates.count < 200)
    // By hand: where y is taken a doubling changes nothing, elsewhere it is true.
    #expect((0..<4).map { predicate(State($0)) } == [true, true, false, true])
    #expect(conflict.feasibleStates().states.count == 4)
    #expect(conflict.improvements(of: 0, from: State(0b10)) == [State(0b00), State(0b01), State(0b11)])
  }

  @Test("a condition nested 256 deep is no trouble")
  func nesting() {
    var condition = Condition.taken(0)
    for _ in 0..<256 { condition = .not(condition) }
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)], options: [Option(id: "a.x", actor: 0)],
      rules: [condition])
    #expect(conflict.feasibleStates().states.map { $0.code } == [1])
  }
}
