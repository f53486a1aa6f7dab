internal import Analyses
internal import ConflictModel
import Notation
internal import Questions
internal import Stability

// The status quo table.
extension PathsReport {
  func addTable(_ section: Section, to builder: inout TextBuilder) {
    let reach = section.reach
    if reach.arrivals.isEmpty { return }
    var order: [Int] = []
    var seen: Set<Int> = []
    for arrival in reach.arrivals where seen.insert(arrival.position).inserted {
      order.append(arrival.position)
    }
    let shown = Array(order.prefix(Self.tableRows))
    builder.heading("Who can arrive where, by the last of so many steps")
    let grid = grid(shown, reach).rendered(builder.style)
    // Where the steps do not fit side by side, who arrives is listed instead.
    let isNarrow = !grid.contains("")
    builder.add(isNarrow ? grid : list(shown, reach).rendered(builder.style))
    var notes = ["Actors by their ids; of each, only its first arrival in a state counts."]
    if shown.contains(where: isEquilibrium) { notes.append("* lasts under \(options.concept.rawValue).") }
    if order.count > shown.count {
      notes.append(
        "These are the \(shown.count) nearest states; --json has the other \(Prose.grouped(order.count - shown.count)), too."
      )
    }
    builder.add(
      Prose.wrap(notes.joined(separator: " "), width: builder.style.width, first: "  ").map(builder.style.dim)
    )
  }

  private func label(_ position: Int, _ reach: Reach) -> String {
    names.state(state(position)) + (isEquilibrium(position) ? " *" : "")
      + (position == reach.start ? ", the start" : "")
  }

  /// States as rows, steps as columns.
  private func grid(_ shown: [Int], _ reach: Reach) -> Grid {
    let movers = conflict.actors.indices
    let last = shown.flatMap { position in movers.compactMap { reach.step(of: $0, at: position) } }.max() ?? 1
    var grid = Grid(lines: [.row("state", (1...last).map(String.init))])
    for position in shown {
      var cells = [[String]](repeating: [], count: last)
      for mover in movers {
        if let step = reach.step(of: mover, at: position) {
          cells[step - 1].append(conflict.actors[mover].id)
        }
      }
      grid.lines.append(
        .row(label(position, reach), cells.map { $0.isEmpty ? "·" : $0.joined(separator: ", ") }))
    }
    return grid
  }

  /// States with the actors who can arrive and the step at which each first can.
  private func list(_ shown: [Int], _ reach: Reach) -> List {
    var list = List(header: ["state", "who can arrive, at which step"])
    for position in shown {
      let movers = conflict.actors.indices.compactMap { mover in
        reach.step(of: mover, at: position).map { (mover: mover, step: $0) }
      }
      var parts: [String] = []
      for step in Set(movers.map(\.step)).sorted() {
        let ids = movers.filter { $0.step == step }.map { conflict.actors[$0.mover].id }
        parts.append("\(step): \(ids.joined(separator: ", "))")
      }
      list.rows.append([label(position, reach), parts.joined(separator: "; ")])
    }
    return list
  }
}
