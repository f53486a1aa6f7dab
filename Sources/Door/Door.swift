public import CaseFile
internal import ConflictModel
internal import Interchange
internal import Notation
public import Questions
internal import Briefings

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
    do throws(SyntaxError) {
      var asking = Asking(try Request(request), files, work)
      AllBriefings.visit(&asking)
      return asking.reply ?? unknown(asking.request)
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

  private static func unknown(_ request: Request) -> Reply {
    wrong(
      SyntaxError(
        Diagnostic(
          .unknownArgument, "no question is called '\(request.question)'", at: .none,
          hint: Suggestion.hint(for: request.question, among: questions, called: "questions"))))
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
    do throws(Failure) {
      reply = try answer(Told.self)
    } catch {
      switch error {
      case .wrong(let error): reply = Door.wrong(error)
      case .usage(let message, _):
        reply = Door.wrong(SyntaxError(Diagnostic(.unknownArgument, message, at: .none)), .usage)
      case .limit(let limit, let document):
        let text = UnansweredReport.json(limit, reading: document, asking: table).text(pretty: true)
        reply = Door.Reply(status: .undetermined, text: text + "\n")
      case .bound(let bound, let document):
        let text = UnansweredReport.json(bound, reading: document, asking: table).text(pretty: true)
        reply = Door.Reply(status: .undetermined, text: text + "\n")
      }
    }
  }

  private func answer<Told: Briefing>(_ briefing: Told.Type) throws(Failure) -> Door.Reply {
    guard let form = request.form(among: Told.forms) else {
      let words = Told.forms.map { $0.rawValue }
      throw .argument(
        "'\(Told.Asked.table.word)' has no answer in the form '\(request.form)'",
        hint: Suggestion.hint(for: request.form, among: words, called: "forms"))
    }
    let arguments: Arguments
    do throws(SyntaxError) {
      arguments = try request.arguments(to: Told.Asked.table)
    } catch {
      return Door.wrong(error, .usage)
    }
    let question = try Told.Asked(arguments)
    let subject = try subject(of: Told.Asked.table)
    let answer = try question.answer(about: subject, work)
    let told = Told(answer, work)
    let (text, limit) = told.text(as: form, Setting(about: request.cases.first ?? "CASE", of: subject))
    let isOpen = answer.isUndetermined || (answer.limit ?? told.limit ?? limit) != nil
    let status: Door.Status =
      answer.isWrong ? .wrong : answer.isRefused ? .refused : isOpen ? .undetermined : .done
    return Door.Reply(status: status, text: text)
  }

  private func subject(of table: QuestionTable) throws(Failure) -> Subject {
    if !table.about.isChangeable {
      let isChanged = !request.given.isEmpty || request.day != nil || !request.profiles.isEmpty
      if isChanged {
        throw .usage("'\(table.word)' takes cases as they are written, without given, on and profiles.")
      }
    }
    if case .twoCases = table.about, request.cases.count != 2 {
      throw .usage("'\(table.word)' is about two cases.")
    }
    if case .files = table.about {
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
  private func written(_ path: String) -> Result<Subject.Written, SyntaxError> {
    do throws(SyntaxError) {
      let bytes = try bytes(path)
      if path.lowercased().hasSuffix(".gmcr") {
        let file = try GMCRFile.read(bytes: bytes, file: path, limits: work.limits, control: work.control)
        return .success(
          Subject.Written(name: path, document: file.document, warnings: file.warnings, files: files))
      }
      let document = try CaseDocument(bytes: bytes, file: path, files: files)
      return .success(Subject.Written(name: path, document: document, warnings: [], files: files))
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
