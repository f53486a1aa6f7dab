import ConflictModel
import Synchronization
import Testing

@testable import CommandLine

/// What is told of work that takes long.
@Suite struct ProgressTests {
  typealias Clock = AllowanceTests.Clock

  /// What a line says while `fractions` of the work are done, a tenth of a second
  /// after each other.
  static func said(_ fractions: [Double], terminal: Bool) -> [String] {
    let clock = Clock()
    let said = Mutex<[String]>([])
    let environment = AllowanceTests.environment(clock, terminal: terminal) { text in
      said.withLock { $0.append(text) }
    }
    let line = ProgressLine(environment)
    for fraction in fractions {
      clock.advance(0.1)
      line.show(Control.Progress(phase: .solving, done: UInt64(fraction * 5_000), total: 5_000))
    }
    line.clear()
    return said.withLock { $0 }
  }

  /// As many fractions as tenths of a second, evenly apart.
  static func even(_ seconds: Double) -> [Double] {
    let count = Int(seconds * 10)
    return (1...count).map { Double($0) / Double(count) }
  }

  @Test("on a terminal it is one line with a bar, after the first second")
  func terminal() {
    let lines = Self.said(Self.even(8), terminal: true)
    #expect(lines.count > 60)
    #expect(lines.first == "\r\u{1B}[2Kdeciding stability ▕█▎        ▏ 13 %, 7 s left")
    #expect(lines[39] == "\r\u{1B}[2Kdeciding stability ▕██████▎   ▏ 62 %, 4 s left")
    #expect(lines.last == "\r\u{1B}[2K")
  }

  @Test("in a log nothing is said")
  func log() {
    #expect(Self.said(Self.even(30), terminal: false).isEmpty)
  }

  @Test("short work is not mentioned")
  func silence() {
    #expect(Self.said(Self.even(0.9), terminal: true).isEmpty)
  }

  @Test("the time left counts down calmly where the pace varies")
  func steady() {
    var time = RemainingTime(start: 0)
    var shown: [Double] = []
    // Ten seconds in steps of a fifteenth that take from half as long to twice as long.
    let lengths = (0..<15).map { [0.4, 1.0, 0.6][$0 % 3] }
    var now = 0.0
    for (step, length) in lengths.enumerated() {
      now += length
      time.update(Double(step + 1) / 15, at: now)
      if let left = time.left(at: now) { shown.append(left) }
    }
    #expect(shown.count >= 13)
    for (earlier, later) in zip(shown, shown.dropFirst()) { #expect(later < earlier + 0.5) }
    for (index, left) in shown.enumerated() {
      #expect(abs(left - Double(shown.count - 1 - index) * 10 / 15) < 2.5)
    }
  }

  @Test("nothing is said about the time left too early")
  func early() {
    var time = RemainingTime(start: 0)
    time.update(0.5, at: 0.1)
    #expect(time.left(at: 0.1) == nil)
    time = RemainingTime(start: 0)
    time.update(0.001, at: 5)
    #expect(time.left(at: 5) == nil)
  }

  @Test(
    "times in words",
    arguments: [
      (0.0, "1 s"), (2.1, "3 s"), (59.5, "1 min"), (61, "2 min"), (3_599, "1 h"), (4_700, "1 h 19 min"),
    ])
  func times(seconds: Double, words: String) {
    #expect(RemainingTime.words(seconds) == words)
  }

  @Test(
    "bars",
    arguments: [
      (0.0, "▕          ▏"), (0.05, "▕▌         ▏"), (0.625, "▕██████▎   ▏"), (1, "▕██████████▏"),
    ])
  func bars(fraction: Double, bar: String) {
    #expect(ProgressLine.bar(fraction) == bar)
  }

  @Test("work of unknown size is counted")
  func counted() {
    let clock = Clock()
    let said = Mutex("")
    let line = ProgressLine(
      AllowanceTests.environment(clock, terminal: true) { text in said.withLock { $0 += text } })
    clock.advance(1.5)
    line.show(Control.Progress(phase: .listingStates, done: 1_234_567))
    #expect(said.withLock { $0 } == "\r\u{1B}[2Klisting feasible states: 1,234,567…")
    #expect(ProgressLine.grouped(0) == "0")
    #expect(ProgressLine.grouped(999) == "999")
    #expect(ProgressLine.grouped(1_000) == "1,000")
  }
}
