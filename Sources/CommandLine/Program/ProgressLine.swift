import ConflictModel
import Synchronization

/// Tells on standard error how far a long computation has come.
///
/// On a terminal it is one line that is written over; in a log, a line now and
/// then. Work that takes less than a second is not mentioned.
final class ProgressLine: Sendable {
  private struct State {
    var nextLine: Double
    var isShown = false
    var subject = ""
  }

  private let environment: Environment
  private let state: Mutex<State>

  /// Nothing is said in the first second.
  static let silence = 1.0

  init(_ environment: Environment) {
    self.environment = environment
    state = Mutex(State(nextLine: environment.seconds() + Self.silence))
  }

  /// Names what the progress is about from now on, when that is not obvious.
  func tell(about subject: String) {
    state.withLock { $0.subject = subject }
  }

  /// Shows the progress, if the last line is old enough.
  func show(_ progress: Progress) {
    let now = environment.seconds()
    let isTerminal = environment.errorIsTerminal
    let subject = state.withLock { state -> String? in
      if now < state.nextLine { return nil }
      state.nextLine = now + (isTerminal ? 0.1 : 10)
      state.isShown = true
      return state.subject
    }
    guard let subject else { return }
    let text = (subject.isEmpty ? "" : subject + ": ") + Self.text(progress)
    environment.complain(isTerminal ? "\r\u{1B}[2K\(text)" : "entente: \(text)\n")
  }

  /// Takes the line away; what follows starts at the left edge.
  func clear() {
    let wasShown = state.withLock { state in
      defer { state.isShown = false }
      return state.isShown
    }
    if wasShown && environment.errorIsTerminal { environment.complain("\r\u{1B}[2K") }
  }

  /// The progress in words.
  static func text(_ progress: Progress) -> String {
    let what =
      switch progress.phase {
      case .listingStates: "listing feasible states"
      case .preparing: "working out moves and preferences"
      case .solving: "deciding stability"
      case .certifying: "checking certificates"
      }
    if progress.total == 0 { return "\(what): \(grouped(progress.done))…" }
    let percent = min(progress.done, progress.total) * 100 / progress.total
    return "\(what): \(percent) % of \(grouped(progress.total))"
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
