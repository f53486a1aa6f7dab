internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

/// What stands in one row of a table of states: an option, an option with
/// levels, or an option that several actors take together.
struct Row: Sendable {
  enum Kind: Sendable, Hashable {
    case option(Int)
    case level(Int)
    case joint(Int)
  }

  let kind: Kind
  /// The id used in the case file.
  let id: String
  /// The name shown to people.
  let name: String
  /// The options it stands for, as bits of a state.
  let options: [Int]

  /// The name, which points to the option.
  var label: Sentence { Sentence(name, to: .option(id)) }

  /// The rows that belong to one actor, or to several together.
  struct Group: Sendable {
    let title: Sentence
    let rows: [Row]
  }
}

extension Conflict {
  /// The name of an actor, which points to it.
  func name(ofActor index: Int) -> Sentence {
    Sentence(actors[index].name.printable, to: .actor(actors[index].id))
  }
}

extension Row {
  /// The rows of a case, actor by actor, joint options after all others; none in
  /// graph form. Actors without options of their own have no group.
  static func groups(of subject: Case) -> [Group] {
    let conflict = subject.conflict
    var groups: [Group] = []
    for owner in Array(conflict.actors.indices) + [ConflictModel.Option.nobody] {
      let rows = rows(of: subject, owner: owner)
      if rows.isEmpty { continue }
      let isActor = conflict.actors.indices.contains(owner)
      groups.append(Group(title: isActor ? conflict.name(ofActor: owner) : "Nobody", rows: rows))
    }
    for (index, joint) in subject.jointOptions.enumerated() {
      let partners = joint.halves.map { conflict.name(ofActor: conflict.options[$0].actor) }
      let row = Row(kind: .joint(index), id: joint.id, name: joint.name, options: joint.halves)
      groups.append(Group(title: Prose.list(partners) + ", together", rows: [row]))
    }
    return groups
  }

  private static func rows(of subject: Case, owner: Int) -> [Row] {
    let conflict = subject.conflict
    var rows: [Row] = []
    for (index, option) in conflict.options.enumerated() where option.actor == owner {
      if subject.jointOptions.contains(where: { $0.halves.contains(index) }) { continue }
      if let level = conflict.levelOptions.firstIndex(where: { $0.thresholds.contains(index) }) {
        let levels = conflict.levelOptions[level]
        guard levels.firstOption == index else { continue }
        rows.append(
          Row(kind: .level(level), id: levels.id, name: levels.name, options: Array(levels.thresholds)))
      } else {
        rows.append(Row(kind: .option(index), id: option.id, name: option.name, options: [index]))
      }
    }
    return rows
  }
}
