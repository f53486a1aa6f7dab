package import CaseFile
import ConflictModel
import Notation

/// The graph of a conflict for Graphviz: states as nodes, moves as edges in the
/// mover's colour.
///
/// Improvements are bold and other moves thin; a state that is an equilibrium
/// under some concept of the table is filled and names the concepts; the status
/// quo has a double frame. A state is called by its outcomes and by how it differs
/// from the status quo; its number is its tooltip.
///
/// Of a case with more than ``wholeStates`` states the graph has those that last under `nash` or
/// `seq`, those that improvements lead to from the status quo, and the improvements among them. What
/// would still be too much for anybody to follow is refused.
package enum DOTGraph {
  /// So few states are drawn all, with every move.
  package static let wholeStates = 32
  /// So many states and arrows can be followed on a page.
  package static let most = (states: 120, moves: 400)

  /// The positions of the states that are drawn, and whether these are all.
  private static func drawn(_ table: StateTable, _ moves: [TableMove]) -> (positions: Set<Int>, isAll: Bool) {
    if table.states.count <= wholeStates { return (Set(table.states.indices), true) }
    var drawn: Set<Int> = []
    for verdict in table.verdicts where verdict.concept == .nash || verdict.concept == .seq {
      drawn.formUnion(verdict.equilibria)
    }
    var targets: [Int: [Int]] = [:]
    for move in moves where move.isImprovement { targets[move.from, default: []].append(move.to) }
    var reached = Set(table.presents)
    var open = table.presents
    while let position = open.popLast() {
      for target in targets[position] ?? [] where reached.insert(target).inserted { open.append(target) }
    }
    return (drawn.union(reached), false)
  }

  private static func refusal(states: Int, moves: Int) -> CaseError {
    .wrong(
      SyntaxError(
        Diagnostic(
          .exportTooLarge,
          "the graph of what lasts and can be reached has \(states) states and \(moves) improvements, and nobody could follow more than \(most.states) and \(most.moves)",
          at: .none,
          hint:
            "'entente paths CASE --to OUTCOME --format dot' draws the ways to something; --to graphml has the whole graph for programs that lay it out"
        )))
  }

  /// Writes the graph.
  ///
  /// - Parameters:
  ///   - table: The states, with or without verdicts.
  ///   - improvementsOnly: Whether to leave out moves that are no improvement.
  ///
  /// - Throws: `CaseError` when there are more moves, or more to draw, than anybody could use.
  package static func write(
    _ table: StateTable, improvementsOnly: Bool = false
  ) throws(CaseError) -> String {
    let concepts = concepts(of: table)
    let moves = try table.moves()
    let (drawn, isAll) = drawn(table, moves)
    let shown = moves.filter {
      ($0.isImprovement || isAll && !improvementsOnly) && drawn.contains($0.from) && drawn.contains($0.to)
    }
    if !isAll {
      if drawn.count > most.states || shown.count > most.moves {
        throw refusal(states: drawn.count, moves: shown.count)
      }
    }
    let part =
      isAll
      ? ""
      : "\n\(drawn.count) of \(table.states.count) states: what lasts under nash or seq, and what improvements lead to from the status quo"
    var lines = [
      "digraph conflict {",
      "  graph [rankdir=LR, label=\((table.title + part).dotQuoted), labelloc=t];",
      "  node [shape=box, style=\"rounded\", fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", arrowsize=0.7];",
    ]
    lines += legend(of: table)
    for position in table.states.indices where drawn.contains(position) {
      try table.goOn(at: position)
      lines.append("  s\(position + 1) [\(attributes(of: position, in: table, concepts[position]))];")
    }
    for (index, move) in shown.enumerated() {
      try table.goOn(at: index)
      let style = move.isImprovement ? "style=bold, penwidth=2" : "penwidth=0.7"
      lines.append(
        "  s\(move.from + 1) -> s\(move.to + 1) [color=\"\(Palette.color(move.actor))\", \(style)];")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func legend(of table: StateTable) -> [String] {
    var lines = ["  subgraph cluster_actors {", "    label=\"moves of\";", "    node [shape=plaintext];"]
    for (index, actor) in table.subject.conflict.actors.enumerated() {
      lines.append(
        "    actor\(index + 1) [label=\(actor.name.dotQuoted), fontcolor=\"\(Palette.color(index))\"];")
    }
    return lines + ["  }"]
  }

  /// For each state, the concepts under which it is an equilibrium.
  private static func concepts(of table: StateTable) -> [[String]] {
    var concepts = [[String]](repeating: [], count: table.states.count)
    for verdict in table.verdicts {
      for position in verdict.equilibria { concepts[position].append(verdict.concept.rawValue) }
    }
    return concepts
  }

  private static func attributes(
    of position: Int, in table: StateTable, _ concepts: [String]
  ) -> String {
    var lines = table.words(of: position)
    if !concepts.isEmpty { lines.append(concepts.joined(separator: " ")) }
    var attributes = "label=" + lines.joined(separator: "\n").dotQuoted
    // What programs and tables call it is seen by whoever points at it.
    attributes += ", tooltip=" + "\(position + 1): \(table.mark(of: position))".dotQuoted
    if !concepts.isEmpty {
      attributes += ", style=\"rounded,filled\", fillcolor=\"#FFE9A8\", penwidth=2"
    }
    if table.presents.contains(position) { attributes += ", peripheries=2" }
    return attributes
  }
}
