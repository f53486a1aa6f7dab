extension YAMLScanner {
  // MARK: - Plain

  mutating func passPlain() throws(Stop) {
    savePossibleKey(token: tokens.count)
    let start = mark
    var end = mark.index
    var brokeLine = false
    while !isAtEnd {
      if isDocumentMark("-") || isDocumentMark(".") || byte == UInt8(ascii: "#") { break }
      while !source.isBlankOrEnd(mark.index) {
        if byte == UInt8(ascii: ":") {
          if source.isBlankOrEnd(mark.index + 1) { break }
          if !flows.isEmpty, isFlowMark(source.byte(mark.index + 1)) {
            throw fault(
              "the ':' here is followed by no value", at: mark,
              hint: "put the text in quotes if the colon belongs to it")
          }
        }
        if !flows.isEmpty, isFlowMark(byte), byte != UInt8(ascii: "?") { break }
        advance()
        end = mark.index
      }
      guard !isAtEnd, source.isBlankOrEnd(mark.index) else { break }
      while !isAtEnd {
        if source.isBlank(mark.index) {
          if brokeLine, byte == 0x09, mark.column < minimumColumn {
            throw fault("a tab cannot indent a line", at: mark, hint: "use spaces")
          }
          advance()
        } else if skipBreak() {
          brokeLine = true
          if !flows.isEmpty { noteShallowLine() }
        } else {
          break
        }
      }
      if flows.isEmpty, mark.column < minimumColumn { break }
    }
    append(.scalar(.plain), from: start, to: end)
    keyAllowed = brokeLine
  }

  /// Whether a byte has a meaning of its own inside brackets.
  func isFlowMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  // MARK: - Quoted

  mutating func passQuoted(_ style: ScalarOrigin.Style) throws(Stop) {
    savePossibleKey(token: tokens.count)
    keyAllowed = false
    let start = mark
    let quote = byte
    var shallowLine: Mark?
    advance()
    while true {
      if isAtEnd || isDocumentMark("-") || isDocumentMark(".") {
        throw fault(
          "this quote is never closed", at: start,
          hint: style == .single
            ? "inside the text a ' is written ''" : "inside the text a \" is written \\\"")
      }
      if byte == quote {
        if style == .single, source.byte(mark.index + 1) == quote {
          advance()
          advance()
          continue
        }
        break
      }
      let line = mark.line
      if style == .double, byte == UInt8(ascii: "\\") {
        try passEscape()
      } else if !skipBreak() {
        advance()
      }
      if mark.line > line, shallowLine == nil, let text = shallowText() {
        let closes = source.byte(text.index) == quote && text.column >= minimumColumn - 1
        if !closes { shallowLine = text }
      }
    }
    if let shallowLine { throw shallow(shallowLine, inside: "quotes", closing: "the quote") }
    advance()
    append(.scalar(style), from: start, to: mark.index)
    try checkNothingFollows("the closing quote")
  }

  private mutating func passEscape() throws(Stop) {
    let start = mark
    advance()
    // At the end of the text the missing quote explains more.
    if isAtEnd || skipBreak() { return }
    if let count = Escapes.digitCount(byte) {
      advance()
      let digits = mark.index..<min(mark.index + count, source.bytes.count)
      let value = digits.reduce(UInt32?.some(0)) { value, index in
        guard let value, let digit = Character(Unicode.Scalar(source.byte(index))).hexDigitValue else {
          return nil
        }
        return value << 4 | UInt32(digit)
      }
      guard digits.count == count, let scalar = value.flatMap({ Unicode.Scalar($0) }) else {
        throw fault(
          "this is no escape: \(count) hex digits of a character's code have to follow", at: start,
          length: 2, hint: "in single quotes a backslash is a backslash")
      }
      try refuseForbidden(scalar, at: start, length: count + 2)
      for _ in digits { advance() }
    } else if let short = Escapes.short(byte) {
      try refuseForbidden(short, at: start, length: 2)
      advance()
    } else {
      throw fault(
        "a backslash in double quotes starts an escape, and this is none", at: start, length: 2,
        hint: "in single quotes a backslash is a backslash")
    }
  }

  /// Refuses the escape of a character that no text may hold.
  private func refuseForbidden(_ scalar: Unicode.Scalar, at start: Mark, length: Int) throws(Stop) {
    guard scalar.isForbidden else { return }
    throw fault(scalar.refusal, at: start, length: length, hint: "delete it")
  }

  /// Refuses text after a closing quote or bracket, which belongs to nothing.
  mutating func checkNothingFollows(_ what: String) throws(Stop) {
    var next = mark
    while source.isBlank(next.index) {
      next.index += 1
      next.column += 1
    }
    guard next.index < source.bytes.count, source.breakWidth(at: next.index) == 0 else { return }
    let byte = source.byte(next.index)
    if byte == UInt8(ascii: "#") { return }
    if flows.isEmpty {
      if byte == UInt8(ascii: ":"), source.isBlankOrEnd(next.index + 1) { return }
    } else if byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "}")
    {
      return
    }
    if flows.isEmpty, byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
      throw unopened(byte == UInt8(ascii: "]") ? "]" : "}", at: next)
    }
    let quote = source.byte(mark.index - 1)
    var hint = flows.isEmpty ? "put the whole text in quotes" : "a comma is missing, or quotes around it all"
    if next.index == mark.index, quote == UInt8(ascii: "'") {
      hint = "inside the text a ' is written ''"
    } else if next.index == mark.index, quote == UInt8(ascii: "\"") {
      hint = "inside the text a \" is written \\\""
    }
    throw fault("text follows \(what)", at: next, hint: hint)
  }

  // MARK: - Blocks

  mutating func passBlockScalar() throws(Stop) {
    forgetPossibleKey()
    keyAllowed = true
    let start = mark
    let parent = blocks.last?.column ?? 0
    advance()
    var indent = 0
    var hasChomping = false
    while true {
      if !hasChomping, byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
        hasChomping = true
      } else if indent == 0, byte >= UInt8(ascii: "1"), byte <= UInt8(ascii: "9") {
        indent = Int(byte - UInt8(ascii: "0"))
      } else {
        break
      }
      advance()
    }
    while source.isBlank(mark.index) { advance() }
    if byte == UInt8(ascii: "#") { try skipComment() }
    guard isAtEnd || skipBreak() else {
      throw fault(
        "a text cannot stand in the line of '\(Character(Unicode.Scalar(source.byte(start.index))))'",
        at: mark, hint: "start it on the next line, further in, or put it in quotes")
    }
    // The column before the text, from 0, as the indentation indicator counts it.
    if indent > 0 { indent += max(parent - 1, 0) }
    var end = start.index + 1
    try skipIndentation(&indent, parent: parent, of: start)
    while mark.column - 1 == indent, !isAtEnd {
      skipToLineEnd()
      end = mark.index
      _ = skipBreak()
      try skipIndentation(&indent, parent: parent, of: start)
    }
    append(.scalar(.block), from: start, to: end, indent: indent)
  }

  /// Skips the spaces before a line of a block, and empty lines; finds the indentation if it is 0.
  private mutating func skipIndentation(
    _ indent: inout Int, parent: Int, of start: Mark
  ) throws(Stop) {
    var deepest = 0
    repeat {
      while indent == 0 || mark.column - 1 < indent, byte == 0x20 { advance() }
      deepest = max(deepest, mark.column - 1)
      if indent == 0 || mark.column - 1 < indent, byte == 0x09 {
        throw fault("a tab cannot indent a line", at: mark, hint: "use spaces")
      }
    } while skipBreak()
    guard indent == 0 else { return }
    indent = max(deepest, parent, 1)
    if !isAtEnd, mark.column <= deepest, mark.column > max(parent, 1) {
      throw fault(
        "an empty line above is indented further than this text", at: mark,
        hint: "delete the spaces in the empty lines before it")
    }
  }
}
