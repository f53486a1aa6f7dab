internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

extension PathsReport {
  /// The most states that a picture on a page shows.
  private static let pictureStates = 40

  /// A picture of the shortest ways: of what the table says, what leads where.
  func addFigure(_ section: Section, to builder: inout DocumentBuilder) {
    let reach = section.reach
    let (positions, edges) = edges(section, atMost: Self.pictureStates)
    let nodes = positions.map { position -> Figure.Graph.Node in
      let state = state(position)
      var label = [names.capitalized(names.isGraph ? names.state(state) : names.again(state))]
      if !names.isGraph { label.append(Sentence(names.pattern(state))) }
      label += names.outcomes(state)
      if isEquilibrium(position) { label.append("lasts under \(options.concept.word)") }
      return Figure.Graph.Node(
        id: String(position), label: label, isDecisive: position == reach.start)
    }
    let arrows = edges.map {
      Figure.Graph.Edge(from: String($0.from), to: String($0.to), label: names.actor($0.mover))
    }
    let reached = reach.positions.filter { $0 != reach.start }.count
    let shown = positions.count - 1
    var caption: Sentence = "The shortest ways from \(names.again(state(reach.start)))"
    caption +=
      shown == reached
      ? "." : ", to \(Prose.grouped(shown)) of the \(Prose.grouped(reached)) states that can be reached."
    builder.figure(
      .graph(Figure.Graph(nodes: nodes, edges: arrows, isIllustration: true)), caption: caption)
  }
}
