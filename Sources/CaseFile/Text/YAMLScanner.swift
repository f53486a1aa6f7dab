/// Walks through a YAML text before the parser sees it.
///
/// It finds where every scalar, bracket and list mark stands, and refuses what
/// the case language leaves out (anchors, aliases, tags, merge keys, complex
/// keys, directives, further documents, deep nesting) and what can be explained
/// better here than by the parser. It follows the parser's own rules for where
/// a token starts (YAML 1.1 as libyaml reads it), so `R&D` and `2 * 3` are
/// text and `&a` is not.
///
/// - Complexity: O(*n*) in the bytes of the text.
struct YAMLScanner {
  /// Something that stands in the text and gives a node its place.
  struct Token {
    enum Kind {
      case scalar(ScalarOrigin.Style)
      case bracket
      case dash
    }

    var kind: Kind
    var range: Range<Int>
    var line: Int
    /// From 1, in scalars.
    var column: Int
    /// Whether the same key stands before it in the same mapping.
    var isDuplicate = false
  }

  /// A point of the text; the column is counted from 1.
  struct Mark {
    var index = 0
    var line = 1
    var column = 1
  }

  /// A fault after which the text cannot be followed any further.
  struct Stop: Error {
    var diagnostic: Diagnostic
  }

  static let maximumNesting = 256
  /// As many states as are listed by default can be ranked; beyond that the
  /// parser takes many seconds.
  static let maximumTokens = 1 << 20
  /// The parser takes no longer text as a key.
  static let maximumKeyLength = 1024
  /// So many features are reported; more would hide what matters.
  static let maximumReports = 10

  struct Block {
    var column: Int
    var isList: Bool
    /// A list that stands at the column of the mapping it belongs to.
    var isFlush = false
    var keys: [String: Int] = [:]
  }

  struct Flow {
    var opening: Mark
    var isList: Bool
    var keys: [String: Int] = [:]
  }

  /// What may turn out to be a key when a colon follows.
  struct PossibleKey {
    var mark: Mark
    /// The token, nil for a list or mapping in brackets.
    var token: Int?
  }

  let source: SourceBuffer
  var mark = Mark()
  var blocks: [Block] = []
  var flows: [Flow] = []
  /// The possible key of each bracket level, the outermost first.
  var possibleKeys: [PossibleKey?] = [nil]
  var keyAllowed = true
  var documentStarted = false
  var documentEnded = false

  private(set) var tokens: [Token] = []
  private(set) var lineStarts: [Int] = [0]
  /// What is refused although the text can be followed further.
  private(set) var refused: [Diagnostic] = []
  private(set) var duplicates: [Diagnostic] = []
  /// How many there are, reported or not.
  private(set) var duplicateCount = 0

  init(_ source: SourceBuffer) {
    self.source = source
  }

  // MARK: - Places

  func place(from start: Mark, length: Int = 1) -> Place {
    let excerpt = source.excerpt(at: start.index, line: start.line, column: start.column)
    return Place(
      file: source.file, line: start.line, column: start.column, length: length,
      excerpt: excerpt.text, excerptColumn: excerpt.start)
  }

  func place(of token: Token) -> Place {
    let start = Mark(index: token.range.lowerBound, line: token.line, column: token.column)
    let end = source.lineEnd(from: start.index, before: token.range.upperBound)
    return place(from: start, length: source.scalarCount(start.index..<end))
  }

  func fault(
    _ message: String, at mark: Mark, length: Int = 1, code: Diagnostic.Code = .yamlSyntax,
    hint: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Stop {
    Stop(
      diagnostic: Diagnostic(
        code, message, at: place(from: mark, length: length), hint: hint, notes: notes))
  }

  mutating func refuse(_ message: String, at mark: Mark, length: Int, hint: String?) {
    guard refused.count < Self.maximumReports else { return }
    refused.append(
      Diagnostic(.yamlFeature, message, at: place(from: mark, length: length), hint: hint))
  }

  // MARK: - Moving on

  var byte: UInt8 { source.byte(mark.index) }
  var isAtEnd: Bool { mark.index >= source.bytes.count }

  /// Passes one scalar that is no line break.
  mutating func advance() {
    mark.index += source.scalarWidth(at: mark.index)
    mark.column += 1
  }

  mutating func skipBreak() -> Bool {
    let width = source.breakWidth(at: mark.index)
    guard width > 0 else { return false }
    mark = Mark(index: mark.index + width, line: mark.line + 1, column: 1)
    lineStarts.append(mark.index)
    return true
  }

  mutating func skipToLineEnd() {
    while !isAtEnd, source.breakWidth(at: mark.index) == 0 { advance() }
  }

  /// Whether `---` or `...` stands here as a line's own mark.
  func isDocumentMark(_ character: Character) -> Bool {
    guard mark.column == 1, let ascii = character.asciiValue else { return false }
    return byte == ascii && source.byte(mark.index + 1) == ascii
      && source.byte(mark.index + 2) == ascii && source.isBlankOrEnd(mark.index + 3)
  }

  mutating func append(_ kind: Token.Kind, from start: Mark, to end: Int) {
    tokens.append(
      Token(kind: kind, range: start.index..<end, line: start.line, column: start.column))
  }

  // MARK: - Keys

  /// Remembers what starts here in case a colon follows it.
  mutating func savePossibleKey(token: Int?) {
    guard keyAllowed else { return }
    possibleKeys[possibleKeys.count - 1] = PossibleKey(mark: mark, token: token)
  }

  mutating func forgetPossibleKey() {
    possibleKeys[possibleKeys.count - 1] = nil
  }

  /// The key that the colon here belongs to.
  func keyBeforeColon() -> PossibleKey? {
    guard let key = possibleKeys[possibleKeys.count - 1], key.mark.line == mark.line else {
      return nil
    }
    guard mark.index - key.mark.index <= 4 * Self.maximumKeyLength,
      source.scalarCount(key.mark.index..<mark.index) <= Self.maximumKeyLength
    else { return nil }
    return key
  }

  /// Enters a key into its mapping and reports it if it was there before.
  mutating func enter(key token: Int, ofFlow isFlow: Bool) {
    let text = keyText(tokens[token])
    if text == "<<", case .scalar(.plain) = tokens[token].kind {
      let start = possibleKeys[possibleKeys.count - 1]?.mark ?? mark
      refuse(
        "merge keys cannot be used here", at: start, length: 2,
        hint: "write the keys out, or build on another file with 'extends'")
      return
    }
    let first: Int?
    if isFlow {
      // A pair in a list, `[a: b]`, is a mapping of its own.
      if flows[flows.count - 1].isList { return }
      first = flows[flows.count - 1].keys.updateValue(token, forKey: text)
      if let first { flows[flows.count - 1].keys[text] = first }
    } else {
      first = blocks[blocks.count - 1].keys.updateValue(token, forKey: text)
      if let first { blocks[blocks.count - 1].keys[text] = first }
    }
    guard let first else { return }
    tokens[token].isDuplicate = true
    duplicateCount += 1
    guard duplicates.count < Self.maximumReports else { return }
    duplicates.append(
      Diagnostic(
        .duplicateKey, "the key '\(text)' stands here a second time", at: place(of: tokens[token]),
        notes: [Diagnostic.Note("it stands here first", at: place(of: tokens[first]))]))
  }

  /// The text of a key, which never goes over the end of its line.
  private func keyText(_ token: Token) -> String {
    guard case .scalar(let style) = token.kind, style == .single || style == .double else {
      return source.text(token.range)
    }
    var text = String.UnicodeScalarView()
    var index = token.range.lowerBound + 1
    while index < token.range.upperBound - 1,
      let read = Escapes.scalar(at: index, in: source, style: style)
    {
      text.append(read.scalar)
      index += read.width
    }
    return String(text)
  }

  // MARK: - Nesting

  mutating func open(_ block: Block) throws(Stop) {
    blocks.append(block)
    try checkNesting(at: mark)
  }

  func checkNesting(at mark: Mark) throws(Stop) {
    guard blocks.count + flows.count > Self.maximumNesting else { return }
    throw fault(
      "lists and mappings are nested more than \(Self.maximumNesting) deep here", at: mark,
      code: .nestedTooDeeply)
  }

  /// Leaves the block collections that do not reach to this column.
  mutating func closeBlocks(startsEntry: Bool) {
    guard flows.isEmpty else { return }
    while let last = blocks.last, mark.column < last.column { blocks.removeLast() }
    if let last = blocks.last, last.isFlush, last.column == mark.column, !startsEntry {
      blocks.removeLast()
    }
  }
}
