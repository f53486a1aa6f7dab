package import CaseFile
import ConflictModel
import Notation

/// Tables as comma-separated values (RFC 4180): for spreadsheets and scripts.
///
/// Lines end in CR LF; fields that hold commas, quotes or line breaks stand in
/// quotes. The first line names the columns.
package enum CSVTables {
  /// A line for each feasible state: number, code and pattern (in graph form:
  /// number, id and name), whether it is the status quo, its outcomes, each
  /// option, each level, each actor's rank of it (1 is best), and for each
  /// concept where it is stable for whom, and whether it is an equilibrium.
  ///
  /// - Throws: `CaseError` when a limit is reached.
  package static func states(_ table: StateTable) throws(CaseError) -> String {
    var columns = identification(of: table)
    columns += contents(of: table)
    for (index, actor) in table.subject.conflict.actors.enumerated() {
      columns.append(("rank:\(actor.id)", { String(table.ranks[index][$0]) }))
    }
    columns += stability(of: table)
    var lines = [row(columns.map { $0.title })]
    for position in table.states.indices {
      try table.goOn(at: position)
      lines.append(row(columns.map { $0.value(position) }))
    }
    return lines.joined()
  }

  /// A line for each move: who, from which state, to which, and whether it is
  /// an improvement for the mover.
  ///
  /// - Throws: `CaseError` when there are more than a million moves.
  package static func moves(_ table: StateTable) throws(CaseError) -> String {
    let actors = table.subject.conflict.actors
    var lines = [row(["actor", "from", "to", "improvement"])]
    for (index, move) in try table.moves().enumerated() {
      try table.goOn(at: index)
      lines.append(
        row([actors[move.actor].id, String(move.from + 1), String(move.to + 1), word(move.isImprovement)]))
    }
    return lines.joined()
  }

  private typealias Column = (title: String, value: (Int) -> String)

  private static func identification(of table: StateTable) -> [Column] {
    var columns: [Column] = [("number", { String($0 + 1) })]
    if table.isGraphForm {
      let states = table.subject.document.states
      columns.append(("id", { states[$0].id }))
      columns.append(("name", { states[$0].name ?? states[$0].id }))
    } else {
      columns.append(("code", { String(table.states[$0].code) }))
      columns.append(("pattern", { table.mark(of: $0) }))
    }
    columns.append(("status_quo", { word($0 == table.statusQuo) }))
    columns.append(
      (
        "outcomes",
        { position in
          let outcomes = table.subject.outcomes(of: table.states[position])
          return outcomes.map { table.subject.outcomes[$0].id }.joined(separator: " ")
        }
      ))
    return columns
  }

  private static func contents(of table: StateTable) -> [Column] {
    let conflict = table.subject.conflict
    var columns: [Column] = []
    for (index, option) in conflict.options.enumerated() {
      columns.append((option.id, { table.states[$0].takes(index) ? "Y" : "N" }))
    }
    for level in conflict.levelOptions {
      columns.append((level.id, { level.levels[level.level(in: table.states[$0])] }))
    }
    return columns
  }

  private static func stability(of table: StateTable) -> [Column] {
    var columns: [Column] = []
    for verdict in table.verdicts {
      for (actor, positions) in zip(table.subject.conflict.actors, verdict.stable) {
        let stable = Set(positions)
        columns.append(("\(verdict.concept.rawValue):\(actor.id)", { word(stable.contains($0)) }))
      }
      let equilibria = Set(verdict.equilibria)
      columns.append((verdict.concept.rawValue, { word(equilibria.contains($0)) }))
    }
    return columns
  }

  private static func word(_ value: Bool) -> String { value ? "yes" : "no" }

  private static func row(_ fields: [String]) -> String {
    fields.map { $0.csvField }.joined(separator: ",") + "\r\n"
  }
}
