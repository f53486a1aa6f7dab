internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

extension SolveReport {
  /// How to read the table.
  func legend(_ table: EquilibriumTable) -> [Sentence] {
    var lines: [Sentence] = []
    if let filter = options.filterText {
      lines.append("Only states where \(Prose.quoted(condition: filter)) holds.")
    }
    if options.drawn != nil, table.leftOut > 0 {
      lines.append("Drawn at random, each as likely as the others.")
    }
    if let actor = options.sortActor {
      lines.append("In the order that \(names.actor(actor)) would like, the best first.")
    }
    if names.isGraph {
      let named = table.columns.compactMap { names.graphState($0.first) }.filter { $0.name != nil }
      lines += named.map { "\($0.id): \(($0.name ?? "").printable)" }
      return lines
    }
    if isShort { return lines + [shortLegend] }
    var text: Sentence = "Y: taken; N: not taken."
    if table.columns.contains(where: { $0.count > 1 }) {
      text +=
        " –: either; such a column stands for the state numbered and for as many more as the row below the numbers says."
    }
    let joints = names.groups.flatMap { $0.rows }.filter { $0.isJoint }
    for row in joints {
      let halves = row.options.map { names.actor(conflict.options[$0].actor) }
      text +=
        " \(names.name(of: row)): Y when \(Prose.list(halves)) all take their part, N when none does; else each one's part in this order."
    }
    lines.append(text)
    return lines
  }
}
