internal import ConflictModel
internal import Documents
import Notation
internal import Questions
internal import Stability

extension SolveReport {
  /// All states and the sections of `with`, after everything else.
  func addExtras(to builder: inout DocumentBuilder, _ meter: TableMeter) {
    guard solution.hasAllStates else { return }
    if options.allStates {
      let show = ShowReport(case: subject, solution: solution, what: .states, limit: options.limit)
      builder.heading("The feasible states")
      show.add(listing(of: solution.allStates, limit: show.rowLimit), to: &builder, meter)
    }
    if options.with.contains(.stability) { addStability(to: &builder) }
    let show = ShowReport(case: subject, solution: solution, what: .preferences)
    if options.with.contains(.preferences) { show.addPreferences(to: &builder, meter) }
    if options.with.contains(.moves) { show.addMoves(to: &builder, meter) }
  }

  private func addStability(to builder: inout DocumentBuilder) {
    for actor in conflict.actors.indices {
      builder.heading("Where \(names.actor(actor)) would stay")
      var list = Table(head: ["under", "states"])
      for concept in strongestFirst {
        let stable = solution.stable(concept, actor: actor)
        list.add([concept.word, names.list(stable, of: stable.count)])
      }
      builder.table(list)
    }
  }
}
