/// The answer to a question: complete, or with the limit at which it ended and what was found
/// until then.
///
///     let answer = try document.ask("sensitivity", ["claim": "status-quo lasts under seq"])
///     answer.data["holds"]            // true
///     answer.text(as: .markdown)      // what people read
///
/// What is known is in ``data``, whose keys `Documentation/JSON.md` describes for each question: keys
/// may be added in later versions, none changes its meaning.
public struct Answer: Sendable {
  /// The question's word.
  public let question: String
  /// Why it is not complete; nil when it is.
  public let limit: Limit?
  /// How it ended: whether everything was decided, and whether what was to be confirmed is so.
  public let status: Door.Status
  /// The forms in which it can be had.
  public let forms: [AnswerForm]
  /// Where it is read, by those who know the cases as they were called.
  private let setting: Setting
  private let write: @Sendable (AnswerForm, Setting, TextReader) -> Limit?

  init<Told: Briefing>(
    _ answer: Told.Asked.Answer, as briefing: Told.Type, _ setting: Setting, _ work: Work
  ) {
    self.setting = setting
    let told = Told(answer, work)
    question = Told.Asked.table.word
    limit = answer.limit ?? told.limit
    status = Door.Status(answer, limit: limit)
    forms = Told.forms
    write = { told.write(as: $0, $1, to: $2) }
  }

  /// Everything found, as plain data.
  ///
  /// - Complexity: Takes space in proportion to the answer; where that may list millions of
  ///   states, ``write(as:about:full:to:)`` hands it on in pieces.
  public var data: JSONValue {
    // Our own text can be read.
    (try? JSONValue(parsing: text(as: .json))) ?? .null
  }

  /// The answer in a form; empty when ``forms`` does not have it.
  ///
  /// - Parameters:
  ///   - form: The form to write.
  ///   - subject: What the commands of further questions, which some forms name, call the case.
  ///   - isFull: Whether text says more than the answer and a screen of what is asked next; other
  ///     forms have all in any case.
  public func text(
    as form: AnswerForm, about subject: String = "CASE", full isFull: Bool = false
  ) -> String {
    var text = ""
    write(as: form, about: subject, full: isFull) { piece in
      text += piece
      return true
    }
    return text
  }

  /// Hands the answer on in pieces, until `take` wants no more.
  ///
  /// - Returns: The limit at which lists ended early, if they did.
  @discardableResult
  public func write(
    as form: AnswerForm, about subject: String = "CASE", full isFull: Bool = false,
    to take: @escaping (String) -> Bool
  ) -> Limit? {
    if !forms.contains(form) { return nil }
    var setting = setting
    setting.isFull = isFull
    setting.subject = subject
    if setting.asked?.subjects.isEmpty == false { setting.asked?.subjects[0] = subject }
    return write(form, setting, TextReader(take))
  }
}

extension Subject {
  /// Puts a question, with its arguments by name as on the command line without dashes.
  ///
  ///     let answer = try subject.ask("compare", ["concept": "nash"])
  ///
  /// Which questions there are and what they take is in `QuestionTable.all`.
  ///
  /// - Throws: ``/Questions/Failure`` when there is no such question, when the arguments do not go with
  ///   it or with the cases, or when a limit was reached before there was anything to tell.
  public func ask(
    _ question: String, _ arguments: KeyValuePairs<String, String> = [:], work: Work = Work()
  ) throws(Failure) -> Answer {
    var asking = Asking(
      subject: self, question: question, arguments: arguments.map { (name: $0.key, value: $0.value) },
      work: work)
    AllBriefings.visit(&asking)
    guard let result = asking.result else {
      let words = QuestionTable.all.map { $0.word }
      throw .argument(
        "no question is called '\(question)'",
        hint: Suggestion.hint(for: question, among: words, called: "questions"))
    }
    return try result.get()
  }
}

extension CaseDocument {
  /// Puts a question about this case.
  ///
  ///     let reason = try document.ask("explain", ["state": "status-quo", "actor": "row", "concept": "seq"])
  ///
  /// - Throws: What the same function of a subject throws.
  public func ask(
    _ question: String, _ arguments: KeyValuePairs<String, String> = [:], work: Work = Work()
  ) throws(Failure) -> Answer {
    try Subject(self).ask(question, arguments, work: work)
  }
}

extension QuestionTable {
  /// Every question that there is, in the order of help.
  public static var all: [QuestionTable] {
    var collector = TableCollector()
    AllBriefings.visit(&collector)
    return collector.tables
  }
}

/// Gathers the tables of all questions.
private struct TableCollector: BriefingVisitor {
  var tables: [QuestionTable] = []
  mutating func visit<Told: Briefing>(_ briefing: Told.Type) { tables.append(Told.Asked.table) }
}

/// Puts the question of one word.
private struct Asking: BriefingVisitor {
  let subject: Subject
  let question: String
  let arguments: [(name: String, value: String)]
  let work: Work
  private(set) var result: Result<Answer, Failure>?

  init(subject: Subject, question: String, arguments: [(name: String, value: String)], work: Work) {
    (self.subject, self.question, self.arguments, self.work) = (subject, question, arguments, work)
  }

  mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
    if Told.Asked.table.word != question { return }
    do throws(Failure) {
      let arguments = try Arguments(arguments, to: Told.Asked.table)
      let answer = try Told.Asked(arguments).answer(checking: subject, work)
      let names = (subject.cases.map { $0.name }) + subject.files.map { $0.name }
      let setting = Setting(about: names, of: subject, to: arguments)
      result = .success(Answer(answer, as: Told.self, setting, work))
    } catch {
      result = .failure(error)
    }
  }
}
