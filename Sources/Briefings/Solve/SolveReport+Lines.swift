package import ConflictModel
import Notation
internal import Stability

extension SolveReport {
  /// A form of the report that may be too long to hold, and is written in pieces.
  package enum Stream: Sendable, Hashable {
    /// The `entente.solution` document, laid out for people.
    case json
    /// One JSON object to a line for each equilibrium, or each state with
    /// `allStates`: those of `equilibria` in ``SolveReport/json()``.
    case jsonLines
    /// A table with commas for spreadsheets: one row for each equilibrium, or each
    /// state with `allStates`; one column for each option, outcome and concept.
    ///
    /// Yes is 1 and no is 0; a level option has its level. Lines end in CR LF, and
    /// cells are quoted where they must be (RFC 4180).
    case csv
  }

  /// Writes the report piece by piece, until the reader wants no more.
  ///
  /// - Returns: The limit at which the reader had its lists ended early, if it had.
  ///
  /// - Complexity: O(length of the text) time. Memory for the longest line, and
  ///   with `sortActor` for four bytes a state listed.
  @discardableResult
  package func write(_ form: Stream, to reader: TextReader) -> Limit? {
    switch form {
    case .json: return draft.write(to: reader)
    case .jsonLines:
      let rows = rowsOfLists
      var form = StateForm(rows)
      return write(rows, to: reader) { slot, out in
        form.write(slot, to: &out)
        out.put("\n" as Unicode.Scalar)
      }
    case .csv:
      let rows = rowsOfLists
      let form = TableForm(rows)
      return write(rows, to: reader, header: form.writeHeader) { form.write($0, to: &$1) }
    }
  }

  /// The states that a list in a file holds: all feasible states if so asked, else
  /// the equilibria; filtered, sorted and cut.
  private var rowsOfLists: StateRows {
    let candidates = options.allStates && solution.hasAllStates ? solution.allStates : lasting
    return rows(listing(of: candidates, limit: options.limit))
  }

  private func write(
    _ rows: StateRows, to reader: TextReader, header: (inout TextPieces) -> Void = { _ in },
    _ row: (Int, inout TextPieces) -> Void
  ) -> Limit? {
    var out = TextPieces(to: reader, elements: rows.listing.count)
    header(&out)
    for slot in rows.listing {
      row(slot, &out)
      if !out.endElement() { break }
    }
    out.finish()
    return out.limit
  }

  /// ``Stream/jsonLines`` as one text.
  package func jsonLines() -> String { text(of: .jsonLines) }

  /// ``Stream/csv`` as one text.
  package func csv() -> String { text(of: .csv) }

  private func text(of form: Stream) -> String {
    var text = ""
    write(
      form,
      to: TextReader { piece in
        text += piece
        return true
      })
    return text
  }
}

extension JSONDraft {
  /// Writes the document, laid out and with a line break at its end; why its lists
  /// were ended early, if they were.
  func write(to reader: TextReader) -> Limit? {
    var out = TextPieces(to: reader, elements: elementCount)
    out.layOut(self, indent: 0)
    out.put("\n")
    out.finish()
    return out.limit
  }
}
