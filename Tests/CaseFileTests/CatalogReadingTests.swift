import CaseFile
import ConflictModel
import Foundation
import Testing

@Suite("Reading the catalog")
struct CatalogReadingTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Catalog")

  static let files: [String] = {
    let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return all.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test("every case has a meaning, without a warning, and survives printing", arguments: files)
  func read(file: String) throws {
    let path = Self.folder.appending(path: file).path
    do {
      let document = try CaseDocument(reading: path)
      let aCase = try Case(document)
      #expect(aCase.warnings().map(\.message) == [])
      let again = try CaseDocument(parsing: document.printed(), file: path)
      #expect(again == document)
      #expect(try Case(again).conflict == aCase.conflict)
    } catch let error as SyntaxError {
      Issue.record("\(error.rendered())")
    } catch CaseError.wrong(let error) {
      Issue.record("\(error.rendered())")
    }
  }

  @Test("the catalog is there")
  func exists() { #expect(Self.files.count >= 12) }
}
