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
    case .partly(let some, let all):
      "in \(Prose.grouped(some)) of the \(Prose.grouped(all)) situations that it may be"
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

  package init(_ answer: CompareQuestion.Answer, _ work: Work) {
    self.init(readings: answer.readings, comparisons: answer.comparisons)
  }

  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}
