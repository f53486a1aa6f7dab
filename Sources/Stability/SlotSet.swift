internal import ConflictModel
internal import DecisionDiagrams
internal import StateSets

/// A set of slots as the engine holds it that made it: a bit for each, or a diagram of codes.
enum SlotSet: Sendable, Equatable {
  case bits(StateSet)
  case diagram(FrozenDiagram)

  /// The slots of all states.
  init(allOf states: FeasibleStates) {
    if let set = states.diagram {
      self = .diagram(set)
    } else if let words = states.combinationWords {
      self = .bits(StateSet(words: words, over: words.count * 64))
    } else {
      self = .bits(StateSet(allOf: states.count))
    }
  }

  /// Some slots of states, or none.
  init(_ slots: some Sequence<Int>, of states: FeasibleStates) {
    if let set = states.diagram {
      self = .diagram(
        FrozenDiagram(of: slots.lazy.map { UInt64($0) }, variableCount: set.variableCount))
    } else {
      var bits = StateSet(over: states.slotCount)
      for slot in slots { bits.insert(slot) }
      self = .bits(bits)
    }
  }

  /// How many slots there are in it.
  var count: Int {
    switch self {
    case .bits(let bits): bits.count
    case .diagram(let set): set.count
    }
  }

  func contains(_ slot: Int) -> Bool {
    switch self {
    case .bits(let bits): bits.contains(slot)
    case .diagram(let set): set.contains(UInt64(slot))
    }
  }

  func intersection(_ other: SlotSet) -> SlotSet {
    combined(other, { $0.formIntersection($1) }, { $0.intersection($1) })
  }

  func union(_ other: SlotSet) -> SlotSet { combined(other, { $0.formUnion($1) }, { $0.union($1) }) }

  func subtracting(_ other: SlotSet) -> SlotSet {
    combined(other, { $0.subtract($1) }, { $0.subtracting($1) })
  }

  /// What is made of two sets of the same states.
  private func combined(
    _ other: SlotSet, _ combineBits: (inout StateSet, StateSet) -> Void,
    _ combineSets: (FrozenDiagram, FrozenDiagram) -> FrozenDiagram
  ) -> SlotSet {
    switch (self, other) {
    case (.bits(var bits), .bits(let others)):
      combineBits(&bits, others)
      return .bits(bits)
    case (.diagram(let set), .diagram(let others)): return .diagram(combineSets(set, others))
    case (.bits, .diagram), (.diagram, .bits): preconditionFailure("the sets are of other states")
    }
  }
}

extension SlotSet: Sequence {
  /// Goes through the slots, rising.
  struct Iterator: IteratorProtocol {
    private var bits: StateSet.Iterator?
    private var members: FrozenDiagram.Iterator?

    init(_ slots: SlotSet) {
      switch slots {
      case .bits(let set): bits = set.makeIterator()
      case .diagram(let set): members = set.makeIterator()
      }
    }

    mutating func next() -> Int? {
      if bits != nil { return bits?.next() }
      return members?.next().map { Int(truncatingIfNeeded: $0) }
    }
  }

  func makeIterator() -> Iterator { Iterator(self) }
}
