public import ConflictModel

/// What to decide about a conflict, and how far to go for it.
public struct SolveRequest: Sendable {
  /// The concepts to decide. One that the conflict's form does not define is
  /// passed over; see ``Solution/notDefined``.
  public var concepts: [Concept]
  /// How far the search for feasible states may go. The number of states binds
  /// the reference engine, and every engine under `sim`.
  public var limits: EnumerationLimits
  /// The most feasible states that any engine takes on.
  public var stateLimit: UInt64
  /// Above so many feasible states `sim`, which takes longest by far, is passed
  /// over; see ``Solution/passedOver``.
  public var simLimit: UInt64
  /// The engine to use where it can be; nil for the one that suits the conflict.
  public var engine: Engine?
  /// Whether ranks and tiers are going to be asked for, which a solution does not have that holds sets of very
  /// many states instead of tables; see ``Solution/isListed``. Then the symbolic engine is taken only by name.
  public var needsTables = false
  /// How many bytes of memory the tables may take.
  public var memory: UInt64
  /// Up to so many states are listed after the symbolic engine, with all that goes by single states.
  package var listedStates: UInt64 = 1 << 16
  /// More states are in no list, whatever the memory.
  package static let mostListable: UInt64 = 1 << 26

  /// A request for the given concepts; for all of them by default.
  public init(
    concepts: [Concept] = Concept.allCases, limits: EnumerationLimits = EnumerationLimits(),
    stateLimit: UInt64 = .max, simLimit: UInt64 = .max, engine: Engine? = nil, memory: UInt64 = .max
  ) {
    self.concepts = concepts
    self.limits = limits
    self.stateLimit = stateLimit
    self.simLimit = simLimit
    self.engine = engine
    self.memory = memory
  }
}
