/// The order of slots within their layers, with few crossings of arrows.
enum SlotOrder {
  /// Goes over the layers to and fro, each time ordering one by where the middle of its
  /// neighbours is, and keeps the best order seen.
  static func best(of slots: [LayeredPart.Slot], layers: Int) -> [[Int]] {
    var order = [[Int]](repeating: [], count: layers)
    for (index, slot) in slots.enumerated() { order[slot.layer].append(index) }
    var best = order
    var fewest = crossings(order, slots)
    for round in 0..<12 where fewest > 0 {
      let isForward = round % 2 == 0
      for layer in isForward ? Array(order.indices.dropFirst()) : order.indices.dropLast().reversed() {
        let fixed = order[isForward ? layer - 1 : layer + 1]
        order[layer] = sorted(order[layer], beside: fixed) { isForward ? slots[$0].left : slots[$0].right }
      }
      let count = crossings(order, slots)
      if count < fewest { (best, fewest) = (order, count) }
    }
    return best
  }

  private static func sorted(_ layer: [Int], beside fixed: [Int], _ neighbours: (Int) -> [Int]) -> [Int] {
    var places: [Int: Int] = [:]
    for (place, slot) in fixed.enumerated() { places[slot] = place }
    var keyed: [(slot: Int, key: Int, place: Int)] = []
    for (place, slot) in layer.enumerated() {
      let found = neighbours(slot).compactMap { places[$0] }
      // In thousandths; a slot without neighbours stays about where it is.
      let key =
        found.isEmpty
        ? place * 1000 * max(fixed.count, 1) / layer.count : found.reduce(0, +) * 1000 / found.count
      keyed.append((slot, key, place))
    }
    keyed.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    return keyed.map { $0.slot }
  }

  /// How many pairs of arrows between neighbouring layers cross.
  static func crossings(_ order: [[Int]], _ slots: [LayeredPart.Slot]) -> Int {
    var places = [Int](repeating: 0, count: slots.count)
    for layer in order {
      for (place, slot) in layer.enumerated() { places[slot] = place }
    }
    var count = 0
    for layer in order {
      var ends: [Int] = []
      for slot in layer { ends += slots[slot].right.map { places[$0] }.sorted() }
      count += inversions(&ends)
    }
    return count
  }

  /// How many pairs stand in the wrong order; sorts them.
  private static func inversions(_ values: inout [Int]) -> Int {
    if values.count < 2 { return 0 }
    var left = Array(values[..<(values.count / 2)])
    var right = Array(values[(values.count / 2)...])
    var count = inversions(&left) + inversions(&right)
    var (first, second) = (0, 0)
    for place in values.indices {
      if second == right.count || first < left.count && left[first] <= right[second] {
        values[place] = left[first]
        first += 1
      } else {
        values[place] = right[second]
        second += 1
        count += left.count - first
      }
    }
    return count
  }
}
