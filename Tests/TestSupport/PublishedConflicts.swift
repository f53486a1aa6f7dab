public import ConflictModel

/// A conflict from the literature, or from the design of this program, with the
/// answers that are known for it. States by code.
public struct PublishedConflict: Sendable {
  /// What the conflict is called, and where its answers come from.
  public let name: String
  /// The conflict.
  public let conflict: Conflict
  /// The equilibria that are known.
  public let equilibria: [Concept: [UInt64]]
  /// The stable states that are known, by actor.
  public let stable: [Concept: [[UInt64]]]

  /// A conflict with its known answers.
  public init(
    _ name: String, _ conflict: Conflict, equilibria: [Concept: [UInt64]],
    stable: [Concept: [[UInt64]]] = [:]
  ) {
    self.name = name
    self.conflict = conflict
    self.equilibria = equilibria
    self.stable = stable
  }
}

extension PublishedConflict: CustomStringConvertible {
  /// The name, as tests show it.
  public var description: String { name }
}

extension PublishedConflict {
  /// All of them.
  public static let all: [PublishedConflict] =
    [
      prisonersDilemma, chicken, cuba, elmira(literature: true), elmira(literature: false), elmiraOptions,
      suspects, exchangeFile,
    ]
    + northKorea

  private static func ranking(_ codes: UInt64...) -> Preference {
    .ranking(codes.map { [State($0)] })
  }

  /// Two who may each defect; codes: CC 0, DC 1, CD 2, DD 3, row first.
  private static func twoByTwo(row: Preference, column: Preference) -> Conflict {
    Conflict(
      actors: [Conflict.Actor(id: "row", preference: row), Conflict.Actor(id: "column", preference: column)],
      options: [Option(id: "row.defect", actor: 0), Option(id: "column.defect", actor: 1)])
  }

  /// The prisoners' dilemma.
  public static let prisonersDilemma = PublishedConflict(
    "prisoners' dilemma", twoByTwo(row: ranking(1, 0, 3, 2), column: ranking(2, 0, 3, 1)),
    equilibria: [.nash: [3], .gmr: [0, 3], .smr: [0, 3], .seq: [0, 3], .sseq: [0, 3]])

  /// Chicken.
  public static let chicken = PublishedConflict(
    "chicken", twoByTwo(row: ranking(1, 0, 2, 3), column: ranking(2, 0, 1, 3)),
    equilibria: [.nash: [1, 2], .seq: [1, 2], .gmr: [0, 1, 2], .smr: [0, 1, 2]])

  /// The Cuban missile crisis (Fraser and Hipel 1984, *Conflict Analysis*).
  public static let cuba = PublishedConflict(
    "Cuban missile crisis",
    Conflict(
      actors: [
        Conflict.Actor(id: "us", preference: ranking(4, 6, 5, 7, 2, 1, 3, 0, 11, 9, 10, 8)),
        Conflict.Actor(id: "ussr", preference: ranking(0, 4, 6, 2, 5, 1, 7, 3, 11, 9, 10, 8)),
      ],
      options: [
        Option(id: "us.strike", actor: 0, direction: .take), Option(id: "us.blockade", actor: 0),
        Option(id: "ussr.withdraw", actor: 1), Option(id: "ussr.escalate", actor: 1),
      ],
      rules: [.not(.all([.taken(2), .taken(3)]))]),
    equilibria: [
      .nash: [5], .seq: [4, 5, 6], .sim: [5], .gmr: [0, 1, 2, 4, 5, 6, 7], .smr: [0, 1, 2, 4, 5, 6, 7],
    ],
    stable: [
      .nash: [[1, 2, 4, 5, 11], [0, 5, 6, 7]], .seq: [[1, 2, 4, 5, 6, 11], [0, 4, 5, 6, 7]],
    ])

  /// The Elmira groundwater dispute in graph form, s1 being code 0 (Hipel, Fang,
  /// Kilgour and Haight 1993; Fang, Hipel and Kilgour 1993): with the ranking of
  /// Uniroyal that the literature gives, or another that differs below s9.
  public static func elmira(literature: Bool) -> PublishedConflict {
    func states(_ numbers: [UInt64]) -> [State] { numbers.map { State($0 - 1) } }
    func actor(_ id: String, _ order: [UInt64], _ arcs: [UInt64: [UInt64]]) -> Conflict.Actor {
      Conflict.Actor(
        id: id, preference: .ranking(states(order).map { [$0] }),
        moves: (1...9).map { states(arcs[$0] ?? []) })
    }
    return PublishedConflict(
      "Elmira, \(literature ? "literature" : "other") ranking",
      Conflict(
        actors: [
          actor("moe", [7, 3, 4, 8, 5, 1, 2, 6, 9], [1: [2], 3: [4], 5: [6], 7: [8]]),
          actor(
            "uniroyal", literature ? [1, 4, 8, 5, 9, 3, 7, 2, 6] : [1, 4, 8, 5, 9, 2, 3, 7, 6],
            [1: [3, 9], 2: [4, 9], 3: [9], 4: [9], 5: [7, 9], 6: [8, 9], 7: [9], 8: [9]]),
          actor(
            "local", [7, 3, 5, 1, 8, 6, 4, 2, 9],
            [1: [5], 5: [1], 2: [6], 6: [2], 3: [7], 7: [3], 4: [8], 8: [4]]),
        ], stateCount: 9),
      equilibria: [.nash: [4, 7, 8], .seq: [4, 7, 8], .gmr: [0, 3, 4, 7, 8], .smr: [0, 3, 4, 7, 8]],
      stable: [
        .nash: [[0, 1, 2, 3, 4, 5, 6, 7, 8], [0, 3, 4, 7, 8], [4, 5, 6, 7, 8]],
        .seq: [[0, 1, 2, 3, 4, 5, 6, 7, 8], [0, 3, 4, 7, 8], [1, 2, 4, 5, 6, 7, 8]],
      ])
  }

  /// Elmira in option form, where abandoning leaves four states and not one.
  public static let elmiraOptions: PublishedConflict = {
    // s1 to s8 as codes; the four in which Uniroyal has abandoned are tied.
    let codes: [UInt64] = [2, 3, 4, 5, 18, 19, 20, 21]
    func ranking(_ order: [Int]) -> Preference {
      .ranking(order.map { $0 == 9 ? [State(8), State(9), State(24), State(25)] : [State(codes[$0 - 1])] })
    }
    return PublishedConflict(
      "Elmira in option form",
      Conflict(
        actors: [
          Conflict.Actor(id: "moe", preference: ranking([7, 3, 4, 8, 5, 1, 2, 6, 9])),
          Conflict.Actor(id: "uniroyal", preference: ranking([1, 4, 8, 5, 9, 3, 7, 2, 6])),
          Conflict.Actor(id: "local", preference: ranking([7, 3, 5, 1, 8, 6, 4, 2, 9])),
        ],
        options: [
          Option(id: "moe.modify", actor: 0, direction: .take),
          Option(id: "uniroyal.delay", actor: 1, direction: .drop),
          Option(id: "uniroyal.accept", actor: 1),
          Option(id: "uniroyal.abandon", actor: 1, direction: .take),
          Option(id: "local.insist", actor: 2),
        ],
        rules: [.count(.exactly, 1, [.taken(1), .taken(2), .taken(3)])]),
      equilibria: [
        .nash: [8, 9, 18, 21, 24, 25], .seq: [8, 9, 18, 21, 24, 25],
        .gmr: [2, 5, 8, 9, 18, 21, 24, 25], .smr: [2, 5, 8, 9, 18, 21, 24, 25],
      ])
  }()

  /// The two suspects of the program's design, answers included.
  public static let suspects = PublishedConflict(
    "two suspects",
    Conflict(
      actors: [
        Conflict.Actor(
          id: "row", preference: .statements([.not(.taken(2)), .implies(.taken(2), .taken(0))])),
        Conflict.Actor(id: "column", preference: .statements([.not(.taken(0)), .taken(2)])),
      ],
      options: [
        Option(id: "row.confess", actor: 0), Option(id: "row.flee", actor: 0, direction: .take),
        Option(id: "column.confess", actor: 1),
      ],
      events: [Event(id: "trial", holds: false)],
      rules: [.not(.all([.taken(0), .taken(1)])), .implies(.taken(1), .not(.event(0)))]),
    equilibria: [
      .nash: [5, 6], .gmr: [0, 5, 6], .smr: [0, 5, 6], .seq: [0, 5, 6], .sseq: [0, 5, 6], .sim: [5, 6],
    ],
    stable: [.nash: [[0, 1, 2, 5, 6], [4, 5, 6]]])

  /// The example of the `.gmcr` file format.
  public static let exchangeFile = PublishedConflict(
    "exchange file example",
    Conflict(
      actors: [
        Conflict.Actor(id: "north", preference: .statements([.taken(1), .any([.taken(0), .taken(1)])])),
        Conflict.Actor(
          id: "south", preference: .statements([.not(.taken(0)), .not(.taken(1)), .not(.taken(2))])),
      ],
      options: [
        Option(id: "north.press", actor: 0), Option(id: "south.yield", actor: 1),
        Option(id: "south.leave", actor: 1, direction: .take),
      ],
      rules: [.not(.all([.taken(1), .taken(2)]))]),
    equilibria: [
      .nash: [1, 5], .gmr: [1, 2, 5], .smr: [1, 2, 5], .seq: [1, 2, 5], .sseq: [1, 2, 5], .sim: [1, 5],
    ])
}

extension PublishedConflict {
  /// The United States and North Korea in 2017, in the readings and variants of
  /// Z. Jacobi, "GMCR for dummies" and its sensitivity analysis, 2017.
  public static let northKorea: [PublishedConflict] = {
    let base = (us: [8, 0, 9, 10, 12, 5, 4, 13, 14, 1, 2, 6], nk: [6, 14, 2, 10, 0, 4, 12, 5, 1, 13, 8, 9])
    let bloodthirsty = (
      us: [8, 9, 0, 10, 13, 12, 5, 4, 1, 2, 14, 6], nk: [6, 14, 4, 12, 5, 13, 2, 0, 10, 1, 9, 8]
    )
    let deterrence = (us: bloodthirsty.us, nk: [6, 14, 4, 12, 0, 10, 5, 13, 2, 1, 9, 8])
    let pacifist = (
      us: [8, 0, 10, 2, 9, 12, 4, 5, 14, 13, 6, 1], nk: [6, 14, 2, 10, 0, 8, 4, 12, 5, 1, 9, 13]
    )
    return [
      PublishedConflict(
        "US and North Korea, a and b", korea(base),
        equilibria: [
          .nash: [0, 5], .gmr: [0, 4, 5, 10, 12], .smr: [0, 4, 5, 10, 12], .seq: [0, 5, 10],
          .sseq: [0, 5, 10], .sim: [0, 4, 5, 10],
        ]),
      PublishedConflict(
        "US and North Korea, c", korea(base, troopsStay: true), equilibria: [.seq: [0, 5, 10]]),
      PublishedConflict(
        "US and North Korea, c with a one-way option", korea(base, invade: .take),
        equilibria: [.seq: [0, 5, 10, 12]]),
      PublishedConflict(
        "US and North Korea, d", korea(bloodthirsty, troopsStay: true),
        equilibria: [.seq: [5, 12], .smr: [5, 12]]),
      PublishedConflict(
        "US and North Korea, e", korea(deterrence, troopsStay: true),
        equilibria: [.seq: [0, 5, 10, 12], .smr: [0, 5, 10, 12]]),
      PublishedConflict(
        "US and North Korea, f and g", korea(pacifist, troopsStay: true),
        equilibria: [.seq: [0, 4, 5], .smr: [0, 2, 4, 5, 8, 10, 12]]),
      PublishedConflict(
        "US and North Korea, f with invasions undone", korea(pacifist), equilibria: [.seq: [0, 5]]),
    ]
  }()

  private static func korea(
    _ rankings: (us: [Int], nk: [Int]), troopsStay: Bool = false, invade: Option.Direction = .both
  ) -> Conflict {
    func tiers(_ codes: [Int]) -> Preference { .ranking(codes.map { [State(UInt64($0))] }) }
    func oneOf(_ codes: [UInt64]) -> Condition { .any(codes.map { .state(State($0)) }) }
    return Conflict(
      actors: [
        Conflict.Actor(id: "us", preference: tiers(rankings.us)),
        Conflict.Actor(
          id: "nk", preference: tiers(rankings.nk),
          cannot: troopsStay
            ? [ForbiddenMove(from: oneOf([4, 5, 6]), to: oneOf([0, 1, 2, 8, 9, 10]))] : []),
      ],
      options: [
        Option(id: "us.strike", actor: 0, direction: .take), Option(id: "us.withdraw", actor: 0),
        Option(id: "nk.invade", actor: 1, direction: invade), Option(id: "nk.abandon", actor: 1),
      ],
      rules: [.not(.all([.taken(0), .taken(1)]))])
  }
}
