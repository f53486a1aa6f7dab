internal import ConflictModel
internal import Stability

/// The states that a list shows, in its order, without an array of them where
/// the order is that of their numbers.
///
/// Going through it gives *slots*; see `FeasibleStates.slot(at:)`.
struct Listing: Sendable {
  /// What the slots are of.
  let states: FeasibleStates
  /// How many states are listed.
  let count: Int
  /// How many there would be without a limit, were none of them drawn.
  var total: Int

  fileprivate enum Order: Sendable {
    /// By number: a bit for each slot.
    case rising([UInt64])
    /// By number, of more states than bits.
    case members(Selection)
    /// As an actor likes them. A slot has 32 bits: nobody holds a bit for more.
    case liked([UInt32])
    /// The same of states that have no bits.
    case sorted([Int])
  }

  private let order: Order

  /// Lists the selected states by number.
  init(_ selection: Selection, limit: Int?) {
    states = selection.states
    total = selection.count
    count = Swift.min(total, limit ?? .max)
    order = selection.slotWords.map { .rising($0) } ?? .members(selection)
  }

  /// Lists the selected states as the actor likes them, the best first, those
  /// that it likes equally by number; of a set, those that the control leaves time for.
  ///
  /// - Complexity: O(slots) time; four bytes for each state listed and for each
  ///   tier of the actor.
  init(
    _ selection: Selection, of solution: Solution, likedBy actor: Int, limit: Int?,
    control: Control = Control()
  ) {
    states = selection.states
    total = selection.count
    let most = Swift.min(total, limit ?? .max)
    if !solution.isListed {
      let slots = solution.slots(likedBy: actor, among: selection, atMost: most, control: control)
      (order, count) = (.sorted(slots), slots.count)
      return
    }
    count = most
    var sizes: [Int] = []
    for slot in selection.slotSequence {
      let rank = solution.rank(of: actor, inSlot: slot)
      if rank >= sizes.count { sizes.append(contentsOf: repeatElement(0, count: rank + 1 - sizes.count)) }
      sizes[rank] += 1
    }
    // Where the states of each rank begin; the greatest rank comes first.
    var places = sizes
    var place = 0
    for rank in sizes.indices.reversed() {
      places[rank] = place
      place += sizes[rank]
    }
    var slots = [UInt32](repeating: 0, count: count)
    for slot in selection.slotSequence {
      let rank = solution.rank(of: actor, inSlot: slot)
      if places[rank] < count { slots[places[rank]] = UInt32(slot) }
      places[rank] += 1
    }
    order = .liked(slots)
  }

  /// The slots as an actor likes them; empty when the order is another.
  var likedSlots: [UInt32] {
    if case .liked(let slots) = order { slots } else { [] }
  }

  /// The positions in the order of the list.
  var positions: some Sequence<Int> {
    lazy.map { [states] in states.position(ofSlot: $0) }
  }
}

extension Listing: Sequence {
  struct Iterator: IteratorProtocol {
    private var bits: BitIterator
    private var liked: [UInt32].Iterator?
    private var members: Selection.SlotIterator?
    private var sorted: [Int].Iterator?
    private var left: Int

    fileprivate init(_ order: Order, count: Int) {
      left = count
      switch order {
      case .rising(let words): bits = BitIterator(words)
      case .members(let selection):
        bits = BitIterator([])
        members = selection.slotSequence.makeIterator()
      case .liked(let slots):
        bits = BitIterator([])
        liked = slots.makeIterator()
      case .sorted(let slots):
        bits = BitIterator([])
        sorted = slots.makeIterator()
      }
    }

    mutating func next() -> Int? {
      if left == 0 { return nil }
      left -= 1
      if liked != nil { return liked?.next().map { Int($0) } }
      if members != nil { return members?.next() }
      if sorted != nil { return sorted?.next() }
      return bits.next()
    }
  }

  func makeIterator() -> Iterator { Iterator(order, count: count) }

  var underestimatedCount: Int { count }
}

/// Goes through the bits that are set in words of 64, rising.
struct BitIterator: Sequence, IteratorProtocol {
  private let words: [UInt64]
  private var index = -1
  private var left: UInt64 = 0

  init(_ words: [UInt64]) {
    self.words = words
  }

  mutating func next() -> Int? {
    while left == 0 {
      if index + 1 >= words.count { return nil }
      index += 1
      left = words[index]
    }
    let bit = index &* 64 &+ left.trailingZeroBitCount
    left &= left &- 1
    return bit
  }
}
