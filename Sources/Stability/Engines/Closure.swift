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

  /// The answers, each in a lane.
  struct Answers {
    fileprivate var lanes: LaneArray
    /// For each lane the costs that its numbers stand for; nil where they are costs.
    fileprivate var meanings: [[UInt32]]?

    /// Puts one answer into an array as wide as its costs were; false when the work
    /// was stopped.
    func read(lane: Int, into target: RankArray, _ workers: Workers) -> Bool {
      guard let meanings else { return lanes.read(lane: lane, into: target, workers) }
      return lanes.read(lane: lane, into: target, meaning: meanings[lane], workers)
    }
  }

  let movers: [Mover]
  /// Whether only improvements are followed.
  let areCredible: Bool
  let workers: Workers

  /// Answers the questions, at most eight; nil when the work was stopped.
  func answers(to questions: [Question], width: RankArray.Width) -> Answers? {
    guard let slotCount = questions.first?.costs.count else { return nil }
    var answers = Answers(lanes: LaneArray(unfilled: slotCount, width: width))
    guard answers.lanes.fill(from: questions.map { $0.costs }, workers) else { return nil }
    // Moving once more right after oneself changes nothing, so the work is done
    // once all movers in a row, the last one to change anything among them, leave
    // everything as it is.
    var quiet = 0
    var next = 0
    // The turn in which each mover was followed last.
    var turns = [Int](repeating: 0, count: movers.count)
    while quiet < movers.count {
      let place = next % movers.count
      let mover = movers[place]
      next += 1
      let asked = (0..<LaneArray.laneCount).map { $0 < questions.count && questions[$0].focal != mover.actor }
      guard asked.contains(true) else {
        quiet += 1
        continue
      }
      guard
        let hasChanged = mover.sweep(
          answers.lanes, asked: asked, areCredible: areCredible, turn: next, since: turns[place], workers)
      else { return nil }
      turns[place] = next
      quiet = hasChanged ? 1 : quiet + 1
      // By now all but one or two have followed their moves, and few costs may be left.
      if next + 1 >= movers.count, quiet < movers.count, !narrow(&answers, questions.count) { return nil }
    }
    return answers
  }

  /// Numbers costs in fewer bytes where few are left; false when the work was stopped.
  private func narrow(_ answers: inout Answers, _ laneCount: Int) -> Bool {
    if answers.lanes.width != .four { return true }
    switch answers.lanes.narrowed(lanes: laneCount, workers) {
    case .stopped: return false
    case .tooMany: break
    case .narrowed(let lanes, let meanings): answers = Answers(lanes: lanes, meanings: meanings)
    }
    return true
  }
}
