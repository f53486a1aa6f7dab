package import CaseFile
internal import ConflictModel

/// What stands in one row of a table of states: an option, an option with
/// levels, or an option that several actors take together.
package struct Row: Sendable {
  package enum Kind: Sendable, Hashable {
    case option(Int)
    case level(Int)
    case joint(Int)
  }

  package let kind: Kind
  /// The id used in the case file.
  package let id: String
  /// The name shown to people.
  package let name: String
  /// The options it stands for, as bits of a state.
  package let options: [Int]

  /// The rows that belong to one actor, or to several together.
  package struct Group: Sendable {
    /// The actors; none for what nobody controls.
    package let owners: [Int]
    /// Their rows.
    package let rows: [Row]
  }
}

extension Row {
  /// The rows of a case, actor by actor, joint options after all others; none in
  /// graph form. Actors without options of their own have no group.
  package static func groups(of subject: Case) -> [Group] {
    let conflict = subject.conflict
    var groups: [Group] = []
    for owner in Array(conflict.actors.indices) + [ConflictModel.Option.nobody] {
      let rows = rows(of: subject, owner: owner)
      if rows.isEmpty { continue }
      groups.append(Group(owners: conflict.actors.indices.contains(owner) ? [owner] : [], rows: rows))
    }
    for (index, joint) in subject.jointOptions.enumerated() {
      let partners = joint.halves.map { conflict.options[$0].actor }
      let row = Row(kind: .joint(index), id: joint.id, name: joint.name, options: joint.halves)
      groups.append(Group(owners: partners, rows: [row]))
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

extension Row {
  /// Whether the row is about an option with levels.
  package var isLevel: Bool {
    if case .level = kind { true } else { false }
  }

  /// Whether the row is about an option that several actors take together.
  package var isJoint: Bool {
    if case .joint = kind { true } else { false }
  }
}
