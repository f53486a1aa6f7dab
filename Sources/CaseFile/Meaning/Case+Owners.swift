import ConflictModel

extension Case {
  /// The actors, by index, who control some option that the expression names,
  /// itself or in the terms it uses, each term once however often it is used.
  ///
  /// What is named counts, whether or not it makes a difference: `controls < none`
  /// is never true where `none` is the lowest level, and yet is about the controls.
  public func owners(in expression: ConditionText, actor: Int? = nil) -> Set<Int> {
    var resolver = Resolver(document)
    guard resolver.enterNames() else { return [] }
    var owners: Set<Int> = []
    var seen: Set<Int> = []
    // A list and no recursion: chains of terms may be long.
    var open: [(names: [String], actor: Int?)] = [(expression.names.map { $0.name }, actor)]
    while let next = open.popLast() {
      for name in next.names {
        guard case .success(let meaning) = resolver.names.look(up: name, in: next.actor) else { continue }
        switch meaning {
        case .option(let index): owners.insert(resolver.options[index].actor)
        case .level(let index): owners.insert(resolver.levels[index].actor)
        case .term(let index):
          guard seen.insert(index).inserted else { continue }
          let named = resolver.namedConditions[index]
          owners.formUnion(named.halves.map { resolver.options[$0].actor })
          if let written = named.written { open.append((written.names.map { $0.name }, nil)) }
        case .event, .state, .actor: break
        }
      }
    }
    return owners
  }
}
