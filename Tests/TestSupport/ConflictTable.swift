public import ConflictModel

/// What random conflicts differ in: the lists that they are drawn from, and the
/// values that have to occur among them.
public enum ConflictTable {
  /// How many statements an actor has.
  public static let statementCounts = Array(0...40) + [70]
  /// How many states there are: every remainder by 64 and by 8, twice and more.
  public static let stateCounts = Array(1...130)

  /// All dimensions. Those of `large` conflicts are apart, since one of these
  /// takes as long as hundreds of others.
  public static let usual: [Dimension<ConflictProfile>] = [
    Dimension("states", numbers: stateCounts) { $0.stateCount == $1 },
    Dimension("states beside more than 8 statements, by 64", numbers: Array(0..<64)) { profile, rest in
      profile.form == .options && profile.stateCount % 64 == rest
        && profile.statementCounts.contains { $0 > 8 }
    },
    Dimension("statements of an actor", numbers: statementCounts) { $0.statementCounts.contains($1) },
    Dimension("form", [.init("options") { $0.form == .options }, .init("graph") { $0.form != .options }]),
    Dimension("actors", numbers: Array(1...5)) { $0.conflict.actors.count == $1 },
    Dimension(
      "who moves",
      [
        .init("an actor without options") { profile in
          profile.form == .options
            && profile.conflict.actors.indices.contains { profile.conflict.optionMask(of: $0) == 0 }
        },
        .init("an option that nobody has") { $0.conflict.options.contains { $0.actor == Option.nobody } },
      ]),
    Dimension("combinations", numbers: Array(1...10) + [16, 33, 47, 62]) { $0.conflict.options.count == $1 },
    Dimension("thresholds of a level option", numbers: [2, 3, 4, 5]) { profile, count in
      profile.conflict.levelOptions.contains { $0.thresholds.count == count }
    },
    Dimension("directions", numbers: [0, 1, 2]) { profile, index in
      profile.conflict.options.contains { $0.direction == Option.Direction.allCases[index] }
    },
    Dimension(
      "moves that cannot be made",
      [
        .init("cannot, from and to") { $0.hasCannot(from: true, to: true) },
        .init("cannot, only from") { $0.hasCannot(from: true, to: false) },
        .init("cannot, only to") { $0.hasCannot(from: false, to: true) },
        .init("take and needs of its owner's options") { $0.hasNeed { $1 == false } },
        .init("take and needs of the others' options") { $0.hasNeed { $1 == true } },
        .init("the same of a one-way option") { profile in
          profile.hasNeed { $1 == true && profile.conflict.options[$0.option].direction == .take }
        },
        .init("the same of a threshold") { profile in
          profile.hasNeed { need, isMasked in
            isMasked == true
              && profile.conflict.levelOptions.contains { $0.thresholds.contains(need.option) }
          }
        },
        .init("needs without effect") { $0.hasNeed { $1 == nil } },
        .init("cannot of the actor's options") { $0.hasCannot(isMasked: false) },
        .init("cannot of the others' options") { $0.hasCannot(isMasked: true) },
        .init("such needs and cannot alone, beside 9 options") {
          $0.conflict.options.count > 8 && $0.conflict.hasMaskedMovesOnly
            && ($0.hasNeed { $1 == true } || $0.hasCannot(isMasked: true))
        },
        .init("misperceived states") { $0.conflict.actors.contains { !$0.misperceives.isEmpty } },
        .init("none in option form, beside 9 options") {
          $0.conflict.options.count > 8 && $0.conflict.requirements.isEmpty
            && $0.conflict.actors.allSatisfy { $0.cannot.isEmpty }
        },
      ]),
    Dimension(
      "preference",
      [
        .init("statements") { $0.has { if case .statements = $0 { true } else { false } } },
        .init("ranking") { $0.has { if case .ranking = $0 { true } else { false } } },
        .init("ranking with ties") {
          $0.has { if case .ranking(let tiers) = $0 { tiers.contains { $0.count > 1 } } else { false } }
        },
        .init("indifferent") { $0.has { $0 == .indifferent } },
        .init("weights") { $0.has { if case .weights = $0 { true } else { false } } },
        .init("weights with six decimals") { $0.hasWeight { $0 % 10 != 0 && abs($0) > 1_000_000 } },
        .init("weights far apart") {
          $0.hasWeight { abs($0) >= 1 << 15 && $0.magnitude.nonzeroBitCount == 1 }
        },
        .init("weights of nothing") { $0.hasWeight { $0 == 0 } },
      ]),
    Dimension(
      "ranks of an actor",
      [
        .init("one") { $0.rankCounts.contains(1) }, .init("2 to 8") { $0.hasRanks(2...8) },
        .init("9 to 64") { $0.hasRanks(9...64) }, .init("65 to 130") { $0.hasRanks(65...130) },
      ]),
    Dimension("events", numbers: [0, 1, 2]) { $0.conflict.events.count == $1 },
    Dimension(
      "event",
      [
        .init("holds") { $0.conflict.events.contains { $0.holds } },
        .init("does not") { $0.conflict.events.contains { !$0.holds } },
      ]),
    Dimension("terms", numbers: [0, 1, 2, 3]) { $0.conflict.terms.count == $1 },
    Dimension(
      "conditions", ConditionKind.allCases.map { kind in .init(kind.rawValue) { $0.kinds.contains(kind) } }),
    Dimension("number that is counted to", numbers: Array(-1...7)) { $0.thresholds.contains($1) },
    Dimension(
      "moves in graph form",
      [
        .init("to themselves") { $0.hasListed { state, targets in targets.contains(state) } },
        .init("listed twice") { $0.hasListed { _, targets in Set(targets).count < targets.count } },
        .init("nowhere") { $0.hasListed { _, targets in targets.isEmpty } },
      ]),
  ]

  /// What only large conflicts have.
  public static let large: [Dimension<ConflictProfile>] = [
    Dimension(
      "states",
      [
        .init("257 to 2,000") { (257...2_000).contains($0.stateCount) },
        .init("some 10⁴") { (10_000...20_000).contains($0.stateCount) },
        .init("over 2¹⁶") { $0.stateCount > 65_536 },
      ]),
    Dimension(
      "ranks of an actor",
      [
        .init("over 256") { $0.hasRanks(257...65_536) },
        .init("over 65,536") { $0.hasRanks(65_537...(.max)) },
      ]),
    Dimension("statements of an actor", numbers: [17, 40]) { $0.statementCounts.contains($1) },
    Dimension(
      "combinations",
      [
        .init("all looked at") { $0.conflict.options.count <= 15 },
        .init("64 for a state and more") {
          $0.conflict.options.count > 15 && 1 << $0.conflict.options.count > 64 * $0.stateCount
        },
        .init("too many to look at") { $0.conflict.options.count > 32 },
      ]),
  ]
}

/// The kinds of condition there are.
public enum ConditionKind: String, CaseIterable, Sendable {
  case constant
  case taken, event, term, state, not, all, any, implies, iff
  case atLeast = "at least"
  case atMost = "at most"
  case exactly

  init(_ condition: Condition) {
    self =
      switch condition {
      case .constant: .constant
      case .taken: .taken
      case .event: .event
      case .term: .term
      case .state: .state
      case .not: .not
      case .all: .all
      case .any: .any
      case .implies: .implies
      case .iff: .iff
      case .count(.atLeast, _, _): .atLeast
      case .count(.atMost, _, _): .atMost
      case .count(.exactly, _, _): .exactly
      }
  }
}

/// What is measured of a conflict, each worked out once.
public struct ConflictProfile: Sendable {
  /// The conflict that is measured.
  public let conflict: Conflict
  /// How many states are feasible.
  public let stateCount: Int
  /// How many ranks each actor parts the states into.
  public let rankCounts: [Int]
  let statementCounts: Set<Int>
  let kinds: Set<ConditionKind>
  let thresholds: Set<Int>

  /// Measures the conflict.
  public init(_ conflict: Conflict) {
    self.conflict = conflict
    let states = conflict.feasibleStates().states
    stateCount = states.count
    rankCounts = conflict.actors.indices.map { actor in
      var standings: Set<Standing> = []
      for state in states { standings.insert(conflict.standing(of: actor, in: state)) }
      return standings.count
    }
    var conditions = conflict.rules + conflict.terms + conflict.requirements.map(\.needs)
    var statementCounts: Set<Int> = []
    for actor in conflict.actors {
      conditions += actor.misperceives + actor.cannot.flatMap { [$0.from, $0.to] }
      if case .statements(let statements) = actor.preference {
        statementCounts.insert(statements.count)
        conditions += statements
      }
    }
    self.statementCounts = statementCounts
    var (kinds, thresholds): (Set<ConditionKind>, Set<Int>) = ([], [])
    while let condition = conditions.popLast() {
      kinds.insert(ConditionKind(condition))
      switch condition {
      case .constant, .taken, .event, .term, .state: break
      case .not(let inner): conditions.append(inner)
      case .all(let parts), .any(let parts): conditions += parts
      case .implies(let left, let right), .iff(let left, let right): conditions += [left, right]
      case .count(_, let number, let parts):
        thresholds.insert(number)
        conditions += parts
      }
    }
    (self.kinds, self.thresholds) = (kinds, thresholds)
  }

  var form: Conflict.Form { conflict.form }

  func has(_ holds: (Preference) -> Bool) -> Bool { conflict.actors.contains { holds($0.preference) } }

  func hasRanks(_ range: ClosedRange<Int>) -> Bool { rankCounts.contains { range.contains($0) } }

  func hasWeight(_ holds: (Int64) -> Bool) -> Bool {
    has { if case .weights(let weights) = $0 { weights.contains { holds($0) } } else { false } }
  }

  func hasCannot(from: Bool, to: Bool) -> Bool {
    conflict.actors.contains { actor in
      actor.cannot.contains { ($0.from != .constant(true)) == from && ($0.to != .constant(true)) == to }
    }
  }

  func hasNeed(_ isMeant: (TakeRequirement, _ isMasked: Bool?) -> Bool) -> Bool {
    conflict.requirements.contains { isMeant($0, conflict.isMasked($0)) }
  }

  func hasCannot(isMasked: Bool) -> Bool {
    conflict.actors.indices.contains { actor in
      conflict.actors[actor].cannot.contains { conflict.isMasked($0, of: actor) == isMasked }
    }
  }

  func hasListed(_ holds: (State, [State]) -> Bool) -> Bool {
    conflict.actors.contains { actor in
      actor.moves.enumerated().contains { holds(State(UInt64($0.offset)), $0.element) }
    }
  }
}
