/// Edits that an overlay or a profile makes to a list of statements.
enum StatementEdits {
  static let keys = Set(Language.edits.keys)

  /// Whether the mapping edits statements rather than being one.
  static func isEdit(_ node: Node) -> Bool {
    guard case .map(let entries) = node.content else { return false }
    return entries.contains { keys.contains($0.key) }
  }

  /// The list after the edits; ids that nothing has are noted.
  static func apply(_ edits: Node, to base: Node, noting reader: inout DocumentReader) -> Node {
    guard case .list(var items) = base.content, let fields = reader.fields(edits, as: Language.edits)
    else { return base }
    let ids = items.compactMap(id)
    func position(of id: String, at place: Place) -> Int? {
      if let position = items.firstIndex(where: { Self.id(of: $0) == id }) { return position }
      reader.note(
        .unknownStatement, "no statement here is called '\(id)'", at: place,
        hint: nearest(to: id, among: ids).map { "did you mean '\($0)'?" }
          ?? "statements are edited by the 'id' that they have")
      return nil
    }
    for entry in reader.entries(of: fields["replace"]?.value ?? .nothing, as: "replace") ?? [] {
      guard let index = position(of: entry.key, at: entry.place) else { continue }
      items[index] = renamed(entry.value, to: entry.key)
    }
    for entry in reader.entries(of: fields["after"]?.value ?? .nothing, as: "after") ?? [] {
      guard let index = position(of: entry.key, at: entry.place) else { continue }
      items.insert(contentsOf: reader.items(entry.value, as: "statements"), at: index + 1)
    }
    for item in reader.items(fields["drop"]?.value, as: "drop") {
      guard let id = reader.text(item, as: "an id"), let index = position(of: id, at: item.place)
      else { continue }
      items.remove(at: index)
    }
    items = reader.items(fields["first"]?.value, as: "first") + items
    items += reader.items(fields["last"]?.value, as: "last")
    return Node(.list(items), at: base.place)
  }

  private static func id(of statement: Node) -> String? {
    guard case .map(let entries) = statement.content,
      case .scalar(let id)? = entries.first(where: { $0.key == "id" })?.value.content
    else { return nil }
    return id
  }

  /// The statement under the id of the one it replaces, unless it has its own.
  private static func renamed(_ statement: Node, to id: String) -> Node {
    let idEntry = Node.Entry(
      key: "id", place: statement.place, value: Node(.scalar(id), at: statement.place))
    switch statement.content {
    case .map(let entries):
      if entries.contains(where: { $0.key == "id" }) { return statement }
      return Node(.map([idEntry] + entries), at: statement.place)
    default:
      let that = Node.Entry(key: "that", place: statement.place, value: statement)
      return Node(.map([idEntry, that]), at: statement.place)
    }
  }
}

extension Node {
  /// An empty value that stands nowhere.
  static let nothing = Node(.scalar(""), at: .none)
}
