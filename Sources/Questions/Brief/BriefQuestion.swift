internal import CaseFile
internal import ConflictModel
internal import Stability

/// What should somebody be told who has two pages of patience?
package struct BriefQuestion: Question {
  package static let table = QuestionTable(
    "brief", format: "entente.brief",
    abstract: "Write a briefing of two pages, with what it rests on.",
    discussion: """
      Puts together, in names, what an adviser would be asked: what becomes of the present and what else \
      could last, how it would come about from today, who could upset it, the three judgements on which \
      that hangs and how well they are founded, what would change it, what to watch, the sources with \
      their places, how it was found, and what it does not say. With --claim it is about that claim, \
      which is written as 'sensitivity' takes it.
      """,
    examples: [
      "brief first.yaml -o brief.html", "brief first.yaml -o brief.md",
      "brief first.yaml --claim \"deal lasts\" --paper letter -o brief.html",
    ],
    done: "written", part: "what was found is told", moment: "before it was known what lasts",
    parameters: [
      Parameter(
        "claim", .text, naming: .claim, otherwise: "that the status quo lasts", value: "claim",
        "What is claimed about the states that last, and looked into."),
      Parameter(
        "paper", .choice(Paper.allCases.map { $0.rawValue }), standard: "a4", value: "size",
        "The paper that the pages are meant for: a4 or letter."),
    ], needsNoList: true)

  /// The paper that pages are meant for.
  package enum Paper: String, Sendable, Hashable, CaseIterable {
    case a4, letter
  }

  private let claim: String?
  private let paper: Paper

  package init(_ arguments: Arguments) throws(Failure) {
    claim = arguments.text("claim")
    paper = arguments.text("paper").flatMap { Paper(rawValue: $0) } ?? .a4
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let document = subject.cases[0].document
    let subject = try subject.meaning(work)
    let solution = work.solve(subject.conflict, Concept.allCases, inSets: true, as: .part(0, of: 2))
    guard let concept = solution.sense, solution.hasAllStates, solution.isWorkedOut else {
      throw .limit(work.limit(solution.limit ?? .interrupted), subject.document)
    }
    var answer = Answer(
      solved: SolvedCase(subject, solution), concept: concept,
      claim: try meaning(in: subject, solution, concept), isClaimed: claim != nil, paper: paper)
    answer.limit = work.limit(solution.limit)
    answer.look(into: document, work)
    return answer
  }

  /// What is looked into: what was claimed, or that the status quo lasts, or the first outcome.
  private func meaning(
    in subject: Case, _ solution: Solution, _ concept: Concept
  ) throws(Failure) -> Claim? {
    if let claim {
      do {
        return try subject.claim(parsing: claim, concept: concept, among: solution.states)
      } catch {
        throw .wrong(error, about: "claim", claim)
      }
    }
    if let state = subject.statusQuo?.state {
      return Claim(.lasts(state), under: concept, words: "status-quo lasts under \(concept.rawValue)")
    }
    return subject.outcomes.first.map {
      Claim(.some($0.condition), under: concept, words: "\($0.id) lasts under \(concept.rawValue)")
    }
  }
}
