package import Documents
internal import Notation

/// The pictures of a document for Graphviz.
///
///     entente paths first.yaml --format dot | dot -Tsvg -o paths.svg
///
/// What a picture is about has a double frame; arrows are drawn in full or in dashes.
package enum DOTFace {
  /// All graphs of the document, one after the other, in the order in which they are read.
  package static func text(_ document: Document) -> String {
    var text = ""
    for figure in document.figures {
      switch figure.figure {
      case .graph(let graph): text += self.text(graph, title: figure.caption.text)
      case .marks: break
      }
    }
    return text
  }

  /// One graph.
  package static func text(_ graph: Figure.Graph, title: String = "") -> String {
    var lines = ["digraph figure {"]
    let label = title.isEmpty ? "" : ", label=\(title.dotQuoted), labelloc=t"
    lines += [
      "  graph [rankdir=LR\(label)];", "  node [shape=box, style=\"rounded\", fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", arrowsize=0.7];",
    ]
    for node in graph.nodes {
      let label = node.label.map { $0.text }.joined(separator: "\n").dotQuoted
      lines.append("  \(node.id.dotQuoted) [label=\(label)\(node.isDecisive ? ", peripheries=2" : "")];")
    }
    for edge in graph.edges {
      var attributes: [String] = []
      if !edge.label.isEmpty { attributes.append("label=\(edge.label.text.dotQuoted)") }
      if !edge.isFull { attributes.append("style=dashed") }
      let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
      lines.append("  \(edge.from.dotQuoted) -> \(edge.to.dotQuoted)\(list);")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }
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
