import Questions
import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import Stability
import TestSupport
import Testing

/// Small changes to a document, as a seed determines them.
struct DocumentEdits {
  var random: SeededGenerator

  /// The document with some changes that leave it a case.
  mutating func edited(_ document: CaseDocument) -> CaseDocument {
    var result = document
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      var next = result
      change(&next)
      guard let read = try? CaseDocument(parsing: next.printed()), (try? Case(read)) != nil else { continue }
      result = read
    }
    return result
  }

  private mutating func chance() -> Bool { Bool.random(using: &random) }

  private mutating func word() -> String { ["One", "Two", "Three", "Four"].randomElement(using: &random)! }

  private mutating func change(_ document: inout CaseDocument) {
    let actor = document.actors.indices.randomElement(using: &random)!
    switch Int.random(in: 0..<16, using: &random) {
    case 0: document.title = chance() ? word() : nil
    case 1: document.asOf = ["2021", "2022-03", "2023-04-05"].randomElement(using: &random)
    case 2:
      var event = EventText(id: ["flood", "storm", "frost"].randomElement(using: &random)!, holds: chance())
      event.since = chance() ? "2021" : nil
      event.resolves = chance() ? word() : nil
      for year in 2010..<2014 where chance() {
        event.history.append(ObservationText(date: "\(year)", holds: chance()))
      }
      document.events.removeAll { $0.id == event.id }
      document.events.insert(event, at: 0)
    case 3: document.rules.append(RuleText(.always(.or([atom(document), atom(document)]))))
    case 4:
      if !document.rules.isEmpty {
        document.rules.remove(at: Int.random(in: document.rules.indices, using: &random))
      }
    case 5:
      let id = ["calm", "peace", "order"].randomElement(using: &random)!
      document.outcomes.removeAll { $0.id == id }
      document.outcomes.append(OutcomeText(id: id, name: chance() ? word() : nil, when: atom(document)))
    case 6: document.outcomes.shuffle(using: &random)
    case 7: document.actors[actor].name = word()
    case 8: document.actors[actor].options.shuffle(using: &random)
    case 9: document.actors[actor].declares.append(DeclarationText(if: atom(document), then: atom(document)))
    case 10: document.actors[actor].because.append(Evidence(note: word()))
    case 11: document.actors[actor].cannot = [CannotText(from: atom(document), to: nil)]
    case 12:
      document.actors[actor].profiles = [
        ProfileText(id: "p", preference: .statements([StatementText(that: atom(document), isMuch: chance())]))
      ]
    default: wishes(&document, actor)
    }
  }

  private mutating func atom(_ document: CaseDocument) -> ConditionText {
    let names = document.actors.flatMap { actor in
      actor.options.filter(\.levels.isEmpty).map { "\(actor.id).\($0.id)" }
    }
    let name = names.randomElement(using: &random).map { ConditionText.name($0, .none) } ?? .constant(true)
    return chance() ? name : .not(name)
  }

  private mutating func wishes(_ document: inout CaseDocument, _ actor: Int) {
    guard case .statements(var statements) = document.actors[actor].preference, !statements.isEmpty else {
      document.actors[actor].preference = .statements([StatementText(that: atom(document))])
      document.actors[actor].unknown = []
      return
    }
    let place = Int.random(in: statements.indices, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: statements.insert(StatementText(that: atom(document)), at: place)
    case 1: statements.remove(at: place)
    case 2: statements.swapAt(place, 0)
    case 3: statements[place].isSure.toggle()
    case 4: statements[place].isMuch.toggle()
    case 5: statements[place].hedge = Hedge.allCases.randomElement(using: &random)
    case 6: statements[place].because.append(Evidence(note: word()))
    case 7: statements[place].that = atom(document)
    default:
      // Two of them in an order that is not known.
      for index in statements.indices { statements[index].group = nil }
      if place > 0 { (statements[place].group, statements[place - 1].group) = (0, 0) }
    }
    document.actors[actor].preference = .statements(statements)
  }
}

@Suite("Laws of merging") struct MergeLawTests {
  /// A case, and two made from it.
  static func documents(_ seed: UInt64) throws -> (CaseDocument, CaseDocument, CaseDocument) {
    let made = RandomCase.document(seed: seed)
    let base = try CaseDocument(parsing: made.printed())
    var edits = DocumentEdits(random: SeededGenerator(seed: seed &+ 90_000))
    return (base, edits.edited(base), edits.edited(base))
  }

  @Test(
    "what one changed stands, and what both changed alike", .effective(21), arguments: TestScale.seeds(30))
  func neutral(seed: UInt64) throws {
    let (base, one, other) = try Self.documents(seed)
    effective(when: one != base && other != base && one != other)
    for merge in [
      Merge(one, base, base: base), Merge(base, one, base: base), Merge(one, one, base: base),
      Merge(one, one),
    ] {
      #expect(!merge.isDisputed)
      #expect(merge.document == one)
    }
    for isFine in [true, false] {
      let blend = Blend(one, other, moves: isFine)
      #expect(try blend.document(taking: Set(blend.differences.indices)) == other)
      #expect(try blend.document(taking: []) == one)
      #expect(blend.differences.isEmpty == (one == other))
    }
  }

  @Test(
    "what is merged is a case that reads as it is printed, and loses nothing", .effective(21),
    arguments: TestScale.seeds(30))
  func whole(seed: UInt64) throws {
    let (base, one, other) = try Self.documents(seed)
    effective(when: one != base && other != base && one != other)
    for origin in [base, nil] {
      let (merge, reverse) = (Merge(one, other, base: origin), Merge(other, one, base: origin))
      #expect(try CaseDocument(parsing: merge.document.printed()) == merge.document)
      _ = try Case(merge.document)
      #expect(merge.isDisputed == reverse.isDisputed)
      // Each difference is settled one way: taken, united, disputed, or the first's own.
      let blend = Blend(one, other, base: origin)
      let left = Blend(merge.document, other).differences.filter { $0.role == .judgement && !$0.isIdleOrder }
      if origin == nil {
        let keys = Set(merge.disputes.map(\.key))
        for difference in left { #expect(keys.contains(difference.key), "\(difference.key) is lost") }
      } else if !merge.isDisputed {
        let theirs = Set(blend.differences.filter { $0.origin != .first }.map(\.key))
        for difference in left where difference.change == .changed {
          #expect(!theirs.contains(difference.key), "\(difference.key) is lost")
        }
      }
    }
  }

  /// The case with the options of each actor in another order, everything else meaning the same.
  static func reordered(_ document: CaseDocument, _ seed: UInt64) throws -> CaseDocument {
    var random = SeededGenerator(seed: seed)
    var result = document
    for actor in result.actors.indices { result.actors[actor].options.shuffle(using: &random) }
    for actor in result.actors.indices {
      result.actors[actor].preference = .indifferent
      result.actors[actor].unknown = []
    }
    let before = try Case(document).conflict
    let after = try Case(result).conflict
    func moved(_ state: State) -> StateReference {
      var code: UInt64 = 0
      for (index, option) in after.options.enumerated() {
        let old = before.options.firstIndex { $0.id == option.id }
        if let old, state.takes(old) { code |= 1 << UInt64(index) }
      }
      return StateReference(.code(code))
    }
    for actor in document.actors.indices {
      result.actors[actor].preference = document.actors[actor].preference
      guard case .ranking(let tiers) = before.actors[actor].preference,
        case .ranking(_, let because, let place) = document.actors[actor].preference
      else { continue }
      result.actors[actor].preference = .ranking(tiers.map { $0.map(moved) }, because: because, place)
    }
    return result
  }

  /// A case of which only one option order is told, without what names states besides rankings.
  private static func ranked(_ seed: UInt64) -> CaseDocument {
    var document = RandomCase.document(seed: seed)
    document.expectations = []
    for actor in document.actors.indices {
      document.actors[actor].profiles = []
      document.actors[actor].unknown = []
      document.actors[actor].perceives = nil
    }
    return document
  }

  /// What lasts, each state by what is taken in it.
  private static func lasting(_ document: CaseDocument) throws -> [Set<Set<String>>] {
    let solution = try Case(document).conflict.solve(SolveRequest(concepts: [.nash, .seq]))
    let options = solution.conflict.options
    return [Concept.nash, .seq].map { concept in
      Set(
        solution.equilibria(concept).members.map { state in
          Set(options.indices.filter(state.takes).map { options[$0].id })
        })
    }
  }

  @Test(
    "an order of options that is taken over changes nothing that lasts",
    arguments: TestScale.seeds(20, odds: 8) { seed in
      let document = ranked(seed)
      let isRanked = document.actors.contains { if case .ranking = $0.preference { true } else { false } }
      return isRanked
        && (try? reordered(document, seed).actors.map(\.options)) != document.actors.map(\.options)
    })
  func reordering(seed: UInt64) throws {
    let base = Self.ranked(seed)
    let other = try Self.reordered(base, seed)
    #expect(try Self.lasting(base) == Self.lasting(other))
    var one = base
    one.title = "Another title"
    one.actors[0].name = "Another name"
    for (first, second) in [(one, other), (other, one)] {
      let merge = Merge(first, second, base: base)
      #expect(!merge.isDisputed)
      #expect(merge.document.actors.map { $0.options.map(\.id) } == other.actors.map { $0.options.map(\.id) })
      #expect(merge.document.title == one.title && merge.document.actors[0].name == one.actors[0].name)
      #expect(try Self.lasting(merge.document) == Self.lasting(base))
    }
    #expect(Blend(base, other).differences.allSatisfy { $0.isIdleOrder }, "no ranking differs")
  }
}
