package import Questions
package import CaseFile
package import ConflictModel

/// What a claim rests on, told as a text to paste into a briefing and as the
/// `entente.sensitivity` document.
///
///     let answer = suspects.sensitivity(of: claim)
///     let report = SensitivityReport(case: suspects, answer: answer, states: solution.states)
///     print(report.text())
///
/// What decides the claim comes in the order of how doubtful it is: what somebody
/// assumed before what a source says.
package struct SensitivityReport: Documented {
  /// The case.
  package let subject: Case
  /// What was found out.
  package let answer: Sensitivity

  let names: Names
  /// What the same claim rests on about the other states that the present may be.
  let others: [Sensitivity]
  /// Finds out why edits turn the claim, if anybody may.
  let reasons: FlipReasons?

  /// A report on what the claim of `answer` rests on; `states` are the feasible
  /// states of the case, by which they are numbered, or nil.
  package init(
    case subject: Case, answer: Sensitivity, states: FeasibleStates?, others: [Sensitivity] = [],
    reasons: FlipReasons? = nil
  ) {
    self.subject = subject
    self.others = others
    self.answer = answer
    self.reasons = reasons
    names = Names(subject, states: states)
  }

  /// The sets of edits of one size that flip the claim, those together that edit the
  /// same judgements; the most doubtful judgements first.
  func groups(ofSize size: Int) -> [Sensitivity.Group] { answer.groups(ofSize: size) }

  /// Why sets of edits turn the claim.
  typealias Whys = [[Int]: FlipReason]

  /// So many are asked about: for each the case is solved again.
  static let whyLimit = 48

  /// Why these sets turn the claim, as far as that is found out.
  func whys(of sets: some Sequence<[Int]>) -> Whys {
    var whys: Whys = [:]
    guard let reasons else { return whys }
    for set in sets.prefix(Self.whyLimit) { whys[set] = reasons.reason(for: set.map { answer.edits[$0] }) }
    return whys
  }

  /// Of the sets that edit the same judgements the most natural.
  func plainest(_ group: Sensitivity.Group) -> [Int] { answer.plainest(group) }

  /// The judgements of which no single edit flips the claim, each by one of its
  /// edits, and how many judgements can be edited.
  var indifferent: (edits: [Edit], of: Int) {
    var order: [Judgement] = []
    var flips: [Judgement: Bool] = [:]
    var first: [Judgement: Edit] = [:]
    for (edit, effect) in zip(answer.edits, answer.effects) {
      if flips[edit.judgement] == nil {
        order.append(edit.judgement)
        first[edit.judgement] = edit
      }
      flips[edit.judgement] = flips[edit.judgement] == true || effect == .flips
    }
    let idle = order.filter { flips[$0] == false }
    return (idle.compactMap { first[$0] }, order.count)
  }

  /// The places in the sources that the deciding judgements of the smallest sets
  /// come from, the most used first, each with how many of them.
  var places: [(place: String, count: Int)] {
    guard let size = answer.smallestSize else { return [] }
    var judgements: Set<Judgement> = []
    for set in answer.minimalSets where set.count == size {
      for edit in set { judgements.insert(answer.edits[edit].judgement) }
    }
    var counts: [String: Int] = [:]
    for judgement in judgements {
      let places = judgement.evidence.map { [$0].places }.filter { !$0.isEmpty }
      for place in Set(places) { counts[place, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}

extension SensitivityReport: Briefing {
  package typealias Asked = SensitivityQuestion

  package init(_ answer: SensitivityQuestion.Answer, _ work: Work) {
    let found = answer.sensitivity
    self.init(
      case: answer.subject, answer: found, states: answer.states, others: answer.others,
      reasons: found.holds.map { FlipReasons(answer.subject, found.claim, holds: $0, work) })
  }

  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}
