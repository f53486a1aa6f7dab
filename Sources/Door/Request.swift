internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Questions
internal import Briefings

/// A question with all that it needs, as `entente.request` says it.
struct Request {
  /// The question's word.
  private(set) var question = ""
  private var questionSpan: JSONNode.Span?
  /// The paths of the cases, the one that matters most first.
  private(set) var cases: [String] = []
  private var caseSpans: [JSONNode.Span] = []
  private var casesSpan: JSONNode.Span?
  /// The files that come with the request, by path without detours.
  private var texts: [[UInt8]: [UInt8]] = [:]
  /// The values given to events.
  private(set) var given: [String: Bool] = [:]
  /// The day as of which dated events are read.
  private(set) var day: String?
  /// The profiles chosen for actors.
  private(set) var profiles: [String: String] = [:]
  /// Where it says what is changed in the cases.
  private var changeSpans: [JSONNode.Span] = []
  /// The question's own arguments, as they are written.
  private var arguments: [JSONNode.Member] = []
  /// The most states and steps, where that is said.
  private var states: UInt64?, steps: UInt64?
  /// The form of the answer, as it is written.
  private var form: String?
  private var formSpan: JSONNode.Span?
  /// Whether what is shown on request is asked for.
  private(set) var isFull = false
  let root: JSONNode
  let source: JSONSource

  /// Reads a request.
  ///
  /// - Throws: `SyntaxError` with everything that is wrong with it.
  init(_ bytes: [UInt8]) throws(SyntaxError) {
    let reading = try JSONReader.read(bytes, file: "request")
    (root, source) = (reading.root, reading.source)
    var reader = RequestReader(problems: reading.problems)
    read(reading.root, &reader)
    try refuse(reader.problems)
  }

  private func refuse(_ problems: [JSONProblem]) throws(SyntaxError) {
    if problems.isEmpty { return }
    var source = source
    throw SyntaxError(source.diagnostics(problems))
  }

  private mutating func read(_ root: JSONNode, _ reader: inout RequestReader) {
    let keys = [
      "format", "version", "question", "cases", "files", "given", "on", "profiles", "arguments", "limits",
      "as", "full",
    ]
    for member in reader.members(of: root, keys, "a request") {
      let value = member.value
      switch member.key {
      case "format": reader.expect(value, "entente.request")
      case "version": if value.wholeNumber != 1 { reader.problem(value, .unknownVersion, "the version is 1") }
      case "question": (question, questionSpan) = (reader.text(value), value.span)
      case "cases":
        casesSpan = value.span
        for one in reader.list(value) { readCase(one, &reader) }
        if case .list(let all) = value.content, all.isEmpty {
          reader.problem(value, .missingKey, "a request needs a case under 'cases'")
        }
      case "files":
        for file in reader.members(of: value) {
          add(reader.text(file.value), at: file.key, file.value, &reader)
        }
      case "given":
        for event in reader.members(of: value) { given[event.key] = reader.truth(event.value) }
        if !given.isEmpty { changeSpans.append(value.span) }
      case "on":
        day = reader.day(value)
        changeSpans.append(value.span)
      case "profiles":
        for actor in reader.members(of: value) { profiles[actor.key] = reader.text(actor.value) }
        if !profiles.isEmpty { changeSpans.append(value.span) }
      case "arguments":
        if case .object(let members) = value.content {
          arguments = members
        } else {
          _ = reader.members(of: value)
        }
      case "limits":
        for limit in reader.members(of: value, ["states", "steps"], "limits") {
          let count = reader.count(limit.value)
          if limit.key == "states" { states = count } else { steps = count }
        }
      case "full": isFull = reader.truth(value)
      default: (form, formSpan) = (reader.text(value), value.span)
      }
    }
    if case .object = root.content {
      if questionSpan == nil { reader.problem(root, .missingKey, "a request needs the key 'question'") }
      if casesSpan == nil { reader.problem(root, .missingKey, "a request needs a case under 'cases'") }
    }
  }

  /// One case: its path, or that with its text.
  private mutating func readCase(_ node: JSONNode, _ reader: inout RequestReader) {
    caseSpans.append(node.span)
    switch node.content {
    case .text(let path): return cases.append(path)
    case .object: break
    default:
      return reader.problem(
        node, .wrongShape, "a path or an object is due here, and this is \(node.kindName)")
    }
    var (path, text) = (nil as String?, nil as JSONNode?)
    for member in reader.members(of: node, ["path", "text"], "a case") {
      if member.key == "path" { path = reader.text(member.value) } else { text = member.value }
    }
    let called = path ?? unusedName
    cases.append(called)
    if let text {
      add(reader.text(text), at: called, text, &reader)
    } else if path == nil {
      reader.problem(node, .missingKey, "a case needs the key 'path', 'text' or both")
    }
  }

  /// What a case without a path is called.
  private var unusedName: String {
    var (name, number) = ("case.yaml", 1)
    while cases.contains(name) {
      number += 1
      name = "case-\(number).yaml"
    }
    return name
  }

  /// Takes a text that comes with the request, which may not have another at the same path.
  private mutating func add(_ text: String, at path: String, _ node: JSONNode, _ reader: inout RequestReader)
  {
    let bytes = Array(text.utf8)
    let other = texts.updateValue(bytes, forKey: FilePath.key(path))
    if let other, other != bytes {
      reader.problem(node, .duplicateKey, "the request has another text for '\(path)' already")
    }
  }

  /// The arguments, held against the question's table, as are the cases and what is changed in them.
  ///
  /// - Throws: `SyntaxError` with everything that cannot be meant.
  func arguments(to table: QuestionTable) throws(SyntaxError) -> Arguments {
    var reader = RequestReader(problems: [])
    var found = Arguments(to: table)
    for argument in arguments {
      guard let parameter = table.parameter(named: argument.key) else {
        reader.note(found.add(argument.key, "", writtenAs: .key), at: argument.keySpan)
        continue
      }
      let texts = reader.said(in: argument.value, for: parameter)?.map { $0.text } ?? []
      let values = parameter.isRepeated || texts.isEmpty ? texts : [texts.joined(separator: ",")]
      for value in values {
        reader.note(found.add(argument.key, value, writtenAs: .key), at: argument.value.span)
      }
    }
    for argument in arguments {
      reader.note(found.exclusion(of: argument.key, writtenAs: .key), at: argument.keySpan)
    }
    reader.note(table.fault(ofCases: caseSpans.count), at: placeOfCases(table.about))
    for span in changeSpans { reader.note(table.faultOfChanges, at: span) }
    try refuse(reader.problems)
    return found
  }

  /// Where there are too many cases or too few: at the first too many, else where they are listed.
  private func placeOfCases(_ about: QuestionTable.About) -> JSONNode.Span {
    if let most = about.most, caseSpans.count > most { return caseSpans[most] }
    return casesSpan ?? JSONNode.Span(0, 0)
  }

  /// What is wrong when no question has that word.
  func unknownQuestion(among words: [String]) -> SyntaxError {
    fault(
      "no question is called '\(question)'", at: questionSpan,
      hint: Suggestion.hint(for: question, among: words, called: "questions"))
  }

  private func fault(_ message: String, at span: JSONNode.Span?, hint: String?) -> SyntaxError {
    var source = source
    let span = span ?? JSONNode.Span(0, 0)
    return SyntaxError(
      source.diagnostics([JSONProblem(code: .unknownArgument, message: message, span: span, hint: hint)]))
  }

  /// The form asked for, which is one of these.
  func form(among forms: [AnswerForm]) throws(SyntaxError) -> AnswerForm {
    guard let form else { return .usualInRequests }
    do throws(ArgumentFault) {
      return try AnswerForm.chosen(by: form, among: forms, writtenAs: .key)
    } catch {
      throw fault(error.message, at: formSpan, hint: error.hint)
    }
  }

  /// The files of the request, and those of the shell.
  func files(besides others: FileSource) -> FileSource {
    let texts = texts
    let own = { @Sendable (path: String) in texts[FilePath.key(path)] }
    var files = FileSource(
      read: { path in own(path).map { .success($0) } ?? others.read(path) },
      follow: { path in own(path).map { .success($0) } ?? others.follow(path) })
    files.locate = { path in own(path) == nil ? others.locate(path) : .success(path) }
    return files
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
