public import ConflictModel
internal import StateSets

// Questions about many states at once, 64 at a time.
extension Solution {
  private var blocks: StateBlocks {
    if let words = states.combinationWords {
      return StateBlocks(cubeOf: conflict.options.count, slotCount: words.count * 64)
    }
    return StateBlocks(list: states.map { $0.code }, optionCount: conflict.options.count)
  }

  /// All states.
  public var allStates: Selection {
    let words = states.combinationWords
    return Selection(
      words.map { StateSet(words: $0, over: $0.count * 64) } ?? StateSet(allOf: states.count), of: states)
  }

  /// The states where the condition holds.
  ///
  /// - Complexity: O(states · size of the condition / 64)
  public func states(where condition: Condition) -> Selection {
    let predicate = conflict.predicate(condition)
    guard let found = blocks.slots(where: [predicate], .alone) else { return allStates }
    return Selection(found, of: states).intersection(allStates)
  }

  /// For each option, how many of the selected states take it.
  ///
  /// - Complexity: O(states · options / 64)
  public func tally(_ selection: Selection) -> [Int] {
    var counts = [Int](repeating: 0, count: conflict.options.count)
    let blocks = blocks
    var column = [UInt64](repeating: 0, count: StateBlocks.wordsPerBlock)
    for index in 0..<blocks.blockCount {
      let words = blocks.words(of: index)
      if !selection.slots.words[words].contains(where: { $0 != 0 }) { continue }
      let block = blocks.open(index)
      column.withUnsafeMutableBufferPointer { column in
        guard let base = column.baseAddress else { return }
        for option in counts.indices {
          block.write(option: option, to: base)
          var count = 0
          for word in words {
            count += (base[word - words.lowerBound] & selection.slots.words[word]).nonzeroBitCount
          }
          counts[option] += count
        }
      }
    }
    return counts
  }
}
