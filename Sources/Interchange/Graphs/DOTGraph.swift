public import CaseFile
import ConflictModel

/// The graph of a conflict for Graphviz: states as nodes, moves as edges in the
/// mover's colour.
///
/// Improvements are bold and other moves thin; a state that is an equilibrium
/// under some concept of the table is filled and names the concepts; the status
/// quo has a double frame.
public enum DOTGraph {
  /// Writes the graph.
  ///
  /// - Parameters:
  ///   - table: The states, with or without verdicts.
  ///   - improvementsOnly: Whether to leave out moves that are no improvement.
  ///
  /// - Throws: `CaseError` when there are more than a million moves.
  public static func write(
    _ table: StateTable, improvementsOnly: Bool = false
  ) throws(CaseError) -> String {
    var lines = [
      "digraph conflict {",
      "  graph [rankdir=LR, label=\(quoted(table.title)), labelloc=t];",
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
        "  s\(move.from + 1) -> s\(move.to + 1) [color=\"\(color(of: move.actor))\", \(style)];")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func legend(of table: StateTable) -> [String] {
    var lines = ["  subgraph cluster_actors {", "    label=\"moves of\";", "    node [shape=plaintext];"]
    for (index, actor) in table.subject.conflict.actors.enumerated() {
      lines.append(
        "    actor\(index + 1) [label=\(quoted(actor.name)), fontcolor=\"\(color(of: index))\"];")
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
    var attributes = "label=" + quoted(lines.joined(separator: "\n"))
    if !concepts.isEmpty {
      attributes += ", style=\"rounded,filled\", fillcolor=\"#FFE9A8\", penwidth=2"
    }
    if position == table.statusQuo { attributes += ", peripheries=2" }
    return attributes
  }

  /// Colours that most people with colour-blindness tell apart (Okabe and Ito 2008).
  private static let colors = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000",
  ]

  private static func color(of actor: Int) -> String { colors[actor % colors.count] }

  /// The text as a quoted string in which nothing has a meaning of its own:
  /// Graphviz reads backslashes and HTML entities in labels.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case "\n": result += "\\n"
      case "\u{0}"..<"\u{20}", "\u{7F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
