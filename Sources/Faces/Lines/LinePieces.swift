internal import Notation

/// Lines on their way out, as UTF-8: gathered, and handed to a reader in pieces.
struct LinePieces {
  /// What is gathered since the last piece went.
  var bytes: [UInt8] = []

  private let reader: LineReader
  private var isWanted = true
  private var done = 0
  /// From this size on a piece goes out, in bytes.
  private static let size = 1 << 16
  /// After so many lines the reader is asked whether there should be more.
  private static let askInterval = 64

  init(to reader: LineReader) {
    self.reader = reader
    bytes.reserveCapacity(Self.size * 2)
  }

  /// A line stands there whole; a piece goes out when it is large enough. Whether lines go on.
  mutating func endLine() -> Bool {
    done += 1
    if bytes.count >= Self.size { send() }
    if done % Self.askInterval == 0, !reader.goesOn() { return false }
    return isWanted
  }

  /// Hands over what is left.
  mutating func finish() {
    if !bytes.isEmpty { send() }
  }

  private mutating func send() {
    if isWanted { isWanted = reader.take(String(decoding: bytes, as: UTF8.self), done) }
    bytes.removeAll(keepingCapacity: true)
  }
}
