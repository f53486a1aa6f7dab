import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CommandLine

/// Every question listens while it works: between two times that it asks whether to
/// go on there is little work, whatever it is at, and after the answer that it should
/// not it ends soon.
@Suite struct PollGapTests {
  /// Some thousand states, of which many last, about which every question has much
  /// to say.
  static let text = """
    entente: 1
    title: A case with many states
    as_of: 2024-01-01
    events: {storm: {name: A storm, holds: no}}
    actors:
      north:
        options: {cross: Cross, talk: Talk, arm: Arm}
        prefers: [not south.punish, {that: cross if storm, sure: no}, {id: aid, that: south.aid}, arm iff east.arm]
        profiles: {calm: {name: Calm, prefers: [talk, not south.punish]}}
        declares: [{if: south.punish, then: cross}]
      south:
        options: {punish: Punish, aid: Send aid, arm: Arm}
        prefers: [not north.cross, punish if north.cross, not punish, not aid]
        perceives: {actors: {north: {prefers: [cross, talk]}}}
        declares: [{if: north.cross, then: punish, to: north}]
      east:
        options: {mediate: Mediate, arm: Arm, leave: Leave}
        prefers: [not north.cross, mediate iff south.punish, not west.arm]
      west:
        options: {arm: Arm}
        weights: {arm: -1, north.cross: -3, east.leave: 1}
    joint: {pact: {name: A pact, by: [north, south]}}
    status_quo: {taken: [north.talk], unsure: [west.arm]}
    outcomes:
      peace: {name: Peace, when: not north.cross and not south.punish and not west.arm and not east.arm}
      war: {name: War, when: north.cross and south.punish and north.arm and south.arm and west.arm and east.arm}
    expect:
      - {feasible: 4096}
      - {every: nash, satisfies: not war or war}

    """

  static let other = text.replacingOccurrences(
    of: "prefers: [not north.cross, mediate", with: "prefers: [north.cross, mediate")

  /// Processor time of this thread, in seconds: what others do to the machine does
  /// not count.
  static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private struct Polls {
    var count = 0
    var last = PollGapTests.threadSeconds()
    var longest = 0.0
    var after = -1
  }

  /// The longest that a command works without asking, from the start to the end, when
  /// it is told to stop after so many seconds of work.
  static func longestGap(_ arguments: [String], stopAfter seconds: Double) -> (
    gap: Double, poll: Int, polls: Int, status: ProgramStatus
  ) {
    let start = threadSeconds()
    let polls = Mutex(Polls())
    let recorder = Recorder()
    let note: @Sendable () -> Bool = {
      polls.withLock { (polls: inout Polls) -> Bool in
        let now = threadSeconds()
        if now - polls.last > polls.longest { (polls.longest, polls.after) = (now - polls.last, polls.count) }
        polls.last = now
        polls.count += 1
        return now - start > seconds
      }
    }
    var environment = recorder.environment(isInterrupted: note)
    environment.forEach = { count, body in for index in 0..<count { body(index) } }
    let status = Program.run(arguments, in: environment)
    _ = note()
    return polls.withLock { ($0.longest, $0.after, $0.count, status) }
  }

  /// The most processor time between two questions, in seconds: the tests are built
  /// without optimisation, so that this is some thousandths in earnest.
  static let bound = 0.5

  @Test("there is little work between two questions", arguments: QuestionLimitTests.questions.indices)
  func gaps(index: Int) throws {
    try TestFolders.withScratchFolder { folder in
      try Self.text.write(to: folder.appending(path: "case.yaml"), atomically: true, encoding: .utf8)
      try Self.other.write(to: folder.appending(path: "other.yaml"), atomically: true, encoding: .utf8)
      let question = QuestionLimitTests.questions[index]
      // Both take half a minute together.
      let faces = TestScale.isLong ? [false, true] : [index % 2 == 1]
      for isJSON in question.format.isEmpty ? [false] : faces {
        let arguments = QuestionLimitTests.arguments(question.arguments, in: folder)
        let found = Self.longestGap(arguments + (isJSON ? ["--json"] : []), stopAfter: 0.25)
        #expect(
          found.gap < Self.bound,
          "after question \(found.poll) of \(found.polls), \(isJSON ? "JSON" : "text")")
      }
    }
  }

  @Test("states are ranked for a file little by little, too")
  func ranking() throws {
    func options(_ count: Int) -> String { (0..<count).map { "o\($0): O" }.joined(separator: ", ") }
    func wishes(_ other: String) -> String { (0..<7).map { "\(other).o\($0)" }.joined(separator: ", ") }
    let text = """
      entente: 1
      actors:
        one: {options: {\(options(8))}, prefers: [\(wishes("two"))]}
        two: {options: {\(options(7))}, prefers: [\(wishes("one"))]}
      rules: [not (one.o0 and two.o0)]

      """
    try TestFolders.withScratchFolder { folder in
      let path = folder.path + "/case.yaml"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let found = Self.longestGap(["convert", path, "--to", "nfg"], stopAfter: .infinity)
      #expect(found.status == .done)
      #expect(found.gap < Self.bound, "after question \(found.poll) of \(found.polls)")
    }
  }
}
