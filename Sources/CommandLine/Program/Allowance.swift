internal import ArgumentParser
import ConflictModel

/// A command that may be ended by a limit.
protocol Limited: SendableMetatype {
  /// What becomes of an answer that a limit ends, as a sentence goes on with `and`.
  static var atLimit: String { get }
}

/// How much a command may use before it stops.
struct AllowanceArguments<Asked: Limited>: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "Stop after this long: 500ms, 30s, 5m, 1h.",
      discussion: "\(Asked.atLimit), and the exit code is 3. Without it there is no limit.",
      valueName: "duration"))
  var time: TimeAllowance?

  @Option(
    help: ArgumentHelp(
      "Stop at this much memory: 512M, 4G. (default: half of what there is)", valueName: "size"))
  var memory: MemoryAllowance?

  @Option(
    help: ArgumentHelp(
      "Take on at most this many states. (default: 1048576 in the reference engine)", valueName: "count"))
  var maxStates: UInt64?

  @Option(
    help: ArgumentHelp(
      "Take at most this many steps in search of feasible states. (default: 10000000)", valueName: "count"))
  var maxSteps: UInt64?

  @Flag(name: .shortAndLong, help: "No progress on standard error.")
  var quiet = false

  /// The limits on listing states.
  var limits: EnumerationLimits {
    var limits = EnumerationLimits()
    if let maxStates { limits.states = maxStates }
    if let maxSteps { limits.searchNodes = maxSteps }
    return limits
  }

  /// How much memory the command may use, in bytes: what is asked for, as far as
  /// the system gives it; else half of what the machine has, as far as it is free,
  /// and three quarters of what limits leave at most.
  func bytes(in environment: Environment) -> UInt64 {
    let most = environment.memoryLimit()
    if let memory { return min(memory.bytes, most) }
    return min(environment.physicalMemory() / 2, environment.freeMemory(), most / 4 * 3)
  }

  /// What is to be said when the system gives less memory than was asked for.
  func shortage(in environment: Environment) -> String? {
    guard let memory, memory.bytes > environment.memoryLimit() else { return nil }
    return "entente: limits of the system (as ulimit -v) leave less memory than --memory asks for\n"
  }

  func validate() throws {
    if maxStates == 0 { throw ValidationError("--max-states must be at least 1.") }
    if maxSteps == 0 { throw ValidationError("--max-steps must be at least 1.") }
  }
}

/// A length of time, as `90`, `1.5s`, `500ms`, `5m` or `1h`.
struct TimeAllowance: ExpressibleByArgument, Sendable, Hashable {
  /// The time in milliseconds, at least 1.
  var milliseconds: UInt64

  init?(argument: String) {
    let units: [(String, Double)] = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("", 1_000)]
    guard let amount = Quantity.read(argument, units: units), amount >= 1, amount < 1e15 else { return nil }
    milliseconds = UInt64(amount)
  }
}

/// An amount of memory, as `512M`, `2.5G` or `1GiB`; units are powers of 1024.
struct MemoryAllowance: ExpressibleByArgument, Sendable, Hashable {
  /// The amount in bytes.
  var bytes: UInt64

  init?(argument: String) {
    var units: [(String, Double)] = []
    for (letter, factor) in [
      ("k", 1_024.0), ("m", 1_048_576), ("g", 1_073_741_824), ("t", 1_099_511_627_776),
    ] {
      units += [(letter + "ib", factor), (letter + "b", factor), (letter, factor)]
    }
    guard let amount = Quantity.read(argument, units: units), amount >= 1, amount < 1e18 else { return nil }
    bytes = UInt64(amount)
  }
}

enum Quantity {
  /// A number followed by one of the units, times what the unit stands for. Units
  /// are tried in order.
  static func read(_ text: String, units: [(suffix: String, factor: Double)]) -> Double? {
    let text = text.lowercased().filter { $0 != " " }
    for unit in units where text.hasSuffix(unit.suffix) {
      let digits = text.dropLast(unit.suffix.count)
      guard let first = digits.unicodeScalars.first, ("0"..."9").contains(first) else { continue }
      guard digits.allSatisfy({ "0123456789.".contains($0) }), let number = Double(digits) else { continue }
      return number * unit.factor
    }
    return nil
  }
}
