package import ConflictModel

// What two variants of a conflict have in common, so that it need not be worked out
// again for each. Names do not matter.
extension Conflict {
  /// Whether both have the same feasible states, because nothing differs that these
  /// depend on; conditions then mean the same in both.
  package func hasSameStates(as other: Conflict) -> Bool {
    form == other.form && options.count == other.options.count
      && levelOptions.map { $0.thresholds } == other.levelOptions.map { $0.thresholds }
      && events.map { $0.holds } == other.events.map { $0.holds } && terms == other.terms
      && rules == other.rules
  }

  /// Whether an actor has the same moves in both, given that they have the same
  /// states, because nothing differs that these depend on.
  func hasSameMoves(of actor: Int, as other: Conflict) -> Bool {
    let (mine, theirs) = (actors[actor], other.actors[actor])
    return optionMask(of: actor) == other.optionMask(of: actor)
      && directions(of: actor) == other.directions(of: actor) && requirements == other.requirements
      && mine.cannot == theirs.cannot && mine.misperceives == theirs.misperceives
      && mine.moves == theirs.moves
  }
}
