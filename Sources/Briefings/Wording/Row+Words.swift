internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

extension Row {
  /// The name, which points to the option.
  var label: Sentence { Sentence(name.printable, to: .option(id)) }
}

extension Conflict {
  /// The name of an actor, which points to it.
  func name(ofActor index: Int) -> Sentence {
    Sentence(actors[index].name.printable, to: .actor(actors[index].id))
  }
}

extension Names {
  /// Whose rows they are, as a heading.
  func title(of group: Row.Group) -> Sentence {
    if group.owners.isEmpty { return "Nobody" }
    let isJoint = group.rows.contains { $0.isJoint }
    return actors(group.owners) + (isJoint ? ", together" : "")
  }
}
