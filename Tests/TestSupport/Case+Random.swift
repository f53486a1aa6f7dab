package import CaseFile
import ConflictModel

extension Case {
  /// A random conflict as a case, with outcomes for some of its options or states.
  package static func random(seed: UInt64) -> Case {
    let conflict = RandomConflict.any(seed: seed)
    var document = CaseDocument()
    document.actors = conflict.actors.map { ActorText(id: $0.id) }
    var outcomes = [Case.Outcome(id: "all", name: "Anything", condition: .constant(true))]
    var statusQuo: Case.StatusQuo?
    switch conflict.form {
    case .graph(let stateCount):
      document.states = (0..<stateCount).map { StateText(id: "s\($0 + 1)") }
      outcomes.append(Case.Outcome(id: "first", name: "First", condition: .state(State(0))))
    case .options:
      if conflict.options.count > 1 {
        outcomes.append(
          Case.Outcome(id: "two", name: "Two", condition: .all([.taken(0), .not(.taken(1))])))
      }
    }
    if let first = conflict.feasibleStates().states.last {
      statusQuo = Case.StatusQuo(state: first, completions: [first])
    }
    return Case(
      document: document, conflict: conflict, terms: [], outcomes: outcomes, jointOptions: [],
      statusQuo: statusQuo, given: [:], profiles: [:], listedStates: nil)
  }
}
