public import ConflictModel
internal import DecisionDiagrams
internal import StateSets

/// Some of the feasible states of a solution, by position.
///
///     let lasting = solution.equilibria(.seq)
///     lasting.count                 // without a list of them
///     for position in lasting { print(solution.states[position]) }
///
/// It takes one bit for each state, or for each combination of options, however
/// many there are, or a decision diagram where there are too many for that; going
/// through the positions makes no list of them.
public struct Selection: Sendable {
  /// The states that it selects from.
  public let states: FeasibleStates
  /// How many are selected.
  public let count: Int
  /// The slots of those selected.
  let slots: SlotSet

  init(_ slots: StateSet, of states: FeasibleStates) {
    checkInternally(slots.slotCount == states.slotCount ? slots.fault : "a selection of other states")
    self.init(.bits(slots), of: states)
  }

  init(_ slots: SlotSet, of states: FeasibleStates) {
    self.slots = slots
    self.states = states
    count = slots.count
  }

  /// The states at the given positions.
  ///
  /// It is a programming error to name a position that there is not.
  public init(at positions: some Sequence<Int>, of states: FeasibleStates) {
    self.init(SlotSet(positions.lazy.map { states.slot(at: $0) }, of: states), of: states)
  }

  /// Which states of a list are selected, one bit each.
  var listedWords: [UInt64] {
    guard case .bits(let bits) = slots else { preconditionFailure("the states are no list") }
    return bits.words
  }

  /// Whether none is selected.
  public var isEmpty: Bool { count == 0 }

  /// Whether the state at a position is selected.
  public func contains(_ position: Int) -> Bool {
    slots.contains(states.slot(at: position))
  }

  /// The selected states, rising.
  public var members: some Sequence<State> {
    slots.lazy.map { [states] in states.state(inSlot: $0) }
  }

  /// The lowest position that is selected.
  public var first: Int? {
    for position in self { return position }
    return nil
  }

  /// Those that both select.
  public func intersection(_ other: Selection) -> Selection {
    Selection(slots.intersection(other.slots), of: states)
  }

  /// Those that either selects.
  public func union(_ other: Selection) -> Selection {
    Selection(slots.union(other.slots), of: states)
  }

  /// Those that `other` does not select.
  public func subtracting(_ other: Selection) -> Selection {
    Selection(slots.subtracting(other.slots), of: states)
  }
}

extension Selection {
  /// Selected positions, those first that differ from a state in the fewest options, of those by rising code.
  ///
  /// - Complexity: Of a list, O(selected · log selected); of a set, O(nodes of its diagram + options · positions).
  package func positions(nearest state: State, atMost most: Int) -> [Int] {
    switch slots {
    case .diagram(let set):
      return set.members(nearest: state.code, atMost: most).compactMap { states.position(of: State($0)) }
    case .bits:
      let near = map { (far: states[$0].distance(to: state), position: $0) }
      return near.sorted { ($0.far, $0.position) < ($1.far, $1.position) }.prefix(most).map { $0.position }
    }
  }
}

extension Selection: Equatable {
  /// Whether both select the same states of one solution.
  public static func == (left: Selection, right: Selection) -> Bool {
    left.count == right.count && left.slots == right.slots
  }
}

extension Selection: Sequence {
  /// Goes through the selected positions, rising.
  public struct Iterator: IteratorProtocol {
    private var slots: SlotSet.Iterator
    private let states: FeasibleStates

    init(_ selection: Selection) {
      slots = selection.slots.makeIterator()
      states = selection.states
    }

    /// The next position, or nil when there is none.
    public mutating func next() -> Int? {
      slots.next().map { states.position(ofSlot: $0) }
    }
  }

  /// An iterator over the positions, rising.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// How many positions an iterator gives.
  public var underestimatedCount: Int { count }
}
