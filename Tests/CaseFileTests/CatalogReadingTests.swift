import CaseFile
import Disk
import ConflictModel
import Foundation
import Notation
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
      #expect(aCase.warnings().map(\.code.rawValue) == [])
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
  func exists() { #expect(Self.files.count >= 100) }
}

/// The pages of the catalog beside the files: what one has, the other has.
@Suite("The index of the catalog")
struct CatalogIndexTests {
  /// A row of a table: its cells, and the file that its first cell links to.
  struct Row {
    var link: String
    var cells: [String]
  }

  /// The rows of the tables on a page that link to something in their first cell.
  static func rows(of page: String) throws -> [Row] {
    let text = try String(contentsOf: CatalogReadingTests.folder.appending(path: page), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard let first = cells.first, let start = first.range(of: "]("),
        let end = first.range(of: ")", range: start.upperBound..<first.endIndex)
      else { return nil }
      return Row(link: String(first[start.upperBound..<end.lowerBound]), cells: cells)
    }
  }

  @Test("every case has one row, and every row a case")
  func isComplete() throws {
    let rows = try Self.rows(of: "README.md").map(\.link)
    let folders = rows.filter { $0.hasSuffix("/README.md") }
    var listed = rows.filter { !$0.hasSuffix("/README.md") }
    for page in folders {
      let folder = page.dropLast("README.md".count)
      listed += try Self.rows(of: page).map { folder + $0.link }
    }
    #expect(!folders.isEmpty)
    #expect(listed.sorted() == CatalogReadingTests.files)
  }

  @Test("a row says how many states there are, and how well the answers are founded")
  func rowsAreRight() throws {
    let rows = try Self.rows(of: "README.md").filter { $0.link.hasSuffix(".yaml") }
    #expect(rows.count >= 30)
    for row in rows {
      let path = CatalogReadingTests.folder.appending(path: row.link).path
      let states = try Case(CaseDocument(reading: path)).conflict.feasibleStates().states.count
      try #require(row.cells.count == 4)
      #expect(row.cells[1].filter { $0 != "," } == "\(states)", "\(row.link)")
      #expect(["published", "recorded", "partly", "computed"].contains(row.cells[3]), "\(row.link)")
    }
  }

  @Test("a published or recorded answer cites a source, a computed one does not")
  func answersCiteTheirSource() throws {
    for row in try Self.rows(of: "README.md").filter({ $0.link.hasSuffix(".yaml") }) {
      let document = try CaseDocument(reading: CatalogReadingTests.folder.appending(path: row.link).path)
      let cited = document.expectations.filter { $0.because.contains { $0.source != nil } }
      if row.cells[3] != "computed" { #expect(!cited.isEmpty, "\(row.link)") }
    }
  }
}
