import CaseFile
import ConflictModel
import Testing

@Suite("Events with dates")
struct EventDateTests {
  /// A case with one event whose other lines are given.
  static func text(_ lines: String) -> String {
    "entente: 1\nevents: {war: {\(lines)}}\nactors: {a: {options: {x: X}, prefers: [x if war]}}\n"
  }

  /// Whether the event holds on a day; nil where that is refused.
  static func value(_ lines: String, on date: String) throws -> Bool? {
    let document = try document(text(lines))
    do {
      return try document.events(on: date)["war"] ?? document.events[0].holds
    } catch {
      return nil
    }
  }

  @Test(
    "since and until bound what holds says, with the whole of the months they name",
    arguments: [
      ("2022-01-31", false), ("2022-02-01", true), ("2022-02", true), ("2023", true), ("2024-06-30", true),
      ("2024-07-01", false), ("2025", false), ("2022", nil), ("2024", nil), ("2024-06", true),
      ("2024-07", false),
    ] as [(String, Bool?)])
  func bounds(date: String, expected: Bool?) throws {
    #expect(try Self.value("holds: yes, since: 2022-02, until: 2024-06", on: date) == expected)
    let opposite = try Self.value("holds: no, since: 2022-02, until: 2024-06", on: date)
    #expect(opposite == expected.map { !$0 })
  }

  @Test(
    "the last observation that is not after the day decides, and before the first what holds says",
    arguments: [
      ("2022-02-23", false), ("2022-02-24", true), ("2023", true), ("2024-02-29", true),
      ("2024-03-01", false),
      ("2024", nil), ("1999", false), ("2030-12-31", false),
    ] as [(String, Bool?)])
  func history(date: String, expected: Bool?) throws {
    let lines =
      "holds: no, history: [{date: 2022-02-24, holds: yes, because: seen}, {date: 2024-03, holds: no}]"
    #expect(try Self.value(lines, on: date) == expected)
  }

  @Test(
    "bounds and observations make one line of time",
    arguments: [
      ("2021-12-31", false), ("2022-01-01", true), ("2023-05-01", false), ("2023-06-01", false),
      ("2023-06-02", true), ("2025", true), ("2023-05", nil),
    ] as [(String, Bool?)])
  func both(date: String, expected: Bool?) throws {
    let lines =
      "holds: yes, since: 2022, history: [{date: 2023-05-01, holds: no}, {date: 2023-06-02, holds: yes}]"
    #expect(try Self.value(lines, on: date) == (date == "2023-05" ? false : expected))
    // Taken up again after its end.
    let again = "holds: yes, until: 2023-01, history: [{date: 2023-02-10, holds: yes}]"
    #expect(try Self.value(again, on: "2023-01-31") == true)
    #expect(try Self.value(again, on: "2023-02-01") == false)
    #expect(try Self.value(again, on: "2023-02-10") == true)
    #expect(try Self.value(again, on: "2023-02") == nil)
    #expect(try Self.value(again, on: "2023") == nil)
  }

  @Test(
    "dates that cannot all be true are refused",
    arguments: [
      "since: 2024, until: 2023", "history: [{date: 2023, holds: yes}, {date: 2022, holds: no}]",
      "history: [{date: 2023, holds: yes}, {date: 2023-01-01, holds: no}]",
      "holds: yes, since: 2023, history: [{date: 2022, holds: yes}]",
      "holds: yes, since: 2023, history: [{date: 2023, holds: no}]",
      "holds: yes, until: 2023, history: [{date: 2022, holds: no}]",
      "holds: yes, since: 2020, until: 2023, history: [{date: 2021, holds: no}, {date: 2022, holds: yes}]",
    ])
  func contradictions(lines: String) {
    #expect(problems(Self.text(lines)).map(\.code) == [.contradictoryDates])
  }

  @Test("a day that is none, or that no event has dates for, is refused with a code")
  func badDays() throws {
    func code(_ lines: String, _ date: String) throws -> Diagnostic.Code? {
      let document = try document(Self.text(lines))
      do { _ = try document.events(on: date) } catch { return error.diagnostics.first?.code }
      return nil
    }
    #expect(try code("since: 2022", "2022-13") == .wrongValue)
    #expect(try code("since: 2022", "2023-02-29") == .wrongValue)
    #expect(try code("holds: yes", "2022") == .unknownArgument)
    #expect(try code("since: 2022-05", "2022") == .changesWithin)
  }

  @Test("observations are judgements, each with its evidence")
  func judgements() throws {
    let subject = try makeCase(Self.text("holds: no, history: [{date: 2022-02, holds: yes, because: seen}]"))
    let found = subject.judgements.filter { $0.kind == .history }
    #expect(found.map(\.text) == ["war: yes from 2022-02"])
    #expect(found.first?.evidence.first?.note == "seen")
  }

  @Test("the value of a day changes the case")
  func given() throws {
    let document = try document(Self.text("holds: no, since: 2022-02"))
    #expect(try document.events(on: "2023") == ["war": false])
    let before = try Case(document, given: document.events(on: "2021"))
    #expect(before.conflict.events[0].holds)
  }
}

@Suite("Profiles")
struct ProfileTests {
  static let base = """
    entente: 1
    actors:
      seoul:
        options: {arm: Send arms}
        prefers: [{id: ally, that: arm}, {id: trade, that: not moscow.angry}]
        profiles:
          careful: {prefers: {drop: [ally], last: [not arm]}}
          firm: {prefers: {first: [arm], replace: {trade: arm or not moscow.angry}, after: {ally: [arm]}}}
          plain: {ranking: [[1, 2], [3, 4]]}
          mute: {prefers: indifferent}
          heavy: {weights: {arm: -1}}
      moscow: {options: {angry: Be angry}, prefers: [angry iff seoul.arm]}
    """

  static func statements(_ profile: String?, files: [String: String] = [:], text: String = base) throws
    -> [String]
  {
    try makeCase(text, profiles: profile.map { ["seoul": $0] } ?? [:], files: files).statements(of: 0)
      .map { $0.that.printed }
  }

  @Test("edits of a profile start from the actor's own statements")
  func edits() throws {
    #expect(try Self.statements("careful") == ["not moscow.angry", "not arm"])
    #expect(try Self.statements("firm") == ["arm", "arm", "arm", "arm or not moscow.angry"])
    #expect(try Self.statements(nil) == ["arm", "not moscow.angry"])
  }

  @Test("every kind of preference can be a profile")
  func kinds() throws {
    #expect(tiers(try makeCase(Self.base, profiles: ["seoul": "plain"]), 0) == [[1, 2], [3, 4]])
    #expect(tiers(try makeCase(Self.base, profiles: ["seoul": "mute"]), 0) == [[1, 2, 3, 4]])
    #expect(tiers(try makeCase(Self.base, profiles: ["seoul": "heavy"]), 0) == [[1, 3], [2, 4]])
  }

  @Test("a profile in an overlay edits the statements of the file below")
  func overlay() throws {
    let text = """
      entente: 1
      extends: base.yaml
      actors:
        seoul:
          prefers: {last: [{id: calm, that: not arm}]}
          profiles: {calm: {prefers: {drop: [ally, trade]}}}
      """
    let files = ["base.yaml": Self.base]
    #expect(try Self.statements("calm", files: files, text: text) == ["not arm"])
    #expect(
      try Self.statements("careful", files: files, text: text) == ["not moscow.angry", "not arm", "not arm"])
  }

  @Test("a profile is checked although nobody chose it")
  func checked() {
    let text = "entente: 1\nactors: {a: {options: {x: X}, prefers: [x], profiles: {p: {prefers: [y]}}}}\n"
    #expect(problems(text).map(\.code) == [.unknownName])
  }
}
