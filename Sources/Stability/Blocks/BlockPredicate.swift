internal import ConflictModel

/// A condition asked of 64 states at a time.
///
/// It runs the gates of a ``ReadyCondition`` on words instead of single truths, a
/// whole block of words for each gate, so that going through the gates costs
/// little beside the work.
struct BlockPredicate: Sendable {
  private let gates: [ReadyCondition.Gate]
  private let inputs: [Int]
  private let holding: [Bool]
  /// The options that the condition mentions, one bit each.
  let optionMask: UInt64

  init(_ predicate: ReadyCondition) {
    gates = predicate.gates
    inputs = predicate.inputs
    holding = predicate.holding
    optionMask = predicate.optionMask
  }

  /// Working space, to be passed on from call to call.
  struct Scratch {
    fileprivate var words: [UInt64] = []
    fileprivate var planes: [UInt64] = []
  }

  /// Gives `body` one word for each word of the block: where the condition holds.
  /// Bits past the last slot are of no meaning.
  func evaluate(
    _ block: OpenBlock, in blocks: StateBlocks, _ scratch: inout Scratch,
    _ body: (UnsafePointer<UInt64>) -> Void
  ) {
    let width = block.words.count
    if scratch.words.count < gates.count * width {
      scratch.words = [UInt64](repeating: 0, count: gates.count * width)
    }
    var planes = scratch.planes
    scratch.words.withUnsafeMutableBufferPointer { words in
      guard let base = words.baseAddress else { return }
      for (index, gate) in gates.enumerated() {
        run(gate, base + index * width, base, width, block, blocks, &planes)
      }
      body(base + (gates.count - 1) * width)
    }
    scratch.planes = planes
  }

  private func run(
    _ gate: ReadyCondition.Gate, _ target: UnsafeMutablePointer<UInt64>, _ base: UnsafeMutablePointer<UInt64>,
    _ width: Int, _ block: OpenBlock, _ blocks: StateBlocks, _ planes: inout [UInt64]
  ) {
    func input(_ index: Int) -> UnsafeMutablePointer<UInt64> { base + inputs[gate.first + index] * width }
    switch gate.kind {
    case .constant: target.update(repeating: gate.number == 1 ? .max : 0, count: width)
    case .event: target.update(repeating: holding[Int(gate.number)] ? .max : 0, count: width)
    case .taken: block.write(option: Int(gate.number), to: target)
    case .state:
      target.update(repeating: 0, count: width)
      if let slot = blocks.slot(of: gate.number), block.words.contains(slot / 64) {
        target[slot / 64 - block.words.lowerBound] = 1 << UInt64(slot % 64)
      }
    case .not:
      let one = input(0)
      for index in 0..<width { target[index] = ~one[index] }
    case .all, .any:
      target.update(repeating: gate.kind == .all ? .max : 0, count: width)
      for part in 0..<gate.count {
        let one = input(part)
        if gate.kind == .all {
          for index in 0..<width { target[index] &= one[index] }
        } else {
          for index in 0..<width { target[index] |= one[index] }
        }
      }
    case .implies:
      let (left, right) = (input(0), input(1))
      for index in 0..<width { target[index] = ~left[index] | right[index] }
    case .iff:
      let (left, right) = (input(0), input(1))
      for index in 0..<width { target[index] = ~(left[index] ^ right[index]) }
    case .atLeast, .atMost, .exactly:
      count(gate, target, base, width, &planes)
    }
  }

  /// Counts the inputs that hold, digit by digit: plane *d* has the states whose
  /// count has binary digit *d*. Then compares with the gate's number.
  private func count(
    _ gate: ReadyCondition.Gate, _ target: UnsafeMutablePointer<UInt64>, _ base: UnsafeMutablePointer<UInt64>,
    _ width: Int, _ planes: inout [UInt64]
  ) {
    var digits = 1
    while gate.count >> digits != 0 { digits += 1 }
    if gate.number >> UInt64(digits) != 0 {
      // More than there are inputs.
      target.update(repeating: gate.kind == .atMost ? .max : 0, count: width)
      return
    }
    planes = [UInt64](repeating: 0, count: digits)
    for index in 0..<width {
      for digit in 0..<digits { planes[digit] = 0 }
      for part in 0..<gate.count {
        var carry = base[inputs[gate.first + part] * width + index]
        var digit = 0
        while carry != 0 {
          let both = planes[digit] & carry
          planes[digit] ^= carry
          carry = both
          digit += 1
        }
      }
      var (more, equal): (UInt64, UInt64) = (0, .max)
      for digit in (0..<digits).reversed() {
        if gate.number & (1 << UInt64(digit)) == 0 {
          more |= equal & planes[digit]
          equal &= ~planes[digit]
        } else {
          equal &= planes[digit]
        }
      }
      switch gate.kind {
      case .atLeast: target[index] = more | equal
      case .atMost: target[index] = ~more
      default: target[index] = equal
      }
    }
  }
}
