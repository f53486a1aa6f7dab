public import Analyses
public import ConflictModel
public import Questions

extension HypergameReport: Briefing {
  public typealias Asked = HypergameQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: Hypergame, _ work: Work) { self.init(answer) }
  public func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension WorldsReport: Briefing {
  public typealias Asked = GridQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: Worlds, _ work: Work) { self.init(answer) }
  public func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension CoalitionsReport: Briefing {
  public typealias Asked = CoalitionsQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: CoalitionsQuestion.Answer, _ work: Work) {
    self.init(case: answer.subject, graph: answer.graph, answer: answer.coalitions)
  }
}

extension SensitivityReport: Briefing {
  public typealias Asked = SensitivityQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: SensitivityQuestion.Answer, _ work: Work) {
    self.init(case: answer.subject, answer: answer.sensitivity, states: answer.states)
  }
  public func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension RequirementsReport: Briefing {
  public typealias Asked = RequireQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: RequireQuestion.Answer, _ work: Work) {
    self.init(case: answer.subject, answer.requirements)
  }
  public func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension DoubtsReport: Briefing {
  public typealias Asked = DoubtsQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: DoubtsQuestion.Answer, _ work: Work) {
    self.init(answer.doubts, answer.count, graph: answer.graph)
    (unknown, strength, weak) = (answer.unknown, answer.strength, answer.weak)
    typesLimit = answer.typesLimit
  }
  public func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension WordsReport: Briefing {
  public typealias Asked = WordsQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: WordsQuestion.Answer, _ work: Work) {
    self.init(case: answer.subject, solution: answer.solution, analysis: answer.analysis)
  }
  public func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension ExplainReport: Briefing {
  public typealias Asked = ExplainQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: ExplainQuestion.Answer, _ work: Work) {
    self.init(
      case: answer.subject, solution: answer.solution, certificates: answer.certificates,
      told: answer.plainest)
  }
  public func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension ShowReport: Briefing {
  public typealias Asked = ShowQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: ShowQuestion.Answer, _ work: Work) {
    self.init(
      case: answer.subject, solution: answer.solution, what: answer.what, limit: answer.count,
      memoryHeld: work.heldBytes)
  }
}

extension ObserveReport: Briefing {
  public typealias Asked = ObserveQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: ObserveQuestion.Answer, _ work: Work) {
    self.init(readings: answer.readings, separation: answer.separation)
  }
  public func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension CompareReport: Briefing {
  public typealias Asked = CompareQuestion
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public init(_ answer: CompareQuestion.Answer, _ work: Work) {
    self.init(readings: answer.readings, comparisons: answer.comparisons)
  }
  public func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension PathsReport {
  public func told(_ style: Style) -> (text: String, limit: Limit?) { (text(style), nil) }
  public static var forms: [AnswerForm] { [.table, .json, .dot] }
  public func write(as form: AnswerForm, to reader: TextReader) -> Limit? {
    _ = reader.take(dot())
    return nil
  }
  public func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

extension SolveReport: Briefing {
  public typealias Asked = SolveQuestion

  public static var forms: [AnswerForm] { [.table, .json, .jsonl, .csv, .markdown] }

  public init(_ answer: SolveQuestion.Answer, _ work: Work) {
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

  public func write(to reader: TextReader) -> Limit? { write(Stream.json, to: reader) }

  public func write(as form: AnswerForm, to reader: TextReader) -> Limit? {
    write(form == .csv ? Stream.csv : .jsonLines, to: reader)
  }
}
