// Lines that brackets and quotes go on in, which have to be indented further than what
// the brackets or quotes belong to. Many readers do not insist on it; but such a line is
// mostly one before which a bracket or quote was forgotten.
extension YAMLScanner {
  /// The column up to which the lines of a scalar must at least be indented.
  var minimumColumn: Int { (blocks.last?.column ?? 0) + 1 }

  /// Where the text of the line that starts here begins, if it is not indented enough by spaces.
  func shallowText() -> Mark? {
    var text = mark
    while source.byte(text.index) == 0x20 {
      text.index += 1
      text.column += 1
    }
    guard text.column < minimumColumn else { return nil }
    var next = text.index
    while source.isBlank(next) { next += 1 }
    return source.isBlankOrEnd(next) ? nil : text
  }

  /// Remembers the line that starts here, inside brackets, if it is not indented enough; what
  /// closes them may stand as far out as what they belong to.
  mutating func noteShallowLine() {
    guard flows[flows.count - 1].shallow == nil, let text = shallowText() else { return }
    let byte = source.byte(text.index)
    let closes = byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
    if byte == UInt8(ascii: "#") || closes && text.column >= minimumColumn - 1 { return }
    flows[flows.count - 1].shallow = text
  }

  /// What is wrong with a line that is not indented enough.
  func shallow(_ line: Mark, inside what: String, closing: String) -> Stop {
    if source.byte(line.index) == 0x09 {
      return fault("a tab cannot indent a line inside \(what)", at: line, hint: "use spaces")
    }
    return fault(
      "a line inside \(what) is indented too little", at: line,
      hint: "indent it further, or close \(closing) before it")
  }
}
