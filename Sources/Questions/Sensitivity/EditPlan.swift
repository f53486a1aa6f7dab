/// All sets of edits of one size, shared out into tasks.
struct EditPlan {
  let edits: [Edit]
  let size: Int
  /// Edits that flip the claim alone are in no minimal set of more.
  private let isUsed: [Bool]
  /// The minimal sets of two and more found before.
  private let flipping: Set<[Int]>
  /// The edits of preferences that are put together.
  let preferences: [Int]
  private let structural: [Int]

  /// A share of the sets: those with the given structural edits, whose first edit
  /// of a preference is the given one, or any.
  struct Task {
    /// Edits of anything but preferences, rising.
    var structural: [Int]
    /// The place of the first edit of a preference among those; nil for any.
    var first: Int?
  }

  init(_ edits: [Edit], size: Int, flipping: [[Int]]) {
    self.edits = edits
    self.size = size
    var isUsed = [Bool](repeating: true, count: edits.count)
    for set in flipping where set.count == 1 { isUsed[set[0]] = false }
    self.isUsed = isUsed
    self.flipping = Set(flipping.filter { $0.count > 1 })
    preferences = edits.indices.filter { isUsed[$0] && edits[$0].preferenceActor != nil }
    structural = edits.indices.filter { isUsed[$0] && edits[$0].preferenceActor == nil }
  }

  func tasks() -> [Task] {
    var tasks: [Task] = preferences.indices.map { Task(structural: [], first: $0) }
    for count in 1...size {
      var chosen: [Int] = []
      choose(count, from: structural, at: 0, &chosen) { set in
        tasks.append(Task(structural: set, first: nil))
      }
    }
    // Those that begin alike stand together, what they have in common first.
    return tasks.sorted {
      $0.structural == $1.structural
        ? $0.first ?? 0 < $1.first ?? 0 : $0.structural.lexicographicallyPrecedes($1.structural)
    }
  }

  /// The tasks, by index, in bundles for one thread each: all that have the same
  /// first structural edit, so that the frames of what comes first serve those of
  /// what is added to it.
  static func bundles(_ tasks: [Task]) -> [Range<Int>] {
    var bundles: [Range<Int>] = []
    for index in tasks.indices {
      if let last = bundles.last, let first = tasks[index].structural.first,
        tasks[last.lowerBound].structural.first == first
      {
        bundles[bundles.count - 1] = last.lowerBound..<index + 1
      } else {
        bundles.append(index..<index + 1)
      }
    }
    return bundles
  }

  /// Calls the body with the edits of preferences in each set of the task, rising.
  func forEachSet<Failure>(of task: Task, _ body: ([Int]) throws(Failure) -> Void) throws(Failure) {
    let left = size - task.structural.count
    guard let first = task.first else {
      var chosen: [Int] = []
      try choose(left, from: preferences, at: 0, &chosen) { set throws(Failure) in
        if !hasFlippingPart(task.structural + set) { try body(set) }
      }
      return
    }
    var chosen = [preferences[first]]
    try choose(left - 1, from: preferences, at: first + 1, &chosen) { set throws(Failure) in
      if !hasFlippingPart(set) { try body(set) }
    }
  }

  /// How many sets the task has, about: those left out are counted, too.
  func count(of task: Task) -> UInt64 {
    let left = size - task.structural.count
    guard let first = task.first else { return Self.binomial(preferences.count, left) }
    return Self.binomial(preferences.count - first - 1, left - 1)
  }

  static func binomial(_ count: Int, _ size: Int) -> UInt64 {
    if size < 0 || size > count { return 0 }
    return (0..<size).reduce(1) { $0 * UInt64(count - $1) / UInt64($1 + 1) }
  }

  /// Calls the body with each way to add `count` of the pool to what is chosen that
  /// puts no two edits of one thing together.
  private func choose<Failure>(
    _ count: Int, from pool: [Int], at start: Int, _ chosen: inout [Int],
    _ body: ([Int]) throws(Failure) -> Void
  ) throws(Failure) {
    if count == 0 { return try body(chosen) }
    guard start < pool.count else { return }
    for index in start..<pool.count {
      let edit = pool[index]
      if chosen.contains(where: { edits[$0].excludes(edits[edit]) }) { continue }
      chosen.append(edit)
      try choose(count - 1, from: pool, at: index + 1, &chosen, body)
      chosen.removeLast()
    }
  }

  /// Whether a proper part of the set, of two edits or more, flips the claim.
  private func hasFlippingPart(_ set: [Int]) -> Bool {
    if set.count < 3 || flipping.isEmpty { return false }
    let sorted = set.sorted()
    return sorted.indices.contains { left in
      var part = sorted
      part.remove(at: left)
      return flipping.contains(part)
    }
  }
}
