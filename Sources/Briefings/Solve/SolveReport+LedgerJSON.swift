internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Questions

extension SolveReport {
  /// The ledger for programs and, when it is not about all states that last, about
  /// how many.
  var ledgerDraft: [(key: String, value: JSONDraft)] {
    guard let ledger = ledgerOfDocument else { return [] }
    let entries: JSONValue = .array(
      ledger.entries.map { entry in
        let judgement = entry.judgement
        var members = names.members(of: judgement)
        if let hedge = entry.hedge { members.append(.init("hedge", .string(hedge.rawValue))) }
        if let statement = subject.statement(of: judgement) { members += statement.doubtMembers }
        members.append(.init("because", judgement.evidence.json))
        members.append(.init("verdicts", JSONValue(entry.verdicts)))
        members.append(.init("doubtful", .bool(entry.isDoubtful)))
        return .object(members)
      })
    let (examined, all) = ledger.examined
    let extent: JSONValue = ["states": .integer(examined), "of": .integer(all)]
    return [("ledger", .value(entries))] + (examined < all ? [("ledgerExamined", .value(extent))] : [])
  }
}
