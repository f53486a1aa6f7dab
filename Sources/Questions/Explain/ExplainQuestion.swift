package import CaseFile
package import ConflictModel
import Notation
package import Stability

/// Why are verdicts on a state as they are?
package struct ExplainQuestion: Question {
  package static let table = QuestionTable(
    "explain", format: "entente.certificate", abstract: "Give the reasons for a verdict, step by step.",
    discussion: """
      Prints, for each actor, what it could gain by leaving the state, how the others would answer, and \
      which judgements each step rests on. Without --state it is the status quo, without --actor every \
      actor, without --concept sequential stability (seq): the others answer only where that helps them.
      """,
    examples: [
      "explain first.yaml", "explain first.yaml --state 2 --actor upper --concept seq",
      "explain first.yaml --state deal --concept nash,smr", "explain first.yaml --state YNY --json",
    ],
    done: "explained", moment: "before the state could be looked at",
    parameters: [
      Parameter(
        "state", .text, naming: .states, standard: "status-quo", value: "state",
        "The state: a number, a pattern such as YNN, code:5, status-quo, an outcome, its name in quotes, or a condition that fixes one state. Of an outcome with several states, those that last are explained."
      ),
      Parameter(
        "actor", .names, naming: .actors, standard: "all", value: "names",
        "Whose reasons: one or several, or all."),
      Parameter(
        "concept", .concepts(of: Concept.allCases), standard: "seq", value: "names",
        "In which sense: nash, gmr, smr, seq, sseq, sim, or all."),
    ], needsNoList: true)

  private let state: String
  /// Nil for all actors.
  private let actors: String?
  private let concepts: [Concept]

  package init(_ arguments: Arguments) throws(Failure) {
    state = arguments.text("state") ?? "status-quo"
    let names = arguments.names("actor")
    actors = names.contains { $0.lowercased() == "all" } ? nil : arguments.text("actor")
    concepts = try arguments.concepts("concept")
  }

  /// The reasons for verdicts.
  package struct Answer: Answering {
    /// The case.
    package var subject: Case
    /// Its states, moves and preferences.
    package var solution: Solution
    /// The reasons that a checker accepts, concept by concept and actor by actor.
    package var certificates: [Certificate]
    /// The reasons for the same verdicts whose moves change least.
    package var plainest: [Certificate]
    /// The outcome asked about, where it has several states.
    package var outcome: OutcomeMembers?
    /// Senses asked about that so many states leave out.
    package var passedOver: [Concept] = []
    package var limit: Limit? { nil }
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    let actors =
      if let names = self.actors { try subject.actors(listedIn: names, by: "actor") } else {
        Array(subject.conflict.actors.indices)
      }
    let asked = try subject.defined(concepts)
    let defined = try subject.decidable(asked, work)
    // Reasons are found from the state alone; no other verdict is needed.
    var solution = work.solve(subject.conflict, [], inSets: !defined.contains(.sim))
    if let limit = work.limit(solution.limit) { throw .limit(limit, subject.document) }
    try subject.requireStatusQuo(
      for: state, by: "state",
      "say which with --state\(subject.outcomes.first.map { ", such as --state \($0.id)" } ?? ""); 'entente show FILE states' lists them"
    )
    var members: OutcomeMembers?
    if let outcome = try outcome(in: subject, solution) {
      solution = work.solve(subject.conflict, defined, naming: defined, inSets: !defined.contains(.sim))
      if let limit = work.limit(solution.limit) { throw .limit(limit, subject.document) }
      members = OutcomeMembers(of: outcome, under: defined, in: subject, solution)
    }
    let position =
      members == nil ? try subject.position(state, by: "state", among: solution.states) : 0
    var answer = Answer(
      subject: subject, solution: solution, certificates: [], plainest: [], outcome: members,
      passedOver: asked.filter { !defined.contains($0) })
    do {
      for (concept, position) in members?.explained ?? defined.map({ ($0, position) }) {
        for actor in actors {
          answer.certificates.append(
            try solution.certificate(
              concept, actor: actor, position: position, choosing: .canonical, control: work.control))
          answer.plainest.append(
            try solution.certificate(
              concept, actor: actor, position: position, choosing: .plainest, control: work.control))
        }
      }
    } catch {
      throw .limit(error.limit, subject.document)
    }
    return answer
  }

  /// The outcome asked about, by index, where it has several states; nil where one state is meant.
  private func outcome(in subject: Case, _ solution: Solution) throws(Failure) -> Int? {
    if state.lowercased() == "status-quo" { return nil }
    let named: Int?
    do throws(SyntaxError) { named = try subject.outcome(named: state) } catch {
      throw .wrong(error, about: "state", state)
    }
    guard let named else { return nil }
    return solution.states(where: subject.outcomes[named].condition).count > 1 ? named : nil
  }
}
