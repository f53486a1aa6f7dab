internal import ConflictModel

/// The parts of a conflict in option form that do not touch: what is done or wanted in one has nothing to do
/// with what is done or wanted in another.
///
/// A rule ties the options that it speaks of, a level its thresholds. An actor ties its own options, and all that
/// its preference, what it does not see, what it cannot do and the needs of its options speak of. Whoever has no
/// option never moves, and ties nothing.
///
/// An actor need fear nothing from another part, as long as the others of its own may move twice running:
/// Documentation/Identities.md has the proof, and what goes wrong otherwise.
struct Components {
  /// The options of each part, one bit each; by rising first option.
  let parts: [UInt64]
  /// The part of each option.
  let ofOption: [Int]
  /// The part of each actor; nil without options.
  let ofActor: [Int?]

  /// The parts of a conflict.
  init(_ conflict: Conflict) {
    let count = conflict.options.count
    var parts = (0..<count).map { 1 << UInt64($0) as UInt64 }
    for rule in conflict.readyRules { Self.tie(rule.optionMask, in: &parts) }
    for actor in conflict.actors.indices where conflict.optionMask(of: actor) != 0 {
      Self.tie(Self.mentioned(by: actor, in: conflict), in: &parts)
    }
    parts.sort { $0.trailingZeroBitCount < $1.trailingZeroBitCount }
    self.parts = parts
    ofOption = (0..<count).map { option in parts.firstIndex { $0 >> UInt64(option) & 1 != 0 } ?? 0 }
    ofActor = conflict.actors.indices.map { actor in
      parts.firstIndex { $0 & conflict.optionMask(of: actor) != 0 }
    }
  }

  private static func tie(_ options: UInt64, in parts: inout [UInt64]) {
    let met = parts.filter { $0 & options != 0 }
    if met.count < 2 { return }
    parts.removeAll { $0 & options != 0 }
    parts.append(met.reduce(0) { $0 | $1 })
  }

  /// The actor's own options, and those that anything about it speaks of.
  private static func mentioned(by index: Int, in conflict: Conflict) -> UInt64 {
    let actor = conflict.actors[index]
    var mask = conflict.optionMask(of: index) | mentioned(in: actor.preference, of: conflict)
    for unseen in conflict.readyMisperceptions(of: index) { mask |= unseen.optionMask }
    for forbidden in actor.cannot {
      mask |= conflict.predicate(forbidden.from).optionMask | conflict.predicate(forbidden.to).optionMask
    }
    for requirement in conflict.requirements where conflict.options[requirement.option].actor == index {
      mask |= conflict.predicate(requirement.needs).optionMask
    }
    return mask
  }

  /// The options that wishes speak of.
  static func mentioned(in preference: Preference, of conflict: Conflict) -> UInt64 {
    var mask: UInt64 = 0
    switch preference {
    case .statements(let statements):
      for statement in statements { mask |= conflict.predicate(statement).optionMask }
    case .ranking(let tiers): if !tiers.isEmpty { mask = .max }
    case .weights(let weights):
      for (option, weight) in weights.enumerated() where weight != 0 { mask |= 1 << UInt64(option) }
    case .indifferent: break
    }
    return mask
  }
}
