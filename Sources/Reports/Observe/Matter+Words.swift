internal import Analyses
internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Stability

extension Matter {
  /// The matter in the words of the case language: `seoul.shells`, `seoul.controls = l57`.
  var id: String {
    switch self {
    case .option(let id), .joint(let id), .outcome(let id), .state(let id): id
    case .level(let id, let level): "\(id) = \(level)"
    case .atLeast(let id, let level): "\(id) >= \(level)"
    }
  }

  /// The id of the row of a table that it belongs to, if it belongs to one.
  var rowID: String? {
    switch self {
    case .option(let id), .joint(let id), .level(let id, _), .atLeast(let id, _): id
    case .outcome, .state: nil
    }
  }

  var isOption: Bool { if case .option = self { true } else { false } }
  var isOutcome: Bool { if case .outcome = self { true } else { false } }
  var isState: Bool { if case .state = self { true } else { false } }

  /// What kind of matter it is, for programs.
  var kind: String {
    switch self {
    case .option: "option"
    case .level, .atLeast: "level"
    case .joint: "joint"
    case .outcome: "outcome"
    case .state: "state"
    }
  }
}

extension Names {
  /// What stands in a table for it.
  func label(_ matter: Matter) -> String {
    switch matter {
    case .option(let id):
      let index = conflict.options.firstIndex { $0.id == id }
      guard let index else { return id }
      let option = conflict.options[index]
      return isHalf(index) ? "\(option.name): \(owner(of: index))" : option.name
    case .level(let id, let level), .atLeast(let id, let level):
      let found = levelNames(id, level)
      if case .atLeast = matter { return "\(found.option): at least \(found.level)" }
      return "\(found.option): \(found.level)"
    case .joint(let id):
      return subject.jointOptions.first { $0.id == id }?.name ?? id
    case .outcome(let id):
      return subject.outcomes.first { $0.id == id }?.name ?? id
    case .state(let id):
      let name = subject.document.states.first { $0.id == id }?.name
      return name.map { "\(id) (\($0))" } ?? id
    }
  }

  /// What is seen, after "if": `“Press” (United States) is taken`.
  func words(_ matter: Matter, _ holds: Bool) -> String {
    let not = holds ? "" : "not "
    switch matter {
    case .option(let id):
      guard let index = conflict.options.firstIndex(where: { $0.id == id }) else {
        return "\(not)\(id)"
      }
      let name = Prose.quoted(conflict.options[index].name)
      return isHalf(index)
        ? "\(owner(of: index)) is \(not)ready for \(name)" : "\(name) (\(owner(of: index))) is \(not)taken"
    case .level(let id, let level):
      let found = levelNames(id, level)
      return "\(Prose.quoted(found.option)) is \(not)at \(found.level)"
    case .atLeast(let id, let level):
      let found = levelNames(id, level)
      return
        "\(Prose.quoted(found.option)) is \(holds ? "at" : "below") \(found.level)\(holds ? " or above" : "")"
    case .joint: return "\(Prose.quoted(label(matter))) \(holds ? "comes" : "does not come") about"
    case .outcome: return "the outcome is \(not)\(Prose.quoted(label(matter)))"
    case .state: return "the state is \(not)\(label(matter))"
    }
  }

  private func isHalf(_ option: Int) -> Bool {
    subject.jointOptions.contains { $0.halves.contains(option) }
  }

  private func owner(of option: Int) -> String {
    let owner = conflict.options[option].actor
    return conflict.actors.indices.contains(owner) ? actor(owner) : "nobody"
  }

  private func levelNames(_ id: String, _ level: String) -> (option: String, level: String) {
    guard let option = conflict.levelOptions.first(where: { $0.id == id }),
      let position = option.levels.firstIndex(of: level)
    else { return (id, level) }
    return (option.name.printable, option.levelNames[position].printable)
  }
}
