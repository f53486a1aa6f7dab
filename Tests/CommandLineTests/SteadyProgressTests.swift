import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CommandLine

/// What the progress line shows while a question is answered never goes backwards.
@Suite struct SteadyProgressTests {
  /// What the line shows of each thing that is done, in order: its words, and how far
  /// it has come in percent or, where it is not known of how much, in steps.
  static func shown(_ arguments: [String]) -> [(stage: String, done: Int)] {
    let recorder = Recorder()
    var environment = recorder.environment()
    environment.errorIsTerminal = true
    environment.forEach = { count, body in for index in 0..<count { body(index) } }
    // Each look at the clock is a while later, so that nothing is too early to show.
    let clock = Mutex(0.0)
    environment.seconds = {
      clock.withLock { now in
        now += 0.3
        return now
      }
    }
    Program.run(arguments, in: environment)
    return recorder.errors.components(separatedBy: "\r\u{1B}[2K").compactMap { line in
      if let bar = line.firstIndex(of: "▕") {
        let percent = line[bar...].split(separator: " ").last { $0.allSatisfy(\.isNumber) }
        let digits = line.split(separator: "▏").last?.split(separator: " ").first ?? percent ?? ""
        return Int(digits).map { (String(line[..<bar]), $0) }
      }
      guard let colon = line.lastIndex(of: ":"), line.hasSuffix("…") else { return nil }
      let digits = line[colon...].filter(\.isNumber)
      return Int(digits).map { (String(line[..<colon]), $0) }
    }
  }

  @Test("it never goes backwards", arguments: QuestionLimitTests.questions.indices)
  func forwards(index: Int) throws {
    try QuestionLimitTests.withCases { folder in
      let question = QuestionLimitTests.questions[index]
      let shown = Self.shown(QuestionLimitTests.arguments(question.arguments, in: folder))
      var latest: [String: Int] = [:]
      for (stage, done) in shown {
        #expect(done >= latest[stage] ?? 0, "\(stage) goes from \(latest[stage] ?? 0) to \(done)")
        latest[stage] = done
      }
    }
  }

  @Test("most questions show how far they have come")
  func isShown() throws {
    try QuestionLimitTests.withCases { folder in
      let telling = QuestionLimitTests.questions.count { question in
        !Self.shown(QuestionLimitTests.arguments(question.arguments, in: folder)).isEmpty
      }
      #expect(telling > QuestionLimitTests.questions.count / 2)
    }
  }
}
