internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// Pictures of what the text and tables beside them say.
extension SolveReport {
  private typealias Marks = Figure.Marks

  /// The most completions of the status quo that a picture shows, and the most states by name.
  private static let most = (states: 4, outcomes: 12)

  /// Who would leave each state, and who is held, in which sense.
  func addDepartures(from states: [State], to builder: inout DocumentBuilder) {
    let concepts = strongestFirst
    var rows: [Marks.Row] = []
    for state in states.prefix(Self.most.states) {
      guard let position = solution.states.position(of: state) else { continue }
      if states.count > 1 { rows.append(.init(names.capitalized(names.again(state)))) }
      for actor in conflict.actors.indices {
        let canGain = solution.improvementCount(of: actor, from: position) > 0
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
    guard let (figure, caption) = optionsFigure() else { return }
    builder.figure(.options(figure), caption: caption)
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

  /// What it means here that something lasts, and what other senses would add.
  func addSenses(to builder: inout DocumentBuilder) {
    guard let sense, hasReasons else { return }
    builder.heading("What lasting means here")
    var list = Table(head: [])
    // Senses that agree stand in one line, with what the one that asks least means: it is true of each.
    for concepts in agreeing(shown) {
      guard let plainest = concepts.last else { continue }
      let count = solution.equilibria(plainest).count
      list.add([
        concepts.map { $0.word }.joined(separator: ", "),
        "\(count == 0 ? "none" : Prose.grouped(count)) of \(Prose.grouped(solution.states.count))",
        Sentence(plainest.brief + ".", to: .concept(plainest.rawValue)),
      ])
    }
    builder.table(list)
    let others = strongestFirst.filter { !shown.contains($0) }
    if !others.isEmpty { builder.remark(self.others(others, beside: sense)) }
    for sentence in leftOutSentences { builder.remark(sentence) }
  }

  /// Concepts that were asked for by name, those that agree together, the one that asks most first.
  private func agreeing(_ concepts: [Concept]) -> [[Concept]] {
    if concepts.count <= Self.apart { return concepts.map { [$0] } }
    var groups: [[Concept]] = []
    for concept in strongestFirst where concepts.contains(concept) {
      let equilibria = solution.equilibria(concept)
      if let place = groups.firstIndex(where: { solution.equilibria($0[0]) == equilibria }) {
        groups[place].append(concept)
      } else {
        groups.append([concept])
      }
    }
    return groups
  }

  /// So many senses have a line each.
  private static let apart = 2

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
}
