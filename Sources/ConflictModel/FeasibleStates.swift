package import DecisionDiagrams

/// The feasible states of a conflict, by rising code.
///
/// A state's *number* is its place in this list, counted from 1.
///
///     let states = conflict.feasibleStates().states
///     states.number(of: State(8))   // 9 when states 0 to 7 are feasible, too
///
/// The states are held as a list, at eight bytes each; as one bit for each combination of options, which is
/// less when many combinations are feasible; or, where there are too many for either, as a decision diagram.
public struct FeasibleStates: Sendable, RandomAccessCollection {
  private enum Storage: Sendable {
    case list([State])
    case combinations(Combinations)
    case diagram(FrozenDiagram)
  }

  private let storage: Storage

  /// The given states, which must be in rising order.
  public init(_ states: [State]) {
    storage = .list(states)
  }

  /// The states whose bit is set: bit *s* of the words, 64 to a word, for the
  /// state of code *s*.
  public init(combinations words: [UInt64]) {
    storage = .combinations(Combinations(words))
  }

  /// The states that are members of a set: far more than could be listed.
  package init(_ set: FrozenDiagram) {
    storage = .diagram(set)
  }

  /// The position of the first state: 0.
  public var startIndex: Int { 0 }
  /// One past the position of the last state.
  public var endIndex: Int {
    switch storage {
    case .list(let states): states.count
    case .combinations(let bits): bits.count
    case .diagram(let set): set.count
    }
  }

  /// The state at a position, counted from 0.
  ///
  /// - Complexity: O(1) for a list, O(log *n*) for bits, else O(options · nodes of the diagram)
  public subscript(position: Int) -> State {
    switch storage {
    case .list(let states): states[position]
    case .combinations(let bits): State(UInt64(bits.code(at: position)))
    case .diagram(let set): State(set.code(at: position))
    }
  }

  /// The position of `state`, from 0, or nil when it is not feasible.
  ///
  /// - Complexity: O(log *n*) for a list, O(1) for bits, else O(options · nodes of the diagram)
  public func position(of state: State) -> Int? {
    switch storage {
    case .combinations(let bits):
      return bits.contains(state.code) ? bits.position(of: Int(state.code)) : nil
    case .diagram(let set):
      return set.contains(state.code) ? set.position(of: state.code) : nil
    case .list(let states):
      var (low, high) = (0, states.count)
      while low < high {
        let middle = (low + high) / 2
        if states[middle] < state { low = middle + 1 } else { high = middle }
      }
      return low < states.count && states[low] == state ? low : nil
    }
  }

  /// The number of `state`, from 1, or nil when it is not feasible.
  public func number(of state: State) -> Int? {
    position(of: state).map { $0 + 1 }
  }
}

extension FeasibleStates: Equatable {
  /// Whether both hold the same states.
  public static func == (left: FeasibleStates, right: FeasibleStates) -> Bool {
    if case .combinations(let one) = left.storage, case .combinations(let other) = right.storage {
      return one.words == other.words
    }
    if case .diagram(let one) = left.storage, case .diagram(let other) = right.storage { return one == other }
    return left.count == right.count && left.elementsEqual(right)
  }
}

extension FeasibleStates {
  /// Goes through the states, rising.
  public struct Iterator: IteratorProtocol {
    private let states: FeasibleStates
    private var position = 0
    private var index = -1
    private var left: UInt64 = 0
    private var members: FrozenDiagram.Iterator?

    init(_ states: FeasibleStates) {
      self.states = states
      if case .diagram(let set) = states.storage { members = set.makeIterator() }
    }

    /// The next state, or nil when there is none.
    public mutating func next() -> State? {
      switch states.storage {
      case .list(let list):
        if position == list.count { return nil }
        position += 1
        return list[position - 1]
      case .combinations(let bits):
        while left == 0 {
          if index + 1 >= bits.words.count { return nil }
          index += 1
          left = bits.words[index]
        }
        let code = UInt64(index) * 64 + UInt64(left.trailingZeroBitCount)
        left &= left - 1
        return State(code)
      case .diagram: return members?.next().map { State($0) }
      }
    }
  }

  /// An iterator over the states, rising.
  public func makeIterator() -> Iterator { Iterator(self) }
}

// Solvers number states by *slots*: the position in a list, else the code. Slots are what their arrays are
// indexed by, where there are arrays.
extension FeasibleStates {
  /// The states as a set, when they are held that way: then nothing has an element for each of them.
  package var diagram: FrozenDiagram? {
    if case .diagram(let set) = storage { set } else { nil }
  }

  /// Whether every state has an element in some list or row of bits, so that all can be gone through.
  package var isListed: Bool { diagram == nil }

  /// One bit for each combination of options, when the states are held that way.
  package var combinationWords: [UInt64]? {
    if case .combinations(let bits) = storage { bits.words } else { nil }
  }

  /// How many slots there are.
  package var slotCount: Int {
    switch storage {
    case .list(let states): states.count
    case .combinations(let bits): bits.words.count * 64
    case .diagram: preconditionFailure("nothing has an element for each state of a diagram")
    }
  }

  /// The slot of the state at a position.
  package func slot(at position: Int) -> Int {
    switch storage {
    case .list: position
    case .combinations(let bits): bits.code(at: position)
    case .diagram(let set): Int(truncatingIfNeeded: set.code(at: position))
    }
  }

  /// The position of the state in a slot, which must hold one.
  package func position(ofSlot slot: Int) -> Int {
    switch storage {
    case .list: slot
    case .combinations(let bits): bits.position(of: slot)
    case .diagram(let set): set.position(of: UInt64(slot))
    }
  }

  /// Positions for whoever asks for many.
  package func positions() -> SlotPositions { SlotPositions(self) }

  /// The state in a slot.
  package func state(inSlot slot: Int) -> State {
    switch storage {
    case .list(let states): states[slot]
    case .combinations, .diagram: State(UInt64(slot))
    }
  }
}

/// Bits with an index of how many are set before every eighth word.
private struct Combinations: Sendable {
  let words: [UInt64]
  let count: Int
  private let before: [Int]
  private static let wordsPerEntry = 8

  init(_ words: [UInt64]) {
    self.words = words
    var before: [Int] = []
    before.reserveCapacity(words.count / Self.wordsPerEntry + 1)
    var count = 0
    for (index, word) in words.enumerated() {
      if index % Self.wordsPerEntry == 0 { before.append(count) }
      count += word.nonzeroBitCount
    }
    self.before = before
    self.count = count
  }

  private var isFull: Bool { count == words.count * 64 }

  func contains(_ code: UInt64) -> Bool {
    guard code < UInt64(words.count) * 64 else { return false }
    return words[Int(code / 64)] & (1 << (code % 64)) != 0
  }

  /// How many bits are set below `code`.
  func position(of code: Int) -> Int {
    if isFull { return code }
    let (entry, index) = (code / 64 / Self.wordsPerEntry, code / 64)
    var count = before[entry]
    for word in words[entry * Self.wordsPerEntry..<index] { count += word.nonzeroBitCount }
    return count + (words[index] & ((1 << UInt64(code % 64)) - 1)).nonzeroBitCount
  }

  /// The bit that has so many before it.
  func code(at position: Int) -> Int {
    precondition(position >= 0 && position < count, "there is no such position")
    if isFull { return position }
    var (low, high) = (0, before.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if before[middle] <= position { low = middle } else { high = middle }
    }
    var left = position - before[low]
    var index = low * Self.wordsPerEntry
    while left >= words[index].nonzeroBitCount {
      left -= words[index].nonzeroBitCount
      index += 1
    }
    var word = words[index]
    for _ in 0..<left { word &= word - 1 }
    return index * 64 + word.trailingZeroBitCount
  }
}

/// What a search for feasible states found.
public struct Enumeration: Sendable, Equatable {
  /// The states found; all there are when `limit` is nil.
  public var states: FeasibleStates
  /// What ended the search early, or nil when it is complete.
  public var limit: Limit?

  /// The states found and what ended the search.
  public init(states: FeasibleStates, limit: Limit? = nil) {
    self.states = states
    self.limit = limit
  }
}

/// The positions of states by slot, with what makes many of them quick to tell.
package struct SlotPositions: Sendable {
  private let states: FeasibleStates
  private let numbering: MemberNumbering?

  fileprivate init(_ states: FeasibleStates) {
    self.states = states
    numbering = states.diagram.flatMap { MemberNumbering($0) }
  }

  /// The position of the state in a slot, which must hold one.
  package func position(ofSlot slot: Int) -> Int {
    numbering?.position(of: UInt64(slot)) ?? states.position(ofSlot: slot)
  }
}
