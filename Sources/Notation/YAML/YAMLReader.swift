/// Reads YAML, as much of it as people write by hand: one document of mappings,
/// lists and scalars.
///
/// Every scalar stays as it is written, so `3.10` is not 3.1 and `no` is a
/// word. Anchors, aliases, tags, merge keys, complex keys, directives and further
/// documents are refused with their place, and so is a text that is too large, is
/// not UTF-8 or is nested too deeply. What is read means the same to every reader of
/// YAML 1.1.
///
///     let root = try YAMLReader.read("title: Two suspects", file: "case.yaml")
///     root.entries?.first?.key   // "title"
///
/// - Complexity: O(*n*) in the bytes of the text.
package enum YAMLReader {
  /// The most bytes that a file may have: 16 MiB.
  package static let maximumByteCount = 16 << 20

  /// How many collections may stand inside each other.
  package static let maximumNesting = YAMLScanner.maximumNesting

  /// What to try where a text is refused, for whoever knows what it is to be.
  package struct Hints: Sendable {
    /// With a file that has nothing in it.
    package var emptyFile: String?
    /// With a merge key, `<<`.
    package var mergeKey: String

    /// Hints that a reader gives in place of its own.
    package init(emptyFile: String? = nil, mergeKey: String = "write the keys out") {
      self.emptyFile = emptyFile
      self.mergeKey = mergeKey
    }
  }

  /// Reads a text.
  ///
  /// - Throws: ``SyntaxError`` with the fault, or with all duplicate keys.
  package static func read(_ text: String, file: String) throws(SyntaxError) -> Node {
    try read(bytes: Array(text.utf8), file: file)
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: ``SyntaxError`` with the fault, or with all duplicate keys.
  package static func read(bytes: [UInt8], file: String) throws(SyntaxError) -> Node {
    var duplicates: [Diagnostic] = []
    let node = try read(bytes: bytes, file: file, duplicates: &duplicates)
    guard duplicates.isEmpty else { throw SyntaxError(duplicates) }
    return node
  }

  /// Reads the bytes of a file and puts duplicate keys aside, so that they can
  /// be reported with the problems that lie above YAML.
  ///
  /// The node keeps the first of several entries with the same key.
  ///
  /// - Throws: ``SyntaxError`` with the fault.
  package static func read(
    bytes: [UInt8], file: String, hints: Hints = Hints(), duplicates: inout [Diagnostic]
  ) throws(SyntaxError) -> Node {
    var comments: [YAMLComment] = []
    return try read(
      bytes: bytes, file: file, hints: hints, duplicates: &duplicates, comments: &comments)
  }

  /// The same, with the comments of the text added to others.
  package static func read(
    bytes: [UInt8], file: String, hints: Hints = Hints(), duplicates: inout [Diagnostic],
    comments: inout [YAMLComment]
  ) throws(SyntaxError) -> Node {
    let source = try decode(bytes, file: file)
    var scanner = YAMLScanner(source)
    do { try scanner.scan() } catch { throw fault(error, refused: scanner.refused) }
    guard !scanner.tokens.isEmpty else {
      throw SyntaxError(
        Diagnostic(
          .emptyFile, "there is nothing in this file", at: Place(file: file, line: 1, column: 1),
          hint: hints.emptyFile))
    }
    var parser = YAMLParser(scanner, hints: hints)
    let root: Node
    do { root = try parser.document() } catch { throw fault(error, refused: scanner.refused) }
    let refused = scanner.refused + parser.refused
    guard refused.isEmpty else { throw SyntaxError(refused.inTextOrder) }
    duplicates += parser.duplicates
    comments += scanner.comments.map { comment in
      YAMLComment(
        text: String(decoding: source.bytes[comment.range], as: UTF8.self).trimmingEnd, file: file,
        line: comment.line, isAlone: comment.isAlone,
        isBehindValue: !comment.isAlone && !comment.isBehindKey,
        isHeader: comment.line < scanner.tokens[0].line)
    }
    return root
  }

  /// What was refused before the fault may well be its cause, and is told instead.
  private static func fault(_ stop: YAMLScanner.Stop, refused: [Diagnostic]) -> SyntaxError {
    SyntaxError(refused.isEmpty ? [stop.diagnostic] : refused)
  }

  // MARK: - Bytes

  /// The bytes as text, or what keeps them from being one.
  private static func decode(_ bytes: [UInt8], file: String) throws(SyntaxError) -> SourceBuffer {
    guard bytes.count <= maximumByteCount else {
      throw SyntaxError(
        Diagnostic(
          .fileTooLarge,
          "the file is larger than 16 MiB, the most that is read",
          at: Place(file: file, line: 1, column: 1)))
    }
    let source = try SourceBuffer.checked(bytes, file: file, lineEnds: .yaml)
    if let (place, scalar) = UTF8Check.firstControl(in: source) {
      throw SyntaxError(Diagnostic(.yamlSyntax, scalar.refusal, at: place, hint: "delete it"))
    }
    return source
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmingEnd: String {
    var text = Substring(self)
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return String(text)
  }
}
