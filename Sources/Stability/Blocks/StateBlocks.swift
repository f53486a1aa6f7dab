internal import ConflictModel
internal import StateSets

/// The slots of a conflict in blocks of up to 4,096, with the options of 64
/// states at a time: bit *k* of a word is about the *k*-th state of 64.
struct StateBlocks: Sendable {
  /// Words of 64 states in a block.
  static let wordsPerBlock = 64

  private enum Source: Sendable {
    /// Every combination of options has its slot.
    case cube
    /// The slots are places in a list of codes.
    case list([UInt64])
  }

  private let source: Source
  let slotCount: Int
  let optionCount: Int

  /// Blocks over all combinations of the options, at least 64 slots.
  init(cubeOf optionCount: Int) {
    source = .cube
    self.optionCount = optionCount
    slotCount = 1 << max(optionCount, 6)
  }

  /// Blocks over the combinations of options, of which there are so many slots.
  init(cubeOf optionCount: Int, slotCount: Int) {
    source = .cube
    self.optionCount = optionCount
    self.slotCount = slotCount
  }

  /// Blocks over the given states, by place.
  init(list codes: [UInt64], optionCount: Int) {
    source = .list(codes)
    self.optionCount = optionCount
    slotCount = codes.count
  }

  var wordCount: Int { (slotCount + 63) / 64 }
  var blockCount: Int { (wordCount + Self.wordsPerBlock - 1) / Self.wordsPerBlock }

  /// The slot of a code, which must have one.
  func slot(of code: UInt64) -> Int? {
    switch source {
    case .cube: return code < UInt64(slotCount) ? Int(code) : nil
    case .list(let codes):
      var (low, high) = (0, codes.count)
      while low < high {
        let middle = (low + high) / 2
        if codes[middle] < code { low = middle + 1 } else { high = middle }
      }
      return low < codes.count && codes[low] == code ? low : nil
    }
  }

  /// Whether every combination of options has its slot.
  var isCube: Bool {
    if case .cube = source { true } else { false }
  }

  /// The code of the state in a slot.
  func code(of slot: Int) -> UInt64 {
    switch source {
    case .cube: UInt64(slot)
    case .list(let codes): codes[slot]
    }
  }

  /// The words of a block.
  func words(of block: Int) -> Range<Int> {
    let first = block * Self.wordsPerBlock
    return first..<min(wordCount, first + Self.wordsPerBlock)
  }

  /// Prepares a block for questions about its options.
  func open(_ block: Int) -> OpenBlock {
    let words = words(of: block)
    guard case .list(let codes) = source else {
      return OpenBlock(words: words, optionCount: optionCount, columns: nil)
    }
    // One column of words for each option: the codes of 64 states, turned round.
    var columns = [UInt64](repeating: 0, count: optionCount * words.count)
    var square = [UInt64](repeating: 0, count: 64)
    for word in words {
      for place in 0..<64 {
        let slot = word * 64 + place
        square[place] = slot < codes.count ? codes[slot] : 0
      }
      square.transposeBits()
      for option in 0..<optionCount {
        columns[option * words.count + word - words.lowerBound] = square[option]
      }
    }
    return OpenBlock(words: words, optionCount: optionCount, columns: columns)
  }
}

/// A block whose options can be read.
struct OpenBlock {
  let words: Range<Int>
  let optionCount: Int
  /// For a list, the words of option after option; nil for a cube.
  fileprivate let columns: [UInt64]?

  /// In a cube, which of 64 neighbours have each of the six lowest options.
  private static let patterns: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0xAAAA_AAAA_AAAA_AAAA, 0xCCCC_CCCC_CCCC_CCCC, 0xF0F0_F0F0_F0F0_F0F0,
    0xFF00_FF00_FF00_FF00, 0xFFFF_0000_FFFF_0000, 0xFFFF_FFFF_0000_0000
  )

  /// Writes, for each word of the block, which of its states take the option.
  func write(option: Int, to target: UnsafeMutablePointer<UInt64>) {
    if let columns {
      for index in 0..<words.count { target[index] = columns[option * words.count + index] }
      return
    }
    let pattern: UInt64
    switch option {
    case 0: pattern = Self.patterns.0
    case 1: pattern = Self.patterns.1
    case 2: pattern = Self.patterns.2
    case 3: pattern = Self.patterns.3
    case 4: pattern = Self.patterns.4
    case 5: pattern = Self.patterns.5
    default:
      for index in 0..<words.count {
        target[index] = (words.lowerBound + index) >> (option - 6) & 1 == 0 ? 0 : .max
      }
      return
    }
    for index in 0..<words.count { target[index] = pattern }
  }
}

extension [UInt64] {
  /// Turns 64 words of 64 bits round: bit *i* of word *j* becomes bit *j* of word
  /// *i*. Squares of 32, 16, … bits change places (Warren, *Hacker's Delight*, 7-3).
  mutating func transposeBits() {
    var width: UInt64 = 32
    var mask: UInt64 = 0x0000_0000_FFFF_FFFF
    while width != 0 {
      var row = 0
      while row < 64 {
        let other = row + Int(width)
        let difference = ((self[row] >> width) ^ self[other]) & mask
        self[row] ^= difference << width
        self[other] ^= difference
        row = (other + 1) & ~Int(width)
      }
      width >>= 1
      mask ^= mask << width
    }
  }
}
