internal import Questions
internal import ConflictModel
internal import Documents
import Notation
internal import Stability

// The status quo table.
extension PathsReport {
  func addTable(_ section: Section, to builder: inout DocumentBuilder) {
    let reach = section.reach
    if reach.arrivals.isEmpty { return }
    var order: [Int] = []
    var seen: Set<Int> = []
    for arrival in reach.arrivals where seen.insert(arrival.position).inserted {
      order.append(arrival.position)
    }
    let shown = Array(order.prefix(Self.tableRows))
    builder.heading("Who can arrive where, by the last of so many steps")
    var table = grid(shown, reach)
    table.narrow = [list(shown, reach)]
    builder.table(table)
    var notes: [Sentence] = ["Actors by their ids; of each, only its first arrival in a state counts."]
    if shown.contains(where: isEquilibrium) { notes.append("* lasts under \(options.concept.word).") }
    if order.count > shown.count {
      notes.append(
        "These are the \(shown.count) nearest states; \(Sentence.inJSON) has the other \(Prose.grouped(order.count - shown.count)), too."
      )
    }
    builder.remark(notes.joined(separator: " ").inManner(.aside))
    addFigure(section, to: &builder)
  }

  private func label(_ position: Int, _ reach: Reach) -> Sentence {
    names.state(state(position)) + (isEquilibrium(position) ? " *" : "")
      + (position == reach.start ? ", the start" : "")
  }

  private func id(of actor: Int) -> Sentence {
    Sentence(conflict.actors[actor].id, to: .actor(conflict.actors[actor].id))
  }

  /// States as rows, steps as columns.
  private func grid(_ shown: [Int], _ reach: Reach) -> Table {
    let movers = conflict.actors.indices
    let last = shown.flatMap { position in movers.compactMap { reach.step(of: $0, at: position) } }.max() ?? 1
    var grid = Table(.grid, head: ["state"] + (1...last).map { "\($0)" })
    for position in shown {
      var cells = [[Sentence]](repeating: [], count: last)
      for mover in movers {
        if let step = reach.step(of: mover, at: position) {
          cells[step - 1].append(id(of: mover))
        }
      }
      grid.add([label(position, reach)] + cells.map { $0.isEmpty ? "·" : $0.joined(separator: ", ") })
    }
    return grid
  }

  /// States with the actors who can arrive and the step at which each first can.
  private func list(_ shown: [Int], _ reach: Reach) -> Table {
    var list = Table(head: ["state", "who can arrive, at which step"])
    for position in shown {
      let movers = conflict.actors.indices.compactMap { mover in
        reach.step(of: mover, at: position).map { (mover: mover, step: $0) }
      }
      var parts: [Sentence] = []
      for step in Set(movers.map({ $0.step })).sorted() {
        let ids = movers.filter { $0.step == step }.map { id(of: $0.mover) }
        parts.append("\(step): \(ids.joined(separator: ", "))")
      }
      list.add([label(position, reach), parts.joined(separator: "; ")])
    }
    return list
  }
}
