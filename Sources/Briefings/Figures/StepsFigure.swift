internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

extension Names {
  /// A way as a picture: each move with who makes it and what it changes, from where it begins to
  /// where it ends.
  ///
  /// - Parameters:
  ///   - isLasting: Whether it could last where the way ends; nil where nobody knows.
  func strip(_ path: [Step], from start: State, isLasting: Bool?) -> Figure.Chain {
    let labels = Labels(subject)
    var actors: [Figure.Party] = []
    var cards: [Figure.Chain.Card] = []
    var current = start
    for step in path {
      let party = labels.party(step.actor, self)
      let place = actors.firstIndex(of: party) ?? actors.count
      if place == actors.count { actors.append(party) }
      cards.append(
        Figure.Chain.Card(
          actor: place, role: "", changes: changes(from: current, to: step.state, labels)))
      current = step.state
    }
    let remark: [Sentence] = isLasting.map { [$0 ? "This could last." : "This does not last."] } ?? []
    let name = title(of: current) ?? "A situation that no outcome names"
    let ending = Figure.Chain.Ending(isLasting == true ? .lasts : .passes, name, remarks: remark)
    return Figure.Chain(
      .steps, actors: actors, start: called(start), cards: cards, ending: ending, isIllustration: true)
  }
}
