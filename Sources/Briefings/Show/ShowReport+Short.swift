internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What a case comes to, in tables that fit on a screen.
extension ShowReport {
  /// How many states there are of each outcome.
  func addOutcomeCounts(to builder: inout DocumentBuilder) {
    if subject.outcomes.isEmpty { return }
    builder.heading("Situations by outcome")
    var table = Table(.list(wide: 0), head: ["", "situations"])
    var named = solution.allStates.subtracting(solution.allStates)
    for outcome in subject.outcomes {
      let members = solution.states(where: outcome.condition).intersection(chosen)
      named = named.union(members)
      table.add([
        Sentence(outcome.name.printable, to: .outcome(outcome.id)), "\(Prose.grouped(members.count))",
      ])
    }
    let unnamed = chosen.count - named.count
    if unnamed > 0 { table.add(["without a name", "\(Prose.grouped(unnamed))"]) }
    builder.table(table)
  }

  /// The actors with what each can do and what it wants most.
  func addActors(to builder: inout DocumentBuilder) {
    builder.heading("Who takes part")
    for actor in conflict.actors.indices {
      let rows = names.groups.flatMap { $0.rows }.filter { row in
        row.options.contains { conflict.options[$0].actor == actor }
      }
      let list = Prose.list(rows.map { names.name(of: $0) }, atMost: 6)
      let options: Sentence = names.isGraph ? "" : rows.isEmpty ? "no options; " : "can do \(list); "
      builder.item("\(names.actor(actor)): \(options)\(mostWanted(by: actor)).")
    }
  }

  private func mostWanted(by actor: Int) -> Sentence {
    switch conflict.actors[actor].preference {
    case .statements:
      let statements = subject.statements(of: actor)
      guard let first = statements.first else { return "wants nothing in particular" }
      let wish = names.words(first.that, of: actor).pointing(to: names.reference(toStatement: 0, of: actor))
      return "wants first \(wish) (\(first.citation))"
    case .ranking: return "ranks the situations (\(names.citation(ofRankingOf: actor)))"
    case .weights: return "weighs what is taken"
    case .indifferent: return "is indifferent to all of it"
    }
  }
}
