import Foundation
import Testing

@testable import CommandLine

/// The catalog that comes with the program.
@Suite struct CatalogTests {
  static let folder = TestFolders.package.appending(path: "Catalog").path

  static func run(_ arguments: String...) -> (status: ProgramStatus, output: String, errors: String) {
    let recorder = Recorder()
    var environment = recorder.environment()
    environment.catalog = folder
    return (Program.run(arguments, in: environment), recorder.output, recorder.errors)
  }

  @Test("every case has names by which it is found, and no other is")
  func names() throws {
    let catalog = try #require(Catalog(in: Self.folder))
    #expect(catalog.paths.count > 100)
    for path in catalog.paths {
      #expect(catalog.files(called: catalog.name(of: path)) == [path])
      #expect(catalog.files(called: catalog.shortName(of: path)) == [path])
    }
    #expect(catalog.files(called: "no such case").isEmpty)
    #expect(Catalog(in: nil) == nil && Catalog(in: Self.folder + "/none") == nil)
  }

  @Test("a case is read by its name, by the end of its name, and like its file")
  func reading() throws {
    let named = Self.run("solve", "elmira-graph", "--json")
    #expect(named.status == .done)
    for name in ["elmira/elmira-graph", Self.folder + "/elmira/elmira-graph.yaml"] {
      let other = Self.run("solve", name, "--json")
      #expect(Self.timeless(other.output) == Self.timeless(named.output))
    }
    // An overlay finds what it extends, and every kind of command takes names.
    #expect(Self.run("check", "flagship/doubts").status == .done)
    #expect(Self.run("compare", "elmira-graph", "elmira-doubts").status == .done)
    #expect(Self.run("observe", "euphrates-1975", "unseen", "--time", "20s").status != .wrongInput)
    #expect(Self.run("convert", "chicken", "--to", "gmcr").output.isEmpty == false)
  }

  /// The output without the time that the answer took.
  private static func timeless(_ output: String) -> [Substring] {
    output.split(separator: "\n").filter { !$0.contains("\"seconds\"") }
  }

  @Test("a name that is none leads to the nearest; a path stays one")
  func unknown() {
    let near = Self.run("solve", "elmra-graph")
    #expect(
      near.status == .wrongInput && near.errors.contains("did you mean 'elmira-graph'?"), "\(near.errors)")
    let several = Self.run("solve", "elmira")
    #expect(
      several.status == .wrongInput
        && several.errors.contains("'elmira-doubts', 'elmira-graph' and 'elmira-options'"),
      "\(several.errors)")
    for path in ["elmra-graph.yaml", "./elmira-graph", "elmira/elmira-grap"] {
      let result = Self.run("solve", path)
      #expect(
        result.status == .wrongInput && result.errors.contains("there is no such file"), "\(result.errors)")
    }
  }

  @Test("where several cases have a name, it is said which")
  func several() throws {
    try TestFolders.withScratchFolder { folder in
      let root = folder.appending(path: "of-mine")
      for part in ["one", "two"] {
        let place = root.appending(path: part)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
          at: folder.appending(path: "suspects.yaml"), to: place.appending(path: "port.yaml"))
      }
      let recorder = Recorder()
      var environment = recorder.environment()
      environment.catalog = root.path
      #expect(Program.run(["solve", "port"], in: environment) == .wrongInput)
      #expect(recorder.errors.contains("say which: 'one/port', 'two/port'"), "\(recorder.errors)")
      #expect(Program.run(["solve", "two/port"], in: environment) == .done)
    }
  }

  @Test("a file of that name comes first, and the program finds its catalog by itself")
  func program() throws {
    let result = try TestFolders.withScratchFolder { folder in
      try ShellCommand(
        text: """
          entente solve chicken | head -1; cp suspects.yaml chicken; entente solve chicken | head -1
          ENTENTE_CATALOG=/nowhere entente cases; echo $?; mkdir mine; cp suspects.yaml mine/port.yaml
          ENTENTE_CATALOG=mine entente solve port | head -1; ENTENTE_CATALOG=mine entente cases | tail -1
          """, folder: folder
      ).run()
    }
    #expect(
      result.output == """
        Chicken
        Two suspects
        2
        Two suspects
          port  Two suspects (2 actors, 3 options; Author 2023)

        """, "\(result.output)\(result.errors)")
    #expect(result.errors.contains("there is no catalog of cases here"))
  }

  @Test("the list has each case with its size and its source, and finds by words in any of them")
  func list() {
    let all = Self.run("cases")
    #expect(all.status == .done && all.output.contains("129 cases of the catalog"))
    #expect(all.output.contains("75 more: entente cases rapoport-guyer"))
    let found = Self.run("cases", "MISSILE", "fraser")
    #expect(
      found.output.contains("Cuban missile crisis (2 actors, 4 options; Fraser and Hipel 1984)"),
      "\(found.output)")
    #expect(!found.output.contains("brams"))
    #expect(Self.run("cases", "rapoport-guyer").output.split(separator: "\n").count == 79)
    #expect(Self.run("cases", "zzz").status == .wrongInput)
    #expect(Self.run("cases", "garrison", "--json").output.contains("\"name\": \"garrison\""))
  }

  @Test("the catalog is where the variable says, else beside the program or above it")
  func place() throws {
    try TestFolders.withScratchFolder { folder in
      let root = folder.path
      func place(_ program: String) -> String? { Catalog.place(program: "\(root)/\(program)", variable: nil) }
      #expect(Catalog.place(program: "\(root)/bin/entente", variable: "/else") == "/else")
      #expect(place(".build/release/entente").map { $0.hasSuffix("/Catalog") } == true)
      #expect(place(".build/x86/release/entente").map { $0.hasSuffix("/Catalog") } == true)
      let installed = folder.appending(path: "share/entente/catalog")
      try FileManager.default.createDirectory(
        at: folder.appending(path: "bin"), withIntermediateDirectories: true)
      try FileManager.default.createDirectory(at: installed, withIntermediateDirectories: true)
      try "".write(to: installed.appending(path: "README.md"), atomically: true, encoding: .utf8)
      #expect(place("bin/entente") == "\(root)/bin/../share/entente/catalog")
      #expect(Catalog.place(program: nil, variable: nil) == nil)
      #expect(Catalog.place(program: "entente", variable: "") == nil)
    }
  }
}
