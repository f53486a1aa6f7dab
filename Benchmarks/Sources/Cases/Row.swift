public import Entente

/// One line of the table: a case, what is decided of it, and what is expected.
public struct Row: Sendable {
  /// What it is called on the command line.
  public let name: String
  /// What it is called in the table.
  public let title: String
  /// The options of the case.
  public let space: Space
  /// What is decided.
  public let concepts: [Concept]
  /// What it may take.
  public let target: Target
  /// How the answer is checked, besides what holds of every answer.
  public let checks: [Check]
  /// Whether the reference engine is timed, too.
  public let timesReference: Bool
  /// Whether it takes a few seconds at most.
  public let isQuick: Bool
  /// What the actors want.
  public var wishes = Wishes.statements(8)

  /// Where answers to compare with come from.
  public enum Check: Sendable {
    /// The same case, decided by another engine.
    case engine(Engine)
    /// The closed forms of ``ClosedForm``.
    case closedForm
    /// The same groups in binary, decided by the dense engine and, as far as they
    /// go, the closed forms.
    case binary(Space)
    /// Certificates of `seq` and `sseq` for an actor and a state chosen at random,
    /// so many times. The engines share a part there, which this finds out.
    case certificates(Int)
  }

  /// The case itself.
  public func randomCase(seed: UInt64) -> RandomCase { RandomCase(space, seed: seed, wishes: wishes) }
}

/// What a row may take.
public struct Target: Sendable {
  /// The longest time in seconds.
  public var seconds: Double
  /// The most memory in bytes, if it is bounded.
  public var bytes: UInt64?

  static func gibibytes(_ number: UInt64) -> UInt64 { number << 30 }
}

/// How much longer one row may take than another.
public struct Comparison: Sendable {
  /// What it is called on the command line, with others of its kind.
  public let name: String
  /// What it is called in the table.
  public let title: String
  /// The row compared with.
  public let from: String
  /// The row that may take longer.
  public let to: String
  /// The most that the times may differ by.
  public let limit: Double

  /// The comparisons in the order of the table.
  public static let all = [
    Comparison(
      name: "wide", title: "24 statements beside 8, 2^20 states, five concepts", from: "20", to: "20-24",
      limit: 1.5),
    Comparison(
      name: "wide", title: "the same under rules", from: "20-rules", to: "20-rules-24", limit: 1.5),
    Comparison(
      name: "growth", title: "growth from 2^20 to 2^24, five concepts", from: "20", to: "24-five", limit: 20),
  ]
}

extension Row {
  private static let three: [Concept] = [.nash, .gmr, .smr]
  private static let five: [Concept] = [.nash, .gmr, .smr, .seq, .sseq]

  private static func free(
    _ optionCount: Int, actors: Int = 4, _ concepts: [Concept], _ target: Target, checks: [Check],
    timesReference: Bool = false, isQuick: Bool = false
  ) -> Row {
    let decided = concepts.count == 3 ? "nash, gmr, smr" : "five concepts"
    return Row(
      name: "\(optionCount)" + (concepts.count == 3 || optionCount < 24 ? "" : "-five"),
      title: "\(optionCount) options, \(actors) actors, \(decided)",
      space: .cube(optionCount: optionCount, actorCount: actors), concepts: concepts, target: target,
      checks: [.closedForm] + checks, timesReference: timesReference, isQuick: isQuick)
  }

  /// Twenty options of four actors who want more, or something else, than eight
  /// statements say.
  private static func wide(_ name: String, _ what: String, _ space: Space, _ wishes: Wishes) -> Row {
    Row(
      name: "20-" + name, title: "20 options, 4 actors, \(what), five concepts", space: space,
      concepts: five, target: Target(seconds: 0.6), checks: [.engine(.sparse), .certificates(20)],
      timesReference: false, isQuick: true, wishes: wishes)
  }

  private static let wideRows: [Row] = {
    let (free, ruled) = (
      Space.cube(optionCount: 20, actorCount: 4), Space.exclusions(optionCount: 20, actorCount: 4)
    )
    return [
      wide("12", "12 statements", free, .statements(12)), wide("24", "24 statements", free, .statements(24)),
      wide("70", "70 statements", free, .statements(70)),
      wide("rules", "8 statements under rules", ruled, .statements(8)),
      wide("rules-24", "24 statements under rules", ruled, .statements(24)),
      wide("weights", "weights to a million", free, .weights(1_000_000)),
      wide("wide-weights", "weights to a million millions", free, .weights(1_000_000_000_000)),
    ]
  }()

  /// The rows in the order of the table.
  public static let all: [Row] =
    [
      free(
        12, actors: 3, five, Target(seconds: 0.003), checks: [.engine(.reference), .engine(.sparse)],
        timesReference: true, isQuick: true),
      free(
        20, five, Target(seconds: 0.4, bytes: 150_000_000),
        checks: [.engine(.sparse), .certificates(20)], isQuick: true),
    ] + wideRows + [
      free(24, three, Target(seconds: 0.7, bytes: Target.gibibytes(1)), checks: [], isQuick: true),
      free(24, five, Target(seconds: 6, bytes: Target.gibibytes(1)), checks: [.certificates(10)]),
      free(28, three, Target(seconds: 20, bytes: Target.gibibytes(8)), checks: []),
      free(28, five, Target(seconds: 300, bytes: Target.gibibytes(8)), checks: [.certificates(2)]),
      free(30, three, Target(seconds: 180, bytes: Target.gibibytes(20)), checks: []),
      Row(
        name: "groups", title: "40 options in groups of which one is taken, 5 actors, five concepts",
        space: .groupsOfFour(10, actorCount: 5), concepts: five,
        target: Target(seconds: 10, bytes: Target.gibibytes(1)),
        checks: [.binary(.groupsInBinary(10, actorCount: 5)), .certificates(20)],
        timesReference: false, isQuick: true),
    ]
}
