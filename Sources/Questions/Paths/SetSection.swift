package import ConflictModel
internal import Stability

/// What legal sequences reach from one state, where there are more states than can be listed: how many in how many
/// steps, and one plainest way to each thing that was asked about.
package struct SetSection: Sendable {
  /// Where the sequences start, by position.
  package let start: Int
  /// How many states are reached in 1, 2, 3 … steps and in no fewer.
  package internal(set) var layers: [Int] = []
  /// How many other states are reached.
  package internal(set) var count = 0
  /// Whether some of them take more steps than those counted in ``layers``.
  package internal(set) var isCut = false
  /// How many other states moves reach; nil where that was not found out.
  package internal(set) var movesCount: Int?
  /// How many states that last under the concept are reached, the start included.
  package internal(set) var lastingCount = 0
  /// Those of them but the start, by the outcomes that they belong to; the plainest way first. Those to which every way
  /// takes more steps than were counted are left out.
  package internal(set) var kinds: [Kind] = []
  /// What is known of each named outcome; shorter where a limit was reached.
  package internal(set) var outcomes: [Place] = []
  /// What is known of what the ways are to lead to; nil without a target.
  package internal(set) var target: Place?
  /// Whether the start is such already.
  package internal(set) var isThere = false
  /// Why this is not all; nil when it is.
  package internal(set) var limit: Limit?

  /// How many states that no outcome names are reached in 0, 1, 2 … steps, and how many of these last.
  package internal(set) var unnamed: [Count] = []

  init(start: Int) { self.start = start }

  /// States that last and go by one name.
  package struct Kind: Sendable {
    /// The outcomes by which they go, by index; none where no outcome names them.
    package var outcomes: [Int]
    /// How many of them are reached.
    package var count: Int
    /// The plainest way to the nearest.
    package var way: [Step]
  }

  /// States that were asked about.
  package struct Place: Sendable {
    /// How many there are, and how many of them are reached, the start included.
    package var count: Int, reachedCount: Int
    /// How many of those reached last under the concept.
    package var lastingCount: Int
    /// The fewest steps to one of them; nil where none is reached, or in more steps than were counted.
    package var distance: Int?
    /// The plainest way to the nearest but the start; nil where no other is reached in so few steps.
    package var way: [Step]?
    /// The fewest steps to one but the start that lasts; nil where none is reached.
    package var lastingDistance: Int?
    /// What keeps sequences from all of them; nil where one is reached, or a limit was first.
    package var obstacle: Obstacle?
    /// How many of them are reached in 0, 1, 2 … steps.
    package var layers: [Count] = []

    /// So many states, and so many of them reached, in so few steps.
    package init(count: Int, reachedCount: Int = 0, lastingCount: Int = 0, distance: Int? = nil) {
      (self.count, self.reachedCount) = (count, reachedCount)
      (self.lastingCount, self.distance) = (lastingCount, distance)
    }
  }

  /// How many states, and how many of them last under the concept.
  package struct Count: Sendable, Hashable {
    /// How many.
    package var all: Int
    /// How many of them last.
    package var lasting: Int
  }
}
