import Foundation
import Testing

/// What a case may read, on the real program: a case may come from anybody.
@Suite struct ReachTests {
  static let base = "entente: 1\nactors: {a: {options: {x: X}, prefers: [x]}}\n"

  /// A folder `home` with a case in `home/in`, and beside it `out` with what nobody
  /// should be able to print.
  static func withFolders(_ body: (URL) throws -> Void) throws {
    try TestFolders.withScratchFolder { folder in
      let files = FileManager.default
      for name in ["home/in/deep", "out"] {
        try files.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
      }
      try write("TOP_SECRET=swordfish\n", to: "out/secret.txt", in: folder)
      try write(base, to: "out/base.yaml", in: folder)
      try write(base, to: "home/base.yaml", in: folder)
      try write(base, to: "home/in/base.yaml", in: folder)
      try body(folder)
    }
  }

  static func write(_ text: String, to path: String, in folder: URL) throws {
    try text.write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
  }

  static func run(_ text: String, in folder: URL) throws -> ShellCommand.Result {
    try ShellCommand(text: text, folder: folder).run()
  }

  /// Where the case `home/in/case.yaml` looks for its base, where the command is
  /// given, and the codes that come of it, "" for none.
  static let ways: [(base: String, command: String, code: String)] = [
    ("base.yaml", "cd home/in && entente solve case.yaml", ""),
    ("deep/../base.yaml", "cd home/in && entente solve case.yaml", ""),
    ("base.yaml", "entente solve home/in/case.yaml", ""),
    ("base.yaml", "cd out && entente solve ../home/in/case.yaml", ""),
    // In the working directory, since the case lies there.
    ("../base.yaml", "cd home && entente solve in/case.yaml", ""),
    ("../base.yaml", "cd home/in && entente solve case.yaml", "outside-folder"),
    ("../base.yaml", "cd out && entente solve ../home/in/case.yaml", "outside-folder"),
    ("../../out/base.yaml", "cd home && entente solve in/case.yaml", "outside-folder"),
    ("../../out/base.yaml", "entente solve home/in/case.yaml", ""),
    ("../../out/secret.txt", "cd home && entente solve in/case.yaml", "outside-folder"),
    ("../../out/nothing.txt", "cd home && entente solve in/case.yaml", "outside-folder"),
    ("/etc/passwd", "entente solve home/in/case.yaml", "outside-folder"),
    ("/no/such/file", "entente solve home/in/case.yaml", "outside-folder"),
    ("/proc/self/environ", "entente solve home/in/case.yaml", "outside-folder"),
    ("/dev/zero", "entente solve home/in/case.yaml", "outside-folder"),
    ("nothing.yaml", "entente solve home/in/case.yaml", "unreadable-file"),
    ("deep", "entente solve home/in/case.yaml", "unreadable-file"),
    // Let in.
    ("../../out/base.yaml", "cd home && entente solve in/case.yaml --allow-outside ../out", ""),
    ("../base.yaml", "cd home/in && entente solve case.yaml --allow-outside / --quiet", ""),
    (
      "../../out/base.yaml", "cd home && entente solve in/case.yaml --allow-outside in/deep", "outside-folder"
    ),
    // Named.
    ("../../out/base.yaml", "cd home && entente compare in/case.yaml ../out/base.yaml", ""),
    ("../../out/base.yaml", "cd home && entente merge in/case.yaml ../out/base.yaml", ""),
    ("../base.yaml", "cd out && entente check ../home", ""),
    ("../../out/base.yaml", "cd out && entente check ../home", "outside-folder"),
    // Links.
    ("link.yaml", "cd home/in && ln -s base.yaml link.yaml && entente solve case.yaml", ""),
    (
      "link.yaml", "cd home/in && ln -s ../../out/base.yaml link.yaml && entente solve case.yaml",
      "outside-folder"
    ),
    ("link.yaml", "cd home/in && ln -s /etc/nothing link.yaml && entente solve case.yaml", "outside-folder"),
    ("link/base.yaml", "cd home/in && ln -s ../../out link && entente solve case.yaml", "outside-folder"),
    ("link/base.yaml", "cd home/in && ln -s link link && entente solve case.yaml", "outside-folder"),
    ("base.yaml", "ln -s home/in link && cd out && entente solve ../link/case.yaml", ""),
    // Standard input stands in the working directory.
    ("base.yaml", "cd home/in && entente solve - < case.yaml", ""),
    ("../base.yaml", "cd home/in && entente solve - < case.yaml", "outside-folder"),
  ]

  @Test("a case reads around itself and nowhere else", arguments: ways.indices)
  func extends(index: Int) throws {
    let (base, command, code) = Self.ways[index]
    try Self.withFolders { folder in
      try Self.write("entente: 1\nextends: \(base)\n", to: "home/in/case.yaml", in: folder)
      let result = try Self.run(command, in: folder)
      let said = result.output + result.errors
      if code.isEmpty {
        #expect(result.status == 0, "\(command): \(said)")
      } else {
        #expect(result.status == 2, "\(command)")
        #expect(said.contains("[\(code)]"), "\(command): \(said)")
      }
      #expect(!said.contains("TOP_SECRET") && !said.contains("swordfish") && !said.contains("root:"))
      #expect(result.duration < 5)
    }
  }

  @Test(
    "a request names nothing outside the working directory, whoever it comes from",
    arguments: [
      ("in/base.yaml", "cd home", ""), ("base.yaml", "cd home/in", ""), ("./base.yaml", "cd home/in", ""),
      ("../base.yaml", "cd home/in", "outside-folder"), ("/etc/passwd", "cd home", "outside-folder"),
      ("/no/such/file", "cd home", "outside-folder"), ("../out/secret.txt", "cd home", "outside-folder"),
      ("link.yaml", "cd home && ln -s ../out/secret.txt link.yaml", "outside-folder"),
      ("nothing.yaml", "cd home", "unreadable-file"),
    ])
  func request(path: String, command: String, code: String) throws {
    try Self.withFolders { folder in
      for question in ["solve", "check"] {
        let request = ##"{"question": "\##(question)", "cases": ["\##(path)"]}"##
        let result = try Self.run(
          "\(command) && echo '\(request)' | entente ask; rm -f link.yaml", in: folder)
        #expect(
          code.isEmpty ? !result.output.contains("entente.error") : result.output.contains("\"\(code)\""))
        #expect(!result.output.contains("TOP_SECRET") && !result.output.contains("root:"), "\(result.output)")
      }
    }
  }

  @Test(
    "every command that reads a case keeps to it",
    arguments: [
      "solve", "explain", "show", "grid", "check", "paths", "coalitions", "sensitivity", "require --state 1",
      "doubts", "words", "observe", "compare home/base.yaml", "merge home/base.yaml", "hypergame",
      "convert --to yaml --flat", "new copy.yaml --from",
    ])
  func everyCommand(command: String) throws {
    try Self.withFolders { folder in
      try Self.write("entente: 1\nextends: /etc/passwd\n", to: "home/in/case.yaml", in: folder)
      let result = try Self.run("entente \(command) home/in/case.yaml", in: folder)
      #expect(result.status == 2)
      #expect((result.output + result.errors).contains("[outside-folder]"), "\(result.errors)")
      #expect(!(result.output + result.errors).contains("root:"))
    }
  }

  @Test(
    "what lies outside is told by nothing: neither words nor places, nor whether it is there",
    arguments: [
      "quote: swordfish", "quote: marlin", "at: 1.1", "at: 7", "fingerprint: f00ba4f00ba4",
    ])
  func sources(citation: String) throws {
    try Self.withFolders { folder in
      var answers: Set<String> = []
      for file in ["secret", "nothing"] {
        try Self.write(
          """
          entente: 1
          sources: {s: {file: ../../out/\(file).txt}}
          actors: {a: {options: {x: X}, prefers: [{that: x, because: {source: s, \(citation)}}]}}

          """, to: "home/in/case.yaml", in: folder)
        let result = try Self.run("cd home && entente check in/case.yaml", in: folder)
        #expect(result.status == 0)
        #expect(
          result.output.contains("warning: ") && result.output.contains("[outside-folder]"),
          "\(result.output)")
        #expect(result.output.contains("1 citation not checked"))
        answers.insert(result.output.replacing(file, with: "FILE"))
      }
      #expect(answers.count == 1, "\(answers)")
      let named = try Self.run(
        "cd home && entente check in/case.yaml --source s=../out/secret.txt", in: folder)
      #expect(named.status == (citation.contains("swordfish") || citation.contains("1.1") ? 0 : 1))
      #expect(!named.output.contains("outside-folder"))
    }
  }

  @Test("a device or a pipe is refused at once, and can be named")
  func devices() throws {
    try Self.withFolders { folder in
      func text(_ file: String) -> String {
        """
        entente: 1
        sources: {s: {file: \(file)}}
        actors: {a: {options: {x: X}, prefers: [{that: x, because: {source: s, quote: one}}]}}

        """
      }
      try Self.write(text("pipe"), to: "home/in/case.yaml", in: folder)
      let pipe = try Self.run("cd home/in && mkfifo pipe && entente check case.yaml", in: folder)
      #expect(pipe.status == 0)
      #expect(pipe.output.replacing(/\s+/, with: " ").contains("it is a pipe and not a file"))
      #expect(pipe.duration < 5)
      let given = try Self.run(
        "cd home/in && (echo one two > pipe &) && entente check case.yaml --source s=pipe", in: folder)
      #expect(given.output.contains("1 citation verified"), "\(given.output)")
      try Self.write(text("/dev/zero"), to: "home/in/case.yaml", in: folder)
      let zero = try Self.run("entente check home/in/case.yaml --allow-outside /dev", in: folder)
      #expect(zero.status == 0)
      #expect(zero.output.replacing(/\s+/, with: " ").contains("it is a device and not a file"))
      try Self.write("entente: 1\nextends: pipe\n", to: "home/in/case.yaml", in: folder)
      let base = try Self.run("cd home/in && entente solve case.yaml", in: folder)
      #expect(base.status == 2 && base.errors.contains("[unreadable-file]"))
      #expect(base.duration < 5)
    }
  }

  @Test("what a folder holds is read only where it is a file, and the rest of it is checked")
  func foundDevices() throws {
    try Self.withFolders { folder in
      let result = try Self.run(
        """
        cd home; mkfifo in/pipe.yaml in/deep/pipe.gmcr; ln -s /dev/zero in/zero.yaml; ln -s deep/pipe.gmcr in/way.yml
        timeout 20 entente check in --time 1s; echo $?
        (cat in/base.yaml > in/pipe.yaml &) && timeout 20 entente check in/pipe.yaml; echo $?
        """, in: folder)
      let said = result.output.replacing(/\s+/, with: " ")
      #expect(said.components(separatedBy: "it is a pipe and not a file").count == 4, "\(result.output)")
      #expect(said.components(separatedBy: "it is a device and not a file").count == 2)
      #expect(said.contains("FAIL in/deep/pipe.gmcr") && said.contains("ok in/base.yaml"), "\(said)")
      #expect(said.contains(" 2 ok in/pipe.yaml 0 "), "\(said)")
    }
  }

  @Test("text to cite is whatever was named")
  func cite() throws {
    try Self.withFolders { folder in
      let result = try Self.run("cd home && entente cite ../out/secret.txt", in: folder)
      #expect(result.status == 0 && result.output.contains("swordfish"))
      let pipe = try Self.run("mkfifo p && (echo Caught. > p &) && entente cite p", in: folder)
      #expect(pipe.status == 0 && pipe.output.contains("Caught."))
    }
  }

  @Test("only a folder can be let in")
  func allowing() throws {
    try Self.withFolders { folder in
      let result = try Self.run("entente solve home/base.yaml --allow-outside nowhere", in: folder)
      #expect(result.status == 64)
    }
  }
}
