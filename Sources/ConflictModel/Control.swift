/// How a long computation talks with whoever started it: when to stop, how far
/// it has come, and how to share work out.
///
/// The default never stops, reports nothing and runs everything in order on one
/// thread, which is all that a web page can do.
public struct Control: Sendable {
  /// Asked often, at least every few milliseconds; an answer ends the work.
  public var shouldStop: @Sendable () -> Limit?
  /// Told now and then how far the work has come.
  public var report: @Sendable (Progress) -> Void
  /// Calls the body once for each index below the count, in any order, perhaps
  /// several at a time, and returns when all are done.
  public private(set) var forEach: @Sendable (Int, @Sendable (Int) -> Void) -> Void
  /// Calls the body while no other such body runs: for what those who share out a
  /// loop change together. Such a body calls neither this nor ``forEach``.
  public private(set) var oneAtATime: @Sendable (() -> Void) -> Void

  /// A control that stops and reports as given, with everything in order on one thread.
  public init(
    shouldStop: @escaping @Sendable () -> Limit? = { nil },
    report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.init(
      shouldStop: shouldStop, report: report,
      forEach: { count, body in
        var index = 0
        while index < count {
          body(index)
          index += 1
        }
      },
      oneAtATime: { $0() })
  }

  /// A control made of the given closures. Whoever runs loops on several threads
  /// says how these wait for each other.
  public init(
    shouldStop: @escaping @Sendable () -> Limit? = { nil },
    report: @escaping @Sendable (Progress) -> Void = { _ in },
    forEach: @escaping @Sendable (Int, @Sendable (Int) -> Void) -> Void,
    oneAtATime: @escaping @Sendable (() -> Void) -> Void
  ) {
    self.shouldStop = shouldStop
    self.report = report
    self.forEach = forEach
    self.oneAtATime = oneAtATime
  }
}

extension Control {
  /// How far a computation has come.
  public struct Progress: Sendable, Hashable {
    /// What is being done.
    public enum Phase: String, Sendable, Hashable {
      /// Feasible states are being listed.
      case listingStates
      /// Moves and preferences are being worked out.
      case preparing
      /// Stability is being decided.
      case solving
      /// Verdicts are being certified.
      case certifying
      /// Sequences of moves are being followed.
      case searching
      /// Variants of the conflict are being solved.
      case varying
    }

    /// What is being done.
    public var phase: Phase
    /// How many units are done.
    public var done: UInt64
    /// How many there are, or 0 when that is not known.
    public var total: UInt64

    /// So many units done of so many.
    public init(phase: Phase, done: UInt64, total: UInt64 = 0) {
      self.phase = phase
      self.done = done
      self.total = total
    }
  }
}

/// Why a computation ended before it was done. A limit is an answer, not an error.
public enum Limit: Sendable, Hashable {
  /// As many feasible states as may be listed were found, and there are more.
  case states(UInt64)
  /// The search for feasible states took as many steps as it may.
  case searchNodes(UInt64)
  /// The time is up.
  case time(milliseconds: UInt64)
  /// The memory that may be used is used.
  case memory(bytes: UInt64)
  /// The work would take at least so much memory, more than is allowed, and was
  /// not begun.
  case memoryNeeded(bytes: UInt64, allowed: UInt64)
  /// Somebody asked it to stop.
  case interrupted
}

extension Limit {
  /// The limit with what the program held already added to its figures of memory.
  public func including(memoryHeld: UInt64) -> Limit {
    if case .memoryNeeded(let bytes, let allowed) = self {
      return .memoryNeeded(bytes: bytes + min(memoryHeld, .max - bytes), allowed: allowed + memoryHeld)
    }
    return self
  }
}
