public import CaseFile
package import ConflictModel
internal import Interchange
internal import Notation
public import Questions
package import Briefings

/// One function for every shell: a request in JSON comes in, an answer goes out.
///
///     let request = #"{"question": "solve", "cases": [{"path": "a.yaml", "text": "…"}], "as": "json"}"#
///     let reply = Door.answer(Array(request.utf8))
///     reply.status      // .done
///     reply.text        // the `entente.solution` document
///
/// Nothing outside is touched but the files that `files` finds: those of the request are
/// looked for in the request first. A request is described in Documentation/JSON.md.
public enum Door {
  /// How an answer ended; the numbers are the program's exit codes.
  public enum Status: Int, Sendable, Hashable {
    /// Everything asked for was done.
    case done = 0
    /// Something that was to be confirmed is not so.
    case refused = 1
    /// The request, or a case in it, is wrong.
    case wrong = 2
    /// A limit was reached before everything was decided.
    case undetermined = 3
    /// The arguments cannot be meant.
    case usage = 64

    /// How an answer ended, of which telling may have reached a limit, too.
    package init(_ answer: some Answering, limit: Limit?) {
      let isOpen = answer.isUndetermined || (answer.limit ?? limit) != nil
      self = answer.isWrong ? .wrong : answer.isRefused ? .refused : isOpen ? .undetermined : .done
    }
  }

  /// An answer in the form asked for, or what is wrong as `entente.error`.
  public struct Reply: Sendable, Hashable {
    /// How it ended.
    public var status: Status
    /// The whole text.
    public var text: String
  }

  /// Answers a request.
  public static func answer(
    _ request: [UInt8], files: FileSource = .empty, work: Work = Work()
  ) -> Reply {
    answer(request, files: files, work: work, asking: AllBriefings.self)
  }

  /// The same with the questions of a list.
  package static func answer<List: BriefingList>(
    _ request: [UInt8], files: FileSource = .empty, work: Work = Work(), asking list: List.Type
  ) -> Reply {
    do throws(SyntaxError) {
      var asking = Asking(try Request(request), files, work)
      List.visit(&asking)
      if let reply = asking.reply { return reply }
      var collector = WordCollector()
      List.visit(&collector)
      throw asking.request.unknownQuestion(among: collector.words)
    } catch {
      return wrong(error)
    }
  }

  /// The words of the questions that can be asked, in the order of help.
  public static var questions: [String] {
    var words = WordCollector()
    AllBriefings.visit(&words)
    return words.words
  }

  /// Whether the answer to a request may take minutes; false for a request that is wrong.
  public static func isLong(_ request: [UInt8]) -> Bool {
    do throws(SyntaxError) {
      var judging = Judging(request: try Request(request))
      AllBriefings.visit(&judging)
      return judging.isLong
    } catch {
      return false
    }
  }

  fileprivate static func wrong(_ error: SyntaxError, _ status: Status = .wrong) -> Reply {
    Reply(status: status, text: ErrorReport.json(error.diagnostics).text(pretty: true) + "\n")
  }
}

/// Gathers the words of all questions.
private struct WordCollector: BriefingVisitor {
  var words: [String] = []
  mutating func visit<Told: Briefing>(_ briefing: Told.Type) { words.append(Told.Asked.table.word) }
}

/// Finds out whether what a request asks may take minutes.
private struct Judging: BriefingVisitor {
  let request: Request
  private(set) var isLong = false

  mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
    let table = Told.Asked.table
    if table.word != request.question { return }
    if let arguments = try? request.arguments(to: table) { isLong = table.isLong(arguments) }
  }
}

/// Puts a request to the question that it names.
private struct Asking: BriefingVisitor {
  let request: Request
  private let files: FileSource
  private let work: Work
  private(set) var reply: Door.Reply?

  init(_ request: Request, _ files: FileSource, _ work: Work) {
    self.request = request
    self.files = request.files(besides: files)
    self.work = request.limiting(work)
  }

  mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
    let table = Told.Asked.table
    if table.word != request.question { return }
    let (work, names, isFull) = (work, request.cases, request.isFull)
    reply = reply(table, Told.forms) { (arguments, subject, form) throws(Failure) in
      let answer = try Told.Asked(arguments).answer(checking: subject, work)
      let told = Told(answer, work)
      if let refusal = told.refusal(of: form) { throw refusal }
      var setting = Setting(about: names, of: subject, to: arguments)
      setting.isFull = isFull
      let (text, limit) = told.text(as: form, setting)
      return Door.Reply(status: Door.Status(answer, limit: told.limit ?? limit), text: text)
    }
  }

  /// All about a reply that is the same for every question. Each is compiled by itself, so what
  /// they do alike must not be part of it.
  @inline(never)
  private func reply(
    _ table: QuestionTable, _ forms: [AnswerForm],
    _ answer: (Arguments, Subject, AnswerForm) throws(Failure) -> Door.Reply
  ) -> Door.Reply {
    let form: AnswerForm
    do throws(SyntaxError) {
      form = try request.form(among: forms)
    } catch {
      return Door.wrong(error)
    }
    let arguments: Arguments
    do throws(SyntaxError) {
      arguments = try request.arguments(to: table)
    } catch {
      return Door.wrong(error, .usage)
    }
    do throws(Failure) {
      return try answer(arguments, try subject(of: table), form)
    } catch {
      switch error {
      case .wrong(let error): return Door.wrong(request.placing(error, asking: table))
      case .usage(let message, _):
        return Door.wrong(SyntaxError(Diagnostic(.unknownArgument, message, at: .none)), .usage)
      case .limit, .bound: return unanswered(UnansweredReport(error, asking: table)!, form)
      }
    }
  }

  private func unanswered(_ report: UnansweredReport, _ form: AnswerForm) -> Door.Reply {
    let text =
      form.isDocument
      ? Setting(about: name).text(report.bareDocument(), as: form) : report.json.text(pretty: true) + "\n"
    return Door.Reply(status: .undetermined, text: text)
  }

  /// What the commands of further questions name as the case.
  private var name: String { request.cases.first ?? "CASE" }

  private func subject(of table: QuestionTable) throws(Failure) -> Subject {
    if table.about.kind == .files {
      return Subject(
        files: request.cases.map { path in Subject.File(name: path, read: { written(path) }) })
    }
    var cases: [Subject.Written] = []
    for path in request.cases {
      switch written(path) {
      case .success(let written): cases.append(written)
      case .failure(let error): throw .wrong(error)
      }
    }
    var subject = Subject(cases, given: request.given, day: request.day, profiles: request.profiles)
    subject.open = { written($0) }
    return subject
  }

  /// The case of a path, or what is wrong with it.
  private func written(_ name: String) -> Result<Subject.Written, SyntaxError> {
    do throws(SyntaxError) {
      let path: String
      switch files.locate(name) {
      case .success(let found): path = found
      case .failure(let error): throw error
      }
      let bytes = try bytes(path)
      if path.lowercased().hasSuffix(".gmcr") {
        let file = try GMCRFile.read(bytes: bytes, file: path, limits: work.limits, control: work.control)
        return .success(
          Subject.Written(name: name, document: file.document, warnings: file.warnings, files: files))
      }
      let document = try CaseDocument(bytes: bytes, file: path, files: files)
      return .success(Subject.Written(name: name, document: document, warnings: [], files: files))
    } catch {
      return .failure(error)
    }
  }

  private func bytes(_ path: String) throws(SyntaxError) -> [UInt8] {
    switch files.read(path) {
    case .success(let bytes): return bytes
    case .failure(let problem):
      throw SyntaxError(
        Diagnostic(
          problem.isOutside ? .outsideFolder : .unreadableFile, "cannot read '\(path)': \(problem.reason)",
          at: Place(file: path, line: 0, column: 0), hint: problem.hint))
    }
  }
}
