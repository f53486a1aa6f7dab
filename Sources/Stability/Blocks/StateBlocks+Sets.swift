internal import ConflictModel
internal import StateSets

extension StateBlocks {
  /// The slots where every one of the conditions holds.
  ///
  /// Nil when the work was stopped.
  func slots(where predicates: [ReadyCondition], _ workers: Workers) -> StateSet? {
    let ready = predicates.map(BlockPredicate.init)
    let words = SharedWords(count: wordCount)
    let done = workers.run(blockCount) { index in
      let block = open(index)
      var scratch = BlockPredicate.Scratch()
      let target = words.base + block.words.lowerBound
      target.update(repeating: .max, count: block.words.count)
      for predicate in ready {
        predicate.evaluate(block, in: self, &scratch) { found in
          for word in 0..<block.words.count { target[word] &= found[word] }
        }
      }
    }
    return done ? StateSet(words: words.array, over: slotCount) : nil
  }

  /// For each of the conditions the slots where it holds.
  func slots(whereEach predicates: [ReadyCondition]) -> [StateSet] {
    let ready = predicates.map(BlockPredicate.init)
    var words = predicates.map { _ in [UInt64](repeating: 0, count: wordCount) }
    var scratch = BlockPredicate.Scratch()
    for index in 0..<blockCount {
      let block = open(index)
      for (number, predicate) in ready.enumerated() {
        predicate.evaluate(block, in: self, &scratch) { found in
          for word in block.words { words[number][word] = found[word - block.words.lowerBound] }
        }
      }
    }
    return words.map { StateSet(words: $0, over: slotCount) }
  }
}

/// Words that several threads write to, each to places of its own.
final class SharedWords: @unchecked Sendable {
  let base: UnsafeMutablePointer<UInt64>
  private let count: Int

  init(count: Int) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
  }

  deinit { base.deallocate() }

  var array: [UInt64] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
