internal import ArgumentParser
import CaseFile
import ConflictModel
internal import Door
import Faces
import Notation
import Questions
import Briefings

/// The command of a question, made from its table: `entente WORD CASE --name value`.
struct QuestionCommand<Told: Briefing>: Subcommand, CustomReflectable {
  private var input: SubjectArguments
  /// The question's own parameters, in the order of its table.
  private var parameters: [ParameterValue]
  private var format: Option<String?>
  private var output: Option<String?>
  private var json: Flag<Bool>
  private var full: Flag<Bool>
  /// Whether a file is replaced, where the answer may be a case.
  private var force: Flag<Bool>?
  private var allowanceGroup: OptionGroup<AllowanceArguments<Self>>

  private static var table: QuestionTable { Told.Asked.table }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: table.word, abstract: table.abstract, usage: table.usage, discussion: table.manual)
  }

  init() {
    input = SubjectArguments(Self.table.about)
    parameters = Self.table.parameters.map(ParameterValue.init)
    let forms = FormChoice(of: Told.self)
    format = Option(help: forms.parameter.argumentHelp, completion: forms.parameter.completion)
    output = Option(name: [.short, .long], help: forms.outputHelp, completion: .file())
    json = Flag(wrappedValue: false, help: FormChoice.jsonHelp)
    full = Flag(wrappedValue: false, help: Self.fullHelp)
    if Self.writesCases { force = Flag(wrappedValue: false, help: "Replace the file if it is there.") }
    allowanceGroup = OptionGroup()
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    input = try SubjectArguments(Self.table.about, from: container, at: "input")
    parameters = try Self.table.parameters.map { try ParameterValue($0, from: container) }
    format = try container.decode(Option<String?>.self, forKey: "format")
    output = try container.decode(Option<String?>.self, forKey: "output")
    json = try container.decode(Flag<Bool>.self, forKey: "json")
    full = try container.decode(Flag<Bool>.self, forKey: "full")
    if Self.writesCases { force = try container.decode(Flag<Bool>.self, forKey: "force") }
    allowanceGroup = try container.decode(OptionGroup<AllowanceArguments<Self>>.self, forKey: "allowance")
  }

  /// What the parser sees: it finds arguments by looking at the parts of a command.
  var customMirror: Mirror {
    var children: [(label: String?, value: Any)] = [("_input", input.wrapper)]
    for parameter in parameters { children.append(("_" + parameter.parameter.name, parameter.wrapper)) }
    children += [("_format", format), ("_output", output)]
    if let force { children.append(("_force", force)) }
    children += [("_json", json), ("_full", full), ("_allowance", allowanceGroup)]
    return Mirror(self, children: children)
  }

  private var choice: FormChoice {
    FormChoice(
      of: Told.self, format: format.wrappedValue, output: output.wrappedValue, json: json.wrappedValue)
  }

  private static var fullHelp: ArgumentHelp {
    "Tell everything: states with their numbers, all senses, every reason."
  }

  private static var writesCases: Bool { Told.forms.contains(.yaml) }

  /// Whether a file that is there is replaced: a case may be somebody's work.
  private var replaces: Bool { choice.form != .yaml || force?.wrappedValue == true }

  var answerForm: AnswerForm { choice.form }

  func validate() throws {
    try choice.validate()
    do throws(Failure) {
      _ = try arguments()
    } catch {
      throw ValidationError(error.usage ?? "")
    }
  }

  private func arguments() throws(Failure) -> Arguments {
    try Arguments(parameters.flatMap { $0.given }, to: Self.table)
  }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let allowance = allowanceGroup.wrappedValue
    let arguments = try arguments()
    let question = try Told.Asked(arguments)
    for path in input.paths + parameters.namedCases where path != "-" {
      environment.used.note(path, as: .subject)
    }
    for path in parameters.namedTexts { environment.used.note(path, as: .text) }
    try environment.requireWritable(destination)
    if choice.form.isConverted {
      try Converter.require(choice.form.rawValue, in: environment, or: "a .html or .md, which need none")
    }
    let session = Session(allowance, in: environment)
    defer { session.clearProgress() }
    let subject = try input.subject(naming: parameters.namedCases, in: session)
    // Now it is known what the cases build on.
    try environment.requireWritable(destination)
    let answer = try question.answer(checking: subject, session.work)
    session.clearProgress()
    var setting = Setting(
      destination == nil ? session.style : Style(), about: input.paths, of: subject, to: arguments)
    setting.isFull = full.wrappedValue
    let told = Told(answer, session.work)
    if let refusal = told.refusal(of: choice.form) { throw refusal }
    return try response(told, answer, setting, session)
  }

  /// The file that the answer is written to, if it is not printed.
  private var destination: Response.Destination? {
    choice.file.map { Response.Destination(path: $0, replaces: replaces) }
  }

  private func response(
    _ briefing: Told, _ answer: Told.Asked.Answer, _ setting: Setting, _ session: Session
  ) throws(Failure) -> Response {
    var response = Response()
    var limit = answer.limit ?? briefing.limit
    let isQuiet = allowanceGroup.wrappedValue.quiet
    let form = choice.form
    if form.isConverted {
      response.bytes = try ConvertedPage(briefing, setting, as: form, session).bytes()
      if !isQuiet { response.errors = limit?.remedy ?? "" }
    } else if form.isDocument {
      let told = briefing.text(as: form, setting)
      response.output = told.text
      limit = limit ?? told.limit
      if !isQuiet { response.errors = limit?.remedy ?? "" }
    } else {
      response.stream = session.stream { briefing.write(as: form, setting, to: $0) }
      // Rows alone would look like a whole answer.
      if form != .json, let limit {
        response.errors = "entente: undetermined: \(limit.words)\n" + (isQuiet ? "" : limit.remedy)
      }
    }
    if form == Told.usualForm, !form.isDocument, !isQuiet || answer.isRefused {
      var closing = Setting(session.style, about: input.name)
      closing.isFull = setting.isFull
      response.closing = briefing.text(as: .table, closing).text
    }
    response.destination = destination
    response.saysWhereCut = form != .json && !isQuiet
    response.status = Self.status(answer, limit)
    return response
  }

  private static func status(_ answer: Told.Asked.Answer, _ limit: Limit?) -> ExitStatus {
    var status = ExitStatus(limit)
    if answer.isUndetermined { status = status.combined(with: .undetermined) }
    if answer.isRefused { status = status.combined(with: .checkFailed) }
    if answer.isWrong { status = status.combined(with: .wrongInput) }
    return status
  }

  var asked: QuestionTable { Self.table }
}

extension QuestionCommand: Limited {
  static var atLimit: String {
    table.part.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? "No answer is printed then"
  }
}

extension QuestionTable {
  /// How its command is written.
  fileprivate var usage: String {
    var parts = ["entente", word, about.usage]
    for parameter in parameters where parameter.isPositional { parts.append("[<\(parameter.value)>]") }
    return (parts + ["[<options>]"]).joined(separator: " ")
  }

  /// What its command does, with examples and exit codes.
  fileprivate var manual: String {
    let lines = examples.map { "  entente \($0)\n" }.joined()
    var codes = ["0 \(done)"]
    if let refused { codes.append("1 \(refused)") }
    codes.append("2 the input is wrong")
    codes.append("3 a limit was reached" + (part.map { " (\($0))" } ?? ""))
    codes += ["64 wrong usage", "130 interrupted"]
    return "\(discussion)\n\nExamples:\n\(lines)\nExit codes: \(codes.joined(separator: ", "))."
  }
}

extension Failure {
  /// What is wrong with the arguments, with the help of the parameter that it is about.
  var usage: String? {
    guard case .usage(let message, let parameter) = self else { return nil }
    return message + (parameter.map { "\nHelp:  \($0.shown)  \($0.help)" } ?? "")
  }
}
