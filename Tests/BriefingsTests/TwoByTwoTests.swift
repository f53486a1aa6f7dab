import CaseFile
import Disk
import ConflictModel
import Foundation
import Stability
import Testing

/// The 78 games of two actors and two choices: that they are all of them, and that
/// the table of their page is theirs.
@Suite("The games of Rapoport and Guyer")
struct TwoByTwoTests {
  static let folder = CatalogTests.folder.appending(path: "rapoport-guyer")

  /// A game with its number: the actors' orders, best first, as codes.
  struct Game {
    var number: Int
    var orders: [[UInt64]]
    var solution: Solution

    /// The same game with rows, columns or actors exchanged in the way that comes first.
    var standard: [[UInt64]] {
      var all: [[[UInt64]]] = []
      for flip in UInt64(0)..<4 {
        let flipped = orders.map { $0.map { $0 ^ flip } }
        all.append(flipped)
        all.append(flipped.reversed().map { $0.map { ($0 & 1) << 1 | $0 >> 1 } })
      }
      return all.min { $0.joined().lexicographicallyPrecedes($1.joined()) } ?? orders
    }
  }

  static func games() throws -> [Game] {
    try (1...78).map { number in
      let name = number < 10 ? "0\(number).yaml" : "\(number).yaml"
      let subject = try Case(CaseDocument(reading: folder.appending(path: name).path))
      let solution = subject.conflict.solve()
      let orders = (0..<2).map { actor in
        solution.tiers(of: actor).flatMap { $0.map { solution.states[$0].code } }
      }
      #expect((0..<2).allSatisfy { solution.tiers(of: $0).count == 4 }, "game \(number) has ties")
      return Game(number: number, orders: orders, solution: solution)
    }
  }

  @Test("no two are the same, so they are all there are")
  func areAll() throws {
    #expect(Set(try Self.games().map(\.standard)).count == 78)
  }

  @Test("games 1 to 57 have one equilibrium, 58 to 69 two, the others none")
  func classes() throws {
    for game in try Self.games() {
      let expected = game.number <= 57 ? 1 : game.number <= 69 ? 2 : 0
      #expect(Array(game.solution.equilibria(.nash)).count == expected, "game \(game.number)")
    }
  }

  @Test("the table has their orders and answers")
  func table() throws {
    let page = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| [") }.map {
      $0.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    let games = try Self.games()
    try #require(rows.count == games.count)
    for (row, game) in zip(rows, games) {
      let name = game.number < 10 ? "0\(game.number).yaml" : "\(game.number).yaml"
      var expected = ["[\(game.number)](\(name))", row[1]]
      expected += game.orders.map { Self.words($0) }
      for concept in [Concept.nash, .sseq, .seq, .smr, .gmr, .sim] {
        expected.append(Self.words(game.solution.equilibria(concept).map { game.solution.states[$0].code }))
      }
      #expect(row == expected)
    }
  }

  /// The patterns of states, or a dash when there is none.
  static func words(_ codes: [UInt64]) -> String {
    let patterns = codes.map { ($0 & 1 == 1 ? "Y" : "N") + ($0 & 2 == 2 ? "Y" : "N") }
    return patterns.isEmpty ? "–" : patterns.joined(separator: " ")
  }
}
