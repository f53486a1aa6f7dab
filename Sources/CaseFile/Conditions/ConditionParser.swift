import Notation

/// Reads a condition from its words and signs.
///
/// Recursive descent with the nesting counted, so that no text can exhaust the
/// stack: lists of `and` and `or` are loops, and parentheses, `not` and counts
/// go down one level each.
struct ConditionParser {
  static let maximumNesting = 256

  let tokens: [ConditionToken]
  private(set) var index = 0
  /// Whether faults say what was meant; not for the trial of what they would say.
  var givesHints = true
  private var depth = 0
  /// The offsets of the parentheses that are open.
  private(set) var open: [Int] = []
  private(set) var places: ScalarPlaces
  /// What the names in quotes mean, where such are taken.
  let names: QuotedNames?

  init(_ tokens: [ConditionToken], places: ScalarPlaces, naming names: QuotedNames? = nil) {
    self.tokens = tokens
    self.places = places
    self.names = names
  }

  static func parse(
    _ tokens: [ConditionToken], places: ScalarPlaces, naming names: QuotedNames? = nil
  ) throws(ConditionFault) -> ConditionText {
    var parser = ConditionParser(tokens, places: places, naming: names)
    if tokens.count == 1 {
      throw ConditionFault(message: "a condition is due here", offset: 0, length: 1)
    }
    let expression = try parser.joined()
    try parser.checkEnd()
    return expression
  }

  var token: ConditionToken { tokens[index] }

  private mutating func take() -> ConditionToken {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  func isKeyword(_ word: String, ahead: Int = 0) -> Bool {
    index + ahead < tokens.count && tokens[index + ahead].kind == .keyword(word)
  }

  func fault(
    _ message: String, at token: ConditionToken, code: Diagnostic.Code = .conditionSyntax,
    hint: String? = nil
  ) -> ConditionFault {
    ConditionFault(
      code: code, message: message, offset: token.offset, length: max(token.length, 1), hint: hint)
  }

  // MARK: - Words that neither chain nor mix

  /// The connective that stands here, and how many words it has.
  private func connective() -> (word: ConditionText.Connective, width: Int)? {
    guard case .keyword(let word) = token.kind else { return nil }
    if word == "only" { return isKeyword("if", ahead: 1) ? (.onlyIf, 2) : nil }
    return ConditionText.Connective(rawValue: word).map { ($0, 1) }
  }

  mutating func joined() throws(ConditionFault) -> ConditionText {
    let left = try disjunction()
    guard let first = connective() else { return left }
    let firstToken = token
    index += first.width
    let right = try disjunction()
    if let second = connective() {
      var fault = fault(
        first.word == second.word
          ? "'\(second.word.rawValue)' after '\(first.word.rawValue)' can be read in two ways"
          : "'\(first.word.rawValue)' and '\(second.word.rawValue)' side by side can be read in two ways",
        at: token, code: .ambiguousChain, hint: "put one of the two into parentheses")
      fault.length =
        tokens[index + second.width - 1].offset + tokens[index + second.width - 1].length - token.offset
      fault.notes = [("the first stands here", firstToken.offset, firstToken.length)]
      throw fault
    }
    return .joined(left, first.word, right)
  }

  // MARK: - Lists

  private mutating func disjunction() throws(ConditionFault) -> ConditionText {
    let first = try conjunction()
    guard isKeyword("or") else { return first }
    var parts = [first]
    while isKeyword("or") {
      index += 1
      parts.append(try conjunction())
    }
    return .or(parts)
  }

  private mutating func conjunction() throws(ConditionFault) -> ConditionText {
    let first = try negation()
    guard isKeyword("and") else { return first }
    var parts = [first]
    while isKeyword("and") {
      index += 1
      parts.append(try negation())
    }
    return .and(parts)
  }

  // MARK: - Nesting

  private mutating func descend(at token: ConditionToken) throws(ConditionFault) {
    depth += 1
    guard depth <= Self.maximumNesting else {
      throw fault(
        "the condition is nested more than \(Self.maximumNesting) deep here", at: token,
        code: .nestedTooDeeply, hint: "give a part of it a name under 'define'")
    }
  }

  private mutating func negation() throws(ConditionFault) -> ConditionText {
    guard isKeyword("not") else { return try primary() }
    let start = take()
    try descend(at: start)
    let operand = try negation()
    depth -= 1
    return .not(operand)
  }

  private mutating func primary() throws(ConditionFault) -> ConditionText {
    let start = token
    switch start.kind {
    case .keyword("true"):
      index += 1
      return .constant(true)
    case .keyword("false"):
      index += 1
      return .constant(false)
    case .keyword("at"), .keyword("exactly"):
      return try count()
    case .open:
      index += 1
      try descend(at: start)
      open.append(start.offset)
      let inner = try joined()
      try close()
      return inner
    case .name(let name):
      index += 1
      return try comparison(of: name, start)
    case .quoted:
      index += 1
      return try comparison(of: try id(ofQuoted: start), start)
    default:
      throw missingOperand()
    }
  }

  private mutating func comparison(of name: String, _ start: ConditionToken) throws(ConditionFault)
    -> ConditionText
  {
    guard case .comparison(let comparison) = token.kind else {
      return .name(name, places.place(at: start.offset, length: start.length))
    }
    let sign = take()
    guard let level = level(of: name) else {
      let meant = givesHints ? comparisonHint(at: index - 1, comparison) : nil
      throw fault(
        "a level is due after '\(sign.text)'", at: token,
        hint: meant ?? "levels are named by their ids, as in 'controls >= l798'")
    }
    let last = take()
    if case .comparison = token.kind {
      throw fault(
        "a second comparison cannot follow", at: token,
        hint: "join two comparisons with 'and'")
    }
    let length = last.offset + last.length - start.offset
    return .comparison(name, comparison, level: level, places.place(at: start.offset, length: length))
  }

  /// The level that stands here, by its id or in quotes by its name.
  private func level(of option: String) -> String? {
    switch token.kind {
    case .name(let level) where !level.contains("."): level
    case .quoted: names?.level(token.text, option)
    default: nil
    }
  }

  /// The id of what a name in quotes means.
  @inline(never)
  private func id(ofQuoted token: ConditionToken) throws(ConditionFault) -> String {
    switch names?.id(token.text) {
    case .success(let id): return id
    case .failure(let error):
      let problem = error.diagnostics[0]
      var fault = fault(problem.message, at: token, code: problem.code, hint: problem.hint)
      fault.notesInFile = problem.notes
      throw fault
    case nil: return token.text
    }
  }

  private mutating func count() throws(ConditionFault) -> ConditionText {
    let start = take()
    let count: ConditionText.Count
    if start.kind == .keyword("exactly") {
      count = .exactly
    } else if isKeyword("least") {
      count = .atLeast
      index += 1
    } else if isKeyword("most") {
      count = .atMost
      index += 1
    } else {
      throw fault("'least' or 'most' is due after 'at'", at: token)
    }
    guard case .number(let number) = token.kind else {
      if case .name(let word) = token.kind, let number = Self.numbersInWords[word.lowercased()], givesHints {
        throw fault(
          "a number is due after '\(count.rawValue)', in digits", at: token,
          hint: countHint(count.rawValue, number, listAt: index + 2))
      }
      throw fault(
        "a number is due after '\(count.rawValue)'", at: token,
        hint: "as in '\(count.rawValue) 2 of (a, b, c)', the number in digits")
    }
    index += 1
    guard isKeyword("of") else { throw fault("'of' is due after the number", at: token) }
    index += 1
    guard token.kind == .open else {
      throw fault(
        "a '(' is due after 'of'", at: token, hint: "as in '\(count.rawValue) \(number) of (a, b, c)'")
    }
    try descend(at: token)
    open.append(take().offset)
    var parts = [try joined()]
    while token.kind == .comma {
      index += 1
      parts.append(try joined())
    }
    try close()
    return .count(count, number, parts)
  }

  private func checkEnd() throws(ConditionFault) {
    guard token.kind == .end else { throw misplaced() }
  }

  private mutating func close() throws(ConditionFault) {
    guard token.kind == .close else { throw misplaced() }
    index += 1
    open.removeLast()
    depth -= 1
  }
}
