internal import ConflictModel
internal import StateSets

/// What the others can bring a focal actor down to, for up to eight questions at
/// once.
///
/// A question is a focal actor with a cost for each slot. Its answer for a slot
/// is the least cost among the slots that the others' moves, one after the other,
/// reach from there, the slot itself among them. One actor's moves are followed
/// everywhere at once, then the next one's, until a whole round changes nothing.
struct Closure {
  /// What is asked.
  struct Question {
    var focal: Int
    var costs: RankArray
  }

  let movers: [Mover]
  /// Whether only improvements are followed.
  let areCredible: Bool
  let workers: Workers

  /// Answers the questions, at most eight; nil when the work was stopped.
  func answers(to questions: [Question], width: RankArray.Width) -> LaneArray? {
    guard let slotCount = questions.first?.costs.count else { return nil }
    let lanes = LaneArray(unfilled: slotCount, width: width)
    guard lanes.fill(from: questions.map { $0.costs }, workers) else { return nil }
    // Moving once more right after oneself changes nothing, so the work is done
    // once all movers in a row, the last one to change anything among them, leave
    // everything as it is.
    var quiet = 0
    var next = 0
    while quiet < movers.count {
      let mover = movers[next % movers.count]
      next += 1
      let asked = (0..<LaneArray.laneCount).map { $0 < questions.count && questions[$0].focal != mover.actor }
      guard asked.contains(true), let order = areCredible ? mover.improvements : mover.moves else {
        quiet += 1
        continue
      }
      guard let hasChanged = lanes.sweep(mover.fibres, order, lanes: asked, workers) else { return nil }
      quiet = hasChanged ? 1 : quiet + 1
    }
    return lanes
  }
}
