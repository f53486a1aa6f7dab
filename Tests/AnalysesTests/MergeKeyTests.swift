import Analyses
import Testing

@testable import CaseFile

@Suite("Merging and comparing, key by key") struct MergeKeyTests {
  /// Keys that no document holds: they are worked in when a file is read.
  private static let workedIn: Set<String> = ["a case: entente", "a case: extends"]

  /// Every key that the table has, as "an event: since".
  static var table: Set<String> {
    var found: Set<String> = []
    var open: [Shape] = [.map(Language.top)] + Language.definitions.map(\.1)
    while let shape = open.popLast() {
      switch shape {
      case .list(let inner), .keyed(let inner): open.append(inner)
      case .anyOf(let shapes): open += shapes
      case .map(let map) where map.title != Language.edits.title:
        for field in map.fields where found.insert("\(map.title): \(field.key)").inserted {
          open.append(field.shape)
        }
      default: break
      }
    }
    return found.subtracting(workedIn)
  }

  @Test("every key of the table has an example")
  func complete() {
    let shown = Set(KeyExample.all.map(\.key))
    #expect(Self.table.subtracting(shown).sorted() == [], "keys without an example")
    #expect(shown.subtracting(Self.table).sorted() == [], "examples of no key")
  }

  private static func read(_ text: String) throws -> CaseDocument {
    let document = try CaseDocument(parsing: text)
    _ = try Case(document)
    return document
  }

  @Test(
    "a difference in one key is named, kept, and disputed when both changed it", arguments: KeyExample.all)
  func key(example: KeyExample) throws {
    let documents = try example.values.map { value -> CaseDocument in
      do {
        return try Self.read(example.text(value))
      } catch {
        Issue.record("\(example.key) with \(value): \(error)\n\(example.text(value))")
        throw error
      }
    }
    let base = documents[0]
    for document in documents.dropFirst() {
      #expect(document != base, "the values say different things")
      let differences = Blend(base, document, moves: true).differences
      #expect(!differences.isEmpty)
      for difference in differences where difference.role != .source && difference.change != .moved {
        #expect(difference.before?.text != difference.after?.text, "\(difference.key)")
      }
      for merge in [
        Merge(document, base, base: base), Merge(base, document, base: base),
        Merge(document, document, base: base), Merge(document, document),
      ] {
        #expect(!merge.isDisputed)
        #expect(merge.document == document)
        #expect(try CaseDocument(parsing: merge.document.printed()) == document)
      }
      try noLoss(document, base)
    }
    guard documents.count == 3 else { return }
    let (one, other) = (documents[1], documents[2])
    let (merge, reverse) = (Merge(one, other, base: base), Merge(other, one, base: base))
    let isUnited = Blend(one, other, base: base).differences.allSatisfy { $0.role == .source }
    #expect(merge.isDisputed == !isUnited)
    #expect(isUnited || merge.document == one)
    #expect(
      Set(merge.disputes.map(\.key)) == Set(reverse.disputes.map(\.key)) || example.key.contains("rule"))
    if isUnited { #expect(merge.document != one && reverse.document != other) }
    #expect(try CaseDocument(parsing: merge.document.printed()) == merge.document)
    _ = try Case(merge.document)
    try noLoss(one, other)
  }

  /// Without a base, what only the second says is in the result or disputed.
  private func noLoss(_ one: CaseDocument, _ other: CaseDocument) throws {
    let merge = Merge(one, other)
    #expect(merge.isDisputed || merge.document != one || !merge.orders.isEmpty)
    #expect(try CaseDocument(parsing: merge.document.printed()) == merge.document)
    _ = try Case(merge.document)
  }
}
