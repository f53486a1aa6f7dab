import ConflictModel
import EffectiveCounts
import TestSupport
import Testing

@testable import Stability

/// The four types under unknown preference and strong stability, against the
/// definitions written out a second time over sets of positions.
@Suite("Unknown preference and strength") struct UncertainTests {
  /// A small conflict and, for each actor, how it likes each state beside each.
  struct Model {
    let graph: StateGraph
    let relations: [[[Relation]]]

    init?(seed: UInt64, among choices: [Relation]) throws {
      let conflict = RandomConflict.any(seed: seed)
      graph = try StateGraph(conflict)
      let count = graph.states.count
      if count == 0 || count > 24 { return nil }
      var random = SeededGenerator(seed: seed)
      relations = conflict.actors.indices.map { _ in
        var table = [[Relation]](repeating: [Relation](repeating: .tied, count: count), count: count)
        for one in 0..<count {
          for other in 0..<one {
            table[one][other] = choices.randomElement(using: &random)!
            table[other][one] = table[one][other].reversed
          }
        }
        return table
      }
    }

    func relation(_ actor: Int, _ one: Int, _ other: Int) -> Relation { relations[actor][one][other] }

    /// What legal sequences of all but one actor reach, by their last movers.
    func answers(_ focal: Int, from start: Int, _ isStep: (Int, Int, Int) -> Bool) -> Set<Int> {
      var last: [Int: Set<Int>] = [:]
      let others = graph.conflict.actors.indices.filter { $0 != focal }
      func add(_ mover: Int, from state: Int) -> Bool {
        var grown = false
        for target in graph.moves(of: mover, from: state) where isStep(mover, target, state) {
          if last[target, default: []].insert(mover).inserted { grown = true }
        }
        return grown
      }
      for mover in others { _ = add(mover, from: start) }
      var hasGrown = true
      while hasGrown {
        hasGrown = false
        for state in Array(last.keys) {
          for mover in others where last[state] != [mover] {
            if add(mover, from: state) { hasGrown = true }
          }
        }
      }
      return Set(last.keys)
    }

    /// Stability by type, or strongly without one.
    func isStable(_ concept: Concept, _ type: UncertaintyType?, _ actor: Int, _ state: Int) -> Bool {
      func likes(_ other: Int, _ wanted: Set<Relation>) -> Bool {
        wanted.contains(relation(actor, other, state))
      }
      let surelyBetter: Set<Relation> = [.better, .muchBetter]
      let gains = type?.leavesForUnknown == true ? surelyBetter.union([.unknown]) : surelyBetter
      let (sanctions, escapes): (Set<Relation>, Set<Relation>) =
        switch type {
        case .a, .b: ([.tied, .worse, .muchWorse], surelyBetter.union([.unknown]))
        case .c, .d: ([.tied, .worse, .muchWorse, .unknown], surelyBetter)
        case nil: ([.muchWorse], Set(Relation.allCases).subtracting([.muchWorse]))
        }
      return graph.moves(of: actor, from: state).allSatisfy { target in
        if !likes(target, gains) { return true }
        if concept == .nash { return false }
        let reached = answers(actor, from: target) { mover, end, start in
          concept != .seq || surelyBetter.union([.unknown]).contains(relation(mover, end, start))
        }
        return reached.contains { end in
          likes(end, sanctions)
            && (concept != .smr || !graph.moves(of: actor, from: end).contains { likes($0, escapes) })
        }
      }
    }
  }

  /// Conflicts of a few states in which somebody can move.
  static let seeds = TestScale.seeds(40) { seed in
    let conflict = RandomConflict.any(seed: seed)
    let truth = BruteForce(conflict)
    return (2...24).contains(truth.codes.count)
      && conflict.actors.indices.contains { actor in truth.codes.contains { !truth.moves(actor, $0).isEmpty }
      }
  }

  @Test("types agree with the definitions, and imply one another", arguments: seeds)
  func types(seed: UInt64) throws {
    let model = try #require(try Model(seed: seed, among: [.better, .tied, .worse, .unknown]))
    let solution = try model.graph.solveUnknown(relation: model.relation)
    for actor in model.graph.conflict.actors.indices {
      for concept in UncertainStability.concepts {
        let sets = UncertaintyType.allCases.map { Set(solution.stable(concept, $0, actor: actor)) }
        for (type, set) in zip(UncertaintyType.allCases, sets) {
          let expected = model.graph.states.indices.filter { model.isStable(concept, type, actor, $0) }
          #expect(set == Set(expected), "\(concept) \(type)")
        }
        #expect(sets[0].isSubset(of: sets[1]) && sets[1].isSubset(of: sets[3]))
        #expect(sets[0].isSubset(of: sets[2]) && sets[2].isSubset(of: sets[3]))
      }
      for type in UncertaintyType.allCases {
        let set = { (concept: Concept) in Set(solution.stable(concept, type, actor: actor)) }
        #expect(set(.nash).isSubset(of: set(.smr)) && set(.smr).isSubset(of: set(.gmr)))
        #expect(set(.nash).isSubset(of: set(.seq)) && set(.seq).isSubset(of: set(.gmr)))
      }
    }
  }

  @Test("where all is known, every type is the usual concept", arguments: seeds)
  func allKnown(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: seed)
    let graph = try StateGraph(conflict)
    let solution = try graph.solveUnknown { actor, one, other in
      let (left, right) = (graph.orders[actor].ranks[one], graph.orders[actor].ranks[other])
      return left > right ? .better : left == right ? .tied : .worse
    }
    for concept in UncertainStability.concepts {
      let usual = try #require(graph.equilibria(concept, under: graph.orders))
      for type in UncertaintyType.allCases {
        #expect(Array(solution.equilibria(concept, type)) == Array(usual), "\(concept) \(type)")
      }
    }
  }

  @Test("strong stability agrees with its definition, and is stability", arguments: seeds)
  func strength(seed: UInt64) throws {
    let choices: [Relation] = [.muchBetter, .better, .tied, .worse, .muchWorse]
    let model = try #require(try Model(seed: seed, among: choices))
    let strong = try model.graph.solveStrength(relation: model.relation)
    let usual = try model.graph.solveUnknown(relation: model.relation)
    for actor in model.graph.conflict.actors.indices {
      for concept in UncertainStability.concepts {
        let set = Set(strong.stable(concept, actor: actor))
        #expect(set == Set(model.graph.states.indices.filter { model.isStable(concept, nil, actor, $0) }))
        #expect(set.isSubset(of: Set(usual.stable(concept, .d, actor: actor))))
      }
    }
  }

  @Test(
    "where every difference is strong and nothing tied, strong is usual", .effective(21),
    arguments: TestScale.seeds(30))
  func allStrong(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // In option form the others cannot undo what the actor did, so that no answer
    // leads back to where it was, which would be as good and not much worse.
    let conflict = RandomConflict.optionForm(using: &random, maximumOptionCount: 4)
    var graph = try StateGraph(conflict)
    let states = Array(graph.states)
    effective(when: states.count > 2)
    if states.isEmpty { return }
    var actors = conflict.actors
    for actor in actors.indices {
      actors[actor].preference = .ranking(states.shuffled(using: &random).map { [$0] })
    }
    graph = try StateGraph(
      Conflict(
        actors: actors, options: conflict.options, levelOptions: conflict.levelOptions,
        events: conflict.events, terms: conflict.terms, rules: conflict.rules,
        requirements: conflict.requirements))
    let strong = try graph.solveStrength { actor, one, other in
      let (left, right) = (graph.orders[actor].ranks[one], graph.orders[actor].ranks[other])
      return left > right ? .muchBetter : left == right ? .tied : .muchWorse
    }
    for concept in UncertainStability.concepts {
      let usual = try #require(graph.equilibria(concept, under: graph.orders))
      #expect(Array(strong.equilibria(concept)) == Array(usual), "\(concept)")
    }
  }

  @Test("too many states, and a wish to stop, are limits")
  func limits() throws {
    let large = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: (0..<12).map { Option(id: "o\($0)", actor: Option.nobody) })
    let graph = try StateGraph(large)
    #expect(throws: StateGraph.Stopped(limit: .states(4_000))) {
      try graph.solveUnknown { _, _, _ in .tied }
    }
    let small = try StateGraph(RandomConflict.any(seed: 4))
    #expect(throws: StateGraph.Stopped(limit: .interrupted)) {
      try small.solveStrength(control: Control(shouldStop: { .interrupted })) { _, _, _ in .tied }
    }
  }
}
