extension Conflict {
  /// Whether the state obeys every rule; in graph form, whether it is listed.
  ///
  /// - Complexity: O(size of the rules)
  public func isFeasible(_ state: State) -> Bool {
    switch form {
    case .graph(let stateCount):
      return state.code < UInt64(stateCount)
    case .options:
      if state.code >> UInt64(options.count) != 0 { return false }
      var scratch: [Truth] = []
      for rule in compiled.rules where !rule.holds(in: state, &scratch) { return false }
      return true
    }
  }

  /// Whether the actor can go from one state to the other in a single move:
  /// whether `target` is in *R_i(s)*.
  ///
  /// In option form the move changes options of this actor only, at least one,
  /// each in a direction that it allows; both states are feasible and seen by
  /// the actor; no `cannot` names the move; and whatever taking an option needs
  /// holds where the move starts.
  public func canMove(_ actor: Int, from state: State, to target: State) -> Bool {
    guard state != target, isFeasible(state), isFeasible(target) else { return false }
    switch form {
    case .graph:
      guard actors[actor].moves[Int(state.code)].contains(target) else { return false }
    case .options:
      let changed = state.code ^ target.code
      guard changed & ~optionMask(of: actor) == 0 else { return false }
      let (taken, dropped) = (target.code & changed, state.code & changed)
      guard taken & ~compiled.takeMasks[actor] == 0, dropped & ~compiled.dropMasks[actor] == 0 else {
        return false
      }
      for (option, needs) in compiled.requirements
      where taken & (1 << UInt64(option)) != 0 && !needs(state) { return false }
      for (from, to) in compiled.cannot[actor] where from(state) && to(target) { return false }
    }
    return sees(actor, state) && sees(actor, target)
  }

  /// Whether the actor perceives the state at all.
  public func sees(_ actor: Int, _ state: State) -> Bool {
    for misperceived in compiled.misperceives[actor] where misperceived(state) { return false }
    return true
  }

  /// The states that the actor can reach from `state` in one move, by rising
  /// code: *R_i(s)*. Empty when `state` is not feasible.
  ///
  /// - Complexity: O(feasible combinations of the actor's own options), times
  ///   the size of the rules.
  public func moves(of actor: Int, from state: State) -> [State] {
    guard isFeasible(state) else { return [] }
    switch form {
    case .graph:
      var targets: [State] = []
      for target in actors[actor].moves[Int(state.code)].sorted()
      where target != targets.last && canMove(actor, from: state, to: target) {
        targets.append(target)
      }
      return targets
    case .options:
      var search = FeasibleSearch(self)
      search.settle(state, except: movable(actor, state))
      return search.run().filter { canMove(actor, from: state, to: $0) }
    }
  }

  /// The actor's options that could change in a move from `state`.
  private func movable(_ actor: Int, _ state: State) -> UInt64 {
    (compiled.takeMasks[actor] & ~state.code) | (compiled.dropMasks[actor] & state.code)
  }

  /// How well the actor likes the state.
  package func standing(of actor: Int, in state: State) -> Standing {
    compiled.valuations[actor].standing(of: state)
  }

  /// Whether the actor likes `better` strictly more than `state`.
  public func prefers(_ actor: Int, _ better: State, to state: State) -> Bool {
    standing(of: actor, in: state) < standing(of: actor, in: better)
  }

  /// The moves after which the actor is strictly better off, by rising code:
  /// *R_i⁺(s)*. A move to a state it likes as well is none.
  public func improvements(of actor: Int, from state: State) -> [State] {
    moves(of: actor, from: state).filter { prefers(actor, $0, to: state) }
  }
}

extension Conflict {
  /// Whether a change of one option is allowed at all: in its direction, with
  /// what it needs, and to states that its owner sees and is not kept from.
  package func mayChange(_ option: Int, from state: State, to target: State) -> Bool {
    let owner = options[option].actor
    switch options[option].direction {
    case .both: break
    case .take: if !target.takes(option) { return false }
    case .drop: if target.takes(option) { return false }
    }
    if target.takes(option) {
      for need in requirements where need.option == option && !holds(need.needs, in: state) { return false }
    }
    for move in actors[owner].cannot where holds(move.from, in: state) && holds(move.to, in: target) {
      return false
    }
    return sees(owner, state) && sees(owner, target)
  }
}
