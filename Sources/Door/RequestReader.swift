internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Questions

/// Takes a request apart and gathers what is wrong with it.
struct RequestReader {
  var problems: [JSONProblem]

  mutating func problem(
    _ node: JSONNode, _ code: Diagnostic.Code, _ message: String, hint: String? = nil
  ) {
    problems.append(JSONProblem(code: code, message: message, span: node.span, hint: hint))
  }

  /// The members of an object; with `keys`, only of these.
  mutating func members(
    of node: JSONNode, _ keys: [String]? = nil, _ what: String = ""
  ) -> [JSONNode.Member] {
    guard case .object(let members) = node.content else {
      problem(node, .wrongShape, "an object is due here, and this is \(node.kindName)")
      return []
    }
    var found: [JSONNode.Member] = []
    for member in members {
      if let keys, !keys.contains(member.key) {
        problems.append(
          JSONProblem(
            code: .unknownKey, message: "\(what) has no key '\(member.key)'", span: member.keySpan,
            hint: Suggestion.hint(for: member.key, among: keys, called: "keys")))
      } else {
        found.append(member)
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

  mutating func day(_ node: JSONNode) -> String? {
    guard case .text(let text) = node.content, !PartialDate.isValid(text) else { return self.text(node) }
    problem(node, .wrongValue, PartialDate.refusal(of: text))
    return nil
  }

  mutating func truth(_ node: JSONNode) -> Bool {
    if case .boolean(let value) = node.content { return value }
    problem(node, .wrongShape, "true or false is due here, and this is \(node.kindName)")
    return false
  }

  mutating func count(_ node: JSONNode) -> UInt64? {
    // An `Int` may have 32 bits; what is too large is the same everywhere.
    if let digits = node.wholeDigits, let number = Int64(digits), number > 0 { return UInt64(number) }
    problem(node, .wrongValue, "a whole number from 1 to \(Int64.max) is due here")
    return nil
  }

  mutating func expect(_ node: JSONNode, _ text: String) {
    if case .text(text) = node.content { return }
    problem(node, .wrongValue, "'\(text)' is due here")
  }

  mutating func note(_ fault: ArgumentFault?, at span: JSONNode.Span) {
    guard let fault else { return }
    problems.append(
      JSONProblem(code: .unknownArgument, message: fault.message, span: span, hint: fault.hint))
  }

  /// Something that an argument says, as it would stand on a command line.
  struct Said {
    var text: String
    var span: JSONNode.Span
  }

  /// What an argument says: several things where several may be said; nil when it is wrong, which is noted.
  mutating func said(in node: JSONNode, for parameter: Parameter) -> [Said]? {
    let known = problems.count
    let said: [Said]
    switch node.content {
    case _ where parameter.kind == .flag: return truth(node) ? [Said(text: "", span: node.span)] : []
    case .list(let elements) where parameter.takesSeveral:
      said = elements.map { one($0, for: parameter) }
    case .object(let members) where parameter.takesAssignments:
      said = members.map { one($0, for: parameter) }
    case .text, .number: said = [one(node, for: parameter)]
    case .null, .boolean, .list, .object:
      problem(node, .wrongShape, "\(parameter.due) is due here, and this is \(node.kindName)")
      return nil
    }
    if said.isEmpty, !parameter.isRepeated {
      problem(node, .wrongValue, "there is nothing in this \(node.content.isList ? "list" : "object")")
    }
    return problems.count == known ? said : nil
  }

  /// One value by itself, held against the parameter.
  private mutating func one(_ node: JSONNode, for parameter: Parameter) -> Said {
    let known = problems.count
    let said = Said(text: text(of: node, for: parameter), span: node.span)
    if problems.count == known { note(parameter.fault(in: said.text, writtenAs: .key), at: said.span) }
    return said
  }

  /// A value of a name, held against the parameter; it may not look like something else than it is.
  private mutating func one(_ member: JSONNode.Member, for parameter: Parameter) -> Said {
    var value = ""
    let known = problems.count
    if case .boolean(let truth) = member.value.content {
      value = truth ? "yes" : "no"
    } else {
      value = text(of: member.value, for: parameter)
    }
    let said = Said(text: "\(member.key)=\(value)", span: member.value.span)
    if problems.count > known { return said }
    let meant =
      parameter.kind == .assignments ? Assignment.list(in: said.text) : Assignment(said.text).map { [$0] }
    if meant != [Assignment(name: member.key, value: value)] {
      note(parameter.invalid(said.text, .key), at: said.span)
    }
    return said
  }

  /// A text, or a whole number where names and texts may be numbers.
  private mutating func text(of node: JSONNode, for parameter: Parameter) -> String {
    switch node.content {
    case .text(let text): return text
    case .number(let text):
      let digits = node.wholeDigits
      if !parameter.isText { return digits ?? text }
      if let digits, Int64(digits) != nil { return digits }
      problem(node, .wrongValue, "a text or a whole number to \(Int64.max) is due here")
      return ""
    case .null, .boolean, .list, .object:
      problem(node, .wrongShape, "a text or a number is due here, and this is \(node.kindName)")
      return ""
    }
  }
}

extension Parameter {
  fileprivate var takesAssignments: Bool {
    switch kind {
    case .assignments, .namedFile: true
    default: false
    }
  }

  /// Whether a list makes sense.
  fileprivate var takesSeveral: Bool {
    switch kind {
    case .concepts, .choices, .names, .assignments: true
    case .flag, .count, .number, .concept, .choice, .text, .file, .namedFile: isRepeated
    }
  }

  /// Whether numbers are no more than names.
  fileprivate var isText: Bool {
    switch kind {
    case .names, .text, .file: true
    default: false
    }
  }

  /// What is due in a request.
  fileprivate var due: String {
    if takesAssignments { return "an object, a list or a text" }
    return takesSeveral ? "a text or a list" : "a text or a number"
  }
}

extension JSONNode.Content {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
