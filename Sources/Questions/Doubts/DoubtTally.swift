internal import ConflictModel
internal import Stability

/// Counts of completions: in how many each state is an equilibrium, each outcome
/// has one, and so on; each number with, behind it, the same among the completions
/// in which a question is answered yes, for each question.
struct DoubtTally: Sendable {
  /// What is looked at besides single states.
  struct Frame: Sendable {
    let stateCount: Int
    let questionCount: Int
    /// For each outcome, its states, 64 to a word.
    let outcomes: [[UInt64]]
    /// The equilibria of the case as written.
    let asWritten: [UInt64]

    var wordCount: Int { (stateCount + 63) / 64 }
  }

  /// All completions.
  private(set) var all: [UInt64]
  /// The states that are an equilibrium in some completion, each with its counts.
  private(set) var states: [Int: [UInt64]] = [:]
  /// For each outcome, in how many some state of it is an equilibrium.
  private(set) var outcomes: [[UInt64]]
  /// In how many there is none at all.
  private(set) var none: UInt64 = 0
  /// In how many the equilibria are those of the case as written.
  private(set) var asWritten: UInt64 = 0

  init(_ frame: Frame) {
    all = [UInt64](repeating: 0, count: frame.questionCount + 1)
    outcomes = frame.outcomes.map { _ in [UInt64](repeating: 0, count: frame.questionCount + 1) }
  }

  /// Adds completions that have these equilibria.
  mutating func add(_ equilibria: [UInt64], _ weights: [UInt64], _ frame: Frame) {
    Self.add(weights, to: &all)
    if equilibria == frame.asWritten { asWritten += weights[0] }
    if equilibria.allSatisfy({ $0 == 0 }) {
      none += weights[0]
      return
    }
    for (outcome, members) in frame.outcomes.enumerated()
    where members.indices.contains(where: { members[$0] & equilibria[$0] != 0 }) {
      Self.add(weights, to: &outcomes[outcome])
    }
    for (index, word) in equilibria.enumerated() {
      var left = word
      while left != 0 {
        let position = index * 64 + left.trailingZeroBitCount
        left &= left - 1
        Self.add(weights, to: &states[position, default: [UInt64](repeating: 0, count: weights.count)])
      }
    }
  }

  /// Adds what another tally counted.
  mutating func add(_ other: DoubtTally) {
    Self.add(other.all, to: &all)
    none += other.none
    asWritten += other.asWritten
    for (index, counts) in other.outcomes.enumerated() { Self.add(counts, to: &outcomes[index]) }
    for (position, counts) in other.states {
      Self.add(counts, to: &states[position, default: [UInt64](repeating: 0, count: counts.count)])
    }
  }

  private static func add(_ weights: [UInt64], to counts: inout [UInt64]) {
    for index in counts.indices { counts[index] += weights[index] }
  }
}

/// Sets of equilibria, each with the completions that come to it: what is left
/// after intersecting the stable states of one actor after the other.
struct EquilibriumSets {
  private(set) var sets: [[UInt64]: [UInt64]]

  /// Before any actor is looked at: every state, in one completion of nothing.
  init(_ frame: DoubtTally.Frame) {
    var words = [UInt64](repeating: .max, count: frame.wordCount)
    if frame.stateCount % 64 != 0 { words[words.count - 1] = (1 << UInt64(frame.stateCount % 64)) - 1 }
    var weights = [UInt64](repeating: 0, count: frame.questionCount + 1)
    weights[0] = 1
    sets = [words: weights]
  }

  /// Lets an actor have any of some stable sets, each with its weights: the number
  /// of completions, then those with a yes to each of the actor's questions.
  mutating func intersect(_ stable: [[UInt64]: [UInt64]], firstQuestion: Int) {
    var next: [[UInt64]: [UInt64]] = [:]
    next.reserveCapacity(sets.count)
    for (set, weights) in sets {
      for (other, own) in stable {
        var both = set
        for index in both.indices { both[index] &= other[index] }
        var product = weights
        for index in product.indices { product[index] *= own[0] }
        for question in 1..<own.count { product[firstQuestion + question] = weights[0] * own[question] }
        if let known = next[both] {
          for index in product.indices { product[index] += known[index] }
        }
        next[both] = product
      }
    }
    sets = next
  }
}
