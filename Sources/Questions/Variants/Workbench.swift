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
  private var numberOf: [[Frame.Ranking: Int]]
  private var orders: [[Order]]
  /// For each actor, where it is stable on its own account, by the number of its order.
  private var ownStable: [[Int: Selection]]
  private var verdicts: [[Int]: Bool?] = [:]
  private var departures: [Int: StateGraph.Departure] = [:]
  /// Where an equilibrium was found last.
  private var found: Int?
  /// How many different variants were decided.
  private(set) var decidedCount = 0
  /// How many edits of preferences are made together.
  var depth: Int

  init(_ frame: Frame, edits: [Edit], depth: Int) {
    self.frame = frame
    self.edits = edits
    self.depth = depth
    let actors = frame.graph.conflict.actors.indices
    numbers = actors.map { _ in [:] }
    numberOf = actors.map { _ in [:] }
    orders = actors.map { _ in [] }
    ownStable = actors.map { _ in [:] }
  }

  /// Whether the claim holds after edits of preferences, given by index, rising;
  /// nil when it has no meaning then. The notes belong to the thread.
  mutating func holds(
    after chosen: [Int], _ notes: StateGraph.Inquiry.Notes
  ) throws(StateGraph.Stopped) -> Bool? {
    let key = key(chosen)
    if let known = verdicts[key] { return known }
    let verdict = try frame.candidates.map { candidates throws(StateGraph.Stopped) in
      try hasEquilibrium(among: candidates, chosen, key, notes) == frame.claim.isAboutSome
    }
    verdicts[key] = .some(verdict)
    decidedCount += 1
    return verdict
  }

  private mutating func hasEquilibrium(
    among candidates: Selection, _ chosen: [Int], _ key: [Int], _ notes: StateGraph.Inquiry.Notes
  ) throws(StateGraph.Stopped) -> Bool {
    let orders = key.enumerated().map { self.orders[$0][$1] }
    // Variants differ little from each other, so what was one may be one again.
    if let found, try isEquilibrium(found, orders, notes) { return true }
    var left = candidates
    if left.count > Frame.fewCandidates { try narrow(&left, chosen, key) }
    guard
      let first = try frame.firstEquilibrium(
        among: left, under: orders, departures: &departures, notes: notes)
    else { return false }
    found = first
    return true
  }

  private mutating func isEquilibrium(
    _ position: Int, _ orders: [Order], _ notes: StateGraph.Inquiry.Notes
  ) throws(StateGraph.Stopped) -> Bool {
    try frame.firstEquilibrium(
      among: [position], under: orders, departures: &departures, notes: notes) != nil
  }

  /// Works out beforehand, on all threads, what sets of edits share: the orders after
  /// single edits and, where there are many candidates, who stays on its own account.
  mutating func prepare(for singles: [Int], control: Control) throws(StateGraph.Stopped) {
    var needed: [(actor: Int, number: Int)] = []
    for edit in singles {
      guard let actor = edits[edit].preferenceActor else { continue }
      let number = number(of: actor, after: [edit])
      if ownStable[actor][number] == nil, !needed.contains(where: { $0 == (actor, number) }) {
        needed.append((actor, number))
      }
    }
    guard let candidates = frame.candidates, candidates.count > Frame.fewCandidates else { return }
    let (tasks, orders, frame) = (needed, orders, frame)
    let results = Slots<Result<Selection?, StateGraph.Stopped>?>(count: tasks.count, filledWith: nil)
    control.forEach(tasks.count) { index in
      let (actor, number) = tasks[index]
      let result: Result<Selection?, StateGraph.Stopped>
      do throws(StateGraph.Stopped) {
        result = .success(try frame.ownStable(of: actor, under: orders[actor][number]))
      } catch {
        result = .failure(error)
      }
      results.base[index] = result
    }
    for (task, result) in zip(tasks, results.all) {
      switch result {
      case .success(let stable): ownStable[task.actor][task.number] = stable
      case .failure(let stopped): throw stopped
      case nil: break
      }
    }
  }

  /// Takes away where somebody leaves whatever the others want.
  ///
  /// That is worth working out for orders that come up again: of actors that only
  /// some of the edits are about.
  private mutating func narrow(
    _ left: inout Selection, _ chosen: [Int], _ key: [Int]
  ) throws(StateGraph.Stopped) {
    for actor in key.indices where left.count > Frame.fewCandidates {
      let count = chosen.count { edits[$0].preferenceActor == actor }
      if count > 0, count >= depth { continue }
      let number = key[actor]
      if ownStable[actor][number] == nil {
        ownStable[actor][number] = try frame.ownStable(of: actor, under: orders[actor][number])
      }
      guard let stable = ownStable[actor][number] else { return }
      left = left.intersection(stable)
    }
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
    let ranking = frame.ranking(of: actor, after: chosen.map { edits[$0] })
    let number = numberOf[actor][ranking] ?? orders[actor].count
    if number == orders[actor].count {
      orders[actor].append(frame.order(of: actor, ranking))
      numberOf[actor][ranking] = number
    }
    numbers[actor][chosen] = number
    return number
  }
}
