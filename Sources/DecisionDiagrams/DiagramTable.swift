/// The nodes of reduced ordered binary decision diagrams, and the operations on these.
///
///     var table = try DiagramTable(variableCount: 2)
///     let (rain, umbrella) = try (table.variable(0), table.variable(1))
///     let dry = try table.union(!rain, umbrella)
///     try table.count(dry, over: [0, 1])   // 3
///
/// On the way down every diagram meets its variables in one order, which is given at the start; how many
/// nodes a set takes depends on it. A table has no state outside itself, so there may be as many as one
/// likes, but one is not to be used by two threads at once.
///
/// Memory is 36 bytes for each node that there is room for, rounded up to a power of two. It is asked for
/// before it is taken, and the limit kept.
package struct DiagramTable: ~Copyable {
  /// A node: where its variable is, that is one and that is zero. The arrow for one has no mark, which
  /// makes the form unique.
  struct Node {
    var level: UInt32
    var low: UInt32
    var high: UInt32
    /// The next node with the same hash, or the next free place; 0 at the end.
    var next: UInt32
  }

  /// The level of the constant, below all variables, and of free places.
  static let bottom: UInt32 = .max
  /// Arrows have 28 bits, so that the key and the result of an operation fit into 16 bytes.
  static let mostNodes = 1 << 27
  static let bytesPerNode = 36

  /// How many variables there are.
  package let variableCount: Int
  /// The variable at each level, from the root down.
  package internal(set) var order: [Int]
  /// The level of each variable.
  var levels: [UInt32]

  var nodes: UnsafeMutablePointer<Node>
  /// The first node for each hash; 0 for none.
  var buckets: UnsafeMutablePointer<UInt32>
  /// What operations gave, so that they need not be done again.
  var results: UnsafeMutablePointer<CachedResult>
  /// What frees these.
  private let memory: Memory
  /// For how many nodes there is room: a power of two.
  var room: Int
  /// The places of nodes that were ever taken, the constant at 0 included.
  var taken = 1
  /// The first free place among these; 0 for none.
  var firstFree: UInt32 = 0
  /// The free places among these.
  var freeCount = 0

  /// The most bytes that the table may take.
  package let memoryLimit: Int
  let shouldStop: () -> Bool
  var stepsToQuestion = Self.stepsBetweenQuestions
  /// How many steps were worked out so far, each the combination of a few nodes: a measure of the work that
  /// is the same in every run.
  package internal(set) var stepCount: UInt64 = 0
  /// So many steps lie between two questions whether to go on.
  package static let stepsBetweenQuestions = 4096

  /// What takes the place of each variable, for each substitution that was made known.
  var substitutions: [[UInt32]] = []

  /// A table with no diagrams but the constant ones.
  ///
  /// - Parameters:
  ///   - order: The variables from the root down, each number below their count once.
  ///   - memoryLimit: The most bytes that it may take.
  ///   - shouldStop: Asked every few thousand steps; an operation ends where the answer is yes.
  package init(
    order: [Int], memoryLimit: Int = 1 << 30, shouldStop: @escaping () -> Bool = { false }
  ) throws(DiagramHalt) {
    if Self.leastRoom * Self.bytesPerNode > memoryLimit { throw .memory }
    var levels = [UInt32](repeating: Self.bottom, count: order.count)
    for (level, variable) in order.enumerated() {
      precondition(
        levels.indices.contains(variable) && levels[variable] == Self.bottom,
        "an order has every variable once")
      levels[variable] = UInt32(level)
    }
    variableCount = order.count
    self.order = order
    self.levels = levels
    self.memoryLimit = memoryLimit
    self.shouldStop = shouldStop
    room = Self.leastRoom
    memory = Memory(room: Self.leastRoom)
    (nodes, buckets, results) = (memory.nodes, memory.buckets, memory.results)
    nodes[0] = Node(level: Self.bottom, low: Arrow.everything, high: Arrow.everything, next: 0)
    buckets.initialize(repeating: 0, count: room)
    results.initialize(repeating: CachedResult(), count: room)
  }

  /// The same with the variables in the order of their numbers.
  package init(
    variableCount: Int, memoryLimit: Int = 1 << 30, shouldStop: @escaping () -> Bool = { false }
  ) throws(DiagramHalt) {
    try self.init(order: Array(0..<variableCount), memoryLimit: memoryLimit, shouldStop: shouldStop)
  }

  static let leastRoom = 1 << 12

  /// The memory, freed with the table: what a type that cannot be copied does at its end is not found from
  /// another module by Embedded Swift 6.3.
  private final class Memory {
    var nodes: UnsafeMutablePointer<Node>
    var buckets: UnsafeMutablePointer<UInt32>
    var results: UnsafeMutablePointer<CachedResult>

    init(room: Int) {
      nodes = .allocate(capacity: room)
      buckets = .allocate(capacity: room)
      results = .allocate(capacity: room)
    }

    deinit {
      nodes.deallocate()
      buckets.deallocate()
      results.deallocate()
    }
  }

  /// How many nodes there are, those included that nobody holds any more.
  package var nodeCount: Int { taken - 1 - freeCount }
  /// How many bytes the table takes.
  package var byteCount: Int { room * Self.bytesPerNode }
}

// MARK: Nodes

extension DiagramTable {
  /// The set where the variable is one.
  package mutating func variable(_ variable: Int) throws(DiagramHalt) -> Diagram {
    Diagram(arrow: try node(levels[variable], Arrow.nothing, Arrow.everything))
  }

  /// The arrow to the node with these branches: there is one of each kind.
  @inline(__always)
  mutating func node(_ level: UInt32, _ low: UInt32, _ high: UInt32) throws(DiagramHalt) -> UInt32 {
    if low == high { return low }
    let mark = high & 1
    let (plainLow, plainHigh) = (low ^ mark, high ^ mark)
    let hash = Self.hash(level, plainLow, plainHigh)
    var place = buckets[Int(truncatingIfNeeded: hash) & (room - 1)]
    while place != 0 {
      let node = nodes[Int(place)]
      if node.low == plainLow, node.high == plainHigh, node.level == level { return place << 1 | mark }
      place = node.next
    }
    let new = try freePlace()
    insert(Node(level: level, low: plainLow, high: plainHigh, next: 0), at: new, hash)
    return new << 1 | mark
  }

  /// Writes a node and lets it be found.
  mutating func insert(_ node: Node, at place: UInt32, _ hash: UInt32) {
    let bucket = Int(truncatingIfNeeded: hash) & (room - 1)
    nodes[Int(place)] = Node(level: node.level, low: node.low, high: node.high, next: buckets[bucket])
    buckets[bucket] = place
  }

  private mutating func freePlace() throws(DiagramHalt) -> UInt32 {
    if firstFree != 0 {
      let place = firstFree
      firstFree = nodes[Int(place)].next
      freeCount -= 1
      return place
    }
    if taken == room { try grow() }
    taken += 1
    return UInt32(taken - 1)
  }

  @inline(__always)
  static func hash(_ level: UInt32, _ low: UInt32, _ high: UInt32) -> UInt32 {
    var hash = UInt64(low) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ UInt64(high)) &* 0xD6E8_FEB8_6659_FD93
    hash = (hash ^ UInt64(level)) &* 0xA24B_AED4_963E_E407
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  /// Makes room for so many further nodes.
  mutating func makeRoom(for count: Int) throws(DiagramHalt) {
    while freeCount + room - taken < count { try grow() }
  }

  /// Makes room for twice as many nodes, if the limit lets it: the old ones stand beside the new for a moment.
  private mutating func grow() throws(DiagramHalt) {
    let more = room * 2
    // In 64 bits, whatever the machine has.
    let bytes = Int64(more) * Int64(Self.bytesPerNode) + Int64(room) * Int64(MemoryLayout<Node>.stride)
    if more > Self.mostNodes || bytes > Int64(memoryLimit) { throw .memory }
    let moved = UnsafeMutablePointer<Node>.allocate(capacity: more)
    moved.moveInitialize(from: nodes, count: taken)
    nodes.deallocate()
    (nodes, memory.nodes) = (moved, moved)
    buckets.deallocate()
    buckets = .allocate(capacity: more)
    memory.buckets = buckets
    let old = (results: results, count: room)
    results = .allocate(capacity: more)
    memory.results = results
    room = more
    buckets.initialize(repeating: 0, count: more)
    results.initialize(repeating: CachedResult(), count: more)
    for index in 0..<old.count where !old.results[index].isEmpty { keep(old.results[index]) }
    old.results.deallocate()
    for place in 1..<taken {
      let node = nodes[place]
      if node.level == Self.bottom { continue }
      insert(node, at: UInt32(place), Self.hash(node.level, node.low, node.high))
    }
  }
}
