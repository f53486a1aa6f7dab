package import CaseFile
package import ConflictModel

/// On which judgements does an answer rest?
package struct SensitivityQuestion: Question {
  package static let table = QuestionTable(
    "sensitivity", format: "entente.sensitivity",
    abstract: "Find the smallest change of judgement that turns an answer round.",
    discussion: """
      Takes a claim about what lasts, edits every judgement of the case in every listed way, alone and \
      in pairs, and tells which edits make the claim false, or true: what the answer rests on. What is \
      merely assumed comes first. Without --claim it is that the status quo lasts, under seq.

      Claims:
        status-quo lasts                       also 'state 5 lasts under nash', 'YNY lasts'
        deal lasts under seq                   an outcome: at least one of its states does
        every seq satisfies CONDITION          also 'some seq satisfies …', 'no seq satisfies …'
      """,
    examples: [
      "sensitivity first.yaml", "sensitivity first.yaml --claim \"deal lasts under nash\"",
      "sensitivity first.yaml --claim \"no seq satisfies lower.sue\" --size 3",
      "sensitivity first.yaml --json",
    ],
    done: "all sizes gone through", part: "what was found is printed", moment: "before any edit was tried",
    parameters: [
      Parameter(
        "claim", .text, naming: .claim, value: "claim", "What is claimed about the states that last."),
      Parameter(
        "size", .count(1...3), standard: "2", value: "count",
        "Try sets of up to this many edits: 1, 2 or 3.",
        more: "Where there are too many states to be listed it is 1 unless more is asked for."),
    ],
    needsNoList: true,
    // Of the catalogue, one edit takes 0.03 s at most, two 0.6 s, three 21 s.
    isLong: { ($0.count("size") ?? 0) > 1 })

  private let claim: String?
  /// Nil where nothing was said of it.
  private let size: Int?

  package init(_ arguments: Arguments) throws(Failure) {
    claim = arguments.text("claim")
    size = arguments.isGiven("size") ? arguments.count("size") : nil
  }

  /// What a claim rests on in a case.
  package struct Answer: Answering {
    /// The case.
    package var subject: Case
    /// What was found.
    package var sensitivity: Sensitivity
    /// The feasible states.
    package var states: FeasibleStates
    /// Where the claim is about one of several states that the present may be: what the same claim about
    /// each of the others rests on, as far as single edits go.
    package var others: [Sensitivity] = []
    package var limit: Limit?
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    if claim == nil {
      try subject.requireStatusQuo(
        for: "status-quo", by: "claim",
        "say what is claimed with --claim\(subject.outcomes.first.map { ", such as --claim \"\($0.id) lasts\"" } ?? "")"
      )
    }
    let states = try subject.states(work)
    let meaning: Claim
    do {
      meaning = try subject.claim(parsing: claim ?? "status-quo lasts", among: states)
    } catch {
      throw .wrong(error, about: "claim", claim ?? "")
    }
    try subject.require(meaning.concept, over: states)
    var found = subject.sensitivity(
      of: meaning, upTo: size, over: states, work, control: work.control)
    found.limit = work.limit(found.limit)
    var answer = Answer(subject: subject, sensitivity: found, states: states, limit: found.limit)
    if found.limit == nil { answer.others = others(than: meaning, in: subject, states, work) }
    return answer
  }

  /// So many other states that the present may be are asked about.
  private static let othersLimit = 3

  private func others(
    than claim: Claim, in subject: Case, _ states: FeasibleStates, _ work: Work
  ) -> [Sensitivity] {
    guard case .lasts(let state) = claim.content, let presents = subject.statusQuo?.completions,
      presents.contains(state)
    else { return [] }
    return presents.filter { $0 != state }.prefix(Self.othersLimit).compactMap { other in
      let same = Claim(.lasts(other), under: claim.concept, words: claim.words)
      let found = subject.sensitivity(of: same, upTo: 1, over: states, work, control: work.control)
      return found.limit == nil ? found : nil
    }
  }
}
