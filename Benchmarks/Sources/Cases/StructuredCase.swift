public import Entente

/// A conflict as analysts write them: actors around a table, each with a share of the options and a list of wishes,
/// which speak mostly of its own options and now and then of those of a neighbour. One option in ten moves one way
/// only, and some exclude another of the same actor. The tests have the same family (`RandomConflict.structured`),
/// which a package of its own does not see.
public struct StructuredCase {
  /// As a value that engines take.
  public let conflict: Conflict

  /// The case of so many options of so many actors with so many statements each that a seed determines.
  public init(options optionCount: Int, actors actorCount: Int, wishes: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let shares = (0..<actorCount).map { actor in
      (0..<optionCount).filter { $0 * actorCount / optionCount == actor }
    }
    var (actors, rules): ([Conflict.Actor], [Condition]) = ([], [])
    for index in shares.indices {
      let list = (0..<wishes).map { _ in Self.wish(of: index, shares, &random) }
      actors.append(Conflict.Actor(id: "a\(index)", preference: .statements(list)))
      for first in shares[index] where Int.random(in: 0..<12, using: &random) == 0 {
        let second = shares[index].randomElement(using: &random)!
        if second != first { rules.append(.not(.all([.taken(first), .taken(second)]))) }
      }
    }
    let options = (0..<optionCount).map { option in
      let isOneWay = Int.random(in: 0..<10, using: &random) == 0
      let direction: Option.Direction = isOneWay ? (Bool.random(using: &random) ? .take : .drop) : .both
      return Option(id: "o\(option)", actor: option * actorCount / optionCount, direction: direction)
    }
    conflict = Conflict(actors: actors, options: options, rules: rules)
  }

  private static func literal(_ options: [Int], _ random: inout SeededGenerator) -> Condition {
    let option = options.randomElement(using: &random)!
    return Bool.random(using: &random) ? .taken(option) : .not(.taken(option))
  }

  /// Something about own options, or about these and a neighbour's.
  private static func wish(
    of actor: Int, _ shares: [[Int]], _ random: inout SeededGenerator
  ) -> Condition {
    let step = Bool.random(using: &random) ? 1 : shares.count - 1
    let (own, near) = (shares[actor], shares[(actor + step) % shares.count])
    let isOwn = Int.random(in: 0..<4, using: &random) > 0
    let (mine, also) = (literal(own, &random), literal(isOwn ? own : near, &random))
    let theirs = literal(near, &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: return mine
    case 3..<5: return .all([mine, theirs])
    case 5: return .implies(theirs, mine)
    case 6..<8: return .implies(.all([theirs, also]), mine)
    case 8: return .any([mine, theirs])
    default: return .any([.all([mine, theirs]), also])
    }
  }
}
