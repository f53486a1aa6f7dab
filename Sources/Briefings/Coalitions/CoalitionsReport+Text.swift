internal import Questions
internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Stability

extension CoalitionsReport {
  /// How many surviving states, and how many coalitions, are told one by one.
  private static let shown = 10

  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The answer for people.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title("What coalitions could upset")
    builder.about([names.title])
    guard subject.conflict.actors.count > 1 else {
      let fate = names.fateOfPresent { leaving($0) }
      builder.paragraph(
        "\(fate)\(fate.isEmpty ? "" : " ")There is one actor, and nobody to form a coalition with.")
      return builder.document
    }
    if let limit = answer.limit {
      builder.paragraph("\(Sentence("This is not all: \(limit.words).", .caution)) \(extent)")
    }
    let lead = lead
    builder.add(
      lead, seeing: names.further([.explain, .solve, .sensitivity]), explaining: names.inFull(lead))
    addShortTable(to: &builder)
    builder.add(dayOf: subject, afterGap: true)
    builder.more("How many states each coalition could upset") { addTable(to: &$0) }
    builder.more("How much survives, sense by sense") { inner in
      for sentence in verdicts { inner.paragraph(sentence) }
    }
    builder.more("Who could do it together") { addExamples(to: &$0) }
    builder.more("What survives") { addSurvivors(to: &$0) }
    builder.more("What was looked at") { addExplanation(to: &$0) }
    return builder.document
  }

  /// How far the work came before a limit was reached.
  private var extent: Sentence {
    guard let total = answer.total else {
      return answer.equilibria.isEmpty
        ? "Which states last was not known yet, and no coalition was looked at."
        : "No coalition was looked at yet."
    }
    if answer.looked == total { return "Every coalition was looked at, but not how it would go about it." }
    return answer.looked == 0
      ? "No coalition was looked at yet."
      : "Of \(Prose.count(total, "pair")) of a coalition and a state that lasts, \(Prose.grouped(answer.looked)) \(answer.looked == 1 ? "was" : "were") looked at."
  }

  /// For each concept, how much survives.
  private var verdicts: [Sentence] {
    groups.map { group in
      let (all, left) = (group.equilibria.count, group.survivors.count)
      let concepts = group.concepts.words
      if all == 0 { return "Nothing lasts under \(concepts) in the first place." }
      if left == all, answer.limit != nil {
        return
          "Of the \(Prose.count(all, "state")) that \(all == 1 ? "lasts" : "last") under \(concepts), none was found that could be upset."
      }
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
      let rest =
        answer.limit != nil && left > 0
        ? "" : left == 0 ? " None is left." : " \(Prose.grouped(left)) \(left == 1 ? "is" : "are") left."
      return
        "Of the \(Prose.count(all, "state")) that last under \(concepts), \(found)\(upset == all ? "every one" : Prose.grouped(upset)) could be upset by actors who move together, each to its own good.\(rest)"
    }
  }

  /// What each coalition could do, by an example.
  private func addExamples(to builder: inout DocumentBuilder) {
    if answer.examples.isEmpty { return }
    builder.heading("Who could do it together, with an example each")
    for example in answer.examples {
      let start = state(example.position)
      let end: Sentence = "\(names.full(state(example.target)))\(example.isJump ? ", which lasts, too" : "")"
      builder.item(
        "\(names.actors(answer.coalitions[example.coalition].members)), from \(names.full(start)), which lasts under \(example.concepts.words), to \(end): \(way(example))."
      )
    }
    let able = tallies.values.count { !$0.upset.isEmpty }
    if able > answer.examples.count {
      builder.remark(
        "And \(Prose.count(able - answer.examples.count, "coalition")) more; see the table.")
    }
  }

  /// The coalitions that could upset most of what lasts in the sense of the lead.
  private func addShortTable(to builder: inout DocumentBuilder) {
    guard let place = answer.concepts.firstIndex(of: sense) else { return }
    let tallies = tallies
    let all = answer.equilibria[place].count
    func count(_ index: Int) -> Int { tallies[index]?.upset[sense] ?? 0 }
    let able = tallies.keys.filter { count($0) > 0 }
      .sorted { (count($1), $0) < (count($0), $1) }
    if able.isEmpty { return }
    builder.heading("Which coalitions could upset most")
    var list = Table(.list(wide: 0), head: ["coalition", "could upset"])
    for index in able.prefix(Self.shown) {
      list.add([
        names.actors(answer.coalitions[index].members),
        "\(Prose.grouped(count(index))) of \(Prose.grouped(all))",
      ])
    }
    builder.table(list)
    let more = able.count - Self.shown
    let idle = answer.coalitions.count - able.count
    var rest: [Sentence] = []
    if more > 0 { rest.append("\(Prose.count(more, "other")) could upset less") }
    if idle > 0, answer.limit == nil { rest.append("\(Prose.count(idle, "other")) could upset nothing") }
    if !rest.isEmpty { builder.remark(Prose.capitalized(Prose.list(rest)) + ".") }
  }

  private func addTable(to builder: inout DocumentBuilder) {
    let tallies = tallies
    let able = tallies.keys.sorted()
    if able.isEmpty { return }
    builder.heading("How many states each coalition could upset")
    var list = Table(
      .list(wide: 0), head: ["coalition", "could gain"] + answer.concepts.map(Self.name) + ["jumps"])
    for index in able {
      guard let tally = tallies[index] else { continue }
      let counts = [tally.gains] + answer.concepts.map { tally.upset[$0] ?? 0 } + [tally.jumps.count]
      list.add([names.actors(answer.coalitions[index].members)] + counts.map { "\(Prose.grouped($0))" })
    }
    builder.table(list)
    let idle = answer.coalitions.count - able.count
    if idle > 0, answer.limit == nil {
      builder.remark(
        "\(Prose.capitalized(Prose.count(idle, "other coalition"))) could gain nowhere.")
    }
  }

  private func addSurvivors(to builder: inout DocumentBuilder) {
    guard answer.limit == nil else { return }
    for group in groups.reversed() {
      let survivors = group.survivors
      if survivors.isEmpty || survivors.count == group.equilibria.count { continue }
      builder.heading("What survives every coalition under \(group.concepts.words)")
      for position in survivors.prefix(Self.shown) {
        let state = state(position)
        let content: Sentence = names.isGraph ? "" : ": \(names.content(of: state))"
        builder.item("\(names.capitalized(names.full(state)))\(content).")
      }
      if survivors.count > Self.shown {
        builder.remark(
          "And \(Prose.count(survivors.count - Self.shown, "state")) more; \(Sentence.inJSON) lists all.")
      }
    }
  }

  private func addExplanation(to builder: inout DocumentBuilder) {
    builder.pause()
    let all = answer.coalitions.count
    let extent: Sentence =
      answer.limit == nil
      ? "Looked at: \(Prose.count(all, "coalition")) at every state that lasts while all act alone. " : ""
    builder.paragraph(
      extent
        + "A coalition could gain where its members, moving in turns as often as they like, come to a state that each of them likes better. That upsets the state unless the others could spoil it for one of them: by any moves (CGMR), by moves the coalition cannot mend afterwards (CSMR), by moves that coalitions among the others would gain from (CSEQ); under CNASH it always does. The columns count states that last under the concept while all act alone; jumps lead to another of these, whether or not the others could spoil them."
    )
  }
}
