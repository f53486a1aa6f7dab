package import CaseFile
internal import ConflictModel
package import Stability

/// One way to read a situation: a case, and what lasts in it.
package struct Reading: Sendable {
  /// What the reading is called, such as a file's name or `moscow=conditional`.
  package var name: String
  /// The case that it makes.
  package var subject: Case
  /// What was found out about it.
  package var solution: Solution

  /// A reading with its solution.
  package init(name: String, subject: Case, solution: Solution) {
    self.name = name
    self.subject = subject
    self.solution = solution
  }
}

/// Something that holds in some states and not in others, and that can be seen to
/// hold or not, named so that it can be found in every reading.
package enum Matter: Sendable, Hashable {
  /// An option is taken; by id, such as `seoul.shells` or one half of a joint option.
  case option(String)
  /// An option with levels has exactly this level; both by id.
  case level(String, String)
  /// An option with levels has at least this level.
  case atLeast(String, String)
  /// All halves of a joint option are taken.
  case joint(String)
  /// The state belongs to a named outcome.
  case outcome(String)
  /// In graph form, the state is this one.
  case state(String)
}

extension Matter {
  /// All matters of a case: its options, comparisons of levels, joint options,
  /// outcomes and, in graph form, states.
  ///
  /// Of comparisons that say the same, or the contrary of each other, there is
  /// one: of an option with two levels only that it has the upper one; of one with more,
  /// each level by itself, and at least each level that is neither of the two
  /// lowest nor the highest, or, of three, none.
  static func all(of subject: Case) -> [Matter] {
    let conflict = subject.conflict
    var matters: [Matter] = []
    var levels = conflict.levelOptions[...]
    for (index, option) in conflict.options.enumerated() {
      if let level = levels.first, level.thresholds.contains(index) {
        if index == level.firstOption { matters += all(of: level) }
        if index + 1 == level.thresholds.upperBound { levels.removeFirst() }
      } else {
        matters.append(.option(option.id))
      }
    }
    matters += subject.jointOptions.map { .joint($0.id) }
    if conflict.form != .options { matters += subject.document.states.map { .state($0.id) } }
    return matters + subject.outcomes.map { .outcome($0.id) }
  }

  private static func all(of level: LevelOption) -> [Matter] {
    let count = level.levels.count
    if count == 2 { return [.level(level.id, level.levels[1])] }
    return level.levels.map { .level(level.id, $0) }
      + level.levels.indices.filter { $0 >= 2 && $0 <= count - 2 }.map {
        .atLeast(level.id, level.levels[$0])
      }
  }

  /// What it means in a case; nil when the case does not know it.
  func condition(in subject: Case) -> Condition? {
    let conflict = subject.conflict
    switch self {
    case .option(let id):
      return conflict.options.firstIndex { $0.id == id }.map { .taken($0) }
    case .level(let id, let level):
      guard let (option, position) = conflict.level(level, of: id) else { return nil }
      let reached: Condition = position == 0 ? .constant(true) : .taken(option.firstOption + position - 1)
      return position + 1 == option.levels.count
        ? reached : .all([reached, .not(.taken(option.firstOption + position))])
    case .atLeast(let id, let level):
      guard let (option, position) = conflict.level(level, of: id) else { return nil }
      return position == 0 ? .constant(true) : .taken(option.firstOption + position - 1)
    case .joint(let id):
      return subject.jointOptions.first { $0.id == id }.map { .all($0.halves.map { .taken($0) }) }
    case .outcome(let id):
      return subject.outcomes.first { $0.id == id }?.condition
    case .state(let id):
      return subject.document.states.firstIndex { $0.id == id }.map { .state(State(UInt64($0))) }
    }
  }
}

extension Conflict {
  fileprivate func level(_ level: String, of id: String) -> (option: LevelOption, position: Int)? {
    guard let option = levelOptions.first(where: { $0.id == id }),
      let position = option.levels.firstIndex(of: level)
    else { return nil }
    return (option, position)
  }
}

extension CaseDocument {
  /// Everything that an outcome's meaning is written in: its own condition and
  /// that of each definition, joint option and outcome it uses. Two cases in which
  /// this is equal mean the same by the outcome.
  func wording(ofOutcome id: String) -> [String: String] {
    var wording: [String: String] = [:]
    var open = [id]
    while let name = open.popLast() {
      guard wording[name] == nil else { continue }
      let condition =
        outcomes.first { $0.id == name }?.when ?? definitions.first { $0.id == name }?.when
      if let condition {
        wording[name] = withFullNames(condition).inOrder.printed
        open += condition.names.map { $0.name }
      } else if let joint = joint.first(where: { $0.id == name }) {
        wording[name] = joint.by.map { $0.text }.sorted().joined(separator: " and ")
      }
    }
    return wording
  }
}
