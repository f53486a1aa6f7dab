/// Cuts a YAML text into its tokens.
///
/// It follows YAML 1.1 as libyaml reads it for where a token starts, so `R&D` and
/// `2 * 3` are text and `&a` is not, and keeps track of what each line's column
/// opens and closes, so that a ``YAMLParser`` need not look at columns. What the
/// case language leaves out (anchors, aliases, tags, complex keys, directives,
/// further documents, deep nesting) is refused where it stands.
///
/// - Complexity: O(*n*) in the bytes of the text.
struct YAMLScanner {
  /// A scalar, a bracket, or a sign that stands between them.
  struct Token {
    enum Kind: Equatable {
      case scalar(ScalarOrigin.Style)
      case openList, openMap, closeList, closeMap, comma
      /// The `-` of a list's entry.
      case dash
      /// The `:` behind a key.
      case colon
      /// Where a list or mapping ends that has no brackets.
      case blockEnd
    }

    var kind: Kind
    /// Whether a colon belongs to the scalar.
    var isKey = false
    /// Whether a list or mapping without brackets starts with this dash or key.
    var opensBlock = false
    // Short numbers, since there may be millions of tokens; a text has at most 16 MiB.
    private var start: Int32
    private var end: Int32
    private var lineNumber: Int32
    private var columnNumber: Int32
    /// How far the lines of a block scalar are indented.
    private var indentation: Int32

    init(_ kind: Kind, from start: Mark, to end: Int, indent: Int = 0) {
      self.kind = kind
      self.start = Int32(start.index)
      self.end = Int32(end)
      lineNumber = Int32(start.line)
      columnNumber = Int32(start.column)
      indentation = Int32(indent)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
    var line: Int { Int(lineNumber) }
    /// From 1, in scalars.
    var column: Int { Int(columnNumber) }
    var indent: Int { Int(indentation) }
    var mark: Mark { Mark(index: Int(start), line: line, column: column) }
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
  /// As many states as are listed by default can be ranked.
  static let maximumValues = 1 << 20
  /// No longer text is taken as a key.
  static let maximumKeyLength = 1024
  /// So many features are reported; more would hide what matters.
  static let maximumReports = 10

  /// What stands behind a `#`, up to the end of its line.
  struct Comment {
    var range: Range<Int>
    var line: Int
    var isAlone: Bool
    /// Whether a key stands before it whose value is yet to come.
    var isBehindKey: Bool
  }

  struct Block {
    var column: Int
    var isList: Bool
    /// A list that stands at the column of the mapping it belongs to.
    var isFlush = false
  }

  struct Flow {
    var opening: Mark
    var isList: Bool
    /// The first line inside that is not indented further than what the brackets belong to.
    var shallow: Mark?
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

  var tokens: [Token] = []
  /// What stands behind `#`, in the order of the text.
  var comments: [Comment] = []
  /// How many of the tokens are scalars, opening brackets and dashes.
  private(set) var valueCount = 0
  private(set) var lineStarts: [Int]
  /// What is refused although the text can be followed further.
  private(set) var refused: [Diagnostic] = []

  init(_ source: SourceBuffer) {
    self.source = source
    mark.index = source.start
    lineStarts = [source.start]
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

  /// Appends the token of a value.
  mutating func append(_ kind: Token.Kind, from start: Mark, to end: Int, indent: Int = 0) {
    tokens.append(Token(kind, from: start, to: end, indent: indent))
    valueCount += 1
  }

  /// Appends the sign of one byte that stands here.
  mutating func appendSign(_ kind: Token.Kind) {
    tokens.append(Token(kind, from: mark, to: mark.index + 1))
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
    while let last = blocks.last, mark.column < last.column { closeBlock() }
    if let last = blocks.last, last.isFlush, last.column == mark.column, !startsEntry { closeBlock() }
  }

  /// Leaves the innermost block collection. A flush list ends with its last entry, as no token says.
  mutating func closeBlock() {
    guard let last = blocks.popLast(), !last.isFlush else { return }
    tokens.append(Token(.blockEnd, from: mark, to: mark.index))
  }
}
