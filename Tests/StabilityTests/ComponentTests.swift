import ConflictModel
import DecisionDiagrams
import EffectiveCounts
import TestSupport
import Testing

@testable import Stability

/// Conflicts that are two beside each other, and what can then be said of each alone.
@Suite("Parts that do not touch are decided each for itself") struct ComponentTests {
  static let sequential: [Concept] = [.gmr, .smr, .seq, .sseq]

  /// A random conflict in option form, of few states; nil where the seed has another.
  static func part(_ seed: UInt64, restrictingMoves: Bool = false) -> Conflict? {
    let conflict = RandomConflict.any(seed: seed)
    guard conflict.form == .options, conflict.options.count <= 6 else { return nil }
    return restrictingMoves ? conflict : conflict.lettingMove
  }

  static func pair(_ seed: UInt64, restrictingMoves: Bool = false) -> (Conflict, Conflict)? {
    guard let first = part(2 * seed, restrictingMoves: restrictingMoves),
      let second = part(2 * seed + 1, restrictingMoves: restrictingMoves)
    else { return nil }
    return (first, second)
  }

  /// What an actor decides alone in its part, beside what it decides in the whole.
  static func compare(_ whole: Conflict, _ first: Conflict, _ second: Conflict) {
    let request = SolveRequest(concepts: Concept.allCases, engine: .reference)
    let (all, parts) = (whole.solve(request), [first, second].map { $0.solve(request) })
    #expect(all.states.count == parts[0].states.count * parts[1].states.count)
    for (part, solution) in parts.enumerated() {
      var places: [UInt64: Int] = [:]
      for (position, state) in solution.states.enumerated() { places[state.code] = position }
      let (shift, width) = part == 0 ? (0, first.options.count) : (first.options.count, second.options.count)
      for (position, state) in all.states.enumerated() {
        let own = places[(state.code >> UInt64(shift)) & ((1 << UInt64(width)) - 1)]!
        for actor in [first, second][part].actors.indices {
          let index = part == 0 ? actor : first.actors.count + actor
          for concept in Concept.allCases {
            let inWhole = all.isStable(concept, actor: index, position: position)
            if inWhole != solution.isStable(concept, actor: actor, position: own) {
              Issue.record("\(concept) of actor \(index) at \(state.code): \(inWhole) in the whole")
            }
          }
        }
      }
    }
  }

  @Test(
    "every verdict of the whole is that of the part, under all concepts", .effective(90),
    arguments: TestScale.seeds(600))
  func beside(seed: UInt64) throws {
    guard let (first, second) = Self.pair(seed) else { return effective(when: false) }
    effective(when: first.isLively && second.isLively)
    let whole = first.beside(second)
    Self.compare(whole, first, second)
    let (alone, other, both) = (Components(first), Components(second), Components(whole))
    #expect(both.parts == alone.parts + other.parts.map { $0 << UInt64(first.options.count) })
    #expect(both.ofActor == alone.ofActor + other.ofActor.map { $0.map { $0 + alone.parts.count } })
  }

  @Test(
    "and the symbolic engine finds them, also where nobody may move twice running", .effective(60),
    arguments: TestScale.seeds(320))
  func symbolic(seed: UInt64) throws {
    guard let (first, second) = Self.pair(1000 + seed, restrictingMoves: seed % 2 == 0) else {
      return effective(when: false)
    }
    effective(when: first.isLively && second.isLively)
    try SymbolicTests.compare(first.beside(second))
  }

  @Test("under nash also where one actor is in both", .effective(80), arguments: TestScale.seeds(600))
  func sharedNash(seed: UInt64) throws {
    guard let (first, second) = Self.pair(seed) else { return effective(when: false) }
    let (here, there) = (first.actors.count - 1, 0)
    // Who does not see a state of one part cannot move in the other there.
    guard first.actors[here].misperceives.isEmpty, second.actors[there].misperceives.isEmpty else {
      return effective(when: false)
    }
    effective(when: first.isLively && second.isLively)
    let whole = first.beside(second, sharing: (here, there))
    #expect(Self.lasting(.nash, whole) == Self.products(.nash, first, second))
  }

  // MARK: What is not so

  /// The equilibria by the definitions.
  static func lasting(_ concept: Concept, _ conflict: Conflict) -> [UInt64] {
    let solution = conflict.solve(SolveRequest(concepts: [concept], engine: .reference))
    return solution.equilibria(concept).map { solution.states[$0].code }.sorted()
  }

  /// What two equilibria of the parts make together.
  static func products(_ concept: Concept, _ first: Conflict, _ second: Conflict) -> [UInt64] {
    let left = lasting(concept, first)
    return lasting(concept, second).flatMap { code in
      left.map { $0 | code << UInt64(first.options.count) }
    }.sorted()
  }

  /// Two actors with an option each: 0 for the first, 1 for the second.
  static func duel(_ first: [Condition], _ second: [Condition]) -> Conflict {
    Conflict(
      actors: [
        Conflict.Actor(id: "first", preference: .statements(first)),
        Conflict.Actor(id: "second", preference: .statements(second)),
      ],
      options: [Option(id: "first.act", actor: 0), Option(id: "second.act", actor: 1)])
  }

  // The smallest of all pairs of such duels with lists of up to two literals.
  @Test("an actor who is in both is deterred in one by what it fears in the other", arguments: sequential)
  func sharedActor(concept: Concept) {
    // Here it wants the other not to act, who does not care, or would rather see the first not act, and then act.
    let feared = Self.duel(
      [.not(.taken(1))], concept.needsCredibleAnswers ? [.not(.taken(0)), .taken(1)] : [])
    // There it would rather not act itself.
    let wanted = Self.duel([.not(.taken(0))], [])
    let whole = feared.beside(wanted, sharing: (0, 0))
    let products = Self.products(concept, feared, wanted)
    // It acts there, although it would rather not: as soon as it stops, the other acts here.
    if concept.needsCredibleAnswers {
      #expect(products == [2, 3, 10, 11])
      #expect(Self.lasting(concept, whole) == [2, 3, 4, 10, 11, 12])
    } else {
      #expect(products == [0, 1, 2, 3, 8, 9, 10, 11])
      #expect(Self.lasting(concept, whole) == [0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13])
    }
  }

  @Test(
    "and under sseq it can also lose what was stable in both, since it can answer in one to moves in the other"
  )
  func lostProduct() {
    let (first, second) = (Condition.taken(0), Condition.taken(1))
    let here = Self.duel([.all([first, second])], [.all([first, .not(second)])])
    let there = Self.duel([.all([.not(first), second])], [.iff(first, second)])
    #expect(Self.products(.sseq, here, there) == [0, 1, 2, 12, 13, 14])
    #expect(Self.lasting(.sseq, here.beside(there, sharing: (0, 0))) == [0, 1, 2, 12, 13, 15])
  }

  /// One actor leaves alone if the other cannot take both of its options in one move.
  static func stairs(byNeed: Bool) -> Conflict {
    let (go, low, high) = (0, 1, 2)
    return Conflict(
      actors: [
        Conflict.Actor(
          id: "leaver", preference: .statements([.not(.all([.taken(go), .taken(high)])), .taken(go)])),
        Conflict.Actor(
          id: "climber", preference: .statements([.taken(high), .taken(low)]),
          cannot: byNeed ? [] : [ForbiddenMove(from: .not(.taken(low)), to: .taken(high))]),
      ],
      options: [
        Option(id: "leaver.go", actor: 0), Option(id: "climber.low", actor: 1),
        Option(id: "climber.high", actor: 1),
      ],
      requirements: byNeed ? [TakeRequirement(option: high, needs: .taken(low))] : [])
  }

  @Test(
    "and who may not move twice running can be helped by somebody of another part", arguments: sequential,
    [true, false])
  func twiceRunning(concept: Concept, byNeed: Bool) throws {
    let part = Self.stairs(byNeed: byNeed)
    let bystander = Conflict(
      actors: [Conflict.Actor(id: "bystander", preference: .statements([.taken(0)]))],
      options: [Option(id: "bystander.act", actor: 0)])
    let whole = part.beside(bystander)
    #expect(Components(whole).parts == [0b111, 0b1000])
    func leaverStays(_ conflict: Conflict) -> Bool {
      let solution = conflict.solve(SolveRequest(concepts: [concept], engine: .reference))
      return solution.isStable(concept, actor: 0, position: 0)
    }
    // Alone, the climber's first step is its last. Beside the bystander it takes the second one.
    #expect(!leaverStays(part))
    #expect(leaverStays(whole))
    try SymbolicTests.compare(whole)
  }

  // MARK: What is tied

  @Test("everything that can be said ties what it speaks of")
  func ties() {
    func parts(
      _ preference: Preference = .indifferent, cannot: [ForbiddenMove] = [], misperceives: [Condition] = [],
      idle: Preference = .indifferent, levels: [LevelOption] = [], terms: [Condition] = [],
      rules: [Condition] = [], needs: [TakeRequirement] = []
    ) -> [UInt64] {
      let conflict = Conflict(
        actors: [
          Conflict.Actor(id: "a", preference: preference, cannot: cannot, misperceives: misperceives),
          Conflict.Actor(id: "b", preference: .indifferent), Conflict.Actor(id: "idle", preference: idle),
        ],
        options: [0, 1, 1, Option.nobody].enumerated().map { Option(id: "o\($0)", actor: $1) },
        levelOptions: levels, terms: terms, rules: rules, requirements: needs)
      let found = Components(conflict)
      #expect(found.ofActor[2] == nil)
      #expect(
        found.ofOption == (0..<4).map { option in found.parts.firstIndex { $0 >> UInt64(option) & 1 == 1 } })
      return found.parts
    }
    #expect(parts() == [0b0001, 0b0110, 0b1000])
    #expect(parts(.statements([.not(.taken(3))])) == [0b1001, 0b0110])
    #expect(parts(.statements([.term(0)]), terms: [.taken(1)]) == [0b0111, 0b1000])
    #expect(parts(.statements([.state(State(1))])) == [0b1111])
    #expect(parts(.weights([1, 0, 0, 2])) == [0b1001, 0b0110])
    #expect(parts(.ranking([[State(1)]])) == [0b1111])
    #expect(parts(.ranking([])) == [0b0001, 0b0110, 0b1000])
    #expect(parts(cannot: [ForbiddenMove(from: .taken(1))]) == [0b0111, 0b1000])
    #expect(parts(cannot: [ForbiddenMove(to: .taken(3))]) == [0b1001, 0b0110])
    #expect(parts(misperceives: [.taken(3)]) == [0b1001, 0b0110])
    #expect(parts(idle: .statements([.all([.taken(0), .taken(1)])])) == [0b0001, 0b0110, 0b1000])
    #expect(parts(rules: [.any([.taken(0), .taken(3)])]) == [0b1001, 0b0110])
    #expect(parts(needs: [TakeRequirement(option: 0, needs: .taken(3))]) == [0b1001, 0b0110])
    #expect(parts(needs: [TakeRequirement(option: 3, needs: .taken(0))]) == [0b0001, 0b0110, 0b1000])
  }

  @Test("and the order of the variables keeps parts apart", .effective(20), arguments: TestScale.seeds(100))
  func order(seed: UInt64) {
    guard let (first, second) = Self.pair(seed) else { return effective(when: false) }
    var random = SeededGenerator(seed: seed)
    let both = first.beside(second)
    // Options of both parts are mixed in the file.
    let whole = both.reordered(
      actors: Array(both.actors.indices), options: both.optionOrder(using: &random))
    let (parts, order) = (Components(whole), VariableOrder(whole).order)
    let along = order.map { parts.ofOption[$0 % whole.options.count] }
    let changes = zip(along, along.dropFirst()).count { $0 != $1 }
    effective(when: parts.parts.count > 1 && whole.options.count > 3)
    #expect(order.sorted() == Array(0..<2 * whole.options.count))
    #expect(changes == max(parts.parts.count - 1, 0))
  }
}

extension Conflict {
  /// The same without anything that makes it matter who moved last.
  var lettingMove: Conflict {
    Conflict(
      actors: actors.map { actor in
        var free = actor
        free.cannot = []
        return free
      },
      options: options, levelOptions: levelOptions, events: events, terms: terms, rules: rules,
      requirements: requirements.filter { requirement in
        let owner = options[requirement.option].actor
        return owner == Option.nobody || predicate(requirement.needs).optionMask & optionMask(of: owner) == 0
      })
  }
}
