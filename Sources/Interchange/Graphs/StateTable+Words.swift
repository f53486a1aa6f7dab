import CaseFile
import ConflictModel
import Notation

// What people call a state, line by line.
extension StateTable {
  /// The most lines about what is taken.
  private static let most = 6

  /// Its name, or its outcomes and what is taken (`+`), given up (`−`) or at another level (`↦`) there
  /// than in the status quo; without a status quo, all that is taken.
  func words(of position: Int) -> [String] {
    if isGraphForm {
      let names = names(of: position)
      return names.isEmpty ? [mark(of: position)] : names
    }
    let start = subject.statusQuo?.state ?? State(0)
    let changes = changes(from: start, to: states[position])
    let more = changes.count - Self.most
    let told = more > 1 ? changes.prefix(Self.most) + ["and \(more) more"] : changes[...]
    let isOpen = (subject.statusQuo?.completions.count ?? 0) > 1
    if presents.contains(position) {
      return names(of: position) + ["\(isOpen ? "perhaps " : "")the status quo"] + told
    }
    return names(of: position) + (changes.isEmpty ? ["nothing is taken"] : told)
  }

  private func changes(from old: State, to new: State) -> [String] {
    let conflict = subject.conflict
    var changes: [String] = []
    for (index, option) in conflict.options.enumerated() {
      let level = conflict.levelOptions.first {
        $0.firstOption..<($0.firstOption + $0.levels.count - 1) ~= index
      }
      if let level {
        if index == level.firstOption, level.level(in: old) != level.level(in: new) {
          changes.append(
            "\(name(level.id, level.name, level.actor)) ↦ \(level.levelNames[level.level(in: new)])")
        }
      } else if old.takes(index) != new.takes(index) {
        changes.append("\(new.takes(index) ? "+" : "−") \(name(option.id, option.name, option.actor))")
      }
    }
    return changes
  }

  /// What an option is called in few words, with whose it is where another goes by the same name.
  private func name(_ id: String, _ name: String, _ owner: Int) -> String {
    var short: String?
    for actor in subject.document.actors {
      if let option = actor.options.first(where: { "\(actor.id).\($0.id)" == id }) { short = option.short }
    }
    let actors = subject.conflict.actors
    let others = subject.conflict.options.contains { $0.name == name && $0.actor != owner }
    return (short ?? name) + (others && actors.indices.contains(owner) ? " (\(actors[owner].name))" : "")
  }
}
