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
  private var index = 0
  private var excerpt: SourceBuffer.Excerpt?
  /// Merge keys, which the text can be followed in spite of.
  private(set) var refused: [Diagnostic] = []
  private(set) var duplicates: [Diagnostic] = []

  init(_ scanner: YAMLScanner) {
    self.scanner = scanner
  }

  private var source: SourceBuffer { scanner.source }

  /// The token that comes next; nil at the end.
  private var next: Token? { index < scanner.tokens.count ? scanner.tokens[index] : nil }

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
  private mutating func node() throws(Stop) -> Node {
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

  private mutating func scalar() -> Node {
    let token = scanner.tokens[index]
    index += 1
    var isQuoted = true
    if case .scalar(.plain) = token.kind { isQuoted = false }
    return Node(.scalar(ScalarText.text(of: token, in: source)), at: place(of: token), isQuoted: isQuoted)
  }

  /// Nothing, where a value could stand.
  private mutating func nothing(at mark: YAMLScanner.Mark) -> Node {
    Node(.scalar(""), at: place(from: mark, length: 1))
  }

  // MARK: - Blocks

  /// The value of an entry that ends at `token`, its dash or colon, if it has any.
  private mutating func blockValue(after token: Token, of first: Token, isMap: Bool) throws(Stop) -> Node {
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
  private mutating func blockList() throws(Stop) -> Node {
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
  private mutating func blockMap() throws(Stop) -> Node {
    let first = scanner.tokens[index]
    var entries = Entries()
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
  private mutating func endBlock(
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

  // MARK: - Brackets

  private mutating func flowList() throws(Stop) -> Node {
    let opening = scanner.tokens[index]
    index += 1
    var items: [Node] = []
    while let token = next, token.kind != .closeList {
      if !items.isEmpty {
        try passComma(or: "]", of: opening, "the list starts here")
        if next?.kind == .closeList { break }
      }
      // A pair in a list, `[a: b]`, is a mapping of its own.
      guard let key = next, key.isKey else {
        items.append(try node())
        continue
      }
      var entries = Entries()
      try flowEntry(into: &entries)
      items.append(Node(.map(entries.list), at: place(of: key)))
    }
    index += 1
    return Node(.list(items), at: place(of: opening))
  }

  private mutating func flowMap() throws(Stop) -> Node {
    let opening = scanner.tokens[index]
    index += 1
    var entries = Entries()
    var isFirst = true
    while let token = next, token.kind != .closeMap {
      if !isFirst {
        try passComma(or: "}", of: opening, "the mapping starts here")
        if next?.kind == .closeMap { break }
      }
      isFirst = false
      try flowEntry(into: &entries)
    }
    index += 1
    return Node(.map(entries.list), at: place(of: opening))
  }

  private mutating func passComma(or closing: String, of opening: Token, _ note: String) throws(Stop) {
    guard let token = next, token.kind == .comma else {
      throw fault(
        "a ',' or '\(closing)' is due here", at: next?.mark ?? scanner.mark,
        notes: [Diagnostic.Note(note, at: wordPlace(at: opening.mark))])
    }
    index += 1
  }

  /// An entry in brackets; its value may be missing, with the colon or without.
  private mutating func flowEntry(into entries: inout Entries) throws(Stop) {
    guard let token = next else { return }
    let key: Node
    if token.isKey {
      key = scalar()
      index += 1
    } else {
      key = try node()
      guard key.text != nil else {
        throw Stop(
          diagnostic: Diagnostic(
            .yamlFeature, "a list or mapping cannot be a key", at: key.place,
            hint: "keys are single words"))
      }
    }
    let after = next?.kind
    let hasValue = token.isKey && after != .comma && after != .closeMap && after != .closeList
    enter(key, hasValue ? try node() : nothing(at: next?.mark ?? scanner.mark), into: &entries)
  }
}

// MARK: - Keys

extension YAMLParser {
  /// The entries of a mapping, found again by their keys.
  private struct Entries {
    var list: [Node.Entry] = []
    /// Made only for a mapping of many entries.
    private var positions: [String: Int] = [:]
    private static let few = 8

    var isEmpty: Bool { list.isEmpty }

    func first(_ key: String) -> Node.Entry? {
      if list.count <= Self.few { return list.first { $0.key == key } }
      return positions[key].map { list[$0] }
    }

    mutating func append(_ entry: Node.Entry) {
      list.append(entry)
      if list.count == Self.few + 1 {
        for (position, entry) in list.enumerated() { positions[entry.key] = position }
      } else if list.count > Self.few {
        positions[entry.key] = list.count - 1
      }
    }
  }

  /// Enters what a key leads to, the first time that it stands in its mapping.
  private mutating func enter(_ key: Node, _ value: Node, into entries: inout Entries) {
    guard let text = key.text else { return }
    if text == "<<", !key.isQuoted {
      refused.append(
        Diagnostic(
          .yamlFeature, YAMLReader.mergeKeyRefusal, at: key.place, hint: "write the keys out"))
      return
    }
    guard let first = entries.first(text) else {
      return entries.append(Node.Entry(key: text, place: key.place, value: value))
    }
    guard duplicates.count < YAMLScanner.maximumReports else { return }
    duplicates.append(
      Diagnostic(
        .duplicateKey, "the key '\(text)' stands here a second time", at: key.place,
        notes: [Diagnostic.Note("it stands here first", at: first.place)]))
  }
}

// MARK: - Places and faults

extension YAMLParser {
  private mutating func place(of token: Token) -> Place {
    let range = token.range
    let end = source.lineEnd(from: range.lowerBound, before: range.upperBound)
    var place = place(from: token.mark, length: source.scalarCount(range.lowerBound..<end))
    if case .scalar(let style) = token.kind {
      place.origin = ScalarOrigin(source: source, range: range, style: style)
    }
    return place
  }

  private mutating func place(from mark: YAMLScanner.Mark, length: Int) -> Place {
    let found = source.excerpt(at: mark.index, line: mark.line, column: mark.column, last: &excerpt)
    return Place(
      file: source.file, line: mark.line, column: mark.column, length: length, excerpt: found.text,
      excerptColumn: found.start)
  }

  /// The word that stands at a mark.
  private func wordPlace(at mark: YAMLScanner.Mark) -> Place {
    var end = mark.index
    while !source.isBlankOrEnd(end) { end += 1 }
    return scanner.place(from: mark, length: source.scalarCount(mark.index..<end))
  }

  private func fault(
    _ message: String, at token: Token, hint: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Stop {
    fault(message, at: token.mark, hint: hint, notes: notes)
  }

  private func fault(
    _ message: String, at mark: YAMLScanner.Mark, hint: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Stop {
    Stop(diagnostic: Diagnostic(.yamlSyntax, message, at: wordPlace(at: mark), hint: hint, notes: notes))
  }

  static func lineWithoutKey(at place: Place) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, "this line is neither 'key: value' nor a list entry", at: place,
      hint: hintOnColon(in: place))
  }

  /// A colon without a space after it is the most likely reason for a line without a key.
  private static func hintOnColon(in place: Place) -> String {
    var previous: Unicode.Scalar = " "
    for scalar in place.excerpt.unicodeScalars {
      if previous == ":", scalar != " ", scalar != "/" { return "a space is missing after the ':'" }
      previous = scalar
    }
    return "a ':' with a space after it is missing, or the line is indented too little"
  }
}
