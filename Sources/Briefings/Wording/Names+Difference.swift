internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

// States called by what is so in them: by their outcomes, and by their difference from another.
extension Names {
  /// What a state is called where readers have no numbers: by its outcomes, in graph form by its
  /// name; nil where no outcome names it.
  func title(of state: State) -> Sentence? {
    if let graph = graphState(state) { return Prose.quoted(graph.name ?? graph.id, to: .state(state.code)) }
    let outcomes = outcomes(state)
    return outcomes.isEmpty ? nil : Prose.list(outcomes)
  }

  /// How a state differs from another: `+ “Shells”, − “Talks”, “Controls” ↦ 798 items`. Empty where
  /// it does not, and in graph form, where states have names.
  func difference(from old: State, to new: State) -> Sentence {
    if isGraph { return "" }
    var parts: [Sentence] = []
    for row in groups.flatMap({ $0.rows }) {
      switch row.kind {
      case .option(let option):
        if old.takes(option) == new.takes(option) { continue }
        parts.append((new.takes(option) ? "+ " : "− ") + distinctName(of: row))
      case .level(let index):
        let level = conflict.levelOptions[index]
        let (from, to) = (level.level(in: old), level.level(in: new))
        if from != to { parts.append("\(distinctName(of: row)) ↦ \(level.levelNames[to].printable)") }
      case .joint:
        for half in row.options where old.takes(half) != new.takes(half) {
          let part: Sentence = "\(possessive(conflict.options[half].actor)) part in \(distinctName(of: row))"
          parts.append((new.takes(half) ? "+ " : "− ") + part)
        }
      }
    }
    return parts.joined(separator: ", ")
  }

  /// A state as a variant of another: `with “Shells” and without “Talks”`. Empty where they are the same.
  func variant(_ new: State, of old: State) -> Sentence {
    if isGraph { return old == new ? "" : "as \(title(of: new) ?? state(new))" }
    return variant(new, differingIn: new.code ^ old.code)
  }

  /// What is so of some options in a state, whose codes these are: `with “Shells” and without “Talks”`.
  func variant(_ new: State, differingIn codes: UInt64) -> Sentence {
    var (with, without): ([Sentence], [Sentence]) = ([], [])
    func isAsked(_ option: Int) -> Bool { codes & (1 << UInt64(option)) != 0 }
    for row in groups.flatMap({ $0.rows }) where row.options.contains(where: isAsked) {
      switch row.kind {
      case .option(let option):
        let name = distinctName(of: row)
        if new.takes(option) { with.append(name) } else { without.append(name) }
      case .level(let index):
        let level = conflict.levelOptions[index]
        with.append("\(name(of: row)) at \(level.levelNames[level.level(in: new)].printable)")
      case .joint:
        for half in row.options where isAsked(half) {
          let part: Sentence = "\(possessive(conflict.options[half].actor)) part in \(name(of: row))"
          if new.takes(half) { with.append(part) } else { without.append(part) }
        }
      }
    }
    let parts: [Sentence] =
      (with.isEmpty ? [] : ["with \(Prose.list(with))"])
      + (without.isEmpty ? [] : ["without \(Prose.list(without))"])
    return Prose.list(parts)
  }

  /// The name of what stands in a row, with whose it is where others have the same name.
  func distinctName(of row: Row) -> Sentence {
    let isShared = groups.flatMap { $0.rows }.count { $0.name == row.name } > 1
    guard isShared, let option = row.options.first,
      conflict.actors.indices.contains(conflict.options[option].actor)
    else { return name(of: row) }
    return "\(possessive(conflict.options[option].actor)) \(name(of: row))"
  }
}
