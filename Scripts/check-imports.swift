// Compares every import in Sources, Tests and Snippets with the table in Package.swift.
//
// The compiler's own check passes an import of a module two steps away, any
// import in a test, and Foundation in a module that should have none; this
// one reads the text. `Scripts/check-imports` compiles and runs it.

import Foundation

// MARK: - Reading Swift, as far as imports need it

enum Token: Equatable {
  case word(String)
  case string(String)
  case mark(Character)
}

struct Lexeme {
  let token: Token
  let line: Int
}

/// Splits Swift text into words, strings and marks, without comments.
///
/// Inside a string nothing is read, interpolations included: an import cannot
/// stand there.
struct Lexer {
  private let text: [Character]
  private var position = 0
  private var line = 1
  private(set) var lexemes: [Lexeme] = []

  static func lexemes(of text: String) -> [Lexeme] {
    var lexer = Lexer(text: Array(text))
    lexer.run()
    return lexer.lexemes
  }

  private init(text: [Character]) { self.text = text }

  private func peek(_ offset: Int = 0) -> Character? {
    position + offset < text.count ? text[position + offset] : nil
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < text.count {
      if text[position].isNewline { line += 1 }
      position += 1
    }
  }

  private func starts(with prefix: String) -> Bool {
    var offset = 0
    for character in prefix {
      guard peek(offset) == character else { return false }
      offset += 1
    }
    return true
  }

  private mutating func run() {
    while let character = peek() {
      if starts(with: "//") {
        while let next = peek(), !next.isNewline { advance() }
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if let pounds = poundsBefore("\"") {
        readString(pounds: pounds)
      } else if let pounds = poundsBefore("/"), pounds > 0 || regexCanStandHere {
        skipRegex(pounds: pounds)
      } else if character == "`" {
        readQuotedWord()
      } else if character.isWordCharacter {
        readWord()
      } else {
        if !character.isWhitespace { append(.mark(character), at: line) }
        advance()
      }
    }
  }

  private mutating func append(_ token: Token, at line: Int) {
    lexemes.append(Lexeme(token: token, line: line))
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        advance(2)
      } else if starts(with: "*/") {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && position < text.count
  }

  /// The number of `#` before an opening `delimiter` that begins here.
  private func poundsBefore(_ delimiter: Character) -> Int? {
    var count = 0
    while peek(count) == "#" { count += 1 }
    return peek(count) == delimiter ? count : nil
  }

  private mutating func readString(pounds: Int) {
    let start = line
    advance(pounds)
    let quotes = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    advance(quotes.count)
    let fence = String(repeating: "#", count: pounds)
    var content = ""
    while let character = peek() {
      if starts(with: quotes + fence) {
        advance(quotes.count + pounds)
        break
      }
      if starts(with: "\\" + fence) {
        advance(1 + pounds)
        if peek() == "(" { skipInterpolation() } else { advance() }
        continue
      }
      if quotes == "\"" && character.isNewline { break }
      content.append(character)
      advance()
    }
    append(.string(content), at: start)
  }

  /// Skips `(…)` inside a string, with the strings and parentheses within.
  private mutating func skipInterpolation() {
    var depth = 0
    while let character = peek() {
      if let pounds = poundsBefore("\"") {
        readString(pounds: pounds)
        lexemes.removeLast()
        continue
      }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      advance()
      if depth == 0 { return }
    }
  }

  /// Whether a slash here opens a regular expression rather than divides.
  private var regexCanStandHere: Bool {
    guard let next = peek(1), !next.isWhitespace else { return false }
    switch lexemes.last?.token {
    case .word(let word):
      guard ["return", "in", "case", "try", "where"].contains(word) else { return false }
    case .string, .mark(")"), .mark("]"), .mark("}"), .mark("/"): return false
    default: break
    }
    var offset = 1
    while let character = peek(offset), !character.isNewline {
      if character == "\\" { offset += 1 } else if character == "/" { return true }
      offset += 1
    }
    return false
  }

  private mutating func skipRegex(pounds: Int) {
    advance(pounds + 1)
    let end = "/" + String(repeating: "#", count: pounds)
    while position < text.count {
      if starts(with: end) { return advance(end.count) }
      advance(peek() == "\\" ? 2 : 1)
    }
  }

  private mutating func readQuotedWord() {
    let start = line
    advance()
    var word = ""
    while let character = peek(), character != "`" {
      word.append(character)
      advance()
    }
    advance()
    // Quoted, a keyword is only a name: the mark keeps `import` apart.
    append(.word("`" + word), at: start)
  }

  private mutating func readWord() {
    let start = line
    var word = ""
    while let character = peek(), character.isWordCharacter {
      word.append(character)
      advance()
    }
    append(.word(word), at: start)
  }
}

extension Character {
  var isWordCharacter: Bool { isLetter || isNumber || self == "_" }
}

struct Import: Equatable {
  let module: String
  let line: Int
}

/// Every module that the text imports, whatever stands before the word: access
/// levels, attributes, a kind such as `struct`, a semicolon, a condition.
func imports(in text: String) -> [Import] {
  let kinds: Set<String> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
  let lexemes = Lexer.lexemes(of: text)
  var found: [Import] = []
  for (index, lexeme) in lexemes.enumerated() where lexeme.token == .word("import") {
    // A member, a parameter or an argument label may be called `import` too.
    if index > 0, [.mark("."), .mark("("), .mark(",")].contains(lexemes[index - 1].token) { continue }
    var next = index + 1
    if next < lexemes.count, case .word(let kind) = lexemes[next].token, kinds.contains(kind) { next += 1 }
    guard next < lexemes.count, case .word(let module) = lexemes[next].token else { continue }
    let name = module.hasPrefix("`") ? String(module.dropFirst()) : module
    found.append(Import(module: name, line: lexeme.line))
  }
  return found
}

// MARK: - The table

struct Row: Equatable {
  let name: String
  let line: Int
  var lists: [String: [String]] = [:]

  var allowed: Set<String> { Set(lists.values.joined()) }
}

/// The rows `Module(name: …, uses: […], …)` of one array in the manifest.
func rows(of array: String, in manifest: String) -> [Row] {
  let lexemes = Lexer.lexemes(of: manifest)
  let tokens = lexemes.map(\.token)
  let opening: [Token] = [.word("let"), .word(array), .mark(":")]
  guard
    let start = tokens.indices.first(where: { tokens[$0...].starts(with: opening) }),
    let equals = tokens[start...].firstIndex(of: .mark("="))
  else { return [] }

  var rows: [Row] = []
  var label = ""
  var depth = 0
  for lexeme in lexemes[(equals + 1)...] {
    switch lexeme.token {
    case .mark("["): depth += 1
    case .mark("]"):
      depth -= 1
      if depth == 0 { return rows }
    case .word(let word): label = word
    case .string(let value) where depth == 1 && label == "name":
      rows.append(Row(name: value, line: lexeme.line))
    case .string(let value) where depth == 2 && !rows.isEmpty:
      rows[rows.count - 1].lists[label, default: []].append(value)
    default: break
    }
  }
  return rows
}

struct Table {
  /// The modules that also compile as Embedded Swift, with nothing from outside.
  static let core: Set<String> = [
    "StateSets", "DecisionDiagrams", "ConflictModel", "Stability", "Certificates",
  ]

  let modules: [Row]
  let tests: [Row]
  let others: [Row]

  init(manifest: String) {
    others = rows(of: "others", in: manifest)
    modules = rows(of: "modules", in: manifest)
    tests = rows(of: "tests", in: manifest)
  }

  /// What a file in this folder may import, or nil when no row speaks of it.
  func allowed(in folder: String) -> Set<String>? {
    let parts = folder.split(separator: "/").map(String.init)
    if parts.first == "Snippets" { return ["Entente"] }
    guard parts.count >= 2 else { return nil }
    if let other = others.first(where: { $0.name == parts[1] }) { return other.allowed }
    switch (parts[0], parts[1]) {
    case ("Sources", let name):
      return modules.first { $0.name == name }?.allowed
    case ("Tests", let name):
      return tests.first { $0.name + "Tests" == name }.map {
        $0.allowed.union([$0.name, "Testing", "TestSupport", "EffectiveCounts"])
      }
    default: return nil
    }
  }

  /// What is wrong with the table itself.
  var faults: [String] {
    var faults: [String] = []
    func report(_ problem: String, line: Int = 1) {
      faults.append("Package.swift:\(line): error: \(problem)")
    }
    if modules.isEmpty { report("no table 'modules' was found") }
    if tests.isEmpty { report("no table 'tests' was found") }
    var earlier: Set<String> = []
    for row in modules {
      for used in row.lists["uses", default: []] where !earlier.contains(used) {
        report("\(row.name) uses \(used), which no earlier line defines", line: row.line)
      }
      if Self.core.contains(row.name) {
        for outside in row.allowed.subtracting(Self.core).sorted() {
          report("\(row.name) is a core module and may not use \(outside)", line: row.line)
        }
      }
      earlier.insert(row.name)
    }
    return faults
  }

  func violations(path: String, text: String) -> [String] {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    guard let allowed = allowed(in: folder) else {
      return ["\(path):1: error: no line of the table in Package.swift covers this file"]
    }
    return imports(in: text).filter { !allowed.contains($0.module) }.map {
      let others = allowed.isEmpty ? "nothing" : allowed.sorted().joined(separator: ", ")
      let module = folder.split(separator: "/").dropFirst().first ?? "a snippet"
      return "\(path):\($0.line): error: \(module) may not import \($0.module)"
        + " (the table in Package.swift allows \(others))"
    }
  }
}

// MARK: - Self-test

/// Texts in which the checker must find exactly these modules.
let readings: [(text: String, modules: [String])] = [
  ("import Foundation", ["Foundation"]),
  ("public import Foundation\ninternal import Dispatch", ["Foundation", "Dispatch"]),
  ("@testable import Reports", ["Reports"]),
  ("@_exported public import Reports", ["Reports"]),
  ("@_spi(Tests) @preconcurrency import Yams", ["Yams"]),
  ("import struct Foundation.URL", ["Foundation"]),
  ("import func Glibc.exit; import class Foundation.Bundle", ["Glibc", "Foundation"]),
  ("import Crypto; import Yams;import Glibc", ["Crypto", "Yams", "Glibc"]),
  ("#if canImport(Glibc)\nimport Glibc\n#else\nimport Darwin.C\n#endif", ["Glibc", "Darwin"]),
  ("#if os(Linux)\n  #if DEBUG\n  import Dispatch\n  #endif\n#endif", ["Dispatch"]),
  ("import /* why */ Foundation // import Yams", ["Foundation"]),
  ("/* import A /* import B */ import C */ import D", ["D"]),
  ("/// import Foundation\n//import Yams\n", []),
  ("let text = \"import Foundation\"", []),
  ("let text = \"\"\"\n  import Foundation\n  \"\"\"\nimport Yams", ["Yams"]),
  ("let text = #\"a \" import Foundation \"#\nimport Yams", ["Yams"]),
  ("let text = \"\\(f(\"import A\")) import B\"; import C", ["C"]),
  ("let text = \"\\\"import A\"\nimport B", ["B"]),
  ("let regex = /\"/\nimport A", ["A"]),
  ("let half = a / b; let more = c / d\nimport A", ["A"]),
  ("let regex = #/import \"/#\nimport A", ["A"]),
  ("case `import`\nx.import\nf(import: 3)\nfunc f(import x: Int) {}", []),
  ("import `Foundation`", ["Foundation"]),
  ("import\n  Foundation", ["Foundation"]),
]

/// Files planted in the project that the table must refuse, and why not.
let planted: [(path: String, text: String, refused: Bool)] = [
  ("Sources/ConflictModel/Planted.swift", "import Foundation", true),
  ("Sources/ConflictModel/Planted.swift", "struct Planted {}", false),
  ("Sources/Stability/Planted.swift", "internal import ConflictModel", false),
  ("Sources/Stability/Planted.swift", "import CaseFile", true),
  ("Sources/Stability/Deeper/Planted.swift", "import Glibc", true),
  ("Sources/Certificates/Planted.swift", "import Stability", true),
  ("Sources/CaseFile/Planted.swift", "import Reports", true),
  ("Sources/Briefings/Planted.swift", "import Yams", true),
  ("Sources/EntenteMain/Planted.swift", "import Reports", true),
  ("Sources/EntenteMain/Planted.swift", "import CommandLine", false),
  ("Sources/Unlisted/Planted.swift", "struct Planted {}", true),
  ("Sources/Planted.swift", "struct Planted {}", true),
  ("Snippets/Planted.swift", "import Entente", false),
  ("Snippets/Planted.swift", "import Yams", true),
  ("Tests/TestSupport/Planted.swift", "import Foundation", false),
  ("Tests/TestSupport/Planted.swift", "import Testing", true),
  ("Tests/ConflictModelTests/Planted.swift", "import Testing\nimport TestSupport", false),
  ("Tests/ConflictModelTests/Planted.swift", "@testable import ConflictModel", false),
  ("Tests/ConflictModelTests/Planted.swift", "import Stability", true),
  ("Tests/CertificatesTests/Planted.swift", "import Reports", true),
]

/// Tables that are themselves wrong.
let wrongTables: [String] = [
  "",
  """
  let modules: [Module] = [Module(name: "A", uses: ["B"]), Module(name: "B")]
  let tests: [Module] = [Module(name: "A")]
  """,
  """
  let modules: [Module] = [Module(name: "Stability", system: ["Foundation"])]
  let tests: [Module] = [Module(name: "A")]
  """,
]

func selfTest(table: Table) -> [String] {
  var failures: [String] = []
  for (text, modules) in readings where imports(in: text).map(\.module) != modules {
    failures.append("self-test: read \(imports(in: text).map(\.module)) instead of \(modules) in:\n\(text)")
  }
  for (path, text, refused) in planted where table.violations(path: path, text: text).isEmpty == refused {
    failures.append("self-test: \(path) with '\(text)' was \(refused ? "passed" : "refused")")
  }
  for manifest in wrongTables where Table(manifest: manifest).faults.isEmpty {
    failures.append("self-test: this table passed:\n\(manifest)")
  }
  return failures
}

// MARK: - Main

/// The Swift files under a folder, relative to the root, in order.
func swiftFiles(under folder: String, root: URL) -> [String] {
  let entries = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
  let paths = entries?.allObjects as? [String] ?? []
  return paths.filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }.sorted()
}

@main
enum CheckImports {
  static func main() throws {
    let root = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? ".")
    func read(_ path: String) throws -> String {
      try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
    let table = Table(manifest: try read("Package.swift"))
    let files = ["Sources", "Tests", "Snippets"].flatMap { swiftFiles(under: $0, root: root) }
    var problems = table.faults + selfTest(table: table)
    for file in files { problems += table.violations(path: file, text: try read(file)) }
    for problem in problems { print(problem) }
    if files.isEmpty { print("error: no Swift file under \(root.path)") }
    if !problems.isEmpty || files.isEmpty { exit(1) }
    print("Imports of \(files.count) files agree with the table in Package.swift.")
  }
}
