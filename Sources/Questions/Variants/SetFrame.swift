import CaseFile
import ConflictModel
import Stability

/// Decides a claim for variants that differ in preferences only, where there are more states than can be listed:
/// what a ``Frame`` and its ``Workbench`` do by lists.
struct SetFrame: ~Copyable {
  let claim: Claim
  private let edits: [Edit]
  private let preferences: [Preference]
  private var inquiry: SetInquiry
  private var verdicts: [[Int]: Bool] = [:]
  /// What lasted last where the claim looks.
  private var found: State?
  /// How many different variants were decided.
  private(set) var decidedCount = 0

  /// The frame of a conflict.
  ///
  /// - Parameters:
  ///   - conflict: The conflict.
  ///   - claim: The claim.
  ///   - edits: What its variants are made by.
  ///   - states: Its states, or those of one much like it.
  ///   - memory: The most bytes that the sets may take.
  ///   - control: When to stop.
  init(
    _ conflict: Conflict, claim: Claim, edits: [Edit], like states: FeasibleStates, memory: UInt64,
    control: Control
  ) throws(StateGraph.Stopped) {
    inquiry = try .ready(conflict, like: states, memory: memory, control: control)
    self.claim = claim
    self.edits = edits
    preferences = conflict.actors.map { $0.preference }
  }

  /// Whether the claim holds after edits of preferences, given by index, rising; nil when it has no meaning.
  mutating func holds(after chosen: [Int]) throws(StateGraph.Stopped) -> Bool? {
    if inquiry.isEmpty { return nil }
    let numbers = try numbers(after: chosen)
    if case .lasts(let state) = claim.content, !inquiry.isFeasible(state) { return nil }
    if let known = verdicts[numbers] { return known }
    let holds =
      switch claim.content {
      case .lasts(let state): try inquiry.isEquilibrium(claim.concept, state, under: numbers)
      case .some(let condition): try lasting(where: condition, numbers) != nil
      case .no(let condition): try lasting(where: condition, numbers) == nil
      case .every(let condition): try lasting(where: .not(condition), numbers) == nil
      }
    verdicts[numbers] = holds
    decidedCount += 1
    return holds
  }

  private mutating func lasting(
    where condition: Condition, _ numbers: [Int]
  ) throws(StateGraph.Stopped) -> State? {
    let state = try inquiry.equilibrium(claim.concept, where: condition, tryingFirst: found, under: numbers)
    found = state ?? found
    return state
  }

  /// Whether the edits are known to leave every order of the states as it is; where that takes much work to tell, it
  /// is left open.
  mutating func changesNothing(_ chosen: [Int]) throws(StateGraph.Stopped) -> Bool {
    for (actor, number) in try numbers(after: chosen).enumerated() {
      if try inquiry.isSame(number, as: 0, of: actor) != true { return false }
    }
    return true
  }

  private mutating func numbers(after chosen: [Int]) throws(StateGraph.Stopped) -> [Int] {
    var numbers = preferences.map { _ in 0 }
    for actor in preferences.indices {
      let own = chosen.map { edits[$0] }.filter { $0.preferenceActor == actor }
      if own.isEmpty { continue }
      numbers[actor] = try inquiry.number(of: preferences[actor].applying(own), of: actor)
    }
    return numbers
  }
}
