package import CaseFile
package import ConflictModel
package import Stability

/// What are threats and promises worth?
package struct WordsQuestion: Question {
  package static let table = QuestionTable(
    "words", format: "entente.words", abstract: "Test threats and promises against what the actors want.",
    discussion: """
      For every declaration ('declares': if this, then that): whether its author could carry it out by a \
      move of its own and would gain by it, whom that would hurt, at which of the states that last it is \
      kept, broken or idle, and what would change if it were believed. Then, for the states that somebody \
      could leave to its own gain, whose answers hold them, and which of these holds are weak: whoever \
      must answer would itself rather stay. What the words of reports mean is told by 'entente glossary'.
      """,
    examples: ["words first.yaml", "words first.yaml --concept gmr,seq", "words first.yaml --json"],
    done: "done", part: "what was found is printed", moment: "before any declaration was tested",
    parameters: [
      Parameter(
        "concept", .concepts(of: Concept.allCases), standard: "seq", value: "names",
        "In which sense states last: nash, gmr, smr, seq, sseq, sim, or all.")
    ], needsNoList: true)

  private let concepts: [Concept]

  package init(_ arguments: Arguments) throws(Failure) {
    concepts = try arguments.concepts("concept")
  }

  /// What the words of a case are worth.
  package struct Answer: Answering {
    /// The case.
    package var subject: Case
    /// What lasts in it.
    package var solution: Solution
    /// What was found of its declarations, and of what holds the states that last.
    package var analysis: WordsAnalysis
    /// Senses asked about that so many states leave out.
    package var passedOver: [Concept] = []
    package var limit: Limit?
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    let asked = try subject.defined(concepts)
    let concepts = try subject.decidable(asked, work)
    // Once as things stand, and once for each declaration that is believed.
    let count = 1 + subject.declarations.count
    var solved = 1
    let solution = work.solve(
      subject.conflict, [.nash] + concepts, naming: concepts, inSets: !concepts.contains(.sim),
      as: .part(0, of: count))
    if let limit = work.limit(solution.limit) { throw .limit(limit, subject.document) }
    let analysis = WordsAnalysis(of: subject, solution, under: concepts, control: work.control) {
      defer { solved += 1 }
      // The same engine numbers the states alike.
      return work.solve(
        $0, concepts, by: solution.engine, naming: concepts, inSets: !solution.isListed,
        as: .part(min(solved, count - 1), of: count))
    }
    return Answer(
      subject: subject, solution: solution, analysis: analysis,
      passedOver: asked.filter { !concepts.contains($0) }, limit: analysis.limit)
  }
}
