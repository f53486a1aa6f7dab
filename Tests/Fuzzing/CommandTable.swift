import Briefings
import TestSupport

/// The commands of the program as somebody would type them for a case, each with
/// arguments that may fit it.
public enum CommandTable {
  /// The commands, by name; a test holds the list complete.
  public static let names = makers.map(\.name)

  /// The pictures that there are.
  private static let figures: [String] = {
    struct Rows: DrawingVisitor {
      var names: [String] = []
      mutating func visit<Drawn: Drawing>(_ drawing: Drawn.Type) { names.append(drawing.row.name) }
    }
    var rows = Rows()
    AllDrawings.visit(&rows)
    return rows.names
  }()

  private static let makers: [(name: String, make: @Sendable (inout Typist) -> [String])] = [
    ("solve", { $0.solve() }),
    (
      "explain",
      { $0.with(["--state", $0.state()], ["--actor", $0.actor()], ["--concept", $0.concepts()]) }
    ),
    (
      "paths",
      {
        $0.with(
          ["--from", $0.state()], ["--by", $0.pick(["improvements", "moves"])], ["--to", $0.target()],
          ["--concept", $0.concept()], ["--limit", $0.count()], ["--format", $0.pick(["text", "dot"])])
      }
    ),
    ("coalitions", { $0.with(["--coalition", $0.actors()], ["--concept", $0.concepts()]) }),
    ("sensitivity", { $0.with(["--claim", $0.claim()], ["--size", $0.pick(["1", "2", "3"])]) }),
    (
      "require",
      {
        $0.with(
          $0.pick([["--state", $0.state()], ["--outcome", $0.outcome()]]), ["--concept", $0.concept()],
          ["--vary", $0.actor()], ["--size", $0.pick(["0", "1", "2", "3"])])
      }
    ),
    (
      "grid",
      {
        $0.with(
          [
            "--vary",
            $0.pick(["events", "profiles", "status-quo", "events,profiles", $0.event(), $0.actor()]),
          ],
          ["--concept", $0.concept()], ["--max-worlds", $0.count()])
      }
    ),
    (
      "doubts",
      { $0.with(["--concept", $0.concepts()], ["--samples", $0.count()], ["--seed", $0.count()]) }
    ),
    ("words", { $0.with(["--concept", $0.concepts()]) }),
    ("brief", { $0.with(["--claim", $0.claim()], ["--paper", $0.pick(["a4", "letter"])]) }),
    (
      "observe",
      {
        ["case.yaml"]
          + $0.with(
            ["--reading", $0.reading()], ["--vary", $0.pick([$0.actor(), $0.event()])],
            ["--concept", $0.concept()])
      }
    ),
    ("compare", { ["other.yaml"] + $0.with(["--concept", $0.concept()], ["--claim", $0.claim()]) }),
    ("merge", { ["other.yaml"] + $0.with(["--base", $0.pick(["case.yaml", "other.yaml", "base.yaml"])]) }),
    ("hypergame", { $0.with(["--concept", $0.concept()]) }),
    ("show", { [$0.pick(["case", "states", "moves", "preferences"])] + $0.with(["--limit", $0.count()]) }),
    ("check", { $0.with(["--certificates"], ["--source", "memo=memo.txt"]) }),
    ("convert", { $0.convert() }),
    ("draw", { [$0.pick(figures)] + $0.with(["--narrow"]) }),
    ("cite", { $0.with([$0.pick(["3.2", "1", "0", "99999999999999999999", "1.1.1"])]) }),
    ("ask", { $0.with(["--lines"]) }),
    ("new", { ["--from", "case.yaml", "--force"] + $0.with([]) }),
    ("cases", { [$0.name()] }), ("glossary", { [$0.pick(["seq", "lasts", "", $0.name()])] }),
    ("schema", { _ in [] }), ("manual", { _ in [] }),
  ]

  /// Commands that take no allowance of time.
  private static let withoutTime: Set<String> = [
    "ask", "cases", "cite", "glossary", "new", "schema", "manual",
  ]
  /// Commands whose answer can be JSON.
  private static let withJSON: Set<String> = [
    "explain", "coalitions", "sensitivity", "require", "grid", "doubts", "words", "observe", "compare",
    "merge",
    "hypergame", "show", "check", "cite", "paths", "solve", "brief",
  ]

  /// A command line for a case with these names. `writing` is where it may write.
  static func line(
    _ name: String? = nil, names: CaseNames, using random: inout SeededGenerator
  ) -> [String] {
    // What takes no case is tried seldom.
    let common = makers.count - 5
    let index =
      name.flatMap { name in makers.firstIndex { $0.name == name } }
      ?? Int.random(
        in: 0..<(Int.random(in: 0..<40, using: &random) == 0 ? makers.count : common), using: &random)
    let (command, make) = makers[index]
    var typist = Typist(names: names, random: random)
    var rest = make(&typist)
    if typist.chance(6), !withoutTime.contains(command) {
      rest += ["--given", "\(typist.event())=\(typist.pick(["yes", "no"]))"]
    }
    if typist.chance(5), !withoutTime.contains(command) {
      rest += ["--profile", "\(typist.actor())=\(typist.name())"]
    }
    if typist.chance(4), !withoutTime.contains(command) {
      rest += ["--on", typist.pick(["2022", "2023-04", "2023-04-30", "x"])]
    }
    if typist.chance(2), withJSON.contains(command), !rest.contains("--format") { rest.append("--json") }
    if !withoutTime.contains(command) { rest += ["--time", "400ms", "--max-states", "20000"] }
    if typist.chance(8), !withoutTime.contains(command) { rest.append("--quiet") }
    random = typist.random
    let takesNone = ["cases", "glossary", "schema", "manual"].contains(command)
    let file = takesNone ? [] : [command == "new" ? "new.yaml" : "case.yaml"]
    // The figure stands before the case.
    if command == "draw" { return [command, rest[0]] + file + rest.dropFirst() }
    return [command] + file + rest
  }
}

/// The names that stand in a text, as far as they can be seen without reading it.
struct CaseNames {
  var actors: [String] = []
  var events: [String] = []
  var outcomes: [String] = []
  var words: [String] = []

  init(_ bytes: [UInt8]) {
    var section = ""
    for line in bytes.split(separator: 0x0A) {
      let indent = line.prefix { $0 == 0x20 }.count
      let word = String(decoding: line.dropFirst(indent).prefix { $0 != 0x3A }, as: UTF8.self)
      if indent == 0 { section = word }
      guard indent == 2, word.utf8.count < 65 else { continue }
      switch section {
      case "actors": actors.append(word)
      case "events": events.append(word)
      case "outcomes": outcomes.append(word)
      default: break
      }
    }
    let ranges = TextWords(bytes).ranges
    for range in ranges.prefix(400) where range.count < 40 {
      words.append(String(decoding: bytes[range], as: UTF8.self))
    }
  }
}

/// Makes up arguments.
struct Typist {
  let names: CaseNames
  var random: SeededGenerator

  mutating func chance(_ odds: Int) -> Bool { Int.random(in: 0..<odds, using: &random) == 0 }
  mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }

  /// Some of the flags, each with its value.
  mutating func with(_ flags: [String]...) -> [String] {
    var result: [String] = []
    for flag in flags where chance(3) { result += flag }
    return result
  }

  mutating func name() -> String { names.words.randomElement(using: &random) ?? "x" }
  mutating func actor() -> String { chance(12) ? name() : names.actors.randomElement(using: &random) ?? "a" }
  mutating func actors() -> String { "\(actor()),\(actor())" }
  mutating func event() -> String {
    chance(12) ? name() : names.events.randomElement(using: &random) ?? "storm"
  }
  mutating func outcome() -> String {
    chance(12) ? name() : names.outcomes.randomElement(using: &random) ?? "o"
  }
  mutating func concept() -> String {
    chance(30) ? "none" : pick(["nash", "gmr", "smr", "seq", "sseq", "sim"])
  }
  mutating func concepts() -> String {
    chance(3) ? "all" : chance(3) ? "\(concept()),\(concept())" : concept()
  }
  mutating func count() -> String {
    chance(8) ? pick(["0", "-1", "99999999999999999999", "x", ""]) : pick(["1", "2", "3", "10", "1000"])
  }

  mutating func state() -> String {
    pick([
      "1", "1", "2", "2", "3", "5", "8", "status-quo", "status-quo", "code:0", "s1", "s2", outcome(),
      outcome(),
      chance(2) ? condition() : pick(["64", "0", "-1", "YNN", "NNNN", "code:99999999999999999999", name()]),
    ])
  }

  mutating func condition() -> String {
    pick([
      name(), "not \(name())", "\(name()) and \(name())", "\(name()) = high", "(",
      "at least 2 of (\(name()), \(name()))", "",
    ])
  }

  mutating func target() -> String { chance(2) ? outcome() : chance(2) ? state() : condition() }

  mutating func claim() -> String {
    pick([
      "status-quo lasts", "state \(state()) lasts", "every: \(condition())", "some: \(condition())",
      "no: \(condition())", condition(), "\(concept()): \(condition())",
    ])
  }

  mutating func reading() -> String { "r=\(actor())=\(name()),\(event())=yes" }

  mutating func solve() -> [String] {
    with(
      ["--concepts", concepts()], ["--all-states"], ["--where", condition()], ["--sort", actor()],
      ["--limit", count()], ["--format", pick(["table", "json", "jsonl", "csv", "markdown"])],
      ["--with", pick(["stability,preferences,moves", "summary", "ledger", "x"])],
      ["--engine", pick(["auto", "reference", "dense", "sparse"])], ["--certify", pick(["1", "5", "50"])])
  }

  mutating func convert() -> [String] {
    let form = pick(["yaml", "gmcr", "nfg", "csv", "dot", "graphml", "json"])
    return ["--to", form]
      + with(["--flat"], ["--output", "written.\(form)"], form == "csv" ? ["--moves"] : [])
  }
}
