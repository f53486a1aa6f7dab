internal import Questions
internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation

extension WorldsReport {
  /// The most answers of a tree that is shown.
  static let treeLimit = 32

  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The report for people: what is the same everywhere, what decides the rest, and
  /// the worlds in groups that agree.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title("\(subject.document.title?.printable ?? "The case"): what lasts in which world")
    if worlds.dimensions.isEmpty, worlds.limit == nil {
      let reason =
        subject.given.isEmpty && subject.profiles.isEmpty
        ? "Nothing varies in this case" : "All that could vary in this case was set"
      var lead = Lead()
      lead.add(
        "\(reason), so there is one world, and \(Sentence("entente solve", to: .question(word: "solve", arguments: []))) tells what lasts in it."
      )
      if statusQuo != nil, names.presents.count == 1 { lead.add(names.fateOfPresent { _ in leavers }) }
      builder.add(
        lead.blocks, seeing: names.further([.explain, .solve, .sensitivity]))
      builder.paragraph(
        "Worlds come from events, from 'profiles' under an actor, and from a status quo with something 'unsure'."
      )
      builder.add(dayOf: subject)
      return builder.document
    }
    if worlds.solvedCount == 0 {
      addExtent(to: &builder)
      return builder.document
    }
    let lead = lead
    builder.add(
      lead, seeing: names.further([.explain, .solve, .sensitivity]),
      explaining: names.inFull(lead, hasOptions: false))
    addGroups(to: &builder)
    addSettling(to: &builder)
    if !subject.actorsInDoubt.isEmpty {
      builder.paragraph(
        "Some of what \(names.actors(subject.actorsInDoubt)) would want is in doubt, and taken as written in every world; \(Sentence("entente doubts", to: .question(word: "doubts", arguments: []))) looks into that."
      )
    }
    builder.add(dayOf: subject, afterGap: true)
    builder.more("The worlds") { addExtent(to: &$0) }
    builder.more("Outcomes") { addOutcomes(to: &$0) }
    builder.more("The status quo") { addStatusQuo(to: &$0) }
    builder.more("States") { addStates(to: &$0) }
    builder.more("Options, where anything lasts") { addOptions(to: &$0) }
    return builder.document
  }

  /// Those who would leave the present in some world, by index.
  private var leavers: [Int] {
    leaving.compactMap { finding in
      if case .leaving(let actor) = finding.question, finding.count(of: 1) > 0 { actor } else { nil }
    }
  }

  /// How many worlds there are, of what, and in which sense things last.
  private func addExtent(to builder: inout DocumentBuilder) {
    builder.paragraph("\(Prose.count(worlds.worlds.count, "world")), every combination of:")
    for dimension in worlds.dimensions {
      switch dimension.kind {
      case .event(let index):
        let isNamed = event(index) != dimension.id
        let title: Sentence = isNamed ? ": \(quoted(event: index))" : ""
        builder.item("\(name(of: dimension))\(title) holds, or does not")
      case .profile(let actor):
        builder.item(
          "\(names.actor(actor)) is \(Prose.list(dimension.values.map { reading(actor, $0) }, "or"))")
      case .statusQuo:
        let ways = worlds.statusQuos.indices.map { content(ofStatusQuo: $0) }
        let first = ways[0].text
        let isOneOption =
          ways.count == 2 && first.hasPrefix("without ") && ways[1].text == "with" + first.dropFirst(7)
        builder.item(
          "the status quo is \(isOneOption ? "with or \(ways[0])" : Prose.list(ways, atMost: 4, "or"))")
      }
    }
    if let limit = worlds.limit {
      builder.paragraph(
        Sentence(
          "Not all were solved: \(limit.words). What follows is about the \(Prose.grouped(worlds.solvedCount)) that were.",
          .caution))
    }
    if worlds.impossibleCount > 0 {
      let reasons = worlds.worlds.compactMap { world in
        if case .impossible(let reason) = world.status { reason.words } else { nil }
      }
      builder.paragraph(
        "\(Prose.count(worlds.impossibleCount, "combination")) cannot be, and \(worlds.impossibleCount == 1 ? "is" : "are") left out: \(Prose.list(Set(reasons).sorted(), atMost: 3))."
      )
    }
    if worlds.solvedCount > 0 {
      builder.paragraph("An outcome lasts where at least one of its states is an equilibrium.")
    }
    builder.paragraph(worlds.concept.inParentheses(worlds.concept.gloss(beside: [])))
  }

  private func addOutcomes(to builder: inout DocumentBuilder) {
    add(outcomes, in: ("In every world", "In no world", "In some worlds"), to: &builder)
  }

  /// Questions with two answers: those answered alike everywhere, then what decides
  /// the others.
  private func add(
    _ findings: [Worlds.Finding], in titles: (every: Sentence, none: Sentence, some: Sentence),
    to builder: inout DocumentBuilder
  ) {
    let every = findings.filter { $0.count(of: 1) == $0.total }
    let none = findings.filter { $0.count(of: 1) == 0 }
    let some = findings.filter { $0.count(of: 1) != $0.total && $0.count(of: 1) != 0 }
    for (title, list) in [(titles.every, every), (titles.none, none)] where !list.isEmpty {
      builder.heading(title)
      for finding in list { builder.item(names.capitalized(name(of: finding.question))) }
    }
    if some.isEmpty { return }
    builder.heading(titles.some)
    for finding in some { add(finding, to: &builder) }
  }

  private func add(_ finding: Worlds.Finding, to builder: inout DocumentBuilder) {
    var subject = names.capitalized(name(of: finding.question))
    if case .state(let state) = finding.question { subject = names.asSubject(state) }
    let lead: Sentence =
      "\(subject) lasts in \(Prose.grouped(finding.count(of: 1))) of \(Prose.count(finding.total, "world"))"
    if let place = place(finding) {
      builder.item("\(lead): \(place).")
      return
    }
    let deciding = finding.tree.dimensions.map { name(of: worlds.dimensions[$0]) }
    if finding.tree.answerCount > Self.treeLimit {
      builder.item(
        "\(lead). It takes \(Prose.list(deciding)) to tell; the answers are too many to show here.")
      return
    }
    builder.item(
      "\(lead). \(names.capitalized(Prose.list(deciding))) decide\(deciding.count == 1 ? "s" : ""):"
    ) {
      add(finding.tree, to: &$0) { $0 == 1 ? "lasts" : "does not last" }
    }
  }

  private func addStatusQuo(to builder: inout DocumentBuilder) {
    guard let statusQuo else { return }
    builder.heading("The status quo")
    let count = statusQuo.count(of: 1)
    if count == statusQuo.total {
      builder.paragraph("It lasts in every world.")
    } else if count == 0 {
      builder.paragraph("It lasts in no world.")
    } else {
      let lead = "It lasts in \(Prose.grouped(count)) of \(Prose.count(statusQuo.total, "world"))"
      if let place = place(statusQuo) {
        builder.paragraph("\(lead): \(place).")
      } else if statusQuo.tree.answerCount <= Self.treeLimit {
        builder.paragraph("\(lead):")
        add(statusQuo.tree, to: &builder) { $0 == 1 ? "lasts" : "does not last" }
      } else {
        builder.paragraph("\(lead). What decides takes too many answers to show here.")
      }
    }
    for finding in leaving where finding.count(of: 1) > 0 {
      let who = name(of: finding.question)
      if finding.count(of: 1) == finding.total {
        builder.item("\(who) would leave it in every world.")
      } else {
        let place: Sentence = place(finding).map { ": \($0)" } ?? ""
        builder.item(
          "\(who) would leave it in \(Prose.grouped(finding.count(of: 1))) of \(Prose.count(finding.total, "world"))\(place)."
        )
      }
    }
  }

  /// Single states, where they are few.
  private func addStates(to builder: inout DocumentBuilder) {
    guard !states.isEmpty, states.count <= (outcomes.isEmpty ? 24 : 8) else { return }
    add(
      states,
      in: (
        "States that last in every world", "States that last in no world", "States that last in some worlds"
      ),
      to: &builder)
  }

  private func addOptions(to builder: inout DocumentBuilder) {
    if options.isEmpty { return }
    builder.heading("Options, where anything lasts")
    func list(_ answer: Int) -> [Sentence] {
      options.filter { $0.count(of: answer) + $0.count(of: 3) == $0.total && $0.count(of: answer) > 0 }.map {
        name(of: $0.question)
      }
    }
    let none = options[0].count(of: 3)
    if none > 0 {
      builder.remark(
        none == options[0].total
          ? "Nothing lasts in any world." : "In \(Prose.count(none, "world")) nothing lasts at all.")
    }
    for (words, answer) in [
      ("Always taken, in every world", 1), ("Never taken, in any world", 0),
      ("Taken in some equilibria and not in others, in every world", 2),
    ] {
      let names = list(answer)
      if !names.isEmpty { builder.item("\(words): \(Prose.list(names)).") }
    }
    let settled = Set(list(0) + list(1) + list(2))
    for finding in options where !settled.contains(name(of: finding.question)) {
      if finding.count(of: 3) == finding.total { continue }
      builder.item("\(name(of: finding.question)): \(counts(finding)).")
    }
  }

  /// In how many worlds an option is taken always, never, or either way, and where.
  private func counts(_ finding: Worlds.Finding) -> Sentence {
    let words = [1: "always taken", 0: "never taken", 2: "either way"]
    let parts: [Sentence] = [1, 0, 2].filter { finding.count(of: $0) > 0 }.map { answer in
      let count = finding.count(of: answer)
      if count == finding.total { return "\(words[answer]!) in every world" }
      return "\(words[answer]!) in \(Prose.count(count, "world"))\(place(of: answer, finding))"
    }
    return parts.joined(separator: ", ")
  }

  /// Where an answer is given, in parentheses, when that is short to say.
  private func place(of answer: Int, _ finding: Worlds.Finding) -> Sentence {
    let ways = paths(to: answer, in: finding.tree)
    return ways.count == 1 && ways[0].count < 3 ? " (where \(conditions(ways[0])))" : ""
  }

  /// What would settle the events that decide something.
  private func addSettling(to builder: inout DocumentBuilder) {
    let deciding = Set(
      (outcomes + states + [statusQuo].compactMap { $0 }).flatMap { $0.tree.dimensions })
    var items: [Sentence] = []
    for index in deciding.sorted() {
      guard case .event(let event) = worlds.dimensions[index].kind else { continue }
      if let resolves = subject.document.events[event].resolves {
        items.append("\(quoted(event: event)): \(resolves.printable)")
      }
    }
    if items.isEmpty { return }
    builder.heading("What would settle it")
    for item in items { builder.item(item) }
  }
}
