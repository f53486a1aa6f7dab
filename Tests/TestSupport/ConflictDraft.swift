import ConflictModel

/// A conflict in option form while it is being made up.
///
/// The feasible codes are kept along: a rule is taken only if enough of them are
/// left, and at the end exactly as many are as were asked for.
struct ConflictDraft {
  var random: SeededGenerator
  var actors: [Conflict.Actor] = []
  var options: [Option] = []
  var levelOptions: [LevelOption] = []
  var events: [Event] = []
  var terms: [Condition] = []
  var rules: [Condition] = []
  var requirements: [TakeRequirement] = []
  /// What obeys the rules so far, rising.
  var codes: [UInt64] = [0]

  init(random: SeededGenerator) {
    self.random = random
  }

  var conflict: Conflict {
    Conflict(
      actors: actors, options: options, levelOptions: levelOptions, events: events, terms: terms,
      rules: rules, requirements: requirements)
  }

  mutating func chance(_ times: Int, in odds: Int) -> Bool {
    Int.random(in: 0..<odds, using: &random) < times
  }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values.randomElement(using: &random)!
  }

  // MARK: Actors and options

  mutating func addActors(_ range: ClosedRange<Int>) {
    for index in 0..<Int.random(in: range, using: &random) {
      actors.append(Conflict.Actor(id: "a\(index)", preference: .indifferent))
    }
  }

  /// Adds options until there are so many codes, or so many bits.
  mutating func addOptions(codes wanted: Int, bits: Int) {
    let hasOneWay = chance(1, in: 2)
    while codes.count < wanted, options.count < bits {
      let room = bits - options.count
      let owner = chance(1, in: 20) ? Option.nobody : Int.random(in: actors.indices, using: &random)
      let direction: Option.Direction = hasOneWay ? pick([.both, .both, .take, .drop]) : .both
      if owner >= 0, room > 1, chance(1, in: 6) {
        addLevels(of: owner, direction, thresholds: min(pick([2, 2, 3, 4, 5]), room))
      } else if owner >= 0, room > 2, chance(1, in: 6) {
        addGroup(of: owner, direction, count: min(pick([2, 3, 3, 4, 5]), room))
      } else {
        addOption(of: owner, direction)
      }
    }
    // Levels and groups may have used the bits up.
    while wanted != .max, codes.count < wanted {
      addOption(of: Int.random(in: actors.indices, using: &random), .both)
    }
  }

  private mutating func addOption(of owner: Int, _ direction: Option.Direction) {
    codes += codes.map { $0 | 1 << UInt64(options.count) }
    options.append(Option(id: "o\(options.count)", actor: owner, direction: direction))
  }

  private mutating func addLevels(of owner: Int, _ direction: Option.Direction, thresholds: Int) {
    let first = options.count
    let levels = (0...thresholds).map { "l\($0)" }
    levelOptions.append(
      LevelOption(
        id: "v\(first)", name: "v\(first)", actor: owner, levels: levels, levelNames: levels,
        firstOption: first))
    let before = codes
    codes = (0...thresholds).flatMap { level in
      before.map { $0 | ((1 << UInt64(level)) - 1) << UInt64(first) }
    }
    for _ in 0..<thresholds {
      options.append(Option(id: "o\(options.count)", actor: owner, direction: direction))
    }
  }

  /// Options of which exactly, at most or at least one is taken.
  private mutating func addGroup(of owner: Int, _ direction: Option.Direction, count: Int) {
    let first = options.count
    for _ in 0..<count { addOption(of: owner, direction) }
    let group = (first..<first + count).map { Condition.taken($0) }
    require(.count(pick([.exactly, .exactly, .atMost, .atLeast]), 1, group))
  }

  /// Further options that some rule ties to what is there, so that there are more
  /// combinations and no more states.
  mutating func addTiedOptions(_ count: Int) {
    for _ in 0..<count {
      let index = options.count
      let anchor = options.indices.randomElement(using: &random)
      options.append(
        Option(id: "o\(index)", actor: Int.random(in: actors.indices, using: &random)))
      let bit: UInt64 = 1 << UInt64(index)
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        rules.append(.not(.taken(index)))
      case 1:
        rules.append(.taken(index))
        codes = codes.map { $0 | bit }
      default:
        guard let anchor else {
          rules.append(.not(.taken(index)))
          continue
        }
        rules.append(.iff(.taken(index), .taken(anchor)))
        codes = codes.map { ($0 >> UInt64(anchor)) & 1 == 1 ? $0 | bit : $0 }
      }
    }
  }

  // MARK: Events, terms and rules

  mutating func addEventsAndTerms() {
    for index in 0..<Int.random(in: 0...2, using: &random) {
      events.append(Event(id: "e\(index)", holds: chance(1, in: 2)))
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) { terms.append(condition(depth: 2)) }
  }

  private mutating func require(_ rule: Condition) {
    let all = conflict
    codes = codes.filter { BruteForce.holds(rule, $0, all) }
    rules.append(rule)
  }

  /// Random rules that leave so many states at least.
  mutating func addRules(leaving least: Int) {
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let before = codes
      require(condition(depth: 2))
      if codes.count < least {
        codes = before
        rules.removeLast()
      }
    }
  }

  /// Rules that leave exactly so many states, when there are more.
  mutating func trim(to count: Int) {
    codes.sort()
    let excess = codes.count - count
    if excess <= 0 { return }
    switch Int.random(in: 0..<3, using: &random) {
    case 0 where excess <= 64:
      for code in codes.shuffled(using: &random).prefix(excess) { require(.not(.state(State(code)))) }
    case 1 where excess <= 64:
      let gone = codes.shuffled(using: &random).prefix(excess)
      require(.not(.any(gone.map { .state(State($0)) })))
    case 2 where count > 0:
      require(.not(below(codes[excess])))
    default:
      require(below(codes[count]))
    }
  }

  /// Holds in the states of lower code.
  private func below(_ code: UInt64) -> Condition {
    var result = Condition.constant(false)
    for option in options.indices {
      let isFree = Condition.not(.taken(option))
      result = (code >> UInt64(option)) & 1 == 1 ? .any([isFree, result]) : .all([isFree, result])
    }
    return result
  }

  // MARK: Moves

  mutating func addMoves() {
    for actor in actors.indices {
      if chance(1, in: 5) {
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          actors[actor].cannot.append(
            ForbiddenMove(
              from: chance(1, in: 4) ? .constant(true) : condition(depth: 1),
              to: chance(1, in: 4) ? .constant(true) : condition(depth: 1)))
        }
      }
    }
    for option in options.indices where chance(1, in: 10) {
      requirements.append(TakeRequirement(option: option, needs: condition(depth: 1)))
    }
  }

  mutating func addMisperceptions() {
    for actor in actors.indices where chance(1, in: 10) {
      actors[actor].misperceives.append(.all([condition(depth: 1), condition(depth: 1)]))
    }
  }

  // MARK: Preferences

  /// What each actor wants; the number of statements is drawn from the given ones.
  mutating func addPreferences(statements counts: [Int]) {
    for actor in actors.indices { actors[actor].preference = preference(statements: counts) }
  }

  mutating func preference(statements counts: [Int]) -> Preference {
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<7: return .statements(statements(pick(counts)))
    case 7..<9: return .weights(weights())
    case 9..<11 where codes.count <= 200:
      return .ranking(RandomConflict.tiers(of: codes.map { State($0) }, using: &random))
    case 11: return .indifferent
    default: return .statements(statements(pick(counts)))
    }
  }

  mutating func statements(_ count: Int) -> [Condition] {
    // Simple wishes part more states than deep ones, which are often constant.
    (0..<count).map { _ in condition(depth: pick([0, 1, 1, 2])) }
  }

  /// Weights in millionths: small ones that tie, decimals, or so far apart that
  /// no two sums are alike.
  mutating func weights() -> [Int64] {
    switch Int.random(in: 0..<4, using: &random) {
    case 0, 1: options.map { _ in Int64.random(in: -3...3, using: &random) * 1_000_000 }
    case 2: options.map { _ in Int64.random(in: -9_999_999...9_999_999, using: &random) }
    default:
      options.indices.shuffled(using: &random).map { (chance(1, in: 2) ? 1 : -1) * (1 << Int64(min($0, 55))) }
    }
  }

  // MARK: Conditions

  /// A condition on what there is so far.
  mutating func condition(depth: Int) -> Condition {
    if depth == 0 || chance(1, in: 4) { return leaf() }
    func parts(_ draft: inout ConflictDraft, _ most: Int) -> [Condition] {
      (0..<Int.random(in: 0...most, using: &draft.random)).map { _ in draft.condition(depth: depth - 1) }
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .not(condition(depth: depth - 1))
    case 1, 2: return .all([condition(depth: depth - 1)] + parts(&self, 3))
    case 3, 4: return .any([condition(depth: depth - 1)] + parts(&self, 3))
    case 5: return .implies(condition(depth: depth - 1), condition(depth: depth - 1))
    case 6: return .iff(condition(depth: depth - 1), condition(depth: depth - 1))
    default:
      let bound: Condition.Bound = pick([.atLeast, .atMost, .exactly])
      let counted = parts(&self, 8)
      return .count(bound, Int.random(in: -1...max(3, counted.count), using: &random), counted)
    }
  }

  private mutating func leaf() -> Condition {
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return .constant(chance(1, in: 2))
    case 1:
      // Feasible or not: a condition may name any combination.
      if let code = codes.randomElement(using: &random), chance(3, in: 4) { return .state(State(code)) }
      return .state(State(UInt64.random(in: 0..<1 << UInt64(options.count), using: &random)))
    case 2, 3: if let event = events.indices.randomElement(using: &random) { return .event(event) }
    case 4, 5: if let term = terms.indices.randomElement(using: &random) { return .term(term) }
    default: break
    }
    guard let option = options.indices.randomElement(using: &random) else { return .constant(true) }
    return chance(1, in: 3) ? .not(.taken(option)) : .taken(option)
  }
}
