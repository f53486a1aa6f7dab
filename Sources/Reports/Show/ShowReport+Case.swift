internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Stability

extension ShowReport {
  /// What the case says, part by part, each judgement with its source.
  func addCase(to builder: inout TextBuilder) {
    let document = subject.document
    if let date = document.asOf { builder.paragraph("Judgements as of \(date.printable).") }
    builder.add(dayOf: subject)
    if let summary = document.summary { builder.paragraph(summary) }
    let judgements = subject.judgements
    addEvents(judgements.filter { $0.kind == .event }, to: &builder)
    let observed = judgements.filter { $0.kind == .history }
    if !observed.isEmpty { addList("Observed", observed, to: &builder) }
    for actor in conflict.actors.indices {
      builder.heading("\(names.actor(actor)) (\(conflict.actors[actor].id))")
      addOptions(of: actor, to: &builder)
      addWishes(of: actor, to: &builder)
      let others: Set<Judgement.Kind> = [.move, .misperception, .declaration]
      let rest = judgements.filter { $0.actor == actor && others.contains($0.kind) }
      if !rest.isEmpty { addList("Besides", rest, to: &builder) }
      if document.actors[actor].perceives != nil {
        builder.paragraph("Sees the conflict otherwise than it is; 'entente hypergame' shows how.", indent: 2)
      }
    }
    add("Taken together", judgements.filter { $0.kind == .joint }, to: &builder)
    add("Rules", judgements.filter { $0.kind == .rule }, to: &builder)
    add("Terms", judgements.filter { $0.kind == .term }, to: &builder)
    add("Status quo", judgements.filter { $0.kind == .statusQuo }, to: &builder)
    addOutcomes(judgements.filter { $0.kind == .outcome }, to: &builder)
    addSources(to: &builder)
    builder.gap()
    builder.paragraph(
      solution.hasAllStates
        ? "\(Prose.count(solution.states.count, "feasible state"))."
        : "The feasible states were not all listed.")
  }

  /// Events by id, each with its name and with what would settle it.
  private func addEvents(_ judgements: [Judgement], to builder: inout TextBuilder) {
    if judgements.isEmpty { return }
    builder.heading("Events")
    var list = List(header: ["", ""])
    for (judgement, event) in zip(judgements, subject.document.events) {
      var text = judgement.text.printable
      if let name = event.name { text += ", \(Prose.quoted(name))" }
      if let resolves = event.resolves { text += "; settled by: \(resolves.printable)" }
      list.rows.append([judgement.evidence.citation(), text])
    }
    builder.add(list.rendered(builder.style))
  }

  /// Outcomes by id, as `show states` lists them, each with its name.
  private func addOutcomes(_ judgements: [Judgement], to builder: inout TextBuilder) {
    if judgements.isEmpty { return }
    builder.heading("Outcomes")
    var list = List(header: ["", ""])
    for (judgement, outcome) in zip(judgements, subject.document.outcomes) {
      let name = outcome.name.map { ", \(Prose.quoted($0))" } ?? ""
      list.rows.append([judgement.evidence.citation(), "\(outcome.id)\(name): \(outcome.when.printed)"])
    }
    builder.add(list.rendered(builder.style))
  }

  private func add(_ title: String, _ judgements: [Judgement], to builder: inout TextBuilder) {
    if judgements.isEmpty { return }
    builder.heading(title)
    builder.add(list(judgements).rendered(builder.style))
  }

  private func addList(_ title: String, _ judgements: [Judgement], to builder: inout TextBuilder) {
    builder.paragraph(title, indent: 2)
    builder.add(list(judgements).rendered(builder.style, indent: 4))
  }

  private func list(_ judgements: [Judgement]) -> List {
    var list = List(header: ["", ""])
    for judgement in judgements {
      let verb =
        switch judgement.kind {
        case .misperception: "does not see: "
        case .declaration: "says: "
        default: ""
        }
      list.rows.append([judgement.evidence.citation(), verb + judgement.text.printable])
    }
    return list
  }

  private func addOptions(of actor: Int, to builder: inout TextBuilder) {
    if names.isGraph { return }
    let joint = Set(subject.jointOptions.flatMap(\.halves))
    var list = List(header: ["", ""])
    for (index, option) in conflict.options.enumerated() where option.actor == actor && !joint.contains(index)
    {
      if let level = conflict.levelOptions.first(where: { $0.thresholds.contains(index) }) {
        if level.firstOption != index { continue }
        list.rows.append([
          level.id, level.name.printable + ": " + level.levelNames.map(\.printable).joined(separator: " < "),
        ])
      } else {
        let direction =
          switch option.direction {
          case .both: ""
          case .take: " (cannot be undone)"
          case .drop: " (can only be given up)"
          }
        list.rows.append([option.id, option.name.printable + direction])
      }
    }
    if list.rows.isEmpty {
      builder.paragraph(joint.isEmpty ? "No options." : "No options of its own.", indent: 2)
    } else {
      builder.paragraph("Options", indent: 2)
      builder.add(list.rendered(builder.style, indent: 4))
    }
  }

  private func addWishes(of actor: Int, to builder: inout TextBuilder) {
    switch conflict.actors[actor].preference {
    case .statements:
      builder.paragraph("Wants, the most important first", indent: 2)
      var list = List(header: ["", "", ""])
      for (index, statement) in subject.statements(of: actor).enumerated() {
        list.rows.append([
          String(index + 1), statement.that.printed,
          statement.citation + (statement.isMuch ? "; matters much" : ""),
        ])
      }
      builder.add(list.rendered(builder.style, indent: 4))
    case .ranking(let tiers):
      let words = tiers.map { tier in tier.map(names.short).joined(separator: " = ") }
      builder.paragraph("Ranks states, the best first: \(words.joined(separator: " > "))", indent: 2)
      let pairs = subject.unknownPairs[actor].map { "\(names.short($0.first)) or \(names.short($0.second))" }
      if !pairs.isEmpty {
        builder.paragraph("Which is better is not known: \(pairs.joined(separator: "; "))", indent: 2)
      }
    case .weights:
      let weights = subject.judgements.filter { $0.actor == actor && $0.kind == .weight }
      addList("Weighs what is taken", weights, to: &builder)
    case .indifferent:
      builder.paragraph("Indifferent to everything.", indent: 2)
    }
  }

  private func addSources(to builder: inout TextBuilder) {
    if subject.document.sources.isEmpty { return }
    builder.heading("Sources")
    var list = List(header: ["", ""])
    for source in subject.document.sources {
      let parts = [source.author, source.title, source.publisher, source.date, source.address].compactMap {
        $0
      }
      var text = parts.joined(separator: ", ")
      if let viewpoint = source.viewpoint { text += " (viewpoint: \(viewpoint))" }
      list.rows.append([source.id, text.printable])
    }
    builder.add(list.rendered(builder.style))
  }
}
