import Notation
import Testing

@testable import Door

/// What is wrong with something that a request says is told with its place there.
@Suite("Places in a request") struct RequestPlacesTests {
  static let text = """
    entente: 1
    events: {war: {name: War}, trial: {name: Trial, since: 2024-03-05}}
    actors:
      a: {options: {x: X}, prefers: [x], profiles: {calm: {prefers: [not x]}}}
      b: {options: {y: Y}, prefers: [not a.x]}
      c: {options: {z: Z}, prefers: [z]}
    outcomes: {both: a.x and b.y}
    """
  /// A case with states in place of options.
  static let graph = """
    entente: 1
    states: {s1: One, s2: Two}
    actors: {a: {moves: {s1: [s2]}, ranking: [s2, s1]}}
    status_quo: s1
    """

  /// A request whose `§` stands before what is wrong; `CASE` is the case.
  private func check(_ marked: String, about text: String = text, _ message: String) throws {
    let written = "{\"path\": \"a.yaml\", \"text\": \(JSONValue.string(text).text(pretty: false))}"
    let whole = marked.replacing("CASE", with: written)
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("§") })
    let column = lines[line].unicodeScalars.prefix { $0 != "§" }.count + 1
    let reply = Door.answer(Array(whole.replacing("§", with: "").utf8))
    #expect(reply.text.contains(message), "\(reply.text)")
    let place = "\"file\": \"request\",\n      \"line\": \(line + 1),\n      \"column\": \(column),"
    #expect(reply.text.contains(place), "\(marked): \(reply.text)")
    #expect(reply.text.ranges(of: "\"code\"").count == 1)
  }

  @Test(
    "what is changed in a case",
    arguments: [
      ("\"given\": {\"war\": true,\n §\"strom\": true}", "no event is called 'strom'"),
      ("\"profiles\": {§\"x\": \"calm\"}", "no actor is called 'x'"),
      ("\"profiles\": {\"a\": §\"clam\"}", "no profile of 'a' is called 'clam'"),
      ("\"on\":\n§\"2024-13\"", "a day is YYYY-MM-DD"),
      ("\"on\": §\"2024-02-30\"", "a day is YYYY-MM-DD"),
    ])
  func changes(member: String, message: String) throws {
    try check("{\"question\": \"solve\", \"cases\": [CASE],\n \(member)}", message)
  }

  @Test("a day that no case has a use for", arguments: ["solve", "observe"]) func undated(question: String)
    throws
  {
    let text = Self.text.replacing(", since: 2024-03-05", with: "")
    try check(
      "{\"question\": \"\(question)\", \"cases\": [CASE], \"on\": §\"2024\"}", about: text,
      "so all days are alike")
  }

  @Test(
    "what is named in arguments",
    arguments: [
      ("solve", "\"sort\": §\"d\"", "no actor is called 'd'"),
      ("solve", "\"concepts\": [\"nash\", §\"foo\"]", "no solution concept is called 'foo'"),
      ("explain", "\"actor\": [\"a\", §\"d\"], \"state\": 1", "no actor is called 'd'"),
      ("explain", "\"actor\": §\"a,d\", \"state\": 1", "no actor is called 'd'"),
      ("explain", "\"actor\": \"a\",\n \"state\": §\"YYYYYY\"", "YYYYYY"),
      ("explain", "\"state\": §99", "99"), ("explain", "\"state\": §\"bothh\"", "did you mean 'both'?"),
      ("explain", "\"state\": §\"status-quo\"", "names no present situation"),
      ("require", "\"state\": §\"nowhere\"", "no state is called 'nowhere'"),
      ("require", "\"state\": §\"status-quo\"", "names no present situation"),
      ("require", "\"outcome\": §\"neither\"", "no outcome is called 'neither'"),
      ("require", "\"state\": 1, \"vary\": §\"d\"", "no actor is called 'd'"),
      ("require", "\"state\": 1, \"concept\": §\"nash,seq\"", "one concept is asked about at a time"),
      ("paths", "\"from\": §\"nowhere\"", "no state is called 'nowhere'"),
      ("paths", "\"from\": 1, \"to\": §\"nowhere\"", "no state is called 'nowhere'"),
      ("coalitions", "\"coalition\": [\"a,b\", §\"a,d\"]", "no actor is called 'd'"),
      ("coalitions", "\"coalition\": [\"a,b\", §\"a\"]", "'a' is no coalition"),
      ("coalitions", "\"concept\": [\"nash\", §\"sim\"]", "'sim' has no version for coalitions"),
      ("grid", "\"vary\": [\"events\", §\"nothing\"]", "nothing that could vary is called 'nothing'"),
      ("grid", "\"vary\": §\"b\"", "'b' has no profiles"),
      ("observe", "\"vary\": [\"a\", §\"b\"]", "'b' has no profiles to vary"),
      ("observe", "\"vary\": §\"d\"", "no actor or event is called 'd'"),
      ("observe", "\"reading\": [\"a=calm\", §\"a=clam\"]", "no profile of 'a' is called 'clam'"),
      ("observe", "\"reading\": {\"a\": §\"clam\"}", "no profile of 'a' is called 'clam'"),
      ("observe", "\"reading\": {\"war\": §\"perhaps\"}", "is neither yes nor no"),
      ("sensitivity", "\"claim\": §\"what lasts\"", "no state is called 'what'"),
      ("sensitivity", "\"claim\": §\"it is so\"", "'it is so' is not a claim"),
      ("sensitivity", "\"claim\": §\"1 lasts under foo\"", "no solution concept is called 'foo'"),
      ("check", "\"source\": {\"memo\": §\"memo.txt\"}", "no source is called 'memo'"),
    ])
  func names(question: String, argument: String, message: String) throws {
    try check("{\"question\": \"\(question)\", \"cases\": [CASE],\n \"arguments\": {\(argument)}}", message)
  }

  @Test(
    "a part of a condition",
    arguments: [
      ("solve", "\"where\": \"a.x and §b.w\"", "b.w"),
      ("solve", "\"where\": \"a.x and §(\"", "never closed"),
      ("solve", "\"where\": §\"a.x\\u0020and b.w\"", "b.w"),
      ("paths", "\"from\": 1, \"to\": \"not §a.w\"", "a.w"),
      ("sensitivity", "\"claim\": \"every seq satisfies a.x or §b.w\"", "b.w"),
      ("sensitivity", "\"claim\": §\"every seq satisfies a.x or  b.w\"", "b.w"),
    ])
  func conditions(question: String, argument: String, message: String) throws {
    try check("{\"question\": \"\(question)\", \"cases\": [CASE],\n \"arguments\": {\(argument)}}", message)
  }

  @Test("the claim of several, and not of the second case") func claims() throws {
    let request = "{\"question\": \"compare\", \"cases\": [CASE, CASE],\n \"arguments\": {\"claim\": "
    try check(request + "[\"1 lasts\", §\"what lasts\"]}}", "no state is called 'what'")
    try check(request + "[\"1 lasts\", \"no seq satisfies §b.w\"]}}", "b.w")
  }

  @Test(
    "a concept that the form of the case has no use for", arguments: ["explain", "require", "paths", "words"])
  func undefined(question: String) throws {
    try check(
      "{\"question\": \"\(question)\", \"cases\": [CASE],\n \"arguments\": {\"concept\": §\"sim\"}}",
      about: Self.graph,
      "is not defined for a case with 'states'")
  }

  @Test("what the request does not say has no place in it") func unsaid() {
    let written = JSONValue.string(Self.text).text(pretty: false)
    let reply = Door.answer(Array("{\"question\": \"paths\", \"cases\": [{\"text\": \(written)}]}".utf8))
    #expect(
      reply.text.contains("names no present situation") && reply.text.contains("\"line\": null"),
      "\(reply.text)")
  }
}
