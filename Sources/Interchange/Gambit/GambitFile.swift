package import CaseFile
package import ConflictModel
import Notation

/// Strategic-form games as Gambit reads them (`.nfg`, the version with outcomes).
///
/// Each actor is a player; its strategies are the combinations of its own
/// options that occur in some feasible state. Payoffs are ranks, 1 for the
/// worst tier: only their order has a meaning. The outcome of a feasible state
/// is labelled with the state's number and pattern; all other profiles share
/// the outcome `infeasible`, which pays 0 and so is the worst for everybody.
///
/// A player can always switch to any of its strategies, and an infeasible
/// profile is a profile like any other. Where that makes the pure Nash
/// equilibria of the game differ from `nash` here, or could, a warning
/// `answers-differ` says so.
package enum GambitFile {
  /// The most profiles that a file is written with.
  package static let maximumProfiles = 1_000_000

  /// Writes a case in option form.
  ///
  /// - Throws: `CaseError` when the case is in graph form (`not-expressible`), when the game
  ///   has more than ``maximumProfiles`` profiles (`export-too-large`), or when a limit is reached.
  package static func write(
    _ value: Case, limits: EnumerationLimits = EnumerationLimits(), control: Control = Control()
  ) throws(CaseError) -> Exported {
    if case .graph = value.conflict.form {
      throw .wrong(
        SyntaxError(
          Diagnostic(
            .notExpressible,
            "a strategic form needs strategies, and in this case moves lead from state to state",
            at: value.document.states.first?.place ?? .none,
            hint: "graph form can be written as csv, dot or graphml")))
    }
    let table = try StateTable(value, limits: limits, control: control)
    let game = try StrategicForm(table)
    return Exported(text: try game.text(), warnings: try game.warnings())
  }
}

/// A case as players, strategies and profiles.
struct StrategicForm {
  let table: StateTable
  /// For each player, its strategies as the bits of its own options, rising.
  let strategies: [[UInt64]]
  /// For each profile, in Gambit's order, the position of its state; -1 when infeasible.
  let profiles: [Int]

  private var conflict: Conflict { table.subject.conflict }

  init(_ table: StateTable) throws(CaseError) {
    self.table = table
    let conflict = table.subject.conflict
    var strategies: [[UInt64]] = []
    for actor in conflict.actors.indices {
      let mask = conflict.optionMask(of: actor)
      strategies.append(Set(table.states.map { $0.code & mask }).sorted())
    }
    self.strategies = strategies
    var codes: [UInt64] = [0]
    // The first player's strategy changes fastest.
    for own in strategies {
      let (count, overflows) = codes.count.multipliedReportingOverflow(by: own.count)
      if overflows || count > GambitFile.maximumProfiles { throw Self.tooLarge }
      codes = own.flatMap { strategy in codes.map { $0 | strategy } }
    }
    profiles = codes.map { table.states.position(of: State($0)) ?? -1 }
  }

  private static var tooLarge: CaseError {
    .wrong(
      SyntaxError(
        Diagnostic(
          .exportTooLarge, "the game has more than \(GambitFile.maximumProfiles) strategy profiles",
          at: .none)))
  }
}

// MARK: - Text

extension StrategicForm {
  func text() throws(CaseError) -> String {
    let players = Self.unique(conflict.actors.map { $0.name })
    var lines = [
      "NFG 1 R \(quoted(Self.plain(table.title))) { \(players.map(quoted).joined(separator: " ")) }", "", "{",
    ]
    for actor in conflict.actors.indices {
      let labels = Self.unique(strategies[actor].map { label(of: $0, actor) })
      lines.append("{ \(labels.map(quoted).joined(separator: " ")) }")
    }
    lines += [
      "}",
      quoted(
        "Payoffs are ranks: only their order has a meaning. Outcomes carry the state's number and"
          + " pattern; profiles that are no feasible state share the outcome infeasible."),
      "", "{",
    ]
    // The rank from the worst tier, which is 1.
    let tiers = table.ranks.map { $0.max() ?? 1 }
    for position in table.states.indices {
      try table.goOn(at: position)
      let payoffs = conflict.actors.indices.map { String(tiers[$0] - table.ranks[$0][position] + 1) }
      lines.append(
        "{ \(quoted(Self.plain("\(position + 1) \(table.mark(of: position))"))) \(payoffs.joined(separator: ", ")) }"
      )
    }
    if profiles.contains(-1) {
      let payoffs = conflict.actors.map { _ in "0" }
      lines.append("{ \(quoted("infeasible")) \(payoffs.joined(separator: ", ")) }")
    }
    lines.append("}")
    let infeasible = table.states.count + 1
    lines.append(profiles.map { String($0 < 0 ? infeasible : $0 + 1) }.joined(separator: " "))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a strategy takes, in the names of the options.
  private func label(of strategy: UInt64, _ actor: Int) -> String {
    var parts: [String] = []
    var option = 0
    while option < conflict.options.count {
      if let level = conflict.levelOptions.first(where: { $0.firstOption == option }) {
        if level.actor == actor {
          parts.append("\(level.name): \(level.levelNames[level.level(in: State(strategy))])")
        }
        option = level.thresholds.upperBound
        continue
      }
      if strategy & (1 << UInt64(option)) != 0 { parts.append(conflict.options[option].name) }
      option += 1
    }
    return parts.isEmpty ? "nothing" : parts.joined(separator: " + ")
  }

  /// The labels, told apart by numbers where some are the same.
  static func unique(_ labels: [String]) -> [String] {
    let labels = labels.map(plain)
    var counts: [String: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    var used = Set(counts.filter { $0.value == 1 }.keys)
    var numbers: [String: Int] = [:]
    return labels.map { label in
      if counts[label] == 1 { return label }
      while true {
        numbers[label, default: 0] += 1
        let candidate = "\(label) (\(numbers[label] ?? 0))"
        if used.insert(candidate).inserted { return candidate }
      }
    }
  }

  /// The text as labels may be: on one line, single spaces between words, none
  /// around them, not empty. A backslash has no safe form in the format, so it
  /// becomes a slash.
  static func plain(_ text: String) -> String {
    let words = text.unicodeScalars.split { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }
    let line = words.map { String($0) }.joined(separator: " ")
    return line.isEmpty ? "unnamed" : String(line.map { $0 == "\\" ? "/" : $0 })
  }

  private func quoted(_ label: String) -> String {
    var result = "\""
    for scalar in label.unicodeScalars {
      if scalar == "\"" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

// MARK: - Where the game says something else

extension StrategicForm {
  func warnings() throws(CaseError) -> [Diagnostic] {
    var warnings = try removedMoves()
    let stuck = try infeasibleEquilibria()
    if stuck > 0 {
      warnings.append(
        Diagnostic(
          .answersDiffer,
          "\(stuck) infeasible \(stuck == 1 ? "profile is" : "profiles are") pure Nash in the game,"
            + " since no player can leave \(stuck == 1 ? "it" : "them") alone for a feasible state",
          at: .none, severity: .warning,
          hint: "leave out equilibria whose outcome is labelled infeasible"))
    }
    return warnings
  }

  /// A warning of the moves that the case lacks and the game has, with a note
  /// for each further kind of them.
  private func removedMoves() throws(CaseError) -> [Diagnostic] {
    var kinds: [(words: String, place: Place)] = []
    for (index, actor) in table.subject.document.actors.enumerated() {
      let name = "'\(conflict.actors[index].id)'"
      if let option = actor.options.first(where: { $0.moves != .both }) {
        kinds.append(("option '\(actor.id).\(option.id)' moves one way only", option.place))
      }
      if let cannot = actor.cannot.first { kinds.append(("\(name) cannot make some moves", cannot.place)) }
      if let misperceived = actor.misperceives.first {
        kinds.append(("\(name) does not see some states", misperceived.place))
      }
    }
    for rule in table.subject.document.rules {
      if case .take = rule.demand { kinds.append(("taking an option needs something", rule.place)) }
    }
    guard let first = kinds.first else { return [] }
    let lost = try lostEquilibria()
    return [
      Diagnostic(
        .answersDiffer,
        "\(first.words), while a player of the game may always switch to any strategy"
          + consequence(of: lost), at: first.place, severity: .warning,
        notes: kinds.dropFirst().map { Diagnostic.Note("and \($0.words)", at: $0.place) })
    ]
  }

  private func consequence(of lost: [Int]) -> String {
    if lost.isEmpty { return "; here the equilibria are the same" }
    let numbers = lost.prefix(12).map { String($0 + 1) }.joined(separator: ", ")
    let more = lost.count > 12 ? ", …" : ""
    return lost.count == 1
      ? "; state \(numbers) is nash here and not in the game"
      : "; states \(numbers)\(more) are nash here and not in the game"
  }

  /// The states that are `nash` here although a switch of strategy would improve.
  private func lostEquilibria() throws(CaseError) -> [Int] {
    var lost: [Int] = []
    for position in table.states.indices {
      try table.goOn(at: position)
      if isLost(position) { lost.append(position) }
    }
    return lost
  }

  private func isLost(_ position: Int) -> Bool {
    let state = table.states[position]
    var hasSwitch = false
    for actor in conflict.actors.indices {
      let others = state.code & ~conflict.optionMask(of: actor)
      for strategy in strategies[actor] {
        guard let target = table.states.position(of: State(others | strategy)),
          table.ranks[actor][target] < table.ranks[actor][position]
        else { continue }
        if conflict.canMove(actor, from: state, to: table.states[target]) { return false }
        hasSwitch = true
      }
    }
    return hasSwitch
  }

  /// How many infeasible profiles no player can leave alone for a feasible state.
  private func infeasibleEquilibria() throws(CaseError) -> Int {
    var strides: [Int] = []
    var size = 1
    for own in strategies {
      strides.append(size)
      size *= own.count
    }
    var count = 0
    for profile in profiles.indices where profiles[profile] < 0 {
      try table.goOn(at: profile)
      let canLeave = strategies.indices.contains { player in
        let own = profile / strides[player] % strategies[player].count
        let first = profile - own * strides[player]
        return strategies[player].indices.contains { profiles[first + $0 * strides[player]] >= 0 }
      }
      if !canLeave { count += 1 }
    }
    return count
  }
}
