internal import ConflictModel

/// What restricts an actor's moves in whole fibres: needs and `cannot` that speak of the
/// others' options alone.
///
/// Such a condition holds everywhere in a fibre or nowhere in it. So a need makes of its
/// option, in some fibres, one that can only be given up; and a `cannot` leaves some fibres
/// without any move. Both restrict, and neither takes from moves that two of them running
/// are one (Documentation/Identities.md).
struct MaskedMoves: Sendable {
  /// An option that its owner cannot take in some fibres.
  struct Need: Sendable {
    let option: Int
    /// Holds where the option is taken, and in fibres where it can be.
    let isOpen: ReadyCondition
  }

  /// The actor's options with such needs, rising, of those that can be taken at all.
  let needs: [Need]
  /// Where all conditions of one of these hold, the actor has no move.
  let standstills: [[ReadyCondition]]

  init(_ conflict: Conflict, actor: Int) {
    let (own, take) = (conflict.optionMask(of: actor), conflict.directions(of: actor).take)
    var needs: [Need] = []
    for option in conflict.options.indices where take >> UInt64(option) & 1 != 0 {
      let conditions = conflict.requirements.filter { $0.option == option }.map { $0.needs }
        .filter { conflict.predicate($0).optionMask & own == 0 }
      if conditions.isEmpty { continue }
      needs.append(
        Need(option: option, isOpen: conflict.predicate(.any([.taken(option), .all(conditions)]))))
    }
    self.needs = needs
    standstills = conflict.actors[actor].cannot.filter { !conflict.speaks($0, of: own) }
      .map { [$0.from, $0.to].map(conflict.predicate) }
  }

  /// Whether the actor has no move from or to the state, for all its options.
  func standsStill(in state: State) -> Bool {
    standstills.contains { $0.allSatisfy { $0(state) } }
  }
}

extension Conflict {
  /// Whether a move is forbidden on a condition that mentions some of the given options.
  func speaks(_ forbidden: ForbiddenMove, of options: UInt64) -> Bool {
    (predicate(forbidden.from).optionMask | predicate(forbidden.to).optionMask) & options != 0
  }

  /// Whether a `cannot` of the actor speaks of its own options.
  func hasOwnCannot(_ actor: Int) -> Bool {
    let own = optionMask(of: actor)
    return actors[actor].cannot.contains { speaks($0, of: own) }
  }

  /// Whether taking an option of the actor needs something of its own options.
  func hasOwnNeed(_ actor: Int) -> Bool {
    let (own, take) = (optionMask(of: actor), directions(of: actor).take)
    return requirements.contains {
      take >> UInt64($0.option) & 1 != 0 && predicate($0.needs).optionMask & own != 0
    }
  }

  /// Whether two moves of the actor running are one move, or lead back.
  func isTransitive(_ actor: Int) -> Bool { !hasOwnCannot(actor) && !hasOwnNeed(actor) }
}
