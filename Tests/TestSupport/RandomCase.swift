public import CaseFile
import ConflictModel

/// A case that a seed determines: one to four actors, at most seven option bits,
/// with levels, joint options, events, definitions, rules, one-way options,
/// states that are not seen, and wishes of every kind.
public struct RandomCase {
  /// What the case may hold besides.
  public struct Flavour: Sendable {
    /// Wishes as statements only, which every format of statements can keep.
    public var statementsOnly = false
    /// `cannot` and `take … needs`.
    public var removedMoves = false
    /// Options that move one way only, and states that are not seen.
    public var oneWay = true

    /// A flavour; everything but removed moves by default.
    public init(statementsOnly: Bool = false, removedMoves: Bool = false, oneWay: Bool = true) {
      self.statementsOnly = statementsOnly
      self.removedMoves = removedMoves
      self.oneWay = oneWay
    }
  }

  private var random: SeededGenerator
  private let flavour: Flavour
  private var document = CaseDocument()
  /// Conditions that name something, to build others from.
  private var atoms: [Expression] = []

  /// The document of a seed; nil when its rules leave no state.
  public static func document(seed: UInt64, _ flavour: Flavour = Flavour()) -> CaseDocument? {
    var maker = RandomCase(random: SeededGenerator(seed: seed), flavour: flavour)
    return maker.make()
  }

  private init(random: SeededGenerator, flavour: Flavour) {
    self.random = random
    self.flavour = flavour
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func make() -> CaseDocument? {
    makeActors()
    if chance(30) {
      document.events = [EventText(id: "storm", name: "A storm", holds: chance(50))]
      atoms.append(.name("storm", .none))
    }
    if document.actors.count > 1, chance(30) {
      document.joint = [JointText(id: "pact", by: [Named("actor0"), Named("actor1")])]
      atoms += [.name("pact", .none), .name("actor0.pact", .none), .name("actor1.pact", .none)]
    }
    if atoms.isEmpty { atoms.append(.constant(true)) }
    if chance(40) {
      document.definitions = [
        DefinitionText(id: "calm", when: condition(depth: 2))
      ]
      atoms.append(.name("calm", .none))
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) { document.rules.append(rule()) }
    if flavour.oneWay, chance(25) {
      document.actors[0].misperceives = [JudgedCondition(condition(depth: 2))]
    }
    if flavour.removedMoves {
      document.actors[0].cannot = [CannotText(from: condition(depth: 1), to: condition(depth: 1))]
    }
    guard let states = try? Case(document).conflict.feasibleStates().states else { return nil }
    for index in document.actors.indices {
      document.actors[index].preference = preference(over: states)
    }
    return document
  }

  private mutating func makeActors() {
    var bits = 5
    for index in 0..<Int.random(in: 1...4, using: &random) {
      var actor = ActorText(id: "actor\(index)", name: "Actor \(index)")
      for number in 0..<Int.random(in: 0...2, using: &random) where bits > 0 {
        var option = OptionText(id: "option\(number)", name: "Option \(number)")
        if flavour.oneWay, chance(25) { option.moves = chance(50) ? .take : .drop }
        let name = "\(actor.id).\(option.id)"
        if bits > 2, chance(20) {
          option.levels = ["low", "middle", "high"].map { LevelText(id: $0) }
          bits -= 2
          atoms.append(.comparison(name, .atLeast, level: "middle", .none))
          atoms.append(.comparison(name, .equal, level: "high", .none))
          atoms.append(.comparison(name, .notEqual, level: "middle", .none))
        } else {
          bits -= 1
          atoms.append(.name(name, .none))
        }
        actor.options.append(option)
      }
      document.actors.append(actor)
    }
  }

  private mutating func condition(depth: Int) -> Expression {
    if depth == 0 || chance(25) {
      let atom = atoms.randomElement(using: &random)!
      return chance(50) ? atom : .not(atom)
    }
    func parts(_ maker: inout RandomCase) -> [Expression] {
      (0..<Int.random(in: 2...3, using: &maker.random)).map { _ in maker.condition(depth: depth - 1) }
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .and(parts(&self))
    case 1: return .or(parts(&self))
    case 2: return .not(condition(depth: depth - 1))
    case 3:
      let bound = Expression.Count.allCases.randomElement(using: &random)!
      return .count(bound, Int.random(in: 0...3, using: &random), parts(&self))
    default:
      let word = Expression.Connective.allCases.randomElement(using: &random)!
      return .joined(condition(depth: depth - 1), word, condition(depth: depth - 1))
    }
  }

  private mutating func rule() -> RuleText {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: RuleText(.always(.or([condition(depth: 1), condition(depth: 1)])))
    case 1: RuleText(.one(.atMost, [condition(depth: 0), condition(depth: 0)]))
    default: RuleText(.never(.and([condition(depth: 1), condition(depth: 0)])))
    }
  }

  private mutating func preference(over states: FeasibleStates) -> PreferenceText {
    let kind = flavour.statementsOnly ? 0 : Int.random(in: 0..<10, using: &random)
    switch kind {
    case 8:
      var tiers: [[StateReference]] = []
      for state in states.shuffled(using: &random) {
        let reference = StateReference(.code(state.code))
        if !tiers.isEmpty, chance(40) {
          tiers[tiers.count - 1].append(reference)
        } else {
          tiers.append([reference])
        }
      }
      return .ranking(tiers, because: [], .none)
    case 9:
      var weights: [WeightText] = []
      for actor in document.actors {
        for option in actor.options where option.levels.isEmpty {
          let worth = Int64.random(in: -2...2, using: &random) * 1_000_000
          weights.append(WeightText(option: Named("\(actor.id).\(option.id)"), amount: .millionths(worth)))
        }
      }
      return .weights(weights)
    default:
      let count = Int.random(in: 0...5, using: &random)
      if count == 0 { return .indifferent }
      return .statements((0..<count).map { _ in StatementText(that: condition(depth: 2)) })
    }
  }
}
