import ConflictModel
import Synchronization

/// Watches the clock, the memory and Ctrl-C for one command.
///
/// The first reason to stop that it sees is the one it keeps giving, so that a
/// command reports one limit however many threads ran into one.
final class Watch: Sendable {
  let environment: Environment
  private let deadline: Double
  private let allowedMilliseconds: UInt64
  private let allowedBytes: UInt64
  /// When the memory is looked at next, in milliseconds.
  private let nextLook = Atomic<UInt64>(0)
  private let verdict = Mutex<Limit?>(nil)
  private let isOver = Atomic<Bool>(false)
  /// When a reason was seen first, in milliseconds; 0 before that.
  private let end = Atomic<UInt64>(0)
  /// When the first table was begun.
  private let tablesBegin = Mutex<Double?>(nil)

  /// How often the memory is looked at, in milliseconds; a look costs some microseconds.
  private static let lookInterval: UInt64 = 10
  /// How much longer an answer may be told, in milliseconds.
  private static let grace: UInt64 = 1_000

  init(_ allowance: AllowanceArguments<some Limited>, in environment: Environment) {
    self.environment = environment
    allowedMilliseconds = allowance.time?.milliseconds ?? .max
    deadline = environment.seconds() + Double(allowedMilliseconds) / 1_000
    allowedBytes = allowance.bytes(in: environment)
  }

  /// Why the work should stop, or nil when it may go on.
  func reasonToStop() -> Limit? {
    if isOver.load(ordering: .acquiring) { return verdict.withLock { $0 } }
    guard let reason = look() else { return nil }
    return verdict.withLock { verdict in
      let first = verdict ?? reason
      verdict = first
      isOver.store(true, ordering: .releasing)
      return first
    }
  }

  /// Why even telling what was found out should stop: the same a second later, or
  /// because somebody asks for it.
  func reasonToBreakOff() -> Limit? {
    if environment.isInterrupted() { return .interrupted }
    guard let reason = reasonToStop() else { return nil }
    let now = UInt64(max(environment.seconds(), 0) * 1_000)
    let first = end.compareExchange(expected: 0, desired: max(now, 1), ordering: .relaxed)
    return !first.exchanged && now >= first.original + Self.grace ? reason : nil
  }

  /// Why rows of a table should end, where making them is such a share of the time that the table
  /// takes in all: so that the rest fits into the time that is left, or a second if none is.
  func reasonToEndTables(share: Double) -> Limit? {
    let now = environment.seconds()
    let start = tablesBegin.withLock { begin in
      begin = begin ?? now
      return begin ?? now
    }
    let left = max(deadline - start, Double(Self.grace) / 1_000)
    if now > start + left * share { return .time(milliseconds: allowedMilliseconds) }
    return reasonToBreakOff()
  }

  private func look() -> Limit? {
    if environment.isInterrupted() { return .interrupted }
    let now = environment.seconds()
    if now > deadline { return .time(milliseconds: allowedMilliseconds) }
    let moment = UInt64(max(now, 0) * 1_000)
    let due = nextLook.load(ordering: .relaxed)
    guard moment >= due else { return nil }
    let isMine = nextLook.compareExchange(
      expected: due, desired: moment + Self.lookInterval, ordering: .relaxed
    ).exchanged
    guard isMine, environment.residentMemory() > allowedBytes else { return nil }
    return .memory(bytes: allowedBytes)
  }
}

extension Control {
  /// A control that keeps to what `watch` allows, shows progress on `line`, and
  /// shares loops out as the environment does.
  init(_ watch: Watch, progress line: ProgressLine?) {
    self.init(
      shouldStop: { watch.reasonToStop() },
      report: { line?.show($0) },
      forEach: watch.environment.forEach,
      oneAtATime: watch.environment.oneAtATime
    )
  }
}
