import CaseFile
import ConflictModel
import Notation
import Testing

@testable import Interchange

@Suite("What a .gmcr file cannot say")
struct GMCRWritingTests {
  static func value(_ text: String) throws -> Case { try Case(CaseDocument(parsing: text)) }

  @Test("the whole text of the example, written again")
  func example() throws {
    let written = try GMCRFile.write(gmcrCase(WaterConflict.text), coalitions: [[0, 1]])
    #expect(
      written.text == """
        {
          "options": [
            {"name": "Press", "permittedDirection": "both"},
            {"name": "Yield", "permittedDirection": "both"},
            {"name": "Leave", "permittedDirection": "fwd"}
          ],
          "decisionMakers": [
            {"name": "North", "options": [0], "preferences": [
              [[1, "Y"]],
              {"compound": true, "members": [[[0, "Y"]], [[1, "Y"]]]}
            ]},
            {"name": "South", "options": [1, 2], "preferences": [
              [[0, "N"]],
              [[1, "N"]],
              [[2, "N"]]
            ]}
          ],
          "infeasibles": [
            [[1, "Y"], [2, "Y"]]
          ],
          "useManualPreferenceRanking": false,
          "coalitions": [[0, 1]]
        }

        """)
    #expect(written.warnings.isEmpty)
  }

  @Test("levels become thresholds, joint options halves, events values, terms what they mean")
  func expansion() throws {
    let text = """
      entente: 1
      events: {war: {holds: yes}}
      actors:
        a:
          options: {c: {levels: {l1: One, l2: Two, l3: Three}, moves: take}}
          prefers: [c >= l3 if war, both, not a.pact]
        b: {prefers: [pact needs a.c = l2]}
      joint: {pact: {name: A pact, by: [a, b]}}
      define: {both: pact and war}
      rules: ["exactly 1 of (a.pact, b.pact, a.c >= l2)"]
      """
    let written = try GMCRFile.write(Self.value(text))
    #expect(try Answers(gmcrCase(written.text).conflict) == Answers(Self.value(text).conflict))
    #expect(written.text.contains("[[0, \"N\"], [1, \"Y\"]]"))
    #expect(written.warnings.map(\.code) == [.notKept])
    for word in ["events", "definitions", "joint options", "levels"] {
      #expect(written.warnings[0].message.contains(word))
    }
  }

  @Test("moves that the file cannot forbid are named, each at its place")
  func moves() throws {
    let written = try GMCRFile.write(
      Self.value(
        """
        entente: 1
        actors:
          a:
            options: {x: X}
            prefers: [x]
            cannot: [{from: x}]
          b: {options: {y: Y}, prefers: [y]}
        rules:
          - {take: b.y, needs: a.x}
        """))
    #expect(written.warnings.map(\.code) == [.answersDiffer, .answersDiffer])
    #expect(written.warnings.map(\.place.line) == [6, 9])
    #expect(written.warnings.allSatisfy { $0.severity == .warning })
  }

  @Test("one ranking makes rankings of all, and says so")
  func mixture() throws {
    let written = try GMCRFile.write(
      Self.value(
        """
        entente: 1
        actors:
          a: {options: {x: X}, ranking: [2, [1, 4], 3]}
          b: {options: {y: Y}, prefers: [y]}
          c: {weights: {a.x: 1.5, b.y: -1}}
          d: {prefers: indifferent}
        """))
    #expect(written.text.contains("\"useManualPreferenceRanking\": true"))
    for ranking in ["[2, [1, 4], 3]", "[[3, 4], [1, 2]]", "[2, 4, 1, 3]", "[[1, 2, 3, 4]]"] {
      #expect(written.text.contains("\"preferenceRanking\": \(ranking)"), "\(written.text)")
    }
    #expect(written.warnings.map(\.code) == [.notKept, .notKept])
    #expect(written.warnings.map(\.place.line) == [4, 5])
  }

  /// A condition that takes 2ⁿ combinations of 2n options.
  private static func wide(_ pairs: Int) -> (document: CaseDocument, condition: ConditionText) {
    var document = CaseDocument()
    var actor = ActorText(id: "a")
    var parts: [ConditionText] = []
    for index in 0..<pairs {
      actor.options += [OptionText(id: "x\(index)"), OptionText(id: "y\(index)")]
      parts.append(.or([.name("a.x\(index)", .none), .name("a.y\(index)", .none)]))
    }
    document.actors = [actor]
    return (document, .and(parts))
  }

  @Test("a statement that is too long makes a ranking, exactly")
  func longStatement() throws {
    var (document, condition) = Self.wide(4)
    document.actors[0].preference = .statements([StatementText(that: condition)])
    #expect(try GMCRFile.write(Case(document)).text.contains("\"useManualPreferenceRanking\": false"))

    (document, condition) = Self.wide(11)
    document.actors[0].preference = .statements([StatementText(that: condition)])
    document.rules = (2..<11).map {
      RuleText(.always(.and([.name("a.x\($0)", .none), .not(.name("a.y\($0)", .none))])))
    }
    let before = try Case(document)
    let written = try GMCRFile.write(before)
    #expect(written.warnings.map(\.code) == [.notKept])
    #expect(written.text.contains("\"useManualPreferenceRanking\": true"))
    #expect(try Answers(gmcrCase(written.text).conflict) == Answers(before.conflict))
  }

  @Test("a rule or misperception that is too long is refused, at its place")
  func longRule() throws {
    var (document, condition) = Self.wide(11)
    document.rules = [RuleText(.always(.not(condition)))]
    document.actors[0].misperceives = [JudgedCondition(condition)]
    #expect(codes { try GMCRFile.write(Case(document)) } == [.notExpressible, .notExpressible])
    // The opposite of the condition is short, so a rule that demands it can be written.
    document.rules = [RuleText(.always(condition))]
    document.actors[0].misperceives = []
    #expect(codes { try GMCRFile.write(Case(document)) } == [])
  }

  @Test("graph form is refused")
  func graph() throws {
    let graph = try Self.value(
      "entente: 1\nstates: {s1: One, s2: Two}\nactors: {a: {moves: {s1: [s2]}, ranking: [s2, s1]}}")
    #expect(codes { try GMCRFile.write(graph) } == [.notExpressible])
  }

  @Test("a limit on states is met only where rankings need them")
  func limit() throws {
    let limits = EnumerationLimits(states: 3)
    let statements = try Self.value("entente: 1\nactors: {a: {options: {x: X, y: Y}, prefers: [x]}}")
    #expect(throws: Never.self) { try GMCRFile.write(statements, limits: limits) }
    let weights = try Self.value("entente: 1\nactors: {a: {options: {x: X, y: Y}, weights: {x: 1}}}")
    #expect(codes { try GMCRFile.write(weights, limits: limits) } != [])
  }

  @Test("definitions that double forty times, and long chains of them, stay small")
  func sharing() throws {
    var document = CaseDocument()
    var actor = ActorText(id: "a")
    actor.options = [OptionText(id: "x"), OptionText(id: "y")]
    document.definitions = [DefinitionText(id: "t0", when: .or([.name("a.x", .none), .name("a.y", .none)]))]
    for index in 1...1_000 {
      let before = ConditionText.name("t\(index - 1)", .none)
      document.definitions.append(
        DefinitionText(id: "t\(index)", when: .joined(before, .iff, .and([before, before]))))
      if index % 2 == 0 {
        document.definitions[index].when = .or([before, .not(before), .name("a.x", .none)])
      }
    }
    actor.preference = .statements([StatementText(that: .name("t1000", .none))])
    document.actors = [actor]
    let value = try Case(document)
    let written = try GMCRFile.write(value)
    #expect(try Answers(gmcrCase(written.text).conflict) == Answers(value.conflict))
  }

  @Test("conditions become combinations that hold exactly where they do")
  func normalForm() throws {
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .indifferent)],
      options: (0..<4).map { Option(id: "o\($0)", actor: 0) },
      events: [Event(id: "e", holds: true)], terms: [.any([.taken(0), .not(.taken(2))])])
    let (a, b, c) = (Condition.taken(0), Condition.taken(1), Condition.taken(2))
    let conditions: [Condition] = [
      .constant(true), .constant(false), .event(0), .not(.event(0)), .term(0), .not(.term(0)),
      .state(State(5)), .not(.state(State(5))), .implies(a, .all([b, c])), .not(.implies(.any([a, b]), c)),
      .iff(a, .iff(b, c)), .not(.iff(.term(0), b)), .all([]), .any([]),
    ]
    var counts: [Condition] = []
    for bound in [Condition.Bound.atLeast, .atMost, .exactly] {
      for number in [-1, 0, 1, 2, 3, 4, Int.max] {
        counts += [.count(bound, number, [a, .not(b), .term(0)]), .not(.count(bound, number, [a, b, c]))]
      }
    }
    for condition in conditions + counts {
      var form = NormalForm(conflict)
      let conjunctions = try form.conjunctions(of: condition)
      for code in 0..<16 as Range<UInt64> {
        let inOne = conjunctions.contains { code & $0.taken == $0.taken && code & $0.left == 0 }
        #expect(inOne == conflict.holds(condition, in: State(code)), "\(condition) at \(code)")
      }
    }
  }
}
