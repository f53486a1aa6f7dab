public import ConflictModel
internal import DecisionDiagrams

// What some options are in selected states, whatever the others are.
extension Selection {
  /// The values that the options of a mask have in selected states, each once, as states without any other option;
  /// nil where there are more than so many.
  ///
  /// - Complexity: Of a list, O(selected); of a set, about as many operations on diagrams as there are options.
  package func values(of options: UInt64, atMost most: Int) -> [State]? {
    switch slots {
    case .diagram(let set):
      let values = set.projected(onto: options)
      return values.count > most ? nil : values.map { State($0) }
    case .bits:
      var values: Set<UInt64> = []
      for slot in slots {
        if values.insert(states.state(inSlot: slot).code & options).inserted, values.count > most {
          return nil
        }
      }
      return values.sorted().map { State($0) }
    }
  }

  /// In how many selected states the options of a mask are as in each of some states without any other; nil where
  /// the control stopped the count.
  ///
  /// - Complexity: Of a list, O(selected); of a set, O(nodes of its diagram) for each.
  package func counts(of options: UInt64, as values: [State], control: Control = Control()) -> [Int]? {
    var counts: [Int] = []
    switch slots {
    case .diagram(let set):
      for value in values {
        if control.shouldStop() != nil { return nil }
        counts.append(set.count(fixing: options, to: value.code))
      }
    case .bits:
      var places: [UInt64: Int] = [:]
      for (place, value) in values.enumerated() { places[value.code] = place }
      counts = [Int](repeating: 0, count: values.count)
      for (number, slot) in slots.enumerated() {
        if number % 65_536 == 0, control.shouldStop() != nil { return nil }
        if let place = places[states.state(inSlot: slot).code & options] { counts[place] += 1 }
      }
    }
    return counts
  }
}
