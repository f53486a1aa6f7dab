import CaseFile
import EffectiveCounts
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CommandLine

/// Every question, stopped at every place where it listens.
@Suite struct QuestionLimitTests {
  /// A case that every question has something to do on.
  static let text = """
    entente: 1
    title: A case for every question
    as_of: 2024-01-01
    events: {storm: {name: A storm, holds: no}}
    actors:
      north:
        name: North
        options: {cross: Cross, talk: Talk}
        prefers:
          - not south.punish
          - {that: cross if storm, sure: no}
          - {id: aid, that: south.aid}
          - [cross, talk]
        profiles: {calm: {name: Calm, prefers: [talk, not south.punish]}}
        declares:
          - {if: south.punish, then: cross}
      south:
        name: South
        options: {punish: Punish, aid: Send aid}
        prefers: [not north.cross, punish if north.cross, not punish, not aid]
        perceives: {actors: {north: {prefers: [cross, talk]}}}
        declares:
          - {if: north.cross, then: punish, to: north}
      third:
        name: A third
        options: {mediate: Mediate}
        prefers: [not north.cross, mediate iff south.punish]
    status_quo: [north.talk]
    outcomes:
      peace: {name: Peace, when: not north.cross and not south.punish}
      war: {name: War, when: north.cross and south.punish}
    expect:
      - {feasible: 32}
      - {every: nash, satisfies: not war or war}

    """

  /// The same with another view of one judgement.
  static let other = text.replacingOccurrences(
    of: "prefers: [not north.cross, mediate", with: "prefers: [north.cross, mediate")

  /// Every command line that asks a question, with the format of its answer in JSON.
  static let questions: [(arguments: [String], format: String)] = [
    (["solve", "CASE"], "solution"), (["explain", "CASE", "--concept", "all"], "certificate"),
    (["show", "CASE", "preferences"], "show"), (["check", "CASE", "--certificates"], "check"),
    (["paths", "CASE", "--to", "war", "--by", "moves"], "paths"), (["coalitions", "CASE"], "coalitions"),
    (["compare", "CASE", "OTHER"], "comparison"), (["merge", "CASE", "OTHER"], "merge"),
    (["require", "CASE", "--outcome", "war"], "requirements"),
    (["require", "CASE", "--outcome", "war", "--concept", "sseq"], "requirements"),
    (["sensitivity", "CASE"], "sensitivity"), (["doubts", "CASE", "--concept", "all"], "doubts"),
    (["grid", "CASE"], "worlds"), (["hypergame", "CASE"], "hypergame"), (["words", "CASE"], "words"),
    (["observe", "CASE", "OTHER"], "observe"), (["convert", "CASE", "--to", "dot"], ""),
    (["convert", "CASE", "--to", "nfg"], ""), (["convert", "CASE", "--to", "gmcr"], ""),
  ]

  static func withCases(_ body: (URL) throws -> Void) throws {
    try TestFolders.withScratchFolder { folder in
      try text.write(to: folder.appending(path: "case.yaml"), atomically: true, encoding: .utf8)
      try other.write(to: folder.appending(path: "other.yaml"), atomically: true, encoding: .utf8)
      try body(folder)
    }
  }

  static func arguments(_ arguments: [String], in folder: URL) -> [String] {
    arguments.map {
      $0 == "CASE" ? folder.path + "/case.yaml" : $0 == "OTHER" ? folder.path + "/other.yaml" : $0
    }
  }

  /// A command that is interrupted at a given question, counted from 1.
  static func run(_ arguments: [String], stopAt: Int = .max) -> (
    status: ProgramStatus, output: String, errors: String, polls: Int
  ) {
    let polls = Mutex(0)
    let recorder = Recorder()
    let environment = recorder.environment(isInterrupted: {
      polls.withLock {
        $0 += 1
        return $0 >= stopAt
      }
    })
    let status = Program.run(arguments, in: environment)
    return (status, recorder.output, recorder.errors, polls.withLock { $0 })
  }

  @Test("stopped anywhere, no answer is given for whole that is not", arguments: questions.indices)
  func interrupted(index: Int) throws {
    try Self.withCases { folder in
      let question = Self.questions[index]
      for isJSON in question.format.isEmpty ? [false] : [false, true] {
        let arguments = Self.arguments(question.arguments, in: folder) + (isJSON ? ["--json"] : [])
        let whole = Self.run(arguments)
        #expect(whole.polls > 0, "it never asks whether to go on")
        // The first places, then some of all.
        let (first, more) = TestScale.isLong ? (40, 60) : (2, 2)
        let places = Set(
          (1...max(whole.polls, 1)).filter { $0 <= first || $0 % (whole.polls / more + 1) == 0 })
        for place in places.sorted() {
          let part = Self.run(arguments, stopAt: place)
          if part.status != .interrupted {
            // Threads ask as it comes, and perhaps none did as often this time.
            #expect(part.status == whole.status, "at \(place) of \(whole.polls): \(part.output)")
            #expect(Transcript.masked(part.output) == Transcript.masked(whole.output))
          } else if !part.errors.contains("what is written is not all") {
            // What is asked to stop has nothing written.
            #expect(part.output.isEmpty, "at \(place): \(part.output)")
            #expect(part.errors.contains("entente: interrupted"), "at \(place): \(part.errors)")
          }
        }
      }
    }
  }

  /// What the document says of its being complete, and of the limit.
  private static func extent(of output: String, _ format: String) throws -> (isComplete: Bool?, kind: String?)
  {
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any], "\(output)")
    #expect(json["format"] as? String == "entente." + format, "\(output)")
    // A solution has both with its engine, a check the limit beside the file.
    var place = format == "solution" ? json["engine"] as? [String: Any] ?? [:] : json
    let isComplete = place["complete"] as? Bool
    if format == "check", place["limit"] == nil, let files = json["files"] as? [[String: Any]] {
      place = files.first { $0["limit"] is [String: Any] } ?? [:]
    }
    return (isComplete, (place["limit"] as? [String: Any])?["kind"] as? String)
  }

  @Test("JSON at a limit says at its top that it is not complete", arguments: questions.indices)
  func incompleteJSON(index: Int) throws {
    let question = Self.questions[index]
    if question.format.isEmpty { return }
    try Self.withCases { folder in
      let arguments = Self.arguments(question.arguments, in: folder) + ["--json"]
      let whole = Self.outgrown(arguments, stopAt: .max)
      // What was not stopped says nothing else.
      let extent = try Self.extent(of: whole.output, question.format)
      #expect(extent.isComplete != false && extent.kind == nil, "\(whole.output)")
      let (first, more) = TestScale.isLong ? (40, 60) : (2, 3)
      let places = Set(
        (1...max(whole.looks, 1)).filter { $0 <= first || $0 % (whole.looks / more + 1) == 0 })
      var stops = 0
      for place in places.sorted() {
        let part = Self.outgrown(arguments, stopAt: place)
        if part.status != .undetermined {
          #expect(part.status == whole.status, "at \(place) of \(whole.looks): \(part.output)")
          continue
        }
        stops += 1
        let extent = try Self.extent(of: part.output, question.format)
        #expect(extent.isComplete == false, "at \(place) of \(whole.looks): \(part.output)")
        #expect(extent.kind == "memory", "at \(place) of \(whole.looks): \(part.output)")
      }
      // What is merged has no states that would have to be listed.
      #expect(stops > 0 || question.format == "merge", "no limit was ever reached")
    }
  }

  @Test("a limit is an answer in the question's own format", arguments: questions.indices)
  func formats(index: Int) throws {
    let question = Self.questions[index]
    // What is merged has no states that would have to be listed.
    if question.format.isEmpty || question.format == "merge" { return }
    try Self.withCases { folder in
      let arguments = Self.arguments(question.arguments, in: folder) + ["--json", "--max-states", "5"]
      let result = Self.run(arguments)
      #expect(result.status == .undetermined)
      #expect(result.output.contains("\"format\": \"entente.\(question.format)\""), "\(result.output)")
      #expect(result.output.contains("\"complete\": false"), "\(result.output)")
      #expect(result.output.contains("\"kind\": \"states\", \"states\": 5"), "\(result.output)")
      let quiet = Self.run(
        Self.arguments(question.arguments, in: folder) + ["--quiet", "--json", "--max-states", "5"])
      #expect(quiet.errors.isEmpty)
    }
  }

  /// Command lines for a case of which nothing is known but that it has a state.
  static let anyCase: [[String]] = [
    ["solve", "CASE"], ["explain", "CASE", "--state", "1"], ["show", "CASE", "moves"],
    ["check", "CASE", "--certificates"], ["paths", "CASE", "--from", "1", "--to", "state 1"],
    ["coalitions", "CASE"], ["compare", "CASE", "CASE", "--claim", "state 1 lasts"],
    ["merge", "CASE", "CASE"], ["require", "CASE", "--state", "1"],
    ["require", "CASE", "--state", "1", "--concept", "sim"],
    ["sensitivity", "CASE", "--claim", "state 1 lasts"], ["doubts", "CASE"], ["grid", "CASE"],
    ["hypergame", "CASE"], ["words", "CASE"], ["observe", "CASE", "CASE"],
  ]

  @Test("random cases under tiny limits", .effective(1), arguments: TestScale.seeds(2))
  func random(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed)
    var random = SeededGenerator(seed: seed)
    var interruptions = 0
    try TestFolders.withScratchFolder { folder in
      try document.printed().write(
        to: folder.appending(path: "case.yaml"), atomically: true, encoding: .utf8)
      for question in Self.anyCase {
        let arguments = Self.arguments(question, in: folder) + (Bool.random(using: &random) ? ["--json"] : [])
        let whole = Self.run(arguments)
        #expect([.done, .wrongInput, .checkFailed].contains(whole.status), "\(question): \(whole.errors)")
        for _ in 0..<3 {
          let place = Int.random(in: 1...max(whole.polls, 1), using: &random)
          let part = Self.run(arguments, stopAt: place)
          if part.status == .interrupted {
            interruptions += 1
            let isTold =
              part.output.isEmpty || !part.output.hasPrefix("{")
              || part.output.contains("\"complete\": false")
              || part.errors.contains("what is written is not all")
            #expect(isTold, "\(question) at \(place): \(part.output)")
          } else {
            #expect(part.status == whole.status, "\(question) at \(place)")
            #expect(Transcript.masked(part.output) == Transcript.masked(whole.output), "\(question)")
          }
        }
        let states = Self.run(arguments + ["--max-states", "1"])
        #expect([.done, .wrongInput, .checkFailed, .undetermined].contains(states.status), "\(question)")
        if states.status == .done {
          #expect(Transcript.masked(states.output) == Transcript.masked(whole.output))
        }
      }
    }
    effective(when: interruptions > 4)
  }

  /// A command whose memory is found to be too much at a given look, counted from 1.
  private static func outgrown(_ arguments: [String], stopAt: Int) -> (
    status: ProgramStatus, output: String, looks: Int
  ) {
    let looks = Mutex(0)
    let recorder = Recorder()
    var environment = recorder.environment()
    environment.residentMemory = {
      looks.withLock {
        $0 += 1
        return $0 >= stopAt ? UInt64.max : 0
      }
    }
    // Each look at the clock is a while later, so that the memory is looked at each time.
    let clock = Mutex(0.0)
    environment.seconds = {
      clock.withLock { now in
        now += 0.02
        return now
      }
    }
    environment.forEach = { count, body in for index in 0..<count { body(index) } }
    let status = Program.run(arguments, in: environment)
    return (status, recorder.output, looks.withLock { $0 })
  }

  /// What such a command prints, in one line.
  private static func text(_ arguments: [String], stopAt: Int) -> String {
    outgrown(arguments, stopAt: stopAt).output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test("coalitions says first how far it came, and claims nothing that was not looked at")
  func coalitionsAtLimit() throws {
    try Self.withCases { folder in
      var extents: Set<String> = []
      let arguments = Self.arguments(["coalitions", "CASE"], in: folder)
      for place in 1...60 {
        let text = Self.text(arguments, stopAt: place)
        guard text.contains("This is not all") else { continue }
        #expect(!text.contains("survives every coalition") && !text.contains("survive every coalition"))
        #expect(!text.contains("Looked at: "))
        let start = try #require(text.range(of: "This is not all: "))
        let before = text[..<start.lowerBound]
        #expect(before.hasSuffix("What coalitions could upset "), "\(before)")
        extents.insert(String(text[start.upperBound...].split(separator: ".").dropFirst().first ?? ""))
      }
      #expect(
        extents.contains {
          $0.contains("No coalition was looked at yet") || $0.contains("no coalition was looked at")
        })
      #expect(extents.contains { $0.contains("of a coalition and a state that lasts") })
    }
  }

  @Test("doubts says first how far it came, and does not speak of all")
  func doubtsAtLimit() throws {
    try Self.withCases { folder in
      let arguments = Self.arguments(["doubts", "CASE"], in: folder)
      let whole = Self.outgrown(arguments, stopAt: .max)
      #expect(Self.text(arguments, stopAt: .max).contains("All of these were gone through"))
      var extents: Set<String> = []
      for place in 1...whole.looks {
        let text = Self.text(arguments, stopAt: place)
        guard let start = text.range(of: "This is not all: ") else { continue }
        #expect(text[..<start.lowerBound] == "A case for every question ", "\(text)")
        let sentence = String(text[start.upperBound...].split(separator: ".").dropFirst().first ?? "")
        extents.insert(sentence)
        if !sentence.contains("was not decided") {
          #expect(!text.contains("All of these were gone through"), "\(text)")
        }
      }
      #expect(extents.contains(" No completion was gone through yet"), "\(extents)")
      #expect(extents.contains { $0.hasSuffix("was not decided") }, "\(extents)")
    }
  }

  @Test("require says how many states were looked at")
  func requireAtLimit() throws {
    try Self.withCases { folder in
      let arguments = Self.arguments(["require", "CASE", "--outcome", "war"], in: folder)
      var found: Set<String> = []
      for place in 1...60 {
        let text = Self.text(arguments, stopAt: place)
        guard let start = text.range(of: "This is not all: ") else { continue }
        let rest = text[start.upperBound...]
        #expect(rest.contains(" of its 8 states") || rest.contains("sets of edits"), "\(rest.prefix(200))")
        if rest.contains("no edits were tried") {
          #expect(!text.contains("It does not last now: none of its 8 states"))
          found.insert("states")
        } else {
          found.insert("edits")
        }
      }
      #expect(found.contains("states"))
    }
  }
}
