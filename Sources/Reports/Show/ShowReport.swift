public import CaseFile
internal import ConflictModel
public import Stability

/// A case and its states, moves and preferences as tables.
///
///     let solution = suspects.conflict.solve(SolveRequest(concepts: []))
///     print(ShowReport(case: suspects, solution: solution, what: .preferences).text())
public struct ShowReport: Sendable {
  /// What is shown.
  public enum What: String, Sendable, Hashable, CaseIterable {
    /// The feasible states.
    case states
    /// Who can go from where to where.
    case moves
    /// Each actor's states, the best first.
    case preferences
    /// Actors, options, rules and statements, each with its source.
    case `case`
  }

  /// The case.
  public let subject: Case
  /// Its feasible states, with as much as was worked out about them.
  public let solution: Solution
  /// What is shown.
  public let what: What

  let names: Names

  /// A report on one side of a case. The solution may have been asked for no concept at all.
  public init(case subject: Case, solution: Solution, what: What) {
    self.subject = subject
    self.solution = solution
    self.what = what
    names = Names(subject, states: solution.hasAllStates ? solution.states : nil)
  }

  var conflict: Conflict { solution.conflict }

  /// The tables for people.
  public func text(_ style: Style = Style()) -> String {
    var builder = TextBuilder(style)
    builder.heading((subject.document.title ?? "An untitled case").printable)
    if what != .case, let limit = solution.limit {
      builder.paragraph(
        "Not finished: \(limit.words). What follows is what was listed until then, without numbers.")
    }
    switch what {
    case .states: addStates(to: &builder)
    case .moves: addMoves(to: &builder)
    case .preferences: addPreferences(to: &builder)
    case .case: addCase(to: &builder)
    }
    return builder.text
  }

  // MARK: States

  private func addStates(to builder: inout TextBuilder) {
    builder.gap()
    add(Array(solution.states.indices), to: &builder)
  }

  /// A row for each of the states at these positions.
  func add(_ positions: [Int], to builder: inout TextBuilder) {
    let hasConcepts = !solution.concepts.isEmpty
    var header = ["number"] + (names.isGraph ? ["id", "name"] : ["code", "pattern", "taken"])
    if !subject.outcomes.isEmpty { header.append("outcomes") }
    if hasConcepts { header.append("lasts under") }
    var list = List(header: header)
    for position in positions {
      let state = solution.states[position]
      var row = [solution.hasAllStates ? String(position + 1) : ""]
      if let graph = names.graphState(state) {
        row += [graph.id, (graph.name ?? "").printable]
      } else {
        row += [String(state.code), names.pattern(state), names.content(of: state)]
      }
      if !subject.outcomes.isEmpty {
        row.append(subject.outcomes(of: state).map { subject.outcomes[$0].id }.joined(separator: ", "))
      }
      if hasConcepts {
        let concepts = solution.concepts.filter { solution.isEquilibrium($0, position: position) }
        row.append(concepts.map(\.rawValue).joined(separator: ", "))
      }
      if subject.statusQuo?.state == state { row[0] += " *" }
      list.rows.append(row)
    }
    builder.add(list.rendered(builder.style, wide: names.isGraph ? 2 : 3))
    if let statusQuo = subject.statusQuo?.state,
      positions.contains(where: { solution.states[$0] == statusQuo })
    {
      builder.gap()
      builder.paragraph("* the status quo", indent: 2)
    }
  }

  // MARK: Moves

  func addMoves(to builder: inout TextBuilder) {
    for actor in conflict.actors.indices {
      builder.heading(names.actor(actor))
      var list = List(header: ["from", "to"])
      for position in solution.states.indices {
        let improvements = Set(solution.improvements(of: actor, from: position))
        let targets = solution.moves(of: actor, from: position).map { target in
          names.short(solution.states[target]) + (improvements.contains(target) ? "+" : "")
        }
        if targets.isEmpty { continue }
        list.rows.append([names.short(solution.states[position]), targets.joined(separator: " ")])
      }
      if list.rows.isEmpty {
        builder.paragraph("No move.", indent: 2)
      } else {
        builder.add(list.rendered(builder.style))
      }
    }
    builder.gap()
    builder.paragraph("+ marks a move that makes the actor better off.", indent: 2)
  }

  // MARK: Preferences

  func addPreferences(to builder: inout TextBuilder) {
    for actor in conflict.actors.indices {
      builder.heading("\(names.actor(actor)), the best first")
      let tiers = solution.tiers(of: actor)
      if tiers.isEmpty {
        builder.paragraph("Not worked out.", indent: 2)
        continue
      }
      var list = List(header: ["place", "states"])
      for (index, tier) in tiers.enumerated() {
        let states = tier.map { names.short(solution.states[$0]) }.joined(separator: " ")
        list.rows.append([String(index + 1), states])
      }
      builder.add(list.rendered(builder.style))
    }
    builder.gap()
    builder.paragraph("States in one place are equally good to the actor.", indent: 2)
  }
}
