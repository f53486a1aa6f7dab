internal import CaseFile
package import ConflictModel
package import Notation
internal import Questions
internal import Stability

extension ShowReport {
  /// The `entente.show` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue { draft.value }

  /// Writes ``json()`` piece by piece, laid out for people, until the reader wants
  /// no more; the limit at which it had the lists ended early, if it had.
  @discardableResult
  package func write(to reader: TextReader) -> Limit? { draft.write(to: reader) }

  private var draft: JSONDraft {
    var members: [(key: String, value: JSONDraft)] = []
    func add(_ key: String, _ value: JSONValue) { members.append((key, .value(value))) }
    add("format", "entente.show")
    add("version", 1)
    add("what", .string(what.rawValue))
    add("case", subject.json)
    if let filter { add("where", .string(filter)) }
    let listing = Listing(chosen, limit: limit)
    switch what {
    case .states:
      let rows = StateRows(
        names: names, listing: listing,
        outcomes: subject.outcomes.map { solution.states(where: $0.condition) },
        concepts: solution.concepts.isEmpty ? nil : solution.concepts.map { ($0, solution.equilibria($0)) })
      members.append(("states", .records(rows.objects)))
    case .moves:
      members.append(("moves", solution.movesDraft(of: listing) { solution.moves(of: $0, from: $1) }))
      let improvements = solution.movesDraft(of: listing) { solution.improvements(of: $0, from: $1) }
      members.append(("improvements", improvements))
    case .preferences:
      members.append(
        ("preferences", filter == nil ? solution.preferencesDraft : solution.preferencesDraft(of: chosen)))
    case .case:
      for member in caseMembers { add(member.key, member.value) }
    }
    // Preferences are listed whole, whatever the limit of tables.
    let leftOut = what == .states || what == .moves ? listing.total - listing.count : 0
    // Behind the lists, which may have to end early.
    return .members(members) { cut in
      let limit = solution.limit ?? cut
      var closing: [JSONValue.Member] = [.init("complete", .bool(limit == nil && leftOut == 0))]
      if leftOut > 0 { closing.append(.init("leftOut", .integer(leftOut))) }
      if let limit { closing.append(.init("limit", limit.json)) }
      return closing
    }
  }
}
