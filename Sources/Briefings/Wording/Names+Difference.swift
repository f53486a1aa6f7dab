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
        parts.append((new.takes(option) ? "+ " : "− ") + name(of: row))
      case .level(let index):
        let level = conflict.levelOptions[index]
        let (from, to) = (level.level(in: old), level.level(in: new))
        if from != to { parts.append("\(name(of: row)) ↦ \(level.levelNames[to].printable)") }
      case .joint:
        for half in row.options where old.takes(half) != new.takes(half) {
          let part: Sentence = "\(possessive(conflict.options[half].actor)) part in \(name(of: row))"
          parts.append((new.takes(half) ? "+ " : "− ") + part)
        }
      }
    }
    return parts.joined(separator: ", ")
  }

  /// A state as a variant of another: `with “Shells” and without “Talks”`. Empty where they are the same.
  func variant(_ new: State, of old: State) -> Sentence {
    if isGraph { return old == new ? "" : "as \(title(of: new) ?? state(new))" }
    var (with, without): ([Sentence], [Sentence]) = ([], [])
    for row in groups.flatMap({ $0.rows }) {
      switch row.kind {
      case .option(let option):
        if old.takes(option) == new.takes(option) { continue }
        if new.takes(option) { with.append(name(of: row)) } else { without.append(name(of: row)) }
      case .level(let index):
        let level = conflict.levelOptions[index]
        let (from, to) = (level.level(in: old), level.level(in: new))
        if from != to { with.append("\(name(of: row)) at \(level.levelNames[to].printable)") }
      case .joint:
        for half in row.options where old.takes(half) != new.takes(half) {
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
}
