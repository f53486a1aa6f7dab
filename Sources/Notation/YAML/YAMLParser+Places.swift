// Places and faults.
extension YAMLParser {
  mutating func place(of token: Token) -> Place {
    let range = token.range
    let end = source.lineEnd(from: range.lowerBound, before: range.upperBound)
    var place = place(from: token.mark, length: source.scalarCount(range.lowerBound..<end))
    if case .scalar(let style) = token.kind {
      place.origin = ScalarOrigin(source: source, range: range, style: style)
    }
    return place
  }

  mutating func place(from mark: YAMLScanner.Mark, length: Int) -> Place {
    let found = source.excerpt(at: mark.index, line: mark.line, column: mark.column, last: &excerpt)
    return Place(
      file: source.file, line: mark.line, column: mark.column, length: length, excerpt: found.text,
      excerptColumn: found.start)
  }

  /// The word that stands at a mark.
  func wordPlace(at mark: YAMLScanner.Mark) -> Place {
    var end = mark.index
    while !source.isBlankOrEnd(end) { end += 1 }
    return scanner.place(from: mark, length: source.scalarCount(mark.index..<end))
  }

  func fault(
    _ message: String, at token: Token, hint: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Stop {
    fault(message, at: token.mark, hint: hint, notes: notes)
  }

  func fault(
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
