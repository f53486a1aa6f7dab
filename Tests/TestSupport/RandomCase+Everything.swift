import CaseFile
import ConflictModel
import Notation

// What the language has besides the conflict: evidence, dates, doubts, views,
// profiles, outcomes, declarations, expectations, the status quo in its forms.
extension RandomCase {
  /// States that are listed, with each actor's moves and wishes.
  mutating func makeGraph() {
    let count = number(2...14)
    document.states = (0..<count).map {
      StateText(id: "s\($0 + 1)", name: chance(50) ? "State \($0 + 1)" : nil)
    }
    atoms = document.states.map { .name($0.id, .none) }
    for index in 0..<number(1...4) {
      var actor = ActorText(id: "actor\(index)", name: "Actor \(index)")
      let storm = ConditionText.name("storm", .none)
      for from in document.states {
        for to in document.states where from.id != to.id && chance(100 / count) {
          let condition = chance(15) ? pick([storm, .not(storm)]) : nil
          actor.moves.append(
            MoveText(from: Named(from.id), to: Named(to.id), if: condition, because: evidence(10)))
        }
      }
      if chance(20) { actor.misperceives = [JudgedCondition(pick(atoms))] }
      document.actors.append(actor)
    }
    document.events = [EventText(id: "storm", holds: chance(50))]
    atoms.append(.name("storm", .none))
    if chance(40) {
      document.definitions = [DefinitionText(id: "calm", when: condition(depth: 2))]
      atoms.append(.name("calm", .none))
    }
    settleFrame()
    addPreferences()
  }

  /// Short names and tags, on some of what may have them; nothing is drawn for that.
  private mutating func addShortNames() {
    for index in document.actors.indices where index != 1 {
      document.actors[index].short = "Act. \(index)"
      document.actors[index].tag = ["AA", "", "Öл", "한국"][index % 4]
      for option in document.actors[index].options.indices where option != 1 {
        document.actors[index].options[option].short = String("O\(option) of twenty-four letters".prefix(24))
      }
    }
  }

  mutating func addEverything() {
    addSources()
    document.title = chance(80) ? words() : nil
    document.summary = chance(40) ? words() : nil
    document.asOf = chance(60) ? pick(["2023", "2023-04", "2023-04-30"]) : nil
    if document.events.isEmpty, chance(50) { document.events = [EventText(id: "storm")] }
    document.events = document.events.map { with($0) { $1.addDates(to: &$0) } }
    for index in document.actors.indices { addToActor(index) }
    addShortNames()
    document.definitions = document.definitions.map {
      with($0) {
        $0.name = $1.chance(40) ? $1.words() : nil
        $0.because = $1.evidence(30)
      }
    }
    document.joint = document.joint.map {
      with($0) {
        $0.name = $1.chance(50) ? $1.words() : nil
        $0.short = $0.name.map { _ in "Pact" }
        $0.because = $1.evidence(30)
      }
    }
    document.rules = document.rules.map {
      with($0) {
        $0.hedge = $1.chance(20) ? $1.pick(Hedge.allCases) : nil
        $0.because = $1.evidence(25)
      }
    }
    document.states = document.states.map { with($0) { $0.because = $1.evidence(15) } }
    document.outcomes = (0..<number(0...3)).map { index in
      OutcomeText(
        id: "outcome\(index)", name: chance(60) ? words() : nil, when: condition(depth: 2),
        because: evidence(20))
    }
    for index in document.outcomes.indices.dropFirst() { document.outcomes[index].short = "Outcome \(index)" }
    addStatusQuo()
    document.expectations = (0..<number(0...3)).map { _ in expectation() }
    // On the day of the case an event may be otherwise, and a ranking miss a state.
    if (try? Case(document)) == nil {
      for index in document.events.indices {
        (document.events[index].since, document.events[index].until) = (nil, nil)
        document.events[index].history = []
      }
    }
  }

  private mutating func with<Part>(_ part: Part, _ change: (inout Part, inout RandomCase) -> Void) -> Part {
    var part = part
    change(&part, &self)
    return part
  }

  /// A name as people write them, or as nobody should.
  mutating func words() -> String {
    pick([
      "A plain name", "Another, with a comma", "no", "3.10", "a: b # c", "\"quoted\" and 'more'", "50 %",
      "-1",
      "Ünïcode — 서울", "two\nlines", "trailing ", "[list, like]", "2023-04-30", "{map: like}", "tab\there",
      "*star", "&amp", "!bang", "~", "مرحبا", "a\u{301}\u{200D}e",
      "a name that is as long as a name may well be where somebody writes a sentence instead of one",
    ])
  }

  // MARK: Evidence and dates

  private mutating func addSources() {
    for id in ["memo", "press"].prefix(number(0...2)) {
      var source = SourceText(id: id)
      source.title = chance(70) ? words() : nil
      source.author = chance(30) ? "A. Author" : nil
      source.date = chance(40) ? pick(["2022", "2022-11", "2022-11-05"]) : nil
      source.publisher = chance(20) ? words() : nil
      source.address = chance(20) ? "https://example.org/a?b=c#d" : nil
      source.viewpoint = chance(30) ? words() : nil
      source.file = chance(20) ? "memo.txt" : nil
      source.note = chance(20) ? words() : nil
      document.sources.append(source)
    }
  }

  /// Evidence of every form, in so many of a hundred cases.
  mutating func evidence(_ percent: Int) -> [Evidence] {
    guard chance(percent) else { return [] }
    return (0..<pick([1, 1, 2])).map { _ in
      var evidence = Evidence(note: chance(60) ? words() : nil)
      if let source = document.sources.randomElement(using: &random), chance(60) {
        evidence.source = source.id
        if chance(70) {
          evidence.at = SentencePlace(paragraph: number(1...9), sentence: chance(80) ? number(1...9) : nil)
        } else if chance(50) {
          evidence.inPrint = PrintedPlace(pick(["p. 14", "pp. 14-16", "table 2", "fig. 3", "§ 4.3"]))
        }
        if evidence.inPrint == nil, chance(30) {
          evidence.fingerprint = pick(["0123456789ab", "000000000000", "1e1234567890"])
        }
        if chance(30) { evidence.quote = words() }
      }
      if chance(40) { evidence.basis = pick(Evidence.Basis.allCases) }
      if chance(30) { evidence.confidence = pick(Evidence.Confidence.allCases) }
      if chance(20) { evidence.by = words() }
      if chance(10) { evidence.isAgainst = true }
      if chance(20) { evidence.date = pick(["2023", "2023-04", "2023-04-30"]) }
      return evidence
    }
  }

  /// Dates that agree with each other.
  private mutating func addDates(to event: inout EventText) {
    if chance(30) { event.since = pick(["2021", "2021-02", "2021-02-28"]) }
    if chance(30) { event.until = pick(["2022", "2022-12", "2022-12-31", "2024-01-01"]) }
    if chance(30) {
      event.history = [ObservationText(date: "2021-06", holds: event.holds, because: evidence(30))]
      if event.until == nil || event.until == "2022", chance(50) {
        event.history.append(ObservationText(date: "2023-01-01", holds: !event.holds))
      }
    }
    event.resolves = chance(30) ? words() : nil
    event.name = chance(50) ? words() : nil
    event.because = evidence(30)
  }

  // MARK: Actors

  private mutating func addToActor(_ index: Int) {
    var actor = document.actors[index]
    actor.name = chance(70) ? words() : nil
    actor.because = evidence(20)
    actor.options = actor.options.map {
      with($0) { option, maker in
        option.name = maker.chance(70) ? maker.words() : nil
        option.because = maker.evidence(20)
        option.levels = option.levels.map {
          maker.with($0) {
            $0.name = $1.chance(50) ? $1.words() : nil
            $0.because = $1.evidence(10)
          }
        }
      }
    }
    actor.preference = judged(actor.preference)
    if case .ranking(let tiers, _, _) = actor.preference {
      let states = tiers.flatMap { $0 }
      if states.count > 1, chance(60) {
        actor.unknown = [UnknownPairText(states[0], states[states.count - 1])]
      }
    }
    actor.cannot = actor.cannot.map {
      with($0) {
        switch $1.number(0...3) {
        case 0: $0.from = nil
        case 1: $0.to = nil
        default: break
        }
        $0.because = $1.evidence(30)
      }
    }
    actor.misperceives = actor.misperceives.map { with($0) { $0.because = $1.evidence(40) } }
    if chance(25) {
      let preference = judged(preference(over: feasibleStates))
      var profile = ProfileText(id: "other", name: words(), preference: preference, because: evidence(30))
      if case .ranking(let tiers, _, _) = preference {
        let states = tiers.flatMap { $0 }
        if states.count > 1 { profile.unknown = [UnknownPairText(states[1], states[0])] }
      }
      actor.profiles = [profile]
    }
    if chance(25) {
      let others = document.actors.filter { $0.id != actor.id }.map { Named($0.id) }
      actor.declares = [
        DeclarationText(
          if: condition(depth: 1), then: condition(depth: 1), to: chance(50) ? others : [],
          because: evidence(40))
      ]
    }
    if chance(25) { actor.perceives = view(of: index) }
    document.actors[index] = actor
  }

  /// The preference with doubts, hedges and evidence.
  private mutating func judged(_ preference: PreferenceText) -> PreferenceText {
    switch preference {
    case .indifferent: return preference
    case .ranking(let tiers, _, let place): return .ranking(tiers, because: evidence(50), place)
    case .weights(let weights):
      return .weights(
        weights.map {
          with($0) {
            // A map of levels has no room for evidence.
            if case .millionths = $0.amount { $0.because = $1.evidence(30) }
          }
        })
    case .statements(let statements):
      var statements = statements.enumerated().map { index, statement in
        with(statement) {
          $0.id = $1.chance(40) ? "s\(index)" : nil
          $0.hedge = $1.chance(15) ? $1.pick(Hedge.allCases) : nil
          $0.isSure = !$1.chance(10)
          $0.isMuch = $1.chance(10)
          $0.because = $1.evidence(30)
        }
      }
      statements.group { chance(12) }
      return .statements(statements)
    }
  }

  /// How another actor's wishes look to this one, or what it does not see.
  private mutating func view(of actor: Int) -> PerceptionText? {
    let other = pick(document.actors)
    var parts: [String] = []
    var about = ["prefers: [\"\(condition(depth: 1).printed)\"]"]
    if let option = other.options.first, chance(30) {
      about = ["options: {\(option.id): ~}", "prefers: indifferent"]
    }
    parts.append("actors: {\(other.id): {\(about.joined(separator: ", "))}}")
    if !document.events.isEmpty, chance(50) {
      parts.append("events: {storm: {holds: \(chance(50) ? "yes" : "no")}}")
    }
    if !document.isGraphForm, chance(30) { parts.append("rules: []") }
    if !document.joint.isEmpty, chance(20) { parts.append("joint: {pact: ~}") }
    if !document.definitions.isEmpty, chance(30) { parts.append("define: {calm: \"true\"}") }
    return (try? YAMLReader.read(parts.joined(separator: "\n"), file: "view")).map { PerceptionText($0) }
  }

  // MARK: Status quo and expectations

  private mutating func addStatusQuo() {
    let states = feasibleStates
    guard let state = states.randomElement(using: &random), chance(85) else { return }
    if document.isGraphForm {
      document.statusQuo = StatusQuoText(.condition(.name(document.states[Int(state.code)].id, .none)))
      return
    }
    guard let conflict = frame?.conflict else { return }
    if chance(25) {
      let parts = conflict.options.enumerated().map { index, option in
        state.takes(index) ? atom(of: option.id, conflict) : .not(atom(of: option.id, conflict))
      }
      if parts.count > 1 {
        document.statusQuo = StatusQuoText(.condition(.and(parts)), because: evidence(40))
        return
      }
    }
    var taken: [ConditionText] = []
    for (index, option) in conflict.options.enumerated()
    where state.takes(index) && !conflict.levelOptions.contains(where: { $0.thresholds.contains(index) }) {
      taken.append(.name(option.id, .none))
    }
    for level in conflict.levelOptions where level.level(in: state) > 0 {
      taken.append(.comparison(level.id, .equal, level: level.levels[level.level(in: state)], .none))
    }
    let named = taken.compactMap { if case .name(let name, _) = $0 { name } else { nil } }
    let unsure =
      chance(20)
      ? plainOptions.filter { !named.contains($0) }.prefix(1).map { ConditionText.name($0, .none) } : []
    document.statusQuo = StatusQuoText(.taken(taken, unsure: unsure), because: evidence(40))
  }

  private mutating func expectation() -> ExpectationText {
    let claim = claim()
    var scope = ExpectationText.Scope.alone
    switch claim {
    case .states(let concept, nil, _), .count(let concept, nil, _), .every(let concept, _),
      .some(let concept, _), .no(let concept, _):
      if chance(40) { scope = self.scope(under: concept) }
    case .statusQuo(let concepts):
      if chance(40) { scope = self.scope(under: concepts[0]) }
    default: break
    }
    // With other values other states may be feasible, which a ranking would miss.
    let isFixed = document.actors.contains { actor in
      ([actor.preference] + actor.profiles.map(\.preference)).contains {
        if case .ranking = $0 { true } else { false }
      }
    }
    let given =
      chance(30)
      ? document.events.map { event in
        ExpectationText.Given(Named(event.id), holds: isFixed ? event.holds : chance(50))
      } : []
    var profiles: [ExpectationText.Chosen] = []
    for actor in document.actors {
      if let profile = actor.profiles.first, chance(50) {
        profiles.append(ExpectationText.Chosen(Named(actor.id), profile: Named(profile.id)))
      }
    }
    return ExpectationText(
      claim, scope: scope, given: given, profiles: profiles, because: evidence(30))
  }

  private mutating func someActor() -> Named { Named(pick(document.actors).id) }

  private mutating func scope(under concept: Concept) -> ExpectationText.Scope {
    switch number(0...4) {
    case 0: return .always
    case 1: return .sometimes
    case 2 where concept != .sseq && concept != .sim:
      // A coalition has two actors or more.
      let members = document.actors.prefix(2).map { Named($0.id) }
      return .against(chance(50) || members.count < 2 ? [] : members)
    case 3: return .perceived
    default: return .expected(by: someActor())
    }
  }

  private mutating func claim() -> ExpectationText.Claim {
    let states = feasibleStates
    let concept = pick(document.isGraphForm ? [.nash, .gmr, .smr, .seq, .sseq] : Concept.allCases)
    switch states.isEmpty ? 1 : number(0...9) {
    case 0:
      let listed = states.indices.filter { _ in chance(20) }.map { reference(to: $0, states) }
      return .states(concept, actor: chance(50) ? someActor() : nil, listed)
    case 2: return .every(concept, condition(depth: 1))
    case 3: return .some(concept, condition(depth: 1))
    case 4: return .no(concept, condition(depth: 1))
    case 5 where document.statusQuo != nil: return .statusQuo([concept])
    case 6: return .count(concept, actor: chance(50) ? someActor() : nil, number(0...states.count))
    case 7:
      let isReached = chance(60)
      return .reach(
        ExpectationText.Passage(
          to: chance(50) ? .condition(condition(depth: 1)) : target(states), isReached: isReached,
          from: document.statusQuo == nil || chance(50) ? someState(states) : nil,
          steps: isReached && chance(50) ? number(1...4) : nil, by: chance(50) ? .moves : .improvements))
    case 8 where document.actors.count > 1:
      return .jump(
        ExpectationText.Jump(
          of: document.actors.prefix(2).map { Named($0.id) }, from: someState(states), to: someState(states),
          under: chance(50) ? .nash : nil))
    case 9: return .rankings(concept, of: someActor(), target(states), number(0...9))
    default: return .feasible(states.count)
    }
  }

  /// A state as a target, which by its id is a condition.
  private mutating func target(_ states: FeasibleStates) -> ExpectationText.Target {
    let state = someState(states)
    if case .id(let id) = state.form { return .condition(.name(id, .none)) }
    return .state(state)
  }

  private mutating func someState(_ states: FeasibleStates) -> StateReference {
    reference(to: number(0...states.count - 1), states)
  }

  private mutating func reference(to index: Int, _ states: FeasibleStates) -> StateReference {
    if document.isGraphForm { return StateReference(.id(document.states[index].id)) }
    let pattern = pattern(of: states[index])
    if chance(40) || pattern.isEmpty { return StateReference(.code(states[index].code)) }
    return StateReference(chance(50) ? .number(index + 1) : .pattern(pattern))
  }
}

// MARK: - Texts

extension RandomCase {
  /// The texts of a seed: a case as it is printed, and files that build on it in
  /// the ways that only a text can, with the name `base.yaml` for the first.
  public static func texts(seed: UInt64) -> [String] {
    var document = document(seed: seed, .everything)
    var random = SeededGenerator(seed: seed)
    let actor = document.actors[0].id
    // Edits go by ids.
    if case .statements(let statements) = document.actors[0].preference, statements.count > 2 {
      document.actors[0].preference = .statements(
        statements.enumerated().map { index, statement in
          var statement = statement
          statement.id = "s\(index)"
          statement.group = nil
          return statement
        })
      let edits = [
        "drop: [s0]", "replace: {s1: {that: \"true\", because: a note}}",
        "first: [\"true\", [\"false\", \"true\"]]",
        "last: [{that: \"false\", hedge: may}]", "after: {s2: [\"true\"]}", "unsure: [s1]",
        "unordered: [[s1, s2]]",
      ]
      let chosen = edits.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
      let prefers = "prefers: {\(chosen.joined(separator: ", "))}"
      return [
        document.printed(),
        "entente: 1\nextends: base.yaml\nactors: {\(actor): {\(prefers)}}\n",
        "entente: 1\nextends: [base.yaml]\nactors: {\(actor): {profiles: {edited: {\(prefers)}}}}\nsummary: ~\n",
      ]
    }
    return [
      document.printed(), "entente: 1\nextends: base.yaml\nactors: {\(actor): {misperceives: [\"false\"]}}\n",
    ]
  }
}
