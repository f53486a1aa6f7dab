package import Questions
package import CaseFile
internal import ConflictModel
internal import Documents
package import Stability

/// What coalitions could upset, told for people and as the `entente.coalitions`
/// document.
///
///     let graph = try StateGraph(elmira.conflict)
///     let report = CoalitionsReport(case: elmira, graph: graph, answer: graph.coalitions())
///     print(report.text())
package struct CoalitionsReport: Documented {
  /// The case.
  package let subject: Case
  /// Its states and moves.
  package let graph: StateGraph
  /// What was found out.
  package let answer: Coalitions

  let names: Names

  /// A report on what coalitions could upset.
  package init(case subject: Case, graph: StateGraph, answer: Coalitions) {
    self.subject = subject
    self.graph = graph
    self.answer = answer
    names = Names(subject, states: graph.states)
  }

  func state(_ position: Int) -> State { graph.states[position] }

  /// How the concept is called when coalitions are meant.
  static func name(_ concept: Concept) -> Sentence {
    Sentence("C" + concept.rawValue.uppercased(), to: .concept(concept.rawValue))
  }

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

  /// For each coalition in how many states it could gain, and for each concept how
  /// many it could upset; absent where it could gain nowhere.
  var tallies: [Int: (gains: Int, upset: [Concept: Int], jumps: Set<[Int]>)] {
    var tallies: [Int: (gains: Int, upset: [Concept: Int], jumps: Set<[Int]>)] = [:]
    for chance in answer.chances {
      tallies[chance.coalition, default: (0, [:], [])].gains += 1
      for escape in chance.escapes {
        tallies[chance.coalition]?.upset[escape.concept, default: 0] += 1
      }
    }
    for jump in answer.jumps {
      tallies[jump.coalition, default: (0, [:], [])].jumps.insert([jump.position, jump.target])
    }
    return tallies
  }
}

extension CoalitionsReport: Briefing {
  package typealias Asked = CoalitionsQuestion

  package init(_ answer: CoalitionsQuestion.Answer, _ work: Work) {
    self.init(case: answer.subject, graph: answer.graph, answer: answer.coalitions)
  }
}
