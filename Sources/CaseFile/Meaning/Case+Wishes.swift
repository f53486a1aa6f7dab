import ConflictModel
import Notation

// Options that wishes leave out.
extension Case {
  /// Warns of options that nobody else's wishes touch, and of those about which
  /// their own actor has no wish: either may be meant, and either may be forgotten.
  ///
  /// Left alone is what rules tie to something else, what says with `because` why it
  /// is there, the options of an actor who is indifferent to everything or who ranks
  /// states, and everything where only one actor wishes for anything.
  func wishlessOptions() -> [Diagnostic] {
    let touched = conflict.actors.indices.map { optionsTouched(by: $0) }
    let wishing = conflict.actors.indices.filter { conflict.actors[$0].preference != .indifferent }
    let tied = optionsTiedByRules
    let loose = optionParts.filter { $0.bits & tied == 0 && !$0.hasEvidence }
    var warnings: [Diagnostic] = []
    for actor in conflict.actors.indices {
      let own = loose.filter { $0.actor == actor }
      let others = wishing.filter { $0 != actor }
      if !others.isEmpty {
        for group in Self.byFile(own.filter { part in !others.contains { touched[$0] & part.bits != 0 } }) {
          warnings.append(untouched(group))
        }
      }
      guard case .statements = conflict.actors[actor].preference else { continue }
      for group in Self.byFile(own.filter { touched[actor] & $0.bits == 0 }) {
        warnings.append(unwished(group, by: conflict.actors[actor].id))
      }
    }
    return warnings
  }

  private func untouched(_ parts: [OptionPart]) -> Diagnostic {
    let isOne = parts.count == 1
    return Diagnostic(
      .untouchedOption, "nobody else's wishes touch \(Self.list(parts))", at: parts[0].place,
      severity: .warning,
      hint: isOne
        ? "say what it means to another actor, or say with 'because' why it is there"
        : "say what they mean to another actor, or say with a 'because' beside each why it is there")
  }

  private func unwished(_ parts: [OptionPart], by actor: String) -> Diagnostic {
    let isOne = parts.count == 1
    let ends = parts.prefix(3).map { "'not \($0.short)'" }.joined(separator: ", ")
    return Diagnostic(
      .unwishedOption, "'\(actor)' has no wish about its own \(Self.list(parts))", at: parts[0].place,
      severity: .warning,
      hint: isOne
        ? "as written it costs nothing; end its wishes with \(ends), or say with 'because' why there is none"
        : "as written they cost nothing; end its wishes with \(ends)\(parts.count > 3 ? " and so on" : ""), or say with a 'because' beside each why there is none"
    )
  }

  /// Those of one file together: what an overlay adds is to be mended in the overlay.
  private static func byFile(_ parts: [OptionPart]) -> [[OptionPart]] {
    var groups: [[OptionPart]] = []
    for part in parts {
      if let index = groups.firstIndex(where: { $0[0].place.file == part.place.file }) {
        groups[index].append(part)
      } else {
        groups.append([part])
      }
    }
    return groups
  }

  /// The first few options, and how many there are.
  private static func list(_ parts: [OptionPart]) -> String {
    let shown = parts.prefix(3).map { "'\($0.id)'" }.joined(separator: ", ")
    return parts.count > 3 ? "\(shown) and \(parts.count - 3) more of its options" : shown
  }

  /// An option as the file has it, with its bits in a state.
  private struct OptionPart {
    var id: String
    var short: String
    var actor: Int
    var bits: UInt64
    var hasEvidence: Bool
    var place: Place
  }

  private var optionParts: [OptionPart] {
    var parts: [OptionPart] = []
    for (actor, text) in document.actors.enumerated() {
      for option in text.options {
        let id = "\(text.id).\(option.id)"
        let level = conflict.levelOptions.first { $0.id == id }
        let bits =
          level.map { Array($0.thresholds) }
          ?? conflict.options.indices.filter { conflict.options[$0].id == id }
        let short = level.map { "\(option.id) > \($0.levels[0])" } ?? option.id
        parts.append(
          OptionPart(
            id: id, short: short, actor: actor, bits: bits.reduce(0) { $0 | 1 << UInt64($1) },
            hasEvidence: !option.because.isEmpty, place: option.place))
      }
    }
    return parts
  }

  /// The options on which an actor's wishes depend, under its profiles, too.
  private func optionsTouched(by actor: Int) -> UInt64 {
    let all = UInt64.max
    var touched: UInt64 = 0
    switch conflict.actors[actor].preference {
    case .indifferent: break
    case .ranking: return all
    case .weights(let weights):
      for (option, weight) in weights.enumerated() where weight != 0 { touched |= 1 << UInt64(option) }
    case .statements(let statements):
      for statement in statements { touched |= conflict.predicate(statement).optionMask }
    }
    for profile in document.actors[actor].profiles {
      switch profile.preference {
      case .indifferent: break
      case .ranking, .weights: return all
      case .statements(let statements):
        for statement in statements {
          guard let condition = try? condition(statement.that, actor: actor) else { return all }
          touched |= conflict.predicate(condition).optionMask
        }
      }
    }
    return touched
  }

  /// The options that a rule ties to something else: what others wish of that touches
  /// them, too.
  private var optionsTiedByRules: UInt64 {
    var tied: UInt64 = 0
    for rule in conflict.rules { tied |= conflict.predicate(rule).optionMask }
    for requirement in conflict.requirements {
      tied |= 1 << UInt64(requirement.option) | conflict.predicate(requirement.needs).optionMask
    }
    return tied
  }
}
