internal import ConflictModel
internal import Stability

extension CoalitionMoves {
  /// An improvement of the coalition from the state that nothing the others could
  /// do spoils; nil when the state is stable for the coalition under the concept.
  ///
  /// For a coalition *H* at *s*, with *N-H* all others (Inohara and Hipel 2008,
  /// Journal of Systems Science and Systems Engineering 17):
  ///
  /// - CNash: *CR_H⁺(s)* is empty.
  /// - CGMR: for every *s1* in *CR_H⁺(s)* there is *s2* in *R_(N-H)(s1)* that is not
  ///   better than *s* for some member of *H*.
  /// - CSMR: as CGMR, and every *s3* in *R_H(s2)* is not better than *s* for some
  ///   member of *H*.
  /// - CSEQ: as CGMR, with *s2* reached by legal sequences of improvements of the
  ///   sub-coalitions of *N-H*.
  ///
  /// When *H* is everybody, nobody is left to answer.
  mutating func escape(
    _ concept: Concept, of coalition: Int, from position: Int
  ) throws(StateGraph.Stopped) -> Int? {
    let improvements = try improvements(of: coalition, from: position).members
    var mending = Mending(better: tables.better(than: position, for: coalition))
    for improvement in improvements
    where try !isSpoiled(improvement, concept, for: coalition, &mending) { return improvement }
    return nil
  }

  /// Whether the others could spoil the improvement in the sense of the concept.
  mutating func isSpoiled(
    _ improvement: Int, _ concept: Concept, for coalition: Int, at position: Int
  ) throws(StateGraph.Stopped) -> Bool {
    var mending = Mending(better: tables.better(than: position, for: coalition))
    return try isSpoiled(improvement, concept, for: coalition, &mending)
  }

  private mutating func isSpoiled(
    _ improvement: Int, _ concept: Concept, for coalition: Int, _ mending: inout Mending
  ) throws(StateGraph.Stopped) -> Bool {
    let others = (1 << tables.orders.count - 1) & ~coalition
    if concept == .nash || others == 0 { return false }
    let answers =
      concept.needsCredibleAnswers
      ? try credibleReach(of: others, from: improvement) : try reach(of: others, from: improvement)
    return try isSpoiled(by: answers, concept, for: coalition, &mending)
  }

  /// What is known of answers to moves of one coalition from one state.
  private struct Mending {
    /// What is better than the state for every member.
    let better: Positions
    /// By row of the coalition's table, whether it can get to something better.
    var isMended: [UInt32: Bool] = [:]
  }

  private mutating func isSpoiled(
    by answers: Positions, _ concept: Concept, for coalition: Int, _ mending: inout Mending
  ) throws(StateGraph.Stopped) -> Bool {
    if !concept.allowsCounterMove { return !answers.isSubset(of: mending.better) }
    for word in answers.words.indices {
      var left = answers.words[word] & ~mending.better.words[word]
      while left != 0 {
        let answer = word << 6 | left.trailingZeroBitCount
        left &= left - 1
        if try !isMended(answer, for: coalition, &mending) { return true }
      }
    }
    return false
  }

  private mutating func isMended(
    _ answer: Int, for coalition: Int, _ mending: inout Mending
  ) throws(StateGraph.Stopped) -> Bool {
    let row = tables.reach[coalition]?.rowOf[answer] ?? UInt32(answer)
    if let known = mending.isMended[row] { return known }
    let reach = try reach(of: coalition, from: answer)
    let isMended = reach.words.indices.contains { reach.words[$0] & mending.better.words[$0] != 0 }
    mending.isMended[row] = isMended
    return isMended
  }
}
