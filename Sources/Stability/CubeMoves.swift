internal import ConflictModel
internal import StateSets

/// The moves of one actor where every combination of options has its slot: those
/// that change the actor's options, each in a direction that it allows, between
/// states that are feasible and seen by it, where nothing masks them.
struct CubeMoves: Sendable {
  let takeMask: UInt64
  let dropMask: UInt64
  /// The states that the actor has moves from and to.
  let domain: StateSet
  /// The options that cannot be taken everywhere, each with the slots where it is taken or
  /// can be.
  private let needs: [(option: UInt64, open: StateSet)]

  init(_ conflict: Conflict, actor: Int, domain: StateSet, guarded: [GuardedAxis]) {
    (takeMask, dropMask) = conflict.directions(of: actor)
    self.domain = domain
    needs = guarded.map { (1 << UInt64($0.axis.bit), $0.open) }
  }

  /// Whether all slots of a fibre lead to all others of it.
  var areWhole: Bool { needs.isEmpty && takeMask == dropMask }

  /// The options that can be taken in the fibre of a state.
  private func takeable(_ code: UInt64) -> UInt64 {
    var mask = takeMask
    for (option, open) in needs where !open.contains(Int(code & ~option)) { mask &= ~option }
    return mask
  }

  /// Adds the slots that one move leads to from `slot`, rising.
  func appendTargets(of slot: Int, to list: inout [UInt32]) {
    let code = UInt64(slot)
    visit(changing: (takeable(code) & ~code) | (dropMask & code), of: code) { other in
      list.append(other)
      return true
    }
  }

  /// Whether any move leads from `slot`.
  func hasTarget(_ slot: Int) -> Bool {
    let code = UInt64(slot)
    var isFound = false
    visit(changing: (takeable(code) & ~code) | (dropMask & code), of: code) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// Adds the slots from which one move leads to `slot`, rising.
  func appendSources(of slot: Int, to list: inout [UInt32]) {
    let code = UInt64(slot)
    visit(changing: (takeable(code) & code) | (dropMask & ~code), of: code) { other in
      list.append(other)
      return true
    }
  }

  /// Goes through the states that differ from `code` in free options, by rising value,
  /// for as long as it is told to go on.
  @inline(__always)
  private func visit(changing free: UInt64, of code: UInt64, _ goesOn: (UInt32) -> Bool) {
    guard domain.contains(Int(code)) else { return }
    let fixed = code & ~free
    var choice: UInt64 = 0
    repeat {
      let other = fixed | choice
      if other != code, domain.contains(Int(other)), !goesOn(UInt32(other)) { return }
      // The next combination of the free options, by rising value.
      choice = ((choice | ~free) &+ 1) & free
    } while choice != 0
  }
}

extension Conflict {
  /// The actor's options that can be taken, and those that can be given up.
  func directions(of actor: Int) -> (take: UInt64, drop: UInt64) {
    var (take, drop): (UInt64, UInt64) = (0, 0)
    for (index, option) in options.enumerated() where option.actor == actor {
      if option.direction != .drop { take |= 1 << UInt64(index) }
      if option.direction != .take { drop |= 1 << UInt64(index) }
    }
    return (take, drop)
  }
}
