import CaseFile
import ConflictModel
import Notation
import Questions
import Briefings
import Stability
import Testing

@Suite("The solution document")
struct SolveDocumentTests {
  /// The contract of the design, with the sections that it shows.
  static let example = """
    {
      "format": "entente.solution",
      "version": 1,
      "case": {"title": "Two suspects", "path": "suspects.yaml", "sha256": null},
      "actors": [{"id": "row", "name": "First suspect"}, {"id": "column", "name": "column"}],
      "options": [
        {"id": "row.confess", "name": "Confess", "actor": "row"},
        {"id": "row.flee", "name": "Flee", "actor": "row"},
        {"id": "column.confess", "name": "Confess", "actor": "column"}
      ],
      "events": [{"id": "trial", "value": false}],
      "states": {"possible": "8", "feasible": 6},
      "statusQuo": {"number": 3, "code": "2", "pattern": "NYN", "equilibrium": []},
      "equilibria": [
        {"number": 1, "code": "0", "pattern": "NNN", "outcomes": ["silence"], "concepts": ["gmr", "smr", "seq", "sseq"]},
        {"number": 5, "code": "5", "pattern": "YNY", "outcomes": [], "concepts": ["nash", "gmr", "smr", "seq", "sseq", "sim"]},
        {"number": 6, "code": "6", "pattern": "NYY", "outcomes": [], "concepts": ["nash", "gmr", "smr", "seq", "sseq", "sim"]}
      ],
      "equilibriaCount": {"nash": 2, "gmr": 3, "smr": 3, "seq": 3, "sseq": 3, "sim": 2},
      "stability": {
        "nash": {"row": [1, 2, 3, 5, 6], "column": [4, 5, 6]},
        "gmr": {"row": [1, 2, 3, 5, 6], "column": [1, 4, 5, 6]},
        "smr": {"row": [1, 2, 3, 5, 6], "column": [1, 4, 5, 6]},
        "seq": {"row": [1, 2, 3, 5, 6], "column": [1, 4, 5, 6]},
        "sseq": {"row": [1, 2, 3, 5, 6], "column": [1, 4, 5, 6]},
        "sim": {"row": [1, 2, 3, 5, 6], "column": [4, 5, 6]}
      },
      "preferences": {"row": [[1, 2, 3], [5], [4, 6]], "column": [[4, 6], [1, 3], [5], [2]]},
      "moves": {
        "row": {"1": [2, 3], "2": [1, 3], "4": [5, 6], "5": [4, 6]},
        "column": {"1": [4], "2": [5], "3": [6], "4": [1], "5": [2], "6": [3]}
      },
      "engine": {"name": "reference", "complete": true, "seconds": 0.01}
    }
    """

  @Test("is the one of the design for its example")
  func example() throws {
    var options = SolveReport.Options()
    options.with = [.stability, .preferences, .moves]
    options.seconds = 0.01
    let subject = try Case(CaseDocument(parsing: SampleCase.suspects, file: "suspects.yaml"))
    let report = SolveReport(case: subject, solution: subject.conflict.solve(), options: options)
    let text = report.json().text(pretty: true)
    // The digest of the text stands for itself; it is checked where files are read.
    #expect(text.replacingDigest == Self.example)
  }

  @Test("leaves sections out that were not asked for")
  func sections() throws {
    let document = try SampleCase.report(SampleCase.suspects).json()
    for key in ["stability", "preferences", "moves", "summary", "ledger", "given", "notDefined"] {
      #expect(document[key] == nil, "\(key)")
    }
  }

  @Test("has no pattern in graph form, but ids, and says that sim is not defined")
  func graphForm() throws {
    let document = try SampleCase.report(SampleCase.graph).json()
    #expect(document["options"] == [])
    #expect(document["notDefined"] == ["sim"])
    #expect(document["states"] == ["possible": "3", "feasible": 3])
    let statusQuo = try #require(document["statusQuo"])
    #expect(
      statusQuo.text(pretty: false)
        == #"{"number":1,"code":null,"pattern":null,"id":"s1","name":"Work","equilibrium":["nash","gmr","smr","seq","sseq"]}"#
    )
    #expect(document["equilibriaCount"]?["sim"] == nil)
  }

  @Test("says null for a status quo that the case does not have")
  func noStatusQuo() throws {
    #expect(try SampleCase.report(SampleCase.chase).json()["statusQuo"] == JSONValue.null)
  }

  @Test("counts every equilibrium whatever is listed")
  func limitAndFilter() throws {
    var options = SolveReport.Options()
    options.limit = 1
    var document = try SampleCase.report(SampleCase.suspects, options: options).json()
    #expect(document["equilibria"]?.elements.count == 1)
    #expect(document["equilibriaLeftOut"] == 2)
    #expect(document["equilibriaCount"]?["gmr"] == 3)

    options = SolveReport.Options()
    options.filter = .taken(2)
    document = try SampleCase.report(SampleCase.suspects, options: options).json()
    #expect(document["equilibria"]?.elements.map { $0["number"] } == [5, 6])
    #expect(document["equilibriaCount"]?["gmr"] == 3)
  }

  @Test("at a limit in the listing nothing is counted and no state has a number")
  func limitWhileListing() throws {
    let request = SolveRequest(limits: EnumerationLimits(states: 3))
    let document = try SampleCase.report(SampleCase.suspects, request: request).json()
    #expect(document["states"]?["feasible"] == JSONValue.null)
    #expect(document["equilibria"] == [])
    #expect(document["equilibriaCount"] == .object([]))
    #expect(document["statusQuo"]?["number"] == JSONValue.null)
    #expect(document["engine"]?["complete"] == false)
    #expect(document["undetermined"] == ["nash", "gmr", "smr", "seq", "sseq", "sim"])
  }

  @Test("takes events as given into account and says so")
  func given() throws {
    let document = try SampleCase.report(SampleCase.threeActorsWithEvent, given: ["dry": true]).json()
    #expect(document["given"] == ["dry": true])
    #expect(document["events"] == [["id": "dry", "value": true]])
  }

  @Test("lists states as lines and as a table for spreadsheets")
  func lines() throws {
    var options = SolveReport.Options()
    options.sortActor = 0
    let report = try SampleCase.report(SampleCase.suspects, options: options)
    #expect(
      StreamTests.text(report, .jsonl) == """
        {"number":1,"code":"0","pattern":"NNN","outcomes":["silence"],"concepts":["gmr","smr","seq","sseq"]}
        {"number":5,"code":"5","pattern":"YNY","outcomes":[],"concepts":["nash","gmr","smr","seq","sseq","sim"]}
        {"number":6,"code":"6","pattern":"NYY","outcomes":[],"concepts":["nash","gmr","smr","seq","sseq","sim"]}

        """)
    #expect(
      StreamTests.text(report, .csv)
        == [
          "number,code,pattern,row.confess,row.flee,column.confess,silence,nash,gmr,smr,seq,sseq,sim",
          "1,0,NNN,0,0,0,1,0,1,1,1,1,0", "5,5,YNY,1,0,1,0,1,1,1,1,1,1", "6,6,NYY,0,1,1,0,1,1,1,1,1,1", "",
        ].joined(separator: "\r\n"))
    options.allStates = true
    options.sortActor = 1
    let sorted = try SampleCase.report(SampleCase.suspects, options: options)
    let numbers = StreamTests.text(sorted, .jsonl).split(separator: "\n").map { $0.dropFirst(10).prefix(1) }
    #expect(numbers == ["4", "6", "1", "3", "5", "2"])
  }
}

extension SampleCase {
  /// A case whose event decides what an actor wants.
  static let threeActorsWithEvent = """
    entente: 1
    title: A well
    events: {dry: {name: The summer is dry, holds: no}}
    actors:
      a: {options: {dig: Dig}, prefers: [dig if dry, not dig]}
      b: {options: {help: Help}, prefers: [help]}
    """
}

extension String {
  /// The text with the digest of the case file taken out.
  fileprivate var replacingDigest: String {
    guard let key = firstRange(of: "\"sha256\": \""), let end = self[key.upperBound...].firstIndex(of: "\"")
    else { return self }
    return String(self[..<key.lowerBound]) + "\"sha256\": null" + String(self[index(after: end)...])
  }
}
