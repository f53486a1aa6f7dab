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

  /// The edits that make it last.
  var ways: WaysToLast {
    WaysToLast(
      subject: subject, names: names, target: answer.target, concept: answer.concept, edits: answer.edits,
      reasons: reasons)
  }

  /// Why sets of edits make it last.
  typealias Whys = WaysToLast.Whys
}
