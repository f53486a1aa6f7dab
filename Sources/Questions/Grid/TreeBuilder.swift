/// Builds a tree that tells, from as few questions as may be, which class each
/// point of a grid belongs to.
struct TreeBuilder {
  /// How many values each dimension has.
  let sizes: [Int]
  /// The class of each point, the last dimension fastest; -1 where it does not matter.
  let classes: [Int]

  /// The most parts of the grid that are looked at for a tree with the fewest answers.
  static let partLimit = 400_000

  /// The tree, and whether none has fewer answers.
  func tree() -> (tree: DecisionTree, isSmallest: Bool) {
    let needed = neededDimensions()
    let builder = restricted(to: needed)
    let parts = builder.sizes.reduce(1) { min($0 * ($1 + 1), Self.partLimit + 1) }
    let isSmallest = parts <= Self.partLimit
    let tree =
      isSmallest
      ? SmallestTree(builder).tree
      : builder.greedyTree(
        Array(builder.classes.indices), Array(builder.sizes.indices))
    return (tree.renumbered(needed), isSmallest)
  }

  // MARK: What matters

  /// Dimensions that tell the class of every point: those in which two points of
  /// different classes differ alone, if they are enough, else all of them.
  private func neededDimensions() -> [Int] {
    let all = Array(sizes.indices)
    let needed = all.filter { dimension in
      let stride = sizes[(dimension + 1)...].reduce(1, *)
      var seen: [Int: Int] = [:]
      for (point, kind) in classes.enumerated() where kind >= 0 {
        let place = point - point / stride % sizes[dimension] * stride
        if let other = seen[place], other != kind { return true }
        seen[place] = kind
      }
      return false
    }
    var seen: [[Int]: Int] = [:]
    for (point, kind) in classes.enumerated() where kind >= 0 {
      let key = needed.map { value(of: $0, at: point) }
      if let other = seen[key], other != kind { return all }
      seen[key] = kind
    }
    return needed
  }

  private func value(of dimension: Int, at point: Int) -> Int {
    point / sizes[(dimension + 1)...].reduce(1, *) % sizes[dimension]
  }

  /// The grid of some of the dimensions, which tell every class.
  private func restricted(to kept: [Int]) -> TreeBuilder {
    let sizes = kept.map { self.sizes[$0] }
    var classes = [Int](repeating: -1, count: sizes.reduce(1, *))
    for (point, kind) in self.classes.enumerated() where kind >= 0 {
      var target = 0
      for dimension in kept { target = target * self.sizes[dimension] + value(of: dimension, at: point) }
      classes[target] = kind
    }
    return TreeBuilder(sizes: sizes, classes: classes)
  }

  // MARK: Too many parts to look at all

  /// Asks each time about the dimension that leaves the fewest pairs of points of
  /// different classes together.
  private func greedyTree(_ points: [Int], _ left: [Int]) -> DecisionTree {
    let kinds = Set(points.map { classes[$0] }.filter { $0 >= 0 })
    if kinds.count < 2 { return .answer(kinds.first ?? -1) }
    func parts(_ dimension: Int) -> [[Int]] {
      var parts = [[Int]](repeating: [], count: sizes[dimension])
      for point in points { parts[value(of: dimension, at: point)].append(point) }
      return parts
    }
    let best = left.min { mixed(parts($0)) < mixed(parts($1)) }!
    let trees = parts(best).map { greedyTree($0, left.filter { $0 != best }) }
    return .asking(best, trees)
  }

  private func mixed(_ parts: [[Int]]) -> Int {
    parts.reduce(0) { sum, part in
      var counts: [Int: Int] = [:]
      for point in part where classes[point] >= 0 { counts[classes[point], default: 0] += 1 }
      let all = counts.values.reduce(0, +)
      return sum + (all * all - counts.values.reduce(0) { $0 + $1 * $1 }) / 2
    }
  }
}

extension DecisionTree {
  /// A question whose branches with equal trees are put together; none where all are.
  static func asking(_ dimension: Int, _ trees: [DecisionTree]) -> DecisionTree {
    var branches: [Branch] = []
    for (value, tree) in trees.enumerated() {
      // A value that never occurs goes with any other.
      if let index = branches.firstIndex(where: { $0.tree == tree }) {
        branches[index].values.append(value)
      } else {
        branches.append(Branch(values: [value], tree: tree))
      }
    }
    if branches.count > 1, let nobody = branches.firstIndex(where: { $0.tree == .answer(-1) }) {
      let values = branches.remove(at: nobody).values
      branches[0].values = (branches[0].values + values).sorted()
    }
    return branches.count == 1 ? branches[0].tree : .ask(dimension: dimension, branches: branches)
  }

  /// The same tree about dimensions with other numbers.
  func renumbered(_ numbers: [Int]) -> DecisionTree {
    switch self {
    case .answer: self
    case .ask(let dimension, let branches):
      .ask(
        dimension: numbers[dimension],
        branches: branches.map { Branch(values: $0.values, tree: $0.tree.renumbered(numbers)) })
    }
  }
}

/// Finds a tree with the fewest answers by looking at every part of the grid: each
/// dimension at one of its values, or free.
private struct SmallestTree {
  let builder: TreeBuilder
  /// How far apart parts are that differ by one in a dimension's digit; the digit
  /// of a free dimension is its size.
  private let strides: [Int]
  /// For each part its class, -1 when none of it matters, -2 when it is mixed.
  private var classes: [Int]
  /// For each part a number that equal parts share.
  private var identities: [Int]
  private var costs: [Int]
  private var questions: [Int]

  init(_ builder: TreeBuilder) {
    self.builder = builder
    let sizes = builder.sizes
    var strides = [Int](repeating: 1, count: sizes.count)
    for dimension in sizes.indices.reversed().dropFirst() {
      strides[dimension] = strides[dimension + 1] * (sizes[dimension + 1] + 1)
    }
    self.strides = strides
    let count = sizes.reduce(1) { $0 * ($1 + 1) }
    classes = [Int](repeating: -1, count: count)
    identities = classes
    costs = [Int](repeating: 1, count: count)
    questions = classes
    var known: [[Int]: Int] = [:]
    for part in 0..<count { settle(part, &known) }
  }

  private func digit(_ dimension: Int, of part: Int) -> Int {
    part / strides[dimension] % (builder.sizes[dimension] + 1)
  }

  private func children(_ part: Int, _ dimension: Int) -> [Int] {
    (0..<builder.sizes[dimension]).map { part - (builder.sizes[dimension] - $0) * strides[dimension] }
  }

  private mutating func settle(_ part: Int, _ known: inout [[Int]: Int]) {
    let free = builder.sizes.indices.filter { digit($0, of: part) == builder.sizes[$0] }
    guard let first = free.first else {
      var point = 0
      for dimension in builder.sizes.indices {
        point = point * builder.sizes[dimension] + digit(dimension, of: part)
      }
      classes[part] = builder.classes[point]
      identities[part] = classes[part]
      return
    }
    let along = children(part, first)
    var kind = -1
    for child in along where classes[child] != -1 {
      kind = kind == -1 || kind == classes[child] ? classes[child] : -2
    }
    classes[part] = kind
    if kind != -2 {
      identities[part] = kind
      return
    }
    let key = [first] + along.map { identities[$0] }
    if let number = known[key] {
      identities[part] = number
    } else {
      // Below all classes, so that the two cannot be mistaken.
      identities[part] = -3 - known.count
      known[key] = identities[part]
    }
    costs[part] = .max
    for dimension in free {
      var counted: Set<Int> = [-1]
      var cost = 0
      for child in children(part, dimension) where counted.insert(identities[child]).inserted {
        cost += costs[child]
      }
      if cost < costs[part] { (costs[part], questions[part]) = (cost, dimension) }
    }
  }

  var tree: DecisionTree { tree(classes.count - 1) }

  private func tree(_ part: Int) -> DecisionTree {
    if classes[part] != -2 { return .answer(classes[part]) }
    let dimension = questions[part]
    return .asking(dimension, children(part, dimension).map(tree))
  }
}
