import CaseFile
import Foundation
import Stability
import Testing

@testable import CommandLine

/// `entente new` about given actors and from a text.
@Suite struct NewCaseTests {
  @Test(
    "a new case about any actors can be read, solved and read again by their names",
    arguments: [
      ["Dockers", "Shippers"], ["A"], ["not", "memo", "if"], ["서울", "Москва", "N'Djamena: \"the city\""],
      ["a b", "a-b", "A B"], ["#1", "- x", "{y}", "yes", "1e3"],
      ["Über allen", "x", "y", "z", "w", "v", "u", "t"],
    ])
  func actors(names: [String]) throws {
    let text = DraftCase(actors: names).text
    let document = try CaseDocument(parsing: text)
    #expect(document.actors.map(\.name) == names)
    let subject = try Case(document)
    #expect(subject.conflict.solve().states.count == 1 << names.count)
    #expect(subject.warnings().isEmpty)
  }

  @Test("each paragraph of a text is a stub, and its sentences have places and fingerprints that hold")
  func memo() throws {
    try TestFolders.withScratchFolder { folder in
      let memo = folder.appending(path: "my memo.txt")
      try "One wants this. Two does not.\n\nThree # has: a \"view\".\n".write(
        to: memo, atomically: true, encoding: .utf8)
      let path = folder.appending(path: "port.yaml").path
      let result = Recorder.run("new", path, "--actors", "One, Two", "--from", memo.path)
      #expect(result.status == .done, "\(result.errors)")
      var text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains("file: my memo.txt"))
      #expect(
        text.contains("  One wants this.") && text.contains("#      1.2 #") && text.contains("memo 2.1 #"))
      // Made wishes, they are citations that hold.
      let lines = text.split(separator: "\n")
      #expect(lines.count { $0.hasPrefix("#  - {that: ...,") } == 2)
      let cited = lines.filter { $0.hasPrefix("#      ") }.map {
        $0.split(separator: " ")[1...2].joined(separator: " ")
      }
      #expect(cited.count == 3)
      let wishes = cited.map { "      - {that: act, because: \"memo \($0)\"}\n" }
      text.replace("      - not two.act\n", with: wishes.joined(), maxReplacements: 1)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let check = Recorder.run("check", path)
      #expect(
        check.status == .done && check.output.contains("3 citations verified"),
        "\(check.output)\(check.errors)")
    }
  }

  @Test("names that cannot be meant are refused")
  func refused() {
    for actors in ["", " , ", "a,a"] {
      #expect(Recorder.run("new", "-", "--actors", actors).status == .usage)
    }
    #expect(Recorder.run("new", "-", "--actors", "a", "--from", "x.yaml").status == .usage)
    #expect(Recorder.run("new", "-", "--from", "missing.txt").status == .wrongInput)
    #expect(Recorder.run("new", "-", "--actors", "a,").output.contains("  a:\n"))
  }
}
