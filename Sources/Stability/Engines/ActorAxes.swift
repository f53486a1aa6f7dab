internal import ConflictModel
internal import StateSets

/// One actor's options as the axes of a cube with a slot for each combination of options.
struct ActorAxes: Sendable {
  /// The options that it can move in their directions everywhere.
  let free: [Axis]
  /// Those that it cannot take everywhere; the slots where it can, or has, are open.
  let guarded: [GuardedAxis]

  /// Nil when the work was stopped.
  init?(_ conflict: Conflict, actor: Int, _ masked: MaskedMoves, _ blocks: StateBlocks, _ workers: Workers) {
    let (take, drop) = conflict.directions(of: actor)
    func axis(_ option: Int) -> Axis {
      Axis(bit: option, rises: take >> UInt64(option) & 1 != 0, falls: drop >> UInt64(option) & 1 != 0)
    }
    var guarded: [GuardedAxis] = []
    for need in masked.needs {
      guard let open = blocks.slots(where: [need.isOpen], workers) else { return nil }
      guarded.append(GuardedAxis(axis(need.option), open: open))
    }
    free = conflict.options.indices.filter { option in
      (take | drop) >> UInt64(option) & 1 != 0 && !masked.needs.contains { $0.option == option }
    }.map(axis)
    self.guarded = guarded
  }
}
