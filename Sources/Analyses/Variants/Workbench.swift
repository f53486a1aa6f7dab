import ConflictModel
import Stability

/// Decides a claim for variants of one frame, and keeps what it found out.
///
/// Orders are numbered by what they are, not by how they came about, so that two
/// ways to the same preferences are one variant.
struct Workbench: Sendable {
  let frame: Frame
  let edits: [Edit]
  /// For each actor, the number of the order after certain of its edits.
  private var numbers: [[[Int]: Int]]
  private var numberOf: [[Order: Int]]
  private var orders: [[Order]]
  private var verdicts: [[Int]: Bool?] = [:]
  private var hint: Int?
  /// How many different variants were decided.
  private(set) var decidedCount = 0

  init(_ frame: Frame, edits: [Edit]) {
    self.frame = frame
    self.edits = edits
    let actors = frame.graph.conflict.actors.indices
    numbers = actors.map { _ in [:] }
    numberOf = actors.map { _ in [:] }
    orders = actors.map { _ in [] }
  }

  /// Whether the claim holds after edits of preferences, given by index, rising;
  /// nil when it has no meaning then.
  mutating func holds(after chosen: [Int]) throws(StateGraph.Stopped) -> Bool? {
    let key = key(chosen)
    if let known = verdicts[key] { return known }
    let verdict = try frame.holds(under: key.enumerated().map { orders[$0][$1] }, hint: &hint)
    verdicts[key] = .some(verdict)
    decidedCount += 1
    return verdict
  }

  /// Whether the edits leave every order as it is.
  mutating func changesNothing(_ chosen: [Int]) -> Bool {
    key(chosen) == key([])
  }

  private mutating func key(_ chosen: [Int]) -> [Int] {
    numbers.indices.map { actor in
      number(of: actor, after: chosen.filter { edits[$0].preferenceActor == actor })
    }
  }

  private mutating func number(of actor: Int, after chosen: [Int]) -> Int {
    if let known = numbers[actor][chosen] { return known }
    let order = frame.order(of: actor, after: chosen.map { edits[$0] })
    let number = numberOf[actor][order] ?? orders[actor].count
    if number == orders[actor].count {
      orders[actor].append(order)
      numberOf[actor][order] = number
    }
    numbers[actor][chosen] = number
    return number
  }
}
