internal import ConflictModel
internal import Documents
package import Questions

/// What long tables may take: time to make their rows, and memory for a face that sets them.
package struct TableAllowance: Sendable {
  /// Why to make no further rows, where making them is such a share of the whole effort.
  var reasonToEnd: @Sendable (_ share: Double) -> Limit? = { _ in nil }
  /// How much memory the program may hold, in bytes.
  var allowedBytes = UInt64.max
  /// How much of that it holds already.
  var heldBytes: UInt64 = 0

  /// No limits.
  package init() {}

  /// What is left of the work's allowance.
  package init(_ work: Work) {
    reasonToEnd = work.reasonToEndTables
    allowedBytes = work.allowedBytes
    if allowedBytes < .max { heldBytes = min(max(work.heldBytes, work.residentBytes()), allowedBytes) }
  }
}

/// Ends long tables early, at a limit of time or of memory.
///
/// What is made of a row, its cells in a form and a note on each state that it points to, takes
/// many times as much memory and time as the row. So both are reckoned beforehand: no row is
/// made that could not be told within the limits.
final class TableMeter {
  /// The limit at which rows ended, if they did.
  private(set) var limit: Limit?

  private let allowance: TableAllowance
  private let names: Names
  private let cost: Cost
  /// How many rows were asked for in the tables begun until now, and how many were made.
  private var (wanted, made) = (0, 0)
  /// The rows until now, and what a face needs for them, in bytes.
  private var size = Size()
  private var needed: UInt64 = 0
  /// The states to which rows point, each of which has a note.
  private var states: Set<UInt64> = []
  /// What the notes hold that were looked at, and how many those are.
  private var notes = (size: Size(), count: 0)

  /// How many cells were made, and at how many the clock is looked at next.
  private var (cells, nextLook) = (0, TableMeter.stride.cells)

  /// How many cells are made between two looks at the clock, the first of which are no matter of
  /// memory either, and how many states are noted between two looks at what is said of one.
  private static let stride = (cells: 256, states: 16)
  /// How many phrases take as long as a cell of the usual length.
  private static let phrasesInCell = 8
  /// Which part of what all rows are reckoned to need is advised on top of it: rows differ.
  private static let margin: UInt64 = 2

  init(_ allowance: TableAllowance, for form: AnswerForm, _ names: Names) {
    self.allowance = allowance
    self.names = names
    cost = Cost(form)
  }

  /// Begins a table of at most so many rows.
  func begin(rows count: Int) { wanted += count }

  /// Whether the row, which stands for so many of those that were asked for, may be added; asked of
  /// each in order.
  func admits(_ row: [Sentence], standingFor count: Int = 1) -> Bool {
    guard limit == nil else { return false }
    if cells >= nextLook {
      limit = allowance.reasonToEnd(cost.share(ofRows: size, notes: noteSize))
      nextLook = cells + Self.stride.cells
    }
    made += count
    var rowSize = Size()
    for cell in row { rowSize.add(cell) }
    // A cell may be long itself.
    cells += max(row.count, Int(rowSize.phrases) / Self.phrasesInCell)
    size.phrases += rowSize.phrases
    size.bytes += rowSize.bytes
    needed += cost.bytes(ofRow: rowSize) + bytes(ofNotesFor: row)
    if needed > allowance.allowedBytes - allowance.heldBytes, cells > Self.stride.cells {
      let all = needed / UInt64(made) * UInt64(max(wanted, made))
      let advised = allowance.heldBytes + all + all / Self.margin
      limit = limit ?? .memoryNeeded(bytes: advised, allowed: allowance.allowedBytes)
    }
    return limit == nil
  }

  /// What the notes on all states hold to which rows point, as far as some of them tell.
  private var noteSize: Size {
    guard notes.count > 0 else { return Size() }
    let (all, looked) = (UInt64(states.count), UInt64(notes.count))
    return Size(phrases: notes.size.phrases * all / looked, bytes: notes.size.bytes * all / looked)
  }

  /// What the notes need that come with the row.
  private func bytes(ofNotesFor row: [Sentence]) -> UInt64 {
    guard cost.hasNotes else { return 0 }
    var noted: UInt64 = 0
    for cell in row {
      for phrase in cell.phrases {
        guard case .state(let code)? = phrase.reference, states.insert(code).inserted else { continue }
        noted += 1
        if states.count % Self.stride.states == 1 {
          notes.size.add(names.content(of: State(code)))
          notes.count += 1
        }
      }
    }
    return noted == 0 ? 0 : noted * cost.bytes(ofNotes: notes.size, notes.count) / UInt64(notes.count)
  }
}

/// How much text there is.
private struct Size {
  var phrases: UInt64 = 0
  var bytes: UInt64 = 0

  mutating func add(_ sentence: Sentence) {
    phrases += UInt64(sentence.phrases.count)
    for phrase in sentence.phrases { bytes += UInt64(phrase.text.utf8.count) }
  }
}

/// What text costs in a form, as measured on tables of states and of moves.
private struct Cost {
  /// Whether states have notes.
  var hasNotes = true
  /// Bytes of memory for a phrase and for a byte of its text, in a row and in a note.
  private var (row, note): ((phrase: UInt64, byte: UInt64), (phrase: UInt64, byte: UInt64))
  /// The share of making rows and notes in the time that both take; nil where wrapping the text takes
  /// longest.
  private var share: Double?

  /// What the title of a note and the words around its content add.
  private static let around = (phrases: UInt64(5), bytes: UInt64(40))

  init(_ form: AnswerForm) {
    switch form {
    case .markdown, .html: (row, note, share) = ((50, 14), (190, 6), 0.3)
    case .document: (row, note, share) = ((460, 6), (460, 6), 0.2)
    case .table, .json, .jsonl, .csv, .dot, .yaml, .docx, .pdf:
      (row, note, hasNotes) = ((50, 14), (0, 0), false)
    }
  }

  func share(ofRows size: Size, notes: Size) -> Double {
    if let share { return share * Double(size.phrases) / Double(max(size.phrases + notes.phrases, 1)) }
    // To make a phrase takes about as long as to wrap two bytes.
    let making = 2 * Double(size.phrases)
    return making / max(making + Double(size.bytes), 1)
  }

  func bytes(ofRow size: Size) -> UInt64 { size.phrases * row.phrase + size.bytes * row.byte }

  func bytes(ofNotes size: Size, _ count: Int) -> UInt64 {
    let count = UInt64(count)
    return (size.phrases + count * Self.around.phrases) * note.phrase
      + (size.bytes + count * Self.around.bytes) * note.byte
  }
}
