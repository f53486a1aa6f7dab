package import CaseFile
package import ConflictModel
internal import Notation

/// What becomes of two cases that are made one, and what do they dispute?
package struct MergeQuestion: Question {
  package static let table = QuestionTable(
    "merge", format: "entente.merge", about: .twoCases,
    abstract: "Make one case of two that agree, and list what they dispute.",
    discussion: """
      What both cases say stands, with the sources of both. What only the other adds and what changes no \
      answer is taken over: names, sources, declarations, profiles. Whatever else they say differently is \
      a dispute: the case that is written keeps what the first says, each dispute is listed on standard \
      error, and the exit code is 1. With --base, what only one of the two has changed since is no \
      dispute.
      """,
    examples: [
      "merge first.yaml first.yaml", "merge eastern.yaml western.yaml -o both.yaml",
      "merge eastern.yaml western.yaml --base agreed.yaml -o both.yaml",
    ],
    done: "merged", refused: "merged and something is disputed",
    moment: "before what is merged was understood",
    parameters: [Parameter("base", .file, value: "file", "The case that both were made from.")])

  private let base: String?

  package init(_ arguments: Arguments) throws(Failure) { base = arguments.text("base") }

  /// One case made of two.
  package struct Answer: Answering {
    /// The case, and what is disputed.
    package var merge: Merge
    /// What the first case means.
    package var meaning: Case
    /// What the second means.
    package var other: Case
    /// What the first case is called.
    package var first: String
    /// What the second is called.
    package var second: String
    package var limit: Limit? { nil }
    package var isRefused: Bool { merge.isDisputed }
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    var cases = subject.cases
    if let base {
      switch subject.open(base) {
      case .success(let written): cases.append(written)
      case .failure(let error): throw .wrong(error)
      }
    }
    let meaning = try self.meaning(of: cases[0].document, work)
    let other = try self.meaning(of: cases[1].document, work)
    if cases.count > 2 { _ = try self.meaning(of: cases[2].document, work) }
    let merge = Merge(
      cases[0].document, cases[1].document, base: cases.count > 2 ? cases[2].document : nil)
    // What comes out is a case, or there is something to say.
    _ = try self.meaning(of: merge.document, work)
    return Answer(
      merge: merge, meaning: meaning, other: other, first: cases[0].name, second: cases[1].name)
  }

  /// What a case means; refuses what has no meaning.
  private func meaning(of document: CaseDocument, _ work: Work) throws(Failure) -> Case {
    do { return try Case(document, limits: work.limits, control: work.control) } catch {
      throw Failure(error, in: document)
    }
  }
}
