internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
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
  func label(_ matter: Matter) -> Sentence {
    let name = name(of: matter)
    switch matter {
    case .option(let id):
      guard let index = conflict.options.firstIndex(where: { $0.id == id }), isHalf(index) else {
        return name
      }
      return "\(name): \(owner(of: index))"
    case .level(let id, let level): return "\(name): \(levelName(id, level))"
    case .atLeast(let id, let level): return "\(name): at least \(levelName(id, level))"
    case .joint, .outcome, .state: return name
    }
  }

  /// What the option, outcome or state is called.
  /// The same in quotation marks.
  func quoted(_ matter: Matter) -> Sentence {
    let label = label(matter)
    return "\u{201C}\(label)\u{201D}"
  }

  private func name(of matter: Matter, isQuoted: Bool = false) -> Sentence {
    let (name, reference): (String?, Reference) =
      switch matter {
      case .option(let id): (conflict.options.first { $0.id == id }?.name, .option(id))
      case .level(let id, _), .atLeast(let id, _):
        (conflict.levelOptions.first { $0.id == id }?.name, .option(id))
      case .joint(let id): (subject.jointOptions.first { $0.id == id }?.name, .option(id))
      case .outcome(let id): (subject.outcomes.first { $0.id == id }?.name, .outcome(id))
      case .state(let id): nameOfState(id)
      }
    let words = (name ?? matter.id).printable
    return isQuoted ? Prose.quoted(words, to: reference) : Sentence(words, to: reference)
  }

  private func nameOfState(_ id: String) -> (String?, Reference) {
    let index = subject.document.states.firstIndex { $0.id == id } ?? 0
    let name = subject.document.states.first { $0.id == id }?.name
    return (name.map { "\(id) (\($0))" }, .state(UInt64(index)))
  }

  /// What is seen, after "if": `“Press” (United States) is taken`.
  func words(_ matter: Matter, _ holds: Bool) -> Sentence {
    let not = holds ? "" : "not "
    let name = name(of: matter, isQuoted: true)
    switch matter {
    case .option(let id):
      guard let index = conflict.options.firstIndex(where: { $0.id == id }) else {
        return "\(not)\(id)"
      }
      return isHalf(index)
        ? "\(owner(of: index)) is \(not)ready for \(name)" : "\(name) (\(owner(of: index))) is \(not)taken"
    case .level(let id, let level): return "\(name) is \(not)at \(levelName(id, level))"
    case .atLeast(let id, let level):
      return "\(name) is \(holds ? "at" : "below") \(levelName(id, level))\(holds ? " or above" : "")"
    case .joint: return "\(name) \(holds ? "comes" : "does not come") about"
    case .outcome: return "the outcome is \(not)\(name)"
    case .state: return "the state is \(not)\(label(matter))"
    }
  }

  private func isHalf(_ option: Int) -> Bool {
    subject.jointOptions.contains { $0.halves.contains(option) }
  }

  private func owner(of option: Int) -> Sentence {
    let owner = conflict.options[option].actor
    return conflict.actors.indices.contains(owner) ? actor(owner) : "nobody"
  }

  private func levelName(_ id: String, _ level: String) -> String {
    guard let option = conflict.levelOptions.first(where: { $0.id == id }),
      let position = option.levels.firstIndex(of: level)
    else { return level }
    return option.levelNames[position].printable
  }
}
