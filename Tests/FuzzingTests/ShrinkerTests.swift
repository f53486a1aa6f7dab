import CaseFile
import ConflictModel
import Fuzzing
import Stability
import TestSupport
import Testing

@Suite("Shrinking") struct ShrinkerTests {
  /// As if an engine failed with more than eight statements where the states do not
  /// fill whole words.
  static func failsLikeAWordTooFew(_ document: CaseDocument) -> Bool {
    guard let conflict = try? Case(document).conflict, conflict.form == .options else { return false }
    let isLong = conflict.actors.contains {
      if case .statements(let statements) = $0.preference { statements.count > 8 } else { false }
    }
    return isLong && (1...56).contains(conflict.feasibleStates().states.count % 64)
  }

  @Test("a planted fault is reduced to what it takes")
  func planted() throws {
    var found = 0
    for seed in 0..<40 as Range<UInt64> where found < 4 {
      let document = RandomCase.document(seed: seed, .everything)
      guard Self.failsLikeAWordTooFew(document) else { continue }
      found += 1
      let small = Shrinker.smallest(document, attempts: 3_000, while: Self.failsLikeAWordTooFew)
      #expect(Self.failsLikeAWordTooFew(small))
      let text = small.printed()
      #expect(text.utf8.count < 400, "\(text)")
      #expect(small.actors.count == 1)
      guard case .statements(let statements) = small.actors[0].preference else {
        Issue.record("no statements are left:\n\(text)")
        continue
      }
      #expect(statements.count == 9)
      #expect(try CaseDocument(parsing: text) == small)
    }
    #expect(found == 4)
  }

  @Test("a condition is reduced to the part that matters")
  func conditions() {
    func fails(_ document: CaseDocument) -> Bool { document.printed().contains(" unless ") }
    let document = (0..<50 as Range<UInt64>).lazy.map { RandomCase.document(seed: $0, .everything) }
      .first { fails($0) }!
    let small = Shrinker.smallest(document, attempts: 3_000, while: fails)
    #expect(small.printed().utf8.count < 250, "\(small.printed())")
  }

  @Test("a made-up conflict becomes a case that means it")
  func conflicts() throws {
    var compared = 0
    for seed in TestScale.seeds(60) {
      let conflict = RandomConflict.any(seed: 5_000 + seed)
      let states = conflict.feasibleStates().states
      if states.isEmpty { continue }
      let again = try Case(CaseDocument(parsing: CaseDocument(conflict).printed())).conflict
      let (before, after) = (conflict.solve(), again.solve())
      #expect(before.states.count == after.states.count)
      for concept in before.concepts {
        #expect(before.equilibria(concept).count == after.equilibria(concept).count, "seed \(seed)")
        for actor in conflict.actors.indices {
          #expect(
            before.stable(concept, actor: actor).count == after.stable(concept, actor: actor).count,
            "seed \(seed), \(concept) of \(actor)")
        }
      }
      compared += states.count > 2 ? 1 : 0
    }
    #expect(compared * 10 >= TestScale.seeds(60).count * 9)
  }
}
