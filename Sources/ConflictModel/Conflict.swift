/// A conflict: who can do what, what is feasible, and what each actor wants.
///
/// This is the graph model for conflict resolution: a set of states, for each
/// actor the moves from one state to another, and for each actor an order of the
/// states (Fang, Hipel and Kilgour 1993, *Interactive Decision Making*). The
/// states come either from options, as the combinations that obey the rules, or
/// are listed outright (graph form).
///
///     let duel = Conflict(
///       actors: [
///         Conflict.Actor(id: "row", preference: .statements([.taken(0), .not(.taken(1))])),
///         Conflict.Actor(id: "column", preference: .statements([.taken(1), .not(.taken(0))])),
///       ],
///       options: [Option(id: "row.fire", actor: 0), Option(id: "column.fire", actor: 1)])
///     duel.moves(of: 0, from: State(0))          // [State(1)]
///     duel.prefers(0, State(1), to: State(0))    // true
///
/// Every definition here is about one state at a time and is meant to be read
/// beside the paper; solvers work on whole sets and live elsewhere.
public final class Conflict: Sendable {
  /// Where the states come from.
  public enum Form: Sendable, Hashable {
    /// The states are the combinations of options that obey the rules.
    case options
    /// The states are listed; there are so many of them.
    case graph(stateCount: Int)
  }

  /// The largest number of options, thresholds of levels included.
  public static let maximumOptionCount = 62

  /// Where the states come from.
  public let form: Form
  /// The actors, in order.
  public let actors: [Conflict.Actor]
  /// The options, in bit order.
  public let options: [Option]
  /// The options that have several levels.
  public let levelOptions: [LevelOption]
  /// The facts that nobody controls.
  public let events: [Event]
  /// The named conditions; each uses only earlier ones.
  public let terms: [Condition]
  /// What every feasible state obeys.
  public let rules: [Condition]
  /// What must hold where a move starts that takes an option.
  public let requirements: [TakeRequirement]

  let compiled: Compiled

  /// A conflict in option form.
  ///
  /// Options and conditions refer to each other by index. It is a programming
  /// error if an index is out of range, if a term uses itself or a later one, or
  /// if there are more than ``maximumOptionCount`` options.
  public init(
    actors: [Conflict.Actor], options: [Option], levelOptions: [LevelOption] = [], events: [Event] = [],
    terms: [Condition] = [], rules: [Condition] = [], requirements: [TakeRequirement] = []
  ) {
    precondition(options.count <= Self.maximumOptionCount, "there are too many options")
    self.form = .options
    self.actors = actors
    self.options = options
    self.levelOptions = levelOptions
    self.events = events
    self.terms = terms
    self.rules = rules
    self.requirements = requirements
    self.compiled = Compiled(
      actors: actors, options: options, levelOptions: levelOptions, events: events, terms: terms,
      rules: rules, requirements: requirements)
  }

  /// A conflict in graph form: `stateCount` states, and each actor's moves listed with the actor.
  public init(actors: [Conflict.Actor], stateCount: Int, events: [Event] = [], terms: [Condition] = []) {
    for actor in actors {
      precondition(actor.moves.count == stateCount, "an actor's moves need a list for each state")
    }
    self.form = .graph(stateCount: stateCount)
    self.actors = actors
    self.options = []
    self.levelOptions = []
    self.events = events
    self.terms = terms
    self.rules = []
    self.requirements = []
    self.compiled = Compiled(
      actors: actors, options: [], levelOptions: [], events: events, terms: terms, rules: [],
      requirements: [])
  }

  /// The condition made ready to be asked in many states.
  package func predicate(_ condition: Condition) -> ReadyCondition {
    ReadyCondition(condition, terms: terms, holding: compiled.holding)
  }

  /// Whether `condition` holds in `state`.
  public func holds(_ condition: Condition, in state: State) -> Bool {
    predicate(condition)(state)
  }

  /// A preference, somebody's or nobody's, made ready to be asked in many states.
  package func ready(_ preference: Preference) -> Valuation {
    Valuation(preference, ready: predicate)
  }

  /// What every feasible state obeys, made ready: the rules, and those that keep
  /// levels monotone.
  package var readyRules: [ReadyCondition] { compiled.rules }

  /// What the actor does not see, made ready.
  package func readyMisperceptions(of actor: Int) -> [ReadyCondition] { compiled.misperceives[actor] }

  /// The options that the actor controls, one bit each.
  public func optionMask(of actor: Int) -> UInt64 {
    compiled.optionMasks[actor]
  }
}

extension Conflict: Equatable {
  /// Whether two conflicts say the same, names included.
  public static func == (left: Conflict, right: Conflict) -> Bool {
    left.form == right.form && left.actors == right.actors && left.options == right.options
      && left.levelOptions == right.levelOptions && left.events == right.events
      && left.terms == right.terms && left.rules == right.rules
      && left.requirements == right.requirements
  }
}

/// What a conflict works out once, when it is made.
struct Compiled: Sendable {
  var holding: [Bool] = []
  /// For each actor, the options it controls.
  var optionMasks: [UInt64] = []
  /// For each actor, those of them that can be taken, and that can be dropped.
  var takeMasks: [UInt64] = []
  var dropMasks: [UInt64] = []
  /// The analyst's rules, then those that keep levels monotone.
  var rules: [ReadyCondition] = []
  /// Needs, each with the option whose taking it restricts.
  var requirements: [(option: Int, needs: ReadyCondition)] = []
  var valuations: [Valuation] = []
  var cannot: [[(from: ReadyCondition, to: ReadyCondition)]] = []
  var misperceives: [[ReadyCondition]] = []

  init(
    actors: [Conflict.Actor], options: [Option], levelOptions: [LevelOption], events: [Event],
    terms: [Condition], rules: [Condition], requirements: [TakeRequirement]
  ) {
    let holding = events.map { $0.holds }
    let ready = { ReadyCondition($0, terms: terms, holding: holding) }
    self.holding = holding
    optionMasks = [UInt64](repeating: 0, count: actors.count)
    takeMasks = optionMasks
    dropMasks = optionMasks
    for (index, option) in options.enumerated() where option.actor != Option.nobody {
      let bit: UInt64 = 1 << UInt64(index)
      optionMasks[option.actor] |= bit
      if option.direction != .drop { takeMasks[option.actor] |= bit }
      if option.direction != .take { dropMasks[option.actor] |= bit }
    }
    self.rules = rules.map(ready)
    for level in levelOptions {
      for upper in level.thresholds.dropFirst() {
        self.rules.append(ready(.implies(.taken(upper), .taken(upper - 1))))
      }
    }
    self.requirements = requirements.map { ($0.option, ready($0.needs)) }
    valuations = actors.map { Valuation($0.preference, ready: ready) }
    cannot = actors.map { $0.cannot.map { (ready($0.from), ready($0.to)) } }
    misperceives = actors.map { $0.misperceives.map(ready) }
  }
}
