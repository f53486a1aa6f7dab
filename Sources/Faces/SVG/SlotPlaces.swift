/// The height at which each slot stands: near its neighbours, in the order of its layer, and
/// apart from those above and below.
enum SlotPlaces {
  private static let gap = 14

  static func place(_ slots: inout [LayeredPart.Slot], _ order: [[Int]]) {
    for layer in order { pack(layer, &slots, layer.map { slots[$0].y }) }
    for round in 0..<16 {
      let isForward = round % 2 == 0
      for layer in isForward ? order : order.reversed() {
        let isLast = round >= 12
        let wanted = layer.map { slot in
          wish(of: slot, slots, left: isForward || isLast, right: !isForward || isLast)
        }
        pack(layer, &slots, wanted)
      }
    }
    let top = slots.map { $0.y - $0.line }.min() ?? 0
    for index in slots.indices { slots[index].y -= top }
  }

  /// The middle of the neighbours on the sides that count.
  private static func wish(of slot: Int, _ slots: [LayeredPart.Slot], left: Bool, right: Bool) -> Int {
    let neighbours = (left ? slots[slot].left : []) + (right ? slots[slot].right : [])
    if neighbours.isEmpty { return slots[slot].y }
    return neighbours.reduce(0) { $0 + slots[$1].y } / neighbours.count
  }

  /// Puts the slots of a layer as near to where they want to be as the room allows, by least
  /// squares: neighbours that would be too close are moved together as a group.
  private static func pack(_ layer: [Int], _ slots: inout [LayeredPart.Slot], _ wanted: [Int]) {
    var offsets: [Int] = []
    var offset = 0
    for (place, slot) in layer.enumerated() {
      if place > 0 {
        let above = slots[layer[place - 1]]
        offset += above.height - above.line + gap + slots[slot].line
      }
      offsets.append(offset)
    }
    var groups: [(sum: Int, weight: Int, count: Int)] = []
    for (place, slot) in layer.enumerated() {
      // Passing arrows hold their course; nodes give way.
      let weight = if case .node = slots[slot].content { 1 } else { 3 }
      var group = (sum: (wanted[place] - offsets[place]) * weight, weight: weight, count: 1)
      while let last = groups.last, last.sum * group.weight > group.sum * last.weight {
        group = (last.sum + group.sum, last.weight + group.weight, last.count + group.count)
        groups.removeLast()
      }
      groups.append(group)
    }
    var place = 0
    for group in groups {
      let base = floored(group.sum, group.weight)
      for _ in 0..<group.count {
        slots[layer[place]].y = base + offsets[place]
        place += 1
      }
    }
  }

  /// Rounds down, below zero as well, so that what stands in order stays so.
  private static func floored(_ sum: Int, _ count: Int) -> Int {
    sum >= 0 ? sum / count : -((-sum + count - 1) / count)
  }
}
