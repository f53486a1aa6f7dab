/// Makes the tree of a text from its tokens.
///
/// A list may stand at the column of the mapping it belongs to, and an entry may
/// have no value; every other shape has to be as the columns and brackets say.
///
/// - Complexity: O(*n*) in the tokens.
struct YAMLParser {
  typealias Token = YAMLScanner.Token
  typealias Stop = YAMLScanner.Stop

  let scanner: YAMLScanner
  let hints: YAMLReader.Hints
  var index = 0
  var excerpt: SourceBuffer.Excerpt?
  /// Merge keys, which the text can be followed in spite of.
  var refused: [Diagnostic] = []
  var duplicates: [Diagnostic] = []

  init(_ scanner: YAMLScanner, hints: YAMLReader.Hints) {
    self.scanner = scanner
    self.hints = hints
  }

  var source: SourceBuffer { scanner.source }

  /// The token that comes next; nil at the end.
  var next: Token? { index < scanner.tokens.count ? scanner.tokens[index] : nil }

  /// The tree of the whole text, which has at least one token.
  mutating func document() throws(Stop) -> Node {
    let root = try node()
    if let token = next {
      throw fault(
        "this line does not belong to what stands before it", at: token,
        hint: "check how far it is indented, and what the first line of the file is")
    }
    return root
  }

  /// What starts with the next token.
  mutating func node() throws(Stop) -> Node {
    guard let token = next else { throw fault("a value is due here", at: scanner.mark) }
    switch token.kind {
    case .scalar where !token.isKey: return scalar()
    case .scalar where token.opensBlock: return try blockMap()
    case .dash where token.opensBlock: return try blockList()
    case .openList: return try flowList()
    case .openMap: return try flowMap()
    default: throw fault("a value is due here", at: token)
    }
  }

  mutating func scalar() -> Node {
    let token = scanner.tokens[index]
    index += 1
    var isQuoted = true
    if case .scalar(.plain) = token.kind { isQuoted = false }
    return Node(.scalar(ScalarText.text(of: token, in: source)), at: place(of: token), isQuoted: isQuoted)
  }

  /// Nothing, where a value could stand.
  mutating func nothing(at mark: YAMLScanner.Mark) -> Node {
    Node(.scalar(""), at: place(from: mark, length: 1))
  }

  // MARK: - Blocks

  /// The value of an entry that ends at `token`, its dash or colon, if it has any.
  mutating func blockValue(after token: Token, of first: Token, isMap: Bool) throws(Stop) -> Node {
    if let next {
      switch next.kind {
      case .blockEnd: break
      case .dash where !next.opensBlock:
        if isMap { return try blockList() }
      case .scalar where next.isKey && !next.opensBlock:
        break
      case .scalar, .openList, .openMap:
        // Only a list may stand at the column of its mapping, and a text of many lines.
        if next.column == first.column, !next.opensBlock, next.kind != .scalar(.block) {
          throw Stop(diagnostic: Self.lineWithoutKey(at: wordPlace(at: next.mark)))
        }
        return try node()
      default: return try node()
      }
    }
    var mark = token.mark
    mark.index += 1
    mark.column += 1
    return nothing(at: mark)
  }

  /// A list without brackets, at whose first dash the next token is.
  mutating func blockList() throws(Stop) -> Node {
    let first = scanner.tokens[index]
    var items: [Node] = []
    while let dash = next, dash.kind == .dash, items.isEmpty || !dash.opensBlock {
      index += 1
      items.append(try blockValue(after: dash, of: first, isMap: false))
    }
    if first.opensBlock {
      try endBlock(
        "this line does not belong to the list around it",
        hint: "entries of one list start with '-' in the same column", note: "the list starts here", first)
    }
    return Node(.list(items), at: place(of: first))
  }

  /// A mapping without brackets, at whose first key the next token is.
  mutating func blockMap() throws(Stop) -> Node {
    let first = scanner.tokens[index]
    var entries = YAMLEntries()
    while let token = next, token.isKey, entries.isEmpty || !token.opensBlock {
      let key = scalar()
      let colon = scanner.tokens[index]
      index += 1
      enter(key, try blockValue(after: colon, of: first, isMap: true), into: &entries)
    }
    try endBlock(
      "this line does not belong to the mapping around it",
      hint: "entries of one mapping start in the same column", note: "the mapping starts here", first)
    return Node(.map(entries.list), at: place(of: first))
  }

  /// Passes the end of the block that starts with `first`.
  mutating func endBlock(
    _ message: String, hint: String, note: String, _ first: Token
  ) throws(Stop) {
    guard let token = next else { return }
    if token.kind == .blockEnd {
      index += 1
      return
    }
    let startsLine = token.column == first.column && token.kind != .dash && !token.isKey
    if startsLine { throw Stop(diagnostic: Self.lineWithoutKey(at: wordPlace(at: token.mark))) }
    throw fault(message, at: token, hint: hint, notes: [Diagnostic.Note(note, at: wordPlace(at: first.mark))])
  }
}
