package import Questions
internal import CaseFile
package import ConflictModel
internal import Documents
internal import Notation
internal import Stability

/// Where several readings of a situation differ, for people and as the
/// `entente.comparison` document.
///
///     let comparison = CaseComparison(base, overlay, under: .seq) { $0.solve() }
///     let report = CompareReport(readings: [base, overlay], comparisons: [comparison])
///     print(report.text())
package struct CompareReport: Documented {
  /// The readings; all are compared with the first.
  package let readings: [Reading]
  /// The first beside each of the others, in order.
  package let comparisons: [CaseComparison]

  let names: [Names]
  let judgements: [JudgementIndex]

  /// A report on the first reading beside each of the others.
  package init(readings: [Reading], comparisons: [CaseComparison]) {
    precondition(comparisons.count == readings.count - 1, "the first is compared with each of the others")
    self.readings = readings
    self.comparisons = comparisons
    judgements = readings.map { JudgementIndex($0.subject) }
    names = readings.map { Names($0.subject, states: $0.solution.hasAllStates ? $0.solution.states : nil) }
  }

  /// The judgements of the first reading and of another.
  func pair(_ other: Int) -> JudgementPair {
    JudgementPair(first: judgements[0], other: judgements[other], number: other + 1)
  }

  /// Whether nothing ended the work early.
  package var isComplete: Bool { comparisons.allSatisfy { $0.limit == nil && !$0.isCutOff } }
}

/// The judgements of the first case and of the one beside it, by what differs.
struct JudgementPair {
  /// The judgements of the first.
  let first: JudgementIndex
  /// Those of the other; nil where it is not known what it means.
  let other: JudgementIndex?
  /// The place of the other among the cases, from 2.
  var number = 2

  /// What is said in the first case, as what a phrase points to.
  func reference(_ key: Difference.Key, saying wording: Difference.Wording) -> Reference? {
    first.id(key, saying: wording).map { .judgement($0) }
  }

  /// What is said in the other.
  func reference(_ key: Difference.Key, sayingInOther wording: Difference.Wording) -> Reference? {
    other?.id(key, saying: wording).map { .otherJudgement($0, of: number) }
  }
}

extension Difference {
  /// What differs, in a line: `Russia, statement 2: “…” (eom 3.2, said) becomes “…” (no source given)`.
  ///
  /// What it is about points to the first case's judgement, what the second says to its own.
  func words(_ old: Names, _ new: Names, _ judgements: JudgementPair) -> Sentence {
    let after = self.after
    let other = said(after).pointing(to: after.flatMap { judgements.reference(key, sayingInOther: $0) })
    return switch change {
    case .added where silence != nil, .dropped where silence != nil:
      "\(subject(old, before ?? after, judgements)): \(said(before)) in the first, \(other) in the second"
    case .added: "\(subject(new, after, judgements)): only the second has \(other)"
    case .dropped: "\(subject(old, before, judgements)): only the first has \(said(before))"
    case .changed where isContrary:
      "\(subject(old, before, judgements)): both say \(Prose.quoted(before?.text ?? "")), and what one has for it the other has against it"
    case .changed where role == .source:
      "\(subject(old, before, judgements)): both say \(Prose.quoted(before?.text ?? "")), from other sources"
    case .changed:
      "\(subject(old, before, judgements)): \(said(before)) in the first, \(other) in the second"
    case .moved where before?.index == nil:
      "\(subject(old, before, judgements)): in the first \(Prose.quoted(before?.text ?? "")), in the second \(Prose.quoted(after?.text ?? "").pointing(to: after.flatMap { judgements.reference(key, sayingInOther: $0) }))"
    case .moved:
      "\(subject(old, before, judgements)): \(said(before)) stands in place \((before?.index ?? 0) + 1) in the first and in place \((after?.index ?? 0) + 1) in the second"
    }
  }

  /// The same in a few words, for an account of a conclusion.
  func brief(_ old: Names, _ new: Names, _ judgements: JudgementPair) -> Sentence {
    let wording = change == .added ? after : before
    let text = Prose.quoted(wording?.text ?? key.id)
    let names = change == .added ? new : old
    let what =
      switch change {
      case .added: "with \(text)"
      case .dropped: "without \(text)"
      case .changed: "with \(Prose.quoted(after?.text ?? "")) for \(text)"
      case .moved where before?.index == nil: "in the order \(Prose.quoted(after?.text ?? ""))"
      case .moved: "with \(text) in place \((after?.index ?? 0) + 1)"
      }
    return "\(subject(names, wording, judgements)) \(what)"
  }

  private func said(_ wording: Wording?) -> Sentence {
    guard let wording else { return silence.map { Prose.quoted($0) } ?? "nothing" }
    return "\(Prose.quoted(wording.text)) (\(wording.evidence.citation()))"
  }

  /// Whose judgement, and of what kind.
  private func subject(_ names: Names, _ wording: Wording?, _ judgements: JudgementPair) -> Sentence {
    let thing =
      switch key.kind {
      case _ where key.isOrder && wording?.index == nil: "the order of \(key.id)"
      case .perception: "how it sees the case"
      case .history: "the observation \(key.id)"
      case .statusQuo: "the status quo"
      case .statement: wording?.index.map { "statement \($0 + 1)" } ?? "a statement"
      case .ranking: "what it wants"
      case .source, .profile, .level, .actor, .term, .event, .outcome, .option:
        "the \(key.kind.rawValue) \(key.id)"
      default: "the \(key.kind.rawValue)"
      }
    var kind = Sentence(part(thing))
    if let wording {
      kind = kind.pointing(
        to: change == .added
          ? judgements.reference(key, sayingInOther: wording) : judgements.reference(key, saying: wording))
    }
    guard let id = key.actor, let actor = names.conflict.actors.firstIndex(where: { $0.id == id }) else {
      return kind
    }
    return "\(names.actor(actor)), \(kind)"
  }

  /// The thing, and which key of it where that is not the main one.
  private func part(_ thing: String) -> String {
    guard let part = key.keys, part != "because", !key.isOrder else { return thing }
    return "\(thing), \(part)"
  }
}

extension Topic {
  /// The question as a heading for its two answers.
  func words(_ names: Names) -> Sentence {
    switch self {
    case .anything: "Something lasts"
    case .statusQuo: "The status quo lasts"
    case .matter(let matter): names.quoted(matter)
    case .levels(let id):
      "\(Prose.quoted(names.conflict.levelOptions.first { $0.id == id }?.name ?? id, to: .option(id))) at"
    case .claim(let text): "The claim \(Prose.quoted(text))"
    }
  }
}

extension Reply {
  /// The answer to a question about a case in a word or two.
  func words(to topic: Topic, _ names: Names) -> Sentence {
    switch self {
    case .truth(let isTrue): isTrue ? "yes" : "no"
    case .expectation(.implied): "always"
    case .expectation(.permitted): "in some of what lasts"
    case .expectation(.excluded): "never"
    case .levels(let levels): "\(Prose.list(levels.map { topic.name(ofLevel: $0, names) }, "or"))"
    case .nothingLasts: "nothing lasts"
    }
  }
}

extension Topic {
  /// The name of a level of the option that it asks about.
  fileprivate func name(ofLevel id: String, _ names: Names) -> String {
    guard case .levels(let option) = self,
      let asked = names.conflict.levelOptions.first(where: { $0.id == option }),
      let level = asked.levels.firstIndex(of: id)
    else { return id }
    return asked.levelNames[level].printable
  }
}

extension CompareReport: Briefing {
  package typealias Asked = CompareQuestion

  @export(interface) package init(_ answer: CompareQuestion.Answer, _ work: Work) {
    self.init(readings: answer.readings, comparisons: answer.comparisons)
  }

  @export(interface) package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}
