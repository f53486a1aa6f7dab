@testable import CaseFile
import ConflictModel
import Briefings
import Stability
import TestSupport

/// Small invented cases, one for each thing that a report has to cope with.
enum SampleCase {
  /// The example of the case language.
  static let suspects = CaseTexts.suspects.replacing("\n\n", with: "\n")

  /// Three actors, one without options, names in other scripts, an indifferent actor.
  static let threeActors = """
    entente: 1
    title: 川の水を分ける
    actors:
      upstream:
        name: 上流の町
        options: {dam: ダムを建てる}
        prefers: [dam, not downstream.sue]
      downstream:
        name: Downstream town
        options: {sue: Go to court, pay: Pay for water}
        prefers:
          - {that: not upstream.dam, hedge: likely, because: {basis: assumed, note: it lives on the river}}
          - sue if upstream.dam
          - not pay
          - not sue
      court: {name: The court, prefers: indifferent}
    status_quo: []
    outcomes:
      quiet: {name: The river flows, when: not upstream.dam}
      dry: {name: The river is dammed, when: upstream.dam}
    """

  /// Levels, a joint option that both partners want, and a status quo not fully known.
  static let levelsAndJoint = """
    entente: 1
    title: A line of control
    events:
      monsoon: {name: The rains have come, holds: yes}
    actors:
      north:
        name: North
        options:
          patrol: {name: Patrols, levels: {none: No patrols, day: By day, always: Day and night}}
        prefers: [accord, patrol <= day, not south.shell, patrol = none]
      south:
        name: South
        options: {shell: Shelling}
        prefers: [accord, not shell if monsoon, north.patrol <= day]
    joint:
      accord: {name: The accord, by: [north, south]}
    rules:
      - never: accord and south.shell
    status_quo:
      taken: [north.patrol = day]
      unsure: [south.shell]
    outcomes:
      peace: {name: The accord holds, when: accord}
    """

  /// Each state leads somebody away: one chases, one flees.
  static let chase = """
    entente: 1
    title: A chase
    actors:
      cat: {options: {barn: Hunt in the barn}, prefers: [barn iff mouse.barn]}
      mouse: {options: {barn: Hide in the barn}, prefers: [not (barn iff cat.barn)]}
    """

  /// States that are listed rather than made of options.
  static let graph = """
    entente: 1
    title: A strike
    states: {s1: Work, s2: Strike, s3: Agreement}
    actors:
      union: {name: The union, moves: {s1: [s2], s2: [s1]}, ranking: [s3, s1, s2]}
      firm: {name: The firm, moves: {s2: [s3]}, ranking: [s1, s3, s2]}
    status_quo: s1
    outcomes:
      settled: {name: An agreement stands, when: s3}
    """

  /// Weights, and three actors whose answers take two of them.
  static let weights = """
    entente: 1
    title: A border market
    actors:
      one: {options: {open: Open the market}, weights: {open: 2, two.tax: -1.5, three.guard: -1}}
      two: {options: {tax: Tax it}, weights: {one.open: -1, tax: 0.25}}
      three: {options: {guard: Guard the road}, weights: {guard: 0.5, two.tax: -2}}
    status_quo: []
    """

  static let all: [(name: String, text: String)] = [
    ("suspects", suspects), ("three-actors", threeActors), ("levels-and-joint", levelsAndJoint),
    ("chase", chase), ("graph", graph), ("weights", weights),
  ]

  static func report(
    _ text: String, given: [String: Bool] = [:], options: SolveReport.Options = SolveReport.Options(),
    request: SolveRequest = SolveRequest()
  ) throws -> SolveReport {
    let subject = try Case(CaseDocument(parsing: text, file: "sample.yaml"), given: given)
    var options = options
    options.seconds = options.seconds ?? 0
    return SolveReport(case: subject, solution: subject.conflict.solve(request), options: options)
  }

  /// A conflict as a case about which nothing else is written.
  static func wrap(_ conflict: Conflict) -> Case {
    var document = CaseDocument()
    document.actors = conflict.actors.map { ActorText(id: $0.id) }
    return Case(
      document: document, conflict: conflict, terms: [], outcomes: [], jointOptions: [], statusQuo: nil,
      given: [:], profiles: [:], listedStates: nil)
  }
}
