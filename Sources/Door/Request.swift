internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Questions
internal import Briefings

/// A question with all that it needs, as `entente.request` says it.
struct Request {
  /// The question's word.
  private(set) var question = ""
  /// The paths of the cases, the one that matters most first.
  private(set) var cases: [String] = []
  /// The files that come with the request, by path.
  private var texts: [String: [UInt8]] = [:]
  /// The values given to events.
  private(set) var given: [String: Bool] = [:]
  /// The day as of which dated events are read.
  private(set) var day: String?
  /// The profiles chosen for actors.
  private(set) var profiles: [String: String] = [:]
  /// The question's own arguments.
  private(set) var arguments: [(name: String, value: String)] = []
  /// The most states and steps, where that is said.
  private var states: UInt64?, steps: UInt64?
  /// The form of the answer, as it is written.
  private(set) var form = "json"

  /// Reads a request.
  ///
  /// - Throws: `SyntaxError` with everything that is wrong with it.
  init(_ bytes: [UInt8]) throws(SyntaxError) {
    let reading = try JSONReader.read(bytes, file: "request")
    var reader = RequestReader(problems: reading.problems)
    read(reading.root, &reader)
    if reader.problems.isEmpty { return }
    var source = reading.source
    throw SyntaxError(source.diagnostics(reader.problems))
  }

  private mutating func read(_ root: JSONNode, _ reader: inout RequestReader) {
    let keys = [
      "format", "version", "question", "cases", "files", "given", "on", "profiles", "arguments", "limits",
      "as",
    ]
    for (key, value) in reader.members(of: root, keys, "a request") {
      switch key {
      case "format": reader.expect(value, "entente.request")
      case "version": if value.wholeNumber != 1 { reader.problem(value, .unknownVersion, "the version is 1") }
      case "question": question = reader.text(value)
      case "cases": for one in reader.list(value) { readCase(one, &reader) }
      case "files":
        for (path, text) in reader.members(of: value) { texts[path] = Array(reader.text(text).utf8) }
      case "given":
        for (event, holds) in reader.members(of: value) { given[event] = reader.truth(holds) }
      case "on": day = reader.text(value)
      case "profiles":
        for (actor, profile) in reader.members(of: value) { profiles[actor] = reader.text(profile) }
      case "arguments":
        for (name, argument) in reader.members(of: value) {
          arguments += reader.values(of: argument).map { (name: name, value: $0) }
        }
      case "limits":
        for (name, limit) in reader.members(of: value, ["states", "steps"], "limits") {
          if name == "states" { states = reader.count(limit) } else { steps = reader.count(limit) }
        }
      default: form = reader.text(value)
      }
    }
    if question.isEmpty { reader.problem(root, .missingKey, "a request needs the key 'question'") }
    if cases.isEmpty { reader.problem(root, .missingKey, "a request needs a case under 'cases'") }
  }

  /// One case: its path, or that with its text.
  private mutating func readCase(_ node: JSONNode, _ reader: inout RequestReader) {
    if case .text(let path) = node.content { return cases.append(path) }
    var (path, text) = ("case.yaml", nil as String?)
    for (key, value) in reader.members(of: node, ["path", "text"], "a case") {
      if key == "path" { path = reader.text(value) } else { text = reader.text(value) }
    }
    cases.append(path)
    if let text { texts[path] = Array(text.utf8) }
  }

  /// The form asked for, if it is one of those.
  func form(among forms: [AnswerForm]) -> AnswerForm? {
    AnswerForm(word: form).flatMap { forms.contains($0) ? $0 : nil }
  }

  /// The files of the request, and those of the shell.
  func files(besides others: FileSource) -> FileSource {
    let texts = texts
    return FileSource(
      read: { path in texts[path].map { .success($0) } ?? others.read(path) },
      follow: { path in texts[path].map { .success($0) } ?? others.follow(path) })
  }

  /// The work with the request's own limits, which are never wider than the shell's.
  func limiting(_ work: Work) -> Work {
    var work = work
    if let states {
      work.limits.states = min(states, work.stateLimit ?? .max)
      work.stateLimit = min(states, work.stateLimit ?? .max)
    }
    if let steps { work.limits.searchNodes = min(steps, work.limits.searchNodes) }
    return work
  }
}

/// Takes a request apart and gathers what is wrong with it.
private struct RequestReader {
  var problems: [JSONProblem]

  mutating func problem(
    _ node: JSONNode, _ code: Diagnostic.Code, _ message: String, hint: String? = nil
  ) {
    problems.append(JSONProblem(code: code, message: message, span: node.span, hint: hint))
  }

  /// The members of an object; with `keys`, only of these.
  mutating func members(
    of node: JSONNode, _ keys: [String]? = nil, _ what: String = ""
  ) -> [(key: String, value: JSONNode)] {
    guard case .object(let members) = node.content else {
      problem(node, .wrongShape, "an object is due here, and this is \(node.kindName)")
      return []
    }
    var found: [(key: String, value: JSONNode)] = []
    for member in members {
      if let keys, !keys.contains(member.key) {
        problems.append(
          JSONProblem(
            code: .unknownKey, message: "\(what) has no key '\(member.key)'", span: member.keySpan,
            hint: Suggestion.hint(for: member.key, among: keys, called: "keys")))
      } else {
        found.append((key: member.key, value: member.value))
      }
    }
    return found
  }

  mutating func list(_ node: JSONNode) -> [JSONNode] {
    if case .list(let elements) = node.content { return elements }
    problem(node, .wrongShape, "a list is due here, and this is \(node.kindName)")
    return []
  }

  mutating func text(_ node: JSONNode) -> String {
    if case .text(let text) = node.content { return text }
    problem(node, .wrongShape, "a text is due here, and this is \(node.kindName)")
    return ""
  }

  mutating func truth(_ node: JSONNode) -> Bool {
    if case .boolean(let value) = node.content { return value }
    problem(node, .wrongShape, "true or false is due here, and this is \(node.kindName)")
    return false
  }

  mutating func count(_ node: JSONNode) -> UInt64? {
    if let number = node.wholeNumber, number > 0 { return UInt64(number) }
    problem(node, .wrongValue, "a whole number from 1 on is due here")
    return nil
  }

  mutating func expect(_ node: JSONNode, _ text: String) {
    if case .text(text) = node.content { return }
    problem(node, .wrongValue, "'\(text)' is due here")
  }

  /// What an argument says, as it would stand on a command line: several texts for a list.
  mutating func values(of node: JSONNode) -> [String] {
    switch node.content {
    case .text(let text), .number(let text): return [text]
    case .boolean(let value): return value ? [""] : []
    case .list(let elements): return elements.flatMap { values(of: $0) }
    case .null, .object:
      problem(node, .wrongShape, "a text, a number, true or a list is due here, and this is \(node.kindName)")
      return []
    }
  }
}
