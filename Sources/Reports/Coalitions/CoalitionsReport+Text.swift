internal import Analyses
internal import CaseFile
internal import ConflictModel
internal import Stability

extension CoalitionsReport {
  /// How many surviving states, and how many coalitions, are told one by one.
  private static let shown = 10

  /// The answer for people.
  public func text(_ style: Style = Style()) -> String {
    var builder = TextBuilder(style)
    builder.heading("What coalitions could upset")
    builder.add(dayOf: subject)
    guard subject.conflict.actors.count > 1 else {
      builder.paragraph("There is one actor, and nobody to form a coalition with.")
      return builder.text
    }
    for sentence in verdicts { builder.paragraph(sentence) }
    addExamples(to: &builder)
    addTable(to: &builder)
    addSurvivors(to: &builder)
    addExplanation(to: &builder)
    return builder.text
  }

  /// For each concept, how much survives.
  private var verdicts: [String] {
    groups.map { group in
      let (all, left) = (group.equilibria.count, group.survivors.count)
      let concepts = group.concepts.words
      if all == 0 { return "Nothing lasts under \(concepts) in the first place." }
      if left == all {
        return all == 1
          ? "The state that lasts under \(concepts) survives every coalition."
          : "\(all == 2 ? "Both" : "All \(Prose.grouped(all))") states that last under \(concepts) survive every coalition."
      }
      if all == 1 {
        return
          "The state that lasts under \(concepts) could be upset by actors who move together, each to its own good. None is left."
      }
      let upset = all - left
      let found = answer.limit == nil ? "" : "at least "
      let rest = left == 0 ? "None is left." : "\(Prose.grouped(left)) \(left == 1 ? "is" : "are") left."
      return
        "Of the \(Prose.count(all, "state")) that last under \(concepts), \(found)\(upset == all ? "every one" : Prose.grouped(upset)) could be upset by actors who move together, each to its own good. \(rest)"
    }
  }

  /// What each coalition could do, by an example.
  private func addExamples(to builder: inout TextBuilder) {
    let able = answer.coalitions.indices.compactMap { index in
      example(of: index).map { (index, $0.chance, $0.jump) }
    }
    if able.isEmpty { return }
    builder.heading("Who could do it together, with an example each")
    for (index, chance, jump) in able.prefix(Self.shown) {
      let (target, way) = jump.map { ($0.target, $0.way) } ?? graph.plainest(chance, in: answer)
      let start = state(chance.position)
      let concepts = chance.escapes.map { $0.concept.rawValue }
      let end = names.full(state(target)) + (jump == nil ? "" : ", which lasts, too")
      let text =
        "\(names.actors(answer.coalitions[index].members)), from \(names.full(start)), which lasts under \(Prose.list(concepts)), to \(end): \(names.steps(way, from: start, "moving first"))."
      builder.item(text)
    }
    if able.count > Self.shown {
      builder.paragraph(
        "And \(Prose.count(able.count - Self.shown, "coalition")) more; see the table.", indent: 2)
    }
  }

  private func addTable(to builder: inout TextBuilder) {
    let able = answer.coalitions.indices.filter { index in
      answer.chances.contains { $0.coalition == index }
    }
    if able.isEmpty { return }
    builder.heading("How many states each coalition could upset")
    var list = List(
      header: ["coalition", "could gain"] + answer.concepts.map(Self.name) + ["jumps"])
    for index in able {
      let gains = answer.chances.count { $0.coalition == index }
      let jumps = Set(answer.jumps.filter { $0.coalition == index }.map { [$0.position, $0.target] }).count
      list.rows.append(
        [names.actors(answer.coalitions[index].members), Prose.grouped(gains)]
          + answer.concepts.map { Prose.grouped(upset(by: index, $0)) } + [Prose.grouped(jumps)])
    }
    builder.add(list.rendered(builder.style, wide: 0))
    let idle = answer.coalitions.count - able.count
    if idle > 0, answer.limit == nil {
      builder.paragraph(
        "\(Prose.capitalized(Prose.count(idle, "other coalition"))) could gain nowhere.", indent: 2)
    }
  }

  private func addSurvivors(to builder: inout TextBuilder) {
    guard answer.limit == nil else { return }
    for group in groups.reversed() {
      let survivors = group.survivors
      if survivors.isEmpty || survivors.count == group.equilibria.count { continue }
      builder.heading("What survives every coalition under \(group.concepts.words)")
      for position in survivors.prefix(Self.shown) {
        let state = state(position)
        let content = names.isGraph ? "" : ": \(names.content(of: state))"
        builder.item("\(Prose.sentenceStart(names.full(state)))\(content).")
      }
      if survivors.count > Self.shown {
        builder.paragraph(
          "And \(Prose.count(survivors.count - Self.shown, "state")) more; --json lists all.", indent: 2)
      }
    }
  }

  private func addExplanation(to builder: inout TextBuilder) {
    builder.gap()
    let all = answer.coalitions.count
    var text =
      "Looked at: \(Prose.count(all, "coalition")) at every state that lasts while all act alone. A coalition could gain where its members, moving in turns as often as they like, come to a state that each of them likes better. That upsets the state unless the others could spoil it for one of them: by any moves (CGMR), by moves the coalition cannot mend afterwards (CSMR), by moves that coalitions among the others would gain from (CSEQ); under CNASH it always does. The columns count states that last under the concept while all act alone; jumps lead to another of these, whether or not the others could spoil them."
    if let limit = answer.limit { text += " Not all was looked at: \(limit.words)." }
    builder.paragraph(text)
  }
}
