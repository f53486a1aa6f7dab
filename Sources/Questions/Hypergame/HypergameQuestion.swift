internal import CaseFile
package import ConflictModel
internal import Stability

/// What lasts when each actor acts on the conflict as it sees it?
package struct HypergameQuestion: Question {
  package static let table = QuestionTable(
    "hypergame", format: "entente.hypergame",
    abstract: "Find out what lasts when actors misread the conflict, and who is surprised.",
    discussion: """
      'perceives' under an actor lays what that actor believes over the case: other wishes of the others, \
      an event taken to hold, an option that it does not see. Each actor's stability is decided in the \
      conflict as it sees it. Prints what lasts then, what each actor expects to last that does not, who \
      would move where it was expected to stay, and what lasts unexpected.
      """,
    examples: ["hypergame first.yaml", "hypergame first.yaml --concept nash", "hypergame first.yaml --json"],
    done: "decided", moment: "before every view was solved", parameters: [.concept()])

  private let concept: Concept

  package init(_ arguments: Arguments) throws(Failure) {
    concept = try arguments.concept("concept")
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Hypergame {
    let subject = try subject.meaning(work)
    try subject.require(concept)
    // The tables of every view are held until the end.
    let views = UInt64(subject.document.actors.count { $0.perceives != nil }) + 1
    do {
      return try subject.hypergame(work.request([concept], heldAtOnce: views), control: work.control)
    } catch {
      throw Failure(error, in: subject.document)
    }
  }
}

extension Hypergame: Answering {
  package var limit: Limit? { nil }
}
