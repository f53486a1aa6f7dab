internal import ConflictModel
internal import Stability

/// Rows of bits over positions, all in one array.
struct BitRows: Sendable {
  let wordCount: Int
  var words: [UInt64]

  /// So many empty rows over so many positions.
  init(_ count: Int, over positions: Int) {
    wordCount = (positions + 63) / 64
    words = [UInt64](repeating: 0, count: count * wordCount)
  }

  mutating func insert(_ position: Int, into row: Int) {
    words[row * wordCount + position >> 6] |= 1 << UInt64(position & 63)
  }

  /// The row as a set of its own.
  func row(_ index: Int) -> Positions {
    Positions(words: Array(words[index * wordCount..<(index + 1) * wordCount]))
  }
}

/// For each position the positions that can be come to from it. Positions that lead
/// to each other share a row.
struct ReachTable: Sendable {
  /// For each position its row.
  private(set) var rowOf: [UInt32]
  private(set) var rows: BitRows

  var rowCount: Int { rows.wordCount == 0 ? 0 : rows.words.count / rows.wordCount }

  /// A row for each position.
  init(_ rows: BitRows, count: Int) {
    rowOf = (0..<UInt32(count)).map { $0 }
    self.rows = rows
  }

  /// Whatever can be come to over one or more steps.
  ///
  /// Positions that lead to each other are found by depth first search (Gabow 2000,
  /// Information Processing Letters 74); a row is then its own steps together with
  /// the rows of what they lead to, each of which is taken in once.
  init(closing steps: BitRows, count: Int, pace: inout Pace) throws(StateGraph.Stopped) {
    var closing = Closing(steps, count)
    for start in 0..<count where closing.number[start] == 0 { try closing.visit(start, &pace) }
    (rowOf, rows) = (closing.rowOf, closing.rows)
  }

  /// The positions that can be come to from a position.
  func row(from position: Int) -> Positions { rows.row(Int(rowOf[position])) }
}

/// The search that closes steps.
private struct Closing {
  let steps: BitRows
  let wordCount: Int
  /// When each position was come to first, from 1; 0 before that.
  var number: [Int]
  var rowOf: [UInt32]
  var rows: BitRows
  private var next = 1
  private var unseen: Positions
  /// Positions that have no row yet, in the order they were come to.
  private var open: [Int] = []
  private var isOpen: Positions
  /// The numbers at which sets of positions that lead to each other begin.
  private var borders: [Int] = []
  private var rowCount: UInt32 = 0

  init(_ steps: BitRows, _ count: Int) {
    self.steps = steps
    wordCount = steps.wordCount
    number = [Int](repeating: 0, count: count)
    rowOf = [UInt32](repeating: 0, count: count)
    rows = BitRows(0, over: count)
    unseen = Positions(over: count)
    isOpen = unseen
    for position in 0..<count { unseen.insert(position) }
  }

  mutating func visit(_ start: Int, _ pace: inout Pace) throws(StateGraph.Stopped) {
    var path: [(position: Int, word: Int)] = []
    enter(start, &path)
    while let (position, word) = path.last {
      if let child = firstUnseen(from: position, &path[path.count - 1].word) {
        enter(child, &path)
      } else {
        path.removeLast()
        joinOpen(position)
        if borders.last == number[position] { close(position) }
      }
      try pace.count(wordCount - word / 2 + 1)
    }
  }

  private mutating func enter(_ position: Int, _ path: inout [(position: Int, word: Int)]) {
    number[position] = next
    next += 1
    unseen.remove(position)
    isOpen.insert(position)
    open.append(position)
    borders.append(number[position])
    path.append((position, 0))
  }

  private func firstUnseen(from position: Int, _ word: inout Int) -> Int? {
    let base = position * wordCount
    while word < wordCount {
      let left = steps.words[base + word] & unseen.words[word]
      if left != 0 { return word << 6 | left.trailingZeroBitCount }
      word += 1
    }
    return nil
  }

  /// Joins the position with those it leads back to.
  private mutating func joinOpen(_ position: Int) {
    let base = position * wordCount
    var least = number[position]
    for word in 0..<wordCount {
      var left = steps.words[base + word] & isOpen.words[word]
      while left != 0 {
        least = min(least, number[word << 6 | left.trailingZeroBitCount])
        left &= left - 1
      }
    }
    while let border = borders.last, border > least { borders.removeLast() }
  }

  /// Makes the row of everything open from the position on.
  private mutating func close(_ position: Int) {
    borders.removeLast()
    let first = open.lastIndex(of: position)!
    let members = open[first...]
    var row = [UInt64](repeating: 0, count: wordCount)
    var taken = row
    for member in members {
      isOpen.remove(member)
      rowOf[member] = rowCount
      taken[member >> 6] |= 1 << UInt64(member & 63)
      let base = member * wordCount
      for word in 0..<wordCount { row[word] |= steps.words[base + word] }
    }
    for word in 0..<wordCount {
      while true {
        let left = row[word] & ~taken[word]
        if left == 0 { break }
        let target = word << 6 | left.trailingZeroBitCount
        let base = Int(rowOf[target]) * wordCount
        for index in 0..<wordCount {
          row[index] |= rows.words[base + index]
          taken[index] |= rows.words[base + index]
        }
        taken[word] |= left & (0 &- left)
      }
    }
    rows.words += row
    rowCount += 1
    open.removeSubrange(first...)
  }
}
