internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Questions
internal import Stability

/// Writes states as rows of a table with commas.
struct TableForm {
  private let rows: StateRows
  private let parts: RowParts
  private let cells: [Cell]

  private let flags = BitTexts(no: ",0", yes: ",1")

  /// What stands in columns, besides the state's name.
  private enum Cell {
    /// Options that stand one after the other in a code as well.
    case options(Range<Int>)
    /// The ids of the levels, and the options of the thresholds.
    case level([[UInt8]], [Int])
  }

  init(_ rows: StateRows) {
    self.rows = rows
    parts = RowParts(rows)
    let conflict = rows.names.conflict
    var cells: [Cell] = []
    for row in rows.names.groups.flatMap({ $0.rows }) {
      if case .level(let index) = row.kind {
        let ids = conflict.levelOptions[index].levels.map { Array($0.csvField.utf8) }
        cells.append(.level(ids, row.options))
        continue
      }
      for option in row.options {
        if case .options(let range)? = cells.last, range.upperBound == option {
          cells[cells.count - 1] = .options(range.lowerBound..<option + 1)
        } else {
          cells.append(.options(option..<option + 1))
        }
      }
    }
    self.cells = cells
  }

  /// Writes the names of the columns.
  func writeHeader(to out: inout TextPieces) {
    let names = rows.names
    var header = names.isGraph ? ["number", "id", "name"] : ["number", "code", "pattern"]
    header += names.groups.flatMap { $0.rows }.flatMap { row in
      row.isJoint ? row.options.map { names.conflict.options[$0].id } : [row.id]
    }
    header += names.subject.outcomes.map { $0.id } + (rows.concepts ?? []).map { $0.concept.rawValue }
    out.put(header.map { $0.csvField }.joined(separator: ",") + "\r\n")
  }

  /// Writes the row of the state in a slot.
  func write(_ slot: Int, to out: inout TextPieces) {
    let state = parts.states.state(inSlot: slot)
    out.put(parts.number(ofSlot: slot))
    out.put(",")
    if rows.names.isGraph {
      let graph = rows.names.graphState(state)
      out.put((graph?.id ?? "").csvField + "," + (graph?.name ?? "").csvField)
    } else {
      out.put(state.code)
      out.put(",")
      parts.putPattern(state.code, to: &out)
    }
    for cell in cells {
      switch cell {
      case .options(let range):
        flags.put(state.code >> UInt64(range.lowerBound), count: range.count, to: &out)
      case .level(let ids, let thresholds):
        out.put(",")
        out.put(ids[thresholds.count { state.takes($0) }])
      }
    }
    put(parts.outcomes, slot, to: &out)
    put(parts.concepts, slot, to: &out)
    out.put("\r")
    out.put("\n")
  }

  private func put(_ sets: Membership, _ slot: Int, to out: inout TextPieces) {
    for first in stride(from: 0, to: sets.count, by: 64) {
      flags.put(sets.bits(of: slot, from: first), count: min(64, sets.count - first), to: &out)
    }
  }
}
