internal import CaseFile
package import ConflictModel
internal import Stability

/// What do readings judge differently, and what does that do to their conclusions?
package struct CompareQuestion: Question {
  package static let table = QuestionTable(
    "compare", format: "entente.comparison", about: .cases(least: 2),
    abstract: "Show what readings judge differently, and what that does to their conclusions.",
    discussion: """
      Takes a case and one or more others, such as overlays of it by other experts: which judgements \
      differ, with their sources; which conclusions differ; and for each of these the smallest set of \
      differing judgements that accounts for it: made in the first case, they give the other's answer. \
      Then where they agree.
      """,
    examples: [
      "compare first.yaml first.yaml", "compare base.yaml hawk.yaml dove.yaml",
      "compare base.yaml hawk.yaml --claim \"deal lasts under nash\" --json",
    ],
    done: "compared", part: "what was found is printed", moment: "before the cases could be compared",
    parameters: [
      .concept("In which sense states last: nash, gmr, smr, seq, sseq or sim."),
      Parameter(
        "claim", .text, naming: .claim, isRepeated: true, value: "claim",
        "Ask about this claim, too, as in 'entente sensitivity'. May be repeated."),
    ], needsNoList: true)

  private let concept: Concept
  private let claims: [String]

  package init(_ arguments: Arguments) throws(Failure) {
    concept = try arguments.concept("concept")
    claims = arguments.texts("claim")
  }

  /// Readings beside each other.
  package struct Answer: Answering {
    /// The readings, each solved.
    package var readings: [Reading]
    /// The first beside each of the others.
    package var comparisons: [CaseComparison]
    package var limit: Limit?
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let cases = try subject.meanings(work)
    for subject in cases {
      try subject.require(concept)
      _ = try subject.decidable([concept], work)
    }
    let claimed = try claimed(in: cases[0], work)
    let asked = Concept.allCases.filter { $0 == concept || claimed.contains($0) }
    var readings: [Reading] = []
    for (index, meaning) in cases.enumerated() {
      let solution = work.solve(
        meaning.conflict, asked, naming: asked, inSets: true, as: .part(index, of: cases.count))
      if let limit = work.limit(solution.limit) { throw .limit(limit, meaning.document) }
      readings.append(Reading(name: subject.cases[index].name, subject: meaning, solution: solution))
    }
    let comparisons = readings.dropFirst().map { other in
      CaseComparison(readings[0], other, under: concept, claims: claims, control: work.control) {
        work.solve($0, asked, naming: asked, inSets: true, as: .untold)
      }
    }
    return Answer(
      readings: readings, comparisons: comparisons, limit: comparisons.compactMap { $0.limit }.first)
  }

  /// The concepts that the claims are about; every claim has to be one of the first case.
  private func claimed(in subject: Case, _ work: Work) throws(Failure) -> Set<Concept> {
    if claims.isEmpty { return [] }
    let states = try subject.states(work)
    var concepts: Set<Concept> = []
    for text in claims {
      do {
        concepts.insert(try subject.claim(parsing: text, concept: concept, among: states).concept)
      } catch {
        throw .wrong(error, about: "claim", text)
      }
    }
    return concepts
  }
}
