import Documents
import Foundation
import Questions
import TestSupport
import Testing

@testable import Briefings
@testable import CommandLine

/// Pictures on request: the table of them, its page, and what comes out.
@Suite("Pictures that are drawn") struct DrawTests {
  /// Lists what the table says.
  private struct Rows: DrawingVisitor {
    var lines: [String] = []
    var names: [String] = []

    mutating func visit<Drawn: Drawing>(_ drawing: Drawn.Type) {
      let row = Drawn.row
      let word = Drawn.Told.Asked.table.word
      let fixed = row.fixed.map { " " + $0.value }.joined()
      lines.append("| `\(row.name)` | \(row.what) | `\(word)\(fixed)` |")
      names.append(row.name)
    }
  }

  private static var rows: Rows {
    var rows = Rows()
    AllDrawings.visit(&rows)
    return rows
  }

  private static func run(_ line: [String], path: String? = nil) -> (
    output: String, errors: String, status: Int32
  ) {
    let recorder = Recorder()
    let variables = path.map { ["PATH": $0] } ?? [:]
    let status = Program.run(line, in: recorder.environment(variables: variables))
    return (recorder.output, recorder.errors, status.rawValue)
  }

  private static let flagship = TestFolders.package.appending(path: "Catalog/flagship").path

  @Test("the page has the table of them")
  func page() throws {
    let url = TestFolders.package.appending(path: "Documentation/Figures.md")
    let lines = try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "|---|---|---|")) + 1
    let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" {
      let text = lines[..<start] + Self.rows.lines.map { $0[...] } + lines[end...]
      try text.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
      return
    }
    #expect(lines[start..<end].map { String($0) } == Self.rows.lines)
  }

  @Test("each is drawn of a case, for a page and narrow, complete in itself", arguments: Self.rows.names)
  func drawn(name: String) {
    let path = Self.flagship + (name == "worlds" ? "/readings.yaml" : "/arms-for-ukraine.yaml")
    for more in [[], ["--narrow"]] {
      let more = name == "judgements" ? more + ["--size", "1"] : more
      let (output, errors, status) = Self.run(["draw", name, path] + more)
      #expect(status == 0 && errors.isEmpty, "\(errors)")
      #expect(PageFaults(output, isPage: false).faults.isEmpty)
      #expect(output.hasPrefix("<svg ") && output.contains("<title>") && output.contains("<desc>"))
      let width = output.firstMatch(of: /\ width="([0-9]+)"/).flatMap { Int($0.output.1) } ?? 0
      #expect(width > 200 && width <= (more.contains("--narrow") ? 390 : 760), "\(width)")
    }
  }

  @Test("where there is nothing to see, it says why")
  func nothing() {
    let graph = TestFolders.package.appending(path: "Catalog/elmira/elmira-graph.yaml").path
    for (line, why) in [
      (["options", graph], "the states of this case are not made of options"),
      (["worlds", graph], "all worlds agree"),
      (
        ["options", Self.flagship + "/arms-for-ukraine.yaml", "--concepts", "nash"],
        "nothing lasts in this sense"
      ),
    ] {
      let (output, errors, status) = Self.run(["draw"] + line)
      #expect(status == 2 && output.isEmpty)
      #expect(errors.contains("there is nothing to draw: \(why) [nothing-to-draw]"), "\(errors)")
    }
  }

  @Test("PNG comes from a program that is installed, which gets the picture and no shell")
  func png() throws {
    try TestFolders.withScratchFolder { folder in
      // A program that does what a converter does, and one that fails.
      let tools = folder.appending(path: "tools")
      try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
      let tool = tools.appending(path: "rsvg-convert")
      func install(_ script: String) throws {
        try "#!/bin/sh\n\(script)\n".write(to: tool, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
      }
      let file = folder.appending(path: "a $(x) picture.png")
      let line = ["draw", "options", Self.flagship + "/arms-for-ukraine.yaml", "-o", file.path]
      try install(
        "PATH=/usr/bin:/bin; for last; do case $last in --output=*) out=${last#--output=};; esac; done; (printf '\\211PNG'; head -c 4 \"$last\") > \"$out\""
      )
      let drawn = Self.run(line, path: tools.path)
      #expect(drawn.status == 0 && drawn.errors.isEmpty, "\(drawn.errors)")
      #expect(try Data(contentsOf: file) == Data([0x89, 0x50, 0x4E, 0x47]) + Data("<svg".utf8))
      for script in ["exit 3", "true", "kill -9 $$"] {
        try install(script)
        let failed = Self.run(line, path: tools.path)
        #expect(failed.status == 2 && failed.errors.contains("[failed-conversion]"))
        #expect(try Data(contentsOf: file).count == 8)
      }
      let none = Self.run(line, path: folder.path)
      #expect(none.status == 2 && none.errors.contains("librsvg2-bin"))
    }
  }
}
