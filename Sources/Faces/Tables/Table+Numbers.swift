internal import Documents

extension Table {
  /// The columns of a list in which there are numbers and nothing else, which stand to the right.
  var numericColumns: Set<Int> {
    if form == .grid { return [] }
    var found: Set<Int> = []
    for column in 0..<columnCount {
      let cells = cells(of: column).filter { !$0.isEmpty }
      if !cells.isEmpty, cells.allSatisfy({ $0.isNumber }) { found.insert(column) }
    }
    return found
  }

  private func cells(of column: Int) -> [Sentence] {
    var found: [Sentence] = []
    for row in rows {
      switch row {
      case .heading: continue
      case .cells(let cells), .mark(let cells): if column < cells.count { found.append(cells[column]) }
      }
    }
    return found
  }
}

extension Sentence {
  /// Whether it is a number in digits, or the word for 0.
  fileprivate var isNumber: Bool {
    let text = self.text
    return text == "none" || text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C }
  }
}
