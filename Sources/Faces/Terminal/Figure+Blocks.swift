internal import Documents

extension Figure {
  /// The picture in words and characters, where nothing can be drawn.
  var blocks: [Block] {
    switch self {
    case .graph(let graph): [.list(graph.sentences.map { Item($0) })]
    case .marks(let marks): marks.blocks
    case .chain(let chain): chain.blocks
    case .ladder(let ladder): ladder.blocks
    case .options(let options): options.blocks
    case .judgements(let judgements): judgements.blocks
    case .worlds(let worlds): worlds.blocks
    case .map(let map): map.blocks
    }
  }
}

extension Figure.Graph {
  /// What leads where.
  var sentences: [Sentence] {
    var names: [String: Sentence] = [:]
    for node in nodes where names[node.id] == nil { names[node.id] = node.label.first ?? Sentence(node.id) }
    var joined: Set<String> = []
    for edge in edges { joined.formUnion([edge.from, edge.to]) }
    let arrows: [Sentence] = edges.map { edge in
      let from = names[edge.from] ?? Sentence(edge.from)
      let to = names[edge.to] ?? Sentence(edge.to)
      let label: Sentence = edge.label.isEmpty ? "" : ": \(edge.label)"
      return "\(from) \u{2192} \(to)\(label)"
    }
    // What no arrow touches would be lost.
    return arrows + nodes.filter { !joined.contains($0.id) }.map { names[$0.id] ?? "" }
  }
}

extension Figure.Marks {
  /// A table of characters, and what these mean.
  fileprivate var blocks: [Block] {
    var table = Table(.grid, head: [""] + columns)
    for row in rows {
      if row.signs.isEmpty {
        table.rows.append(.heading(row.label))
      } else {
        table.add([row.label] + row.signs.map { Sentence($0.character) })
      }
    }
    let meanings: [Sentence] = legend.filter { $0.sign != .blank }.map { "\($0.sign.character) \($0.words)" }
    return meanings.isEmpty
      ? [.table(table)] : [.table(table), .paragraph(meanings.joined(separator: ", ") + ".")]
  }
}

extension Figure.Marks.Sign {
  var character: String {
    switch self {
    case .full: "\u{25CF}"
    case .half: "\u{25D0}"
    case .ring: "\u{25CB}"
    case .diamond: "\u{25C6}"
    case .dot: "\u{B7}"
    case .blank: ""
    }
  }
}
