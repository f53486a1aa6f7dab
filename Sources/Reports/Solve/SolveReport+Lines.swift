internal import CaseFile
internal import ConflictModel
internal import Stability

extension SolveReport {
  /// The positions that a list in a file holds: all feasible states if so asked,
  /// else the equilibria; filtered, sorted and cut.
  private var inLists: [Int] {
    let candidates = options.allStates && solution.hasAllStates ? Array(solution.states.indices) : equilibria
    return Array(listed(candidates).prefix(options.limit ?? .max))
  }

  /// One JSON object to a line for each equilibrium, or each state with `allStates`.
  ///
  /// The objects are those of `equilibria` in ``json()``.
  public func jsonLines() -> String {
    inLists.map { json(position: $0).text(pretty: false) + "\n" }.joined()
  }

  /// A table with commas for spreadsheets: one row for each equilibrium, or each
  /// state with `allStates`; one column for each option, outcome and concept.
  ///
  /// Yes is 1 and no is 0; a level option has its level. Lines end in CR LF, and
  /// cells are quoted where they must be (RFC 4180).
  public func csv() -> String {
    let rows = names.groups.flatMap { $0.rows }
    var header = names.isGraph ? ["number", "id", "name"] : ["number", "code", "pattern"]
    header += rows.flatMap { row in
      if case .joint = row.kind { return row.options.map { conflict.options[$0].id } }
      return [row.id]
    }
    header += subject.outcomes.map(\.id) + solution.concepts.map(\.rawValue)
    var text = Self.csvLine(header)
    for position in inLists {
      let state = solution.states[position]
      var cells = [String(position + 1)]
      if names.isGraph {
        let graph = names.graphState(state)
        cells += [graph?.id ?? "", graph?.name ?? ""]
      } else {
        cells += [String(state.code), subject.pattern(of: state)]
      }
      for row in rows {
        if case .level(let index) = row.kind {
          let level = conflict.levelOptions[index]
          cells.append(level.levels[level.level(in: state)])
        } else {
          cells += row.options.map { state.takes($0) ? "1" : "0" }
        }
      }
      let outcomes = Set(subject.outcomes(of: state))
      cells += subject.outcomes.indices.map { outcomes.contains($0) ? "1" : "0" }
      let concepts = concepts(at: position)
      cells += solution.concepts.map { concepts.contains($0) ? "1" : "0" }
      text += Self.csvLine(cells)
    }
    return text
  }

  private static func csvLine(_ cells: [String]) -> String {
    let quoted = cells.map { cell in
      cell.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
          + "\""
        : cell
    }
    return quoted.joined(separator: ",") + "\r\n"
  }
}
