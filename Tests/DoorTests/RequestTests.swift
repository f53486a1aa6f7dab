import Foundation
import Notation
import Questions
import TestSupport
import Testing

@testable import Door

@Suite("A request") struct RequestTests {
  static let text = """
    entente: 1
    events: {war: {name: War}}
    actors:
      a: {options: {x: X}, prefers: [x], profiles: {calm: {prefers: [not x]}}}
      b: {options: {y: Y}, prefers: [not a.x]}
    status_quo: []
    """
  static let other = text.replacing("prefers: [not a.x]", with: "prefers: [y]")

  private func ask(_ members: String, about cases: String? = nil) -> Door.Reply {
    let written = JSONValue.string(Self.text).text(pretty: false)
    return Door.answer(
      Array("{\"cases\": \(cases ?? "[{\"path\": \"a.yaml\", \"text\": \(written)}]"),\n \(members)}".utf8))
  }

  private func quoted(_ text: String) -> String { JSONValue.string(text).text(pretty: false) }

  @Test(
    "holds each argument to its kind, and says where",
    arguments: [
      ("solve", "\"limit\": 0", "'limit' must be at least 1", 11),
      ("solve", "\"limit\": true", "a text or a number is due here, and this is a boolean", 11),
      ("solve", "\"limit\": [1]", "a text or a number is due here, and this is a list", 11),
      ("solve", "\"limit\": null", "a text or a number is due here", 11),
      ("solve", "\"limit\": 1.5", "the value '1.5' is invalid for 'limit'", 11),
      ("solve", "\"limit\": {}", "a text or a number is due here, and this is an object", 11),
      ("solve", "\"all-states\": \"false\"", "true or false is due here, and this is a text", 16),
      ("solve", "\"all-states\": 0", "true or false is due here, and this is a number", 16),
      ("solve", "\"all-states\": []", "true or false is due here, and this is a list", 16),
      ("solve", "\"engine\": \"quick\"", "Please provide one of 'auto', 'reference'", 12),
      ("solve", "\"with\": [\"fate\", \"doom\"]", "'with' does not know 'doom'", 19),
      ("solve", "\"limt\": 1", "did you mean 'limit'?", 2),
      (
        "solve", "\"concepts\": [\"nash\", [\"seq\"]]", "a text or a number is due here, and this is a list",
        23
      ),
      ("sensitivity", "\"claim\": [\"a\", \"b\"]", "a text or a number is due here, and this is a list", 11),
    ])
  func kinds(_ question: String, _ argument: String, _ message: String, _ column: Int) throws {
    let reply = ask("\"question\": \"\(question)\", \"arguments\":\n{\(argument)}")
    #expect(
      reply.status == .usage && reply.text.contains("\"code\": \"unknown-argument\"")
        || reply.text.contains("wrong-shape"))
    #expect(reply.text.contains(message), "\(reply.text)")
    #expect(
      reply.text.contains("\"line\": 3") && reply.text.contains("\"column\": \(column),"), "\(reply.text)")
    #expect(!reply.text.contains("?."))
  }

  @Test("tells everything that is wrong with the arguments at once") func several() {
    let reply = ask("\"question\": \"solve\", \"arguments\": {\"limit\": 0, \"lim\": 1, \"all-states\": 3}")
    #expect(reply.text.ranges(of: "\"code\"").count == 3)
  }

  @Test(
    "takes lists and objects where several things may be said",
    arguments: [
      (
        "\"question\": \"solve\", \"arguments\": {\"concepts\": [\"nash\", \"seq\"]}",
        "\"question\": \"solve\", \"arguments\": {\"concepts\": \"nash,seq\"}"
      ),
      (
        "\"question\": \"solve\", \"arguments\": {\"with\": [\"fate\", \"moves\"], \"all-states\": false}",
        "\"question\": \"solve\", \"arguments\": {\"with\": \"fate,moves\"}"
      ),
      (
        "\"question\": \"solve\", \"arguments\": {\"limit\": \"1\"}",
        "\"question\": \"solve\", \"arguments\": {\"limit\": 1}"
      ),
      ("\"question\": \"observe\", \"arguments\": {\"reading\": [{\"a\": \"calm\"}]}", ""),
    ])
  func lists(_ request: String, _ same: String) {
    let reply = ask(request)
    if same.isEmpty {
      #expect(reply.status == .usage)
    } else {
      #expect(reply == ask(same) && reply.status == .done)
    }
  }

  @Test("keeps cases apart that come without a path") func nameless() {
    let cases = "[{\"text\": \(quoted(Self.text))}, {\"text\": \(quoted(Self.other))}]"
    let reply = ask("\"question\": \"compare\", \"as\": \"table\"", about: cases)
    #expect(reply.text.contains("case.yaml") && reply.text.contains("case-2.yaml"), "\(reply.text)")
    #expect(!reply.text.contains("They say the same"))
  }

  @Test(
    "refuses two texts for one path, however it is written", arguments: ["a.yaml", "./a.yaml", "b/../a.yaml"])
  func twice(path: String) {
    let cases =
      "[{\"path\": \"a.yaml\", \"text\": \(quoted(Self.text))}, {\"path\": \"\(path)\", \"text\": \(quoted(Self.other))}]"
    let reply = ask("\"question\": \"compare\"", about: cases)
    #expect(reply.status == .wrong && reply.text.contains("has another text for '\(path)' already"))
  }

  @Test("finds a file by its path without detours") func detours() {
    let reply = ask(
      "\"question\": \"solve\", \"files\": {\"base/b.yaml\": \(quoted(Self.text))}",
      about: "[\"./base/./b.yaml\"]")
    #expect(reply.status == .done)
  }

  @Test("refuses a case too many, at its place", arguments: [("solve", 2), ("show", 2), ("merge", 3)])
  func tooMany(question: String, count: Int) {
    let cases =
      "[\(Array(repeating: "{\"path\": \"a.yaml\", \"text\": \(quoted(Self.text))}", count: count).joined(separator: ", "))]"
    let reply = ask("\"question\": \"\(question)\"", about: cases)
    #expect(reply.status == .usage && reply.text.contains("and this is another one"), "\(reply.text)")
    #expect(!reply.text.contains("\"line\": null"))
  }

  @Test("refuses too few cases, at their place", arguments: ["compare", "merge"])
  func tooFew(question: String) {
    let reply = ask("\"question\": \"\(question)\"")
    #expect(reply.status == .usage && reply.text.contains("there is one case only"), "\(reply.text)")
    #expect(reply.text.contains("name the case to \(question) it with"))
    #expect(reply.text.contains("\"line\": 1,") && reply.text.contains("\"column\": 11,"), "\(reply.text)")
  }

  @Test(
    "refuses changes of cases that are taken as they are written, each at its place",
    arguments: [("merge", 2), ("check", 1)])
  func changes(question: String, count: Int) {
    let one = "{\"path\": \"a.yaml\", \"text\": \(quoted(Self.text))}"
    let reply = ask(
      "\"question\": \"\(question)\",\n\"given\": {\"war\": true},\n\"on\": \"2023\",\n\"profiles\": {\"a\": \"calm\"}",
      about: "[\(Array(repeating: one, count: count).joined(separator: ", "))]")
    #expect(reply.status == .usage && reply.text.ranges(of: "without given, on and profiles").count == 3)
    for line in 3...5 { #expect(reply.text.contains("\"line\": \(line),"), "\(reply.text)") }
    #expect(ask("\"question\": \"check\", \"given\": {}, \"profiles\": {}").status == .done)
  }

  @Test("a case needs a path or a text") func emptyCase() {
    let reply = ask("\"question\": \"solve\"", about: "[{}]")
    #expect(reply.status == .wrong && reply.text.contains("a case needs the key 'path', 'text' or both"))
  }

  @Test(
    "says what is wrong, and nothing that is not",
    arguments: [
      ("{\"question\": 3, \"cases\": [\"a\"]}", "a text is due here, and this is a number"),
      ("{\"question\": \"\", \"cases\": [\"a\"]}", "no question is called ''"),
      ("{\"question\": \"solve\", \"cases\": \"a.yaml\"}", "a list is due here, and this is a text"),
      ("{\"question\": \"solve\", \"cases\": [3]}", "a path or an object is due here, and this is a number"),
      ("{\"question\": \"solve\", \"cases\": []}", "a request needs a case under 'cases'"),
      ("{\"question\": \"solve\"}", "a request needs a case under 'cases'"),
      ("{\"cases\": [\"a\"]}", "a request needs the key 'question'"),
      ("[]", "an object is due here, and this is a list"),
      (
        "{\"question\": \"solve\", \"cases\": [\"a\"], \"arguments\": {\"concepts\": [[\"nash\"]]}}",
        "a text or a number is due here, and this is a list"
      ),
      (
        "{\"question\": \"solve\", \"cases\": [\"a\"], \"arguments\": {\"concepts\": []}}",
        "there is nothing in this list"
      ),
    ])
  func alone(request: String, message: String) {
    let reply = Door.answer(Array(request.utf8))
    #expect(reply.text.contains(message) && reply.text.ranges(of: "\"code\"").count == 1, "\(reply.text)")
  }

  @Test("a request that is too large is told so, not how much of it was read") func tooLarge() {
    let reply = Door.answer([UInt8](repeating: 0x20, count: 16_814_080))
    #expect(reply.status == .wrong && reply.text.contains("the file is larger than 16 MiB"))
    #expect(!reply.text.contains("16814080"))
  }

  @Test("a condition in an argument is not read as one in a file") func hints() {
    let reply = ask("\"question\": \"solve\", \"arguments\": {\"where\": \"a.x and (\"}")
    #expect(reply.text.contains("this '(' is never closed") && reply.text.contains("\"hint\": null"))
  }

  @Test("tells files apart by the bytes of their names") func composed() {
    let (one, two) = ("\u{E9}.yaml", "e\u{301}.yaml")
    let files = "\"files\": {\"\(one)\": \(quoted(Self.text)), \"\(two)\": \(quoted(Self.other))}"
    let reply = ask("\"question\": \"compare\", \(files)", about: "[\"\(one)\", \"\(two)\"]")
    #expect(reply.status == .done && reply.text.contains("b.prefers.1"), "\(reply.text)")
    let extending = "extends: \(two)\ntitle: Laid over"
    let overlay = ask(
      "\"question\": \"show\", \"files\": {\"\(two)\": \(quoted(Self.text))}",
      about: "[{\"path\": \"\(one)\", \"text\": \(quoted(extending))}]")
    #expect(overlay.status == .done, "\(overlay.text)")
  }

  @Test("what is left out is had by the command that asks the same, in JSON") func askedAgain() {
    let cases = "[{\"path\": \"a b.yaml\", \"text\": \(quoted(CaseTexts.manyStates))}]"
    let rest = "\"question\": \"solve\", \"arguments\": {\"all-states\": true, \"limit\": 3}, \"as\": "
    let page = ask(rest + "\"html\"", about: cases).text
    #expect(page.contains("<code>entente solve 'a b.yaml' --all-states --limit 3 --json</code>"))
    let body = page.components(separatedBy: "</style>").last ?? ""
    #expect(!body.replacing(/<code>[^<]*<\/code>/, with: "").contains(/\s--[a-z]/))
    let table = ask(rest + "\"table\"", about: cases).text
    #expect(table.contains("a larger --limit shows more, --json lists all."), "\(table)")
  }

  @Test("text is full where that is asked for, and other forms always are") func full() throws {
    let cases = "[{\"path\": \"a.yaml\", \"text\": \(quoted(Self.text))}]"
    func reply(_ form: String, _ full: String) -> Door.Reply {
      ask("\"question\": \"solve\", \"as\": \"\(form)\"\(full)", about: cases)
    }
    for form in ["table", "markdown"] {
      let (brief, full) = (reply(form, ""), reply(form, ", \"full\": true"))
      #expect(brief.text.contains("Findings") == false && full.text.contains("Findings"), "\(brief.text)")
      #expect(brief.text.contains("More with") && !full.text.contains("More with"))
      #expect(reply(form, ", \"full\": false") == brief)
    }
    for form in ["html", "json", "document"] { #expect(reply(form, ", \"full\": true") == reply(form, "")) }
    // What is folded on a page is there.
    #expect(reply("html", "").text.contains("<summary>Findings</summary>"))
    let wrong = reply("table", ", \"full\": 3")
    #expect(wrong.status == .wrong && wrong.text.contains("true or false is due here"))
  }

  @Test("pages of one case are told apart by the titles of their windows") func windowTitles() throws {
    let titled = Self.text.replacing("entente: 1", with: "entente: 1\ntitle: Two neighbours")
    let cases = "[{\"path\": \"a.yaml\", \"text\": \(quoted(titled))}]"
    var titles: Set<String> = []
    var asked = Door.questions.filter { $0 != "show" && $0 != "merge" }.map { "\"question\": \"\($0)\"" }
    for what in ["case", "states", "moves", "preferences"] {
      asked.append("\"question\": \"show\", \"arguments\": {\"what\": \"\(what)\"}")
    }
    for request in asked {
      let isOne = !request.contains("compare")
      let several = isOne ? cases : "[\(cases.dropFirst().dropLast()), \"a.yaml\"]"
      let varied = request.contains("observe") ? ", \"arguments\": {\"vary\": \"a\"}" : ""
      let page = ask("\(request)\(varied), \"as\": \"html\"", about: several).text
      let title = try #require(page.firstMatch(of: /<title>(.*)<\/title>/)).output.1
      // What is checked is files, of which there may be many.
      if !request.contains("check") { #expect(title.contains("Two neighbours"), "\(request): \(title)") }
      #expect(titles.insert(String(title)).inserted && title != "Two neighbours", "\(request): \(title)")
    }
    #expect(titles.contains("What can last \u{2013} Two neighbours") && titles.count == asked.count)
  }

  @Test("levels are compared by their names") func levels() {
    let text = """
      entente: 1
      actors:
        a: {options: {c: {name: Control, levels: {l0: None, l5: Five items, l9: Nine items}}}, prefers: [c >= l5]}
        b: {options: {y: Y}, prefers: [y]}
      """
    func compared(_ change: (old: String, new: String)) -> String {
      let other = text.replacing(change.old, with: change.new)
      let cases = "[{\"text\": \(quoted(text))}, {\"text\": \(quoted(other))}]"
      let reply = ask("\"question\": \"compare\", \"as\": \"markdown\", \"full\": true", about: cases)
      return reply.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let same = compared((old: "prefers: [y]", new: "prefers: [not y]"))
    #expect(same.contains("at Five items or Nine items."), "\(same)")
    let otherwise = compared((old: "[c >= l5]", new: "[not c >= l5]"))
    #expect(
      otherwise.contains("at: Five items or Nine items in the first, None in the second."), "\(otherwise)")
  }

  @Test("a reply tells of no time") func noTime() {
    #expect(!ask("\"question\": \"solve\", \"as\": \"table\"").text.contains("0\u{A0}s"))
  }

  @Test(
    "tells a limit that left no answer in the form asked for", arguments: ["coalitions", "paths", "require"])
  func unanswered(question: String) {
    let rest = "\"question\": \"\(question)\", \"limits\": {\"states\": 2}, \"as\": "
    let page = ask(rest + "\"html\"")
    #expect(page.status == .undetermined && page.text.hasPrefix("<!DOCTYPE html>"), "\(page.text)")
    #expect(page.text.contains("Undetermined:"))
    #expect(ask(rest + "\"document\"").text.contains("\"format\": \"entente.document\""))
    #expect(ask(rest + "\"table\"").text.contains("ndetermined"))
    #expect(ask(rest + "\"json\"").text.contains("\"complete\": false"))
  }

  @Test(
    "takes a limit however large",
    arguments: ["2147483647", "2147483648", "3000000000", "9223372036854775807"])
  func large(limit: String) {
    #expect(ask("\"question\": \"solve\", \"arguments\": {\"limit\": \(limit)}").status == .done)
  }

  @Test(
    "says where a question or a form is unknown",
    arguments: [
      ("\"question\": \"slove\"", 14), ("\"question\": \"solve\", \"as\": \"dot\"", 29),
    ])
  func unknown(members: String, column: Int) {
    let reply = ask(members)
    #expect(
      reply.status == .wrong && reply.text.contains("\"line\": 2")
        && reply.text.contains("\"column\": \(column),"), "\(reply.text)")
  }
}
