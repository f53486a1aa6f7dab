import CaseFile
import ConflictModel
import Notation
import Synchronization

/// Tells on standard error how far a long computation has come.
///
/// It is one line with a bar that is written over, so it goes to a terminal only: a
/// log, or a program that reads standard error, gets what matters and nothing else.
/// Work that takes less than a second is not mentioned.
final class ProgressLine: Sendable {
  /// What is being done, in words.
  struct Stage: Sendable, Hashable {
    var words: String

    static let writing = Stage(words: "writing")

    init(words: String) {
      self.words = words
    }

    init(_ phase: Control.Progress.Phase) {
      words =
        switch phase {
        case .listingStates: "listing feasible states"
        case .preparing: "working out moves and preferences"
        case .solving: "deciding stability"
        case .certifying: "checking certificates"
        case .searching: "following moves"
        case .varying: "trying variants"
        }
    }
  }

  private struct State {
    var nextLine: Double
    var isShown = false
    var subject = ""
    var stage: Stage?
    var estimate: RemainingTime
  }

  private let environment: Environment
  private let state: Mutex<State>

  /// Nothing is said in the first second.
  static let silence = 1.0

  init(_ environment: Environment) {
    self.environment = environment
    let now = environment.seconds()
    state = Mutex(State(nextLine: now + Self.silence, estimate: RemainingTime(start: now)))
  }

  /// Names what the progress is about from now on, when that is not obvious.
  func tell(about subject: String) {
    state.withLock { $0.subject = subject.printable }
  }

  /// Shows the progress, if the last line is old enough.
  func show(_ progress: Control.Progress) {
    show(
      Stage(progress.phase), Int(clamping: progress.done), of: Int(clamping: progress.total))
  }

  /// Shows that so many units are done of so many, 0 when that is not known.
  func show(_ stage: Stage, _ done: Int, of total: Int) {
    guard environment.errorIsTerminal else { return }
    let now = environment.seconds()
    let fraction = total > 0 ? min(Double(done) / Double(total), 1) : 0
    let text = state.withLock { state -> String? in
      if state.stage != stage {
        state.stage = stage
        state.estimate = RemainingTime(start: now, fraction: fraction)
      }
      state.estimate.update(fraction, at: now)
      if now < state.nextLine { return nil }
      state.nextLine = now + 0.1
      state.isShown = true
      let text =
        total > 0
        ? Self.text(stage, fraction, left: state.estimate.left(at: now))
        : "\(stage.words): \(Self.grouped(UInt64(done)))…"
      return (state.subject.isEmpty ? "" : state.subject + ": ") + text
    }
    guard let text else { return }
    environment.complain("\r\u{1B}[2K\(text)")
  }

  /// Takes the line away; what follows starts at the left edge.
  func clear() {
    let wasShown = state.withLock { state in
      defer { state.isShown = false }
      return state.isShown
    }
    if wasShown { environment.complain("\r\u{1B}[2K") }
  }

  /// The progress in words, with a bar.
  static func text(_ stage: Stage, _ fraction: Double, left: Double?) -> String {
    // Never all of it before it is done.
    let percent = min(Int(fraction * 100), fraction < 1 ? 99 : 100)
    return "\(stage.words) \(Self.bar(fraction)) \(percent) %"
      + (left.map { ", \(RemainingTime.words($0)) left" } ?? "")
  }

  /// The fraction as ten cells, each in eighths.
  static func bar(_ fraction: Double) -> String {
    let eighths = Int(min(max(fraction, 0), 1) * 80)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let full = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    return "▕" + full + String(repeating: " ", count: 10 - full.count) + "▏"
  }

  /// A number with a comma between thousands.
  static func grouped(_ number: UInt64) -> String {
    var digits = String(number)
    var end = digits.count
    while end > 3 {
      end -= 3
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: end))
    }
    return digits
  }
}
