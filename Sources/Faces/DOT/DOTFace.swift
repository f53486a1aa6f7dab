package import Documents
internal import Notation

/// The pictures of a document for Graphviz.
///
///     entente paths first.yaml --format dot | dot -Tsvg -o paths.svg
///
/// What a picture is about has a double frame and what it looks for is filled; arrows are drawn in
/// full or in dashes, each kind in its colour.
package enum DOTFace {
  /// All graphs of the document, one after the other, in the order in which they are read.
  package static func text(_ document: Document) -> String {
    var text = ""
    for figure in document.figures {
      switch figure.figure {
      case .graph(let graph): text += self.text(graph, title: figure.caption)
      case .marks, .chain, .ladder, .options, .judgements, .worlds, .map: break
      }
    }
    return text
  }

  /// One graph.
  package static func text(_ graph: Figure.Graph, title: Sentence = "") -> String {
    var lines = ["digraph figure {"]
    let caption = ([title] + graph.omissions).filter { !$0.isEmpty }.map { $0.text.printable }
    let label = caption.isEmpty ? "" : ", label=\(caption.joined(separator: "\n").dotQuoted), labelloc=t"
    lines += [
      "  graph [rankdir=LR\(label)];", "  node [shape=box, style=\"rounded\", fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", arrowsize=0.7];",
    ]
    for node in graph.nodes {
      var attributes = ["label=" + node.label.map { $0.text.printable }.joined(separator: "\n").dotQuoted]
      if !node.hover.isEmpty { attributes.append("tooltip=\(node.hover.printable.dotQuoted)") }
      if node.isMarked { attributes += ["style=\"rounded,filled\"", "fillcolor=\"#FFE9A8\""] }
      if node.isDecisive { attributes.append("peripheries=2") }
      lines.append("  \(node.id.dotQuoted) [\(attributes.joined(separator: ", "))];")
    }
    for edge in graph.edges {
      var attributes: [String] = []
      if let kind = edge.kind { attributes.append("color=\"\(Palette.color(kind))\"") }
      if !edge.label.isEmpty { attributes.append("label=\(edge.label.quoted)") }
      if !edge.isFull { attributes.append("style=dashed") }
      let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
      lines.append("  \(edge.from.dotQuoted) -> \(edge.to.dotQuoted)\(list);")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }
}

extension Sentence {
  /// The sentence as a quoted string of Graphviz.
  fileprivate var quoted: String { text.printable.dotQuoted }
}

extension Document {
  /// The pictures with their captions, in the order in which they are read.
  var figures: [(figure: Figure, caption: Sentence)] {
    var found: [(figure: Figure, caption: Sentence)] = []
    func visit(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .figure(let figure, let caption): found.append((figure, caption))
        case .section(_, let blocks), .more(_, let blocks), .inset(let blocks): visit(blocks)
        case .list(let items): for item in items { visit(item.blocks) }
        case .lead, .paragraph, .table, .lines, .pause: break
        }
      }
    }
    visit(blocks)
    return found
  }
}
