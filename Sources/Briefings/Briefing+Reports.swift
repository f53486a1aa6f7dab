package import Questions
package import ConflictModel

extension HypergameReport: Briefing {
  package typealias Asked = HypergameQuestion
  package init(_ answer: Hypergame, _ work: Work) { self.init(answer) }
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension WorldsReport: Briefing {
  package typealias Asked = GridQuestion
  package init(_ answer: Worlds, _ work: Work) { self.init(answer) }
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension CoalitionsReport: Briefing {
  package typealias Asked = CoalitionsQuestion
  package init(_ answer: CoalitionsQuestion.Answer, _ work: Work) {
    self.init(case: answer.subject, graph: answer.graph, answer: answer.coalitions)
  }
}

extension SensitivityReport: Briefing {
  package typealias Asked = SensitivityQuestion
  package init(_ answer: SensitivityQuestion.Answer, _ work: Work) {
    self.init(case: answer.subject, answer: answer.sensitivity, states: answer.states)
  }
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension RequirementsReport: Briefing {
  package typealias Asked = RequireQuestion
  package init(_ answer: RequireQuestion.Answer, _ work: Work) {
    self.init(case: answer.subject, answer.requirements)
  }
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension DoubtsReport: Briefing {
  package typealias Asked = DoubtsQuestion
  package init(_ answer: DoubtsQuestion.Answer, _ work: Work) {
    self.init(answer.doubts, answer.count, graph: answer.graph)
    (unknown, strength, weak) = (answer.unknown, answer.strength, answer.weak)
    typesLimit = answer.typesLimit
  }
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension WordsReport: Briefing {
  package typealias Asked = WordsQuestion
  package init(_ answer: WordsQuestion.Answer, _ work: Work) {
    self.init(case: answer.subject, solution: answer.solution, analysis: answer.analysis)
  }
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension ExplainReport: Briefing {
  package typealias Asked = ExplainQuestion
  package init(_ answer: ExplainQuestion.Answer, _ work: Work) {
    self.init(
      case: answer.subject, solution: answer.solution, certificates: answer.certificates,
      told: answer.plainest)
  }
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension ShowReport: Briefing {
  package typealias Asked = ShowQuestion
  package init(_ answer: ShowQuestion.Answer, _ work: Work) {
    self.init(
      case: answer.subject, solution: answer.solution, what: answer.what, limit: answer.count,
      memoryHeld: work.heldBytes)
  }
}

extension ObserveReport: Briefing {
  package typealias Asked = ObserveQuestion
  package init(_ answer: ObserveQuestion.Answer, _ work: Work) {
    self.init(readings: answer.readings, separation: answer.separation)
  }
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension CompareReport: Briefing {
  package typealias Asked = CompareQuestion
  package init(_ answer: CompareQuestion.Answer, _ work: Work) {
    self.init(readings: answer.readings, comparisons: answer.comparisons)
  }
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension PathsReport {
  package static var forms: [AnswerForm] { [.table, .json, .dot] }
  package func write(as form: AnswerForm, to reader: TextReader) -> Limit? {
    _ = reader.take(dot())
    return nil
  }
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension SolveReport: Briefing {
  package typealias Asked = SolveQuestion

  package static var forms: [AnswerForm] { [.table, .json, .jsonl, .csv, .markdown] }

  package init(_ answer: SolveQuestion.Answer, _ work: Work) {
    var options = Options()
    options.allStates = answer.allStates
    options.filter = answer.filter?.condition
    options.filterText = answer.filter?.words
    options.sortActor = answer.sortActor
    options.limit = answer.count
    options.with = answer.sections
    options.seconds = work.seconds()
    options.sample = answer.sample
    options.memoryHeld = work.heldBytes
    options.control = work.telling
    self.init(case: answer.subject, solution: answer.solution, options: options)
  }

  package func write(to reader: TextReader) -> Limit? { write(Stream.json, to: reader) }

  package func write(as form: AnswerForm, to reader: TextReader) -> Limit? {
    write(form == .csv ? Stream.csv : .jsonLines, to: reader)
  }
}
