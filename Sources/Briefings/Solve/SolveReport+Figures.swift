internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// Pictures of what the text and tables beside them say.
extension SolveReport {
  private typealias Marks = Figure.Marks

  /// The most completions of the status quo and the most outcomes that a picture shows, the most
  /// options beside it that are the same throughout, and the most of an actor without a heading.
  private static let most = (states: 4, outcomes: 12, constants: 6, loose: 2)

  /// Who would leave each state, and who is held, in which sense.
  func addDepartures(from states: [State], to builder: inout DocumentBuilder) {
    let concepts = strongestFirst
    var rows: [Marks.Row] = []
    for state in states.prefix(Self.most.states) {
      guard let position = solution.states.position(of: state) else { continue }
      if states.count > 1 { rows.append(.init(names.capitalized(names.again(state)))) }
      for actor in conflict.actors.indices {
        let canGain = !solution.improvements(of: actor, from: position).isEmpty
        let signs = concepts.map { concept -> Marks.Sign in
          if !canGain { return .dot }
          return solution.isStable(concept, actor: actor, position: position) ? .half : .full
        }
        rows.append(.init(names.actor(actor), signs))
      }
    }
    if rows.isEmpty || concepts.isEmpty { return }
    let marks = Marks(
      columns: concepts.map { $0.word }, rows: rows,
      legend: [
        .init(.full, "would leave"), .init(.half, "could gain, but would stay"),
        .init(.dot, "could not gain"),
      ], isIllustration: true)
    builder.figure(.marks(marks), caption: "Who would leave the status quo, in which sense of lasting.")
    if let first = states.first { addArgument(about: first, to: &builder) }
    addStanding(to: &builder)
  }

  /// What is taken now, and in what could last, outcome by outcome.
  func addOutcomes(to builder: inout DocumentBuilder) {
    guard let sense, hasReasons else { return }
    let lasting = solution.equilibria(sense)
    if lasting.isEmpty { return }
    if names.isGraph {
      addNamedStates(lasting, to: &builder)
      return
    }
    let (columns, now) = (lastingColumns(lasting), solved.statusQuos)
    let rows = rows(of: columns.map { $0.states }, now)
    // One column of what has no name needs no letter.
    let isUnnamed =
      columns.count == 1 && outcomeStates.allSatisfy { lasting.intersection($0).isEmpty }
    let heads = isUnnamed ? ["lasting"] : columns.indices.map { Sentence(Self.letter($0)) }
    let marks = Marks(
      columns: (now.isEmpty ? [] : ["now"]) + heads, rows: rows.shown,
      legend: [
        .init(.full, "taken"), .init(.half, "in some of the situations"), .init(.ring, "not taken"),
      ])
    var caption = caption(lasting, isUnnamed ? [] : columns, now)
    let most = Self.most.constants
    if !rows.everywhere.isEmpty {
      caption += " Taken throughout: \(Prose.list(rows.everywhere, atMost: most))."
    }
    if !rows.nowhere.isEmpty { caption += " Nowhere: \(Prose.list(rows.nowhere, atMost: most))." }
    builder.heading("What could last, option by option")
    if rows.shown.isEmpty {
      builder.paragraph(caption)
    } else {
      builder.figure(.marks(marks), caption: caption)
    }
  }

  /// What the columns are.
  private func caption(
    _ lasting: Selection, _ columns: [(name: Sentence, states: Selection)], _ now: [State]
  ) -> Sentence {
    let what: Sentence =
      lasting.count == 1
      ? "the only situation that could last"
      : "the \(Prose.grouped(lasting.count)) of \(Prose.count(solution.states.count, "feasible situation")) that could last"
    let outcomes = columns.enumerated().map { place, column -> Sentence in
      let count: Sentence = lasting.count > 1 ? " (\(Prose.grouped(column.states.count)))" : ""
      return "\(Self.letter(place)):\u{A0}\(column.name)\(count)"
    }
    return
      "What is taken \(now.isEmpty ? "" : "now, and ")in \(what)\(outcomes.isEmpty ? "" : ": ")\(outcomes.joined(separator: "; "))."
  }

  /// The rows of what is not the same throughout, and what is.
  private func rows(
    of columns: [Selection], _ now: [State]
  ) -> (shown: [Marks.Row], everywhere: [Sentence], nowhere: [Sentence]) {
    let holdings = columns.map { solved.holdings(of: $0) }
    var (loose, headed): ([Marks.Row], [Marks.Row]) = ([], [])
    var (everywhere, nowhere): ([Sentence], [Sentence]) = ([], [])
    for (index, group) in names.groups.enumerated() {
      var own: [Marks.Row] = []
      for (place, row) in group.rows.enumerated() {
        for sign in signs(of: row, now, holdings.map { $0.rows[index][place] }) {
          switch Set(sign.signs) {
          case [.full]: everywhere.append("\u{201C}\(sign.label)\u{201D}")
          case [.ring]: nowhere.append("\u{201C}\(sign.label)\u{201D}")
          default: own.append(sign)
          }
        }
      }
      let title = names.title(of: group)
      if own.count > Self.most.loose {
        headed.append(.init(title))
        headed += own
      } else {
        // A heading over one or two would be half of what there is to read. They stand before all
        // headings, or they would seem to belong to one.
        let isJoint = group.rows.allSatisfy { if case .joint = $0.kind { true } else { false } }
        loose += own.map { .init(isJoint ? $0.label : "\(title): \($0.label)", $0.signs) }
      }
    }
    return (loose + headed, everywhere, nowhere)
  }

  /// In graph form, the states that could last, by name.
  private func addNamedStates(_ lasting: Selection, to builder: inout DocumentBuilder) {
    builder.heading("What could last")
    for state in lasting.members.prefix(Self.most.outcomes) {
      let outcomes = names.outcomes(state)
      let name = graphName(of: state)
      builder.item(name + (outcomes.isEmpty ? "" : ": " + Prose.list(outcomes)))
    }
    if lasting.count > Self.most.outcomes {
      builder.remark("And \(Prose.count(lasting.count - Self.most.outcomes, "situation")) more.")
    }
  }

  private func graphName(of state: State) -> Sentence { names.capitalized(names.state(state)) }

  /// What could last by outcome, and what no outcome names.
  private func lastingColumns(_ lasting: Selection) -> [(name: Sentence, states: Selection)] {
    var columns: [(name: Sentence, states: Selection)] = []
    var unnamed = lasting
    for (index, states) in outcomeStates.enumerated() {
      let members = lasting.intersection(states)
      if members.isEmpty { continue }
      unnamed = unnamed.subtracting(members)
      let outcome = subject.outcomes[index]
      columns.append((Sentence(outcome.name.printable, to: .outcome(outcome.id)), members))
    }
    if columns.count > Self.most.outcomes { columns = Array(columns.prefix(Self.most.outcomes)) }
    if !unnamed.isEmpty {
      columns.append((columns.isEmpty ? "What could last" : "without a name", unnamed))
    }
    return columns
  }

  /// What it means here that something lasts, and what other senses would add.
  func addSenses(to builder: inout DocumentBuilder) {
    guard let sense, hasReasons else { return }
    builder.heading("What lasting means here")
    var list = Table(head: [])
    for concept in shown {
      let count = solution.equilibria(concept).count
      list.add([
        concept.word,
        "\(count == 0 ? "none" : Prose.grouped(count)) of \(Prose.grouped(solution.states.count))",
        Sentence(concept.brief + ".", to: .concept(concept.rawValue)),
      ])
    }
    builder.table(list)
    let others = strongestFirst.filter { !shown.contains($0) }
    if !others.isEmpty { builder.remark(self.others(others, beside: sense)) }
    for sentence in leftOutSentences { builder.remark(sentence) }
  }

  /// What the other senses would add, in a sentence.
  private func others(_ others: [Concept], beside sense: Concept) -> Sentence {
    var parts: [Sentence] = []
    let same = others.filter { solution.equilibria($0) == solution.equilibria(sense) }
    if !same.isEmpty { parts.append("the same last under \(same.words)") }
    var left = others.filter { !same.contains($0) }
    while let first = left.first {
      let count = solution.equilibria(first).count
      let alike = left.filter { solution.equilibria($0).count == count }
      left.removeAll { alike.contains($0) }
      let each = alike.count > 1 && count > 0 ? ", each" : ""
      parts.append("\(count == 0 ? "none" : Prose.grouped(count)) under \(alike.words)\(each)")
    }
    return "Of the other senses: \(parts.joined(separator: "; "))."
  }

  private static func letter(_ place: Int) -> String { String(UnicodeScalar(UInt8(65 + place))) }

  /// The signs of a row; of an option with levels a row for each above the lowest.
  private func signs(of row: Row, _ now: [State], _ tallies: [Tally]) -> [Marks.Row] {
    guard case .level(let index) = row.kind else {
      let taken = now.count { state in row.options.allSatisfy { state.takes($0) } }
      let present: [Marks.Sign] = now.isEmpty ? [] : [Self.sign(taken, of: now.count)]
      return [
        .init(row.label, present + tallies.map { Self.sign($0.counts[1], of: $0.counts.reduce(0, +)) })
      ]
    }
    let level = conflict.levelOptions[index]
    return level.thresholds.enumerated().map { place, option in
      let present: [Marks.Sign] =
        now.isEmpty ? [] : [Self.sign(now.count { $0.takes(option) }, of: now.count)]
      let signs = tallies.map { tally in
        Self.sign(tally.counts.dropFirst(place + 1).reduce(0, +), of: tally.counts.reduce(0, +))
      }
      let name = Sentence(conflict.options[option].name.printable, to: .option(row.id))
      return .init(name, present + signs)
    }
  }

  private static func sign(_ count: Int, of all: Int) -> Marks.Sign {
    count == 0 ? .ring : count == all ? .full : .half
  }
}
