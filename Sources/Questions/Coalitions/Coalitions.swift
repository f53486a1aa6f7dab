package import ConflictModel
package import Stability

/// Which equilibria coalitions could upset, and by which moves.
///
///     let answer = try elmira.conflict.coalitions(in: StateGraph(elmira.conflict))
///     answer.jumps      // from s5 to s8, by the Ministry and Uniroyal
///
/// Looked at are the states that last while everybody acts alone: under `nash`,
/// `gmr`, `smr` and `seq`, each beside its version for coalitions (CNash, CGMR,
/// CSMR, CSEQ).
package struct Coalitions: Sendable {
  /// The coalitions looked at.
  package let coalitions: [Coalition]
  /// The concepts looked at.
  package let concepts: [Concept]
  /// For each concept, the positions of its equilibria.
  package let equilibria: [Selection]
  /// Where a coalition could gain together, by position and coalition.
  package let chances: [Chance]
  /// The equilibria that coalitions could leave for another one, to the good of all
  /// their members.
  package let jumps: [Jump]
  /// For each of the first coalitions that could upset something, by index, what
  /// shows best what it can do; at most ``exampleLimit``.
  package fileprivate(set) var examples: [Example] = []
  /// How many pairs of a coalition and a state that lasts were looked at.
  package let looked: Int
  /// How many such pairs there are; nil when it was not yet known which states last.
  package let total: Int?
  /// Why the work ended early, or nil.
  package fileprivate(set) var limit: Limit?

  /// So many coalitions have an example.
  package static let exampleLimit = 10

  /// What a coalition could gain from a state.
  package struct Chance: Sendable, Hashable {
    /// The state's position.
    package var position: Int
    /// The coalition, by index.
    package var coalition: Int
    /// Where it could go, all members being better off there, rising.
    package var improvements: [Int]
    /// The concepts of which the state is an equilibrium but not for this
    /// coalition, each with an improvement that nothing would spoil.
    package var escapes: [Escape]
    /// A shortest way to the first of the escapes, or of the improvements.
    package var way: [Step]

    /// An improvement that nothing would spoil.
    package struct Escape: Sendable, Hashable {
      /// In which sense.
      package var concept: Concept
      /// Where it leads.
      package var target: Int
    }
  }

  /// A way from one equilibrium to another.
  package struct Jump: Sendable, Hashable {
    /// Where it starts.
    package var position: Int
    /// Where it ends.
    package var target: Int
    /// The coalition, by index.
    package var coalition: Int
    /// The concept under which both are equilibria.
    package var concept: Concept
    /// A shortest way.
    package var way: [Step]
  }

  /// What a coalition could do, as people are told.
  package struct Example: Sendable, Hashable {
    /// The state that it could upset, by position.
    package var position: Int
    /// The coalition, by index.
    package var coalition: Int
    /// The concepts under which nothing would spoil that.
    package var concepts: [Concept]
    /// Where it would go, by position: of what leads to another equilibrium, else of
    /// what nothing would spoil, that which changes least.
    package var target: Int
    /// Whether that lasts, too.
    package var isJump: Bool
    /// A shortest way there.
    package var way: [Step]
  }

  /// The equilibria that no coalition looked at could upset, under the concept.
  package func survivors(_ concept: Concept) -> [Int] {
    guard let index = concepts.firstIndex(of: concept) else { return [] }
    let upset = Set(
      chances.filter { chance in chance.escapes.contains { $0.concept == concept } }.map { $0.position })
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
  ///     One under which some coalition cannot be looked at among so many actors
  ///     (``Coalition/concepts(of:)``) is missing in the answer.
  ///   - control: When to stop.
  ///
  /// - Complexity: What coalitions can come to is worked out once, O(states² / 64)
  ///   words at most for each of them; each equilibrium and coalition then takes
  ///   O(improvements · states / 64), and O(moves of its members) for the way.
  package func coalitions(
    _ coalitions: [Coalition]? = nil, under concepts: [Concept] = Concept.coalitional,
    control: Control = Control()
  ) -> Coalitions {
    let actorCount = conflict.actors.count
    let all = coalitions ?? Coalition.all(of: actorCount)
    let concepts = Concept.coalitional.filter { concept in
      concepts.contains(concept) && all.allSatisfy { $0.concepts(of: actorCount).contains(concept) }
    }
    if concepts.isEmpty {
      return Coalitions(
        coalitions: all, concepts: [], equilibria: [], chances: [], jumps: [], looked: 0, total: 0,
        limit: nil)
    }
    var equilibria: [Selection] = []
    do throws(Stopped) {
      let orders = try orders(control: control)
      for concept in concepts {
        guard let found = self.equilibria(concept, under: orders, control: control.silent) else {
          throw Stopped(limit: control.shouldStop() ?? .interrupted)
        }
        equilibria.append(found)
      }
      let coalitions = all.map { CoalitionTables.bits($0.members) }
      let tables = try CoalitionTables(
        self, orders, coalitions: coalitions, concepts: concepts, control: control)
      return CoalitionSearch(
        coalitions: all, concepts: concepts, equilibria: equilibria, tables: tables
      ).run(control)
    } catch {
      return Coalitions(
        coalitions: all, concepts: Array(concepts.prefix(equilibria.count)), equilibria: equilibria,
        chances: [], jumps: [], looked: 0, total: nil, limit: error.limit)
    }
  }
}

/// The search, coalition by coalition.
private struct CoalitionSearch: Sendable {
  let coalitions: [Coalition]
  let concepts: [Concept]
  let equilibria: [Selection]
  let tables: CoalitionTables

  private typealias Finding = (chance: Coalitions.Chance, jumps: [Coalitions.Jump])

  private struct Found {
    var findings: [Finding] = []
    /// How many pairs are under way or looked at, and how many are looked at.
    var begun = 0
    var looked = 0
    var limit: Limit?
  }

  func run(_ control: Control) -> Coalitions {
    var lasting = equilibria.first
    for more in equilibria.dropFirst() { lasting = lasting?.union(more) }
    let positions = lasting.map(Array.init) ?? []
    let total = UInt64(positions.count) * UInt64(coalitions.count)
    let found = Shared(Found(), control)
    control.forEach(coalitions.count) { index in
      var moves = CoalitionMoves(tables, control: control)
      var mine: [Finding] = []
      var looked = 0
      do throws(StateGraph.Stopped) {
        for (place, position) in positions.enumerated() {
          if place % 16 == 0 {
            try control.goOn()
            found.change {
              control.report(Control.Progress(phase: .solving, done: UInt64($0.begun), total: total))
              $0.begun += min(16, positions.count - place)
            }
          }
          if let finding = try look(at: position, index, &moves) { mine.append(finding) }
          looked += 1
        }
      } catch {
        found.change { $0.limit = error.limit }
      }
      found.change {
        $0.findings += mine
        $0.looked += looked
      }
    }
    let all = found.value
    let findings = all.findings.sorted {
      ($0.chance.position, $0.chance.coalition) < ($1.chance.position, $1.chance.coalition)
    }
    var answer = Coalitions(
      coalitions: coalitions, concepts: concepts, equilibria: equilibria,
      chances: findings.map { $0.chance }, jumps: findings.flatMap { $0.jumps }, looked: all.looked,
      total: Int(clamping: total), limit: all.limit)
    (answer.examples, answer.limit) = Coalitions.examples(answer, tables, control)
    return answer
  }

  private func look(
    at position: Int, _ index: Int, _ moves: inout CoalitionMoves
  ) throws(StateGraph.Stopped) -> Finding? {
    let coalition = CoalitionTables.bits(coalitions[index].members)
    let improvements = try moves.improvements(of: coalition, from: position).members
    if improvements.isEmpty { return nil }
    var escapes: [Coalitions.Chance.Escape] = []
    var ends: [(concept: Concept, target: Int)] = []
    for (place, concept) in concepts.enumerated() where equilibria[place].contains(position) {
      if let target = try moves.escape(concept, of: coalition, from: position) {
        escapes.append(.init(concept: concept, target: target))
      }
      for target in improvements where equilibria[place].contains(target) { ends.append((concept, target)) }
    }
    let target = escapes.last?.target ?? improvements[0]
    let ways = try moves.ways(of: coalition, from: position, to: ends.map { $0.target } + [target])
    let jumps = ends.map { concept, end in
      Coalitions.Jump(
        position: position, target: end, coalition: index, concept: concept, way: ways[end] ?? [])
    }
    let chance = Coalitions.Chance(
      position: position, coalition: index, improvements: improvements, escapes: escapes,
      way: ways[target] ?? [])
    return (chance, jumps)
  }
}
