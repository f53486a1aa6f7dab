import ArgumentParser
import ConflictModel
import Foundation
import Synchronization
import Testing

@testable import CommandLine

/// Limits as they are written, and when they stop the work.
@Suite struct AllowanceTests {
  @Test(
    "durations",
    arguments: [
      ("500ms", 500), ("90", 90_000), ("1.5s", 1_500), ("5m", 300_000), ("1h", 3_600_000), ("2 S", 2_000),
      ("soon", nil), ("", nil), ("-1s", nil), ("0", nil), ("1d", nil), ("1e9", nil), ("1.2.3s", nil),
      ("99999999999999999999999h", nil),
    ] as [(String, UInt64?)])
  func durations(text: String, milliseconds: UInt64?) {
    #expect(TimeAllowance(argument: text)?.milliseconds == milliseconds)
  }

  @Test(
    "sizes",
    arguments: [
      ("512M", 512 << 20), ("2g", 2 << 30), ("1GiB", 1 << 30), ("1.5KB", 1_536), ("1T", 1 << 40),
      ("500", nil), ("M", nil), ("-1M", nil), ("0M", nil), ("much", nil),
    ] as [(String, UInt64?)])
  func sizes(text: String, bytes: UInt64?) {
    #expect(MemoryAllowance(argument: text)?.bytes == bytes)
  }

  /// A clock that only moves when it is told to.
  final class Clock: Sendable {
    private let now = Mutex(0.0)
    var seconds: Double { now.withLock { $0 } }
    func advance(_ seconds: Double) { now.withLock { $0 += seconds } }
  }

  static func environment(
    _ clock: Clock, memory: UInt64 = 0, interrupted: Bool = false, terminal: Bool = false,
    errors: @escaping @Sendable (String) -> Void = { _ in }
  ) -> Environment {
    Environment(
      print: { _ in .yes }, complain: errors, errorIsTerminal: terminal,
      seconds: { clock.seconds }, isInterrupted: { interrupted }, residentMemory: { memory },
      physicalMemory: { 1_000 })
  }

  @Test("the time runs out once, and stays so")
  func time() throws {
    let clock = Clock()
    let allowance = try AllowanceArguments<ConvertCommand>.parse(["--time", "2s"])
    let watch = Watch(allowance, in: Self.environment(clock))
    clock.advance(1.9)
    #expect(watch.reasonToStop() == nil)
    clock.advance(0.2)
    #expect(watch.reasonToStop() == .time(milliseconds: 2_000))
    #expect(watch.reasonToStop() == .time(milliseconds: 2_000))
  }

  @Test("rows of tables get their share of the time that is left, and of a second when none is")
  func tables() throws {
    for (begin, end) in [(2.0, 4.0), (9.0, 9.25), (12, 12.25)] {
      let clock = Clock()
      let allowance = try AllowanceArguments<ConvertCommand>.parse(["--time", "10s"])
      let watch = Watch(allowance, in: Self.environment(clock))
      clock.advance(begin)
      #expect(watch.reasonToEndTables(share: 0.25) == nil)
      clock.advance(end - begin - 0.01)
      #expect(watch.reasonToEndTables(share: 0.25) == nil)
      clock.advance(0.02)
      #expect(watch.reasonToEndTables(share: 0.25) == .time(milliseconds: 10_000))
      #expect(watch.reasonToEndTables(share: 0.9) == nil)
    }
    let clock = Clock()
    let none = try AllowanceArguments<ConvertCommand>.parse([])
    #expect(
      Watch(none, in: Self.environment(clock, interrupted: true)).reasonToEndTables(share: 1) == .interrupted)
    let endless = Watch(none, in: Self.environment(clock))
    for _ in 0..<100 {
      clock.advance(1e9)
      #expect(endless.reasonToEndTables(share: 0.1) == nil)
    }
  }

  /// A case of 1,024 states, which its actors like differently.
  static let long = """
    entente: 1
    actors:
      a: {options: {o0: A, o1: B, o2: C, o3: D, o4: E}, prefers: [o0, o1, o2, o3, o4, b.o0, b.o1, b.o2, b.o3, b.o4]}
      b: {options: {o0: F, o1: G, o2: H, o3: I, o4: J}, prefers: [a.o0, o0, a.o1, o1, a.o2, o2, a.o3, o3, a.o4, o4]}

    """

  /// Runs a command on the long case; the clock stands still at first, for so many looks, and
  /// makes leaps of a quarter of a second after that.
  static func run(_ command: String, stillFor looks: Int) -> (
    status: ProgramStatus, output: String, errors: String, looks: Int
  ) {
    let recorder = Recorder()
    let seen = Mutex(0)
    var environment = recorder.environment(standardInput: Array(long.utf8))
    environment.seconds = {
      seen.withLock { seen in
        seen += 1
        return Double(max(0, seen - looks)) / 4
      }
    }
    let status = Program.run(command.split(separator: " ").map(String.init), in: environment)
    return (status, recorder.output, recorder.errors, seen.withLock { $0 })
  }

  @Test(
    "documents keep to the time in every form, although all was worked out within it",
    arguments: [
      "show - states", "show - preferences", "show - moves", "solve - --concepts nash --all-states",
    ])
  func documents(command: String) {
    for form in ["table", "markdown", "html", "document"] {
      let words = "\(command) --format \(form) --time 2s --limit"
      let few = Self.run("\(words) 1", stillFor: .max)
      let whole = Self.run("\(words) 1000", stillFor: .max)
      #expect(few.status == .done && whole.status == .done, "\(words): \(whole.errors)")
      let cut = Self.run("\(words) 1000", stillFor: few.looks)
      #expect(cut.status == .undetermined, "\(words)")
      let saysSo =
        cut.output.contains("Not finished:") && cut.output.contains(" the time limit of 2 s was reached.")
      #expect(saysSo, "\(words)")
      #expect(cut.errors.contains("--time gives more time"))
      #expect(cut.output.utf8.count < whole.output.utf8.count / 2, "\(words)")
    }
  }

  @Test("half of the memory may be used unless another amount is given")
  func memory() throws {
    let clock = Clock()
    clock.advance(1)
    let none = try AllowanceArguments<ConvertCommand>.parse([])
    #expect(Watch(none, in: Self.environment(clock, memory: 500)).reasonToStop() == nil)
    #expect(Watch(none, in: Self.environment(clock, memory: 501)).reasonToStop() == .memory(bytes: 500))
    let some = try AllowanceArguments<ConvertCommand>.parse(["--memory", "1K"])
    #expect(Watch(some, in: Self.environment(clock, memory: 1_024)).reasonToStop() == nil)
    #expect(Watch(some, in: Self.environment(clock, memory: 1_025)).reasonToStop() == .memory(bytes: 1_024))
  }

  @Test("what the system does not give is not allowed, and that is said")
  func systemMemory() throws {
    var environment = Self.environment(Clock())
    environment.memoryLimit = { 600 }
    let (none, some) = (
      try AllowanceArguments<ConvertCommand>.parse([]),
      try AllowanceArguments<ConvertCommand>.parse(["--memory", "1K"])
    )
    #expect(none.bytes(in: environment) == 450 && none.shortage(in: environment) == nil)
    #expect(some.bytes(in: environment) == 600 && some.shortage(in: environment)?.isEmpty == false)
    environment.memoryLimit = { 4_000 }
    #expect(none.bytes(in: environment) == 500)
    #expect(some.bytes(in: environment) == 1_024 && some.shortage(in: environment) == nil)
    // What is held by others is left to them, unless it is asked for.
    environment.freeMemory = { 200 }
    #expect(none.bytes(in: environment) == 200 && some.bytes(in: environment) == 1_024)
  }

  @Test("what this system says of memory is in order")
  func realMemory() {
    #expect(SystemMemory.resident() > 1 << 20)
    #expect(SystemMemory.machine() > SystemMemory.resident())
    #expect(SystemMemory.free() > SystemMemory.resident() && SystemMemory.limit() > 1 << 20)
  }

  @Test("the memory is looked at now and then only")
  func memoryIsCheap() throws {
    let clock = Clock()
    let looks = Mutex(0)
    var environment = Self.environment(clock)
    environment.residentMemory = {
      looks.withLock { $0 += 1 }
      return 0
    }
    let watch = Watch(try AllowanceArguments<ConvertCommand>.parse([]), in: environment)
    for _ in 0..<1_000 {
      clock.advance(0.001)
      _ = watch.reasonToStop()
    }
    #expect((50...101).contains(looks.withLock { $0 }))
  }

  @Test("Ctrl-C goes before every limit")
  func interruption() throws {
    let clock = Clock()
    let watch = Watch(
      try AllowanceArguments<ConvertCommand>.parse(["--time", "1s"]),
      in: Self.environment(clock, interrupted: true))
    clock.advance(5)
    #expect(watch.reasonToStop() == .interrupted)
  }

  @Test("loops are shared out and every index is done once")
  func forEach() throws {
    let clock = Clock()
    let control = Control(
      Watch(try AllowanceArguments<ConvertCommand>.parse([]), in: Self.environment(clock)), progress: nil)
    let counts = Mutex([Int](repeating: 0, count: 500))
    control.forEach(500) { index in counts.withLock { $0[index] += 1 } }
    #expect(counts.withLock { $0 } == [Int](repeating: 1, count: 500))
  }
}
