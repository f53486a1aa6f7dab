internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

extension SolveReport {
  /// What follows, in plain sentences.
  var findings: [Sentence] { solved.findings.flatMap { words($0) } }

  func words(_ finding: Finding) -> [Sentence] {
    switch finding {
    case .nothingLasts: [nothingLasts]
    case .nothingUnder(let concepts):
      [
        "Under \(concepts.words) nothing lasts: in every feasible state somebody could gain and need not fear an answer of that kind."
      ]
    case .only(let state): ["\(names.asSubject(state)) is all that lasts under any concept."]
    case .whateverLasts(let always, let never): whateverLasts(always, never)
    case .outcomes(let indices, let fate):
      ["\(Prose.list(indices.map { names.outcome($0) })) \(words(fate))."]
    case .lasting(let strengthClass): [words(strengthClass)]
    case .together(let joint, let states, let target): [together(subject.jointOptions[joint], states, target)]
    }
  }

  private var nothingLasts: Sentence {
    "No state lasts under \(solution.concepts.words("or")): from every one of the \(Prose.count(solution.states.count, "feasible state")), somebody could move to its own gain without an answer to fear."
  }

  /// What all states that last have in common, in one sentence for what is taken
  /// and one for what is not.
  private func whateverLasts(
    _ taken: [(group: Int, row: Int, values: [Int])], _ untaken: [(group: Int, row: Int)]
  ) -> [Sentence] {
    func name(_ index: Int, _ place: Int) -> Sentence {
      let group = names.groups[index]
      return "\(names.name(of: group.rows[place])) (\(names.title(of: group)))"
    }
    let always: [Sentence] = taken.map { found in
      let row = name(found.group, found.row)
      guard case .level(let index) = names.groups[found.group].rows[found.row].kind else { return row }
      let level = conflict.levelOptions[index]
      return "\(row) at \(Prose.list(found.values.map { level.levelNames[$0].printable }, "or"))"
    }
    let never = untaken.map { name($0.group, $0.row) }
    var sentences: [Sentence] = []
    if !always.isEmpty { sentences.append("Whatever lasts, this is always taken: \(Prose.list(always)).") }
    if !never.isEmpty { sentences.append("Whatever lasts, this is never taken: \(Prose.list(never)).") }
    if sentences.isEmpty, !names.groups.isEmpty {
      sentences.append(
        "No option is the same in \(Prose.all(lasting.count, "state")) that last under some concept.")
    }
    return sentences
  }

  /// Under which concepts an outcome can last, to follow its name.
  private func words(_ fate: OutcomeFate) -> Sentence {
    if fate.certain.isEmpty, fate.possible.isEmpty {
      return fate.isInfeasible
        ? "cannot arise: no feasible state is like that" : "cannot last under any concept"
    }
    var parts: [Sentence] = []
    if !fate.certain.isEmpty { parts.append("must hold in whatever lasts under \(words(fate.certain))") }
    if !fate.possible.isEmpty { parts.append("can last under \(words(fate.possible))") }
    var text = Prose.list(parts)
    if !fate.impossible.isEmpty { text += ", but not under \(fate.impossible.words("or"))" }
    return text
  }

  /// The states that last under the same concepts, and what holds those that not
  /// every concept admits.
  private func words(_ found: StrengthClass) -> Sentence {
    let (concepts, states) = (found.concepts, found.states)
    let count = Prose.count(states.count, "state")
    let verb = states.count == 1 ? "lasts" : "last"
    let list = self.list(states, count: states.count)
    if concepts == solution.concepts { return "\(count) \(verb) under \(words(concepts)): \(list)." }
    return
      "\(count) \(verb) under \(concepts.words) only: \(list).\(Self.whatHolds(concepts, among: solution.concepts))"
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
  private func together(_ joint: Case.JointOption, _ left: [Int], _ target: State) -> Sentence {
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

  /// That not all of so many states were looked at, when it is so; with a space before.
  func lookedAt(of count: Int, _ what: String) -> Sentence {
    count <= solved.lookedLimit
      ? "" : " Looked at were \(Prose.grouped(solved.lookedLimit)) of the \(Prose.grouped(count)) \(what)."
  }
}
