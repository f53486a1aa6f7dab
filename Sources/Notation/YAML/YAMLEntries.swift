/// The entries of a mapping, found again by their keys.
struct YAMLEntries {
  var list: [Node.Entry] = []
  /// Made only for a mapping of many entries.
  private var positions: [String: Int] = [:]
  private static let few = 8

  var isEmpty: Bool { list.isEmpty }

  func first(_ key: String) -> Node.Entry? {
    if list.count <= Self.few { return list.first { $0.key == key } }
    return positions[key].map { list[$0] }
  }

  mutating func append(_ entry: Node.Entry) {
    list.append(entry)
    if list.count == Self.few + 1 {
      for (position, entry) in list.enumerated() { positions[entry.key] = position }
    } else if list.count > Self.few {
      positions[entry.key] = list.count - 1
    }
  }
}

extension YAMLParser {
  /// Enters what a key leads to, the first time that it stands in its mapping.
  mutating func enter(_ key: Node, _ value: Node, into entries: inout YAMLEntries) {
    guard let text = key.text else { return }
    if text == "<<", !key.isQuoted {
      refused.append(
        Diagnostic(
          .yamlFeature, "merge keys cannot be used here", at: key.place, hint: hints.mergeKey))
      return
    }
    guard let first = entries.first(text) else {
      return entries.append(Node.Entry(key: text, place: key.place, value: value))
    }
    guard duplicates.count < YAMLScanner.maximumReports else { return }
    duplicates.append(
      Diagnostic(
        .duplicateKey, "the key '\(text)' stands here a second time", at: key.place,
        notes: [Diagnostic.Note("it stands here first", at: first.place)]))
  }
}
