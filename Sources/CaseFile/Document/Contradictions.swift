extension ExpectationText {
  /// Whether the two answer one question differently, so that no case fulfils both.
  ///
  /// States that are named in different ways are not compared: they may be the same.
  package func contradicts(_ other: ExpectationText) -> Bool {
    guard scope.inOrder == other.scope.inOrder, Set(given) == Set(other.given),
      Set(profiles) == Set(other.profiles)
    else {
      return false
    }
    switch (claim, other.claim) {
    case (.states(let concept, let actor, let states), .states(let same, let its, let others)):
      return concept == same && actor == its && Set(states) != Set(others)
        && Self.areNamedAlike(states + others)
    case (.states(let concept, let actor, let states), .count(let same, let its, let count)),
      (.count(let same, let its, let count), .states(let concept, let actor, let states)):
      return concept == same && actor == its && Self.areNamedAlike(states) && Set(states).count != count
    case (.count(let concept, let actor, let count), .count(let same, let its, let other)):
      return concept == same && actor == its && count != other
    case (.some(let concept, let satisfies), .no(let same, let other)),
      (.no(let concept, let satisfies), .some(let same, let other)):
      return concept == same && satisfies.inOrder == other.inOrder
    case (.every(let concept, let satisfies), .some(let same, let other)),
      (.some(let concept, let other), .every(let same, let satisfies)):
      return concept == same && other.denies(satisfies)
    case (.feasible(let count), .feasible(let other)):
      return count != other
    case (.statusQuo(let concepts), .statusQuo(let others)):
      return Set(concepts) != Set(others)
    case (
      .rankings(let concept, let actor, let target, let count),
      .rankings(let same, let its, let one, let other)
    ):
      return concept == same && actor == its && target == one && count != other
    default:
      return false
    }
  }

  /// The answer with each name in its conditions replaced.
  fileprivate func naming(_ name: (String) -> String) -> ExpectationText {
    var result = self
    switch claim {
    case .every(let concept, let condition): result.claim = .every(concept, condition.naming(name))
    case .some(let concept, let condition): result.claim = .some(concept, condition.naming(name))
    case .no(let concept, let condition): result.claim = .no(concept, condition.naming(name))
    case .rankings(let concept, let actor, .condition(let condition), let count):
      result.claim = .rankings(concept, of: actor, .condition(condition.naming(name)), count)
    default: break
    }
    return result
  }

  /// Whether all are named in one way.
  private static func areNamedAlike(_ states: [StateReference]) -> Bool {
    Set(states.map { $0.form.kind }).count <= 1
  }
}

extension ExpectationText.Scope {
  /// The scope with a coalition in the order of names.
  fileprivate var inOrder: Self {
    if case .against(let coalition) = self { .against(coalition.sorted { $0.text < $1.text }) } else { self }
  }
}

extension CaseDocument {
  /// How many pairs of its known answers, or of one actor's declarations, contradict
  /// each other.
  public var contradictionCount: Int {
    func pairs<Text>(_ texts: [Text], _ contradict: (Text, Text) -> Bool) -> Int {
      texts.indices.reduce(0) { count, index in count + texts[..<index].count { contradict($0, texts[index]) }
      }
    }
    if expectations.count < 2, !actors.contains(where: { $0.declares.count > 1 }) { return 0 }
    let names = FullNames(self)
    var count = pairs(expectations.map { $0.naming { names.full($0, in: nil) } }) { $0.contradicts($1) }
    for (index, actor) in actors.enumerated() {
      let declared = actor.declares.map { declaration in
        DeclarationText(
          if: names.full(declaration.condition, in: index), then: names.full(declaration.then, in: index))
      }
      count += pairs(declared) { $0.contradicts($1) }
    }
    return count
  }
}

extension DeclarationText {
  /// Whether one says that something will hold where the other says that it will not.
  public func contradicts(_ other: DeclarationText) -> Bool {
    condition.inOrder == other.condition.inOrder && then.denies(other.then)
  }
}

extension ConditionText {
  /// Whether one of the two is the other with a `not` before it.
  fileprivate func denies(_ other: ConditionText) -> Bool {
    let (one, other) = (inOrder, other.inOrder)
    return one == .not(other) || other == .not(one)
  }
}

extension StateReference.Form {
  /// Which way of naming it is.
  fileprivate var kind: Int {
    switch self {
    case .number: 0
    case .code: 1
    case .pattern: 2
    case .id: 3
    }
  }
}
