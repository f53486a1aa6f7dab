public import ConflictModel

extension RandomConflict {
  /// A conflict of as many options as a combination has room for, as analysts write them: actors around a table, each
  /// with a share of the options and a list of wishes, which speak mostly of its own options and now and then of
  /// those of a neighbour. One option in ten moves one way only, and some exclude another of the same actor.
  ///
  /// - Parameters:
  ///   - options: How many there are.
  ///   - actors: How many there are, one option each at least.
  ///   - wishes: How many statements each actor has.
  public static func structured(options: Int, actors: Int, wishes: Int, seed: UInt64) -> Conflict {
    precondition(actors > 0 && options >= actors, "every actor has an option")
    var table = RoundTable(options: options, actors: actors, random: SeededGenerator(seed: seed))
    return table.conflict(wishes: wishes)
  }

  /// Some literals on any options, all of which hold: what one could ask whether it can last.
  public static func outcome(_ count: Int, of conflict: Conflict, using random: inout SeededGenerator)
    -> Condition
  {
    let options = conflict.options.indices.shuffled(using: &random).prefix(count)
    return .all(options.map { Bool.random(using: &random) ? .taken($0) : .not(.taken($0)) })
  }
}

/// Who sits where, and has which options.
private struct RoundTable {
  /// The options of each actor.
  let shares: [[Int]]
  let optionCount: Int
  var random: SeededGenerator

  init(options: Int, actors: Int, random: SeededGenerator) {
    var shares = [[Int]](repeating: [], count: actors)
    for option in 0..<options { shares[option * actors / options].append(option) }
    self.shares = shares
    self.random = random
    optionCount = options
  }

  mutating func conflict(wishes: Int) -> Conflict {
    var actors: [Conflict.Actor] = []
    var rules: [Condition] = []
    for index in shares.indices {
      let list = (0..<wishes).map { _ in wish(of: index) }
      actors.append(Conflict.Actor(id: "a\(index)", preference: .statements(list)))
      for first in shares[index] where chance(1, in: 12) {
        let second = pick(shares[index])
        if second != first { rules.append(.not(.all([.taken(first), .taken(second)]))) }
      }
    }
    var options: [Option] = []
    for (index, share) in shares.enumerated() {
      for option in share {
        let direction: Option.Direction =
          chance(1, in: 10) ? (Bool.random(using: &random) ? .take : .drop) : .both
        options.append(Option(id: "o\(option)", actor: index, direction: direction))
      }
    }
    return Conflict(actors: actors, options: options, rules: rules)
  }

  private mutating func chance(_ times: Int, in odds: Int) -> Bool {
    Int.random(in: 0..<odds, using: &random) < times
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }

  private mutating func literal(_ options: [Int]) -> Condition {
    let option = pick(options)
    return Bool.random(using: &random) ? .taken(option) : .not(.taken(option))
  }

  /// Something about own options, or about these and a neighbour's.
  private mutating func wish(of actor: Int) -> Condition {
    let step = Bool.random(using: &random) ? 1 : shares.count - 1
    let (own, near) = (shares[actor], shares[(actor + step) % shares.count])
    let (mine, also) = (literal(own), literal(chance(3, in: 4) ? own : near))
    let theirs = literal(near)
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
