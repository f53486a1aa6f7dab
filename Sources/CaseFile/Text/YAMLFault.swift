internal import Yams

/// Says in plain words what keeps the parser from reading a text.
///
/// The scanner has found most mistakes already; what is left are faults of
/// indentation and of shape.
struct YAMLFault {
  let source: SourceBuffer
  let scanner: YAMLScanner

  init(_ source: SourceBuffer, _ scanner: YAMLScanner) {
    self.source = source
    self.scanner = scanner
  }

  func diagnostic(for error: any Error) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      diagnostic(problem, context: context, at: mark)
    case .duplicatedKeysInMapping(let keys, let context):
      Diagnostic(
        .duplicateKey, "the key '\(keys.first ?? "")' stands twice in one mapping",
        at: place(of: context.mark))
    default:
      Diagnostic(
        .yamlSyntax, "this text cannot be read as YAML",
        at: Place(file: source.file, line: 1, column: 1))
    }
  }

  private func diagnostic(
    _ problem: String, context: YamlError.Context?, at mark: Yams.Mark
  ) -> Diagnostic {
    let here = place(of: mark)
    switch problem {
    case "could not find expected ':'":
      let start = context.map { place(of: $0.mark) } ?? here
      return Self.lineWithoutKey(at: start)
    case "mapping values are not allowed in this context":
      return Diagnostic(
        .yamlSyntax, "a ':' cannot stand here", at: here,
        hint: "put the text in quotes if the colon belongs to it")
    case "did not find expected key":
      return Diagnostic(
        .yamlSyntax, "this line does not belong to the mapping around it", at: here,
        hint: "entries of one mapping start in the same column",
        notes: notes("the mapping starts here", context))
    case "did not find expected '-' indicator":
      return Diagnostic(
        .yamlSyntax, "this line does not belong to the list around it", at: here,
        hint: "entries of one list start with '-' in the same column",
        notes: notes("the list starts here", context))
    case "did not find expected ',' or ']'":
      return Diagnostic(
        .yamlSyntax, "a ',' or ']' is due here", at: here, notes: notes("the list starts here", context))
    case "did not find expected ',' or '}'":
      return Diagnostic(
        .yamlSyntax, "a ',' or '}' is due here", at: here,
        notes: notes("the mapping starts here", context))
    case "did not find expected node content":
      return Diagnostic(.yamlSyntax, "a value is due here", at: here)
    case "did not find expected <document start>":
      return Diagnostic(
        .yamlSyntax, "this line does not belong to what stands before it", at: here,
        hint: "check how far it is indented, and what the first line of the file is")
    default:
      // A wording of a later parser: said as it is, without its inner context.
      return Diagnostic(.yamlSyntax, "the YAML is faulty here: \(problem)", at: here)
    }
  }

  private func notes(_ message: String, _ context: YamlError.Context?) -> [Diagnostic.Note] {
    context.map { [Diagnostic.Note(message, at: place(of: $0.mark))] } ?? []
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

  /// The place of a mark, or the last of the text when the mark is past its end.
  private func place(of mark: Yams.Mark) -> Place {
    let isPast = mark.line > scanner.lineStarts.count
    let line = min(max(mark.line, 1), scanner.lineStarts.count)
    var position = YAMLScanner.Mark(index: scanner.lineStarts[line - 1], line: line, column: 1)
    while position.column < mark.column || isPast, position.index < source.bytes.count,
      source.breakWidth(at: position.index) == 0
    {
      position.index += source.scalarWidth(at: position.index)
      position.column += 1
    }
    let wordEnd = (position.index..<source.bytes.count).first { source.isBlankOrEnd($0) }
    return scanner.place(
      from: position,
      length: source.scalarCount(position.index..<(wordEnd ?? source.bytes.count)))
  }
}
