internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Questions

// What lasts in which world, a cell for each combination of what decides it.
extension WorldsReport {
  /// The most things that decide for which there is a picture.
  package static let mostAxes = 4
  /// The most cells of a picture.
  private static let mostCells = 144

  /// The dimensions that tell which group a world belongs to.
  private var deciding: [Int] { grouping.tree.dimensions.sorted() }

  /// The worlds in cells, with what that shows; nil where nothing decides, or too much.
  package func worldsFigure() -> (figure: Figure.Worlds, caption: Sentence)? {
    let deciding = deciding
    guard groups.count > 1, !deciding.isEmpty, deciding.count <= Self.mostAxes else { return nil }
    let labels = Labels(subject)
    let axes = deciding.map { axis(worlds.dimensions[$0], labels) }
    let count = axes.reduce(1) { $0 * $1.values.count }
    if count > Self.mostCells { return nil }
    var cells = [Figure.Worlds.Cell](repeating: .init(group: nil), count: count)
    let written = writtenWorld
    for (index, world) in worlds.worlds.enumerated() where grouping.answers[index] >= 0 {
      let cell = zip(deciding, axes).reduce(0) { $0 * $1.1.values.count + world.values[$1.0] }
      cells[cell].group = grouping.answers[index]
      if index == written { cells[cell].isWritten = true }
    }
    let home = written.flatMap { world in groups.firstIndex { $0.worlds.contains(world) } }
    let figure = Figure.Worlds(
      axes: axes, cells: cells,
      groups: groups.indices.map { place in
        .init(
          letters(place), worldCount: groups[place].worlds.count, isWritten: place == home,
          words: words(of: place, beside: home))
      }, folded: folded(deciding), isIllustration: true)
    let worldCount = Prose.count(worlds.solvedCount, "world")
    let isFolded = cells.count { $0.group != nil } < worlds.solvedCount
    let caption: Sentence =
      "What lasts in which world: the \(worldCount)\(isFolded ? " in \(Prose.grouped(cells.count { $0.group != nil })) cells" : ""); the same letter, the same that could last."
    return (figure, caption)
  }

  /// Why there is no picture where more decides than can be drawn.
  var tooManyAxes: Sentence? {
    let count = deciding.count
    if count <= Self.mostAxes { return nil }
    return
      "\(Prose.capitalized(Prose.number(count))) things decide between them, too many for a picture; this tells the groups."
  }

  private func axis(_ dimension: Worlds.Dimension, _ labels: Labels) -> Figure.Worlds.Axis {
    switch dimension.kind {
    case .event(let index):
      let name = Sentence(event(index).printable, to: .event(dimension.id))
      return .init(title: name, values: ["no", "yes"])
    case .profile(let actor):
      return .init(
        labels.party(actor, names), title: names.actor(actor),
        values: dimension.values.map { value in
          guard let value else { return "as written" }
          let profile = subject.document.actors[actor].profiles.first { $0.id == value }
          return Sentence((profile?.name ?? value).printable)
        })
    case .statusQuo:
      return .init(
        title: "the present", values: worlds.statusQuos.indices.map { content(ofStatusQuo: $0) })
    }
  }

  /// What decides nothing.
  private func folded(_ deciding: [Int]) -> Sentence {
    let idle = worlds.dimensions.indices.filter { !deciding.contains($0) }
    if idle.isEmpty { return "" }
    let names = idle.map { title(of: worlds.dimensions[$0]) }
    return "It makes no difference \(names.count == 1 ? "" : "here ")\(Prose.list(names, "or"))."
  }

  /// What lasts in a group, or how that differs from the case as it is written.
  private func words(of group: Int, beside home: Int?) -> Sentence {
    let questions = worlds.groupingQuestions
    let answers = groups[group].answers
    guard let home, home != group else {
      let lasting = questions.indices.filter { answers[$0] == 1 && questions[$0] != .statusQuo }
      var words: Sentence = group == home ? "as the case is written; " : ""
      if case .option = questions[0] {
        words += group == home ? "" : "otherwise"
        return words.hasSuffix("; ") ? "as the case is written" : words
      }
      words +=
        lasting.isEmpty
        ? "nothing named lasts"
        : "could last: \(Prose.list(lasting.map { name(of: questions[$0]) }))"
      return words
    }
    let other = groups[home].answers
    var (more, less, present): ([Sentence], [Sentence], Sentence) = ([], [], "")
    for index in questions.indices where answers[index] != other[index] {
      let name = name(of: questions[index])
      switch questions[index] {
      case .statusQuo:
        present =
          answers[index] == 1
          ? "the present lasts" : answers[index] == 0 ? "the present does not last" : ""
      case .option:
        let word = ["never", "always", "in some", "nothing lasts"]
        if answers[index] >= 0 { more.append("\(name) \(word[answers[index]])") }
      default:
        if answers[index] == 1 { more.append(name) } else { less.append(name) }
      }
    }
    let plus: Sentence = more.isEmpty ? "" : "+\u{A0}\(Prose.list(more))"
    let minus: Sentence = less.isEmpty ? "" : "\u{2212}\u{A0}\(Prose.list(less))"
    return [plus, minus, present].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
