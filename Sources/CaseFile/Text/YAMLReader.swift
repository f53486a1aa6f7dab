public import Foundation
internal import Yams

/// Reads the YAML of a case: one document of mappings, lists and scalars.
///
/// Every scalar stays as it is written, so `3.10` is not 3.1 and `no` is a
/// word. What the case language leaves out (anchors, aliases, tags, merge keys,
/// complex keys, directives, several documents) is refused with its place, and
/// so is a file that is too large, is not UTF-8 or is nested too deeply.
///
///     let root = try YAMLReader.read("title: Two suspects", file: "case.yaml")
///     root.entries?.first?.key   // "title"
///
/// - Complexity: O(*n*) in the bytes of the text.
public enum YAMLReader {
  /// The most bytes that a file may have: 16 MiB.
  public static let maximumByteCount = 16 << 20

  /// How many collections may stand inside each other.
  public static let maximumNesting = YAMLScanner.maximumNesting

  /// Reads a text.
  ///
  /// - Throws: ``SyntaxError`` with the fault, or with all duplicate keys.
  public static func read(_ text: String, file: String) throws(SyntaxError) -> Node {
    try read(bytes: Array(text.utf8), file: file)
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: ``SyntaxError`` with the fault, or with all duplicate keys.
  public static func read(_ data: Data, file: String) throws(SyntaxError) -> Node {
    try read(bytes: Array(data), file: file)
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: ``SyntaxError`` with the fault, or with all duplicate keys.
  public static func read(bytes: [UInt8], file: String) throws(SyntaxError) -> Node {
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
  public static func read(
    bytes: [UInt8], file: String, duplicates: inout [Diagnostic]
  ) throws(SyntaxError) -> Node {
    let source = try decode(bytes, file: file)
    var scanner = YAMLScanner(source)
    do {
      try scanner.scan()
    } catch {
      // What was refused before the fault may well be its cause.
      throw SyntaxError(scanner.refused.isEmpty ? [error.diagnostic] : scanner.refused)
    }
    guard scanner.refused.isEmpty else { throw SyntaxError(scanner.refused) }
    guard !scanner.tokens.isEmpty else {
      throw SyntaxError(
        Diagnostic(
          .emptyFile, "there is nothing in this file", at: Place(file: file, line: 1, column: 1),
          hint: "'entente new' writes a case to start from"))
    }
    // More than that cannot be told apart for the parser, and something else is wrong.
    guard scanner.duplicateCount <= Self.maximumDuplicates else { throw SyntaxError(scanner.duplicates) }
    let root = try parse(source, scanner)
    duplicates += scanner.duplicates
    var composer = NodeComposer(source: source, scanner: scanner)
    return try composer.node(from: root)
  }

  private static let maximumDuplicates = 4096

  // MARK: - Bytes

  /// The bytes as text, or what keeps them from being one.
  private static func decode(_ bytes: [UInt8], file: String) throws(SyntaxError) -> SourceBuffer {
    guard bytes.count <= maximumByteCount else {
      throw SyntaxError(
        Diagnostic(
          .fileTooLarge,
          "the file is larger than 16 MiB, the most that a case may have",
          at: Place(file: file, line: 1, column: 1)))
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    if let place = UTF8Check.firstFault(in: content, file: file) {
      let isUTF16 = content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF])
      throw SyntaxError(
        Diagnostic(
          .notUTF8, "this byte is not UTF-8", at: place,
          hint: isUTF16
            ? "this looks like UTF-16; save the file as UTF-8" : "save the file as UTF-8"))
    }
    let source = SourceBuffer(file: file, bytes: content)
    if let (place, scalar) = UTF8Check.firstControl(in: source) {
      throw SyntaxError(Diagnostic(.yamlSyntax, scalar.refusal, at: place, hint: "delete it"))
    }
    return source
  }

  // MARK: - The parser

  /// Has the parser read the text, duplicate keys made different first.
  private static func parse(
    _ source: SourceBuffer, _ scanner: YAMLScanner
  ) throws(SyntaxError) -> Yams.Node {
    let text = textWithoutDuplicates(source, scanner)
    do {
      let parser = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8)
      if let root = try parser.singleRoot() { return root }
      throw SyntaxError(
        Diagnostic(
          .emptyFile, "there is nothing in this file",
          at: Place(file: source.file, line: 1, column: 1)))
    } catch let error as SyntaxError {
      throw error
    } catch {
      throw SyntaxError(YAMLFault(source, scanner).diagnostic(for: error))
    }
  }

  /// The text with each duplicate key replaced by characters of private use, as
  /// many as it has, so that the parser goes on and no column changes.
  private static func textWithoutDuplicates(_ source: SourceBuffer, _ scanner: YAMLScanner) -> String {
    var bytes: [UInt8] = []
    var copied = 0
    var stand: UInt32 = 0xE000
    for token in scanner.tokens where token.isDuplicate {
      bytes += source.bytes[copied..<token.range.lowerBound]
      copied = token.range.upperBound
      // Counting in these characters makes each key different from the others.
      var rest = stand - 0xE000
      for _ in 0..<source.scalarCount(token.range) {
        bytes += Array(String(Character(Unicode.Scalar(0xE000 + rest % 0x1000)!)).utf8)
        rest /= 0x1000
      }
      stand += 1
    }
    guard copied > 0 else { return String(decoding: source.bytes, as: UTF8.self) }
    bytes += source.bytes[copied...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
