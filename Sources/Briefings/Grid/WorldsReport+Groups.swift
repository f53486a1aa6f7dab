internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

// Which worlds agree in everything that lasts.
extension WorldsReport {
  /// The most answers of a tree among groups that is shown at once.
  private static let shortTree = 6

  private static let groupLimit = 16

  func addGroups(to builder: inout DocumentBuilder) {
    let questions = worlds.groupingQuestions
    if groups.count < 2 || questions.isEmpty { return }
    builder.heading("The worlds in \(Prose.grouped(groups.count)) groups that agree")
    let shown = groups.prefix(Self.groupLimit)
    if let (figure, caption) = worldsFigure() {
      builder.figure(.worlds(figure), caption: caption)
    } else if let tooManyAxes {
      builder.paragraph(tooManyAxes)
    }
    var grid = Table(.grid)
    grid.head = ["group"] + shown.indices.map { Sentence(letters($0)) }
    grid.add(["worlds"] + shown.map { "\(Prose.grouped($0.worlds.count))" })
    for (index, question) in questions.enumerated() {
      // What is the same in all groups has been said above.
      if Set(groups.map { $0.answers[index] }).count == 1 { continue }
      grid.add(
        [names.capitalized(name(of: question))] + shown.map { mark($0.answers[index], question) })
    }
    builder.table(grid)
    var legend = "\u{25CF} lasts, \u{B7} does not"
    if case .option = questions[0] {
      legend = "Y always taken, N never, - either way, blank: nothing lasts; for the status quo " + legend
    }
    builder.remark("\(legend).")
    if groups.count > shown.count {
      builder.remark(
        "\(Prose.grouped(groups.count - shown.count)) smaller groups are left out; \(Sentence.inJSON) has them."
      )
    }
    if let written = writtenWorld, let group = groups.firstIndex(where: { $0.worlds.contains(written) }) {
      builder.remark("The case as it is written is in group \(letters(group)).")
    }
    addTree(to: &builder)
  }

  /// Which world is in which group; a tree of many branches on request.
  private func addTree(to builder: inout DocumentBuilder) {
    let title: Sentence = "Which world is in which group"
    let answers = grouping.tree.answerCount
    func addWhole(_ title: Sentence, to builder: inout DocumentBuilder) {
      builder.heading(title)
      add(grouping.tree, to: &builder) { "group \(letters(max($0, 0)))" }
    }
    if answers <= Self.shortTree { return addWhole(title, to: &builder) }
    builder.heading(title)
    let deciding = grouping.tree.dimensions.map { index -> Sentence in
      if case .event(let event) = worlds.dimensions[index].kind { return quoted(event: event) }
      return name(of: worlds.dimensions[index])
    }
    let rest: Sentence = answers > Self.treeLimit ? "; \(Sentence.inJSON) has them." : "."
    builder.remark(
      "\(names.capitalized(Prose.list(deciding))) tell, with \(Prose.grouped(answers)) different answers\(rest)"
    )
    if answers <= Self.treeLimit { builder.more("World by world") { addWhole("World by world", to: &$0) } }
  }

  private func mark(_ answer: Int, _ question: Worlds.Topic) -> Sentence {
    if case .option = question { return answer < 0 ? "" : ["N", "Y", "-", ""][answer] }
    return answer < 0 ? "" : answer == 1 ? "\u{25CF}" : "\u{B7}"
  }
}
