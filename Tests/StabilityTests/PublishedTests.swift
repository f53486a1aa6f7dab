import ConflictModel
import Stability
import TestSupport
import Testing

/// Conflicts with answers that others have published or worked out by hand.
@Suite struct PublishedTests {
  @Test("gives the known answers", arguments: PublishedConflict.all)
  func answers(published: PublishedConflict) {
    let solution = published.conflict.solve()
    for (concept, expected) in published.equilibria {
      let found = solution.equilibria(concept).map { solution.states[$0].code }
      #expect(found == expected, "\(concept) equilibria")
    }
    for (concept, expected) in published.stable {
      for (actor, codes) in expected.enumerated() {
        let found = solution.stable(concept, actor: actor).map { solution.states[$0].code }
        #expect(found == codes, "\(concept), actor \(actor)")
      }
    }
  }

  @Test("and brute force gives them, too", arguments: PublishedConflict.all)
  func bruteForce(published: PublishedConflict) {
    expectAgreement(published.conflict)
  }

  @Test("two suspects: numbers, tiers and moves")
  func suspects() {
    let solution = PublishedConflict.suspects.conflict.solve()
    #expect(solution.states.map { $0.code } == [0, 1, 2, 4, 5, 6])
    #expect(numbers(solution.tiers(of: 0)) == [[1, 2, 3], [5], [4, 6]])
    #expect(numbers(solution.tiers(of: 1)) == [[4, 6], [1, 3], [5], [2]])
    #expect(moves(solution, 0) == [[2, 3], [1, 3], [], [5, 6], [4, 6], []])
    #expect(moves(solution, 1) == [[4], [5], [6], [1], [2], [3]])
  }

  @Test("exchange file example: numbers and tiers")
  func exchangeFile() {
    let solution = PublishedConflict.exchangeFile.conflict.solve()
    #expect(solution.states.map { $0.code } == [0, 1, 2, 3, 4, 5])
    #expect(numbers(solution.tiers(of: 0)) == [[3, 4], [2, 6], [1, 5]])
    #expect(numbers(solution.tiers(of: 1)) == [[1], [5], [3], [2], [6], [4]])
  }

  @Test("Elmira: one improvement from the status quo, by the local government")
  func elmiraStatusQuo() {
    let solution = PublishedConflict.elmira(literature: true).conflict.solve()
    #expect((0..<3).map { solution.improvements(of: $0, from: 0) } == [[], [], [4]])
  }

  private func numbers(_ tiers: [[Int]]) -> [[Int]] {
    tiers.map { $0.map { $0 + 1 } }
  }

  private func moves(_ solution: Solution, _ actor: Int) -> [[Int]] {
    numbers(solution.states.indices.map { solution.moves(of: actor, from: $0) })
  }
}
