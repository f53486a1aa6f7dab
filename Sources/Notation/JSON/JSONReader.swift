/// Reads a JSON text (RFC 8259) and remembers where every value stands.
///
/// Never traps, whatever the bytes: nesting and size are limited, numbers are
/// kept as text. A fault in the syntax ends the reading, since nothing after it
/// can be trusted; keys that stand twice are collected in ``problems``.
package struct JSONReader {
  /// How deep lists and objects may be nested.
  static let maximumDepth = 256
  /// How long a text may be, in bytes.
  static let maximumBytes = 16 << 20

  let bytes: [UInt8]
  var index: Int
  /// The lists and objects that are open, by where they start.
  var open: [Int] = []
  var problems: [JSONProblem] = []

  /// What a text says, with the keys that stand twice.
  package struct Reading {
    package var root: JSONNode
    package var source: JSONSource
    package var problems: [JSONProblem]
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: `SyntaxError` with one diagnostic: the text is too large, empty,
  ///   not UTF-8, nested too deeply or not JSON.
  package static func read(_ bytes: [UInt8], file: String) throws(SyntaxError) -> Reading {
    let top = Place(file: file, line: 1, column: 1)
    if bytes.count > maximumBytes {
      throw SyntaxError(
        Diagnostic(.fileTooLarge, "the file is larger than 16 MiB, the most that is read", at: top))
    }
    let text = try SourceBuffer.checked(bytes, file: file, lineEnds: .plain)
    if bytes[text.start...].allSatisfy({ isBlank($0) }) {
      throw SyntaxError(Diagnostic(.emptyFile, "the file is empty", at: top))
    }
    var source = JSONSource(text)
    var reader = JSONReader(bytes, from: text.start)
    do {
      let root = try reader.document()
      return Reading(root: root, source: source, problems: reader.problems)
    } catch {
      throw SyntaxError(source.diagnostics([error.problem]))
    }
  }

  private init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    index = start
  }

  struct Fault: Error {
    var problem: JSONProblem
  }
}

// MARK: - Bytes

extension JSONReader {
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skipBlanks() {
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
  }

  func fault(
    _ message: String, at start: Int, to end: Int? = nil, code: Diagnostic.Code = .jsonSyntax,
    hint: String? = nil
  ) -> Fault {
    var problem = JSONProblem(
      code: code, message: message, span: JSONNode.Span(start, end ?? start + 1), hint: hint)
    if start >= bytes.count, let opening = open.last {
      problem.span = JSONNode.Span(bytes.count, bytes.count)
      problem.notes = [("it is still open from here", JSONNode.Span(opening, opening + 1))]
    }
    return Fault(problem: problem)
  }

  /// What stands at the index, for messages.
  var found: String {
    guard index < bytes.count else { return "the end of the text" }
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    if bytes[index] < 0x20 { return "a control character" }
    return "'" + String(decoding: bytes[index..<end], as: UTF8.self) + "'"
  }
}
