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
  mutating func escape(_ concept: Concept, of coalition: Coalition, from position: Int) -> Int? {
    for improvement in improvements(of: coalition, from: position)
    where !isSpoiled(improvement, concept, for: coalition, at: position) { return improvement }
    return nil
  }

  /// Whether the others could spoil the improvement in the sense of the concept.
  mutating func isSpoiled(
    _ improvement: Int, _ concept: Concept, for coalition: Coalition, at position: Int
  ) -> Bool {
    guard concept != .nash, let others = coalition.others(of: orders.count) else { return false }
    let answers =
      concept.needsCredibleAnswers
      ? credibleReach(of: others, from: improvement) : reach(of: others, from: improvement)
    return answers.contains { answer in
      if isBetter(answer, than: position, for: coalition) { return false }
      if !concept.allowsCounterMove { return true }
      return !reach(of: coalition, from: answer).contains {
        isBetter($0, than: position, for: coalition)
      }
    }
  }
}
