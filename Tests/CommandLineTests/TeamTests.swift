import Synchronization
import Testing

@testable import CommandLine

/// Loops are done to the end with as many threads as the system makes, if any.
@Suite struct TeamTests {
  /// Counts how often each index of a loop is called.
  private static func calls(_ team: Team, _ count: Int) -> [Int] {
    let calls = Mutex([Int](repeating: 0, count: count))
    team.forEach(count) { index in calls.withLock { $0[index] += 1 } }
    return calls.withLock { $0 }
  }

  /// A spawner that makes so many threads and then refuses.
  private static func granting(_ most: Int, asked: @escaping @Sendable () -> Void = {}) -> Team.Spawner {
    let made = Counter()
    return { body in
      asked()
      if made.next() >= most { return false }
      return Team.system(body)
    }
  }

  private final class Counter: Sendable {
    private let count = Atomic<Int>(0)
    func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
    var value: Int { count.load(ordering: .relaxed) }
  }

  @Test("every index is done once, whatever the system grants", arguments: [0, 1, 3])
  func granted(threads: Int) {
    let asked = Counter()
    let team = Team(helpers: 3, spawn: Self.granting(threads) { _ = asked.next() })
    for count in [0, 1, 2, 7, 500] {
      #expect(Self.calls(team, count) == [Int](repeating: 1, count: count))
    }
    // Helpers are asked for once, and not again after a refusal.
    #expect(asked.value == min(threads + 1, 3))
  }

  @Test("a loop inside a loop, and loops beside each other, end")
  func nested() {
    let team = Team(helpers: 2)
    let total = Counter()
    for _ in 0..<50 {
      team.forEach(8) { _ in team.forEach(5) { _ in _ = total.next() } }
    }
    #expect(total.value == 50 * 40)
    let other = Team(helpers: 3)
    other.forEach(4) { _ in
      for _ in 0..<50 { team.forEach(6) { _ in _ = total.next() } }
    }
    #expect(total.value == 50 * 40 + 4 * 50 * 6)
  }

  @Test("answers are the same when no thread can be made", arguments: [0, 1])
  func answers(threads: Int) {
    let text = LargeCaseTests.free(13)
    let arguments = ["solve", "-", "--concepts", "nash,gmr,seq", "--json"]
    let team = Team(helpers: 3, spawn: Self.granting(threads))
    let recorders = [Recorder(), Recorder()]
    for (index, recorder) in recorders.enumerated() {
      var environment = recorder.environment(standardInput: Array(text.utf8))
      if index == 1 { environment.forEach = { team.forEach($0, $1) } }
      let status = Program.run(arguments, in: environment)
      #expect(status == .done)
    }
    #expect(Transcript.masked(recorders[0].output) == Transcript.masked(recorders[1].output))
  }
}
