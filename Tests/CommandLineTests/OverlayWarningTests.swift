import Foundation
import Testing

@Suite("Warnings about the base of overlays") struct OverlayWarningTests {
  private static func run(_ command: String, _ check: (ShellCommand.Result) throws -> Void) throws {
    try TestFolders.withScratchFolder { folder in
      let base = """
        entente: 1
        title: W
        sources: {memo: Memo}
        events: {idle: {holds: no}}
        actors:
          a: {options: {x: X}, prefers: [{that: x, because: memo p. 3}]}
          b: {options: {z: Z}, prefers: [z, a.x]}
        status_quo: []
        """
      let files = [
        "wb.yaml": base, "w1.yaml": "entente: 1\nextends: wb.yaml\ntitle: One\n",
        "w2.yaml": "entente: 1\nextends: wb.yaml\nactors: {b: {prefers: [a.x, z]}}\n",
      ]
      for (name, text) in files {
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
      try check(ShellCommand(text: command, folder: folder).run())
    }
  }

  @Test("are told once by check, in text and in JSON", arguments: [" --full", " --json"])
  func check(form: String) throws {
    try Self.run("entente check w1.yaml w2.yaml" + form) { result in
      for code in ["unclear-citation", "unused-name"] {
        #expect(result.output.components(separatedBy: code).count == 2, "\(code) once")
      }
    }
    // The base itself tells its own.
    try Self.run("entente check w1.yaml wb.yaml" + form) { result in
      #expect(result.output.components(separatedBy: "unused-name").count == 3)
    }
  }

  @Test(
    "are left to check by commands that compare readings",
    arguments: [
      "compare w1.yaml w2.yaml", "observe w1.yaml w2.yaml", "grid w2.yaml",
    ])
  func others(command: String) throws {
    try Self.run("entente " + command) { result in
      #expect(result.errors.isEmpty)
      #expect(!result.output.contains("unclear-citation"))
    }
  }
}
