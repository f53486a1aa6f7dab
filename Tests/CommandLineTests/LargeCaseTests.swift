import Foundation
import Synchronization
import Testing

@testable import CommandLine

/// Commands on cases with many states.
@Suite struct LargeCaseTests {
  /// Two actors with so many options in all, and nothing that forbids a state.
  static func free(_ optionCount: Int) -> String {
    let (one, two) = ((optionCount + 1) / 2, optionCount / 2)
    func options(_ count: Int) -> String { (0..<count).map { "o\($0): O\($0)" }.joined(separator: ", ") }
    return """
      entente: 1
      title: Free options
      actors:
        one: {options: {\(options(one))}, prefers: [two.o0, not one.o1, one.o2 if two.o3]}
        two: {options: {\(options(two))}, prefers: [not one.o0, two.o1 iff one.o2, not two.o2]}
      status_quo: [one.o0]
      outcomes: {calm: {name: Calm, when: not one.o0 and not two.o0}}
      """
  }

  @Test("without the memory it says how much it takes, and with that much it runs")
  func memory() throws {
    let text = Self.free(13)
    let short = Recorder.run("solve", "-", "--memory", "1M", "--concepts", "nash", input: text)
    #expect(short.status == .undetermined)
    let words = short.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(
      words.contains("Not finished: it needs at least 2\u{A0}MiB of memory, and 1\u{A0}MiB are allowed."))
    #expect(words.contains("No state was listed, and nothing is decided."))
    #expect(short.errors == "entente: --memory 2M lets it run, if the machine has that much\n")
    let document = Recorder.run("solve", "-", "--memory", "1M", "--json", input: text)
    #expect(document.status == .undetermined)
    #expect(document.output.contains("\"limit\": {\"kind\": \"memoryNeeded\", \"bytes\": "))
    #expect(document.output.contains("\"allowed\": 1048576}"))
    let enough = Recorder.run("solve", "-", "--memory", "2M", "--concepts", "nash", "--full", input: text)
    #expect(enough.status == .done)
    #expect(enough.output.contains("8,192 of them feasible. Solved by"))
  }

  @Test("of memory that no machine has, it says what makes the case smaller")
  func absurdMemory() {
    let told = Recorder.run(
      "solve", "-", "--engine", "dense", "--concepts", "nash", input: Self.free(50))
    #expect(told.status == .undetermined)
    #expect(!told.errors.contains("--memory"), "\(told.errors)")
    #expect(told.errors.contains("leave out options or levels"), "\(told.errors)")
  }

  /// An environment whose clock stands still until something is printed, and then goes
  /// on by a second whenever somebody looks at it.
  static func hurried(_ recorder: Recorder, _ text: String) -> Environment {
    var environment = recorder.environment(standardInput: Array(text.utf8))
    let looks = Mutex(0.0)
    environment.seconds = {
      if recorder.output.isEmpty { return 0 }
      return looks.withLock {
        $0 += 1
        return 1_000 + $0
      }
    }
    return environment
  }

  @Test(
    "a list that is still being written at the limit ends, and the document says so",
    arguments: [
      ["show", "-", "states", "--json"], ["show", "-", "moves", "--json"],
      ["show", "-", "preferences", "--json"], ["solve", "-", "--all-states", "--json"],
      ["solve", "-", "--with", "moves", "--json"], ["convert", "-", "--to", "json"],
    ])
  func cut(arguments: [String]) throws {
    let recorder = Recorder()
    let status = Program.run(
      arguments + ["--time", "10s"], in: Self.hurried(recorder, Self.free(14)))
    #expect(status == .undetermined)
    #expect(recorder.errors.isEmpty)
    let whole = try JSONSerialization.jsonObject(with: Data(recorder.output.utf8))
    let document = try #require(whole as? [String: Any])
    #expect(document["complete"] as? Bool == false)
    #expect((document["limit"] as? [String: Any])?["kind"] as? String == "time")
  }

  @Test("a table that ends there says so beside it", arguments: ["csv", "jsonl"])
  func cutTable(format: String) {
    let recorder = Recorder()
    let arguments = ["solve", "-", "--all-states", "--format", format, "--time", "10s"]
    let status = Program.run(arguments, in: Self.hurried(recorder, Self.free(14)))
    #expect(status == .undetermined)
    #expect(recorder.errors.contains("the time limit of 10 s was reached before all was written"))
    let bytes = Array(recorder.output.utf8)
    let lines = bytes.count { $0 == UInt8(ascii: "\n") }
    #expect(lines > 100 && lines < 16_384 && bytes.last == UInt8(ascii: "\n"))
  }

  @Test("a file is not replaced by an answer that ends there")
  func cutFile() throws {
    try TestFolders.withScratchFolder { folder in
      let target = folder.appending(path: "target.json")
      try "old".write(to: target, atomically: true, encoding: .utf8)
      let recorder = Recorder()
      var environment = recorder.environment(standardInput: Array(Self.free(14).utf8))
      let looks = Mutex(0.0)
      environment.seconds = {
        if !Self.hasDraft(folder) { return 0 }
        return looks.withLock {
          $0 += 1
          return 1_000 + $0
        }
      }
      let status = Program.run(
        ["convert", "-", "--to", "json", "--time", "10s", "-o", target.path], in: environment)
      #expect(status == .undetermined)
      #expect(recorder.errors.contains("the time limit of 10 s was reached, nothing written"))
      #expect(try String(contentsOf: target, encoding: .utf8) == "old")
      #expect(!Self.hasDraft(folder))
    }
  }

  /// Whether a file is being written there.
  private static func hasDraft(_ folder: URL) -> Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return names?.contains { $0.hasPrefix(".entente-") } ?? false
  }

  /// Some 2³² moves of one actor, which nobody has to list.
  @Test(
    "an actor with many free options and hardly a wish is soon told of",
    arguments: [["solve"], ["show", "moves"], ["show", "moves", "--full"]])
  func hardlyAWish(question: [String]) {
    let options = (0..<16).map { "o\($0): O\($0)" }.joined(separator: ", ")
    let text = """
      entente: 1
      actors: {a: {options: {\(options)}, prefers: [a.o4 or not a.o15]}}
      status_quo: []
      """
    let answer = Recorder.run([question[0], "-"] + question.dropFirst(), input: text)
    #expect(answer.status == .done)
    #expect(answer.output.utf8.count < 40_000)
    #expect(!question.contains("--full") || answer.output.contains(" more\n"), "\(answer.output)")
  }

  /// One actor with so many options and a ranking of all states.
  static func alone(_ optionCount: Int) -> String {
    let options = (0..<optionCount).map { "o\($0): O\($0)" }.joined(separator: ", ")
    // An odd factor puts the codes in another order.
    let codes = (0..<1 << optionCount).map { String($0 * 2_741 % (1 << optionCount)) }
    return """
      entente: 1
      title: Alone
      actors:
        a: {options: {\(options)}, ranking: {codes: [\(codes.joined(separator: ", "))]}}
      status_quo: [o3]
      outcomes: {calm: {name: Calm, when: not o0}}
      """
  }

  @Test(
    "every question about an actor alone with many options ends",
    arguments: [
      "solve", "explain --state 5 --actor a --concept sim", "paths", "grid", "words", "hypergame", "show",
      "sensitivity", "require --state 5", "coalitions", "doubts",
    ])
  func alone(question: String) {
    let words = question.split(separator: " ").map(String.init)
    // Some 2²⁶ moves, of which each question could list all, and four of these must.
    let mustList = ["sensitivity", "require", "coalitions", "doubts"].contains(words[0])
    let limits = ["--memory", "200M", "--time", "60s", "--quiet"]
    let arguments = [words[0], "-"] + words.dropFirst() + limits
    let answer = Recorder.run(arguments, input: Self.alone(13))
    #expect(answer.status == (mustList ? .undetermined : .done), "\(answer.errors)")
    if !mustList { return }
    let said = (answer.output + answer.errors).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(said.contains("at least 257\u{A0}MiB of memory, and 200\u{A0}MiB are allowed"), "\(said)")
  }

  @Test("not every verdict on so many states is certified, and that is said")
  func certificates() throws {
    try TestFolders.withScratchFolder { folder in
      let file = folder.appending(path: "free.yaml")
      try Self.free(17).write(to: file, atomically: true, encoding: .utf8)
      let told = Recorder.run("check", file.path, "--certificates", "--quiet")
      #expect(told.status == .undetermined)
      #expect(told.output.contains("OPEN  "))
      let words = told.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      #expect(words.contains("certificates not verified: of 131,072 states, more than 65,536,"))
    }
  }

  @Test("tables show some thousand states unless more are asked for, and say so")
  func show() {
    let states = Recorder.run("show", "-", "states", "--full", input: Self.free(13))
    #expect(states.output.contains("\n  5000  ") && !states.output.contains("\n  5001  "))
    #expect(
      states.output.contains("3,192 further states of 8,192 left out; --limit shows more, --json lists all."))
    let few = Recorder.run("show", "-", "states", "--limit", "2", input: Self.free(13))
    #expect(few.output.contains("8,190 further states of 8,192 left out."))
    let json = Recorder.run("show", "-", "states", "--json", input: Self.free(13))
    #expect(json.output.split(separator: "\n").count > 8_192)
    let preferences = Recorder.run("show", "-", "preferences", "--full", input: Self.free(13))
    #expect(preferences.output.split(separator: "\n").count < 40)
    #expect(preferences.output.contains(" more\n"))
  }

  @Test("an answer in a file is the one printed, and nothing lies beside it")
  func file() throws {
    try TestFolders.withScratchFolder { folder in
      let file = folder.appending(path: "answer.json")
      let text = Self.free(9)
      let printed = Recorder.run("convert", "-", "--to", "json", input: text)
      let written = Recorder.run("convert", "-", "-o", file.path, input: text)
      #expect(written.status == .done && written.output.isEmpty)
      let answer = try String(contentsOf: file, encoding: .utf8)
      #expect(Transcript.masked(answer) == Transcript.masked(printed.output))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(!names.contains { $0.hasSuffix(".part") })
      let away = Recorder.run("convert", "-", "-o", folder.path + "/no/answer.json", input: text)
      #expect(away.status == .wrongInput)
    }
  }

  @Test("once nobody reads, nothing more is made; once interrupted, that is said")
  func endings() {
    for ending in [Environment.Written.nobodyReads, .failed("No space left on device")] {
      let recorder = Recorder()
      var environment = recorder.environment(standardInput: Array(Self.free(13).utf8))
      let print = environment.print
      environment.print = { piece in
        _ = print(piece)
        return ending
      }
      let arguments = ["solve", "-", "--format", "csv", "--all-states", "--concepts", "nash"]
      let status = Program.run(arguments, in: environment)
      #expect(recorder.output.utf8.count < 70_000)
      #expect(status == (ending == .nobodyReads ? .done : .wrongInput))
    }
  }
}
