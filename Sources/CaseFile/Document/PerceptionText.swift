package import Notation

/// The case as an actor sees it: an overlay, kept as it is written.
package struct PerceptionText: Sendable, Hashable {
  /// The overlay, a mapping with the keys of a case.
  package var overlay: Node
  /// Where it stands.
  package var place: Place

  /// What the overlay says.
  package init(_ overlay: Node, place: Place = .none) {
    self.overlay = overlay.withPlainQuotes
    self.place = place
  }
}

extension Node {
  /// The node with quotes only where the text would mean nothing without them, so
  /// that two ways to write one thing are equal.
  var withPlainQuotes: Node {
    switch content {
    case .scalar:
      var plain = Node(content, at: place)
      plain.isQuoted = isQuoted && plain.isNull
      return plain
    case .list(let items): return Node(.list(items.map { $0.withPlainQuotes }), at: place)
    case .map(let entries):
      return Node(
        .map(entries.map { Entry(key: $0.key, place: $0.place, value: $0.value.withPlainQuotes) }), at: place)
    }
  }

  /// The node as it is printed.
  var yaml: YAMLValue {
    switch content {
    case .scalar(let text): isNull ? .number("~") : .scalar(text)
    case .list(let items): .list(items.map { $0.yaml })
    case .map(let entries): .map(entries.map { ($0.key, $0.value.yaml) })
    }
  }

  /// The node as if all of it stood in one place.
  func placed(at place: Place) -> Node {
    switch content {
    case .scalar: return Node(content, at: place, isQuoted: isQuoted)
    case .list(let items): return Node(.list(items.map { $0.placed(at: place) }), at: place)
    case .map(let entries):
      let entries = entries.map { Entry(key: $0.key, place: place, value: $0.value.placed(at: place)) }
      return Node(.map(entries), at: place)
    }
  }
}
