import CaseFile
import ConflictModel
import Interchange
import Notation
import Stability
import Testing

@Suite("Reading .gmcr")
struct GMCRReadingTests {
  @Test("the example of the format has its answers")
  func example() throws {
    let answers = try Answers(gmcrCase(WaterConflict.text).conflict)
    #expect(answers.states == WaterConflict.codes)
    #expect(answers.tiers == WaterConflict.rankings)
    #expect(answers.equilibria == WaterConflict.equilibria)
  }

  @Test("the example reads as a case file")
  func exampleAsText() throws {
    let document = try GMCRFile.read(text: WaterConflict.text, file: "test.gmcr").document
    let printed = document.printed()
    #expect(try CaseDocument(parsing: printed) == document)
  }
}

extension GMCRReadingTests {
  @Test("options are grouped by actor, and state numbers count in the new order")
  func regrouping() throws {
    let text = """
      {"options": [{"name": "S1", "permittedDirection": "fwd"}, {"name": "N1", "permittedDirection": "back"},
                   {"name": "S2", "permittedDirection": "both"}],
       "decisionMakers": [
         {"name": "North", "options": [1], "preferences": [], "preferenceVector": [6, [1, 2], 3, 4, 5]},
         {"name": "South", "options": [2, 0], "preferences": [], "preferenceRanking": [1, 2, 3, 4, 5, 6],
          "misperceptions": [[[0, "Y"], [1, "Y"]]]}],
       "infeasibles": [[[0, "Y"], [2, "Y"]]],
       "useManualPreferenceVectors": true, "program": "x", "version": 1, "nodes": [{"a": 1}],
       "coalitions": [[1, 0]]}
      """
    let file = try GMCRFile.read(text: text, file: "test.gmcr")
    let value = try Case(file.document)
    let conflict = value.conflict
    #expect(conflict.options.map(\.name) == ["N1", "S2", "S1"])
    #expect(conflict.options.map(\.direction) == [.drop, .both, .take])
    #expect(conflict.options.map(\.actor) == [0, 1, 1])
    let answers = Answers(conflict)
    #expect(answers.states == [0, 1, 2, 3, 4, 5])
    #expect(answers.tiers == [[[6], [1, 2], [3], [4], [5]], [[1], [2], [3], [4], [5], [6]]])
    // South does not see state 6 (N1 and S1), and cannot undo S1.
    #expect(answers.moves[1] == [[3, 5], [4], [1, 5], [2], [], []])
    #expect(answers.moves[0] == [[], [1], [], [3], [], [5]])
    #expect(file.coalitions == [[1, 0]])
    #expect(file.warnings.map(\.code) == [.notApplied])

    let written = try GMCRFile.write(value, coalitions: file.coalitions)
    let again = try GMCRFile.read(text: written.text, file: "again.gmcr")
    #expect(again.coalitions == [[1, 0]])
    #expect(try Answers(Case(again.document).conflict) == answers)
  }

  @Test("names that repeat, are odd or are no ids give readable ids and are kept")
  func names() throws {
    let names = [
      "Lift the sanctions", "Lift the sanctions!", "3 missiles", "Not", "撤军", "", "Zurück — naïve façade",
      "Вывести войска", "a\tb\nc", String(repeating: "very ", count: 30) + "long", "Nord", "O'Neill's",
    ]
    let options = names.map { "{\"name\": \($0.jsonText), \"permittedDirection\": \"both\"}" }
    let text = """
      {"options": [\(options.joined(separator: ","))],
       "decisionMakers": [
         {"name": "Nord", "options": [\(names.indices.map { String($0) }.joined(separator: ","))],
          "preferences": [\(names.indices.map { "[[\($0), \"Y\"]]" }.joined(separator: ","))]},
         {"name": "Nord", "options": [], "preferences": []},
         {"name": "If", "options": [], "preferences": []}],
       "infeasibles": [], "useManualPreferenceRanking": false}
      """
    let document = try GMCRFile.read(text: text, file: "test.gmcr").document
    #expect(document.actors.map(\.id) == ["nord", "nord_2", "if_actor"])
    #expect(document.actors.map(\.name) == ["Nord", "Nord", "If"])
    #expect(
      document.actors[0].options.map(\.id) == [
        "lift_the_sanctions", "lift_the_sanctions_2", "option_3_missiles", "not_option", "option_1",
        "option_2",
        "zuruck_naive_facade", "vyvesti_voyska", "a_b_c", "very_very_very_very_very_very", "nord_3",
        "oneills",
      ])
    #expect(document.actors[0].options[4].name == "撤军")
    #expect(document.actors[0].options[5].name == nil)
    #expect(document.actors[0].options[8].name == "a b c")
    let value = try Case(CaseDocument(parsing: document.printed()))
    #expect(value.conflict.options.count == names.count)
    #expect(try CaseDocument(parsing: document.printed()) == document)
  }

  @Test(
    "statements read as people would write them",
    arguments: [
      ("[[0, \"Y\"]]", "x"), ("[[1, \"N\"]]", "not b.y"), ("[[0, \"Y\"], [1, \"N\"]]", "x and not b.y"),
      ("[]", "true"), ("[[0, \"-\"], [1, \"Y\"]]", "b.y"),
      (compound("[]"), "false"), (compound("[[[0, \"N\"]]]"), "not x"),
      (compound("[[[0, \"Y\"]], [[1, \"Y\"]]]"), "x or b.y"),
      (compound("[[[0,\"Y\"],[1,\"Y\"]], [[0,\"N\"],[1,\"Y\"]], [[0,\"N\"],[1,\"N\"]]]"), "b.y if x"),
      (compound("[[[1,\"N\"],[0,\"Y\"]], [[1,\"Y\"],[0,\"Y\"]], [[1,\"Y\"],[0,\"N\"]]]"), "x if not b.y"),
      (compound("[[[0,\"N\"],[1,\"N\"]], [[1,\"Y\"],[0,\"N\"]], [[0,\"Y\"],[1,\"Y\"]]]"), "b.y if x"),
      (compound("[[[0,\"Y\"],[1,\"N\"]], [[0,\"N\"],[1,\"Y\"]]]"), "not b.y iff x"),
      (compound("[[[0,\"Y\"],[1,\"N\"]], [[0,\"Y\"],[1,\"Y\"]]]"), "x and not b.y or x and b.y"),
      (compound("[[[0,\"Y\"],[0,\"N\"]], [[0,\"N\"],[1,\"Y\"]]]"), "x and not x or not x and b.y"),
    ])
  func statements(json: String, expected: String) throws {
    let text = """
      {"options": [{"name": "X", "permittedDirection": "both"}, {"name": "Y", "permittedDirection": "both"}],
       "decisionMakers": [{"name": "A", "options": [0], "preferences": [\(json)]},
                          {"name": "B", "options": [1], "preferences": []}],
       "infeasibles": [], "useManualPreferenceRanking": false}
      """
    let document = try GMCRFile.read(text: text, file: "test.gmcr").document
    guard case .statements(let statements) = document.actors[0].preference else {
      Issue.record("no statements")
      return
    }
    #expect(statements.map { $0.that.printed } == [expected])
    #expect(document.actors[1].preference == .indifferent)
    // Written and read again, a statement keeps its form.
    let again = try GMCRFile.read(text: GMCRFile.write(Case(document)).text, file: "again.gmcr").document
    #expect(try Answers(Case(again).conflict) == Answers(Case(document).conflict))
    if expected.contains(" if ") || expected.contains(" iff ") {
      #expect(again.actors[0].preference == document.actors[0].preference)
    }
  }

  static func compound(_ members: String) -> String {
    "{\"compound\": true, \"members\": \(members)}"
  }

  @Test("rules that leave nothing are found when the case is made, at their place")
  func nothingLeft() throws {
    let text = WaterConflict.text.replacing("[[[1, \"Y\"], [2, \"Y\"]]]", with: "[[]]")
    do {
      _ = try gmcrCase(text)
      Issue.record("the case was made")
    } catch CaseError.wrong(let error) {
      #expect(error.diagnostics.map(\.code) == [.noFeasibleState])
      #expect(error.diagnostics[0].place.line == 8)
    }
  }

  @Test("a file may hold no option at all, and one state")
  func noOptions() throws {
    let value = try gmcrCase(
      """
      {"options": [], "decisionMakers": [{"name": "A", "options": [], "preferences": [],
       "preferenceRanking": [1]}], "infeasibles": [], "useManualPreferenceRanking": true}
      """)
    #expect(Answers(value.conflict).equilibria[.nash] == [1])
  }
}

extension String {
  fileprivate var jsonText: String {
    "\"" + replacing("\n", with: "\\n").replacing("\t", with: "\\t") + "\""
  }
}
