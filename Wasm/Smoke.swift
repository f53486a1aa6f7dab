// Small published conflicts, built and solved inside a WebAssembly module.
// `smoke.mjs` calls what is exported here and knows the published answers.

import Certificates
import ConflictModel
import Stability

/// The equilibria of a case under a concept, one bit for each position in the
/// list of feasible states; all bits set when the engines differ.
@_expose(wasm, "equilibria")
@_cdecl("equilibria")
public func equilibria(caseIndex: Int32, conceptIndex: Int32) -> UInt64 {
  let (conflict, concept) = question(caseIndex, conceptIndex)
  var found: UInt64?
  for engine in Engine.allCases {
    let solution = conflict.solve(SolveRequest(concepts: [concept], engine: engine))
    var set: UInt64 = 0
    for position in solution.equilibria(concept) { set |= 1 << UInt64(position) }
    if let found, found != set { return .max }
    found = set
  }
  return found ?? .max
}

/// How many verdicts on a case the independent checker accepts, or -1 when it
/// refuses one or it is not the solver's.
@_expose(wasm, "certified")
@_cdecl("certified")
public func certified(caseIndex: Int32, conceptIndex: Int32) -> Int32 {
  let (conflict, concept) = question(caseIndex, conceptIndex)
  let solution = conflict.solve(SolveRequest(concepts: [concept]))
  var checker = CertificateChecker(conflict)
  var count: Int32 = 0
  for actor in conflict.actors.indices {
    for position in solution.states.indices {
      let certificate = solution.certificate(concept, actor: actor, position: position)
      let isStable = solution.isStable(concept, actor: actor, position: position)
      guard checker.check(certificate) == nil, certificate.isStable == isStable else { return -1 }
      count += 1
    }
  }
  return count
}

private func question(_ caseIndex: Int32, _ conceptIndex: Int32) -> (Conflict, Concept) {
  let conflict =
    switch caseIndex {
    case 0: prisonersDilemma
    case 1: elmiraGraph
    case 2: elmiraOptions
    default: highDilemma
    }
  return (conflict, Concept.allCases[Int(conceptIndex)])
}

/// Two suspects; bit 0 and bit 1 say who confesses.
private var prisonersDilemma: Conflict {
  Conflict(
    actors: [
      Conflict.Actor(id: "row", preference: .statements([.not(.taken(1)), .taken(0)])),
      Conflict.Actor(id: "column", preference: .statements([.not(.taken(0)), .taken(1)])),
    ],
    options: [Option(id: "row.confess", actor: 0), Option(id: "column.confess", actor: 1)])
}

/// The Elmira conflict, three actors and nine states in graph form (Kilgour and
/// Hipel 2005, doi:10.1007/s10726-005-9002-x). States count from 0 here.
private var elmiraGraph: Conflict {
  Conflict(
    actors: [
      Conflict.Actor(
        id: "ministry", preference: ranking([[6], [2], [3], [7], [4], [0], [1], [5], [8]]),
        moves: states([[1], [], [3], [], [5], [], [7], [], []])),
      Conflict.Actor(
        id: "company", preference: ranking([[0], [3], [7], [4], [8], [2], [6], [1], [5]]),
        moves: states([[2, 8], [3, 8], [8], [8], [6, 8], [7, 8], [8], [8], []])),
      Conflict.Actor(
        id: "local", preference: ranking([[6], [2], [4], [0], [7], [5], [3], [1], [8]]),
        moves: states([[4], [5], [6], [7], [0], [1], [2], [3], []])),
    ],
    stateCount: 9)
}

/// The same from its options: modify, delay, accept, abandon, insist.
private var elmiraOptions: Conflict {
  Conflict(
    actors: [
      Conflict.Actor(
        id: "ministry",
        preference: ranking([[20], [4], [5], [21], [18], [2], [3], [19], [8, 9, 24, 25]])),
      Conflict.Actor(
        id: "company",
        preference: ranking([[2], [5], [21], [18], [8, 9, 24, 25], [4], [20], [3], [19]])),
      Conflict.Actor(
        id: "local",
        preference: ranking([[20], [4], [18], [2], [21], [19], [5], [3], [8, 9, 24, 25]])),
    ],
    options: [
      Option(id: "modify", actor: 0, direction: .take),
      Option(id: "delay", actor: 1, direction: .drop),
      Option(id: "accept", actor: 1),
      Option(id: "abandon", actor: 1, direction: .take),
      Option(id: "insist", actor: 2),
    ],
    rules: [.count(.exactly, 1, [.taken(1), .taken(2), .taken(3)])])
}

/// The prisoners' dilemma in bits 40 and 41, above forty options that nobody may
/// take: `Int` has 32 bits here, and no code may pass through it.
private var highDilemma: Conflict {
  let idle = (0..<40).map { Option(id: "idle\($0)", actor: 0) }
  return Conflict(
    actors: [
      Conflict.Actor(id: "row", preference: .statements([.not(.taken(41)), .taken(40)])),
      Conflict.Actor(id: "column", preference: .statements([.not(.taken(40)), .taken(41)])),
    ],
    options: idle + [Option(id: "row.confess", actor: 0), Option(id: "column.confess", actor: 1)],
    rules: idle.indices.map { .not(.taken($0)) })
}

private func states(_ lists: [[UInt64]]) -> [[State]] {
  lists.map { $0.map { State($0) } }
}

private func ranking(_ tiers: [[UInt64]]) -> Preference {
  .ranking(states(tiers))
}
