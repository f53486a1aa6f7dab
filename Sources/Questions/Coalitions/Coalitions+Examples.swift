internal import ConflictModel
internal import Stability

// What people are told first of each coalition.
extension Coalitions {
  /// The example of each coalition that could upset something: a jump that nothing
  /// spoils before anything else that nothing spoils, and from that state the one
  /// that changes least.
  ///
  /// When the work has to end, what was found first stands for what changes least.
  static func examples(
    _ answer: Coalitions, _ tables: CoalitionTables, _ control: Control
  ) -> (examples: [Example], limit: Limit?) {
    var moves = CoalitionMoves(tables, control: control)
    var limit = answer.limit
    var examples: [Example] = []
    var first: [Int: Chance] = [:]
    var jumping: [Int: Example] = [:]
    let meter = ChangeMeter(tables.graph.conflict)
    let jumps = Dictionary(grouping: answer.jumps) { [$0.coalition, $0.position] }
    for chance in answer.chances where !chance.escapes.isEmpty && jumping[chance.coalition] == nil {
      if first[chance.coalition] == nil { first[chance.coalition] = chance }
      let start = tables.graph.states[chance.position]
      let open = (jumps[[chance.coalition, chance.position]] ?? []).filter { jump in
        chance.escapes.contains { $0.concept == jump.concept }
      }
      let states = tables.graph.states
      if let jump = open.min(by: { meter.isSmaller(states[$0.target], than: states[$1.target], from: start) })
      {
        jumping[chance.coalition] = Example(
          chance, target: jump.target, isJump: true, way: jump.way)
      }
    }
    for coalition in first.keys.sorted().prefix(exampleLimit) {
      if let example = jumping[coalition] {
        examples.append(example)
        continue
      }
      guard let chance = first[coalition] else { continue }
      var (target, way) = (chance.escapes.last?.target ?? chance.improvements[0], chance.way)
      if limit == nil {
        do throws(StateGraph.Stopped) {
          (target, way) = try moves.plainest(
            chance, of: CoalitionTables.bits(answer.coalitions[coalition].members))
        } catch {
          limit = error.limit
        }
      }
      examples.append(Example(chance, target: target, isJump: false, way: way))
    }
    return (examples, limit)
  }
}

extension Coalitions.Example {
  fileprivate init(_ chance: Coalitions.Chance, target: Int, isJump: Bool, way: [Step]) {
    self.init(
      position: chance.position, coalition: chance.coalition, concepts: chance.escapes.map { $0.concept },
      target: target, isJump: isJump, way: way)
  }
}
