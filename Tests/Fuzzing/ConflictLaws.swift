public import ConflictModel
import Certificates
import Stability
import TestSupport

/// What holds of every conflict, whatever the answers are: the engines agree with
/// each other, with the definitions and with brute force, every verdict that is
/// looked at is certified, and names and order do not matter.
public struct ConflictLaws {
  /// What is broken, in words; empty when every law holds.
  public private(set) var faults: [String] = []
  /// How often each law was put to the test on something that could break it.
  public private(set) var effective: [String: Int] = [:]

  private let conflict: Conflict
  private var random: SeededGenerator

  /// Up to so many states brute force is asked.
  private static let bruteForceStates = 24
  /// Up to so many the reference engine is, and `sim`.
  private static let referenceStates = 1_600
  private static let simStates = 64
  /// Verdicts that are certified, of each concept.
  private static let certified = 4

  /// Tries every law on the conflict; the seed says where to look.
  public static func check(_ conflict: Conflict, seed: UInt64) -> ConflictLaws {
    var laws = ConflictLaws(conflict: conflict, random: SeededGenerator(seed: seed))
    laws.run()
    return laws
  }

  private init(conflict: Conflict, random: SeededGenerator) {
    self.conflict = conflict
    self.random = random
  }

  private mutating func note(_ law: String, _ count: Int = 1) {
    if count > 0 { effective[law, default: 0] += count }
  }

  private mutating func run() {
    let sequential: [Concept] = [.nash, .gmr, .smr, .seq, .sseq]
    let auto = conflict.solve(SolveRequest(concepts: sequential))
    guard auto.limit == nil else {
      faults.append("auto stopped at \(auto.limit!)")
      return
    }
    let count = auto.states.count
    let hasSim = count <= Self.simStates && conflict.form == .options
    let concepts = hasSim ? Concept.allCases : sequential
    var solutions: [Solution] = []
    for engine in engines(count) {
      let solution = conflict.solve(SolveRequest(concepts: concepts, engine: engine))
      if solution.limit != nil { faults.append("\(engine) stopped at \(solution.limit!)") }
      solutions.append(solution)
    }
    guard faults.isEmpty, let first = solutions.first else { return }
    compare(auto, first)
    for other in solutions.dropFirst() { compare(other, first) }
    implications(first)
    for solution in solutions { certificates(solution) }
    if count > 0, count <= Self.bruteForceStates {
      bruteForce(first)
      graphForm(first)
    }
    if count <= 130 { reordering(first) }
  }

  /// The engines that this conflict is given to.
  private func engines(_ stateCount: Int) -> [Engine] {
    var engines: [Engine] = stateCount <= Self.referenceStates ? [.reference] : []
    if conflict.form == .options, conflict.hasMaskedMovesOnly {
      if conflict.options.count <= 20 { engines.append(.dense) }
      engines.append(.sparse)
    }
    return engines.isEmpty ? [.reference] : engines
  }
}

// MARK: - Engines and definitions

extension ConflictLaws {
  private mutating func compare(_ found: Solution, _ truth: Solution) {
    let names = "\(found.engine) and \(truth.engine)"
    guard found.states == truth.states else {
      faults.append("\(names) list other states")
      return
    }
    note("engines agree", found.states.count > 2 ? 1 : 0)
    for actor in conflict.actors.indices {
      if found.tiers(of: actor) != truth.tiers(of: actor) {
        faults.append("\(names): order of actor \(actor)")
      }
      if found.states.count <= 2_000 {
        for position in found.states.indices
        where found.moves(of: actor, from: position) != truth.moves(of: actor, from: position) {
          faults.append("\(names): moves of actor \(actor) from \(position)")
        }
      }
    }
    for concept in found.concepts where truth.concepts.contains(concept) {
      for actor in conflict.actors.indices
      where Array(found.stable(concept, actor: actor)) != Array(truth.stable(concept, actor: actor)) {
        faults.append("\(names): \(concept) of actor \(actor)")
      }
      if Array(found.equilibria(concept)) != Array(truth.equilibria(concept)) {
        faults.append("\(names): \(concept) equilibria")
      }
    }
  }

  private mutating func bruteForce(_ solution: Solution) {
    // Too many combinations to try each: the states are taken as they are listed.
    let truth =
      conflict.options.count <= 10
      ? BruteForce(conflict) : BruteForce(conflict, codes: solution.states.map(\.code))
    guard solution.states.map(\.code) == truth.codes else {
      faults.append("brute force lists other states")
      return
    }
    var gains = 0
    for actor in conflict.actors.indices {
      if solution.tiers(of: actor).map({ $0.map { truth.codes[$0] } }) != truth.tiers(of: actor) {
        faults.append("brute force: order of actor \(actor)")
      }
      for (position, code) in truth.codes.enumerated() {
        if solution.moves(of: actor, from: position).map({ truth.codes[$0] })
          != truth.moves(actor, code).sorted()
        {
          faults.append("brute force: moves of actor \(actor) from \(code)")
        }
        gains += truth.improvements(actor, code).count
      }
    }
    note("brute force agrees", truth.codes.count > 2 && gains > 0 ? 1 : 0)
    for concept in solution.concepts {
      for actor in conflict.actors.indices {
        for (position, code) in truth.codes.enumerated()
        where solution.isStable(concept, actor: actor, position: position)
          != truth.isStable(concept, actor, code)
        {
          faults.append("brute force: \(concept) of actor \(actor) at \(code)")
        }
      }
    }
  }

  private mutating func implications(_ solution: Solution) {
    let laws: [(Concept, Concept)] = [
      (.nash, .sseq), (.sseq, .seq), (.seq, .gmr), (.sseq, .smr), (.smr, .gmr), (.nash, .sim),
    ]
    for (strong, weak) in laws where solution.concepts.contains(strong) && solution.concepts.contains(weak) {
      for actor in conflict.actors.indices {
        let (inner, outer) = (solution.stable(strong, actor: actor), solution.stable(weak, actor: actor))
        if inner.contains(where: { !outer.contains($0) }) {
          faults.append("\(strong) and not \(weak), actor \(actor)")
        }
        note("implications", outer.count < solution.states.count && !inner.isEmpty ? 1 : 0)
      }
    }
  }

  private mutating func certificates(_ solution: Solution) {
    guard !solution.states.isEmpty else { return }
    var checker = CertificateChecker(conflict)
    for concept in solution.concepts {
      for _ in 0..<Self.certified {
        let actor = Int.random(in: conflict.actors.indices, using: &random)
        let position = Int.random(in: solution.states.indices, using: &random)
        guard
          let certificate = solution.certificate(
            concept, actor: actor, position: position, answerLimit: 3_000)
        else { continue }
        let isStable = solution.isStable(concept, actor: actor, position: position)
        if let fault = checker.check(certificate) {
          faults.append(
            "\(solution.engine): \(concept) of actor \(actor) at \(position) is refused: \(fault)")
        }
        if certificate.isStable != isStable {
          faults.append(
            "\(solution.engine): \(concept) of actor \(actor) at \(position) is certified otherwise")
        }
        note("certified", solution.improvements(of: actor, from: position).isEmpty ? 0 : 1)
      }
    }
  }
}

// MARK: - The same said otherwise

extension ConflictLaws {
  private mutating func reordering(_ before: Solution) {
    guard conflict.form == .options else { return }
    let actorOrder = conflict.actors.indices.shuffled(using: &random)
    let optionOrder = conflict.optionOrder(using: &random)
    let map = Reordering(optionOrder: optionOrder)
    let after = conflict.reordered(actors: actorOrder, options: optionOrder).solve(
      SolveRequest(concepts: before.concepts))
    guard before.states.map({ map($0) }).sorted() == Array(after.states) else {
      faults.append("reordered: other states")
      return
    }
    note("reordered", optionOrder != Array(conflict.options.indices) && before.states.count > 2 ? 1 : 0)
    for concept in before.concepts {
      for (new, old) in actorOrder.enumerated() {
        let expected = before.stable(concept, actor: old).map { map(before.states[$0]) }.sorted()
        if after.stable(concept, actor: new).map({ after.states[$0] }) != expected {
          faults.append("reordered: \(concept) of actor \(old)")
        }
      }
    }
  }

  private mutating func graphForm(_ options: Solution) {
    guard conflict.form == .options, conflict.options.count <= 10 else { return }
    let graph = conflict.inGraphForm().solve()
    note("graph form", options.states.count > 2 ? 1 : 0)
    for concept in graph.concepts {
      for actor in conflict.actors.indices
      where Array(graph.stable(concept, actor: actor)) != Array(options.stable(concept, actor: actor)) {
        faults.append("in graph form: \(concept) of actor \(actor)")
      }
    }
  }
}
