package import CaseFile
package import ConflictModel
package import Notation
package import Stability

/// What is in doubt about the wishes of a case, and every way to settle it.
///
///     let doubts = try Doubts(of: subject)
///     doubts.list.count          // 7 things that the case leaves open
///     doubts.completionCount     // 184320 ways to settle all of them
///
/// A *completion* settles every doubt: each statement that may be absent is in
/// force or not, each list of statements in an order not known has some order of
/// those in force, and each ranking with unknown pairs is an order of the states,
/// ties allowed, that agrees with it on every other pair. Whatever the actors want,
/// states and moves stay the same.
package struct Doubts: Sendable {
  /// The case.
  package let subject: Case
  /// What is in doubt, actor by actor, in order of importance.
  package let list: [Doubt]
  /// What could be asked about them, in the same order.
  package let questions: [DoubtQuestion]
  /// The number of completions; nil when it takes more than 128 bits.
  package let completionCount: UInt128?

  let actors: [ActorDoubts]

  /// - Parameter subject: The case.
  ///
  /// - Throws: ``/Notation/SyntaxError`` when a ranking leaves so many pairs open
  ///   together that their orders cannot be counted.
  package init(of subject: Case) throws(SyntaxError) {
    var actors: [ActorDoubts] = []
    for actor in subject.conflict.actors.indices {
      guard let doubts = ActorDoubts(of: actor, in: subject) else {
        let text = subject.document.actors[actor]
        throw SyntaxError(
          Diagnostic(
            .uncountableDoubts,
            "the unknown pairs in the ranking of '\(text.id)' have more orders than can be counted",
            at: text.unknown.first?.first.place ?? text.place,
            hint:
              "pairs that span the same stretch of a ranking are ordered together; leave fewer of them open"
          ))
      }
      actors.append(doubts)
    }
    self.subject = subject
    self.actors = actors
    list = actors.flatMap { $0.doubts }
    questions = actors.flatMap { $0.questions }
    var count: UInt128? = 1
    for doubt in list {
      guard let known = count else { break }
      let (product, overflows) = known.multipliedReportingOverflow(by: UInt128(doubt.wayCount))
      count = overflows ? nil : product
    }
    completionCount = count
  }

  /// Whether there is more than one completion.
  package var isEmpty: Bool { completionCount == 1 }
}

extension Doubts {
  /// How many completions an actor's own wishes have; nil for more than 64 bits.
  func completionCount(of actor: Int) -> UInt64? {
    var count: UInt64 = 1
    for doubt in actors[actor].doubts {
      let (product, overflows) = count.multipliedReportingOverflow(by: doubt.wayCount)
      if overflows { return nil }
      count = product
    }
    return count
  }

  /// Tells, for the four types of stability, how an actor likes one state beside
  /// another, by their positions: not known when not all completions agree.
  package func relations(
    among states: FeasibleStates
  ) -> (_ actor: Int, _ position: Int, _ beside: Int) -> Relation {
    let views = actors.indices.map { RelationView(subject, actor: $0, actors[$0], states) }
    return { actor, position, beside in views[actor].relation(position, beside) }
  }

  /// Whether some statement says that it matters much.
  package var hasStrength: Bool {
    actors.indices.contains { subject.statements(of: $0).contains { $0.isMuch } }
  }

  /// Tells how an actor likes one state beside another in the case as written, by
  /// their positions: much better or worse when the first statement in which they
  /// differ matters much.
  package func strengths(
    among states: FeasibleStates
  ) -> (_ actor: Int, _ position: Int, _ beside: Int) -> Relation {
    let standings = actors.indices.map { actor in
      states.map { subject.conflict.standing(of: actor, in: $0) }
    }
    let much = actors.indices.map { subject.statements(of: $0).map { $0.isMuch } }
    return { actor, position, beside in
      let (one, other) = (standings[actor][position], standings[actor][beside])
      if one == other { return .tied }
      // The first statement is the highest bit of the first word of a standing.
      let word = one.words.indices.first { one.words[$0] != other.words[$0] } ?? 0
      let statement = word * 64 + (one.words[word] ^ other.words[word]).leadingZeroBitCount
      let isMuch = much[actor].indices.contains(statement) && much[actor][statement]
      return other < one ? (isMuch ? .muchBetter : .better) : isMuch ? .muchWorse : .worse
    }
  }
}

extension Relation {
  init(_ possible: PossibleRelations) {
    switch possible {
    case .better: self = .better
    case .worse: self = .worse
    case .tied: self = .tied
    default: self = .unknown
    }
  }
}
