import ConflictModel
import Stability

extension DoubtsCounter {
  mutating func sample(_ request: DoubtsRequest) {
    var drawing = Drawing(seed: request.seed)
    guard let draws = draw(request.samples, &drawing) else { return stop() }
    guard classify(for: request.concepts) else { return stop() }
    for (index, concept) in request.concepts.enumerated() {
      guard let (frame, asWritten) = frame(concept) else { return stop() }
      var tally = DoubtTally(frame)
      var isComplete = true
      // Batch by batch, so that one that is stopped leaves a sample still.
      var (start, size) = (0, 1_000)
      while start < draws.count, isComplete {
        let end = min(start + size, draws.count)
        let whole = Double(draws.count * request.concepts.count)
        let before = index * draws.count
        span = (Double(before + start) / whole, Double(before + end) / whole)
        var batch = DoubtTally(frame)
        isComplete = add(draws[start..<end], concept, frame, to: &batch)
        if isComplete { tally.add(batch) }
        start = end
        size *= 2
      }
      if tally.all[0] > 0 { counts.append(DoubtsCount(concept, tally, asWritten: asWritten)) }
      if !isComplete { return stop() }
    }
  }

  /// A completion that was drawn: each actor's order, and the answers as weights.
  private struct Draw {
    var orders: [Int]
    var weights: [UInt64]
  }

  private mutating func draw(_ size: UInt64, _ drawing: inout Drawing) -> [Draw]? {
    var draws: [Draw] = []
    var cache = makers.map { _ in [[UInt64]: (order: Int, answers: [Bool])]() }
    for number in 0..<size {
      if number % 256 == 0 {
        report(.varying, Int(clamping: number), of: Int(clamping: size))
        if control.shouldStop() != nil { return nil }
      }
      var draw = Draw(orders: [], weights: [1])
      for (actor, maker) in makers.enumerated() {
        let ways = maker.wayCounts.map { drawing.number(below: $0) }
        let entry: (order: Int, answers: [Bool])
        if let found = cache[actor][ways] {
          entry = found
        } else {
          if control.shouldStop() != nil { return nil }
          let (order, answers) = maker.order(ways)
          entry = (tables[actor].add(order, answers), answers)
          cache[actor][ways] = entry
        }
        draw.orders.append(entry.order)
        draw.weights += entry.answers.map { $0 ? 1 : 0 }
      }
      draws.append(draw)
    }
    return draws
  }

  /// Adds the draws to the tally; false when the work was stopped.
  private func add(
    _ draws: ArraySlice<Draw>, _ concept: Concept, _ frame: DoubtTally.Frame, to tally: inout DoubtTally
  ) -> Bool {
    // Equal draws are one with the sum of their weights; those that agree in all
    // improvements share the stable sets of each order.
    var merged: [[Int]: [UInt64]] = [:]
    for draw in draws {
      merged[draw.orders] = merged[draw.orders].map { zip($0, draw.weights).map { $0 + $1 } } ?? draw.weights
    }
    let sharing = Self.dependsOnOthers(concept)
    var byClass: [[Int]: [(orders: [Int], weights: [UInt64])]] = [:]
    for (orders, weights) in merged {
      let key = sharing ? orders.indices.map { tables[$0].classOf[orders[$0]] } : []
      byClass[key, default: []].append((orders, weights))
    }
    let members = Array(byClass.values)
    let groups = members.map { draws in
      makers.indices.map { actor in Set(draws.map { $0.orders[actor] }).sorted() }
    }
    return work(through: groups, concept) { group, stable in
      var part = DoubtTally(frame)
      let places = groups[group].map { $0.firstPlaces }
      for draw in members[group] {
        var equilibria = stable[0][places[0][draw.orders[0]]!]
        for actor in places.indices.dropFirst() {
          let own = stable[actor][places[actor][draw.orders[actor]]!]
          for word in equilibria.indices { equilibria[word] &= own[word] }
        }
        part.add(equilibria, draw.weights, frame)
      }
      return part
    } add: {
      tally.add($0)
    }
  }
}
