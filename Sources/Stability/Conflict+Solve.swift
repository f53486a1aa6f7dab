public import ConflictModel

extension Conflict {
  /// Decides, for every feasible state and every actor, whether the actor is
  /// stable there under each of the requested concepts.
  ///
  /// Never fails. When a limit is reached or `control` says stop, the solution
  /// holds what was done until then: the states listed so far, and those
  /// concepts that were decided everywhere. The quicker concepts come first.
  ///
  /// - Complexity: For *f* feasible states, *n* actors and *m* moves, O(*m* log
  ///   *f* + *f* · *n*) time for every concept but `sim`, and O(*f* · *n*)
  ///   memory in option form; `sim` takes time in proportion to the joint
  ///   answers, which are as many as the product of the others' improvements.
  public func solve(_ request: SolveRequest = SolveRequest(), control: Control = Control()) -> Solution {
    let asked = Concept.allCases.filter { request.concepts.contains($0) }
    let defined = asked.filter { $0.isDefined(in: form) }
    let notDefined = asked.filter { !$0.isDefined(in: form) }

    let enumeration = feasibleStates(limits: request.limits, control: control)
    let states = enumeration.states
    if let limit = enumeration.limit {
      return Solution(
        conflict: self, states: states, limit: limit, notDefined: notDefined, defined: defined,
        hasAllStates: false)
    }
    var pace = Pace(control)
    guard let tables = Tables(self, states: states, pace: &pace) else {
      return Solution(
        conflict: self, states: states, limit: pace.limit, notDefined: notDefined, defined: defined)
    }
    var engine = Engine(
      tables: tables, stateCount: states.count, conceptCount: defined.count, pace: pace)
    var verdicts: [(concept: Concept, stable: [PositionSet])] = []
    for concept in defined {
      guard let stable = engine.stablePositions(concept) else { break }
      verdicts.append((concept, stable))
    }
    return Solution(
      conflict: self, states: states, limit: engine.pace.limit, notDefined: notDefined,
      defined: defined, tables: tables, verdicts: verdicts)
  }
}
