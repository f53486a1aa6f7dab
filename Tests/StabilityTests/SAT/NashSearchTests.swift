import ConflictModel
import DecisionDiagrams
import EffectiveCounts
import TestSupport
import Testing

@testable import Stability

/// Equilibria under `nash` found by a program for formulas in clauses.
@Suite(
  "Whether an outcome has an equilibrium under nash is found by a second way",
  .enabled(if: Cadical.isInstalled, "the program cadical is not installed; Scripts/prepare sat does that"))
struct NashSearchTests {
  @Test(
    "the second way agrees with the definitions", .effective(150, "yes"), .effective(140, "no"),
    .effective(20, "refined"), arguments: TestScale.seeds(360))
  func small(seed: UInt64) throws {
    let conflict = RandomConflict.any(seed: seed)
    guard NashSearch.understands(conflict) else { return }
    let truth = BruteForce(conflict)
    let lasting = truth.codes.filter { code in
      conflict.actors.indices.allSatisfy { truth.improvements($0, code).isEmpty }
    }
    var search = NashSearch(conflict)
    var random = SeededGenerator(seed: seed)
    for count in 1...3 {
      let outcome = RandomConflict.outcome(count, of: conflict, using: &random)
      let known = lasting.filter { BruteForce.holds(outcome, $0, conflict) }
      let found = try search.equilibrium(with: outcome)
      effective(when: !known.isEmpty, "yes")
      effective(when: known.isEmpty, "no")
      #expect(found.map { known.contains($0.code) } ?? known.isEmpty, "\(outcome): \(known), \(found)")
    }
    effective(when: search.refinementCount > 1, "refined")
  }

  /// Conflicts of 60 options: actors, wishes of each.
  static let large: [(actors: Int, wishes: Int, seed: UInt64)] = TestScale.seeds(6).map { seed in
    (6 + Int(seed % 3), [12, 20, 16, 18][Int(seed % 4)], seed)
  }

  @Test(
    "and the symbolic engine with it where there are 60 options", .effective(8, "yes"), .effective(8, "no"),
    arguments: large)
  func sixty(actors: Int, wishes: Int, seed: UInt64) throws {
    let conflict = RandomConflict.structured(options: 60, actors: actors, wishes: wishes, seed: seed)
    var engine = SymbolicEngine(try .ready(conflict, memoryLimit: 1 << 28))
    let lasting = try engine.equilibria(.nash)
    var search = NashSearch(conflict)
    var random = SeededGenerator(seed: seed)
    for count in 1...10 {
      let outcome = RandomConflict.outcome(count, of: conflict, using: &random)
      let set = try engine.symbolic.set(conflict.predicate(outcome))
      let known = try engine.symbolic.table.intersection(lasting, set)
      let found = try search.equilibrium(with: outcome)
      effective(when: !known.isEmpty, "yes")
      effective(when: known.isEmpty, "no")
      if let found {
        let isKnown = engine.symbolic.table.contains(found.code, in: known)
        #expect(isKnown, "\(found.code)")
        // And by the definitions, as far as one state goes.
        #expect(conflict.actors.indices.allSatisfy { conflict.improvements(of: $0, from: found).isEmpty })
      } else {
        #expect(known.isEmpty, "there is none with \(outcome)")
      }
    }
  }
}
