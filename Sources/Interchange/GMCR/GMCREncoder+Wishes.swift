import CaseFile
import ConflictModel
import Notation

// What the actors want.
extension GMCREncoder {
  /// Every actor's statements, or nil when some actor has wishes of another kind,
  /// or a statement that is too long; then the file needs rankings.
  mutating func allStatements() -> [[GMCRModel.Statement]]? {
    var result: [[GMCRModel.Statement]] = []
    for (index, actor) in conflict.actors.enumerated() {
      switch actor.preference {
      case .indifferent:
        result.append([])
      case .statements(let conditions):
        var statements: [GMCRModel.Statement] = []
        for (position, condition) in conditions.enumerated() {
          do {
            statements += try self.statements(for: condition)
          } catch {
            noteTooLong(position, of: index)
            return nil
          }
        }
        result.append(statements)
      case .ranking, .weights:
        noteRankings()
        return nil
      }
    }
    return result
  }

  mutating func noteTooLong(_ statement: Int, of actor: Int) {
    let texts = value.statements(of: actor)
    warnings.append(
      Diagnostic(
        .notKept,
        "this statement would take more than \(NormalForm.maximumCount) combinations of options,"
          + " so the wishes of all actors are written as rankings",
        at: statement < texts.count ? texts[statement].place : .none, severity: .warning))
  }

  mutating func noteRankings() {
    for (index, actor) in conflict.actors.enumerated() {
      let kind: String
      switch actor.preference {
      case .statements: kind = "statements"
      case .weights: kind = "weights"
      case .ranking, .indifferent: continue
      }
      warnings.append(
        Diagnostic(
          .notKept,
          "the \(kind) of '\(actor.id)' are written as a ranking, since a file that has one"
            + " ranking has rankings for all",
          at: value.document.actors[index].place, severity: .warning))
    }
  }

  /// The feasible states in the order of the file's state numbers.
  func regroupedStates(
    limits: EnumerationLimits, control: Control
  ) throws(CaseError) -> [State] {
    var states = value.listedStates
    if states == nil {
      let enumeration = conflict.feasibleStates(limits: limits, control: control)
      if let limit = enumeration.limit { throw .limit(limit) }
      states = enumeration.states
    }
    let listed = Array(states ?? FeasibleStates([]))
    if order == Array(order.indices) { return listed }
    return listed.map { (state: $0, code: regrouped($0)) }.sorted { $0.code < $1.code }.map { $0.state }
  }

  func regrouped(_ state: State) -> UInt64 {
    var code: UInt64 = 0
    for (position, option) in order.enumerated() where state.takes(option) { code |= 1 << UInt64(position) }
    return code
  }

  func ranking(of actor: Int, _ states: [State]) -> [[GMCRModel.RankedState]] {
    let standings = states.map { conflict.standing(of: actor, in: $0) }
    let best = states.indices.sorted { left, right in
      standings[left] == standings[right] ? left < right : standings[right] < standings[left]
    }
    var tiers: [[GMCRModel.RankedState]] = []
    var previous: Int?
    for index in best {
      let ranked = GMCRModel.RankedState(number: index + 1)
      if let previous, standings[previous] == standings[index] {
        tiers[tiers.count - 1].append(ranked)
      } else {
        tiers.append([ranked])
      }
      previous = index
    }
    return tiers
  }
}
