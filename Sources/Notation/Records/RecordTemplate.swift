/// What stands in the text of every record of a kind, and where the values go: made once, and filled
/// in millions of times.
package struct RecordTemplate {
  /// One step of writing a record. Texts are places in ``pool``, so that going through steps touches
  /// no reference count.
  private enum Step {
    case constant(Span)
    case digits(at: Int)
    /// Each bit by one of two texts of one length.
    case bits(at: Int, from: Int, count: Int, table: Int, width: Int)
    /// One of several texts: the first of their ``spans``.
    case choice(at: Int, first: Int)
    /// The texts of the bits that are set, with a separator between.
    case list(at: Int, count: Int, first: Int, separator: Span)
    case text(at: Int)
  }

  private struct Span {
    var start: Int
    var count: Int
  }

  private var steps: [Step] = []
  private var spans: [Span] = []
  private var pool: [UInt8] = []
  /// The longest that a record can be, its texts left out.
  private var room = 0
  private var hasTexts = false
  /// How any text is written.
  private let escaped: (String?) -> String
  /// Where a record is put together.
  private var line: [UInt8] = []

  /// The bytes of its constants.
  package private(set) var constantLength = 0

  /// A template with nothing in it, and with how it writes any text.
  package init(escaped: @escaping (String?) -> String) { self.escaped = escaped }

  // MARK: Making one

  /// Adds what stands in every record.
  package mutating func put(_ text: String) {
    let span = add(text)
    room += span.count
    constantLength += span.count
    if case .constant(let last)? = steps.last, last.start + last.count == span.start {
      steps[steps.count - 1] = .constant(Span(start: last.start, count: last.count + span.count))
    } else if span.count > 0 {
      steps.append(.constant(span))
    }
  }

  /// Adds a number in decimal digits.
  package mutating func putDigits(at place: Int) {
    room += 20
    steps.append(.digits(at: place))
  }

  /// Adds texts for some of the bits that begin at a place: one of two that are equally long.
  package mutating func putBits(_ bits: Range<Int>, at place: Int, no: String, yes: String) {
    let (no, yes) = (Array(no.utf8), Array(yes.utf8))
    precondition(no.count == yes.count, "the texts have one length")
    let table = pool.count
    for value in 0..<256 {
      for bit in 0..<8 { pool += value >> bit & 1 == 1 ? yes : no }
    }
    var first = bits.lowerBound
    while first < bits.upperBound {
      let count = min(64 - first % 64, bits.upperBound - first)
      room += count * no.count
      steps.append(
        .bits(at: place + first / 64, from: first % 64, count: count, table: table, width: no.count))
      first += count
    }
  }

  /// Adds one of several texts.
  package mutating func putChoice(at place: Int, _ texts: [String]) {
    steps.append(.choice(at: place, first: add(texts)))
    room += texts.reduce(0) { max($0, $1.utf8.count) }
  }

  /// Adds the texts of the bits that are set.
  package mutating func putList(at place: Int, _ texts: [String], separator: String) {
    let separator = add(separator)
    steps.append(.list(at: place, count: texts.count, first: add(texts), separator: separator))
    room += texts.reduce(0) { $0 + $1.utf8.count + separator.count }
  }

  /// Adds any text.
  package mutating func putText(at place: Int) {
    hasTexts = true
    steps.append(.text(at: place))
  }

  private mutating func add(_ text: String) -> Span {
    let start = pool.count
    pool += text.utf8
    return Span(start: start, count: pool.count - start)
  }

  private mutating func add(_ texts: [String]) -> Int {
    let first = spans.count
    for text in texts { spans.append(add(text)) }
    return first
  }

  // MARK: Filling it in

  /// Writes a record; false, with nothing written, when a list takes more than so many bytes.
  package mutating func write(_ record: inout Record, listLimit: Int = .max, to bytes: inout [UInt8]) -> Bool
  {
    var (room, texts): (Int, [String]) = (room, [])
    if hasTexts {
      texts = record.texts.map(escaped)
      for text in texts { room += text.utf8.count }
    }
    if line.count < room { line = Array(repeating: 0, count: room) }
    let length = fill(record.numbers, texts, listLimit)
    if length < 0 { return false }
    line.withUnsafeBufferPointer {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<length]))
    }
    return true
  }

  /// Puts a record together in ``line``; how long it is, or -1 when a list is too long.
  private mutating func fill(_ numbers: [UInt64], _ texts: [String], _ listLimit: Int) -> Int {
    pool.withUnsafeBufferPointer { pool in
      line.withUnsafeMutableBufferPointer { line in
        var pen = Pen(line, pool)
        for step in steps {
          switch step {
          case .constant(let span): pen.copy(span.start, span.count)
          case .digits(let place): pen.put(decimal: numbers[place])
          case .bits(let place, let first, let count, let table, let width):
            pen.put(bits: numbers[place] >> UInt64(first), count: count, table: table, width: width)
          case .choice(let place, let first):
            let span = spans[first + Int(numbers[place])]
            pen.copy(span.start, span.count)
          case .list(let place, let count, let first, let separator):
            let start = pen.end
            for word in 0..<(count + 63) / 64 {
              var rest = numbers[place + word]
              while rest != 0 {
                if pen.end > start { pen.copy(separator.start, separator.count) }
                let span = spans[first + word * 64 + rest.trailingZeroBitCount]
                pen.copy(span.start, span.count)
                rest &= rest - 1
              }
            }
            if pen.end - start > listLimit { return -1 }
          case .text(let place): pen.put(texts[place])
          }
        }
        return pen.end
      }
    }
  }
}

/// Writes into a line that has room.
private struct Pen {
  private let line: UnsafeMutableBufferPointer<UInt8>
  private let pool: UnsafeBufferPointer<UInt8>
  private(set) var end = 0

  init(_ line: UnsafeMutableBufferPointer<UInt8>, _ pool: UnsafeBufferPointer<UInt8>) {
    (self.line, self.pool) = (line, pool)
  }

  mutating func copy(_ start: Int, _ count: Int) {
    for index in 0..<count { line[end + index] = pool[start + index] }
    end += count
  }

  mutating func put(bits: UInt64, count: Int, table: Int, width: Int) {
    for first in stride(from: 0, to: count, by: 8) {
      copy(table + Int(bits >> UInt64(first) & 0xFF) * 8 * width, min(8, count - first) * width)
    }
  }

  mutating func put(_ text: String) {
    for byte in text.utf8 {
      line[end] = byte
      end += 1
    }
  }

  mutating func put(decimal number: UInt64) {
    var count = 1
    var bound: UInt64 = 10
    while count < 20, number >= bound {
      count += 1
      if count < 20 { bound *= 10 }
    }
    var rest = number
    for index in (end..<end + count).reversed() {
      line[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    end += count
  }
}
