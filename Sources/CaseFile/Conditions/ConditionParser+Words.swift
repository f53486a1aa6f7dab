import Notation

// The words around a token, put together again.
extension ConditionParser {
  /// Tokens as text, with blanks where one writes them.
  func words(_ range: Range<Int>) -> String {
    var text = ""
    for index in range {
      let kind = tokens[index].kind
      let isTight =
        kind == .close || kind == .comma || index > range.lowerBound && tokens[index - 1].kind == .open
      if !text.isEmpty, !isTight { text += " " }
      text += tokens[index].text
    }
    return text
  }

  /// Where the group that a token stands in begins: after its `(` or `,`.
  func groupStart(_ index: Int) -> Int {
    var (position, depth) = (index, 0)
    while position > 0 {
      switch tokens[position - 1].kind {
      case .close: depth += 1
      case .open where depth > 0: depth -= 1
      case .open: return position
      case .comma where depth == 0: return position
      default: break
      }
      position -= 1
    }
    return 0
  }

  /// Where it ends: before its `)` or `,`, or at the end of the condition.
  func groupEnd(_ index: Int) -> Int {
    first(from: index) { _ in false } ?? tokens.count - 1
  }

  /// The first token of the group that is wanted, at no greater depth; the end of the
  /// group when `wanted` never says so and `orEnd` is true.
  func first(from index: Int, where wanted: (ConditionToken) -> Bool) -> Int? {
    var depth = 0
    for position in index..<tokens.count {
      let token = tokens[position]
      if depth == 0, wanted(token) { return position }
      switch token.kind {
      case .open: depth += 1
      case .close where depth == 0, .comma where depth == 0, .end: return position
      case .close: depth -= 1
      default: break
      }
    }
    return nil
  }

  /// The first token of the group that is the given word.
  func find(_ wanted: [String], from index: Int) -> Int? {
    guard let found = first(from: index, where: { wanted.contains($0.text.lowercased()) }),
      wanted.contains(tokens[found].text.lowercased())
    else { return nil }
    return found
  }

  func word(at index: Int) -> String? {
    guard tokens.indices.contains(index), case .name(let name) = tokens[index].kind else { return nil }
    return name.lowercased()
  }

  /// Whether a condition may begin with the token.
  var beginsCondition: Bool {
    switch tokens[index].kind {
    case .name, .open, .keyword("not"), .keyword("at"), .keyword("exactly"), .keyword("true"),
      .keyword("false"):
      true
    default: false
    }
  }

  /// The words before which a condition ends that something is joined to.
  static let joins: [ConditionToken.Kind] = [
    "implies", "if", "only", "unless", "needs", "iff",
  ].map { .keyword($0) }

  /// The texts between the given words, each in the range and fit to stand in a list.
  func split(_ range: Range<Int>, at separators: [String]) -> [String] {
    var parts: [String] = []
    var start = range.lowerBound
    while let found = find(separators, from: start), found < range.upperBound {
      parts.append(enclosed(words(start..<found)))
      start = found + 1
    }
    return parts + [enclosed(words(start..<range.upperBound))]
  }

  /// The parts of `neither A nor B`, also where it is said with `or` or `and`.
  func split(neither body: Range<Int>) -> [String] {
    let parts = split(body, at: ["nor", "or"])
    return parts.count > 1 ? parts : split(body, at: ["and"])
  }

  /// That none of the parts holds.
  func none(of parts: [String]) -> String {
    if parts.count == 1, let part = parts.first { return "not \(part)" }
    return "not (\(parts.joined(separator: " or ")))"
  }

  /// A part in parentheses where it would otherwise be torn apart.
  func enclosed(_ text: String) -> String {
    let loose = [" or ", " and ", " if ", " implies ", " unless ", " needs ", " iff "]
    return loose.contains { text.holds($0) } && !isEnclosed(text) ? "(\(text))" : text
  }

  /// Whether one pair of parentheses stands around all of the text.
  private func isEnclosed(_ text: String) -> Bool {
    guard text.first == "(" else { return false }
    var depth = 0
    for (index, character) in zip(text.indices, text) {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { return text.index(after: index) == text.endIndex }
    }
    return false
  }

  /// What stands in the parentheses at an index, between its commas.
  func list(at open: Int) -> [String]? {
    guard tokens.indices.contains(open), tokens[open].kind == .open else { return nil }
    var parts: [String] = []
    var start = open + 1
    while true {
      guard let end = first(from: start, where: { _ in false }), tokens[end].kind != .end else { return nil }
      parts.append(words(start..<end))
      if tokens[end].kind == .close { return parts }
      start = end + 1
    }
  }

  /// The text of the range without parentheses around all of it.
  func bare(_ range: Range<Int>) -> String {
    if range.count > 2, tokens[range.lowerBound].kind == .open, tokens[range.upperBound - 1].kind == .close {
      return words(range.lowerBound + 1..<range.upperBound - 1)
    }
    return words(range)
  }
}
