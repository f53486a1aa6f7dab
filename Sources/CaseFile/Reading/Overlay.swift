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
    doubtNewActors(above, below, &reader)
    let merged = merge(above.filter { $0.key != "extends" }, over: below, depth: 0, noting: &reader)
    return Node(.map(merged), at: overlay.place)
  }

  /// Doubts an actor that the base does not have but for a letter or two: what
  /// was meant to change an actor would add one.
  private static func doubtNewActors(
    _ above: [Node.Entry], _ below: [Node.Entry], _ reader: inout DocumentReader
  ) {
    guard case .map(let new)? = above.first(where: { $0.key == "actors" })?.value.content,
      case .map(let known)? = below.first(where: { $0.key == "actors" })?.value.content
    else { return }
    let ids = known.map(\.key)
    for actor in new where !ids.contains(actor.key) && !actor.value.isNull {
      guard let near = nearest(to: actor.key, among: ids) else { continue }
      reader.doubts.append(
        Diagnostic(
          .similarName, "this overlay adds an actor '\(actor.key)'", at: actor.place, severity: .warning,
          hint: "to change the actor of the base, write '\(near)'"))
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
