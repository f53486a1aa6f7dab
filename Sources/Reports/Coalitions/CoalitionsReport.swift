public import Analyses
public import CaseFile
internal import ConflictModel
public import Stability

/// What coalitions could upset, told for people and as the `entente.coalitions`
/// document.
///
///     let graph = try StateGraph(elmira.conflict)
///     let report = CoalitionsReport(case: elmira, graph: graph, answer: graph.coalitions())
///     print(report.text())
public struct CoalitionsReport: Sendable {
  /// The case.
  public let subject: Case
  /// Its states and moves.
  public let graph: StateGraph
  /// What was found out.
  public let answer: Coalitions

  let names: Names

  /// A report on what coalitions could upset.
  public init(case subject: Case, graph: StateGraph, answer: Coalitions) {
    self.subject = subject
    self.graph = graph
    self.answer = answer
    names = Names(subject, states: graph.states)
  }

  func state(_ position: Int) -> State { graph.states[position] }

  /// How the concept is called when coalitions are meant.
  static func name(_ concept: Concept) -> String { "C" + concept.rawValue.uppercased() }

  /// The concepts with the same equilibria of which the same survive.
  var groups: [(concepts: [Concept], equilibria: [Int], survivors: [Int])] {
    var groups: [(concepts: [Concept], equilibria: [Int], survivors: [Int])] = []
    for (index, concept) in answer.concepts.enumerated() {
      let (equilibria, survivors) = (Array(answer.equilibria[index]), answer.survivors(concept))
      if let place = groups.firstIndex(where: { $0.equilibria == equilibria && $0.survivors == survivors }) {
        groups[place].concepts.append(concept)
      } else {
        groups.append(([concept], equilibria, survivors))
      }
    }
    return groups
  }

  /// The equilibria that the coalition could upset under the concept.
  func upset(by coalition: Int, _ concept: Concept) -> Int {
    answer.chances.count { chance in
      chance.coalition == coalition && chance.escapes.contains { $0.concept == concept }
    }
  }

  /// The chance that shows best what a coalition can do: a jump that nothing spoils
  /// before any other that nothing spoils, and from that state the one that changes
  /// least.
  func example(of coalition: Int) -> (chance: Coalitions.Chance, jump: Coalitions.Jump?)? {
    let meter = ChangeMeter(subject.conflict)
    let own = answer.chances.filter { $0.coalition == coalition && !$0.escapes.isEmpty }
    for chance in own {
      let jumps = answer.jumps.filter { jump in
        jump.coalition == coalition && jump.position == chance.position
          && chance.escapes.contains { $0.concept == jump.concept }
      }
      let plainest = jumps.min {
        meter.isSmaller(state($0.target), than: state($1.target), from: state(chance.position))
      }
      if let plainest { return (chance, plainest) }
    }
    return own.first.map { ($0, nil) }
  }
}
