internal import CaseFile
internal import ConflictModel
internal import Stability

/// One actor's comparisons of states with each other, for the four types of stability.
///
/// It is asked for each pair of states. States that are alike in all that the actor looks at are of one
/// kind, of which there are few: what it thinks of one kind beside another is found out once.
final class RelationView: Sendable {
  /// So many kinds are compared with each other before anything is asked, which takes no time worth a look
  /// at the clock.
  private static let mostKinds = 256

  private let doubts: ActorDoubts
  /// For each kind, which statements hold in it; empty where nothing is in doubt.
  private let holds: [[Bool]]
  /// For each kind, how the actor likes it where nothing is in doubt.
  private let standings: [Standing]
  private let kindOf: [Int]
  private let kindCount: Int
  /// For each kind beside each, row by row; empty where there are too many, or hardly fewer than states.
  private let table: [Relation]
  /// Pairs of states of which it is not known which is better.
  private let pairs: [Case.UnknownPair: PossibleRelations]
  private let states: [State]

  init(_ subject: Case, actor: Int, _ doubts: ActorDoubts, _ states: FeasibleStates) {
    let conflict = subject.conflict
    self.doubts = doubts
    self.states = Array(states)
    pairs = doubts.possiblePairs
    let isCertain = doubts.doubts.allSatisfy { $0.wayCount == 1 }
    if !isCertain, case .statements(let conditions) = conflict.actors[actor].preference {
      let predicates = conditions.map { conflict.predicate($0) }
      (holds, kindOf) = Self.kinds(self.states.map { state in predicates.map { $0(state) } })
      standings = []
    } else {
      (standings, kindOf) = Self.kinds(self.states.map { conflict.standing(of: actor, in: $0) })
      holds = []
    }
    kindCount = max(holds.count, standings.count)
    var table: [Relation] = []
    if kindCount <= Self.mostKinds, 2 * kindCount <= kindOf.count {
      table.reserveCapacity(kindCount * kindCount)
      for kind in 0..<kindCount {
        for other in 0..<kindCount { table.append(Self.relation(kind, other, holds, standings, doubts)) }
      }
    }
    self.table = table
  }

  func relation(_ position: Int, _ beside: Int) -> Relation {
    if !pairs.isEmpty {
      let (state, other) = (states[position], states[beside])
      if state < other, let possible = pairs[Case.UnknownPair(first: state, second: other)] {
        return Relation(possible)
      }
      if other < state, let possible = pairs[Case.UnknownPair(first: other, second: state)] {
        return Relation(possible.reversed)
      }
    }
    let (kind, other) = (kindOf[position], kindOf[beside])
    if !table.isEmpty { return table[kind * kindCount + other] }
    return Self.relation(kind, other, holds, standings, doubts)
  }

  private static func relation(
    _ kind: Int, _ other: Int, _ holds: [[Bool]], _ standings: [Standing], _ doubts: ActorDoubts
  ) -> Relation {
    if !holds.isEmpty { return Relation(doubts.possible({ holds[kind][$0] }, { holds[other][$0] })) }
    if standings[kind] == standings[other] { return .tied }
    return standings[other] < standings[kind] ? .better : .worse
  }

  /// What is there once or more often, each once, and for each place which it is.
  private static func kinds<Element: Hashable>(_ all: [Element]) -> (kinds: [Element], of: [Int]) {
    var places: [Element: Int] = [:]
    var kinds: [Element] = []
    let of = all.map { element in
      if let place = places[element] { return place }
      places[element] = kinds.count
      kinds.append(element)
      return kinds.count - 1
    }
    return (kinds, of)
  }
}
