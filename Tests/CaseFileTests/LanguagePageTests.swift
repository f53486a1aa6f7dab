import CaseFile
import Foundation
import Notation
import Testing

@Suite("The language page")
struct LanguagePageTests {
  static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Documentation/Language.md")

  /// The complete cases on the page.
  static func examples() throws -> [String] {
    let text = try String(contentsOf: page, encoding: .utf8)
    return text.components(separatedBy: "```yaml\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  @Test("every example is a case, without a warning")
  func examplesRun() throws {
    let examples = try Self.examples()
    #expect(examples.count >= 12)
    for example in examples {
      let aCase = try Case(CaseDocument(parsing: example))
      let warnings = aCase.warnings().map(\.message)
      #expect(warnings == [], "\(example)")
      #expect(try CaseDocument(parsing: aCase.document.printed()) == aCase.document)
    }
  }

  @Test("the page names every key of the language")
  func keys() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let schema = try JSONSerialization.jsonObject(with: Data(CaseSchema.json.utf8))
    var keys: Set<String> = []
    collectKeys(schema, into: &keys)
    let missing = keys.filter { !text.contains($0) }
    #expect(missing.isEmpty, "not on the page: \(missing.sorted())")
  }

  private func collectKeys(_ value: Any, into keys: inout Set<String>) {
    if let object = value as? [String: Any] {
      if let properties = object["properties"] as? [String: Any] { keys.formUnion(properties.keys) }
      for inner in object.values { collectKeys(inner, into: &keys) }
    } else if let list = value as? [Any] {
      for inner in list { collectKeys(inner, into: &keys) }
    }
  }
}
