internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// Pictures of what the text and tables beside them say.
extension SolveReport {
  private typealias Marks = Figure.Marks

  /// The most completions of the status quo, and the most outcomes, that a picture shows.
  private static let most = (states: 4, outcomes: 12)

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
  }

  /// What is taken now, and in the states of each outcome that lasts.
  func addOutcomes(to builder: inout DocumentBuilder) {
    let strongest = solution.concepts.contains(.seq) ? .seq : strongestFirst.first
    guard !names.isGraph, !isLarge, let concept = strongest else { return }
    let lasting = solution.equilibria(concept)
    var shown = subject.outcomes.indices.map { ($0, lasting.intersection(outcomeStates[$0])) }
    shown.removeAll { $0.1.isEmpty }
    if shown.isEmpty || shown.count > Self.most.outcomes { return }
    let holdings = shown.map { solved.holdings(of: $0.1) }
    let now = subject.statusQuo.map { $0.completions.isEmpty ? [$0.state] : $0.completions } ?? []
    let present = now.isEmpty ? [] : [Sentence("now")]
    var rows: [Marks.Row] = []
    for (index, group) in names.groups.enumerated() {
      rows.append(.init(names.title(of: group)))
      for (place, row) in group.rows.enumerated() {
        let tallies = holdings.map { $0.rows[index][place] }
        rows += signs(of: row, now, tallies)
      }
    }
    rows.append(.init("Outcomes"))
    for (place, entry) in shown.enumerated() {
      let own: [Marks.Sign] = shown.indices.map { $0 == place ? .full : .blank }
      let outcome = subject.outcomes[entry.0]
      let count = Prose.count(entry.1.count, "state")
      rows.append(
        .init(
          "\(Self.letter(place)): \(Sentence(outcome.name, to: .outcome(outcome.id))) (\(count))",
          present.map { _ in .blank } + own))
    }
    let marks = Marks(
      columns: present + shown.indices.map { Sentence(Self.letter($0)) }, rows: rows,
      legend: [
        .init(.full, "taken"), .init(.half, "in some of its states"), .init(.ring, "not taken"),
      ], isIllustration: true)
    builder.figure(
      .marks(marks),
      caption:
        "What is taken \(now.isEmpty ? "" : "now, and ")in the states of each outcome that last under \(concept.word)."
    )
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
