import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import Stability
import TestSupport
import Testing

@testable import Interchange

/// A table of a case with every verdict in it.
func solvedTable(_ value: Case) throws -> StateTable {
  let solution = value.conflict.solve()
  let verdicts = solution.concepts.map { concept in
    ConceptVerdicts(
      concept, stable: value.conflict.actors.indices.map { Array(solution.stable(concept, actor: $0)) })
  }
  return try StateTable(value, states: solution.states, verdicts: verdicts)
}

/// A case whose names hold everything that has a meaning in some format.
func awkwardCase() throws -> Case {
  var document = try GMCRFile.read(text: WaterConflict.text, file: "water.gmcr").document
  document.title = "A \"title\", with <marks> & \\n, {braces}\u{1}\nand lines"
  document.actors[0].name = "North & \"sons\" <ltd>; \\ 1"
  document.outcomes = [
    OutcomeText(id: "calm", name: "Calm, \"at last\" & <so>\\", when: .not(.name("north.press", .none)))
  ]
  document.statusQuo = StatusQuoText(.taken([], unsure: []))
  return try Case(document)
}

let graphText = """
  entente: 1
  title: Three
  states: {s1: "One, \\"first\\"", s2: Two, s3: Three}
  actors:
    a: {moves: {s1: [s2], s2: [s3]}, ranking: [s3, [s1, s2]]}
    b: {moves: {s3: [s1]}, ranking: [s1, s2, s3]}
  status_quo: s2
  """

@Suite("Tables as CSV")
struct CSVTests {
  /// The fields of a text, read by the rules of RFC 4180.
  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          scalars.removeFirst()
          field += "\""
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," {
        record.append(field)
        field = ""
      } else if scalar == "\r" {
        #expect(scalars.popFirst() == "\n")
        records.append(record + [field])
        (record, field) = ([], "")
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    #expect(record.isEmpty && field.isEmpty, "the last line has no end")
    return records
  }

  @Test("the table of the example")
  func states() throws {
    let text = try CSVTables.states(solvedTable(gmcrCase(WaterConflict.text)))
    let records = Self.records(text)
    #expect(
      records[0] == [
        "number", "code", "pattern", "status_quo", "outcomes", "north.press", "south.yield", "south.leave",
        "rank:north", "rank:south", "nash:north", "nash:south", "nash", "gmr:north", "gmr:south", "gmr",
        "smr:north", "smr:south", "smr", "seq:north", "seq:south", "seq", "sseq:north", "sseq:south", "sseq",
        "sim:north", "sim:south", "sim",
      ])
    #expect(records[3].prefix(10) == ["3", "2", "NYN", "no", "", "N", "Y", "N", "1", "3"])
    for (concept, expected) in WaterConflict.equilibria {
      let column = records[0].firstIndex(of: concept.rawValue)!
      #expect(records.dropFirst().filter { $0[column] == "yes" }.map { Int($0[0]) } == expected)
    }
    #expect(Set(records.map(\.count)).count == 1)
  }

  @Test("levels have a column of their own, and graph form its ids and names")
  func forms() throws {
    let levels = try Case(
      CaseDocument(
        parsing:
          "entente: 1\nactors: {a: {options: {c: {levels: {l1: One, l2: Two, l3: Three}}}, prefers: [c >= l2]}}"
      ))
    let records = try Self.records(CSVTables.states(solvedTable(levels)))
    #expect(records[0].contains("a.c") && records[0].contains("a.c>=l3"))
    #expect(records.dropFirst().map { $0[records[0].firstIndex(of: "a.c")!] } == ["l1", "l2", "l3"])

    let graph = try Case(CaseDocument(parsing: graphText))
    let table = try Self.records(CSVTables.states(solvedTable(graph)))
    #expect(table[0].prefix(5) == ["number", "id", "name", "status_quo", "outcomes"])
    #expect(table[1].prefix(4) == ["1", "s1", "One, \"first\"", "no"])
    #expect(table[2].prefix(4) == ["2", "s2", "Two", "yes"])
    #expect(
      Self.records(try CSVTables.moves(solvedTable(graph))) == [
        ["actor", "from", "to", "improvement"], ["a", "1", "2", "no"], ["a", "2", "3", "yes"],
        ["b", "3", "1", "yes"],
      ])
  }

  @Test("any text survives as a field", arguments: ["", "a", "a,b", "\"", "a\"\"b", "a\r\nb", " x ", "é"])
  func fields(text: String) {
    #expect(Self.records(text.csvField + "," + text.csvField + "\r\n") == [[text, text]])
  }

  @Test("moves are those of the definitions", .effective(31), arguments: TestScale.seeds(40))
  func moves(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed, .init(removedMoves: seed % 2 == 0))
    let value = try Case(document)
    let solution = value.conflict.solve(SolveRequest(concepts: []))
    var expected = [["actor", "from", "to", "improvement"]]
    for (actor, who) in value.conflict.actors.enumerated() {
      for from in solution.states.indices {
        let improvements = solution.improvements(of: actor, from: from)
        for to in solution.moves(of: actor, from: from) {
          expected.append([who.id, "\(from + 1)", "\(to + 1)", improvements.contains(to) ? "yes" : "no"])
        }
      }
    }
    #expect(Self.records(try CSVTables.moves(StateTable(value))) == expected)
    effective(when: expected.count > 4)
  }
}
