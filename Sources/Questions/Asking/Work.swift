public import ConflictModel
package import Stability

/// What a question may use, and how it talks with whoever asked: limits, memory, the time, and
/// whether to go on. The shell's clock, signals and threads come in through it.
public struct Work: Sendable {
  /// How far the search for feasible states may go.
  public var limits: EnumerationLimits
  /// Stops the work, hears how far it has come, and shares it out.
  public var control: Control
  /// The control of what is told of what was found out: it may go on a little longer,
  /// so that an answer does not go unsaid.
  public var telling: Control
  /// Why to make no further rows of a table, where making them is such a share of the time that
  /// the table takes: rows are made while there is time left to set them.
  package var reasonToEndTables: @Sendable (_ share: Double) -> Limit?
  /// The most states that any engine takes on; nil where nobody said how many.
  public var stateLimit: UInt64?
  /// How much memory may be used, in bytes.
  public var allowedBytes: UInt64
  /// How much of that is held already.
  public var heldBytes: UInt64
  /// How much memory is held by now, in bytes; 0 where nobody measures it.
  package var residentBytes: @Sendable () -> UInt64 = { 0 }
  /// Seconds since the work began; nil where nobody measures them, and then no time is told.
  public var seconds: @Sendable () -> Double?

  /// Work without limits but those of ``limits``.
  public init(
    limits: EnumerationLimits = EnumerationLimits(), control: Control = Control(), telling: Control? = nil,
    stateLimit: UInt64? = nil, allowedBytes: UInt64 = .max, heldBytes: UInt64 = 0,
    seconds: @escaping @Sendable () -> Double? = { nil }
  ) {
    self.limits = limits
    self.control = control
    self.telling = telling ?? control
    reasonToEndTables = { [telling = self.telling] _ in telling.shouldStop() }
    self.stateLimit = stateLimit
    self.allowedBytes = allowedBytes
    self.heldBytes = min(heldBytes, allowedBytes)
    self.seconds = seconds
    if allowedBytes < .max { self.limits.moveBytes = freeBytes }
  }

  /// How much memory may be used besides what is held, in bytes.
  public var freeBytes: UInt64 { allowedBytes - heldBytes }

  /// A limit with figures of memory for the whole program.
  public func limit(_ limit: Limit) -> Limit { limit.including(memoryHeld: heldBytes) }

  /// A limit, if there is one, with figures of memory for the whole program.
  public func limit(_ limit: Limit?) -> Limit? { limit?.including(memoryHeld: heldBytes) }

  /// How much of a question's work a solution is, so that what is told of the work never
  /// goes backwards.
  package enum Share: Sendable {
    /// All of it.
    case all
    /// One of so many that are alike, from 0.
    case part(Int, of: Int)
    /// Part of something that tells itself how far it has come.
    case untold
  }

  /// Decides the concepts for every state and actor; with no concepts, only works
  /// out moves and preferences. Where there are too many states for `sim`, it is
  /// passed over unless it is `named`. No engine takes on more than `most` states. The states
  /// are listed unless whoever asks can do with sets of them.
  package func solve(
    _ conflict: Conflict, _ concepts: [Concept], by engine: Engine? = nil, naming named: [Concept] = [],
    atMost most: UInt64 = .max, inSets: Bool = false, as share: Share = .all
  ) -> Solution {
    let control =
      switch share {
      case .all: self.control
      case .part(let index, let count): self.control.part(index, of: count)
      case .untold: self.control.silent
      }
    var request = request(concepts)
    request.stateLimit = min(request.stateLimit, most)
    request.simLimit = named.contains(.sim) ? .max : Self.simLimit
    request.engine = engine
    request.needsTables = !inSets
    return conflict.solve(request, control: control)
  }

  /// Above so many states `sim`, which takes longest by far, is decided only when asked for by name.
  public static let simLimit: UInt64 = 65_536

  /// Above so many states, what is asked of a case with options is found in sets of them where that can be, unless
  /// whoever asks allows a list of more.
  public static let listedLimit: UInt64 = 65_536

  /// Of more states no table is made, whatever the memory.
  static let mostListable = Int(SolveRequest.mostListable)

  /// What to decide within these limits, where so many solutions are held at a time.
  package func request(_ concepts: [Concept], heldAtOnce count: UInt64 = 1) -> SolveRequest {
    var request = SolveRequest(
      concepts: concepts, limits: limits, stateLimit: stateLimit ?? .max, memory: freeBytes / max(count, 1))
    request.needsTables = true
    return request
  }
}
