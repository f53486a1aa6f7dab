import ConflictModel
import EffectiveCounts
import TestSupport
import Testing

@testable import Stability

/// What sets of states say of variants of a conflict, beside what is found when each variant is solved by itself.
@Suite("Questions about variants among more states than can be listed") struct SetInquiryTests {
  /// Other wishes of an actor, made of its own or of somebody else's.
  static func variant(
    of preference: Preference, beside others: [Preference], _ random: inout SeededGenerator
  ) -> Preference {
    switch (preference, Int.random(in: 0..<6, using: &random)) {
    case (_, 0): return .indifferent
    case (_, 1): return others.randomElement(using: &random) ?? .indifferent
    case (.statements(let statements), 2): return .statements(statements.shuffled(using: &random))
    case (.statements(let statements), 3): return .statements(Array(statements.dropLast()))
    case (.statements(let statements), 4):
      return .statements(statements.map { Bool.random(using: &random) ? .not($0) : $0 })
    case (.weights(let weights), 2...4):
      return .weights(weights.map { Bool.random(using: &random) ? -$0 : $0 })
    case (.ranking(let tiers), 2...4): return .ranking(tiers.reversed())
    default: return preference
    }
  }

  /// A conflict in option form with variants of it.
  static func sample(seed: UInt64) -> (conflict: Conflict, variants: [[Preference]])? {
    let conflict = RandomConflict.any(seed: seed)
    guard conflict.form == .options, !conflict.options.isEmpty, conflict.feasibleStates().states.count <= 64
    else { return nil }
    var random = SeededGenerator(seed: seed)
    let own = conflict.actors.map { $0.preference }
    let variants = (0..<4).map { index in
      index == 0 ? own : own.map { variant(of: $0, beside: own, &random) }
    }
    return (conflict, variants)
  }

  private static func replacing(_ preferences: [Preference], in conflict: Conflict) -> Conflict {
    var actors = conflict.actors
    for (actor, preference) in preferences.enumerated() { actors[actor].preference = preference }
    return Conflict(
      actors: actors, options: conflict.options, levelOptions: conflict.levelOptions, events: conflict.events,
      terms: conflict.terms, rules: conflict.rules, requirements: conflict.requirements)
  }

  @Test(
    "are answered as when each variant is solved", .effective(90), arguments: TestScale.seeds(150),
    [false, true])
  func same(seed: UInt64, isFreedAlways: Bool) throws {
    effective(when: try Self.isCompared(seed: seed, isFreedAlways: isFreedAlways))
  }

  /// Holds all that is asked about variants against solving each; whether there was anything lively.
  private static func isCompared(seed: UInt64, isFreedAlways: Bool) throws -> Bool {
    guard let (conflict, variants) = Self.sample(seed: 360_000 + seed) else { return false }
    var random = SeededGenerator(seed: seed)
    var inquiry = try SetInquiry.ready(conflict, memory: 1 << 28)
    let states = conflict.feasibleStates().states
    // Twice, so that what is remembered is asked for, too.
    for preferences in variants + variants {
      var numbers: [Int] = []
      for (actor, preference) in preferences.enumerated() {
        numbers.append(try inquiry.number(of: preference, of: actor))
      }
      let truth = Self.replacing(preferences, in: conflict)
        .solve(SolveRequest(concepts: SymbolicTests.concepts, engine: .reference))
      let condition = Condition.taken(Int.random(in: conflict.options.indices, using: &random))
      for concept in SymbolicTests.concepts {
        for (position, state) in states.enumerated() {
          if isFreedAlways { inquiry.engine.symbolic.mostNodes = 1 }
          let leaving = try inquiry.leaving(concept, from: state, under: numbers)
          #expect((leaving == nil) == truth.isEquilibrium(concept, position: position))
          if let leaving { #expect(!truth.isStable(concept, actor: leaving, position: position)) }
          let actor = Int.random(in: conflict.actors.indices, using: &random)
          let isStable = try inquiry.isStable(concept, actor: actor, in: state, under: numbers)
          #expect(isStable == truth.isStable(concept, actor: actor, position: position))
        }
        let lasting = truth.equilibria(concept).intersection(truth.states(where: condition))
        for known in [nil, states.randomElement(using: &random)] {
          if isFreedAlways { inquiry.engine.symbolic.mostNodes = 1 }
          let found = try inquiry.equilibrium(concept, where: condition, tryingFirst: known, under: numbers)
          #expect((found == nil) == lasting.isEmpty)
          if let found { #expect(states.position(of: found).map(lasting.contains) == true) }
        }
      }
      let outside = State(1 << UInt64(conflict.options.count - 1))
      #expect(inquiry.isFeasible(outside) == (states.position(of: outside) != nil))
    }
    return conflict.isLively
  }

  @Test(
    "tell orders apart just when some two states stand otherwise", .effective(40),
    arguments: TestScale.seeds(100))
  func orders(seed: UInt64) throws {
    guard let (conflict, variants) = Self.sample(seed: 370_000 + seed) else { return effective(when: false) }
    var inquiry = try SetInquiry.ready(conflict, memory: 1 << 28)
    let graph = try StateGraph(conflict)
    // What takes much work to tell is left open, which is rare.
    var (told, open) = (0, 0)
    for preferences in variants {
      for (actor, preference) in preferences.enumerated() {
        let number = try inquiry.number(of: preference, of: actor)
        if let isSame = try inquiry.isSame(number, as: 0, of: actor) {
          #expect(isSame == (graph.order(preference) == graph.orders[actor]))
          told += 1
        } else {
          open += 1
        }
      }
    }
    effective(when: conflict.isLively && told > open)
  }

  // Found by a long run: wishes may come to speak of what had nothing to do with their actor.
  @Test("hear of wishes that tie parts which did not touch", arguments: [false, true])
  func tied(isFreedAlways: Bool) throws {
    #expect(try Self.isCompared(seed: 8128, isFreedAlways: isFreedAlways))
  }

  @Test("end where they are told to, or where there is no memory")
  func limits() throws {
    let conflict = RandomConflict.structured(options: 40, actors: 4, wishes: 20, seed: 1)
    #expect(throws: StateGraph.Stopped(limit: .interrupted)) {
      var inquiry = try SetInquiry.ready(
        conflict, memory: 1 << 28, control: Control(shouldStop: { .interrupted }))
      for option in conflict.options.indices {
        _ = try inquiry.equilibrium(.sseq, where: .taken(option), under: [0, 0, 0, 0])
      }
    }
    #expect(throws: StateGraph.Stopped(limit: .memory(bytes: 1 << 17))) {
      _ = try SetInquiry.ready(conflict, memory: 1 << 17).isEmpty
    }
  }
}
