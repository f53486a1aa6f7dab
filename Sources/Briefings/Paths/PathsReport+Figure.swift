internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

extension PathsReport {
  /// The most states that a picture on a page shows.
  private static let pictureStates = 40
  /// And one on which each move says what it changes.
  private static let wayStates = 24

  /// A picture of the shortest ways: of what the table says, what leads where.
  func addFigure(_ section: Section, to builder: inout DocumentBuilder) {
    let reach = section.reach
    let (positions, edges) = edges(section, atMost: Self.pictureStates)
    let nodes = positions.map { node($0, from: reach.start) }
    let arrows = edges.map {
      Figure.Graph.Edge(from: String($0.from), to: String($0.to), label: names.actor($0.mover))
    }
    let reached = reach.positions.filter { $0 != reach.start }.count
    let shown = positions.count - 1
    var caption: Sentence = "The shortest ways from \(called(state(reach.start)))"
    caption +=
      shown == reached
      ? "." : ", to \(Prose.grouped(shown)) of the \(Prose.grouped(reached)) states that can be reached."
    builder.figure(
      .graph(Figure.Graph(nodes: nodes, edges: arrows, isIllustration: true)), caption: caption)
  }

  /// A picture of the ways, each move with what it changes: as many of them, the shortest first,
  /// as have few enough states.
  func addFigure(of paths: [[Step]], from start: Int, to builder: inout DocumentBuilder) {
    let (graph, shown) = graph(of: paths, from: start, atMost: Self.wayStates)
    if shown == 0 { return }
    let which =
      shown == paths.count
      ? shown == 1 ? "The way" : "The \(Prose.grouped(shown)) ways"
      : "The first \(Prose.grouped(shown)) of the \(Prose.grouped(paths.count)) ways below"
    builder.figure(
      .graph(graph),
      caption: "\(which) from \(called(state(start))), each move with what it changes.")
  }

  /// The ways as a graph, and how many of them have few enough states.
  func graph(
    of paths: [[Step]], from start: Int, atMost limit: Int
  ) -> (graph: Figure.Graph, shown: Int) {
    var positions = [start]
    var seen: Set<Int> = [start]
    var arrows: [Figure.Graph.Edge] = []
    var shown = 0
    for path in paths {
      let stops = path.compactMap { solution.states.position(of: $0.state) }
      if stops.count < path.count || seen.union(stops).count > limit { break }
      shown += 1
      var last = start
      for (step, next) in zip(path, stops) {
        if seen.insert(next).inserted { positions.append(next) }
        let (from, to) = (String(last), String(next))
        if !arrows.contains(where: { $0.from == from && $0.to == to && mover(of: $0) == step.actor }) {
          let change: Sentence =
            names.isGraph ? "" : ": \(names.change(from: state(last), to: step.state))"
          arrows.append(.init(from: from, to: to, label: names.actor(step.actor) + change))
        }
        last = next
      }
    }
    let nodes = positions.map { node($0, from: start) }
    return (Figure.Graph(nodes: nodes, edges: arrows, isIllustration: true), shown)
  }

  /// A state in a caption, by what is so in it.
  private func called(_ state: State) -> Sentence {
    Sentence(names.called(state).inLowerCase.text, to: .state(state.code))
  }

  /// The actor that the label of a move begins with.
  private func mover(of edge: Figure.Graph.Edge) -> Int? {
    edge.label.phrases.first?.reference.flatMap { reference in
      conflict.actors.indices.first { reference == .actor(conflict.actors[$0].id) }
    }
  }

  /// What is so in a state: its outcomes, and how it differs from the start; the number and the pattern are
  /// for those who look closer.
  func node(_ position: Int, from start: Int) -> Figure.Graph.Node {
    let state = state(position)
    let reference = Reference.state(state.code)
    var label: [Sentence] = []
    if names.isGraph {
      label = [names.title(of: state) ?? names.capitalized(names.state(state))]
    } else {
      let name = names.title(of: state)?.text
      let now = names.isPresent(state) ? "The present" : position == start ? "The start" : nil
      label = [now, name].compactMap { $0 }.map { Sentence($0, to: reference) }
      if position != start {
        label.append(Sentence(names.difference(from: self.state(start), to: state).text))
      }
    }
    if isEquilibrium(position) { label.append("lasts under \(options.concept.word)") }
    return Figure.Graph.Node(
      id: String(position), label: label, hover: Prose.capitalized(names.state(state)).text,
      isDecisive: position == start, isMarked: isEquilibrium(position))
  }
}
