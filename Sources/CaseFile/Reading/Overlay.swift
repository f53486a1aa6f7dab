package import Notation

/// Lays one case file over another: mappings merge by key at every depth, lists
/// and scalars replace, `~` removes.
enum Overlay {
  /// Keys whose values say what an actor wants; one kind drops the others.
  private static let preferences = Set(Language.preferenceKeys)

  /// `overlay` laid over `base`, both whole files.
  static func merge(_ overlay: Node, over base: Node, noting reader: inout DocumentReader) -> Node {
    guard case .map(let above) = overlay.content, case .map(var below) = base.content else {
      return overlay
    }
    // Known answers belong to the file that states them.
    below.removeAll { $0.key == "expect" }
    noteAdditions(above, below, &reader)
    let merged = merge(above.filter { $0.key != "extends" }, over: below, depth: 0, noting: &reader)
    return Node(.map(merged), at: overlay.place)
  }

  /// Names that others refer to, by the key they stand under and what each is called.
  private static let names = [("sources", "source"), ("events", "event"), ("actors", "actor")]

  /// Notes the actors, options, events and sources that the overlay adds, and doubts
  /// those that the base has but for a letter or two: what was meant to change one
  /// would add another.
  private static func noteAdditions(
    _ above: [Node.Entry], _ below: [Node.Entry], _ reader: inout DocumentReader
  ) {
    func entries(_ key: String, of entries: [Node.Entry]) -> [Node.Entry] {
      entries.first { $0.key == key }?.value.entries ?? []
    }
    for (key, title) in names {
      noteAdditions(title, entries(key, of: above), entries(key, of: below), owner: nil, &reader)
    }
    let actors = entries("actors", of: below)
    for actor in entries("actors", of: above) {
      guard let known = actors.first(where: { $0.key == actor.key }) else { continue }
      noteAdditions(
        "option", entries("options", of: actor.value.entries ?? []),
        entries("options", of: known.value.entries ?? []), owner: actor.key, &reader)
    }
  }

  private static func noteAdditions(
    _ title: String, _ new: [Node.Entry], _ known: [Node.Entry], owner: String?,
    _ reader: inout DocumentReader
  ) {
    let ids = known.map { $0.key }
    for entry in new where !ids.contains(entry.key) && !entry.value.isNull {
      let name = owner.map { "\($0).\(entry.key)" } ?? entry.key
      reader.additions.append(AddedName(title: title, name: name, place: entry.place))
      guard let near = nearest(to: entry.key, among: ids) else { continue }
      reader.doubts.append(
        Diagnostic(
          .similarName, "this overlay adds \(title == "source" ? "a" : "an") \(title) '\(name)'",
          at: entry.place,
          severity: .warning,
          hint: "to change the \(title) of the base, write '\(near)'"))
    }
  }

  /// How deep the keys of an actor stand: under `actors` and the actor's id.
  private static let actorDepth = 2

  private static func merge(
    _ above: [Node.Entry], over below: [Node.Entry], depth: Int, noting reader: inout DocumentReader
  ) -> [Node.Entry] {
    var result = below
    if let kind = above.first(where: { preferences.contains($0.key) && !$0.value.isNull })?.key {
      result.removeAll { preferences.contains($0.key) && $0.key != kind }
      // What is not known of a ranking goes with the ranking.
      if kind != "ranking" { result.removeAll { $0.key == "unknown" } }
    }
    for entry in above {
      let index = result.firstIndex { $0.key == entry.key }
      if entry.value.isNull {
        if let index { result.remove(at: index) }
        continue
      }
      guard let index else {
        result.append(entry)
        continue
      }
      result[index].value = merge(entry, over: result[index].value, depth: depth, noting: &reader)
      result[index].place = entry.place
    }
    return result
  }

  private static func merge(
    _ entry: Node.Entry, over base: Node, depth: Int, noting reader: inout DocumentReader
  ) -> Node {
    // What an actor sees is an overlay itself, whose `~` are to stay.
    if entry.key == "perceives", depth == actorDepth { return entry.value }
    guard case .map(let above) = entry.value.content else { return entry.value }
    switch base.content {
    case .map(let below):
      return Node(.map(merge(above, over: below, depth: depth + 1, noting: &reader)), at: entry.value.place)
    case .list where entry.key == "prefers" && StatementEdits.isEdit(entry.value):
      return StatementEdits.apply(entry.value, to: base, noting: &reader)
    default:
      return entry.value
    }
  }
}

/// Something with a name that an overlay adds to its base.
package struct AddedName: Sendable, Hashable {
  /// What it is: an actor, an option, an event or a source.
  package var title: String
  /// Its name; for an option, after its actor's.
  package var name: String
  /// Where the overlay says so.
  package var place: Place
}

extension CaseDocument {
  /// What the file adds to those it extends, in a sentence; none when it adds nothing.
  public var additionNotes: [String] {
    let own = additions.filter { $0.place.file == file }
    if own.isEmpty { return [] }
    return ["the overlay adds " + own.map { "the \($0.title) '\($0.name)'" }.joined(separator: ", ")]
  }
}
