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

  mutating func note(_ fault: ArgumentFault?, at span: JSONNode.Span) {
    guard let fault else { return }
    problems.append(
      JSONProblem(code: .unknownArgument, message: fault.message, span: span, hint: fault.hint))
  }

  /// What an argument says, as it would stand on a command line: several texts where it may be
  /// given several times.
  mutating func values(of node: JSONNode, for parameter: Parameter) -> [String] {
    if case .flag = parameter.kind { return truth(node) ? [""] : [] }
    let values: [String]
    switch node.content {
    case .text(let text), .number(let text): return [text]
    case .list(let elements) where parameter.takesSeveral: values = elements.map { value(of: $0) }
    case .object(let members) where parameter.takesAssignments:
      values = members.map { "\($0.key)=\(value(of: $0.value))" }
    case .null, .boolean, .list, .object:
      problem(node, .wrongShape, "\(parameter.due) is due here, and this is \(node.kindName)")
      return []
    }
    return parameter.isRepeated ? values : [values.joined(separator: ",")]
  }

  /// One of several values.
  private mutating func value(of node: JSONNode) -> String {
    switch node.content {
    case .text(let text), .number(let text): return text
    case .boolean(let value): return value ? "yes" : "no"
    case .null, .list, .object:
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

  /// What is due in a request.
  fileprivate var due: String {
    if takesAssignments { return "an object, a list or a text" }
    return takesSeveral ? "a text or a list" : "a text or a number"
  }
}
