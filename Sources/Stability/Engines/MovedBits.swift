internal import ConflictModel

/// What an actor has moved for good, as a pattern of bits: from each state it leads only to
/// states of its fibre whose pattern has all bits of that state's.
///
/// There is one bit for each option that moves one way only, set where it has been moved,
/// and one for each option that cannot be taken everywhere, set where it has been given up
/// and cannot be taken.
struct MovedBits {
  /// The one-way options, and whether they can only be given up.
  let oneWay: [(option: Int, isDropped: Bool)]
  /// The options that cannot be taken everywhere.
  let needs: [MaskedMoves.Need]

  /// How many bits there are.
  var count: Int { oneWay.count + needs.count }

  /// The most bits that a pattern has room for.
  static let most = 64

  init(_ conflict: Conflict, actor: Int) {
    let (take, drop) = conflict.directions(of: actor)
    oneWay = conflict.options.indices.filter { (take ^ drop) >> UInt64($0) & 1 != 0 }
      .map { ($0, drop >> UInt64($0) & 1 != 0) }
    needs = MaskedMoves(conflict, actor: actor).needs
  }
}

/// Writes the columns of a pattern, block by block.
struct MovedColumns {
  private let bits: MovedBits
  private let predicates: [BlockPredicate]

  init(_ bits: MovedBits) {
    self.bits = bits
    predicates = bits.needs.map { BlockPredicate($0.isOpen) }
  }

  /// Writes, bit after bit, one word for each word of the block: which of its slots have
  /// the bit.
  func write(_ block: OpenBlock, in blocks: StateBlocks, to target: UnsafeMutablePointer<UInt64>) {
    let width = block.words.count
    var column = target
    for (option, isDropped) in bits.oneWay {
      block.write(option: option, to: column)
      if isDropped { for word in 0..<width { column[word] = ~column[word] } }
      column += width
    }
    var scratch = BlockPredicate.Scratch()
    for predicate in predicates {
      predicate.evaluate(block, in: blocks, &scratch) { open in
        for word in 0..<width { column[word] = ~open[word] }
      }
      column += width
    }
  }
}
