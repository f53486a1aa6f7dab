public import ConflictModel
public import Stability
internal import Synchronization

/// Which equilibria coalitions could upset, and by which moves.
///
///     let answer = try elmira.conflict.coalitions(in: StateGraph(elmira.conflict))
///     answer.jumps      // from s5 to s8, by the Ministry and Uniroyal
///
/// Looked at are the states that last while everybody acts alone: under `nash`,
/// `gmr`, `smr` and `seq`, each beside its version for coalitions (CNash, CGMR,
/// CSMR, CSEQ).
public struct Coalitions: Sendable {
  /// The coalitions looked at.
  public let coalitions: [Coalition]
  /// The concepts looked at.
  public let concepts: [Concept]
  /// For each concept, the positions of its equilibria.
  public let equilibria: [Selection]
  /// Where a coalition could gain together, by position and coalition.
  public let chances: [Chance]
  /// The equilibria that coalitions could leave for another one, to the good of all
  /// their members.
  public let jumps: [Jump]
  /// Why the work ended early, or nil.
  public let limit: Limit?

  /// What a coalition could gain from a state.
  public struct Chance: Sendable, Hashable {
    /// The state's position.
    public var position: Int
    /// The coalition, by index.
    public var coalition: Int
    /// Where it could go, all members being better off there, rising.
    public var improvements: [Int]
    /// The concepts of which the state is an equilibrium but not for this
    /// coalition, each with an improvement that nothing would spoil.
    public var escapes: [Escape]
    /// A shortest way to the first of the escapes, or of the improvements.
    public var way: [Step]

    /// An improvement that nothing would spoil.
    public struct Escape: Sendable, Hashable {
      /// In which sense.
      public var concept: Concept
      /// Where it leads.
      public var target: Int
    }
  }

  /// A way from one equilibrium to another.
  public struct Jump: Sendable, Hashable {
    /// Where it starts.
    public var position: Int
    /// Where it ends.
    public var target: Int
    /// The coalition, by index.
    public var coalition: Int
    /// The concept under which both are equilibria.
    public var concept: Concept
    /// A shortest way.
    public var way: [Step]
  }

  /// The equilibria that no coalition looked at could upset, under the concept.
  public func survivors(_ concept: Concept) -> [Int] {
    guard let index = concepts.firstIndex(of: concept) else { return [] }
    let upset = Set(
      chances.filter { chance in chance.escapes.contains { $0.concept == concept } }.map(\.position))
    return equilibria[index].filter { !upset.contains($0) }
  }
}

extension StateGraph {
  /// Looks for what coalitions could upset.
  ///
  /// - Parameters:
  ///   - coalitions: Those to look at; all of two or more when nil, which needs at
  ///     most ``Coalition/maximumActorCount`` actors.
  ///   - concepts: Those of ``/ConflictModel/Concept`` that have a version for coalitions.
  ///   - control: When to stop.
  ///
  /// - Complexity: For each equilibrium and coalition, O(moves that its members can
  ///   come to); for CSEQ, that of every sub-coalition of the others besides.
  public func coalitions(
    _ coalitions: [Coalition]? = nil, under concepts: [Concept] = Concept.coalitional,
    control: Control = Control()
  ) -> Coalitions {
    let orders = orders
    let all = coalitions ?? Coalition.all(of: orders.count)
    let concepts = Concept.coalitional.filter(concepts.contains)
    var equilibria: [Selection] = []
    for concept in concepts {
      guard let found = self.equilibria(concept, under: orders, control: control) else {
        return Coalitions(
          coalitions: all, concepts: Array(concepts.prefix(equilibria.count)), equilibria: equilibria,
          chances: [], jumps: [], limit: control.shouldStop() ?? .interrupted)
      }
      equilibria.append(found)
    }
    let search = CoalitionSearch(
      coalitions: all, concepts: concepts, equilibria: equilibria, moves: CoalitionMoves(self, orders))
    return search.run(control)
  }
}

/// The search, equilibrium by equilibrium.
private struct CoalitionSearch: Sendable {
  let coalitions: [Coalition]
  let concepts: [Concept]
  let equilibria: [Selection]
  let moves: CoalitionMoves

  private struct Found {
    var chances: [Int: [Coalitions.Chance]] = [:]
    var jumps: [Int: [Coalitions.Jump]] = [:]
    var done = 0
    var limit: Limit?
  }

  func run(_ control: Control) -> Coalitions {
    var lasting = equilibria.first
    for more in equilibria.dropFirst() { lasting = lasting?.union(more) }
    let positions = lasting.map(Array.init) ?? []
    // States near each other share what sub-coalitions can do, so they go together.
    let shares = stride(from: 0, to: positions.count, by: 16).map {
      Array(positions[$0..<min($0 + 16, positions.count)])
    }
    let found = Mutex(Found())
    control.forEach(shares.count) { share in
      var moves = moves
      for position in shares[share] {
        if let limit = control.shouldStop() {
          found.withLock { $0.limit = limit }
          return
        }
        let (chances, jumps) = look(at: position, &moves)
        found.withLock {
          $0.chances[position] = chances
          $0.jumps[position] = jumps
          $0.done += 1
          control.report(Progress(phase: .solving, done: UInt64($0.done), total: UInt64(positions.count)))
        }
      }
    }
    return found.withLock { found in
      Coalitions(
        coalitions: coalitions, concepts: concepts, equilibria: equilibria,
        chances: positions.flatMap { found.chances[$0] ?? [] },
        jumps: positions.flatMap { found.jumps[$0] ?? [] }, limit: found.limit)
    }
  }

  private func look(
    at position: Int, _ moves: inout CoalitionMoves
  ) -> ([Coalitions.Chance], [Coalitions.Jump]) {
    var (chances, jumps): ([Coalitions.Chance], [Coalitions.Jump]) = ([], [])
    let mine = concepts.indices.filter { equilibria[$0].contains(position) }
    for (index, coalition) in coalitions.enumerated() {
      let improvements = moves.improvements(of: coalition, from: position)
      if improvements.isEmpty { continue }
      var escapes: [Coalitions.Chance.Escape] = []
      for concept in mine {
        if let target = moves.escape(concepts[concept], of: coalition, from: position) {
          escapes.append(.init(concept: concepts[concept], target: target))
        }
        for target in improvements where equilibria[concept].contains(target) {
          jumps.append(
            .init(
              position: position, target: target, coalition: index, concept: concepts[concept],
              way: moves.path(of: coalition, from: position, to: target) ?? []))
        }
      }
      let target = escapes.last?.target ?? improvements[0]
      chances.append(
        .init(
          position: position, coalition: index, improvements: improvements, escapes: escapes,
          way: moves.path(of: coalition, from: position, to: target) ?? []))
    }
    return (chances, jumps)
  }
}
