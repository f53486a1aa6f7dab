import CommandLine
import Testing

/// Cases and flags with numbers far beyond what anybody means. Each is answered in
/// words, and in time.
@Suite("Numbers beyond all measure") struct LargeNumberTests {
  /// A case in graph form in which three states follow one another, for so many actors.
  private static func crowd(_ count: Int) -> String {
    let actors = (0..<count).map {
      "  a\($0): {moves: {s1: [s2], s2: [s3], s3: [s1]}, ranking: [s1, s2, s3]}\n"
    }
    let last = "a\(count - 2), a\(count - 1)"
    return """
      entente: 1
      states: {s1: One, s2: Two, s3: Three}
      actors:
      \(actors.joined())status_quo: s1
      expect:
        - {coalition: [\(last)], nash: [s1]}
        - {coalition: [\(last)], seq: [s1]}
        - {coalition: any, nash: [s1]}
        - {jump: s2, from: s1, coalition: [\(last)]}

      """
  }

  // 2⁶¹ coalitions of others are too many, 62 bits are all that a coalition has, and
  // the 65th actor would have none.
  @Test("coalitions among very many actors", arguments: [8, 19, 31, 62, 63, 64, 65, 130])
  func coalitions(count: Int) {
    let text = Self.crowd(count)
    let pair = "a\(count - 2),a\(count - 1)"
    let few = Recorder.run(
      "coalitions", "-", "--coalition", pair, "--concept", "nash,gmr,smr", input: text)
    let all = Recorder.run("coalitions", "-", "--coalition", pair, input: text)
    #expect(few.status == (count <= 62 ? .done : .undetermined), "\(few.errors)")
    #expect(all.status == (count < 19 ? .done : .undetermined), "\(all.errors)")
    if count > 62 {
      #expect(few.errors.contains("coalitions are looked at up to 62"))
    } else if count > 18 {
      #expect(all.errors.contains("leave \(count - 2) others, and at most 16 are looked at"))
    }
    let checked = Recorder.run("check", "-", input: text)
    #expect(checked.status == .checkFailed || checked.status == .undetermined, "\(checked.errors)")
    #expect(checked.output.contains("up to 16 others") == (count > 18 && count <= 62), "\(checked.output)")
  }

  @Test(
    "what a question does not go through is undetermined, as at every limit",
    arguments: [
      (["require", "-", "--vary", "one"], "rankedStates", "requirements", 4_096, 9),
      (["grid", "-", "--vary", "war", "--max-worlds", "1"], "worlds", "worlds", 2, 1),
    ])
  func bounds(arguments: [String], kind: String, format: String, count: Int, most: Int) {
    let text = LargeCaseTests.free(12) + "\nevents: {war: {}}\n"
    let told = Recorder.run(arguments, input: text)
    #expect(told.status == .undetermined && told.output.isEmpty)
    #expect(told.errors.hasPrefix("entente: undetermined: ") && told.errors.contains("at most \(most) "))
    let document = Recorder.run(arguments + ["--json"], input: text)
    #expect(document.status == .undetermined && document.errors.isEmpty)
    #expect(document.output.contains("\"format\": \"entente.\(format)\""))
    #expect(document.output.contains("\"complete\": false"))
    let limit = "\"limit\": {\"kind\": \"\(kind)\", \"count\": \(count), \"most\": \(most)}"
    #expect(document.output.contains(limit), "\(document.output)")
  }

  @Test("of an outcome with more states than are looked at those nearest to the present are")
  func nearest() {
    let text = LargeCaseTests.free(12) + "\nevents: {war: {}}\n"
    let told = Recorder.run(["require", "-", "--outcome", "calm", "--size", "0"], input: text)
    #expect(told.status == .undetermined, "\(told.errors)")
    #expect(told.output.contains("Of its 1,024 states,"), "\(told.output)")
    let document = Recorder.run(["require", "-", "--outcome", "calm", "--size", "0", "--json"], input: text)
    #expect(document.status == .undetermined && document.errors.isEmpty)
    let limit = "\"limit\": {\"kind\": \"outcomeStates\", \"count\": 1024, \"most\": 512}"
    #expect(document.output.contains(limit), "\(document.output.prefix(2000))")
    #expect(document.output.contains("\"lookedAt\": {\"states\": 512, \"of\": 1024}"))
    #expect(document.output.contains("\"complete\": false"))
  }

  @Test("more worlds than can be counted, with any number of them allowed")
  func worlds() {
    let events = (0..<70).map { "e\($0): {}" }.joined(separator: ", ")
    let text = """
      entente: 1
      events: {\(events)}
      actors: {a: {options: {x: X}, prefers: [x if e0]}}
      """
    #expect(Recorder.run("grid", "-", "--max-worlds", "\(Int.max)", input: text).status == .usage)
    let told = Recorder.run("grid", "-", "--max-worlds", "1000000", input: text)
    #expect(told.status == .undetermined && told.errors.contains("more worlds than can be counted"))
    let document = Recorder.run("grid", "-", "--max-worlds", "1000000", "--json", input: text)
    #expect(document.output.contains("\"kind\": \"worlds\", \"count\": null, \"most\": 1000000"))
  }
}
