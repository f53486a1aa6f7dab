internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Stability

extension ShowReport.Ladder {
  /// The most things that a picture shows beside the present.
  private static let most = 24

  /// The ladder as a picture; nil where there are too many things for one, or only one.
  func figure(_ names: Names) -> Figure.Ladder? {
    let others = rungs.count { !$0.isPresent }
    if others == 0 || others > Self.most { return nil }
    let labels = Labels(names.subject)
    return Figure.Ladder(
      columns: placeCounts.enumerated().map { actor, count in
        .init(
          Figure.Party(
            labels.tags[actor],
            Sentence(labels.actor(actor).printable, to: .actor(names.conflict.actors[actor].id)), place: actor
          ),
          placeCount: count)
      },
      rungs: rungs.map { .init($0.name, isPresent: $0.isPresent, places: $0.places) },
      isIllustration: true)
  }
}

extension ShowReport {
  /// Where the present and each outcome stand, as a picture; in a small graph form each state.
  func addLadderFigure(to builder: inout DocumentBuilder) {
    guard let (figure, caption) = standingFigure() else { return }
    builder.figure(.ladder(figure), caption: caption)
  }

  /// The same with what it shows; nil where nothing has a place.
  package func standingFigure() -> (figure: Figure.Ladder, caption: Sentence)? {
    guard let figure = (ladderOfStates ?? ladder)?.figure(names) else { return nil }
    let which: Sentence =
      names.presents.count > 1 && !names.isGraph
      ? " The present is shown \(names.variant(names.presents[0])), one of the \(Prose.number(names.presents.count)) situations that it may be."
      : ""
    return (
      figure,
      "For each actor a column of the places that it tells apart, the best above; an outcome of several situations reaches from its best to its worst.\(which)"
    )
  }

  /// In so small a case that names no outcome, all states have a place each.
  private static let fewStates = 12

  private var ladderOfStates: Ladder? {
    guard subject.outcomes.isEmpty, solution.states.count <= Self.fewStates, var ladder else { return nil }
    let places = conflict.actors.indices.map { self.places(of: $0) }
    for position in solution.states.indices {
      let state = solution.states[position]
      let content = names.isGraph ? names.short(state) : names.content(of: state).text
      let name = Sentence(names.title(of: state)?.text ?? content, to: .state(state.code))
      ladder.rungs.append(
        Ladder.Rung(name: name, state: state, places: places.map { $0[position]...$0[position] }))
    }
    return ladder
  }
}
