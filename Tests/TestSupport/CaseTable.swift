public import CaseFile
import ConflictModel

/// What random cases differ in, and the values that have to occur among them.
/// That every key of the language occurs is measured on their texts besides.
public enum CaseTable {
  /// All dimensions.
  public static let all: [Dimension<CaseDocument>] = [
    Dimension("form", [.init("options") { !$0.isGraphForm }, .init("graph") { $0.isGraphForm }]),
    Dimension("actors", numbers: [1, 2, 3, 4]) { $0.actors.count == $1 },
    Dimension(
      "options",
      [
        .init("an actor without") { !$0.isGraphForm && $0.actors.contains { $0.options.isEmpty } },
        .init("take") { $0.hasOption { $0.moves == .take } },
        .init("drop") { $0.hasOption { $0.moves == .drop } },
        .init("three levels") { $0.hasOption { $0.levels.count == 3 } },
        .init("five levels") { $0.hasOption { $0.levels.count == 5 } }, .init("joint") { !$0.joint.isEmpty },
      ]),
    Dimension("statements of an actor", numbers: Array(1...40) + [70]) { document, count in
      document.statementLists.contains { $0.count == count }
    },
    Dimension(
      "preference",
      [
        .init("indifferent") { $0.actors.contains { $0.preference == .indifferent } },
        .init("ranking with ties") { $0.rankings.contains { $0.contains { $0.count > 1 } } },
        .init("by number") { $0.hasReference { if case .number = $0 { true } else { false } } },
        .init("by code") { $0.hasReference { if case .code = $0 { true } else { false } } },
        .init("by pattern") { $0.hasReference { if case .pattern = $0 { true } else { false } } },
        .init("by id") { $0.hasReference { if case .id = $0 { true } else { false } } },
        .init("unknown pairs") { $0.actors.contains { !$0.unknown.isEmpty } },
        .init("weights with six decimals") {
          $0.weights.contains {
            if case .millionths(let worth) = $0.amount { worth % 10 != 0 } else { false }
          }
        },
        .init("weights of levels") {
          $0.weights.contains { if case .levels = $0.amount { true } else { false } }
        },
        .init("a profile with statements") {
          $0.hasProfile { if case .statements = $0 { true } else { false } }
        },
        .init("a profile with a ranking") { $0.hasProfile { if case .ranking = $0 { true } else { false } } },
        .init("a profile with weights") { $0.hasProfile { if case .weights = $0 { true } else { false } } },
      ]),
    Dimension(
      "doubts",
      [
        .init("not sure") { $0.hasStatement { !$0.isSure } }, .init("much") { $0.hasStatement { $0.isMuch } },
        .init("a list in an order not known") { $0.hasStatement { $0.group != nil } },
        .init("two such lists") { $0.hasStatement { $0.group == 1 } },
        .init("a view") { $0.actors.contains { $0.perceives != nil } },
      ]),
    Dimension(
      "hedge", Hedge.allCases.map { hedge in .init(hedge.rawValue) { $0.hasStatement { $0.hedge == hedge } } }
    ),
    Dimension(
      "rules",
      [
        .init("always") { $0.hasRule { if case .always = $0 { true } else { false } } },
        .init("never") { $0.hasRule { if case .never = $0 { true } else { false } } },
        .init("exactly one") { $0.hasRule { if case .one(.exactly, _) = $0 { true } else { false } } },
        .init("at most one") { $0.hasRule { if case .one(.atMost, _) = $0 { true } else { false } } },
        .init("at least one") { $0.hasRule { if case .one(.atLeast, _) = $0 { true } else { false } } },
        .init("take and needs") { $0.hasRule { if case .take = $0 { true } else { false } } },
      ]),
    Dimension(
      "moves",
      [
        .init("cannot, from and to") { $0.hasCannot { $0.from != nil && $0.to != nil } },
        .init("cannot, only from") { $0.hasCannot { $0.to == nil } },
        .init("cannot, only to") { $0.hasCannot { $0.from == nil } },
        .init("misperceived states") { $0.actors.contains { !$0.misperceives.isEmpty } },
      ]),
    Dimension(
      "connective",
      ConditionText.Connective.allCases.map { word in
        .init(word.rawValue) { $0.hasCondition { if case .joined(_, word, _) = $0 { true } else { false } } }
      }),
    Dimension(
      "comparison",
      ConditionText.Comparison.allCases.map { sign in
        .init(sign.rawValue) {
          $0.hasCondition { if case .comparison(_, sign, _, _) = $0 { true } else { false } }
        }
      }),
    Dimension("number that is counted to", numbers: Array(0...7)) { document, number in
      document.hasCondition { if case .count(_, number, _) = $0 { true } else { false } }
    },
    Dimension(
      "evidence",
      [
        .init("a note") { $0.hasEvidence { $0.source == nil && $0.note != nil } },
        .init("a source") { $0.hasEvidence { $0.source != nil && $0.at == nil } },
        .init("a paragraph") { $0.hasEvidence { $0.at?.sentence == nil && $0.at != nil } },
        .init("a sentence") { $0.hasEvidence { $0.at?.sentence != nil } },
        .init("a quote") { $0.hasEvidence { $0.quote != nil } },
        .init("a fingerprint") { $0.hasEvidence { $0.fingerprint != nil } },
        .init("whose") { $0.hasEvidence { $0.by != nil } },
        .init("when") { $0.hasEvidence { $0.date != nil } },
        .init("against") { $0.hasEvidence { $0.isAgainst } },
        .init("a place in print") { $0.hasEvidence { $0.inPrint != nil } },
      ]
        + Evidence.Basis.allCases.map { basis in
          .init(basis.rawValue) { $0.hasEvidence { $0.basis == basis } }
        }
        + Evidence.Confidence.allCases.map { sure in
          .init(sure.rawValue) { $0.hasEvidence { $0.confidence == sure } }
        }),
    Dimension(
      "events",
      [
        .init("since") { $0.events.contains { $0.since != nil } },
        .init("until") { $0.events.contains { $0.until != nil } },
        .init("both") { $0.events.contains { $0.since != nil && $0.until != nil } },
        .init("a history") { $0.events.contains { $0.history.count == 1 } },
        .init("a history of two") { $0.events.contains { $0.history.count == 2 } },
        .init("resolves") { $0.events.contains { $0.resolves != nil } },
        .init("holds") { $0.events.contains { $0.holds } },
        .init("does not") { $0.events.contains { !$0.holds } },
      ]),
    Dimension(
      "status quo",
      [
        .init("none") { $0.statusQuo == nil },
        .init("a condition") { if case .condition = $0.statusQuo?.form { true } else { false } },
        .init("nothing taken") { if case .taken([], _) = $0.statusQuo?.form { true } else { false } },
        .init("something taken") {
          if case .taken(let taken, _) = $0.statusQuo?.form { !taken.isEmpty } else { false }
        },
        .init("something unsure") {
          if case .taken(_, let unsure) = $0.statusQuo?.form { !unsure.isEmpty } else { false }
        },
      ]),
    Dimension(
      "expectations",
      [
        .init("equilibria") { $0.hasClaim { if case .states(_, nil, _) = $0 { true } else { false } } },
        .init("stable states") { $0.hasClaim { if case .states(_, .some, _) = $0 { true } else { false } } },
        .init("feasible") { $0.hasClaim { if case .feasible = $0 { true } else { false } } },
        .init("every") { $0.hasClaim { if case .every = $0 { true } else { false } } },
        .init("some") { $0.hasClaim { if case .some = $0 { true } else { false } } },
        .init("no") { $0.hasClaim { if case .no = $0 { true } else { false } } },
        .init("status quo") { $0.hasClaim { if case .statusQuo = $0 { true } else { false } } },
        .init("a count") { $0.hasClaim { if case .count = $0 { true } else { false } } },
        .init("reach") { $0.hasClaim { if case .reach = $0 { true } else { false } } },
        .init("a jump") { $0.hasClaim { if case .jump = $0 { true } else { false } } },
        .init("rankings") { $0.hasClaim { if case .rankings = $0 { true } else { false } } },
        .init("a profile") { $0.expectations.contains { !$0.profiles.isEmpty } },
        .init("in doubt") { $0.expectations.contains { $0.scope == .always || $0.scope == .sometimes } },
        .init("as perceived") { $0.expectations.contains { $0.scope == .perceived } },
        .init("given") { $0.expectations.contains { !$0.given.isEmpty } },
      ]),
    Dimension("as of", numbers: [4, 7, 10]) { $0.asOf?.count == $1 },
    Dimension(
      "words",
      [
        .init("declared to somebody") { $0.actors.contains { $0.declares.contains { !$0.to.isEmpty } } },
        .init("declared to whoever") { $0.actors.contains { $0.declares.contains { $0.to.isEmpty } } },
      ]),
  ]
}

extension CaseDocument {
  fileprivate var preferences: [PreferenceText] {
    actors.map(\.preference) + actors.flatMap { $0.profiles.map(\.preference) }
  }

  fileprivate var statementLists: [[StatementText]] {
    preferences.compactMap { preference -> [StatementText]? in
      if case .statements(let statements) = preference { statements } else { nil }
    }
  }

  fileprivate var rankings: [[[StateReference]]] {
    preferences.compactMap { preference -> [[StateReference]]? in
      if case .ranking(let tiers, _, _) = preference { tiers } else { nil }
    }
  }

  fileprivate var weights: [WeightText] {
    preferences.flatMap { preference -> [WeightText] in
      if case .weights(let weights) = preference { weights } else { [] }
    }
  }

  fileprivate func hasReference(_ holds: (StateReference.Form) -> Bool) -> Bool {
    rankings.contains { $0.contains { $0.contains { holds($0.form) } } }
  }

  fileprivate func hasProfile(_ holds: (PreferenceText) -> Bool) -> Bool {
    actors.contains { $0.profiles.contains { holds($0.preference) } }
  }

  fileprivate func hasOption(_ holds: (OptionText) -> Bool) -> Bool {
    actors.contains { $0.options.contains { holds($0) } }
  }

  fileprivate func hasStatement(_ holds: (StatementText) -> Bool) -> Bool {
    statementLists.contains { $0.contains { holds($0) } }
  }

  fileprivate func hasRule(_ holds: (RuleText.Demand) -> Bool) -> Bool { rules.contains { holds($0.demand) } }

  fileprivate func hasCannot(_ holds: (CannotText) -> Bool) -> Bool {
    actors.contains { $0.cannot.contains { holds($0) } }
  }

  fileprivate func hasClaim(_ holds: (ExpectationText.Claim) -> Bool) -> Bool {
    expectations.contains { holds($0.claim) }
  }

  fileprivate func hasEvidence(_ holds: (Evidence) -> Bool) -> Bool {
    var all = statementLists.flatMap { $0.flatMap(\.because) }
    all += rules.flatMap(\.because)
    all += events.flatMap(\.because)
    all += actors.flatMap(\.because)
    return all.contains { holds($0) }
  }

  /// Whether any part of a wish or rule is such a condition.
  fileprivate func hasCondition(_ holds: (ConditionText) -> Bool) -> Bool {
    var left: [ConditionText] = statementLists.flatMap { $0.map(\.that) }
    left += definitions.map(\.when)
    left += outcomes.map(\.when)
    while let condition = left.popLast() {
      if holds(condition) { return true }
      switch condition {
      case .constant, .name, .comparison: break
      case .not(let inner): left.append(inner)
      case .and(let parts), .or(let parts), .count(_, _, let parts): left += parts
      case .joined(let first, _, let second): left += [first, second]
      }
    }
    return false
  }
}
