package import CaseFile
package import ConflictModel
internal import Stability

/// Which judgements a claim rests on: what becomes of it when one judgement is
/// edited, and which smallest sets of edits turn it round.
///
///     let answer = suspects.sensitivity(of: claim)
///     answer.holds              // true
///     answer.minimalSets        // [[3], [5, 9]]: edits by index, smallest first
///
/// The edits are those of `subject.edits` and no others. All sets of a size are
/// tried, or ``limit`` says why not; a set is *minimal* when it flips the claim and
/// no part of it does.
package struct Sensitivity: Sendable {
  /// The claim.
  package let claim: Claim
  /// Whether it holds as the case is; nil when it has no meaning, because its state
  /// is not feasible.
  package internal(set) var holds: Bool?
  /// What was tried.
  package let edits: [Edit]
  /// What each edit does by itself, by its index.
  package internal(set) var effects: [Effect]
  /// The minimal sets that flip the claim, each by rising index, the smallest
  /// first.
  package internal(set) var minimalSets: [[Int]]
  /// How many sets of each size, from 1, were tried: all that do not contain a
  /// smaller set that flips the claim, nor two edits of one thing.
  package internal(set) var setCounts: [Int]
  /// How many sizes were gone through completely.
  package internal(set) var completeSizes: Int
  /// How many different variants of the case that came to.
  package internal(set) var variantCount: Int
  /// Why the work ended early, or nil.
  package var limit: Limit?

  /// What an edit does by itself.
  package enum Effect: String, Sendable, Hashable {
    /// The claim turns from true to false or from false to true.
    case flips
    /// The claim stays as it is.
    case keeps
    /// No preference, move or state changes at all.
    case idle
    /// The claim has no meaning any more: its state is not feasible, or none is.
    case moot
    /// The work ended before it was tried.
    case untried
  }

  /// The size of the smallest sets that flip the claim, or nil when none of those
  /// tried does.
  package var smallestSize: Int? { minimalSets.first?.count }
}

extension Case {
  /// What the claim rests on.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - size: The largest sets of edits that are tried, from 1 to 3.
  ///   - limits: How far the states of a variant are listed.
  ///   - control: When to stop.
  ///
  /// - Complexity: For *e* edits, O(*e*^size) variants. A variant takes one order
  ///   for each actor whose preference is edited, O(states), and a search forward
  ///   from each state in question; one with another structure lists its states
  ///   and moves anew.
  package func sensitivity(
    of claim: Claim, upTo size: Int = 2, limits: EnumerationLimits = EnumerationLimits(),
    control: Control = Control()
  ) -> Sensitivity {
    var search = EditSearch(self, claim, limits: limits, control: control)
    search.run(upTo: size)
    return search.answer
  }

  /// The same, by sets of states where the given ones of the case are held that way.
  ///
  /// - Parameter size: The largest sets of edits; nil for two, or of states in sets one.
  func sensitivity(
    of claim: Claim, upTo size: Int?, over states: FeasibleStates, _ work: Work, control: Control
  ) -> Sensitivity {
    if !states.isListed {
      return SetEditSearch.answer(
        self, claim, over: states, upTo: size ?? 1, memory: work.freeBytes, control: control)
    }
    var limits = work.limits
    limits.states = work.stateLimit ?? Work.listedLimit
    let found = sensitivity(of: claim, upTo: size ?? 2, limits: limits, control: control)
    // A variant may have more states than can be listed where the case has not.
    guard case .states? = found.limit, work.stateLimit == nil, claim.concept != .sim,
      let set = (try? conflict.stateSet(memory: work.freeBytes, control: control)) ?? nil
    else { return found }
    return SetEditSearch.answer(
      self, claim, over: set, upTo: size ?? 1, memory: work.freeBytes, control: control)
  }
}
