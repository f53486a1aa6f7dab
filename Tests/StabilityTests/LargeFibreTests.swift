import ConflictModel
import Stability
import TestSupport
import Testing

/// Actors with so many options that going through their moves one by one would take
/// the square of the number of states.
@Suite struct LargeFibreTests {
  /// One actor with a ranking of all combinations of its options, and one without
  /// options; the best two are tied.
  static func alone(_ optionCount: Int) -> (conflict: Conflict, best: Set<UInt64>) {
    var random = SeededGenerator(seed: 4)
    let states = (0..<1 << optionCount).map { State(UInt64($0)) }.shuffled(using: &random)
    let tiers = [Array(states[..<2])] + states[2...].map { [$0] }
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .ranking(tiers)),
        Conflict.Actor(id: "b", preference: .indifferent),
      ],
      options: (0..<optionCount).map { Option(id: "o\($0)", actor: 0) })
    return (conflict, Set(states[..<2].map { $0.code }))
  }

  // Diagrams are for what is said in few words: of an order drawn at random they are as large as a table.
  @Test(
    "an actor alone stays in its best states only, in every sense",
    arguments: [Engine.reference, .dense, .sparse])
  func alone(engine: Engine) {
    let (conflict, best) = Self.alone(16)
    // Some 2³² moves would be a million questions.
    let counter = PollCounter(stopAt: 30_000)
    let solution = conflict.solve(SolveRequest(engine: engine), control: counter.control)
    #expect(solution.limit == nil)
    #expect(solution.engine == engine)
    for concept in Concept.allCases {
      #expect(Set(solution.equilibria(concept).map { solution.states[$0].code }) == best, "\(concept)")
      #expect(solution.stable(concept, actor: 1).count == 1 << 16)
    }
  }

  @Test("two actors' large fibres are followed member by member")
  func two() {
    // What each wants depends on both, so that answers matter.
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .weights((0..<13).map { $0 == 12 ? -3_000 : 1 << Int64($0) })),
        Conflict.Actor(id: "b", preference: .weights((0..<13).map { $0 == 12 ? 5 : -(1 << Int64($0)) })),
      ], options: (0..<13).map { Option(id: "o\($0)", actor: $0 / 12) })
    let concepts = Concept.allCases.filter { $0 != .sim }
    let counter = PollCounter(stopAt: 20_000)
    let slow = conflict.solve(SolveRequest(concepts: concepts, engine: .reference), control: counter.control)
    let fast = conflict.solve(SolveRequest(concepts: concepts, engine: .dense))
    #expect(slow.limit == nil)
    for concept in concepts {
      for actor in 0..<2 {
        #expect(slow.stable(concept, actor: actor) == fast.stable(concept, actor: actor), "\(concept)")
      }
    }
  }

  @Test("moves too many to be listed are an answer, before the memory is gone")
  func listedMoves() throws {
    let conflict = Self.alone(13).conflict
    var limits = EnumerationLimits()
    let moves: UInt64 = (1 << 26) - (1 << 13)
    limits.moveBytes = 4 * moves - 1
    #expect(throws: StateGraph.Stopped(limit: .memoryNeeded(bytes: 4 * moves, allowed: 4 * moves - 1))) {
      try StateGraph(conflict, limits: limits)
    }
    // Where not every state leads to every other, they are counted on the way.
    let oneWay = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: (0..<9).map { Option(id: "o\($0)", actor: 0, direction: .take) })
    limits.moveBytes = 4 * 1_000
    do throws(StateGraph.Stopped) {
      _ = try StateGraph(oneWay, limits: limits)
      Issue.record("so many moves were listed")
    } catch {
      guard case .memoryNeeded(let bytes, 4_000) = error.limit else {
        Issue.record("\(error.limit)")
        return
      }
      #expect(bytes > 4_000)
    }
  }

  @Test("a fibre with more one-way options than a table has room for can be left half done")
  func pairs() {
    // 27 options of which at most two are taken, and five free ones: 12,128 states.
    let count = 32
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .weights((0..<count).map { Int64($0 * $0 % 17 - 8) })),
        Conflict.Actor(id: "b", preference: .indifferent),
      ],
      options: (0..<count).map { Option(id: "o\($0)", actor: 0, direction: $0 < 27 ? .take : .both) },
      rules: [.count(.atMost, 2, (0..<27).map { .taken($0) })])
    let request = SolveRequest(concepts: [.nash], engine: .sparse)
    let whole = PollCounter()
    #expect(conflict.solve(request, control: whole.control).states.count == 12_128)
    #expect(whole.count > 250)
    for question in [whole.count / 2, whole.count - 60] {
      let counter = PollCounter(stopAt: question)
      let solution = conflict.solve(request, control: counter.control)
      #expect(solution.limit == .interrupted)
      #expect(solution.concepts == [])
      #expect(counter.count - question < 40)
    }
  }
}

/// Few states among so many combinations that looking at each takes long.
@Suite struct SearchedStatesTests {
  /// Groups of six options with exactly one taken in each.
  static func groups(_ count: Int) -> Conflict {
    let options = count * 6
    return Conflict(
      actors: (0..<2).map { actor in
        Conflict.Actor(
          id: "a\(actor)",
          preference: .statements((0..<5).map { .taken((actor * 5 + $0 * 7) % options) }))
      }, options: (0..<options).map { Option(id: "o\($0)", actor: $0 * 2 / options) },
      rules: (0..<count).map { group in .count(.exactly, 1, (0..<6).map { .taken(group * 6 + $0) }) })
  }

  @Test("a short search finds them, in little memory", arguments: [nil, Engine.sparse])
  func few(engine: Engine?) {
    // A bit for each of 2³⁰ combinations takes 128 MiB, and 2¹⁸ questions.
    let counter = PollCounter(stopAt: 60_000)
    let solution = Self.groups(5).solve(
      SolveRequest(engine: engine, memory: 16 << 20), control: counter.control)
    #expect(solution.limit == nil)
    #expect(solution.states.count == 7_776)
    #expect(solution.engine == .sparse)
    #expect(solution.states[0].code == 0b000001_000001_000001_000001_000001)
  }

  @Test("stops in the search as anywhere else")
  func stopped() {
    let counter = PollCounter(stopAt: 20)
    let solution = Self.groups(5).solve(SolveRequest(), control: counter.control)
    #expect(solution.limit == .interrupted)
    #expect(!solution.hasAllStates)
    #expect(counter.count == 20)
  }

  @Test("where most combinations are feasible, all are looked at")
  func many() {
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: (0..<22).map { Option(id: "o\($0)", actor: 0) },
      rules: [.not(.all((0..<22).map { .taken($0) }))])
    var request = SolveRequest(concepts: [.nash])
    let sets = conflict.solve(request)
    request.needsTables = true
    let solution = conflict.solve(request)
    #expect(solution.states.count == (1 << 22) - 1 && sets.states.count == solution.states.count)
    #expect(solution.engine == .dense && sets.engine == .symbolic)
  }
}

/// What the tables take is known before they are made.
@Suite struct MemoryOfTablesTests {
  private func needed(_ conflict: Conflict) -> UInt64 {
    let request = SolveRequest(concepts: [.nash, .seq], engine: .dense, memory: 1 << 20)
    guard case .memoryNeeded(let bytes, _) = conflict.solve(request).limit else { return 0 }
    return bytes
  }

  private func conflict(_ wide: Bool, _ direction: Option.Direction) -> Conflict {
    Conflict(
      actors: (0..<2).map { actor in
        Conflict.Actor(
          id: "a\(actor)",
          preference: .weights((0..<20).map { (1 << Int64($0)) * (wide ? 4_097 : 1) + 1 }))
      }, options: (0..<20).map { Option(id: "o\($0)", actor: $0 / 10, direction: direction) })
  }

  @Test("sums that have to be sorted, and one-way options, add to it")
  func more() {
    let plain = needed(conflict(false, .both))
    #expect(plain > 1 << 20)
    #expect(needed(conflict(true, .both)) == plain + (12 << 20))
    #expect(needed(conflict(false, .take)) > plain + (1 << 20))
    let needing = Conflict(
      actors: conflict(false, .both).actors, options: conflict(false, .both).options,
      requirements: [TakeRequirement(option: 0, needs: .taken(19))])
    // The ranks before a pass, four bytes each, a bit where the option is open, and places.
    #expect(needed(needing) >= plain + (4 << 20) + (1 << 17))
  }
}
