internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

extension SolveReport {
  /// What follows, in plain sentences.
  var findings: [Sentence] {
    if lasting.isEmpty { return [nothingLasts] }
    var sentences: [Sentence] = []
    let empty = strongestFirst.filter { solution.equilibria($0).isEmpty }
    if !empty.isEmpty {
      sentences.append(
        "Under \(empty.words) nothing lasts: in every feasible state somebody could gain and need not fear an answer of that kind."
      )
    }
    sentences += whateverLasts
    sentences += outcomes
    sentences += differences
    sentences += together
    return sentences
  }

  private var nothingLasts: Sentence {
    "No state lasts under \(solution.concepts.words("or")): from every one of the \(Prose.count(solution.states.count, "feasible state")), somebody could move to its own gain without an answer to fear."
  }

  /// What all states that last have in common, in one sentence for what is taken
  /// and one for what is not.
  private var whateverLasts: [Sentence] {
    if lasting.count == 1, let only = lasting.first {
      return ["\(names.asSubject(solution.states[only])) is all that lasts under any concept."]
    }
    let holdings = self.holdings(of: lasting)
    var (always, never): ([Sentence], [Sentence]) = ([], [])
    for (group, tallies) in zip(names.groups, holdings.rows) {
      for (row, tally) in zip(group.rows, tallies) {
        let name: Sentence = "\(names.name(of: row)) (\(group.title))"
        if case .level(let index) = row.kind {
          let level = conflict.levelOptions[index]
          if tally.values.count < level.levels.count {
            always.append(
              "\(name) at \(Prose.list(tally.values.map { level.levelNames[$0].printable }, "or"))")
          }
        } else if tally.isAlways {
          always.append(name)
        } else if tally.isNever {
          never.append(name)
        }
      }
    }
    var sentences: [Sentence] = []
    if !always.isEmpty { sentences.append("Whatever lasts, this is always taken: \(Prose.list(always)).") }
    if !never.isEmpty { sentences.append("Whatever lasts, this is never taken: \(Prose.list(never)).") }
    if sentences.isEmpty, !names.groups.isEmpty {
      sentences.append(
        "No option is the same in all \(Prose.count(lasting.count, "state")) that last under some concept.")
    }
    return sentences
  }

  /// Under which concepts the named outcomes can last; those with the same fate in one sentence.
  private var outcomes: [Sentence] {
    var order: [Sentence] = []
    var members: [Sentence: [Sentence]] = [:]
    for (index, states) in outcomeStates.enumerated() {
      let fate = fate(ofOutcome: states)
      if members[fate] == nil { order.append(fate) }
      members[fate, default: []].append(names.outcome(index))
    }
    return order.map { "\(Prose.list(members[$0] ?? [])) \($0)." }
  }

  private func fate(ofOutcome states: Selection) -> Sentence {
    var (certain, possible, impossible): ([Concept], [Concept], [Concept]) = ([], [], [])
    for concept in solution.concepts {
      let equilibria = solution.equilibria(concept)
      if equilibria.isEmpty { continue }
      let count = equilibria.intersection(states).count
      if count == equilibria.count {
        certain.append(concept)
      } else if count > 0 {
        possible.append(concept)
      } else {
        impossible.append(concept)
      }
    }
    if certain.isEmpty, possible.isEmpty {
      return states.isEmpty
        ? "cannot arise: no feasible state is like that" : "cannot last under any concept"
    }
    var parts: [Sentence] = []
    if !certain.isEmpty { parts.append("must hold in whatever lasts under \(words(certain))") }
    if !possible.isEmpty { parts.append("can last under \(words(possible))") }
    var text = Prose.list(parts)
    if !impossible.isEmpty { text += ", but not under \(impossible.words("or"))" }
    return text
  }

  /// Which states last under the same concepts, and what holds those that not
  /// every concept admits.
  private var differences: [Sentence] {
    let classes = strengthClasses.sorted { left, right in
      left.concepts.count == right.concepts.count
        ? (left.states.first ?? 0) < (right.states.first ?? 0) : left.concepts.count > right.concepts.count
    }
    return classes.map { found in
      let (concepts, states) = (found.concepts, found.states)
      let count = Prose.count(states.count, "state")
      let verb = states.count == 1 ? "lasts" : "last"
      let list = self.list(states, count: states.count)
      if concepts == solution.concepts { return "\(count) \(verb) under \(words(concepts)): \(list)." }
      return
        "\(count) \(verb) under \(concepts.words) only: \(list).\(Self.whatHolds(concepts, among: solution.concepts))"
    }
  }

  /// The first of so many states, in short.
  func list(_ positions: some Sequence<Int>, count: Int) -> Sentence {
    let shown = positions.lazy.map { names.brief(solution.states[$0]) }
    return Prose.list(first: shown, of: count, atMost: isLarge ? 3 : 12)
  }

  /// What it takes to hold states that last under these concepts only.
  private static func whatHolds(_ concepts: [Concept], among all: [Concept]) -> Sentence {
    guard all.contains(.nash), !concepts.contains(.nash) else { return "" }
    let lead: Sentence = " Somebody could gain there, but is held back by "
    if concepts.contains(.sseq) || concepts.contains(.seq) {
      return lead + "answers that would help those who give them."
    }
    guard all.contains(.seq) else { return "" }
    let empty = "answers that would not help those who give them: threats that may not be believed"
    if concepts == [.sim] { return lead + "what others might do at the same moment." }
    return
      "\(lead)\(concepts.contains(.sim) ? "what others might do at the same moment, or by " : "")\(empty)."
  }

  /// States that the partners of a joint option would leave together.
  private var together: [Sentence] {
    subject.jointOptions.compactMap { joint in
      let looked = lasting.prefix(bounds.looked)
      let left = looked.filter { jointDeparture(of: joint, from: solution.states[$0]) != nil }
      guard let first = left.first, let target = jointDeparture(of: joint, from: solution.states[first])
      else { return nil }
      let partners = names.actors(joint.halves.map { conflict.options[$0].actor })
      let verb = joint.halves.allSatisfy { target.takes($0) } ? "take up" : "give up"
      let share: Sentence =
        left.count == lasting.count
        ? "every state that lasts"
        : "\(Prose.count(left.count, "state")) that would last otherwise (\(list(left, count: left.count)))"
      return
        "In \(share), \(partners) would all gain if they agreed to \(verb) \(Prose.quoted(joint.name, to: .option(joint.id))) together; the concepts here look at one mover at a time and do not see that."
        + lookedAt(of: lasting.count, "states that last")
    }
  }

  /// That not all of so many states were looked at, when it is so; with a space before.
  func lookedAt(of count: Int, _ what: String) -> Sentence {
    count <= bounds.looked
      ? "" : " Looked at were \(Prose.grouped(bounds.looked)) of the \(Prose.grouped(count)) \(what)."
  }
}
