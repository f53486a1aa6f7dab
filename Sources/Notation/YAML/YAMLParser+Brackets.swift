// Lists and mappings in brackets.
extension YAMLParser {
  mutating func flowList() throws(Stop) -> Node {
    let opening = scanner.tokens[index]
    index += 1
    var items: [Node] = []
    while let token = next, token.kind != .closeList {
      if !items.isEmpty {
        try passComma(or: "]", of: opening, "the list starts here")
        if next?.kind == .closeList { break }
      }
      // A pair in a list, `[a: b]`, is a mapping of its own.
      guard let key = next, key.isKey else {
        items.append(try node())
        continue
      }
      var entries = YAMLEntries()
      try flowEntry(into: &entries)
      items.append(Node(.map(entries.list), at: place(of: key)))
    }
    index += 1
    return Node(.list(items), at: place(of: opening))
  }

  mutating func flowMap() throws(Stop) -> Node {
    let opening = scanner.tokens[index]
    index += 1
    var entries = YAMLEntries()
    var isFirst = true
    while let token = next, token.kind != .closeMap {
      if !isFirst {
        try passComma(or: "}", of: opening, "the mapping starts here")
        if next?.kind == .closeMap { break }
      }
      isFirst = false
      try flowEntry(into: &entries)
    }
    index += 1
    return Node(.map(entries.list), at: place(of: opening))
  }

  mutating func passComma(or closing: String, of opening: Token, _ note: String) throws(Stop) {
    guard let token = next, token.kind == .comma else {
      throw fault(
        "a ',' or '\(closing)' is due here", at: next?.mark ?? scanner.mark,
        notes: [Diagnostic.Note(note, at: wordPlace(at: opening.mark))])
    }
    index += 1
  }

  /// An entry in brackets; its value may be missing, with the colon or without.
  mutating func flowEntry(into entries: inout YAMLEntries) throws(Stop) {
    guard let token = next else { return }
    let key: Node
    if token.isKey {
      key = scalar()
      index += 1
    } else {
      key = try node()
      guard key.text != nil else {
        throw Stop(
          diagnostic: Diagnostic(
            .yamlFeature, "a list or mapping cannot be a key", at: key.place,
            hint: "keys are single words"))
      }
    }
    let after = next?.kind
    let hasValue = token.isKey && after != .comma && after != .closeMap && after != .closeList
    enter(key, hasValue ? try node() : nothing(at: next?.mark ?? scanner.mark), into: &entries)
  }
}
