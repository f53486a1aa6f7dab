public import CaseFile
import ConflictModel
import Notation

/// A case that a seed determines: actors, levels, joint options, events,
/// definitions, rules, one-way options, states that are not seen, and wishes of
/// every kind; with everything else that the language has, if that is asked for.
public struct RandomCase {
  /// What the case may hold besides.
  public struct Flavour: Sendable {
    /// Wishes as statements only, which every format of statements can keep.
    public var statementsOnly = false
    /// `cannot` and `take … needs`.
    public var removedMoves = false
    /// Options that move one way only, and states that are not seen.
    public var oneWay = true
    /// How many statements an actor has.
    public var statementCounts = Array(0...5)
    /// How many yes-or-no options and levels' thresholds there are at most.
    public var bits = 5
    /// How many states there are at least, where there are so many combinations.
    public var states = 3
    /// Evidence, dates, doubts, views, profiles and all that the language has.
    public var everything = false

    /// A flavour; everything but removed moves by default.
    public init(statementsOnly: Bool = false, removedMoves: Bool = false, oneWay: Bool = true) {
      self.statementsOnly = statementsOnly
      self.removedMoves = removedMoves
      self.oneWay = oneWay
    }

    /// All that the language has; a quarter of the cases in graph form.
    public static let everything: Flavour = {
      var flavour = Flavour(removedMoves: true)
      flavour.everything = true
      flavour.bits = 7
      flavour.statementCounts = Array(0...8) + Array(9...40) + [70]
      return flavour
    }()

    /// Few wishes of few, so that every set of edits can be tried.
    public static let brief: Flavour = {
      var flavour = Flavour(removedMoves: true)
      flavour.statementCounts = [1, 1, 2]
      flavour.bits = 3
      return flavour
    }()
  }

  var random: SeededGenerator
  let flavour: Flavour
  var document = CaseDocument()
  /// Conditions that name something, to build others from.
  var atoms: [ConditionText] = []
  /// The options that are taken or not, by their full names.
  var plainOptions: [String] = []
  var levelOptions: [(name: String, levels: [String])] = []
  /// The conflict without its wishes, and its states, once nothing changes them.
  var frame: (conflict: Conflict, states: FeasibleStates)?

  /// The document of a seed. It resolves, and has so many states as its flavour
  /// asks for where it has so many combinations.
  public static func document(seed: UInt64, _ flavour: Flavour = Flavour()) -> CaseDocument {
    var maker = RandomCase(random: SeededGenerator(seed: seed), flavour: flavour)
    if flavour.everything, seed % 4 == 3 {
      maker.makeGraph()
    } else {
      maker.make(stateCount: flavour.everything && seed % 3 == 0 ? Int(seed / 3 % 64) + 1 : nil)
    }
    if flavour.everything { maker.addEverything() }
    return maker.document
  }

  private init(random: SeededGenerator, flavour: Flavour) {
    self.random = random
    self.flavour = flavour
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func make(stateCount: Int?) {
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
      document.definitions = [DefinitionText(id: "calm", when: condition(depth: 2))]
      atoms.append(.name("calm", .none))
    }
    for _ in 0..<number(0...2) { add(rule(), leaving: flavour.states) }
    if let stateCount { trim(to: stateCount) }
    if flavour.oneWay, chance(25) {
      document.actors[0].misperceives = [JudgedCondition(condition(depth: 2))]
    }
    if flavour.removedMoves {
      document.actors[0].cannot = [CannotText(from: condition(depth: 1), to: condition(depth: 1))]
      if flavour.everything || chance(20), let name = plainOptions.randomElement(using: &random) {
        document.rules.append(RuleText(.take(.name(name, .none), needs: condition(depth: 1))))
      }
    }
    settleFrame()
    addPreferences()
  }

  mutating func settleFrame() {
    guard let conflict = try? Case(document).conflict else { preconditionFailure("the case has no meaning") }
    frame = (conflict, conflict.feasibleStates().states)
  }

  mutating func addPreferences() {
    let states = feasibleStates
    for index in document.actors.indices {
      document.actors[index].preference = preference(over: states)
    }
  }

  /// The feasible states of what there is so far.
  var feasibleStates: FeasibleStates {
    if let frame { return frame.states }
    guard let conflict = try? Case(document).conflict else { return FeasibleStates([]) }
    return conflict.feasibleStates().states
  }

  private mutating func add(_ rule: RuleText, leaving least: Int) {
    document.rules.append(rule)
    if feasibleStates.count < least { document.rules.removeLast() }
  }

  // MARK: Actors and options

  private mutating func makeActors() {
    var bits = flavour.bits
    for index in 0..<number(1...4) {
      var actor = ActorText(id: "actor\(index)", name: "Actor \(index)")
      for number in 0..<number(0...3) where bits > 0 {
        var option = OptionText(id: "option\(number)", name: "Option \(number)")
        if flavour.oneWay, chance(25) { option.moves = chance(50) ? .take : .drop }
        let name = "\(actor.id).\(option.id)"
        if bits > 2, chance(20) {
          addLevels(to: &option, name, &bits)
        } else {
          bits -= 1
          atoms.append(.name(name, .none))
          plainOptions.append(name)
        }
        actor.options.append(option)
      }
      document.actors.append(actor)
    }
    // A case without options has one state, in which nothing can happen.
    if plainOptions.isEmpty, levelOptions.isEmpty, !chance(5) {
      document.actors[0].options = ["option0", "option1"].map { OptionText(id: $0, name: "Option") }
      plainOptions = ["actor0.option0", "actor0.option1"]
      atoms += plainOptions.map { .name($0, .none) }
    }
  }

  private mutating func addLevels(to option: inout OptionText, _ name: String, _ bits: inout Int) {
    var levels = ["low", "middle", "high"]
    if flavour.everything, bits > 4, chance(30) { levels += ["higher", "highest"] }
    option.levels = levels.map { LevelText(id: $0) }
    bits -= levels.count - 1
    levelOptions.append((name, levels))
    atoms.append(.comparison(name, .atLeast, level: "middle", .none))
    atoms.append(.comparison(name, .equal, level: "high", .none))
    atoms.append(.comparison(name, .notEqual, level: "middle", .none))
    if flavour.everything {
      for comparison in ConditionText.Comparison.allCases where chance(40) {
        atoms.append(.comparison(name, comparison, level: pick(levels), .none))
      }
    }
  }

  // MARK: Conditions and rules

  mutating func condition(depth: Int) -> ConditionText {
    if depth == 0 || chance(25) {
      if flavour.everything, chance(3) { return .constant(chance(50)) }
      let atom = pick(atoms)
      return chance(50) ? atom : .not(atom)
    }
    func parts(_ maker: inout RandomCase, _ range: ClosedRange<Int> = 2...3) -> [ConditionText] {
      (0..<maker.number(range)).map { _ in maker.condition(depth: depth - 1) }
    }
    switch number(0...5) {
    case 0: return .and(parts(&self).map { if case .and = $0 { .not($0) } else { $0 } })
    case 1: return .or(parts(&self).map { if case .or = $0 { .not($0) } else { $0 } })
    case 2: return .not(condition(depth: depth - 1))
    case 3:
      let counted = flavour.everything ? parts(&self, 1...7) : parts(&self)
      let most = flavour.everything ? max(3, counted.count) : 3
      return .count(pick(ConditionText.Count.allCases), number(0...most), counted)
    default:
      return .joined(
        condition(depth: depth - 1), pick(ConditionText.Connective.allCases), condition(depth: depth - 1))
    }
  }

  private mutating func rule() -> RuleText {
    switch number(0...(flavour.everything ? 4 : 3)) {
    case 0: RuleText(.always(.or([condition(depth: 1), condition(depth: 0)].map { .not($0) })))
    case 1: RuleText(.one(.atMost, [condition(depth: 0), condition(depth: 0)]))
    case 4: RuleText(.one(pick(ConditionText.Count.allCases), atoms.shuffled(using: &random).prefix(4) + []))
    default: RuleText(.never(.and([condition(depth: 0), .not(condition(depth: 1))])))
    }
  }

  /// Rules that leave exactly so many states, when there are more.
  private mutating func trim(to count: Int) {
    let states = feasibleStates
    guard states.count > count, let conflict = try? Case(document).conflict else { return }
    // Holds in the states of lower code than the first that goes.
    let code = states[count].code
    var below = ConditionText.constant(false)
    for (index, option) in conflict.options.enumerated() {
      let isFree = ConditionText.not(atom(of: option.id, conflict))
      let parts = [isFree, below]
      below = (code >> UInt64(index)) & 1 == 1 ? .or(parts) : .and(parts)
    }
    document.rules.append(RuleText(.always(below)))
  }

  /// The condition that the option, or threshold, is taken.
  func atom(of option: String, _ conflict: Conflict) -> ConditionText {
    if let mark = option.firstRange(of: ">=") {
      return .comparison(
        String(option[..<mark.lowerBound]), .atLeast, level: String(option[mark.upperBound...]), .none)
    }
    return .name(option, .none)
  }

  // MARK: Wishes

  mutating func preference(over states: FeasibleStates) -> PreferenceText {
    switch flavour.statementsOnly ? 0 : number(0...9) {
    case 8 where states.count <= 200: return .ranking(ranking(states), because: [], .none)
    case 9 where !document.isGraphForm: return .weights(weights())
    default:
      let count = pick(flavour.statementCounts)
      if count == 0 { return .indifferent }
      return .statements((0..<count).map { _ in StatementText(that: condition(depth: pick([0, 1, 2, 2]))) })
    }
  }

  private mutating func ranking(_ states: FeasibleStates) -> [[StateReference]] {
    var tiers: [[StateReference]] = []
    for state in states.shuffled(using: &random) {
      let form: StateReference.Form =
        document.isGraphForm
        ? .id(document.states[Int(state.code)].id)
        : flavour.everything && chance(20)
          ? .number(states.number(of: state)!)
          : flavour.everything && frame?.conflict.options.isEmpty == false && chance(20)
            ? .pattern(pattern(of: state)) : .code(state.code)
      let reference = StateReference(form)
      if !tiers.isEmpty, chance(40) {
        tiers[tiers.count - 1].append(reference)
      } else {
        tiers.append([reference])
      }
    }
    return tiers
  }

  func pattern(of state: State) -> String {
    guard let conflict = frame?.conflict else { return "" }
    return String(conflict.options.indices.map { state.takes($0) ? "Y" : "N" })
  }

  private mutating func weights() -> [WeightText] {
    var weights: [WeightText] = []
    for name in plainOptions {
      let worth =
        flavour.everything && chance(50)
        ? Int64.random(in: -2_999_999...2_999_999, using: &random)
        : Int64.random(in: -2...2, using: &random) * 1_000_000
      weights.append(WeightText(option: Named(name), amount: .millionths(worth)))
    }
    for (name, levels) in levelOptions where flavour.everything && chance(70) {
      let amounts = levels.filter { _ in chance(70) }.map { level in
        WeightText.Level(Named(level), millionths: Int64.random(in: -3_500_000...3_500_000, using: &random))
      }
      if !amounts.isEmpty { weights.append(WeightText(option: Named(name), amount: .levels(amounts))) }
    }
    return weights
  }
}
