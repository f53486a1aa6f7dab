internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What would change the answer, and what to watch for.
extension BriefReport {
  /// The most changes, signs and words that are told of.
  private static let most = (turns: 5, steps: 3, words: 2)

  func addChanges(to builder: inout DocumentBuilder) {
    builder.heading("What would change it")
    addTurns(to: &builder)
    addDoubts(to: &builder)
    if let (figure, caption) = sensitivity?.judgementsFigure() {
      builder.figure(.judgements(figure), caption: caption)
    }
  }

  private func addTurns(to builder: inout DocumentBuilder) {
    if answer.turns.isEmpty {
      builder.paragraph(
        answer.omissions.contains { $0.part == .turns }
          ? "What other events and readings would bring was not looked into."
          : "The case names no event and no other reading of an actor; what one changed judgement would do stands above."
      )
      return
    }
    let told = answer.turns.map { turn in (turn, turn.outlook.map { difference(to: $0) } ?? "") }
    let effective = told.filter { !$0.1.isEmpty }
    for (turn, difference) in effective.prefix(Self.most.turns) {
      builder.item("\(words(turn)): \(difference).")
    }
    if effective.count > Self.most.turns {
      builder.paragraph(
        "\(Prose.capitalized(Prose.count(effective.count - Self.most.turns, "further change"))) of this kind would make a difference, too: \(Prose.list(effective.dropFirst(Self.most.turns).map { thing($0.0) }, atMost: 6))."
      )
    }
    let idle = told.filter { $0.1.isEmpty && $0.0.outlook != nil }.map { thing($0.0) }
    if !idle.isEmpty {
      builder.paragraph(
        "No difference to the present or to which outcomes could last is made by \(Prose.list(idle, atMost: 6))."
      )
    }
    let unknown = told.filter { $0.0.outlook == nil }.map { thing($0.0) }
    if !unknown.isEmpty {
      builder.paragraph("The case does not say what would be so with \(Prose.list(unknown, atMost: 6)).")
    }
  }

  /// What would be otherwise, to begin a sentence.
  private func words(_ turn: Turn) -> Sentence {
    switch turn.dimension.kind {
    case .event(let index):
      let holds = conflict.events[index].holds
      return "If \(thing(turn)) \(holds ? "no longer held" : "were so") (now: \(holds ? "yes" : "no"))"
    case .profile, .statusQuo: return "With \(thing(turn))"
    }
  }

  private func thing(_ turn: Turn) -> Sentence {
    switch turn.dimension.kind {
    case .event(let index):
      let event = conflict.events[index]
      return Prose.quoted(event.name, to: .event(event.id))
    case .profile(let actor):
      let id = turn.dimension.values[turn.value]
      let profile = subject.document.actors[actor].profiles.first { $0.id == id }
      return "\(names.actor(actor)) as \(Prose.quoted(profile?.name ?? id ?? ""))"
    case .statusQuo: return "another present"
    }
  }

  // MARK: What to watch

  func addSigns(to builder: inout DocumentBuilder) {
    var signs = departures
    for turn in answer.turns {
      guard case .event = turn.dimension.kind, let outlook = turn.outlook, !difference(to: outlook).isEmpty
      else { continue }
      signs.append("Whether \(thing(turn)) comes to \(turn.value == 1 ? "hold" : "hold no more").")
    }
    // What is to be carried out before what is idle.
    let words = answer.words.filter { !$0.due.isEmpty } + answer.words.filter { $0.due.isEmpty }
    for test in words.prefix(Self.most.words) {
      let who = names.actor(test.declaration.actor)
      signs.append("The word of \(who) that \(names.announcement(test.declaration)): \(names.worth(test)).")
    }
    if signs.isEmpty { return }
    builder.heading("What to watch")
    for sign in signs { builder.item(sign) }
  }

  /// By which step each actor would leave the present, the plainest that leads to what could last.
  private var departures: [Sentence] {
    var seen: Set<Int> = []
    var signs: [Sentence] = []
    for state in answer.solved.statusQuos {
      guard let verdict = Verdict(on: state, under: concept, in: solution, control) else { continue }
      for actor in verdict.leaving where signs.count < Self.most.steps && seen.insert(actor).inserted {
        guard let certificate = verdict.reasons(actor), case .unstable(let escape) = certificate.finding
        else {
          continue
        }
        let act = names.change(from: state, to: escape.improvement)
        signs.append("\(names.capitalized(names.actor(actor))) \(act), which nobody would spoil.")
      }
    }
    guard let section = answer.paths?.sections.first else { return signs }
    let start = solution.states[section.reach.start]
    let others = paths?.reached(section).filter { $0.position != section.reach.start } ?? []
    for (position, _) in others.prefix(2_000) where signs.count < Self.most.steps {
      guard let path = section.reach.path(to: position), let first = path.first,
        seen.insert(first.actor).inserted
      else { continue }
      let target = names.title(of: solution.states[position])
      let act = names.change(from: start, to: first.state)
      let way: Sentence = path.count == 1 ? ", which leads to" : ", the first step towards"
      signs.append(
        "\(names.capitalized(names.actor(first.actor))) \(act)\(target.map { "\(way) \($0)" } ?? ", a first step away from the present")."
      )
    }
    return signs
  }
}
