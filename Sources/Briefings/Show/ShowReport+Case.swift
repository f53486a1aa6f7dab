internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

extension ShowReport {
  /// What the case says, part by part, each judgement with its source.
  func addCase(to builder: inout DocumentBuilder) {
    let document = subject.document
    if let date = document.asOf { builder.paragraph("Judgements as of \(date.printable).") }
    builder.add(dayOf: subject)
    if let summary = document.summary { builder.paragraph(Sentence(summary)) }
    let judgements = subject.judgements
    addEvents(judgements.filter { $0.kind == .event }, to: &builder)
    let observed = judgements.filter { $0.kind == .history }
    if !observed.isEmpty { addList("Observed", observed, to: &builder) }
    for actor in conflict.actors.indices {
      builder.heading("\(names.actor(actor)) (\(conflict.actors[actor].id))")
      addOptions(of: actor, to: &builder)
      addWishes(of: actor, to: &builder)
      addProfiles(of: actor, to: &builder)
      let others: Set<Judgement.Kind> = [.move, .misperception, .declaration]
      let rest = judgements.filter { $0.actor == actor && others.contains($0.kind) }
      if !rest.isEmpty { addList("Besides", rest, to: &builder) }
      if document.actors[actor].perceives != nil {
        builder.remark(
          "Sees the conflict otherwise than it is; \(Sentence("'entente hypergame'", to: .question(word: "hypergame", arguments: []))) shows how."
        )
      }
    }
    add("Taken together", judgements.filter { $0.kind == .joint }, to: &builder)
    add("Rules", judgements.filter { $0.kind == .rule }, to: &builder)
    add("Terms", judgements.filter { $0.kind == .term }, to: &builder)
    add("Status quo", judgements.filter { $0.kind == .statusQuo }, to: &builder)
    addOutcomes(judgements.filter { $0.kind == .outcome }, to: &builder)
    addSources(to: &builder)
    builder.pause()
    builder.paragraph(
      solution.hasAllStates
        ? "\(Prose.count(solution.states.count, "feasible state"))."
        : "The feasible states were not all listed.")
  }

  /// Events by id, each with its name and with what would settle it.
  private func addEvents(_ judgements: [Judgement], to builder: inout DocumentBuilder) {
    if judgements.isEmpty { return }
    builder.heading("Events")
    var list = Table()
    for (judgement, event) in zip(judgements, subject.document.events) {
      var text = Sentence(judgement.text.printable, to: .judgement(judgement.id))
      if let name = event.name { text += ", \(Prose.quoted(name, to: .event(event.id)))" }
      if let resolves = event.resolves { text += "; settled by: \(resolves.printable)" }
      list.add(["\(judgement.evidence.citation())", text])
    }
    builder.table(list)
  }

  /// Outcomes by id, as `show states` lists them, each with its name.
  private func addOutcomes(_ judgements: [Judgement], to builder: inout DocumentBuilder) {
    if judgements.isEmpty { return }
    builder.heading("Outcomes")
    var list = Table()
    for (judgement, outcome) in zip(judgements, subject.document.outcomes) {
      let name: Sentence = outcome.name.map { ", \(Prose.quoted($0, to: .outcome(outcome.id)))" } ?? ""
      list.add([
        "\(judgement.evidence.citation())",
        "\(outcome.id)\(name): \(Sentence(outcome.when.printed, to: .judgement(judgement.id)))",
      ])
    }
    builder.table(list)
  }

  private func add(_ title: Sentence, _ judgements: [Judgement], to builder: inout DocumentBuilder) {
    if judgements.isEmpty { return }
    builder.heading(title)
    builder.table(list(judgements))
  }

  private func addList(_ title: Sentence, _ judgements: [Judgement], to builder: inout DocumentBuilder) {
    builder.inset { inner in
      inner.paragraph(title)
      inner.table(list(judgements))
    }
  }

  private func list(_ judgements: [Judgement]) -> Table {
    var list = Table()
    for judgement in judgements {
      let verb =
        switch judgement.kind {
        case .misperception: "does not see: "
        case .declaration: "says: "
        default: ""
        }
      list.add([
        "\(judgement.evidence.citation())",
        "\(verb)\(Sentence(judgement.text.printable, to: .judgement(judgement.id)))",
      ])
    }
    return list
  }

  private func addOptions(of actor: Int, to builder: inout DocumentBuilder) {
    if names.isGraph { return }
    let joint = Set(subject.jointOptions.flatMap { $0.halves })
    var list = Table()
    for (index, option) in conflict.options.enumerated() where option.actor == actor && !joint.contains(index)
    {
      if let level = conflict.levelOptions.first(where: { $0.thresholds.contains(index) }) {
        if level.firstOption != index { continue }
        list.add([
          Sentence(level.id, to: .option(level.id)),
          "\(level.name.printable): \(level.levelNames.map { $0.printable }.joined(separator: " < "))",
        ])
      } else {
        let direction =
          switch option.direction {
          case .both: ""
          case .take: " (cannot be undone)"
          case .drop: " (can only be given up)"
          }
        list.add([Sentence(option.id, to: .option(option.id)), "\(option.name.printable)\(direction)"])
      }
    }
    if list.rows.isEmpty {
      builder.remark(joint.isEmpty ? "No options." : "No options of its own.")
    } else {
      builder.inset { inner in
        inner.paragraph("Options")
        inner.table(list)
      }
    }
  }

  private func addWishes(of actor: Int, to builder: inout DocumentBuilder) {
    switch conflict.actors[actor].preference {
    case .statements:
      var list = Table()
      for (index, statement) in subject.statements(of: actor).enumerated() {
        list.add([
          "\(index + 1)",
          Sentence(statement.that.printed, to: names.reference(toStatement: index, of: actor)),
          "\(statement.citation)\(statement.isMuch ? "; matters much" : "")",
        ])
      }
      if list.rows.isEmpty { return builder.remark("Wants nothing: every state is the same to it.") }
      builder.inset { inner in
        inner.paragraph("Wants, the most important first")
        inner.table(list)
      }
    case .ranking(let tiers):
      let words = tiers.map { tier in tier.map { names.brief($0) }.joined(separator: " = ") }
      builder.remark("Ranks states, the best first: \(words.joined(separator: " > "))")
      let pairs: [Sentence] = subject.unknownPairs[actor].map {
        "\(names.brief($0.first)) or \(names.brief($0.second))"
      }
      if !pairs.isEmpty {
        builder.remark("Which is better is not known: \(pairs.joined(separator: "; "))")
      }
    case .weights:
      let weights = subject.judgements.filter { $0.actor == actor && $0.kind == .weight }
      addList("Weighs what is taken", weights, to: &builder)
    case .indifferent:
      builder.remark("Indifferent to everything.")
    }
  }

  /// The other readings of what an actor wants.
  private func addProfiles(of actor: Int, to builder: inout DocumentBuilder) {
    let text = subject.document.actors[actor]
    if text.profiles.isEmpty { return }
    let inForce = subject.profiles[text.id]
    var list = Table()
    for profile in text.profiles {
      let name = profile.name.map { ", \(Prose.quoted($0))" } ?? ""
      let mark = profile.id == inForce ? " (in force now)" : ""
      list.add(["\(profile.id)", "\(profile.because.citation())", "\(text.id)=\(profile.id)\(name)\(mark)"])
    }
    let choice = Sentence.parameter("profile", "a profile chosen")
    builder.inset { inner in
      inner.paragraph(
        inForce == nil
          ? "Other readings, with \(choice)" : "Readings, with \(choice); one of them is in force")
      inner.table(list)
    }
  }

  private func addSources(to builder: inout DocumentBuilder) {
    if subject.document.sources.isEmpty { return }
    builder.heading("Sources")
    var list = Table()
    for source in subject.document.sources {
      let parts = [source.author, source.title, source.publisher, source.date, source.address].compactMap {
        $0
      }
      var text = parts.joined(separator: ", ")
      if let viewpoint = source.viewpoint { text += " (viewpoint: \(viewpoint))" }
      list.add(["\(source.id)", "\(text.printable)"])
    }
    builder.table(list)
  }
}
