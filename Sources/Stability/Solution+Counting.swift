public import ConflictModel
internal import DecisionDiagrams
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
  public var allStates: Selection { Selection(SlotSet(allOf: states), of: states) }

  /// The states where the condition holds.
  ///
  /// - Complexity: O(states · size of the condition / 64), or of a diagram its nodes.
  public func states(where condition: Condition) -> Selection {
    let predicate = conflict.predicate(condition)
    if let set = states.diagram {
      let chosen = set.mapped { table, states throws(DiagramHalt) in
        try table.intersection(states, table.set(predicate, optionCount: set.variableCount))
      }
      return Selection(.diagram(chosen), of: states)
    }
    guard let found = blocks.slots(where: [predicate], .alone) else { return allStates }
    return Selection(found, of: states).intersection(allStates)
  }

  /// For each option, how many of the selected states take it.
  ///
  /// - Complexity: O(states · options / 64), or of a diagram O(nodes · options)
  public func tally(_ selection: Selection) -> [Int] {
    switch selection.slots {
    case .bits(let bits): tally(bits)
    case .diagram(let set):
      conflict.options.indices.map { set.count(fixing: 1 << UInt64($0), to: 1 << UInt64($0)) }
    }
  }

  private func tally(_ slots: StateSet) -> [Int] {
    var counts = [Int](repeating: 0, count: conflict.options.count)
    let blocks = blocks
    var column = [UInt64](repeating: 0, count: StateBlocks.wordsPerBlock)
    for index in 0..<blocks.blockCount {
      let words = blocks.words(of: index)
      if !slots.words[words].contains(where: { $0 != 0 }) { continue }
      let block = blocks.open(index)
      column.withUnsafeMutableBufferPointer { column in
        guard let base = column.baseAddress else { return }
        for option in counts.indices {
          block.write(option: option, to: base)
          var count = 0
          for word in words {
            count += (base[word - words.lowerBound] & slots.words[word]).nonzeroBitCount
          }
          counts[option] += count
        }
      }
    }
    return counts
  }
}
