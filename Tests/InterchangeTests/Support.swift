import CaseFile
import ConflictModel
import Interchange
import Notation
import Stability
import TestSupport
import Testing

/// The example of the format, with the answers that belong to it.
enum WaterConflict {
  static let text = """
    {"options": [{"name": "Press", "permittedDirection": "both"},
                 {"name": "Yield", "permittedDirection": "both"},
                 {"name": "Leave", "permittedDirection": "fwd"}],
     "decisionMakers": [
       {"name": "North", "options": [0],
        "preferences": [[[1, "Y"]], {"compound": true, "members": [[[0, "Y"]], [[1, "Y"]]]}]},
       {"name": "South", "options": [1, 2], "preferences": [[[0, "N"]], [[1, "N"]], [[2, "N"]]]}],
     "infeasibles": [[[1, "Y"], [2, "Y"]]],
     "useManualPreferenceRanking": false}
    """

  static let codes: [UInt64] = [0, 1, 2, 3, 4, 5]
  static let rankings = [[[3, 4], [2, 6], [1, 5]], [[1], [5], [3], [2], [6], [4]]]
  static let equilibria: [Concept: [Int]] = [
    .nash: [2, 6], .gmr: [2, 3, 6], .smr: [2, 3, 6], .seq: [2, 3, 6], .sseq: [2, 3, 6], .sim: [2, 6],
  ]
}

/// What two conflicts must share to have the same answers: everything by state
/// number, so that names play no part.
struct Answers: Equatable {
  var states: [UInt64]
  var moves: [[[Int]]]
  var tiers: [[[Int]]]
  var equilibria: [Concept: [Int]]
  var stable: [Concept: [[Int]]]

  init(_ conflict: Conflict) {
    let solution = conflict.solve()
    let actors = conflict.actors.indices
    states = solution.states.map(\.code)
    moves = actors.map { actor in
      solution.states.indices.map { solution.moves(of: actor, from: $0).map { $0 + 1 } }
    }
    tiers = actors.map { solution.tiers(of: $0).map { $0.map { $0 + 1 } } }
    equilibria = [:]
    stable = [:]
    for concept in solution.concepts {
      equilibria[concept] = solution.equilibria(concept).map { $0 + 1 }
      stable[concept] = actors.map { solution.stable(concept, actor: $0).map { $0 + 1 } }
    }
  }
}

/// The case that a `.gmcr` text means.
func gmcrCase(_ text: String) throws -> Case {
  try Case(GMCRFile.read(text: text, file: "test.gmcr").document)
}

/// The problems of a text that must not be read.
func problems(_ text: String) -> [Diagnostic] {
  do {
    let file = try GMCRFile.read(text: text, file: "test.gmcr")
    return file.warnings
  } catch {
    return error.diagnostics
  }
}

/// The codes of the error that a piece of work throws; empty when it does not.
func codes(_ work: () throws -> Exported) -> [Diagnostic.Code] {
  do {
    _ = try work()
    return []
  } catch CaseError.wrong(let error) {
    return error.diagnostics.map(\.code)
  } catch {
    return [Diagnostic.Code(rawValue: "\(error)")]
  }
}
