extension YAMLScanner {
  /// Goes through the whole text.
  ///
  /// - Throws: The fault at which the text can be followed no further.
  mutating func scan() throws(Stop) {
    while try scanToken() {
      guard valueCount <= Self.maximumValues else {
        throw fault("the file holds more than a million values", at: mark, code: .fileTooLarge)
      }
    }
    if let open = flows.last { throw unclosed(open) }
  }

  /// Passes one token; false at the end of the text.
  private mutating func scanToken() throws(Stop) -> Bool {
    try skipBlanks()
    let isEntry = byte == UInt8(ascii: "-") && source.isBlankOrEnd(mark.index + 1)
    closeBlocks(startsEntry: isEntry)
    if isAtEnd { return false }
    if mark.column == 1, try scanDocumentMark() { return true }
    if documentEnded { throw secondDocument(at: mark) }
    documentStarted = true

    switch byte {
    case UInt8(ascii: "["): try openBracket(isList: true)
    case UInt8(ascii: "{"): try openBracket(isList: false)
    case UInt8(ascii: "]"): try closeBracket(isList: true)
    case UInt8(ascii: "}"): try closeBracket(isList: false)
    case UInt8(ascii: ","): try passComma()
    case UInt8(ascii: "-") where isEntry: try passDash()
    case UInt8(ascii: "-") where !flows.isEmpty && isFlowMark(source.byte(mark.index + 1)):
      throw fault("a '-' alone is no text inside brackets", at: mark, hint: "put it in quotes")
    case UInt8(ascii: "?") where !flows.isEmpty || source.isBlankOrEnd(mark.index + 1):
      throw fault(
        "'?' starts a complex key, which cannot be used here", at: mark, code: .yamlFeature,
        hint: "put the text in quotes if it starts with a question mark")
    case UInt8(ascii: ":") where !flows.isEmpty || source.isBlankOrEnd(mark.index + 1):
      try passColon()
    case UInt8(ascii: "&"): passFeature("anchors ('&') cannot be used here")
    case UInt8(ascii: "*"): passFeature("aliases ('*') cannot be used here")
    case UInt8(ascii: "!"): passFeature("tags ('!') cannot be used here")
    case UInt8(ascii: "|") where flows.isEmpty, UInt8(ascii: ">") where flows.isEmpty:
      try passBlockScalar()
    case UInt8(ascii: "'"): try passQuoted(.single)
    case UInt8(ascii: "\""): try passQuoted(.double)
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      throw fault(
        "a text cannot start with '\(Character(Unicode.Scalar(byte)))'", at: mark,
        hint: "put the text in quotes")
    default: try passPlain()
    }
    return true
  }

  /// Skips blanks, comments and line breaks.
  private mutating func skipBlanks() throws(Stop) {
    while !isAtEnd {
      if byte == 0x20 || byte == 0x09 && !(flows.isEmpty && keyAllowed) {
        advance()
      } else if byte == 0x09 {
        let isFirst = mark.index == lineStarts[mark.line - 1] || source.isBlank(mark.index - 1)
        throw fault(
          isFirst ? "a tab cannot indent a line" : "a tab cannot follow a '-'", at: mark, hint: "use spaces")
      } else if byte == UInt8(ascii: "#") {
        try skipComment()
      } else if skipBreak() {
        if flows.isEmpty { keyAllowed = true } else { noteShallowLine() }
      } else {
        return
      }
    }
  }

  /// Skips the comment that starts here.
  mutating func skipComment() throws(Stop) {
    guard mark.index == lineStarts[mark.line - 1] || source.isBlank(mark.index - 1) else {
      throw fault(
        "a '#' starts a comment only behind a space", at: mark,
        hint: "put a space before it, or the whole text in quotes")
    }
    let start = mark
    skipToLineEnd()
    let lineStart = lineStarts[start.line - 1]
    let last = (lineStart..<start.index).last { !source.isBlank($0) }
    comments.append(
      Comment(
        range: start.index..<mark.index, line: start.line, isAlone: last == nil,
        isBehindKey: last.map { source.bytes[$0] == UInt8(ascii: ":") } ?? false))
  }

  // MARK: - Documents

  private func secondDocument(at mark: Mark) -> Stop {
    fault(
      "a second document starts here; a file holds one", at: mark, length: 3,
      code: .severalDocuments, hint: "put it in a file of its own")
  }

  private mutating func scanDocumentMark() throws(Stop) -> Bool {
    let isStart = isDocumentMark("-")
    guard isStart || isDocumentMark(".") || byte == UInt8(ascii: "%") && flows.isEmpty else {
      return false
    }
    // The bracket that is still open explains more than the mark.
    if !flows.isEmpty {
      mark.index = source.bytes.count
      return true
    }
    if byte == UInt8(ascii: "%") {
      if documentStarted, !documentEnded { return false }
      if documentEnded { throw secondDocument(at: mark) }
      refuse(
        "directives ('%') cannot be used here", at: mark, length: 1,
        hint: "leave the line out")
      skipToLineEnd()
      return true
    }
    if isStart {
      if documentStarted { throw secondDocument(at: mark) }
      documentStarted = true
    } else {
      documentEnded = true
    }
    keyAllowed = false
    for _ in 0..<3 { advance() }
    forgetPossibleKey()
    while !blocks.isEmpty { closeBlock() }
    return true
  }

  // MARK: - Collections

  private mutating func openBracket(isList: Bool) throws(Stop) {
    savePossibleKey(token: nil)
    flows.append(Flow(opening: mark, isList: isList))
    try checkNesting(at: mark)
    possibleKeys.append(nil)
    keyAllowed = true
    append(isList ? .openList : .openMap, from: mark, to: mark.index + 1)
    advance()
  }

  private mutating func closeBracket(isList: Bool) throws(Stop) {
    let bracket = isList ? "]" : "}"
    guard let open = flows.last else { throw unopened(bracket, at: mark) }
    guard open.isList == isList else {
      throw fault(
        "'\(bracket)' cannot close '\(open.isList ? "[" : "{")'", at: mark,
        notes: [Diagnostic.Note("opened here", at: place(from: open.opening))])
    }
    if let line = open.shallow { throw shallow(line, inside: "brackets", closing: "the bracket") }
    flows.removeLast()
    possibleKeys.removeLast()
    keyAllowed = false
    appendSign(isList ? .closeList : .closeMap)
    advance()
    try checkNothingFollows("the closing bracket")
  }

  func unopened(_ bracket: String, at mark: Mark) -> Stop {
    fault(
      "no bracket is open that this '\(bracket)' could close", at: mark,
      hint: "put the text in quotes if the bracket belongs to it")
  }

  private mutating func passComma() throws(Stop) {
    guard !flows.isEmpty else {
      throw fault("a text cannot start with ','", at: mark, hint: "put the text in quotes")
    }
    forgetPossibleKey()
    keyAllowed = true
    appendSign(.comma)
    advance()
  }

  private mutating func passDash() throws(Stop) {
    guard flows.isEmpty else {
      throw fault(
        "'- ' cannot start an entry inside brackets", at: mark,
        hint: "entries inside brackets are separated by commas")
    }
    guard keyAllowed else {
      throw fault(
        "a list cannot start here, after other text in the same line", at: mark,
        hint: "start it on a line of its own, or put the text in quotes")
    }
    let last = blocks.last
    let opensBlock = (last?.column ?? 0) < mark.column
    if opensBlock {
      try open(Block(column: mark.column, isList: true))
    } else if last?.column == mark.column, last?.isList == false {
      try open(Block(column: mark.column, isList: true, isFlush: true))
    }
    forgetPossibleKey()
    keyAllowed = true
    append(.dash, from: mark, to: mark.index + 1)
    tokens[tokens.count - 1].opensBlock = opensBlock
    advance()
  }

  private mutating func passColon() throws(Stop) {
    guard let key = keyBeforeColon() else { throw colonWithoutKey() }
    guard let token = key.token else {
      throw fault(
        "a list or mapping cannot be a key", at: key.mark, code: .yamlFeature,
        hint: "keys are single words")
    }
    let column = key.mark.column
    if flows.isEmpty, (blocks.last?.column ?? 0) < column {
      try open(Block(column: column, isList: false))
      tokens[token].opensBlock = true
    }
    tokens[token].isKey = true
    appendSign(.colon)
    forgetPossibleKey()
    keyAllowed = false
    advance()
  }

  /// Why no key stands before the colon here.
  private func colonWithoutKey() -> Stop {
    let quotes = "put the text in quotes if the colon belongs to it"
    if let key = possibleKeys[possibleKeys.count - 1], key.mark.line == mark.line {
      return fault("a key has at most \(Self.maximumKeyLength) characters", at: key.mark, hint: quotes)
    }
    if !flows.isEmpty, source.bytes[lineStarts[mark.line - 1]..<mark.index].allSatisfy({ $0 <= 0x20 }) {
      return fault("a ':' cannot start a line", at: mark, hint: "it stands in the line of its key")
    }
    if let open = flows.last, open.opening.line < mark.line {
      return unclosed(
        open, notes: [Diagnostic.Note("a key follows before it is closed", at: place(from: mark))])
    }
    if let last = tokens.last, case .scalar(.plain) = last.kind, last.line < mark.line, flows.isEmpty {
      let start = place(of: last)
      if possibleKeys[0]?.token == tokens.count - 1 {
        return Stop(diagnostic: YAMLParser.lineWithoutKey(at: start))
      }
      return fault(
        "this line goes on with the text above, where a ':' cannot stand", at: mark,
        hint: "check how far the line is indented",
        notes: [Diagnostic.Note("the text starts here", at: start)])
    }
    if keyAllowed || !flows.isEmpty {
      return fault("there is no key before this ':'", at: mark, hint: quotes)
    }
    return fault("a second ': ' cannot stand in one line", at: mark, hint: quotes)
  }

  private func unclosed(_ open: Flow, notes: [Diagnostic.Note] = []) -> Stop {
    fault(
      "this '\(open.isList ? "[" : "{")' is never closed", at: open.opening,
      hint: "a '\(open.isList ? "]" : "}")' is missing", notes: notes)
  }

  /// Refuses `&name`, `*name` or `!tag` and goes on after it.
  private mutating func passFeature(_ message: String) {
    let start = mark
    while !isAtEnd, !source.isBlankOrEnd(mark.index) {
      if !flows.isEmpty, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        break
      }
      advance()
    }
    refuse(
      message, at: start, length: mark.column - start.column,
      hint: "put the text in quotes if this is part of it")
    forgetPossibleKey()
    // As a key it would need to be remembered; what follows is read as if it were text.
    append(.scalar(.plain), from: start, to: mark.index)
    if keyAllowed {
      possibleKeys[possibleKeys.count - 1] = PossibleKey(mark: start, token: tokens.count - 1)
    }
  }
}
