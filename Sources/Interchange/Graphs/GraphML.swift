package import CaseFile
import ConflictModel
import Notation

/// The graph of a conflict as GraphML, for programs that draw and measure graphs.
///
/// Nodes are states and edges are moves, each with typed attributes: number,
/// code, pattern, name, status quo, a truth for each option, each actor's rank
/// (1 is best), and for each concept of the table who is stable and whether the
/// state is an equilibrium; for edges the actor and whether it is an improvement.
package enum GraphML {
  /// Writes the graph.
  ///
  /// - Throws: `CaseError` when there are more than a million moves.
  package static func write(_ table: StateTable) throws(CaseError) -> String {
    let nodeKeys = nodeKeys(of: table)
    let edgeKeys = [
      Key(id: "actor", name: "actor", type: "string"),
      Key(id: "improvement", name: "improvement", type: "boolean"),
    ]
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
        + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">",
    ]
    lines += nodeKeys.map { $0.key.declaration(for: "node") }
    lines += edgeKeys.map { $0.declaration(for: "edge") }
    lines.append("  <graph id=\"conflict\" edgedefault=\"directed\">")
    if !table.title.isEmpty { lines.append("    <desc>\(table.title.xmlEscaped)</desc>") }
    for position in table.states.indices {
      try table.goOn(at: position)
      lines.append("    <node id=\"s\(position + 1)\">")
      for (key, value) in nodeKeys { lines.append(key.data(value(position))) }
      lines.append("    </node>")
    }
    let actors = table.subject.conflict.actors
    for (index, move) in try table.moves().enumerated() {
      try table.goOn(at: index)
      lines.append("    <edge id=\"m\(index + 1)\" source=\"s\(move.from + 1)\" target=\"s\(move.to + 1)\">")
      lines.append(edgeKeys[0].data(actors[move.actor].id))
      lines.append(edgeKeys[1].data(String(move.isImprovement)))
      lines.append("    </edge>")
    }
    lines += ["  </graph>", "</graphml>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private struct Key {
    var id: String
    var name: String
    var type: String

    func declaration(for kind: String) -> String {
      "  <key id=\"\(id)\" for=\"\(kind)\" attr.name=\"\(name.xmlEscaped)\" attr.type=\"\(type)\"/>"
    }

    func data(_ value: String) -> String {
      "      <data key=\"\(id)\">\(value.xmlEscaped)</data>"
    }
  }

  private typealias Attribute = (key: Key, value: (Int) -> String)

  private static func nodeKeys(of table: StateTable) -> [Attribute] {
    let conflict = table.subject.conflict
    var attributes: [Attribute] = []
    // Names may hold anything; ids of keys are plain.
    func add(_ name: String, _ type: String, _ value: @escaping (Int) -> String) {
      attributes.append((Key(id: "d\(attributes.count)", name: name, type: type), value))
    }
    add("number", "int") { String($0 + 1) }
    if table.isGraphForm {
      add("id", "string") { table.mark(of: $0) }
    } else {
      // Codes reach beyond what some programs hold exactly as a number.
      add("code", "string") { String(table.states[$0].code) }
      add("pattern", "string") { table.mark(of: $0) }
    }
    add("name", "string") { table.names(of: $0).joined(separator: "; ") }
    add("status quo", "boolean") { String($0 == table.statusQuo) }
    for (index, option) in conflict.options.enumerated() {
      add(option.id, "boolean") { String(table.states[$0].takes(index)) }
    }
    for (index, actor) in conflict.actors.enumerated() {
      add("rank:\(actor.id)", "int") { String(table.ranks[index][$0]) }
    }
    for verdict in table.verdicts {
      for (actor, positions) in zip(conflict.actors, verdict.stable) {
        let stable = Set(positions)
        add("\(verdict.concept.rawValue):\(actor.id)", "boolean") { String(stable.contains($0)) }
      }
      let equilibria = Set(verdict.equilibria)
      add(verdict.concept.rawValue, "boolean") { String(equilibria.contains($0)) }
    }
    return attributes
  }
}
