internal import CaseFile
internal import ConflictModel
internal import Documents

/// Comparisons with one state that are decided by the same thing.
struct ReasonGroup: Sendable {
  /// At least one, all of one actor and with one base, alike in relation and deciding judgement.
  let comparisons: [Comparison]
}

extension ReasonGroup {
  /// Puts comparisons together, in the order in which their reasons first appear.
  static func groups(_ comparisons: [Comparison]) -> [ReasonGroup] {
    var order: [Key] = []
    var members: [Key: [Comparison]] = [:]
    for comparison in comparisons {
      let key = Key(comparison)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(comparison)
    }
    return order.map { ReasonGroup(comparisons: members[$0] ?? []) }
  }

  private struct Key: Hashable {
    let relation: Comparison.Relation
    /// The deciding statement, or -1 where there is none.
    let statement: Int

    init(_ comparison: Comparison) {
      relation = comparison.relation
      if case .statement(let index) = comparison.ground { statement = index } else { statement = -1 }
    }
  }
}

extension Names {
  /// States by their short names: `state 7`, `states 7, 8 and 9`.
  func list(_ states: [State], atMost limit: Int = 16) -> Sentence {
    let names = Prose.list(
      first: states.lazy.map { brief($0) }, of: states.count, atMost: limit)
    return isGraph ? names : states.count == 1 ? "state \(names)" : "states \(names)"
  }

  /// How the states of a group are beside their base, and why.
  ///
  ///     states 7 and 8 are worse than state 5 for North: “not direct” holds in state 5 and in none of them
  ///
  /// - Parameter aside: What is put after the name of the state when there is but one.
  func sentence(_ group: ReasonGroup, aside: Sentence = "") -> Sentence {
    let first = group.comparisons[0]
    let base = again(first.base)
    if group.comparisons.count == 1 {
      return
        "\(again(first.state))\(aside) is \(relation(first, than: base)) for \(actor(first.actor)): \(because(first))"
    }
    let states = list(group.comparisons.map { $0.state })
    return "\(states) are \(relation(first, than: base)) for \(actor(first.actor)): \(because(group))"
  }

  private func because(_ group: ReasonGroup) -> Sentence {
    let first = group.comparisons[0]
    let (who, base) = (actor(first.actor), again(first.base))
    switch first.ground {
    case .statement(let index):
      let words = statementWords(index, of: first.actor)
      let source = citation(ofStatement: index, of: first.actor)
      return first.relation == .better
        ? "\(words) holds in each of them and not in \(base) (\(source))"
        : "\(words) holds in \(base) and in none of them (\(source))"
    case .ranking:
      let side =
        switch first.relation {
        case .better: "above"
        case .worse: "below"
        case .same: "level with"
        }
      return "the ranking of \(who) puts them \(side) \(base) (\(citation(ofRankingOf: first.actor)))"
    case .weights:
      let how =
        switch first.relation {
        case .better: "more than"
        case .worse: "less than"
        case .same: "the same as"
        }
      return "by the weights of \(who), what is taken in them adds up to \(how) in \(base)"
    case .alike: return "no statement of \(who) tells them from \(base)"
    case .indifferent: return "everything is the same to \(who)"
    }
  }
}
