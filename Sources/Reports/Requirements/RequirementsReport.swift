public import Analyses
public import CaseFile
internal import ConflictModel
internal import Stability

/// What must hold of preferences for something to last, for people and as the
/// `entente.requirements` document.
///
///     let answer = try suspects.requirements(for: .outcome(0), under: .seq)
///     print(RequirementsReport(case: suspects, answer).text(Style(width: 80)))
public struct RequirementsReport: Sendable {
  /// The case.
  public let subject: Case
  /// What was found out.
  public let answer: Requirements

  let names: Names

  /// A report on what is required.
  public init(case subject: Case, _ answer: Requirements) {
    self.subject = subject
    self.answer = answer
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

  /// An edit as part of a sentence: `drop “not confess” (statement 2 of Row; memo 3.2)`.
  func words(_ edit: Edit) -> String {
    let who = edit.preferenceActor.map(names.actor) ?? ""
    let evidence = edit.judgement.evidence.citation()
    let text = Prose.quoted(edit.judgement.text)
    let place: String
    switch edit.target {
    case .statement(_, let index): place = "\(text) (statement \(index + 1) of \(who); \(evidence))"
    case .tier(let actor, let index):
      if case .ranking(let tiers) = conflict.actors[actor].preference {
        let states = tiers[index].map(names.short)
        place =
          "\(tiers[index].count == 1 ? "state" : "states") \(Prose.list(states, atMost: 6)) in the ranking of \(who)"
      } else {
        place = "tier \(index + 1) of \(who)"
      }
    case .ranking: place = "the ranking of \(who)"
    case .weight: place = "the weight \(text) of \(who)"
    default: place = text
    }
    switch edit.change {
    case .dropped: return "drop \(place)"
    case .negated:
      if case .ranking = edit.target { return "turn \(place) upside down" }
      return "turn \(place) into its opposite"
    case .first: return "put \(place) first"
    case .last: return "put \(place) last"
    case .swapped: return "let \(place) change places with what comes next"
    default: return "\(edit.change.rawValue) \(place)"
    }
  }
}
