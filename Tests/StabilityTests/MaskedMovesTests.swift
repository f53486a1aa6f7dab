import ConflictModel
import EffectiveCounts
import TestSupport
import Testing

@testable import Stability

/// Needs and `cannot` that speak of the others' options alone, which every engine takes.
@Suite("Masked needs and cannot") struct MaskedMovesTests {
  private static let sequential = Concept.allCases.filter { $0 != .sim }

  /// Whether a move that somebody would make is masked somewhere.
  private static func masksGains(_ conflict: Conflict) -> Bool {
    let free = Conflict(
      actors: conflict.actors.map { actor in
        var actor = actor
        actor.cannot = []
        return actor
      },
      options: conflict.options, levelOptions: conflict.levelOptions, events: conflict.events,
      terms: conflict.terms, rules: conflict.rules)
    return conflict.actors.indices.contains { actor in
      conflict.feasibleStates().states.contains {
        free.improvements(of: actor, from: $0) != conflict.improvements(of: actor, from: $0)
      }
    }
  }

  @Test("small conflicts", .effective(200), arguments: TestScale.seeds(500))
  func small(seed: UInt64) {
    let conflict = RandomConflict.masked(seed: 140_000 + seed)
    effective(when: Self.masksGains(conflict))
    EngineTests.expectSame(conflict, concepts: Concept.allCases, seed)
    for engine in [Engine.dense, .sparse] where conflict.feasibleStates().states.count <= 16 {
      expectAgreement(conflict, by: engine)
    }
  }

  @Test("conflicts of up to 10 options and 5 actors", .effective(40), arguments: TestScale.seeds(80))
  func larger(seed: UInt64) {
    let conflict = RandomConflict.masked(seed: 150_000 + seed, options: 10, actors: 5)
    effective(when: Self.masksGains(conflict))
    EngineTests.expectSame(conflict, concepts: Self.sequential, seed)
  }

  @Test("dense and sparse, on 12 to 15 options", .effective(10), arguments: TestScale.seeds(16))
  func large(seed: UInt64) {
    let conflict = Self.linked(seed)
    let dense = conflict.solve(SolveRequest(concepts: Self.sequential, engine: .dense))
    let sparse = conflict.solve(SolveRequest(concepts: Self.sequential, engine: .sparse))
    #expect(dense.engine == .dense && sparse.engine == .sparse && dense.limit == nil)
    #expect(dense.concepts == Self.sequential && Array(dense.states) == Array(sparse.states))
    for concept in dense.concepts {
      for actor in conflict.actors.indices {
        let isSame = Array(dense.stable(concept, actor: actor)) == Array(sparse.stable(concept, actor: actor))
        #expect(isSame, "\(concept), actor \(actor), seed \(seed)")
      }
    }
    let free = Conflict(actors: conflict.actors, options: conflict.options, rules: conflict.rules)
      .solve(SolveRequest(concepts: Self.sequential, engine: .dense))
    effective(when: Self.sequential.contains { Array(free.equilibria($0)) != Array(dense.equilibria($0)) })
  }

  /// Three actors with four or five options each, some of which need something of the others'.
  private static func linked(_ seed: UInt64) -> Conflict {
    var random = SeededGenerator(seed: 160_000 + seed)
    let count = Int.random(in: 12...15, using: &random)
    func literal(of isMeant: (Int) -> Bool) -> Condition {
      let option = Condition.taken((0..<count).filter(isMeant).randomElement(using: &random)!)
      return Bool.random(using: &random) ? option : .not(option)
    }
    let actors = (0..<3).map { actor in
      Conflict.Actor(
        id: "a\(actor)",
        preference: .statements(
          (0..<9).map { _ in .any([literal { $0 % 3 == actor }, literal { _ in true }]) }),
        cannot: seed % 2 == 0
          ? []
          : [ForbiddenMove(from: literal { $0 % 3 != actor }, to: literal { $0 % 3 != actor })])
    }
    let directions = (0..<count).map { _ in
      [Option.Direction.both, .both, .both, .take, .drop].randomElement(using: &random)!
    }
    return Conflict(
      actors: actors,
      options: (0..<count).map { Option(id: "o\($0)", actor: $0 % 3, direction: directions[$0]) },
      rules: [.any([literal { _ in true }, literal { _ in true }])],
      requirements: (0..<count).filter { $0 % 4 == 1 }.map { option in
        TakeRequirement(option: option, needs: literal { $0 % 3 != option % 3 })
      })
  }

  @Test("each verdict is certified", .effective(14), arguments: TestScale.seeds(50))
  func certified(seed: UInt64) {
    let conflict = RandomConflict.masked(seed: 170_000 + seed)
    effective(when: Self.masksGains(conflict))
    for engine in [Engine.dense, .sparse] {
      let solution = conflict.solve(SolveRequest(engine: engine))
      expectCertified(solution, "\(engine), seed \(seed)")
    }
  }

  @Test("and the seeds reach all that these can be")
  func corners() {
    let all = (0..<500).map { RandomConflict.masked(seed: 140_000 + $0) }
    func reaches(_ feature: (Conflict) -> Bool) -> Bool { all.count(where: feature) >= 10 }
    func needs(_ isMeant: @escaping (Conflict, TakeRequirement) -> Bool) -> (Conflict) -> Bool {
      { conflict in
        conflict.requirements.contains { conflict.isMasked($0) == true && isMeant(conflict, $0) }
      }
    }
    #expect(all.allSatisfy { $0.hasMaskedMovesOnly })
    #expect(reaches(Self.masksGains))
    #expect(reaches(needs { $0.options[$1.option].direction == .both }))
    #expect(reaches(needs { $0.options[$1.option].direction == .take }))
    #expect(reaches(needs { $1.needs == .constant(true) }) && reaches(needs { $1.needs == .constant(false) }))
    #expect(
      reaches(
        needs { conflict, need in
          conflict.levelOptions.contains { $0.thresholds.contains(need.option) }
        }))
    #expect(
      reaches(
        needs { conflict, need in
          conflict.requirements.count { $0.option == need.option } > 1
        }))
    #expect(reaches { conflict in conflict.requirements.contains { conflict.isMasked($0) == nil } })
    #expect(reaches { $0.requirements.contains { $0.needs != .constant(true) } && !$0.rules.isEmpty })
    #expect(
      reaches { conflict in
        conflict.actors.contains { !$0.cannot.isEmpty && !$0.misperceives.isEmpty }
      })
    #expect(
      reaches { conflict in
        conflict.actors.contains { !$0.cannot.isEmpty }
          && conflict.requirements.contains { conflict.isMasked($0) == true }
      })
  }
}

/// Conflicts made by hand, with all that is so of them.
@Suite("What masks a move") struct MaskedCornerTests {
  /// Two actors with an option each, and the rest of ten with nobody.
  private static func pair(
    _ requirements: [TakeRequirement], cannot: [ForbiddenMove] = [], direction: Option.Direction = .both
  ) -> Conflict {
    Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .statements([.taken(0)]), cannot: cannot),
        Conflict.Actor(id: "b", preference: .statements([.taken(1)])),
      ],
      options: (0..<10).map {
        Option(id: "o\($0)", actor: $0 < 2 ? $0 : Option.nobody, direction: $0 == 0 ? direction : .both)
      },
      rules: [.count(.exactly, 0, (2..<10).map { .taken($0) })], requirements: requirements)
  }

  private struct Corner {
    var name: String
    var conflict: Conflict
    /// The moves of the first actor, from code to code, rising.
    var moves: [[UInt64]]
  }

  private static let corners: [Corner] = [
    Corner(
      name: "a need of another's option", conflict: pair([TakeRequirement(option: 0, needs: .taken(1))]),
      moves: [[1, 0], [2, 3], [3, 2]]),
    Corner(
      name: "of an option that is never given up",
      conflict: pair([TakeRequirement(option: 0, needs: .taken(1))], direction: .take), moves: [[2, 3]]),
    Corner(
      name: "of one that can only be given up",
      conflict: pair([TakeRequirement(option: 0, needs: .taken(1))], direction: .drop),
      moves: [[1, 0], [3, 2]]),
    Corner(
      name: "of one that can only be given up, of itself",
      conflict: pair([TakeRequirement(option: 0, needs: .taken(0))], direction: .drop),
      moves: [[1, 0], [3, 2]]),
    Corner(
      name: "a need of something that nobody controls",
      conflict: pair([TakeRequirement(option: 0, needs: .taken(5))]), moves: [[1, 0], [3, 2]]),
    Corner(
      name: "of an option that nobody controls",
      conflict: pair([TakeRequirement(option: 5, needs: .taken(0))]),
      moves: [[0, 1], [1, 0], [2, 3], [3, 2]]),
    Corner(
      name: "a need that always holds", conflict: pair([TakeRequirement(option: 0, needs: .constant(true))]),
      moves: [[0, 1], [1, 0], [2, 3], [3, 2]]),
    Corner(
      name: "and one that never does",
      conflict: pair([TakeRequirement(option: 0, needs: .constant(false))], direction: .take), moves: []),
    Corner(
      name: "two needs that exclude each other",
      conflict: pair([
        TakeRequirement(option: 0, needs: .taken(1)), TakeRequirement(option: 0, needs: .not(.taken(1))),
      ]), moves: [[1, 0], [3, 2]]),
    Corner(
      name: "a cannot of another's option, on both sides",
      conflict: pair([], cannot: [ForbiddenMove(from: .taken(1), to: .taken(1))]), moves: [[0, 1], [1, 0]]),
    Corner(
      name: "a cannot whose sides never hold together",
      conflict: pair([], cannot: [ForbiddenMove(from: .taken(1), to: .not(.taken(1)))]),
      moves: [[0, 1], [1, 0], [2, 3], [3, 2]]),
    Corner(
      name: "a cannot of everything",
      conflict: pair([], cannot: [ForbiddenMove(from: .constant(true), to: .constant(true))]), moves: []),
  ]

  @Test("moves, orders and verdicts of corners", arguments: corners.indices)
  func corner(index: Int) {
    let corner = Self.corners[index]
    EngineTests.expectSame(corner.conflict, concepts: Concept.allCases, UInt64(index))
    for engine in Engine.allCases {
      let solution = corner.conflict.solve(SolveRequest(engine: engine))
      var moves: [[UInt64]] = []
      for position in solution.states.indices {
        for target in solution.moves(of: 0, from: position) {
          moves.append([solution.states[position].code, solution.states[target].code])
        }
      }
      #expect(moves == corner.moves, "\(corner.name), \(engine)")
      expectAgreement(corner.conflict, by: engine)
    }
  }

  @Test("a known answer in closed form")
  func closedForm() {
    // One actor holds a door open or shut, and would rather have it open; the other may go through,
    // option by option, where it is open.
    let count = TestScale.isLong ? 20 : 14
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "keeper", preference: .statements([.taken(0)])),
        Conflict.Actor(id: "guest", preference: .statements((1..<count).map { .taken($0) })),
      ],
      options: (0..<count).map { Option(id: "o\($0)", actor: min($0, 1)) },
      requirements: (1..<count).map { TakeRequirement(option: $0, needs: .taken(0)) })
    for engine in [Engine.dense, .sparse] {
      let solution = conflict.solve(
        SolveRequest(concepts: [.nash, .gmr, .smr, .seq, .sseq], engine: engine))
      #expect(solution.engine == engine && solution.engineNote == nil)
      for concept in solution.concepts {
        // While the door is shut the guest gains nothing by what it can do: give up.
        #expect(solution.stable(concept, actor: 1).count == 1 << (count - 1) + 1)
        #expect(Array(solution.equilibria(concept)) == [1 << count - 1])
      }
    }
  }

  @Test("what speaks of the mover's own options stays with the reference engine")
  func own() {
    func note(_ conflict: Conflict) -> EngineNote? {
      let solution = conflict.solve(SolveRequest(concepts: [.nash], engine: .dense))
      #expect((solution.engine == .reference) == (solution.engineNote != nil))
      return solution.engineNote
    }
    #expect(note(Self.pair([TakeRequirement(option: 0, needs: .not(.taken(0)))])) == .needs)
    #expect(note(Self.pair([TakeRequirement(option: 0, needs: .any([.taken(0), .taken(1)]))])) == .needs)
    #expect(note(Self.pair([], cannot: [ForbiddenMove(from: .taken(1), to: .taken(0))])) == .cannot)
    #expect(note(Self.pair([], cannot: [ForbiddenMove(from: .state(State(1)), to: .taken(1))])) == .cannot)
    let many = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .indifferent), Conflict.Actor(id: "b", preference: .indifferent),
      ],
      options: (0..<34).map { Option(id: "o\($0)", actor: $0 < 33 ? 0 : 1, direction: .take) },
      rules: [.count(.atMost, 1, (0..<34).map { .taken($0) })],
      requirements: (0..<33).map { TakeRequirement(option: $0, needs: .taken(33)) })
    let solution = many.solve(SolveRequest(concepts: [.nash]))
    #expect(solution.engine == .reference && solution.engineNote == .manyNeeds)
  }

  @Test("a pattern of more bits than a table has room for")
  func wide() {
    // Seventeen options that are never given up, fourteen of which need something.
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .weights((0..<19).map { Int64($0 * $0 % 17 - 8) })),
        Conflict.Actor(id: "b", preference: .statements([.iff(.taken(17), .taken(3)), .taken(18)])),
      ],
      options: (0..<19).map {
        Option(id: "o\($0)", actor: $0 < 17 ? 0 : 1, direction: $0 < 17 ? .take : .both)
      },
      rules: [.count(.atMost, 2, (0..<17).map { .taken($0) })],
      requirements: (0..<14).map { TakeRequirement(option: $0, needs: .taken(17 + $0 % 2)) })
    EngineTests.expectSame(conflict, concepts: [.nash, .gmr, .smr, .seq, .sseq], 0, engines: [.sparse])
  }
}
