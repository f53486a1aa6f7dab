internal import Yams

/// Makes nodes of what the parser found and gives each the place that the scanner found.
///
/// The parser's nodes come in the order of the text, and so do the scanner's
/// tokens, so one finger moves along the tokens.
struct NodeComposer {
  let source: SourceBuffer
  let scanner: YAMLScanner
  private var finger = 0
  private var excerpt: SourceBuffer.Excerpt?

  init(source: SourceBuffer, scanner: YAMLScanner) {
    self.source = source
    self.scanner = scanner
  }

  mutating func node(from node: Yams.Node) throws(SyntaxError) -> Node {
    let index = token(at: node.mark)
    switch node {
    case .scalar(let scalar):
      guard let index else {
        return Node(.scalar(scalar.string), at: place(at: node.mark))
      }
      finger = index + 1
      let place = place(of: index)
      guard case .scalar(let style) = scanner.tokens[index].kind else {
        return Node(.scalar(scalar.string), at: place)
      }
      return Node(.scalar(scalar.string), at: place, isQuoted: style != .plain)
    case .sequence(let sequence):
      let start = index.map { place(of: $0) } ?? place(at: node.mark)
      var items: [Node] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(try self.node(from: item)) }
      return Node(.list(items), at: start)
    case .mapping(let mapping):
      let start = index.map { place(of: $0) } ?? place(at: node.mark)
      var entries: [Node.Entry] = []
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        if let entry = try entry(key, value) { entries.append(entry) }
      }
      return Node(.map(entries), at: start)
    case .alias:
      throw SyntaxError(
        Diagnostic(.yamlFeature, "aliases ('*') cannot be used here", at: place(at: node.mark)))
    }
  }

  /// An entry; nil when its key was there before.
  private mutating func entry(
    _ key: Yams.Node, _ value: Yams.Node
  ) throws(SyntaxError) -> Node.Entry? {
    let index = token(at: key.mark)
    let isDuplicate = index.map { scanner.tokens[$0].isDuplicate } ?? false
    let keyNode = try node(from: key)
    let valueNode = try node(from: value)
    guard case .scalar(let text) = keyNode.content else {
      throw SyntaxError(
        Diagnostic(
          .yamlFeature, "a list or mapping cannot be a key", at: keyNode.place,
          hint: "keys are single words"))
    }
    return isDuplicate ? nil : Node.Entry(key: text, place: keyNode.place, value: valueNode)
  }

  // MARK: - Places

  /// The token at a mark, the finger left on it; nil when none stands there.
  private mutating func token(at mark: Yams.Mark?) -> Int? {
    guard let mark else { return nil }
    let tokens = scanner.tokens
    while finger < tokens.count, (tokens[finger].line, tokens[finger].column) < (mark.line, mark.column) {
      finger += 1
    }
    guard finger < tokens.count, tokens[finger].line == mark.line, tokens[finger].column == mark.column
    else { return nil }
    return finger
  }

  private mutating func place(of index: Int) -> Place {
    let token = scanner.tokens[index]
    let start = token.range.lowerBound
    let end = source.lineEnd(from: start, before: token.range.upperBound)
    var place = place(
      at: start, line: token.line, column: token.column, length: source.scalarCount(start..<end))
    if case .scalar(let style) = token.kind {
      place.origin = ScalarOrigin(source: source, range: token.range, style: style)
    }
    return place
  }

  /// The place of a value that is not there, such as that of `key:` alone.
  private mutating func place(at mark: Yams.Mark?) -> Place {
    guard let mark else { return Place(file: source.file, line: 1, column: 1) }
    var position = YAMLScanner.Mark(index: 0, line: mark.line, column: 1)
    if finger > 0, scanner.tokens[finger - 1].line == mark.line {
      let token = scanner.tokens[finger - 1]
      position = YAMLScanner.Mark(
        index: token.range.lowerBound, line: token.line, column: token.column)
    } else if mark.line <= scanner.lineStarts.count {
      position.index = scanner.lineStarts[mark.line - 1]
    }
    while position.column < mark.column, position.index < source.bytes.count {
      position.index += source.scalarWidth(at: position.index)
      position.column += 1
    }
    return place(at: position.index, line: mark.line, column: mark.column, length: 1)
  }

  private mutating func place(at byte: Int, line: Int, column: Int, length: Int) -> Place {
    let found = source.excerpt(at: byte, line: line, column: column, last: &excerpt)
    return Place(
      file: source.file, line: line, column: column, length: length, excerpt: found.text,
      excerptColumn: found.start)
  }
}
