package import Questions
internal import CaseFile
package import ConflictModel
internal import Documents

/// What lasts in which world, for people and as the `entente.worlds` document.
///
///     let worlds = try Worlds(document, varying: subject.dimensions)
///     print(WorldsReport(worlds).text(Style(width: 80)))
package struct WorldsReport: Documented {
  /// What was found out.
  package let worlds: Worlds

  let names: Names
  let outcomes: [Worlds.Finding]
  let states: [Worlds.Finding]
  let options: [Worlds.Finding]
  let statusQuo: Worlds.Finding?
  /// For each actor, where it would leave the status quo.
  let leaving: [Worlds.Finding]
  let groups: [Worlds.Group]
  let grouping: Worlds.Finding

  /// A report on a grid of worlds.
  package init(_ worlds: Worlds) {
    self.worlds = worlds
    let subject = worlds.subject
    // States are numbered anew in every world, so that patterns name them.
    names = Names(subject, states: nil)
    outcomes = subject.outcomes.indices.map { worlds.finding(.outcome($0)) }
    states = (worlds.lastingStates ?? []).map { worlds.finding(.state($0)) }
    options = subject.conflict.options.indices.map { worlds.finding(.option($0)) }
    let hasStatusQuo = worlds.worlds.contains { $0.statusQuo != nil && worlds.found($0) != nil }
    statusQuo = hasStatusQuo ? worlds.finding(.statusQuo) : nil
    leaving = hasStatusQuo ? subject.conflict.actors.indices.map { worlds.finding(.leaving($0)) } : []
    (groups, grouping) = worlds.groups()
  }

  var subject: Case { worlds.subject }

  /// The world that the case has as it is written, if it was solved: its index.
  var writtenWorld: Int? {
    worlds.worlds.indices.first { index in
      let world = worlds.worlds[index]
      guard worlds.found(world) != nil else { return false }
      return zip(worlds.dimensions, world.values).allSatisfy { dimension, value in
        switch dimension.kind {
        case .event(let event): (value == 1) == subject.document.events[event].isSo
        case .profile: value == 0
        case .statusQuo: worlds.statusQuos[value] == subject.statusQuo?.state
        }
      }
    }
  }

  /// The letters by which a group is named: A to Z, then AA, AB and so on.
  func letters(_ group: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + group % 26)))
    return group < 26 ? letter : letters(group / 26 - 1) + letter
  }
}

extension WorldsReport: Briefing {
  package typealias Asked = GridQuestion

  package init(_ answer: Worlds, _ work: Work) { self.init(answer) }

  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}
