import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

/// The engines beside the definitions written a second time.
@Suite struct AgreementTests {
  @Test("random conflicts", .effective(125), arguments: TestScale.seeds(200))
  func random(seed: UInt64) {
    let conflict = RandomConflict.any(seed: seed)
    effective(when: conflict.isLively)
    for engine in Engine.allCases { expectAgreement(conflict, by: engine) }
  }
}

/// Expects the solution to agree with brute force: states, orders, moves, then
/// each verdict.
func expectAgreement(
  _ conflict: Conflict, by engine: Engine = .reference, sourceLocation: SourceLocation = #_sourceLocation
) {
  let solution = conflict.solve(SolveRequest(engine: engine))
  let truth = BruteForce(conflict)
  #expect(solution.limit == nil, sourceLocation: sourceLocation)
  #expect(solution.states.map { $0.code } == truth.codes, sourceLocation: sourceLocation)
  guard solution.states.map({ $0.code }) == truth.codes else { return }
  for actor in conflict.actors.indices {
    let tiers = solution.tiers(of: actor)
    var place = [Int](repeating: 0, count: truth.codes.count)
    for (index, tier) in tiers.enumerated() {
      for position in tier { place[position] = index }
    }
    #expect(tiers.flatMap { $0 }.sorted() == Array(truth.codes.indices), sourceLocation: sourceLocation)
    for (position, code) in truth.codes.enumerated() {
      let orders = truth.codes.indices.allSatisfy {
        (place[$0] - place[position]).signum() == truth.compare(actor, code, truth.codes[$0])
      }
      #expect(orders, "order of actor \(actor) at \(code)", sourceLocation: sourceLocation)
      let moves = solution.moves(of: actor, from: position).map { truth.codes[$0] }
      #expect(solution.canMove(actor, from: position) == !moves.isEmpty)
      #expect(
        moves == truth.moves(actor, code).sorted(), "moves of \(actor) from \(code)",
        sourceLocation: sourceLocation)
      let improvements = solution.improvements(of: actor, from: position).map { truth.codes[$0] }
      #expect(
        improvements == truth.improvements(actor, code).sorted(),
        "improvements of \(actor) from \(code)", sourceLocation: sourceLocation)
    }
  }
  #expect(solution.concepts == Concept.allCases.filter { $0.isDefined(in: conflict.form) })
  for concept in solution.concepts {
    var equilibria: [Int] = []
    for (position, code) in truth.codes.enumerated() {
      var isEquilibrium = true
      for actor in conflict.actors.indices {
        let expected = truth.isStable(concept, actor, code)
        isEquilibrium = isEquilibrium && expected
        if solution.isStable(concept, actor: actor, position: position) != expected {
          Issue.record(
            "\(concept) of actor \(actor) at \(code): expected \(expected)", sourceLocation: sourceLocation)
        }
      }
      if isEquilibrium { equilibria.append(position) }
    }
    #expect(Array(solution.equilibria(concept)) == equilibria, sourceLocation: sourceLocation)
  }
}
