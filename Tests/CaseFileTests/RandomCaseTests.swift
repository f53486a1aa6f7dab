import ConflictModel
import Notation
import TestSupport
import Testing

@testable import CaseFile

/// What the generator of cases produces, measured on what it produced.
@Suite("Random cases") struct RandomCaseTests {
  @Test("they have a meaning, and printing and parsing keeps what they say")
  func roundTrip() throws {
    var tiny = 0
    for seed in TestScale.seeds(80) {
      let document = RandomCase.document(seed: seed, .everything)
      let text = document.printed()
      let again = try CaseDocument(parsing: text)
      #expect(again == document, "seed \(seed)\n\(text)")
      #expect(again.printed() == text, "seed \(seed)")
      let (before, after) = (try Case(document), try Case(again))
      #expect(before.conflict == after.conflict && before.statusQuo == after.statusQuo, "seed \(seed)")
      if before.conflict.feasibleStates().states.count < 3 { tiny += 1 }
    }
    #expect(tiny * 10 <= TestScale.seeds(80).count)
  }

  @Test("every value of every dimension occurs")
  func dimensions() throws {
    var census = Census(CaseTable.all)
    for seed in 0..<400 as Range<UInt64> { census.count(RandomCase.document(seed: seed, .everything)) }
    #expect(census.rare() == [])
  }

  @Test("every key of the language is written, overlays included")
  func keys() throws {
    var coverage = KeyCoverage()
    for seed in 0..<300 as Range<UInt64> {
      for text in RandomCase.texts(seed: seed) {
        coverage.visit(try YAMLReader.read(text, file: "case.yaml"), .map(Language.top))
      }
    }
    #expect(coverage.missing() == [])
  }
}

/// The keys of the language that texts have used.
private struct KeyCoverage {
  private var seen: Set<String> = []

  /// Goes through what the shape may be, as far as the text goes.
  mutating func visit(_ node: Node, _ shape: Shape) {
    switch (shape, node.content) {
    case (.anyOf(let shapes), _):
      for shape in shapes { visit(node, shape) }
    case (.named(let name), _):
      if let shape = Language.definitions.first(where: { $0.0 == name })?.1 { visit(node, shape) }
    case (.list(let item), .list(let items)):
      for node in items { visit(node, item) }
    case (.keyed(let value), .map(let entries)):
      for entry in entries { visit(entry.value, value) }
    case (.map(let map), .map(let entries)):
      // A mapping that fits a shape has no key that the shape does not know.
      guard entries.allSatisfy({ map.keys.contains($0.key) }) else { return }
      for entry in entries {
        seen.insert("\(map.title): \(entry.key)")
        for field in map.fields where field.key == entry.key { visit(entry.value, field.shape) }
      }
    default: break
    }
  }

  /// The keys of the whole language that no text has used.
  func missing() -> [String] {
    var all: [String] = []
    var shapes: [Shape] = [.map(Language.top)] + Language.definitions.map(\.1)
    var visited: Set<String> = []
    while let shape = shapes.popLast() {
      switch shape {
      case .anyOf(let parts): shapes += parts
      case .list(let part), .keyed(let part): shapes.append(part)
      case .map(let map):
        let signature = "\(map.title): \(map.keys)"
        guard visited.insert(signature).inserted else { continue }
        all += map.keys.map { "\(map.title): \($0)" }
        shapes += map.fields.map(\.shape)
      default: break
      }
    }
    return Set(all).subtracting(seen).sorted()
  }
}
