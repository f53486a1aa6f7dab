package import Questions
package import CaseFile
package import ConflictModel
internal import Documents
internal import Stability

/// What must hold of preferences for something to last, for people and as the
/// `entente.requirements` document.
///
///     let answer = try suspects.requirements(for: .outcome(0), under: .seq)
///     print(RequirementsReport(case: suspects, answer).text(Style(width: 80)))
package struct RequirementsReport: Documented {
  /// The case.
  package let subject: Case
  /// What was found out.
  package let answer: Requirements

  let names: Names
  /// Which of the other states that the present may be last as things are.
  let others: [(state: State, lasts: Bool)]
  /// Finds out why edits make it last, if anybody may.
  let reasons: FlipReasons?

  /// A report on what is required.
  package init(
    case subject: Case, _ answer: Requirements, others: [(state: State, lasts: Bool)] = [],
    reasons: FlipReasons? = nil
  ) {
    self.subject = subject
    self.others = others
    self.answer = answer
    self.reasons = reasons
    names = Names(subject, states: answer.graph.states)
  }

  var conflict: Conflict { subject.conflict }

  func state(_ position: Int) -> State { answer.graph.states[position] }

  /// The ranks of an actor as the case has them.
  func ranks(_ actor: Int) -> [UInt32] { answer.orders[actor].ranks }

  /// Whether the actor likes a state better than the one at `base`.
  func isBetter(_ actor: Int, _ position: Int, than base: Int) -> Bool {
    ranks(actor)[position] > ranks(actor)[base]
  }

  func isMet(_ demand: Requirement.Demand, by actor: Int, at base: Int) -> Bool {
    demand.isMet { isBetter(actor, $0, than: base) }
  }

  /// Whether nobody's order has ties, so that changes are exchanges of neighbours.
  var isStrict: Bool {
    answer.orders.allSatisfy { $0.rankCount == answer.graph.states.count }
  }

  /// What is to last, as a claim.
  var claim: Claim { answer.claim(in: subject) }

  /// Why sets of edits make it last.
  typealias Whys = [[Int]: FlipReason]

  /// The sets with the fewest edits that make it last, the most natural first.
  var natural: [[Int]] {
    guard let edits = answer.edits else { return [] }
    return edits.sets.enumerated()
      .map { (set: $1, oddness: Oddness($1.map { edits.edits[$0] }), place: $0) }
      .sorted { ($0.oddness, $0.place) < ($1.oddness, $1.place) }.map { $0.set }
  }

  /// Why the first of these sets make it last, as far as that is found out: for each the case is
  /// solved again.
  func whys(of sets: some Sequence<[Int]>, atMost most: Int) -> Whys {
    var whys: Whys = [:]
    guard let reasons, let edits = answer.edits else { return whys }
    for set in sets.prefix(most) { whys[set] = reasons.reason(for: set.map { edits.edits[$0] }) }
    return whys
  }

  /// An edit with what it does: `Row, statement 2, “not confess”, left out (memo 3.2)`.
  func words(_ edit: Edit) -> Sentence {
    "\(names.subject(of: edit)), \(names.change(edit)) (\(names.citation(of: edit)))"
  }
}

extension RequirementsReport: Briefing {
  package typealias Asked = RequireQuestion

  package init(_ answer: RequireQuestion.Answer, _ work: Work) {
    let found = answer.requirements
    let claim = found.claim(in: answer.subject)
    self.init(
      case: answer.subject, found, others: answer.others,
      reasons: found.edits?.sets.isEmpty == false
        ? FlipReasons(answer.subject, claim, holds: false, work) : nil)
  }

  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}
