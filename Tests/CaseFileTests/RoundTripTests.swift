import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import TestSupport
import Testing

@Suite("Printing and parsing")
struct RoundTripTests {
  @Test(
    "parsing what is printed gives the same document", .effective(176), arguments: TestScale.seeds(200))
  func roundTrip(seed: UInt64) throws {
    var maker = DocumentMaker(random: SeededGenerator(seed: seed))
    let document = maker.document()
    let text = document.printed()
    effective(when: text.utf8.count > 500)
    let again: CaseDocument
    do {
      again = try CaseDocument(parsing: text)
    } catch {
      Issue.record("seed \(seed): \(error.diagnostics.first?.message ?? "")\n\(text)")
      return
    }
    #expect(again == document, "seed \(seed)\n\(text)")
    #expect(again.printed() == text, "printing is settled after one round")
  }

  @Test("the example of the design is kept")
  func example() throws {
    let document = try CaseDocument(parsing: suspects)
    #expect(try CaseDocument(parsing: document.printed()) == document)
    #expect(try Case(CaseDocument(parsing: document.printed())).conflict == Case(document).conflict)
  }

  @Test(
    "text that YAML could take for something else is quoted",
    arguments: [
      "no", "Yes", "null", "~", "", "3.10", "0x1F", "2023-04-30", "1_000", ".5", "-", "- a", "a: b", "a #b",
      "a:",
      " a", "a ", "'a'", "\"a\"", "[a]", "{a}", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "a\nb", "a\tb",
      "?", "? a",
      "é", "서울", "a\u{2028}b", "12:30:45", "1e3", "<<", "=", "a, b",
    ])
  func nasty(text: String) throws {
    var document = CaseDocument()
    document.summary = text
    // A name may not be blank.
    let name = text.isEmpty ? nil : text
    document.title = name
    var actor = ActorText(id: "a", name: name)
    actor.because = [Evidence(note: text)]
    document.actors = [actor]
    let again = try CaseDocument(parsing: document.printed())
    #expect(again == document)
  }
}

/// Random documents that use all of the language, with awkward names.
struct DocumentMaker {
  var random: SeededGenerator
  private var options: [String] = []
  private var levels: [(String, [String])] = []

  init(random: SeededGenerator) { self.random = random }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  mutating func pick<T>(_ items: [T]) -> T { items.randomElement(using: &random)! }
  mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func words() -> String {
    pick([
      "A plain name", "no", "3.10", "a: b # c", "\"quoted\" and 'more'", "50 %", "-1", "Ünïcode — 서울",
      "two\nlines",
      "trailing ", "[list, like]", "2023-04-30", "{map: like}", "tab\there", "*star", "&amp", "!bang", "~",
    ])
  }

  mutating func optionalWords() -> String? { chance(50) ? words() : nil }

  mutating func evidence() -> [Evidence] {
    (0..<pick([0, 0, 0, 1, 2])).map { _ in
      var evidence = Evidence(note: optionalWords())
      if chance(50) {
        evidence.source = "memo"
        if chance(70) {
          evidence.at = SentencePlace(paragraph: count(1...9), sentence: chance(80) ? count(1...9) : nil)
        }
      }
      if chance(30) { evidence.quote = words() }
      evidence.isAgainst = chance(20)
      if chance(30) {
        evidence.fingerprint = pick(["0123456789ab", "000000000000", "123456789012", "1e1234567890"])
      }
      if chance(40) { evidence.basis = pick(Evidence.Basis.allCases) }
      if chance(30) { evidence.confidence = pick(Evidence.Confidence.allCases) }
      if chance(20) { evidence.by = words() }
      if chance(20) { evidence.date = pick(["2023", "2023-04", "2023-04-30"]) }
      return evidence
    }
  }

  mutating func expression(_ depth: Int = 3) -> ConditionText {
    if depth == 0 || chance(30) {
      if chance(10) { return .constant(chance(50)) }
      if !levels.isEmpty, chance(20) {
        let level = pick(levels)
        return .comparison(level.0, pick(ConditionText.Comparison.allCases), level: pick(level.1), .none)
      }
      return .name(options.isEmpty ? "war" : pick(options + ["war"]), .none)
    }
    switch count(0...4) {
    case 0: return .not(expression(depth - 1))
    case 1: return .and((0..<count(2...3)).map { _ in expression(depth - 1) }.map(Self.apart(.and)))
    case 2: return .or((0..<count(2...3)).map { _ in expression(depth - 1) }.map(Self.apart(.or)))
    case 3:
      return .joined(expression(depth - 1), pick(ConditionText.Connective.allCases), expression(depth - 1))
    default:
      return .count(
        pick(ConditionText.Count.allCases), count(0...3),
        (0..<count(1...3)).map { _ in expression(depth - 1) })
    }
  }

  private enum Joint { case and, or }

  /// `(a and b) and c` would print and read as one list of three.
  private static func apart(_ joint: Joint) -> (ConditionText) -> ConditionText {
    { part in
      switch (joint, part) {
      case (.and, .and), (.or, .or): .not(part)
      default: part
      }
    }
  }

  mutating func document() -> CaseDocument {
    var document = CaseDocument()
    document.title = optionalWords()
    document.summary = optionalWords()
    document.asOf = chance(50) ? pick(["2023", "2023-04", "2023-04-30"]) : nil
    var source = SourceText(id: "memo")
    source.title = optionalWords()
    source.file = chance(50) ? pick(["memo.txt", "a b/c.txt", "/x/y.txt"]) : nil
    source.viewpoint = optionalWords()
    document.sources = [source]
    document.events = [event()]
    let actors = count(1...3)
    for index in 0..<actors {
      for option in 0..<count(0...3) { options.append("a\(index).o\(option)") }
      if chance(30) { levels.append(("a\(index).c", ["lo", "no-1", "hi"])) }
    }
    document.actors = (0..<actors).map { actor($0) }
    if chance(40) {
      document.joint = [
        JointText(
          id: "both", name: optionalWords(), by: document.actors.map { Named($0.id) }, because: evidence())
      ]
    }
    document.rules = (0..<count(0...4)).map { _ in rule() }
    document.definitions = (0..<count(0...2)).map {
      DefinitionText(id: "t\($0)", name: optionalWords(), when: expression(), because: evidence())
    }
    document.outcomes = (0..<count(0...2)).map {
      OutcomeText(id: "r\($0)", name: optionalWords(), when: expression(), because: evidence())
    }
    document.statusQuo = pick([nil, statusQuo()])
    document.expectations = (0..<count(0...3)).map { _ in expectation() }
    return document
  }

  /// An event whose dates agree with each other.
  private mutating func event() -> EventText {
    var event = EventText(id: "war", name: optionalWords(), holds: chance(50), because: evidence())
    if chance(30) { event.since = pick(["2021", "2021-02", "2021-02-28"]) }
    if chance(30) { event.until = pick(["2022", "2022-12", "2022-12-31"]) }
    if chance(30) {
      event.history = [ObservationText(date: "2021-06", holds: event.holds, because: evidence())]
      if chance(50) {
        event.history.append(
          ObservationText(date: "2023-01-01", holds: !event.holds, because: evidence()))
      }
    }
    event.resolves = chance(30) ? words() : nil
    return event
  }

  private mutating func actor(_ index: Int) -> ActorText {
    var actor = ActorText(id: "a\(index)", name: optionalWords(), preference: preference())
    for id in options where id.hasPrefix("a\(index).") {
      var option = OptionText(id: String(id.dropFirst(3)), name: optionalWords())
      option.moves = pick(Option.Direction.allCases)
      option.because = evidence()
      actor.options.append(option)
    }
    if let level = levels.first(where: { $0.0 == "a\(index).c" }) {
      var option = OptionText(id: "c", name: optionalWords())
      option.levels = level.1.map { LevelText(id: $0, name: optionalWords(), because: evidence()) }
      actor.options.append(option)
    }
    if case .ranking = actor.preference, chance(60) {
      actor.unknown = (0..<count(1...2)).map { _ in UnknownPairText(state(), state()) }
    }
    if chance(20) {
      actor.cannot = [
        CannotText(from: expression(), to: chance(50) ? expression() : nil, because: evidence())
      ]
    }
    if chance(20) { actor.misperceives = [JudgedCondition(expression(), because: evidence())] }
    if chance(20) {
      let overlay = "events: {war: {holds: yes}}\nactors: {a0: {name: \"null\", prefers: [\"true\"]}}"
      actor.perceives = (try? YAMLReader.read(overlay, file: "overlay")).map { PerceptionText($0) }
    }
    if chance(20) {
      actor.profiles = [
        ProfileText(id: "p", name: optionalWords(), preference: preference(), because: evidence())
      ]
    }
    if chance(20) {
      let addressees = (0..<count(0...2)).map { Named("x\($0)") }
      actor.declares = [
        DeclarationText(if: expression(), then: expression(), to: addressees, because: evidence())
      ]
    }
    actor.because = evidence()
    return actor
  }

  private mutating func preference() -> PreferenceText {
    switch count(0...5) {
    case 0: return .indifferent
    case 1: return .ranking([[state()], [state(), state()]], because: evidence(), .none)
    case 2:
      return .weights(
        options.map {
          WeightText(
            option: Named($0), amount: .millionths(Int64.random(in: -3_000_000...3_000_000, using: &random)),
            because: evidence())
        })
    default:
      var statements = (0..<count(0...5)).map {
        StatementText(
          id: chance(40) ? "s\($0)" : nil, that: expression(),
          hedge: chance(20) ? pick(Hedge.allCases) : nil, isSure: chance(80), isMuch: chance(20),
          because: evidence())
      }
      statements.group { chance(30) }
      return .statements(statements)
    }
  }

  private mutating func state() -> StateReference {
    StateReference(pick([.number(count(1...99)), .code(7), .pattern("YNN"), .pattern("N"), .id("s1")]))
  }

  private mutating func rule() -> RuleText {
    let demand: RuleText.Demand =
      switch count(0...3) {
      case 0: .always(expression())
      case 1: .never(expression())
      case 2: .one(pick(ConditionText.Count.allCases), [expression(), expression()])
      default: .take(.name("a0.o0", .none), needs: expression())
      }
    return RuleText(demand, hedge: chance(20) ? pick(Hedge.allCases) : nil, because: evidence())
  }

  private mutating func statusQuo() -> StatusQuoText {
    if chance(30) { return StatusQuoText(.condition(expression()), because: evidence()) }
    let taken = options.shuffled(using: &random).prefix(2).map { ConditionText.name($0, .none) }
    return StatusQuoText(
      .taken(taken, unsure: chance(30) ? [.name("a0.o0", .none)] : []), because: evidence())
  }

  private mutating func expectation() -> ExpectationText {
    let concept = pick(Concept.allCases)
    let actor = chance(50) ? Named("a0") : nil
    var claim: ExpectationText.Claim
    var scope = ExpectationText.Scope.alone
    switch count(0...9) {
    case 0: claim = .states(concept, actor: actor, [state(), state()])
    case 1: claim = .feasible(count(0...99))
    case 2: claim = .every(concept, expression())
    case 3: claim = .some(concept, expression())
    case 4: claim = .no(concept, expression())
    case 5: claim = .count(concept, actor: actor, count(0...9))
    case 6: claim = .reach(passage())
    case 7:
      claim = .jump(
        .init(of: [Named("a0"), Named("a1")], from: state(), to: state(), under: pick([nil, concept])))
    case 8: claim = .rankings(concept, of: Named("a0"), target(), count(0...9))
    default: claim = .statusQuo([concept])
    }
    switch claim {
    case .states(_, nil, _), .count(_, nil, _), .every, .some, .no, .statusQuo:
      scope = pick([
        .alone, .always, .sometimes, .perceived, .expected(by: Named("a0")), .against([]),
        .against([Named("a0"), Named("a1")]),
      ])
    default: break
    }
    let given = chance(30) ? [ExpectationText.Given(Named("war"), holds: chance(50))] : []
    let profiles = chance(30) ? [ExpectationText.Chosen(Named("a0"), profile: Named("p"))] : []
    return ExpectationText(claim, scope: scope, given: given, profiles: profiles, because: evidence())
  }

  private mutating func target() -> ExpectationText.Target {
    chance(50)
      ? .state(StateReference(pick([.number(count(1...99)), .code(7), .pattern("YNN")])))
      : .condition(expression())
  }

  private mutating func passage() -> ExpectationText.Passage {
    let isReached = chance(70)
    return .init(
      to: target(), isReached: isReached, from: chance(50) ? state() : nil,
      steps: isReached && chance(50) ? count(0...5) : nil, by: chance(50) ? .moves : .improvements)
  }
}
