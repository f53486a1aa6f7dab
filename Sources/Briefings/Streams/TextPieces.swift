package import ConflictModel

/// Who takes a text that is written in pieces, because it may be too long to hold.
///
///     let reader = TextReader { piece in
///       print(piece, terminator: "")
///       return true
///     }
///     report.write(to: reader)
package struct TextReader {
  /// Takes a piece; whether more is wanted.
  package let take: (String) -> Bool
  /// Told after a piece how many of so many elements of lists are written.
  package let report: (_ done: Int, _ total: Int) -> Void
  /// Asked now and then whether lists should end early, and why. What has begun is
  /// written to its end, so that the text stays one that can be read.
  package let shouldEnd: () -> Limit?

  /// A reader that takes pieces until it answers no.
  package init(
    _ take: @escaping (String) -> Bool, report: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in },
    shouldEnd: @escaping () -> Limit? = { nil }
  ) {
    self.take = take
    self.report = report
    self.shouldEnd = shouldEnd
  }

  /// The same reader, with somebody else told how far the text has come, and asked
  /// whether its lists should end.
  package func reporting(
    _ report: @escaping (_ done: Int, _ total: Int) -> Void, shouldEnd: @escaping () -> Limit?
  ) -> TextReader {
    TextReader(take, report: report, shouldEnd: shouldEnd)
  }
}

/// A text on its way out, as UTF-8: gathered, and handed to a reader in pieces.
///
/// Without a reader all of it is kept.
struct TextPieces {
  /// What is gathered since the last piece went.
  var bytes: [UInt8] = []
  /// Whether the reader wants more; once it does not, writers stop.
  private(set) var isWanted = true
  /// Why lists end early, or nil.
  private(set) var limit: Limit?
  /// How many elements of lists are written.
  private(set) var done = 0
  /// How many times nobody was asked whether lists should end.
  private var unasked = 0

  private let reader: TextReader?
  private let total: Int
  /// From this size on a piece goes out, in bytes.
  private static let pieceSize = 1 << 16
  /// After so many elements somebody is asked whether lists should end.
  private static let askInterval = 64

  /// A text that is kept.
  init() {
    reader = nil
    total = 0
  }

  /// A text for a reader, with so many elements in its lists.
  init(to reader: TextReader, elements total: Int) {
    self.reader = reader
    self.total = total
    bytes.reserveCapacity(Self.pieceSize * 2)
  }

  /// One more element of a list stands there whole; a piece goes out when it is
  /// large enough. Whether the list goes on.
  mutating func endElement(counts: Bool = true) -> Bool {
    if counts { done += 1 }
    if bytes.count >= Self.pieceSize { send() }
    return goesOn()
  }

  /// Whether lists go on, asked at each of their elements.
  mutating func goesOn() -> Bool {
    unasked += 1
    if unasked >= Self.askInterval, limit == nil {
      unasked = 0
      limit = reader?.shouldEnd()
    }
    return isWanted && limit == nil
  }

  /// Hands over what is left.
  mutating func finish() {
    if !bytes.isEmpty { send() }
  }

  private mutating func send() {
    guard let reader else { return }
    if isWanted { isWanted = reader.take(String(decoding: bytes, as: UTF8.self)) }
    bytes.removeAll(keepingCapacity: true)
    reader.report(done, total)
  }
}

extension TextPieces {
  mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put(_ more: [UInt8]) {
    bytes.append(contentsOf: more)
  }

  mutating func put(_ character: Unicode.Scalar) {
    bytes.append(UInt8(ascii: character))
  }

  /// A whole number as decimal digits.
  mutating func put(_ number: UInt64) {
    // The digits from the last on, four bits each, then from the first on.
    var digits: UInt128 = 0
    var count = 0
    var rest = number
    repeat {
      digits = digits << 4 | UInt128(rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    for _ in 0..<count {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits & 15))
      digits >>= 4
    }
  }
}
