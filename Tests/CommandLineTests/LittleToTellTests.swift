import Foundation
import Testing

@testable import CommandLine

/// Where a report has little of its own to tell, the present comes first all the same, and numbers have a key.
@Suite("Where there is little to tell") struct LittleToTellTests {
  private static func answer(_ arguments: [String], _ text: String) throws -> String {
    let (status, output, errors) = Recorder.run(arguments, input: text)
    #expect(status == .done && errors == "")
    return output.replacing(/\s+/, with: " ")
  }

  private static let alone = """
    entente: 1
    title: Alone
    actors:
      ann: {name: Ann, options: {go: Go}, prefers: [go]}
    status_quo: []
    """

  private static let twins = """
    entente: 1
    title: Twins
    actors:
      ann: {name: Ann, options: {hold: Hold}, prefers: [not ben.hold, hold]}
      ben: {name: Ben, options: {hold: Hold}, prefers: [not ann.hold, hold]}
    status_quo: []
    """

  @Test("one actor cannot form a coalition, and may leave by itself") func oneActor() throws {
    let text = try Self.answer(["coalitions", "-"], Self.alone)
    #expect(
      text.contains(
        "The present (nothing is taken) does not last: Ann would leave. There is one actor, and nobody"))
  }

  @Test("where nobody misreads anything, the present lasts or not as everybody sees it") func allAgree()
    throws
  {
    let text = try Self.answer(["hypergame", "-"], Self.twins)
    #expect(
      text.contains(
        "The present (nothing is taken) lasts. Every actor sees the conflict"
      ))
  }

  @Test(
    "lists of moves and of preferences say what their numbers stand for", arguments: ["moves", "preferences"])
  func key(what: String) throws {
    let text = try Self.answer(["show", "-", what], Self.twins)
    let key = try #require(text.firstRange(of: "number situation"))
    let list = try #require(text.firstRange(of: what == "moves" ? "from to" : "place states"))
    #expect(key.lowerBound < list.lowerBound)
    for row in [
      "1 nothing is taken (the present)", "2 Ann: “Hold”", "3 Ben: “Hold”", "4 Ann: “Hold”; Ben: “Hold”",
    ] {
      #expect(text[key.lowerBound..<list.lowerBound].contains(row))
    }
  }

  @Test("a graph of ways calls situations by what is so in them, and whose that is") func graph() throws {
    let text = try Self.answer(["paths", "-", "--format", "dot"], Self.twins)
    #expect(text.contains(#"[label="The present\nlasts under seq", tooltip="State 1 (NN)","#))
    #expect(text.contains(#"[label="+ Ann’s “Hold”", tooltip="State 2 (YN)"]"#))
    #expect(!text.contains(#"label="State"#))
  }
}
