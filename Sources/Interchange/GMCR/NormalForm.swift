import ConflictModel

/// A conjunction of literals over options: some taken, some not.
struct Conjunction: Hashable {
  /// The options that are taken, one bit each.
  var taken: UInt64 = 0
  /// The options that are not.
  var left: UInt64 = 0

  /// Both at once, or nil when they contradict each other.
  func and(_ other: Conjunction) -> Conjunction? {
    let both = Conjunction(taken: taken | other.taken, left: left | other.left)
    return both.taken & both.left == 0 ? both : nil
  }

  /// Whether every state that satisfies `other` satisfies this, too.
  func covers(_ other: Conjunction) -> Bool {
    taken & ~other.taken == 0 && left & ~other.left == 0
  }

  var literalCount: Int { taken.nonzeroBitCount + left.nonzeroBitCount }
}

/// Writes conditions as "one of these conjunctions holds", which is all that a
/// `.gmcr` file can say.
///
/// Events are replaced by their values, terms by what they stand for; a term
/// that is used often is expanded once. The result can be exponentially larger
/// than the condition, so it is given up beyond ``maximumCount``.
struct NormalForm {
  /// The most conjunctions that a condition, or a part of one, may take.
  static let maximumCount = 1_024

  private let conflict: Conflict
  /// What is known of each term: nil until it is needed.
  private var known: [Expansion?]

  private struct Expansion {
    /// Nil for too many.
    var holding: [Conjunction]?
    var failing: [Conjunction]?
  }

  /// Too many conjunctions.
  struct TooLarge: Error {}

  init(_ conflict: Conflict) {
    self.conflict = conflict
    known = [Expansion?](repeating: nil, count: conflict.terms.count)
  }

  /// The conjunctions of which one holds exactly where the condition does, or
  /// does not; none when that is nowhere.
  mutating func conjunctions(
    of condition: Condition, holds: Bool = true
  ) throws(TooLarge) -> [Conjunction] {
    expandTerms(of: condition)
    return try expanded(condition, holds: holds)
  }

  /// Expands the terms that a condition uses, the earlier ones first: they may
  /// use each other in a chain that is too long for recursion.
  private mutating func expandTerms(of condition: Condition) {
    var needed: Set<Int> = []
    Self.addTerms(of: condition, to: &needed)
    for index in conflict.terms.indices.reversed() where needed.contains(index) && known[index] == nil {
      Self.addTerms(of: conflict.terms[index], to: &needed)
    }
    for index in conflict.terms.indices where needed.contains(index) && known[index] == nil {
      let term = conflict.terms[index]
      known[index] = Expansion(
        holding: try? expanded(term, holds: true), failing: try? expanded(term, holds: false))
    }
  }

  private static func addTerms(of condition: Condition, to needed: inout Set<Int>) {
    switch condition {
    case .constant, .taken, .event, .state: break
    case .term(let index): needed.insert(index)
    case .not(let inner): addTerms(of: inner, to: &needed)
    case .all(let parts), .any(let parts), .count(_, _, let parts):
      for part in parts { addTerms(of: part, to: &needed) }
    case .implies(let left, let right), .iff(let left, let right):
      addTerms(of: left, to: &needed)
      addTerms(of: right, to: &needed)
    }
  }

  private func expanded(_ condition: Condition, holds: Bool) throws(TooLarge) -> [Conjunction] {
    switch condition {
    case .constant(let value):
      return value == holds ? [Conjunction()] : []
    case .event(let index):
      return conflict.events[index].holds == holds ? [Conjunction()] : []
    case .taken(let option):
      let bit: UInt64 = 1 << UInt64(option)
      return [holds ? Conjunction(taken: bit) : Conjunction(left: bit)]
    case .state(let state):
      return self.state(state, holds: holds)
    case .term(let index):
      guard let result = holds ? known[index]?.holding : known[index]?.failing else { throw TooLarge() }
      return result
    case .not(let inner):
      return try expanded(inner, holds: !holds)
    case .all(let parts):
      return try holds ? meet(parts, hold: true) : join(parts, hold: false)
    case .any(let parts):
      return try holds ? join(parts, hold: true) : meet(parts, hold: false)
    case .implies(let left, let right):
      let (unless, then) = try (expanded(left, holds: !holds), expanded(right, holds: holds))
      return holds ? try Self.union(unless, then) : try Self.product(unless, then)
    case .iff(let left, let right):
      let same = try Self.product(expanded(left, holds: true), expanded(right, holds: holds))
      let neither = try Self.product(
        expanded(left, holds: false), expanded(right, holds: !holds))
      return try Self.union(same, neither)
    case .count(let bound, let number, let parts):
      return try count(bound, number, parts, holds: holds)
    }
  }

  private func state(_ state: State, holds: Bool) -> [Conjunction] {
    let all: UInt64 = conflict.options.isEmpty ? 0 : ~0 >> UInt64(64 - conflict.options.count)
    if holds { return [Conjunction(taken: state.code, left: all & ~state.code)] }
    return conflict.options.indices.map { option in
      let bit: UInt64 = 1 << UInt64(option)
      return state.takes(option) ? Conjunction(left: bit) : Conjunction(taken: bit)
    }
  }
}

// MARK: - Connectives

extension NormalForm {
  private func meet(_ parts: [Condition], hold: Bool) throws(TooLarge) -> [Conjunction] {
    var result = [Conjunction()]
    for part in parts { result = try Self.product(result, expanded(part, holds: hold)) }
    return result
  }

  private func join(_ parts: [Condition], hold: Bool) throws(TooLarge) -> [Conjunction] {
    var result: [Conjunction] = []
    for part in parts {
      result += try expanded(part, holds: hold)
      if result.count > 8 * Self.maximumCount { result = try Self.absorbed(result) }
    }
    return try Self.absorbed(result)
  }

  private func count(
    _ bound: Condition.Bound, _ number: Int, _ parts: [Condition], holds: Bool
  ) throws(TooLarge) -> [Conjunction] {
    let number = min(max(number, -1), parts.count + 1)
    switch (bound, holds) {
    case (.atLeast, true): return try atLeast(number, of: parts, hold: true)
    case (.atLeast, false): return try atLeast(parts.count - number + 1, of: parts, hold: false)
    case (.atMost, true): return try atLeast(parts.count - number, of: parts, hold: false)
    case (.atMost, false): return try atLeast(number + 1, of: parts, hold: true)
    case (.exactly, true):
      return try Self.product(
        atLeast(number, of: parts, hold: true), atLeast(parts.count - number, of: parts, hold: false))
    case (.exactly, false):
      return try Self.union(
        atLeast(number + 1, of: parts, hold: true), atLeast(parts.count - number + 1, of: parts, hold: false))
    }
  }

  /// At least so many of the conditions hold, or do not.
  private func atLeast(
    _ number: Int, of parts: [Condition], hold: Bool
  ) throws(TooLarge) -> [Conjunction] {
    if number <= 0 { return [Conjunction()] }
    if number > parts.count { return [] }
    // For each number up to the one asked for: at least so many of the parts so far.
    var reached: [[Conjunction]] = [[Conjunction()]] + Array(repeating: [], count: number)
    for part in parts {
      let holding = try expanded(part, holds: hold)
      for count in stride(from: number, through: 1, by: -1) {
        reached[count] = try Self.union(reached[count], Self.product(reached[count - 1], holding))
      }
    }
    return reached[number]
  }

  private static func union(
    _ left: [Conjunction], _ right: [Conjunction]
  ) throws(TooLarge) -> [Conjunction] {
    try absorbed(left + right)
  }

  private static func product(
    _ left: [Conjunction], _ right: [Conjunction]
  ) throws(TooLarge) -> [Conjunction] {
    var found: Set<Conjunction> = []
    for first in left {
      for second in right {
        if let both = first.and(second) { found.insert(both) }
      }
      if found.count > 8 * maximumCount { throw TooLarge() }
    }
    return try absorbed(Array(found))
  }

  /// Drops what another conjunction covers. The result is sorted, so that it
  /// does not depend on the order of its making.
  private static func absorbed(_ conjunctions: [Conjunction]) throws(TooLarge) -> [Conjunction] {
    let ordered = conjunctions.sorted { left, right in
      if left.literalCount != right.literalCount { return left.literalCount < right.literalCount }
      if left.taken != right.taken { return left.taken < right.taken }
      return left.left < right.left
    }
    var kept: [Conjunction] = []
    for conjunction in ordered where !kept.contains(where: { $0.covers(conjunction) }) {
      kept.append(conjunction)
      if kept.count > maximumCount { throw TooLarge() }
    }
    return kept
  }
}
