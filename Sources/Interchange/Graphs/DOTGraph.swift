package import CaseFile
import ConflictModel
import Notation

/// The graph of a conflict for Graphviz: states as nodes, moves as edges in the
/// mover's colour.
///
/// Improvements are bold and other moves thin; a state that is an equilibrium
/// under some concept of the table is filled and names the concepts; the status
/// quo has a double frame.
package enum DOTGraph {
  /// Writes the graph.
  ///
  /// - Parameters:
  ///   - table: The states, with or without verdicts.
  ///   - improvementsOnly: Whether to leave out moves that are no improvement.
  ///
  /// - Throws: `CaseError` when there are more than a million moves.
  package static func write(
    _ table: StateTable, improvementsOnly: Bool = false
  ) throws(CaseError) -> String {
    var lines = [
      "digraph conflict {",
      "  graph [rankdir=LR, label=\(table.title.dotQuoted), labelloc=t];",
      "  node [shape=box, style=\"rounded\", fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", arrowsize=0.7];",
    ]
    lines += legend(of: table)
    let concepts = concepts(of: table)
    for position in table.states.indices {
      try table.goOn(at: position)
      lines.append("  s\(position + 1) [\(attributes(of: position, in: table, concepts[position]))];")
    }
    for (index, move) in try table.moves().enumerated() where move.isImprovement || !improvementsOnly {
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
    var lines = ["\(position + 1)", table.mark(of: position)] + table.names(of: position)
    if !concepts.isEmpty { lines.append(concepts.joined(separator: " ")) }
    var attributes = "label=" + lines.joined(separator: "\n").dotQuoted
    if !concepts.isEmpty {
      attributes += ", style=\"rounded,filled\", fillcolor=\"#FFE9A8\", penwidth=2"
    }
    if position == table.statusQuo { attributes += ", peripheries=2" }
    return attributes
  }
}
