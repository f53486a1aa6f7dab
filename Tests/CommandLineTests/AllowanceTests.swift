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
