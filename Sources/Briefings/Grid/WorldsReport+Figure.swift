internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions

extension WorldsReport {
  private typealias Marks = Figure.Marks

  /// What the worlds of each group have in common, and what lasts in them: what decides is
  /// wholly so in one group and not so in another.
  func addFigure(of groups: [Worlds.Group], to builder: inout DocumentBuilder) {
    var rows: [Marks.Row] = [.init("The worlds")]
    for (place, dimension) in worlds.dimensions.enumerated() {
      // The values that are not as written, or that hold.
      for value in dimension.values.indices.dropFirst() {
        let signs = groups.map { group -> Marks.Sign in
          let count = group.worlds.count { worlds.worlds[$0].values[place] == value }
          return count == 0 ? .ring : count == group.worlds.count ? .full : .half
        }
        rows.append(.init(names.capitalized(condition(place, [value])), signs))
      }
    }
    rows.append(.init("What lasts in them"))
    for (index, question) in worlds.groupingQuestions.enumerated() {
      if case .option = question { continue }
      let answers = groups.map { $0.answers[index] }
      rows.append(
        .init(
          names.capitalized(name(of: question)),
          answers.map { $0 < 0 ? .blank : $0 == 1 ? .full : .dot }))
    }
    let marks = Marks(
      columns: groups.indices.map { Sentence(letters($0)) }, rows: rows,
      legend: [
        .init(.full, "in all of its worlds"), .init(.half, "in some"), .init(.ring, "in none"),
        .init(.dot, "does not last"),
      ], isIllustration: true)
    builder.figure(
      .marks(marks), caption: "What the worlds of each group have in common, and what lasts in them.")
  }
}
