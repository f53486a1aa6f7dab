import Notation

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
    guard case .list(let items) = base.content, let fields = reader.fields(edits, as: Language.edits)
    else { return base }
    var list = StatementList(items)
    func place(of id: String, at place: Place) -> StatementList.Place? {
      if let found = list.place(of: id) { return found }
      reader.note(
        .unknownStatement, "no statement here is called '\(id)'", at: place,
        hint: nearest(to: id, among: list.ids).map { "did you mean '\($0)'?" }
          ?? "statements are edited by the 'id' that they have")
      return nil
    }
    for entry in reader.entries(of: fields["replace"]?.value ?? .nothing, as: "replace") ?? [] {
      guard let found = place(of: entry.key, at: entry.place) else { continue }
      list[found] = renamed(entry.value, to: entry.key)
    }
    for entry in reader.entries(of: fields["after"]?.value ?? .nothing, as: "after") ?? [] {
      guard let found = place(of: entry.key, at: entry.place) else { continue }
      // Behind a statement whose order is not known means behind all of its list.
      list.items.insert(contentsOf: reader.items(entry.value, as: "statements"), at: found.item + 1)
    }
    for item in reader.items(fields["drop"]?.value, as: "drop") {
      guard let id = reader.text(item, as: "an id"), let found = place(of: id, at: item.place)
      else { continue }
      list[found] = nil
    }
    for item in reader.items(fields["unsure"]?.value, as: "unsure") {
      guard let id = reader.text(item, as: "an id"), let found = place(of: id, at: item.place)
      else { continue }
      list[found] = list[found].map(unsure)
    }
    for item in reader.items(fields["unordered"]?.value, as: "unordered") {
      let ids = reader.items(item, as: "statements whose order is not known").compactMap { member in
        reader.text(member, as: "an id").flatMap { id in place(of: id, at: member.place).map { _ in id } }
      }
      list.gather(ids)
    }
    list.items = reader.items(fields["first"]?.value, as: "first") + list.items
    list.items += reader.items(fields["last"]?.value, as: "last")
    return Node(.list(list.items), at: base.place)
  }

  /// Statements as they stand in a list, some of them in lists of their own.
  private struct StatementList {
    var items: [Node]

    /// Where a statement stands: in which item and, if that is a list, where in it.
    struct Place {
      var item: Int
      var member: Int?
    }

    init(_ items: [Node]) { self.items = items }

    private var places: [(place: Place, id: String)] {
      items.indices.flatMap { item -> [(place: Place, id: String)] in
        guard case .list(let members) = items[item].content else {
          return StatementEdits.id(of: items[item]).map { [(place: Place(item: item), id: $0)] } ?? []
        }
        return members.indices.compactMap { member in
          StatementEdits.id(of: members[member]).map { (place: Place(item: item, member: member), id: $0) }
        }
      }
    }

    var ids: [String] { places.map { $0.id } }

    func place(of id: String) -> Place? { places.first { $0.id == id }?.place }

    /// The statement at a place; nil takes it out.
    subscript(place: Place) -> Node? {
      get { place.member.map { members(of: place.item)[$0] } ?? items[place.item] }
      set {
        guard let member = place.member else {
          items.replaceSubrange(place.item...place.item, with: newValue.map { [$0] } ?? [])
          return
        }
        var members = members(of: place.item)
        members.replaceSubrange(member...member, with: newValue.map { [$0] } ?? [])
        items[place.item] = Node(.list(members), at: items[place.item].place)
      }
    }

    /// Puts the statements of these ids, wherever they stand, into one list where
    /// the first of them stood; they keep their order in it.
    mutating func gather(_ ids: [String]) {
      let found = places.filter { ids.contains($0.id) }
      guard let first = found.first else { return }
      let statements = found.compactMap { self[$0.place] }
      let isWithin = first.place.member != nil
      for entry in found.reversed() { self[entry.place] = nil }
      let item = Node(.list(statements), at: statements.first?.place ?? .none)
      items.insert(item, at: min(first.place.item + (isWithin ? 1 : 0), items.count))
    }

    private func members(of item: Int) -> [Node] {
      if case .list(let members) = items[item].content { members } else { [] }
    }
  }

  fileprivate static func id(of statement: Node) -> String? {
    guard case .map(let entries) = statement.content,
      case .scalar(let id)? = entries.first(where: { $0.key == "id" })?.value.content
    else { return nil }
    return id
  }

  /// The statement as one that may be absent.
  private static func unsure(_ statement: Node) -> Node {
    guard case .map(let entries) = statement.content else { return statement }
    let sure = Node.Entry(
      key: "sure", place: statement.place, value: Node(.scalar("no"), at: statement.place))
    return Node(.map(entries.filter { $0.key != "sure" } + [sure]), at: statement.place)
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
