import CaseFile
import ConflictModel
import Foundation
import Fuzzing
import TestSupport
import Testing

/// Cases that failed once, each with the answers that are right.
@Suite("Regressions") struct RegressionTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Regressions")

  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test("there are some")
  func some() { #expect(Self.files.count >= 4) }

  @Test("every engine agrees, and what is expected holds", arguments: files)
  func agrees(file: String) throws {
    let path = Self.folder.appending(path: file).path
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    #expect(text.hasPrefix("# "), "each file tells its story in its first line")
    let document = try CaseDocument(parsing: text, file: path)
    #expect(!document.expectations.isEmpty, "what is right belongs to the file")
    let laws = ConflictLaws.check(try Case(document).conflict, seed: 1)
    #expect(laws.faults == [])
    let checked = InProcess.run(["check", path])
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
  }

  @Test("every command answers", arguments: files)
  func commands(file: String) throws {
    let path = Self.folder.appending(path: file).path
    for command in [
      "solve", "explain", "paths", "coalitions", "sensitivity", "doubts", "words", "hypergame", "show",
    ] {
      let arguments = [command, path, "--time", "2s", "--json"]
      let outcome = InProcess.run(arguments)
      #expect(outcome.faults(of: arguments, within: 20) == [])
    }
  }
}
