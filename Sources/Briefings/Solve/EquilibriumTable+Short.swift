internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// The table of a case with very many states: a line for each column, so that it
// takes a few lines and not one for every option.
extension SolveReport {
  /// Whether the table is a list.
  var isShort: Bool {
    if !isLarge || names.isGraph { return false }
    let width = names.groups.reduce(44) { $0 + max(names.title(of: $1).text.displayWidth, $1.rows.count) + 2 }
    return width <= Self.widestList
  }

  /// Wider lists do not fit on a screen, and then options have a row each.
  private static let widestList = 100

  var shortLegend: Sentence {
    var text: Sentence =
      "Each line is the state numbered and as many more like it as it says. One letter for each option, in the order of the case: Y, taken; N, not taken; –, either."
    let rows = names.groups.flatMap { $0.rows }
    if rows.contains(where: { $0.isLevel }) { text += " A digit is a level, 0 the lowest." }
    if rows.contains(where: { $0.isJoint }) { text += " /: some take their part and some do not." }
    return text
  }

  /// The table as a list, as far as the meter lets it.
  func list(of table: EquilibriumTable, space: CubeSpace, _ meter: TableMeter) -> Table {
    var list = Table(head: ["state", "more"] + names.groups.map { names.title(of: $0) })
    if !subject.outcomes.isEmpty { list.head.append("outcomes") }
    list.head.append("lasts under")
    meter.begin(rows: table.columns.count)
    for column in table.columns {
      var row: [Sentence] = [
        names.brief(column.first), column.count > 1 ? "+\(Prose.grouped(column.count - 1))" : "",
      ]
      row += names.groups.map { group in Sentence(group.rows.map { letter($0, column, space) }.joined()) }
      if !subject.outcomes.isEmpty {
        let ids = column.outcomes.sorted().map { subject.outcomes[$0].id }
        row.append(ids.map { Sentence($0, to: .outcome($0)) }.joined(separator: ", "))
      }
      row.append(
        column.concepts == solution.concepts ? "all" : column.concepts.map { $0.word }.joined(separator: " "))
      if !meter.admits(row) { break }
      list.add(row)
    }
    return list
  }

  private func letter(_ row: Row, _ column: EquilibriumTable.Column, _ space: CubeSpace) -> String {
    guard let cube = column.cube else { return "" }
    let values = Set(
      row.options.map { option in
        space.values(of: cube, in: space.dimensions[space.dimensionOfOption[option]])
      })
    guard values.count == 1, let only = values.first else { return "/" }
    if only.count > 1 { return "–" }
    if row.isLevel { return only[0] < 10 ? String(only[0]) : "+" }
    return only == [1] ? "Y" : "N"
  }
}
