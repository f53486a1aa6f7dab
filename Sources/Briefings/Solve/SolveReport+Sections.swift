internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Questions
internal import Stability

extension SolveReport {
  /// The sections that `with` asks for.
  var sections: [(key: String, value: JSONDraft)] {
    var sections: [(key: String, value: JSONDraft)] = []
    if options.with.contains(.stability) {
      let stability = solution.concepts.map { concept in
        (
          key: concept.rawValue,
          value: solution.draftByActor { actor in
            let stable = solution.stable(concept, actor: actor)
            return .numbers(stable.lazy.map { $0 + 1 }, count: stable.count)
          }
        )
      }
      sections.append(("stability", .members(stability)))
    }
    if options.with.contains(.preferences), hasReasons {
      sections.append(("preferences", solution.preferencesDraft))
    }
    if options.with.contains(.moves), hasReasons {
      sections.append(("moves", solution.movesDraft { solution.moves(of: $0, from: $1) }))
    }
    if options.with.contains(.summary) { sections.append(("summary", .value(summaryJSON))) }
    if options.with.contains(.ledger), hasReasons { sections += ledgerDraft }
    if options.with.contains(.fate) { sections.append(("fate", .value(fateJSON))) }
    if options.with.contains(.findings), !solution.concepts.isEmpty {
      sections.append(("findings", .value(.array(solved.findings.map { json($0) }))))
    }
    if options.with.contains(.cautions), !solution.concepts.isEmpty {
      sections.append(("cautions", .value(.array(solved.cautions.map { json($0) }))))
    }
    if options.with.contains(.declarations), hasReasons, !solution.concepts.isEmpty {
      sections.append(("declarations", .value(declarationsJSON)))
    }
    return sections
  }

  /// For each concept, what always holds, never holds and is free.
  private var summaryJSON: JSONValue {
    .object(
      solution.concepts.map { concept in
        .init(concept.rawValue, names.json(solved.holdings(of: solution.equilibria(concept))))
      })
  }
}

extension Solution {
  /// An object with a value for each actor.
  func draftByActor(_ value: (Int) -> JSONDraft) -> JSONDraft {
    .members(conflict.actors.indices.map { (conflict.actors[$0].id, value($0)) })
  }

  /// For each actor its states in tiers, the best first.
  var preferencesDraft: JSONDraft {
    draftByActor { actor in
      .list(
        count: states.count,
        // The tiers are worked out only when somebody goes through them.
        Elements { take in
          for tier in Tiers(of: actor, in: self) {
            if !take(.numbers(positions(of: tier).lazy.map { $0 + 1 }, count: tier.count)) { break }
          }
        })
    }
  }

  /// For each actor its chosen states in tiers, the best first; tiers without any are left out.
  func preferencesDraft(of chosen: Selection) -> JSONDraft {
    draftByActor { actor in
      .list(
        count: chosen.count,
        Elements { take in
          for tier in Tiers(of: actor, in: self) {
            let members = positions(of: tier).filter { chosen.contains($0) }
            if members.isEmpty { continue }
            if !take(.numbers(members.lazy.map { $0 + 1 }, count: members.count)) { break }
          }
        })
    }
  }

  /// For each actor and state with a move, where moves lead; of the states of a list, or of all.
  func movesDraft(of listing: Listing? = nil, _ targets: @escaping (Int, Int) -> [Int]) -> JSONDraft {
    let shown = listing ?? Listing(allStates, limit: nil)
    return draftByActor { actor in
      let members = shown.positions.lazy.map { position -> (key: String, value: JSONDraft)? in
        let found = targets(actor, position)
        if found.isEmpty { return nil }
        return (String(position + 1), .numbers(found.lazy.map { $0 + 1 }, count: 0))
      }
      return .object(JSONMembers(count: shown.count, members: Elements(members)))
    }
  }
}
