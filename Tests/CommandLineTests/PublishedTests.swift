import CaseFile
import Foundation
import TestSupport
import Testing

/// What was published at some day holds today: case files are read and mean the same, and JSON documents
/// have every key that they had, with the same value. See Tests/Published/README.md.
@Suite("What was published") struct PublishedTests {
  static let cases = Published.cases

  /// The documents of a day, with what wrote them.
  static let commands: [(name: String, arguments: [String])] = {
    let page = Published.folder.appending(path: "commands.txt")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (String(parts[0]), parts[1].split(separator: " ").map(String.init))
    }
  }()

  /// What the program answers today, with paths as whoever is in the folder of the cases writes them.
  static func answer(_ arguments: [String]) -> String {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
    let line = arguments.map { files.contains($0) ? cases.path + "/" + $0 : $0 }
    return Recorder.run(line).output.replacing(cases.path + "/", with: "")
      .replacing(/"seconds": [0-9.e+-]+/, with: "\"seconds\": 0")
  }

  @Test("every document has what it had", arguments: commands.map(\.name))
  func documents(name: String) throws {
    let arguments = try #require(Self.commands.first { $0.name == name }).arguments
    #expect(try Published.losses(of: name, in: Self.answer(arguments)) == [], "\(name)")
  }

  @Test("a document has every format that there is")
  func formats() throws {
    let page = try String(
      contentsOf: TestFolders.package.appending(path: "Documentation/JSON.md"), encoding: .utf8)
    var texts = ""
    for day in Published.days {
      let folder = Published.folder.appending(path: day)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        texts += try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      }
    }
    let formats = page.matches(of: #/\| \[`(entente\.\w+)`\]/#).map { String($0.1) }
    #expect(formats.count > 15)
    // A request is taken, not given.
    for format in formats where format != "entente.request" {
      #expect(texts.contains("\"format\": \"\(format)\""), "\(format)")
    }
    #expect(Published.days.count >= 1)
  }

  @Test("what is printed of a case that was published is that case")
  func cases() throws {
    var read = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.cases.path).sorted()
    where name.hasSuffix(".yaml") && name != "broken.yaml" {
      let path = Self.cases.appending(path: name).path
      let written = try String(contentsOfFile: path, encoding: .utf8)
      if written.contains("\nextends:") || written.hasPrefix("extends:") { continue }
      let document = try CaseDocument(parsing: written)
      #expect(document.doubts.isEmpty, "\(name)")
      let again = try CaseDocument(parsing: document.printed())
      #expect(try Case(again).conflict == Case(document).conflict, "\(name)")
      #expect(again.printed() == document.printed(), "\(name)")
      read += 1
    }
    #expect(read > 8)
  }
}
