import Notation

/// A word or sign of a condition, and which scalars of the text it covers.
struct ConditionToken {
  enum Kind: Equatable {
    /// A keyword, in lower case.
    case keyword(String)
    /// A name, alone or after its actor.
    case name(String)
    /// A name in quotes, where such are taken.
    case quoted
    case number(Int)
    case comparison(ConditionText.Comparison)
    case open
    case close
    case comma
    case end
  }

  var kind: Kind
  /// As it is written.
  var text: String
  var offset: Int
  var length: Int { text.unicodeScalars.count }
}

/// Why a sign or word has no place in a condition.
struct ConditionFault: Error {
  var code: Diagnostic.Code = .conditionSyntax
  var message: String
  var offset: Int
  var length: Int
  var hint: String?
  var notes: [(message: String, offset: Int, length: Int)] = []
  /// Further places, in the file that the names are from.
  var notesInFile: [Diagnostic.Note] = []
}

/// Cuts a condition into words and signs.
///
/// - Complexity: O(*n*)
struct ConditionLexer {
  static let keywords: Set<String> = [
    "and", "at", "exactly", "false", "if", "iff", "implies", "least", "most", "needs", "not", "of",
    "only", "or", "true", "unless",
  ]

  private let scalars: [Unicode.Scalar]
  /// Whether names may stand in quotes, as they do where people ask, and not in case files.
  private let takesQuotes: Bool
  private var index = 0

  init(_ text: String, takingQuotes takesQuotes: Bool = false) {
    scalars = Array(text.unicodeScalars)
    self.takesQuotes = takesQuotes
  }

  static func tokens(
    of text: String, takingQuotes takesQuotes: Bool = false
  ) throws(ConditionFault) -> [ConditionToken] {
    var lexer = ConditionLexer(text, takingQuotes: takesQuotes)
    var tokens: [ConditionToken] = []
    repeat {
      tokens.append(try lexer.next())
    } while tokens[tokens.count - 1].kind != .end
    return tokens
  }

  private func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private mutating func next() throws(ConditionFault) -> ConditionToken {
    while let scalar = scalar(), scalar.properties.isWhitespace { index += 1 }
    guard let first = scalar() else {
      // The end of a text stands after its last word, not after blanks.
      return ConditionToken(kind: .end, text: "", offset: scalars.count)
    }
    let start = index
    if takesQuotes, QuotedText.opens(first) { return try quoted() }
    if Self.startsName(first) { return try word() }
    if first.properties.numericType == .decimal { return try number() }
    switch first {
    case "(": return sign(.open, 1)
    case ")": return sign(.close, 1)
    case ",": return sign(.comma, 1)
    default: break
    }
    for (spelling, comparison) in Self.comparisons where matches(spelling) {
      return sign(.comparison(comparison), spelling.unicodeScalars.count)
    }
    throw unknownSign(at: start)
  }

  // MARK: - Words

  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    startsName(scalar) || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
  }

  private mutating func word() throws(ConditionFault) -> ConditionToken {
    let start = index
    skipName()
    let first = text(start..<index)
    if takesQuotes, scalar() == ".", let quote = scalar(1), QuotedText.opens(quote) {
      return try quotedAfterDot(from: start)
    }
    let isKeyword = Self.keywords.contains(first.lowercased())
    guard scalar() == ".", let following = scalar(1), Self.startsName(following) else {
      try checkWordEnd(from: start)
      let kind = isKeyword ? ConditionToken.Kind.keyword(first.lowercased()) : .name(first)
      return ConditionToken(kind: kind, text: first, offset: start)
    }
    index += 1
    let second = index
    skipName()
    try checkWordEnd(from: start)
    for part in [(first, start), (text(second..<index), second)]
    where Self.keywords.contains(part.0.lowercased()) {
      throw ConditionFault(
        code: .reservedName, message: "'\(part.0)' is a word of the condition language and no name",
        offset: part.1, length: part.0.unicodeScalars.count)
    }
    return ConditionToken(kind: .name(text(start..<index)), text: text(start..<index), offset: start)
  }

  /// A name in quotes, or one after its actor's of which either is in quotes.
  private mutating func quoted() throws(ConditionFault) -> ConditionToken {
    let start = index
    try skipQuotation()
    guard scalar() == ".", let following = scalar(1) else { return quoted(from: start) }
    if QuotedText.opens(following) { return try quotedAfterDot(from: start) }
    if Self.startsName(following) {
      index += 1
      skipName()
      try checkWordEnd(from: start)
    }
    return quoted(from: start)
  }

  /// A name in quotes after its actor's and the dot.
  private mutating func quotedAfterDot(from start: Int) throws(ConditionFault) -> ConditionToken {
    index += 1
    try skipQuotation()
    return quoted(from: start)
  }

  private func quoted(from start: Int) -> ConditionToken {
    ConditionToken(kind: .quoted, text: text(start..<index), offset: start)
  }

  private mutating func skipQuotation() throws(ConditionFault) {
    guard let found = QuotedText.found(in: scalars, at: index) else {
      throw ConditionFault(message: "this quote is never closed", offset: index, length: 1)
    }
    index = found.end
  }

  private mutating func skipName() {
    while let scalar = scalar(), Self.continuesName(scalar) { index += 1 }
  }

  /// Refuses what runs on from a name: a second dot, an arrow, a letter that no name has.
  private func checkWordEnd(from start: Int) throws(ConditionFault) {
    guard let scalar = scalar() else { return }
    if scalar == ">", scalars[index - 1] == "-" {
      throw ConditionFault(
        message: "'->' is no sign of the condition language", offset: index - 1, length: 2,
        hint: "write 'implies'")
    }
    if scalar == "." {
      throw ConditionFault(
        message: "a name is one word, or an actor and an option with one dot between them",
        offset: start, length: index - start + 1)
    }
    if scalar.properties.isAlphabetic || scalar == "'" || scalar == "’" {
      throw ConditionFault(
        message: "names are made of the letters A to Z, digits, '_' and '-'", offset: index, length: 1)
    }
  }

  private mutating func number() throws(ConditionFault) -> ConditionToken {
    let start = index
    while let scalar = scalar(),
      Self.continuesName(scalar) || scalar.properties.numericType != nil
        || scalar == "."
    {
      index += 1
    }
    let written = text(start..<index)
    guard written.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) }) else {
      throw ConditionFault(
        message: "'\(written)' is neither a number nor a name", offset: start,
        length: written.unicodeScalars.count, hint: "names start with a letter")
    }
    guard let value = Int32(written) else {
      throw ConditionFault(
        message: "the number is too large", offset: start, length: written.unicodeScalars.count)
    }
    return ConditionToken(kind: .number(Int(value)), text: written, offset: start)
  }

  // MARK: - Signs

  /// The longer ones first.
  private static let comparisons: [(String, ConditionText.Comparison)] = [
    ("!=", .notEqual), ("<=", .atMost), (">=", .atLeast), ("=", .equal), ("<", .less), (">", .greater),
  ]

  /// Signs of other languages and what to write for them, the longer ones first.
  private static let foreign: [(String, String)] = [
    ("<=>", "iff"), ("<->", "iff"), ("===", "="), ("=>", "implies"), ("->", "implies"), ("==", "="),
    ("<>", "!="), ("&&", "and"), ("||", "or"), ("=<", "<="), ("&", "and"), ("|", "or"), ("!", "not"),
    ("~", "not"), ("¬", "not"), ("∧", "and"), ("∨", "or"), ("⇒", "implies"), ("→", "implies"),
    ("⊃", "implies"), ("⇔", "iff"), ("↔", "iff"), ("≡", "iff"), ("≥", ">="), ("≤", "<="), ("≠", "!="),
    ("+", "or"), (";", "and"), ("⊤", "true"), ("⊥", "false"),
  ]

  private func matches(_ spelling: String) -> Bool {
    for (ahead, expected) in spelling.unicodeScalars.enumerated() where scalar(ahead) != expected {
      return false
    }
    // `==`, `<>`, `=>` and `<=>` are signs of other languages and not two of ours.
    let width = spelling.unicodeScalars.count
    guard let following = scalar(width) else { return true }
    return
      !(following == "=" || following == ">" || spelling == "=" && following == "<"
      || spelling == "<" && following == "-" && scalar(width + 1) == ">")
  }

  private mutating func sign(_ kind: ConditionToken.Kind, _ width: Int) -> ConditionToken {
    let token = ConditionToken(kind: kind, text: text(index..<index + width), offset: index)
    index += width
    return token
  }

  private func unknownSign(at start: Int) -> ConditionFault {
    for (spelling, word) in Self.foreign
    where spelling.unicodeScalars.enumerated().allSatisfy({ scalar($0.offset) == $0.element }) {
      return ConditionFault(
        message: "'\(spelling)' is no sign of the condition language", offset: start,
        length: spelling.unicodeScalars.count, hint: "write '\(word)'")
    }
    let first = scalars[start]
    if first == "[" || first == "]" || first == "{" || first == "}" {
      return ConditionFault(
        message: "conditions are grouped with '(' and ')'", offset: start, length: 1,
        hint: "write '\(first == "[" || first == "{" ? "(" : ")")'")
    }
    if "'\"‘’“”„«»".unicodeScalars.contains(first) {
      return ConditionFault(
        message: "a quote has no meaning inside a condition", offset: start, length: 1,
        hint: "names stand without quotes")
    }
    if first.properties.isAlphabetic {
      return ConditionFault(
        message: "names are made of the letters A to Z, digits, '_' and '-'", offset: start, length: 1)
    }
    if first == "." {
      return ConditionFault(
        message: "a '.' stands only between an actor and its option, without blanks", offset: start,
        length: 1)
    }
    return ConditionFault(
      message: "'\(first)' has no meaning in a condition", offset: start, length: 1)
  }
}
