/// Questions about dimensions that lead to an answer, each asked at most once on
/// the way.
package indirect enum DecisionTree: Sendable, Hashable {
  /// Nothing more is asked.
  case answer(Int)
  /// The value of a dimension decides how to go on; values that lead to the same
  /// share a branch.
  case ask(dimension: Int, branches: [Branch])

  /// What follows for some values of a dimension.
  package struct Branch: Sendable, Hashable {
    /// The values, rising.
    package var values: [Int]
    /// What follows.
    package var tree: DecisionTree

    /// A branch for some values.
    package init(values: [Int], tree: DecisionTree) {
      self.values = values
      self.tree = tree
    }
  }

  /// The dimensions that are asked about anywhere, rising.
  package var dimensions: [Int] {
    switch self {
    case .answer: []
    case .ask(let dimension, let branches):
      Set([dimension] + branches.flatMap { $0.tree.dimensions }).sorted()
    }
  }

  /// How many answers there are, those of different branches counted each.
  package var answerCount: Int {
    switch self {
    case .answer: 1
    case .ask(_, let branches): branches.reduce(0) { $0 + $1.tree.answerCount }
    }
  }

  /// The answer for one value of each dimension.
  package func answer(at values: [Int]) -> Int {
    switch self {
    case .answer(let answer): return answer
    case .ask(let dimension, let branches):
      for branch in branches where branch.values.contains(values[dimension]) {
        return branch.tree.answer(at: values)
      }
      preconditionFailure("the dimension has no such value")
    }
  }
}
