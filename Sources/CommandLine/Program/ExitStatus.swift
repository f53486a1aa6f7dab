import ConflictModel

/// How a command ended, as the calling program sees it.
///
/// These numbers are a public contract; scripts branch on them.
public enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
  /// Everything asked for was done.
  case done = 0
  /// A check failed: an expected answer, a certificate or a place in a source.
  case checkFailed = 1
  /// The input is wrong: a file, or a name in an argument that the case does not have.
  case wrongInput = 2
  /// A limit was reached before everything was decided.
  case undetermined = 3
  /// The command line itself cannot be read.
  case usage = 64
  /// Somebody pressed Ctrl-C.
  case interrupted = 130
}

extension ExitStatus {
  /// How a command ends that a limit stopped, or did not.
  init(_ limit: Limit?) {
    switch limit {
    case nil: self = .done
    case .interrupted: self = .interrupted
    default: self = .undetermined
    }
  }

  /// The more telling one of two: an interruption over wrong input over a failed
  /// check over a limit.
  func combined(with other: ExitStatus) -> ExitStatus {
    let order: [ExitStatus] = [.interrupted, .usage, .wrongInput, .checkFailed, .undetermined, .done]
    return order.first { $0 == self || $0 == other } ?? .done
  }
}
