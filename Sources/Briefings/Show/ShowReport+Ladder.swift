internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// Where the present and each outcome stand with each actor.
extension ShowReport {
  /// In so many states ranks are counted for a table that nobody asked for.
  private static let rankedStates = 1 << 18

  /// Where the present and each outcome stand with each actor.
  struct Ladder {
    /// Something with the places of its best and its worst state, by actor.
    struct Rung {
      var name: Sentence
      var state: State?
      var isPresent = false
      /// Counted from 1, the best; nil where it has no state.
      var places: [ClosedRange<Int>?]
    }

    /// The present first, then the outcomes.
    var rungs: [Rung]
    /// How many places each actor tells apart.
    var placeCounts: [Int]
  }

  /// The ladder; nil where preferences were not worked out or there are too many states.
  var ladder: Ladder? {
    guard solution.isWorkedOut, solution.isListed, !solution.states.isEmpty,
      solution.states.count <= Self.rankedStates
    else {
      return nil
    }
    let places = conflict.actors.indices.map { self.places(of: $0) }
    var rungs: [Ladder.Rung] = []
    if let now = subject.statusQuo?.state, let position = solution.states.position(of: now),
      chosen.contains(position)
    {
      rungs.append(
        Ladder.Rung(
          name: "the present", state: now, isPresent: true,
          places: places.map { $0[position]...$0[position] }))
    }
    for outcome in subject.outcomes {
      let members = solution.states(where: outcome.condition).intersection(chosen).members
      let positions = members.compactMap { solution.states.position(of: $0) }
      rungs.append(
        Ladder.Rung(
          name: Sentence(outcome.name.printable, to: .outcome(outcome.id)),
          places: places.map { places in
            guard let best = positions.map({ places[$0] }).min(),
              let worst = positions.map({ places[$0] }).max()
            else { return nil }
            return best...worst
          }))
    }
    return Ladder(rungs: rungs, placeCounts: places.map { $0.max() ?? 0 })
  }

  /// For each state its place with an actor, counted from 1.
  func places(of actor: Int) -> [Int] {
    let ranks = solution.states.indices.map { solution.rank(of: actor, at: $0) }
    let distinct = Set(ranks).sorted(by: >)
    var place: [Int: Int] = [:]
    for (index, rank) in distinct.enumerated() { place[rank] = index + 1 }
    return ranks.map { place[$0] ?? 0 }
  }

  /// The ladder as a table.
  func addLadder(to builder: inout DocumentBuilder) {
    guard let ladder, !ladder.rungs.isEmpty else { return }
    builder.heading("Where each outcome stands")
    builder.paragraph(
      "Place 1 is what an actor likes best; an outcome of several situations reaches from its best to its worst."
    )
    var table = Table(
      .list(wide: 0), head: [""] + conflict.actors.indices.map { names.actor($0) })
    for rung in ladder.rungs {
      table.add(
        [rung.name]
          + rung.places.map { places in
            guard let places else { return "–" }
            let (best, worst) = (Prose.grouped(places.lowerBound), Prose.grouped(places.upperBound))
            return places.count == 1 ? "\(best)" : "\(best)–\(worst)"
          })
    }
    table.add(["of so many places"] + ladder.placeCounts.map { "\(Prose.grouped($0))" })
    builder.table(table)
  }
}
