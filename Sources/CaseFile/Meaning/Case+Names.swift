package import ConflictModel

extension Case {
  /// What a name in a condition stands for.
  package enum Named: Sendable, Hashable {
    /// An option, by index; of a joint option the half of its actor.
    case option(Int)
    /// A level option, by index.
    case level(Int)
    /// An event, by index.
    case event(Int)
    /// A named condition.
    case term(Term)
    /// In graph form, a state.
    case state(State)
    /// An actor, by index.
    case actor(Int)
  }

  /// What the names in a condition stand for; those that stand for nothing are left out.
  ///
  /// - Parameter actor: The actor whose options may be named bare, by index.
  ///
  /// - Complexity: O(names of the case), whatever the condition.
  package func things(namedIn expression: ConditionText, of actor: Int? = nil) -> [String: Named] {
    var resolver = Resolver(document)
    guard resolver.enterNames() else { return [:] }
    var found: [String: Named] = [:]
    for (name, _) in expression.names where found[name] == nil {
      guard case .success(let meaning) = resolver.names.look(up: name, in: actor) else { continue }
      found[name] =
        switch meaning {
        case .option(let index): .option(index)
        case .level(let index): .level(index)
        case .event(let index): .event(index)
        case .term(let index): .term(resolver.namedConditions[index].term)
        case .state(let index): .state(State(UInt64(index)))
        case .actor(let index): .actor(index)
        }
    }
    return found
  }
}
