/// A table of sentences.
package struct Table: Hashable, Sendable {
  /// What the columns are for.
  package enum Form: Hashable, Sendable {
    /// Columns under headings, of which one, by its index, takes what room is left; the last if
    /// none is named.
    case list(wide: Int?)
    /// A column of labels, the first, with narrow columns beside it, of which there may be more
    /// than fit side by side.
    case grid
  }

  /// One row.
  package enum Row: Hashable, Sendable {
    /// A cell for each column.
    case cells([Sentence])
    /// A cell for each column; left out where all but the first are empty or a mere dot.
    case mark([Sentence])
    /// A heading over the rows that follow.
    case heading(Sentence)
  }

  /// What the columns are for.
  package var form: Form
  /// The headings of the columns; empty where there are none.
  package var head: [Sentence]
  /// The rows, from above.
  package var rows: [Row]
  /// The same in fewer columns, at most one: for a face that has too little room for this one.
  package var narrow: [Table] = []

  /// A table of that form.
  package init(_ form: Form = .list(wide: nil), head: [Sentence] = [], rows: [Row] = []) {
    self.form = form
    self.head = head
    self.rows = rows
  }

  /// Adds a row with these cells.
  package mutating func add(_ cells: [Sentence]) { rows.append(.cells(cells)) }

  /// How many columns there are.
  package var columnCount: Int {
    if !head.isEmpty { return head.count }
    for row in rows {
      switch row {
      case .cells(let cells), .mark(let cells): return cells.count
      case .heading: continue
      }
    }
    return 0
  }
}
