/// What an actor wants: an order of the states, ties allowed.
///
/// Only the order has a meaning; no number says how much better a state is.
public enum Preference: Sendable, Hashable {
  /// Option prioritization: states compare by the truth of the first statement,
  /// those alike in it by the second, and so on. States alike in all of them
  /// are tied. (Fang, Hipel, Kilgour and Peng 2003, IEEE Transactions on
  /// Systems, Man, and Cybernetics C 33(1).)
  case statements([Condition])
  /// Tiers of tied states, the best first. A state that no tier lists is worse
  /// than all that are listed.
  case ranking([[State]])
  /// One weight for each option of the conflict; states compare by the sum over
  /// the options taken. Weights are whole numbers whose sums stay within 64 bits.
  case weights([Int64])
  /// Every state is as good as every other.
  case indifferent
}

/// How well an actor likes a state: a value that can only be compared with
/// another standing of the same actor; the greater is the better.
package struct Standing: Comparable, Hashable, Sendable {
  /// What the standing is made of, compared from the first word to the last;
  /// as many for every state of one actor.
  package let words: [UInt64]

  /// Whether `left` is worse than `right`.
  package static func < (left: Standing, right: Standing) -> Bool {
    for index in left.words.indices where left.words[index] != right.words[index] {
      return left.words[index] < right.words[index]
    }
    return false
  }
}

/// A preference made ready to be asked in many states.
package struct Valuation: Sendable {
  private enum Method: Sendable {
    case statements([ReadyCondition])
    case tiers([State: UInt64])
    case weights([Int64])
    case indifferent
  }

  private let method: Method

  init(_ preference: Preference, ready: (Condition) -> ReadyCondition) {
    switch preference {
    case .statements(let conditions):
      method = .statements(conditions.map(ready))
    case .ranking(let tiers):
      var height: [State: UInt64] = [:]
      for (index, tier) in tiers.enumerated() {
        for state in tier { height[state] = UInt64(tiers.count - index) }
      }
      method = .tiers(height)
    case .weights(let weights):
      method = .weights(weights)
    case .indifferent:
      method = .indifferent
    }
  }

  package func standing(of state: State) -> Standing {
    switch method {
    case .statements(let predicates):
      // The first statement is the highest bit of the first word, so that words
      // compare as the statements do.
      var words = [UInt64](repeating: 0, count: (predicates.count + 63) / 64)
      var scratch: [Truth] = []
      for (index, predicate) in predicates.enumerated() where predicate.holds(in: state, &scratch) {
        words[index / 64] |= 1 << UInt64(63 - index % 64)
      }
      return Standing(words: words)
    case .tiers(let height):
      return Standing(words: [height[state] ?? 0])
    case .weights(let weights):
      var sum: Int64 = 0
      for (index, weight) in weights.enumerated() where state.takes(index) { sum += weight }
      // Flipping the sign bit makes unsigned order agree with signed order.
      return Standing(words: [UInt64(bitPattern: sum) ^ (1 << 63)])
    case .indifferent:
      return Standing(words: [])
    }
  }
}
