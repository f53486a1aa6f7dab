internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

/// What states, moves and actors are called in sentences.
///
/// An actor's name may be singular or plural, so sentences about actors use
/// `would`, `could` and participles, which fit both.
struct Names: Sendable {
  let subject: Case
  let conflict: Conflict
  /// The feasible states, when all of them are known; only then do states have numbers.
  let states: FeasibleStates?
  let groups: [Row.Group]
  /// For each option, the joint option that it is a half of.
  private let jointOf: [Int: Int]
  /// What options and outcomes are called instead of their names, by id; see ``inShort``.
  var shortNames: [String: String] = [:]

  init(_ subject: Case, states: FeasibleStates?) {
    self.subject = subject
    conflict = subject.conflict
    self.states = states
    groups = Row.groups(of: subject)
    var jointOf: [Int: Int] = [:]
    for (index, joint) in subject.jointOptions.enumerated() {
      for half in joint.halves { jointOf[half] = index }
    }
    self.jointOf = jointOf
  }

  var isGraph: Bool { conflict.form != .options }

  /// The title of the case.
  var title: Sentence { subject.title }

  func actor(_ index: Int) -> Sentence { conflict.name(ofActor: index) }

  func actors(_ indices: some Sequence<Int>) -> Sentence { Prose.list(indices.map { actor($0) }) }

  /// In graph form, the id and the name of a state.
  func graphState(_ state: State) -> (id: String, name: String?)? {
    let position = Int(state.code)
    guard isGraph, subject.document.states.indices.contains(position) else { return nil }
    let text = subject.document.states[position]
    return (text.id, text.name)
  }

  /// The shortest name: the number, the id in graph form, else the pattern.
  func short(_ state: State) -> String {
    if let graph = graphState(state) { return graph.id }
    if let number = states?.number(of: state) { return String(number) }
    return pattern(state)
  }

  /// The shortest name, which points to the state.
  func brief(_ state: State) -> Sentence { Sentence(short(state), to: .state(state.code)) }

  func pattern(_ state: State) -> String {
    conflict.options.isEmpty ? "no options" : subject.pattern(of: state)
  }

  /// The name in a sentence: `state 5 (YNY)`, or `“Delay” (s5)` in graph form.
  func state(_ state: State) -> Sentence {
    let words =
      if let graph = graphState(state) {
        graph.name.map { "\(Prose.quoted($0).text) (\(graph.id))" } ?? graph.id
      } else if let number = states?.number(of: state) {
        "state \(number) (\(pattern(state)))"
      } else {
        "state \(pattern(state))"
      }
    return Sentence(words, to: .state(state.code))
  }

  /// The name without its pattern, for a second mention: `state 5`, `“Delay”`.
  func again(_ state: State) -> Sentence {
    if let name = graphState(state)?.name { return Prose.quoted(name, to: .state(state.code)) }
    let isShort = isGraph || states?.number(of: state) == nil
    return Sentence(isShort ? short(state) : "state \(short(state))", to: .state(state.code))
  }

  /// The text with a capital at its start, unless an id stands there: ids are told
  /// apart by their case.
  func capitalized(_ words: Sentence) -> Sentence {
    let word = words.text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
    return isID(String(word)) ? words : Prose.capitalized(words)
  }

  /// Whether the word is the id of something that is called by its id.
  private func isID(_ word: String) -> Bool {
    conflict.actors.contains { $0.id == word } || conflict.events.contains { $0.id == word }
      || conflict.options.contains { $0.id == word } || subject.document.states.contains { $0.id == word }
  }

  /// The names of the outcomes that a state belongs to, in quotation marks.
  func outcomes(_ state: State) -> [Sentence] { subject.outcomes(of: state).map { outcome($0) } }

  /// The name of an outcome, in quotation marks.
  func outcome(_ index: Int) -> Sentence {
    let outcome = subject.outcomes[index]
    return quoted(outcome.name, id: outcome.id, to: .outcome(outcome.id))
  }

  /// That the status quo is one of several states, of which this is one; nil when
  /// there is nothing to say.
  func doubtAboutStatusQuo(_ state: State) -> Sentence? {
    guard let completions = subject.statusQuo?.completions, completions.count > 1,
      completions.contains(state)
    else { return nil }
    let others = completions.filter { $0 != state }.map { again($0) }
    return
      "The case leaves open which of \(Prose.count(completions.count, "state")) the status quo is. This is one of them; it may be \(Prose.list(others, atMost: 8, "or")) as well."
  }

  /// The name with the outcomes it belongs to, ready for a verb: `State 1 (NNN), “Both stay silent”,`.
  func asSubject(_ state: State) -> Sentence {
    capitalized(full(state)) + (outcomes(state).isEmpty ? "" : ",")
  }

  /// The name with the outcomes it belongs to: `state 1 (NNN), “Both stay silent”`.
  func full(_ state: State) -> Sentence {
    let outcomes = outcomes(state)
    return self.state(state) + (outcomes.isEmpty ? "" : ", " + Prose.list(outcomes))
  }
}

extension Names {
  /// So many situations that no outcome names are told of one by one.
  static let fewUnnamed = 3

  /// The name of what stands in a row, in quotation marks.
  func name(of row: Row) -> Sentence { quoted(row.name, id: row.id, to: .option(row.id)) }

  /// What a move changes, as participles: `taking “Confess” and giving up “Flee”`.
  ///
  /// - Parameter most: So many that are taken, and given up, are named.
  func change(from old: State, to new: State, atMost most: Int = .max) -> Sentence {
    if isGraph { return "going to \(title(of: new) ?? state(new))" }
    var (taken, dropped, others): ([Sentence], [Sentence], [Sentence]) = ([], [], [])
    for row in groups.flatMap({ $0.rows }) {
      let name = name(of: row)
      switch row.kind {
      case .option(let option):
        if old.takes(option) == new.takes(option) { continue }
        if new.takes(option) { taken.append(name) } else { dropped.append(name) }
      case .level(let index):
        let level = conflict.levelOptions[index]
        let (from, to) = (level.level(in: old), level.level(in: new))
        if from == to { continue }
        others.append(
          "moving \(name) from \(level.levelNames[from].printable) to \(level.levelNames[to].printable)")
      case .joint:
        if let part = jointChange(of: row, from: old, to: new, isBrief: most != .max) { others.append(part) }
      }
    }
    var parts: [Sentence] = []
    if !taken.isEmpty { parts.append("taking " + Prose.list(taken, atMost: most)) }
    if !dropped.isEmpty { parts.append("giving up " + Prose.list(dropped, atMost: most)) }
    parts += others
    if parts.isEmpty { return "changing nothing" }
    return parts.count <= most ? Prose.list(parts) : Prose.list(Array(parts.prefix(most))) + " and more"
  }

  private func jointChange(
    of row: Row, from old: State, to new: State, isBrief: Bool
  ) -> Sentence? {
    guard let changed = row.options.first(where: { old.takes($0) != new.takes($0) }) else { return nil }
    let (wasOn, isOn) = (isComplete(row, in: old), isComplete(row, in: new))
    let effect: Sentence =
      wasOn == isOn ? missing(row, in: new) : isOn ? " (so that it comes about)" : " (so that it ends)"
    let act = (new.takes(changed) ? "joining in " : "no longer joining in ") + name(of: row)
    return isBrief ? act : act + effect
  }

  private func isComplete(_ row: Row, in state: State) -> Bool {
    row.options.allSatisfy { state.takes($0) }
  }

  /// Who keeps a joint option from coming about.
  private func missing(_ row: Row, in state: State) -> Sentence {
    let absent = row.options.filter { !state.takes($0) }.map { conflict.options[$0].actor }
    return absent.isEmpty ? "" : " (\(actors(absent)) \(absent.count == 1 ? "has" : "have") not yet)"
  }

  /// What is taken in a state, actor by actor; the name in graph form.
  func content(of state: State) -> Sentence {
    if let graph = graphState(state) {
      return Sentence((graph.name ?? graph.id).printable, to: .state(state.code))
    }
    var parts: [Sentence] = []
    for group in groups {
      let taken = group.rows.compactMap { content(of: $0, in: state) }
      if !taken.isEmpty { parts.append("\(title(of: group)): \(taken.joined(separator: ", "))") }
    }
    return parts.isEmpty ? "nothing is taken" : parts.joined(separator: "; ")
  }

  private func content(of row: Row, in state: State) -> Sentence? {
    let name = name(of: row)
    switch row.kind {
    case .option(let option):
      return state.takes(option) ? name : nil
    case .level(let index):
      let level = conflict.levelOptions[index]
      return "\(name) at \(level.levelNames[level.level(in: state)].printable)"
    case .joint:
      let by = row.options.filter { state.takes($0) }.map { conflict.options[$0].actor }
      if by.isEmpty { return nil }
      return by.count == row.options.count ? name : "\(name) wanted by \(actors(by)) alone"
    }
  }
}

extension Case {
  /// What it is called.
  var title: Sentence { Sentence((document.title ?? "An untitled case").printable) }
}
