import CaseFile
import ConflictModel
import Notation
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

@Suite("The day of a case")
struct CaseDayTests {
  static func text(_ asOf: String?, _ lines: String) -> String {
    """
    entente: 1
    \(asOf.map { "as_of: \($0)" } ?? "summary: no day")
    events: {over: {\(lines)}, war: {holds: no}}
    actors: {a: {options: {x: X}, prefers: [x if over, x if war]}}

    """
  }

  static let term = "holds: yes, since: 2023-07-18"

  @Test(
    "without another day events are as of the case's own",
    arguments: [
      ("2023-07-10", term, false), ("2023-07-17", term, false), ("2023-07-18", term, true),
      ("2024", term, true),
      ("2023-06", term, false), ("2022-12-31", "holds: no, until: 2022-12", false),
      ("2023-01-01", "holds: no, until: 2022-12", true),
      ("2023-01-01", "holds: no, history: [{date: 2022, holds: yes}]", true),
      ("2021-12-31", "holds: no, history: [{date: 2022, holds: yes}]", false),
    ])
  func ownDay(day: String, lines: String, expected: Bool) throws {
    let subject = try makeCase(Self.text(day, lines))
    #expect(subject.conflict.events[0].holds == expected)
    #expect(subject.given.isEmpty)
    #expect(subject.day?.date == day && subject.day?.open == [])
    let written = subject.document.events[0].holds
    #expect((subject.day?.changed ?? []).isEmpty == (expected == written))
  }

  @Test("a month or year that leaves it open is said, and the event is as written")
  func open() throws {
    for day in ["2023-07", "2023"] {
      let subject = try makeCase(Self.text(day, Self.term))
      #expect(subject.conflict.events[0].holds)
      #expect(subject.day?.open.map(\.event) == [0] && subject.day?.open.map(\.dates) == [["2023-07-18"]])
    }
  }

  @Test("no day, or no dates: as written, and nothing is said")
  func none() throws {
    let undated = try makeCase(Self.text(nil, Self.term))
    #expect(undated.day == nil && undated.conflict.events[0].holds)
    let dateless = try makeCase(Self.text("2023-07-10", "holds: yes"))
    #expect(dateless.day == nil && dateless.conflict.events[0].holds)
  }

  @Test(
    "a date that is a month or a year around the day is told",
    arguments: [
      ("2023-07-10", "holds: yes, since: 2023-07", true, ["2023-07"]),
      ("2023-07-10", "holds: yes, since: 2023", true, ["2023"]),
      ("2023-07-31", "holds: yes, since: 2023-07", true, []),
      ("2023-07-10", "holds: yes, until: 2023-07", true, ["2023-07"]),
      ("2023-07-01", "holds: yes, until: 2023-07", true, []),
      ("2023-07-10", "holds: no, history: [{date: 2023-07, holds: yes}]", true, ["2023-07"]),
      ("2023-07-10", "holds: yes, history: [{date: 2023-07, holds: yes}]", true, []),
      ("2023-07", "holds: yes, since: 2023-07", true, []),
      ("2023-07", "holds: yes, since: 2023", true, ["2023"]),
      ("2023-08-10", "holds: yes, since: 2023-07", true, []),
      ("2023-07-10", "holds: yes, since: 2023-07-04", true, []),
    ])
  func loose(asOf: String, lines: String, value: Bool, dates: [String]) throws {
    let subject = try makeCase(Self.text(asOf, lines))
    #expect(subject.conflict.events[0].holds == value)
    #expect(subject.day?.loose.flatMap(\.dates) == dates)
    let byHand = try Case(document(Self.text(asOf, lines)), given: ["over": true])
    #expect(byHand.day?.loose == [])
  }

  @Test("a day that is asked for comes before the case's own, and values by hand before both")
  func order() throws {
    let document = try document(Self.text("2023-07-10", Self.term))
    let asked = try Case(document, on: "2023-08")
    #expect(asked.conflict.events[0].holds && asked.given == ["over": true])
    #expect(asked.day?.isAsked == true && asked.day?.changed == [])
    let byHand = try Case(document, given: ["over": true])
    #expect(byHand.conflict.events[0].holds && byHand.day?.changed == [])
    let both = try Case(document, given: ["over": false], on: "2023-08")
    #expect(!both.conflict.events[0].holds && both.day?.changed == [])
    #expect(throws: CaseError.self) { try Case(document, on: "2023-07") }
  }

  @Test("an overlay's own day counts, else that of its base")
  func overlay() throws {
    let files = ["base.yaml": Self.text("2023-07-10", Self.term)]
    let plain = try makeCase("entente: 1\nextends: base.yaml\n", files: files)
    #expect(!plain.conflict.events[0].holds)
    let later = try makeCase("entente: 1\nextends: base.yaml\nas_of: 2023-08-01\n", files: files)
    #expect(later.conflict.events[0].holds)
  }

  @Test("what is written stays as it is, and reading it twice gives the same")
  func twice() throws {
    let subject = try makeCase(Self.text("2023-07-10", Self.term))
    #expect(subject.judgements.first { $0.kind == .event }?.text == "over: yes since 2023-07-18")
    #expect(subject.document.events[0].holds)
    let again = try Case(subject.document)
    #expect(again.conflict.events == subject.conflict.events)
    #expect(try Case(Case(subject.document, given: ["over": true]).document).conflict.events[0].holds)
  }

  @Test("who perceives another world reads it as of the same day")
  func perceived() throws {
    let text = Self.text("2023-07-10", Self.term).replacing(
      "prefers: [x if over, x if war]}",
      with: "prefers: [x if over, x if war], perceives: {events: {war: {holds: yes}}}}")
    let view = try makeCase(text).seen(by: 0)
    #expect(view.conflict.events.map(\.holds) == [false, true])
  }

  @Test("numbers of a ranking count the states of the case's own day")
  func numbers() throws {
    let text = """
      entente: 1
      as_of: 2023-07-10
      events: {over: {\(Self.term)}}
      actors: {a: {options: {x: X, y: Y}, ranking: [1, 2, 3, 4]}}
      rules: [not y if over]
      """
    #expect(tiers(try makeCase(text), 0) == [[1], [2], [3], [4]])
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
