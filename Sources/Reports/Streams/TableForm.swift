internal import CaseFile
internal import ConflictModel
internal import Stability

/// Writes states as rows of a table with commas.
struct TableForm {
  private let rows: StateRows
  private let parts: RowParts
  private let cells: [Cell]

  /// What stands in a column, besides the state's name.
  private enum Cell {
    case option(Int)
    /// The ids of the levels, and the options of the thresholds.
    case level([[UInt8]], [Int])
  }

  init(_ rows: StateRows) {
    self.rows = rows
    parts = RowParts(rows)
    let conflict = rows.report.conflict
    cells = rows.report.names.groups.flatMap { $0.rows }.flatMap { row -> [Cell] in
      guard case .level(let index) = row.kind else { return row.options.map { .option($0) } }
      return [.level(conflict.levelOptions[index].levels.map { Array(Self.quoted($0).utf8) }, row.options)]
    }
  }

  /// Writes the names of the columns.
  func writeHeader(to out: inout TextPieces) {
    let report = rows.report
    var header = report.names.isGraph ? ["number", "id", "name"] : ["number", "code", "pattern"]
    header += report.names.groups.flatMap { $0.rows }.flatMap { row in
      row.isJoint ? row.options.map { report.conflict.options[$0].id } : [row.id]
    }
    header += report.subject.outcomes.map(\.id) + report.solution.concepts.map(\.rawValue)
    out.put(header.map(Self.quoted).joined(separator: ",") + "\r\n")
  }

  /// Writes the row of the state in a slot.
  func write(_ slot: Int, to out: inout TextPieces) {
    let state = parts.states.state(inSlot: slot)
    out.put(parts.number(ofSlot: slot))
    out.put(",")
    if rows.report.names.isGraph {
      let graph = rows.report.names.graphState(state)
      out.put(Self.quoted(graph?.id ?? "") + "," + Self.quoted(graph?.name ?? ""))
    } else {
      out.put(state.code)
      out.put(",")
      parts.putPattern(state.code, to: &out)
    }
    for cell in cells {
      switch cell {
      case .option(let option): put(state.takes(option), to: &out)
      case .level(let ids, let thresholds):
        out.put(",")
        out.put(ids[thresholds.count { state.takes($0) }])
      }
    }
    for index in 0..<parts.outcomes.count { put(parts.outcomes.contains(index, slot), to: &out) }
    for index in 0..<parts.concepts.count { put(parts.concepts.contains(index, slot), to: &out) }
    out.put("\r")
    out.put("\n")
  }

  private func put(_ holds: Bool, to out: inout TextPieces) {
    out.put(",")
    out.put(holds ? "1" as Unicode.Scalar : "0")
  }

  /// The cell as it is, or in quotation marks where it must be (RFC 4180).
  private static func quoted(_ cell: String) -> String {
    cell.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
      ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      : cell
  }
}
