package import CaseFile
package import ConflictModel
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
        "state", .text, standard: "status-quo", value: "state",
        "The state: a number, a pattern such as YNN, code:5, a state's id, status-quo, or an outcome with one state."
      ),
      Parameter(
        "actor", .names, standard: "all", value: "names", "Whose reasons: one or several, or all."),
      Parameter(
        "concept", .concepts(of: Concept.allCases), standard: "seq", value: "names",
        "In which sense: nash, gmr, smr, seq, sseq, sim, or all."),
    ])

  private let state: String
  /// Nil for all actors.
  private let actors: [String]?
  private let concepts: [Concept]

  @export(interface) package init(_ arguments: Arguments) throws(Failure) {
    state = arguments.text("state") ?? "status-quo"
    let names = arguments.names("actor")
    actors = names.contains { $0.lowercased() == "all" } ? nil : names
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
    package var limit: Limit? { nil }
  }

  @export(interface) package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    let actors =
      if let names = self.actors { try subject.actors(named: names, by: "actor") } else {
        Array(subject.conflict.actors.indices)
      }
    let defined = try subject.defined(concepts)
    // Reasons are found from the state alone; no other verdict is needed.
    let solution = work.solve(subject.conflict, [])
    if let limit = work.limit(solution.limit) { throw .limit(limit, subject.document) }
    try subject.requireStatusQuo(for: state, by: "state", "say which state with --state, such as --state 1")
    let position = try subject.position(state, by: "state", among: solution.states)
    var answer = Answer(subject: subject, solution: solution, certificates: [], plainest: [])
    do {
      for concept in defined {
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
}
