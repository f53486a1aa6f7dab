import ConflictModel
import DecisionDiagrams
import EffectiveCounts
import TestSupport
import Testing

@testable import Stability

/// Sets of states as diagrams beside the definitions.
@Suite("The symbolic engine agrees with the definitions") struct SymbolicTests {
  static let concepts: [Concept] = [.nash, .gmr, .smr, .seq, .sseq]

  @Test(
    "on random conflicts, state by state and actor by actor", .effective(500),
    arguments: TestScale.seeds(1500))
  func random(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: seed)
    guard conflict.form == .options else { return effective(when: false) }
    effective(when: conflict.isLively)
    try Self.compare(conflict)
  }

  @Test("and where conflicts are larger", .effective(12), arguments: TestScale.seeds(40))
  func usual(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: seed, scale: .usual)
    guard conflict.form == .options, conflict.options.count <= 10 else { return effective(when: false) }
    effective(when: conflict.isLively)
    try Self.compare(conflict)
  }

  // Somebody who stayed let another move twice running.
  @Test("and where nobody may move twice running")
  func movingTwice() throws {
    for number: UInt64 in [5497, 12190, 13105, 20394, 28510] {
      try Self.compare(RandomConflict.any(seed: number))
    }
  }

  @Test("and the seeds reach all that a conflict in option form can have")
  func corners() {
    let all = (0..<300).map { RandomConflict.any(seed: $0) }.filter { $0.form == .options }
    func reaches(_ feature: (Conflict) -> Bool) -> Bool { all.count(where: feature) >= 3 }
    func wants(_ conflict: Conflict, _ isMeant: (Preference) -> Bool) -> Bool {
      conflict.actors.contains { isMeant($0.preference) }
    }
    #expect(reaches { $0.actors.count == 1 } && reaches { $0.actors.count > 3 })
    #expect(reaches { conflict in wants(conflict) { if case .ranking = $0 { true } else { false } } })
    #expect(reaches { conflict in wants(conflict) { if case .weights = $0 { true } else { false } } })
    #expect(reaches { conflict in wants(conflict) { if case .indifferent = $0 { true } else { false } } })
    #expect(reaches { $0.options.contains { $0.direction == .take } })
    #expect(reaches { $0.options.contains { $0.direction == .drop } })
    #expect(reaches { !$0.levelOptions.isEmpty })
    #expect(reaches { $0.actors.contains { !$0.misperceives.isEmpty } })
    #expect(reaches { $0.actors.contains { !$0.cannot.isEmpty } })
    #expect(reaches { !$0.requirements.isEmpty })
    #expect(reaches { conflict in conflict.actors.indices.contains { conflict.optionMask(of: $0) == 0 } })
  }

  @Test(
    "also when nodes are freed after every operation", .effective(10), arguments: TestScale.seeds(24))
  func tidying(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: 1000 + seed)
    guard conflict.form == .options else { return effective(when: false) }
    effective(when: conflict.isLively)
    try Self.compare(conflict, keepingNodes: 1)
  }

  @Test("and in whichever order the variables are", .effective(40), arguments: TestScale.seeds(120))
  func ordering(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: 5000 + seed)
    guard conflict.form == .options else { return effective(when: false) }
    effective(when: conflict.isLively)
    try Self.compare(conflict, sifting: .never)
    try Self.compare(conflict, keepingNodes: 1, sifting: .always)
  }

  /// When a better order of the variables is looked for.
  enum Sifting { case never, once, always }

  static func compare(
    _ conflict: Conflict, keepingNodes most: Int? = nil, sifting: Sifting = .once
  ) throws {
    let solution = conflict.solve(SolveRequest(concepts: concepts, engine: .reference))
    var symbolic = try SymbolicConflict.ready(conflict, memoryLimit: 1 << 28)
    if let most { symbolic.mostNodes = most }
    var engine = SymbolicEngine(symbolic)
    engine.isSifted = sifting == .never
    let all = engine.symbolic.takenVariables
    let count = try engine.symbolic.table.count(engine.symbolic.states, over: all)
    #expect(count == UInt128(solution.states.count))
    for concept in concepts {
      for actor in conflict.actors.indices {
        let unstable = try engine.unstable(actor, concept)
        for (position, state) in solution.states.enumerated() {
          let isUnstable = engine.symbolic.table.contains(state.code, in: unstable)
          if isUnstable == solution.isStable(concept, actor: actor, position: position) {
            Issue.record("\(concept) of actor \(actor) at \(state.code): unstable \(isUnstable)")
          }
        }
      }
      let lasting = try engine.equilibria(concept)
      let size = try engine.symbolic.table.count(lasting, over: all)
      #expect(size == UInt128(solution.equilibria(concept).count), "\(concept)")
      if most != nil { engine.symbolic.mostNodes = 1 }
      if sifting == .always { engine.isSifted = false }
    }
    let fault = engine.symbolic.table.fault
    #expect(fault == nil)
  }

  /// So many prisoner's dilemmas beside each other, each of two actors with one option.
  static func dilemmas(_ count: Int) -> Conflict {
    Conflict(
      actors: (0..<2 * count).map { index in
        Conflict.Actor(id: "a\(index)", preference: .statements([.not(.taken(index ^ 1)), .taken(index)]))
      },
      options: (0..<2 * count).map { Option(id: "a\($0).defect", actor: $0) })
  }

  @Test("on what is known in closed form, to 62 options", arguments: [1, 2, 5, 12, 31])
  func closedForm(count: Int) throws {
    var engine = SymbolicEngine(try .ready(Self.dilemmas(count), memoryLimit: 1 << 28))
    let all = engine.symbolic.takenVariables
    let states = try engine.symbolic.table.count(engine.symbolic.states, over: all)
    #expect(states == 1 << (2 * UInt128(count)))
    for concept in Self.concepts {
      // Of each dilemma both defect; but for Nash, both may cooperate, too.
      let lasting = try engine.equilibria(concept)
      let known: UInt128 = concept == .nash ? 1 : 1 << UInt128(count)
      let size = try engine.symbolic.table.count(lasting, over: all)
      let allDefect = engine.symbolic.table.contains(UInt64.max >> UInt64(64 - 2 * count), in: lasting)
      #expect(size == known && allDefect, "\(concept)")
    }
  }

  // A pair of variables that nothing else speaks of was once moved apart, and staying took 2⁴⁰ nodes.
  @Test("under each concept by itself, with options that nobody may take")
  func idle() throws {
    let idle = (0..<40).map { Option(id: "idle\($0)", actor: 0) }
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "row", preference: .statements([.not(.taken(41)), .taken(40)])),
        Conflict.Actor(id: "column", preference: .statements([.not(.taken(40)), .taken(41)])),
      ],
      options: idle + [Option(id: "row.confess", actor: 0), Option(id: "column.confess", actor: 1)],
      rules: idle.indices.map { .not(.taken($0)) })
    for concept in Self.concepts {
      var engine = SymbolicEngine(try .ready(conflict, memoryLimit: 1 << 26))
      let lasting = try engine.equilibria(concept)
      let count = try engine.symbolic.table.count(lasting, over: engine.symbolic.takenVariables)
      #expect(count == (concept == .nash ? 1 : 2), "\(concept)")
    }
  }

  @Test("and ends where it may go no further, whenever it is asked")
  func limits() throws {
    let conflict = Self.dilemmas(8)
    #expect(throws: DiagramHalt.memory) {
      var engine = SymbolicEngine(try .ready(conflict, memoryLimit: 1 << 12))
      _ = try engine.equilibria(.seq)
    }
    /// How often it is asked whether to go on, and whether it ended for a no to the question of that number.
    func run(noTo question: Int) -> (asked: Int, hasStopped: Bool) {
      nonisolated(unsafe) var asked = 0
      do throws(DiagramHalt) {
        var engine = SymbolicEngine(
          try .ready(Self.dilemmas(31), memoryLimit: 1 << 28) {
            asked += 1
            return asked == question
          })
        for concept in Self.concepts { _ = try engine.equilibria(concept) }
        return (asked, false)
      } catch { return (asked, error == .stopped) }
    }
    let (all, _) = run(noTo: 0)
    #expect(all >= 4)
    for question in Set([1, 2, all / 2, all - 1, all]).filter({ $0 > 0 }) {
      #expect(run(noTo: question) == (question, true))
    }
  }
}
