extension Document {
  /// What is read first: the document without what is shown on request, and the titles of that,
  /// in order.
  package var brief: (document: Document, leftOut: [Sentence]) {
    var (document, leftOut) = (self, [Sentence]())
    document.blocks = Self.brief(blocks, &leftOut)
    return (document, leftOut)
  }

  private static func brief(_ blocks: [Block], _ leftOut: inout [Sentence]) -> [Block] {
    var kept: [Block] = []
    for block in blocks {
      switch block {
      case .more(let title, _): leftOut.append(title)
      case .section(let title, let inner): kept.append(.section(title: title, brief(inner, &leftOut)))
      case .inset(let inner): kept.append(.inset(brief(inner, &leftOut)))
      case .lead, .paragraph, .list, .table, .figure, .lines, .pause: kept.append(block)
      }
    }
    return kept
  }
}
