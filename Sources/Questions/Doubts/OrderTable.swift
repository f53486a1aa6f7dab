internal import ConflictModel
internal import Stability

/// The different orders that one actor may have, with how many of its completions
/// come to each.
struct OrderTable: Sendable {
  /// The orders, each once.
  private(set) var orders: [Order] = []
  /// For each order, how many completions have it and, for each question about the
  /// actor, in how many of those the answer is yes.
  private(set) var weights: [[UInt64]] = []
  /// For each order, which improvements it makes of the actor's moves, as a number;
  /// empty until it is asked for.
  private(set) var classOf: [Int] = []
  /// For each such class, its orders.
  private(set) var members: [[Int]] = []

  private var known: [Order: Int] = [:]

  /// Adds a completion; the index of its order.
  mutating func add(_ order: Order, _ answers: [Bool]) -> Int {
    let index = known[order] ?? orders.count
    if index == orders.count {
      known[order] = index
      orders.append(order)
      weights.append([UInt64](repeating: 0, count: answers.count + 1))
    }
    weights[index][0] += 1
    for (question, isYes) in answers.enumerated() where isYes { weights[index][question + 1] += 1 }
    return index
  }

  /// Puts orders together that make the same moves improvements: the others'
  /// stability depends on nothing else of them. False when the work was stopped.
  mutating func classify(_ graph: StateGraph, actor: Int, _ control: Control) -> Bool {
    if orders.count == 1 {
      (classOf, members) = ([0], [[0]])
      return true
    }
    // For each order a bit for each move, all orders looked at move by move.
    var improvements = [[UInt64]](repeating: [], count: orders.count)
    var count: UInt64 = 0
    var work = 0
    for position in graph.states.indices {
      let targets = graph.moves(of: actor, from: position)
      work += (targets.count + 16) * orders.count
      if work > 100_000 {
        work = 0
        if control.shouldStop() != nil { return false }
      }
      for (index, order) in orders.enumerated() {
        let rank = order.ranks[position]
        var bit = count
        for target in targets {
          if bit % 64 == 0 { improvements[index].append(0) }
          if order.ranks[target] > rank {
            improvements[index][improvements[index].count - 1] |= 1 << (bit % 64)
          }
          bit += 1
        }
      }
      count += UInt64(targets.count)
    }
    var classes: [[UInt64]: Int] = [:]
    for (index, key) in improvements.enumerated() {
      let number = classes[key] ?? members.count
      if number == members.count {
        classes[key] = number
        members.append([])
      }
      classOf.append(number)
      members[number].append(index)
    }
    return true
  }
}

/// Makes the orders of one actor's completions.
struct OrderMaker: Sendable {
  let graph: StateGraph
  let actor: Int
  let doubts: ActorDoubts
  let wayCounts: [UInt64]
  let questions: [DoubtQuestion.Content]
  private let holds: [Selection]

  init(_ doubts: Doubts, actor: Int, graph: StateGraph) {
    self.graph = graph
    self.actor = actor
    self.doubts = doubts.actors[actor]
    wayCounts = self.doubts.doubts.map { $0.wayCount }
    questions = self.doubts.questions.map { $0.content }
    if case .statements(let conditions) = graph.conflict.actors[actor].preference {
      holds = conditions.map { graph.states(where: $0) }
    } else {
      holds = []
    }
  }

  /// The ways of the completion of the given number, of all that the actor has.
  func ways(_ number: UInt64) -> [UInt64] {
    var rest = number
    return wayCounts.map { count in
      defer { rest /= count }
      return rest % count
    }
  }

  /// The order of a completion, and the answers to the questions about it.
  func order(_ ways: [UInt64]) -> (order: Order, answers: [Bool]) {
    let wishes = doubts.wishes(ways)
    let answers = questions.map { wishes.answer($0) }
    switch wishes {
    case .asWritten: return (graph.order(graph.conflict.actors[actor].preference), answers)
    case .statements(let statements):
      return (graph.order(byStatements: statements.map { (holds[$0], true) }), answers)
    case .ranking(let tiers): return (graph.order(.ranking(tiers)), answers)
    }
  }
}

extension Control {
  /// The results of the body for each index below the count, worked out several at
  /// a time; nil when the work was stopped.
  func results<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value?) -> [Value]? {
    let slots = Slots<Value?>(count: count, filledWith: nil)
    let shouldStop = shouldStop
    forEach(count) { index in
      if shouldStop() == nil { slots.base[index] = body(index) }
    }
    var results: [Value] = []
    results.reserveCapacity(count)
    for index in 0..<count {
      guard let value = slots.base[index] else { return nil }
      results.append(value)
    }
    return results
  }
}
