internal import ArgumentParser
import CaseFile
internal import Door
import Faces
import Notation
import Questions
import Briefings

/// The command of a question, made from its table: `entente WORD CASE --name value`.
struct QuestionCommand<Told: Briefing>: Subcommand, CustomReflectable {
  /// Of these one is there, as the question is about.
  private var one: OptionGroup<CaseArguments>?
  private var several: OptionGroup<CaseListArguments>?
  /// The question's own parameters, in the order of its table.
  private var parameters: [ParameterValue]
  private var format: Option<String?>
  private var output: Option<String?>
  private var json: Flag<Bool>
  private var allowanceGroup: OptionGroup<AllowanceArguments>

  private static var table: QuestionTable { Told.Asked.table }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: table.word, abstract: table.abstract, usage: table.usage, discussion: table.manual)
  }

  init() {
    switch Self.table.about {
    case .oneCase: one = OptionGroup()
    case .cases: several = OptionGroup()
    }
    parameters = Self.table.parameters.map(ParameterValue.init)
    let forms = FormChoice(forms: Told.forms)
    format = Option(help: forms.formatHelp, completion: .list(forms.words))
    output = Option(name: [.short, .long], help: forms.outputHelp, completion: .file())
    json = Flag(wrappedValue: false, help: FormChoice.jsonHelp)
    allowanceGroup = OptionGroup()
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch Self.table.about {
    case .oneCase: one = try container.decode(OptionGroup<CaseArguments>.self, forKey: "input")
    case .cases: several = try container.decode(OptionGroup<CaseListArguments>.self, forKey: "input")
    }
    parameters = try Self.table.parameters.map { try ParameterValue($0, from: container) }
    format = try container.decode(Option<String?>.self, forKey: "format")
    output = try container.decode(Option<String?>.self, forKey: "output")
    json = try container.decode(Flag<Bool>.self, forKey: "json")
    allowanceGroup = try container.decode(OptionGroup<AllowanceArguments>.self, forKey: "allowance")
  }

  /// What the parser sees: it finds arguments by looking at the parts of a command.
  var customMirror: Mirror {
    var children: [(label: String?, value: Any)] = []
    if let one { children.append(("_input", one)) }
    if let several { children.append(("_input", several)) }
    for parameter in parameters { children.append(("_" + parameter.parameter.name, parameter.wrapper)) }
    children += [
      ("_format", format), ("_output", output), ("_json", json), ("_allowance", allowanceGroup),
    ]
    return Mirror(self, children: children)
  }

  private var choice: FormChoice {
    FormChoice(
      forms: Told.forms, format: format.wrappedValue, output: output.wrappedValue, json: json.wrappedValue)
  }

  var answersInJSON: Bool { choice.form.isJSON }

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
    let question = try Told.Asked(arguments())
    if let file = choice.file, let obstacle = OutputFile.obstacle(at: file, replaces: true) {
      throw .wrong(SyntaxError(obstacle))
    }
    let session = Session(allowance, in: environment)
    defer { session.clearProgress() }
    let subject = try subject(session)
    let answer = try question.answer(about: subject, session.work)
    session.clearProgress()
    return response(Told(answer, session.work), answer, session)
  }

  private func response(_ briefing: Told, _ answer: Told.Asked.Answer, _ session: Session) -> Response {
    var response = Response()
    var limit = answer.limit ?? briefing.limit
    let isQuiet = allowanceGroup.wrappedValue.quiet
    let (form, file) = (choice.form, choice.file)
    let setting = Setting(file == nil ? session.style : Style(), about: subjectName)
    if form.isDocument {
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
    if let file { response.destination = Response.Destination(path: file, replaces: true) }
    response.saysWhereCut = form != .json && !isQuiet
    response.status = ExitStatus(limit)
    if answer.isRefused { response.status = response.status.combined(with: .checkFailed) }
    return response
  }

  /// What a command for a further question names as the case: the first where there are several.
  private var subjectName: String { one?.wrappedValue.path ?? several?.wrappedValue.paths.first ?? "CASE" }

  private func subject(_ session: Session) throws(Failure) -> Subject {
    if let one { return try session.subject(one.wrappedValue) }
    return try session.subject(several!.wrappedValue)
  }

  var asked: QuestionTable { Self.table }
}

/// Any name as a key.
private struct Key: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init(stringLiteral value: String) { stringValue = value }
  init?(intValue: Int) { nil }
}

/// A parameter with what the parser read for it.
private struct ParameterValue {
  let parameter: Parameter
  private let value: Value

  private enum Value {
    case flag(Flag<Bool>)
    case one(Option<String?>)
    case several(Option<[String]>)
    case place(Argument<String?>)
  }

  init(_ parameter: Parameter) {
    self.parameter = parameter
    let help = ArgumentHelp(
      "\(parameter.fullHelp)", discussion: parameter.more ?? "",
      valueName: parameter.value.isEmpty ? nil : parameter.value)
    let name = NameSpecification.customLong(parameter.name)
    let completion: CompletionKind? = parameter.words.isEmpty ? nil : .list(parameter.words)
    if parameter.isPositional {
      value = .place(Argument(help: help, completion: completion))
    } else if case .flag = parameter.kind {
      value = .flag(Flag(wrappedValue: false, name: name, help: help))
    } else if parameter.isRepeated {
      value = .several(Option(wrappedValue: [], name: name, help: help, completion: completion))
    } else {
      value = .one(Option(name: name, help: help, completion: completion))
    }
  }

  init(_ parameter: Parameter, from container: KeyedDecodingContainer<Key>) throws {
    self.parameter = parameter
    let key = Key(stringValue: parameter.name)
    if parameter.isPositional {
      value = .place(try container.decode(Argument<String?>.self, forKey: key))
    } else if case .flag = parameter.kind {
      value = .flag(try container.decode(Flag<Bool>.self, forKey: key))
    } else if parameter.isRepeated {
      value = .several(try container.decode(Option<[String]>.self, forKey: key))
    } else {
      value = .one(try container.decode(Option<String?>.self, forKey: key))
    }
  }

  /// What the parser looks at.
  var wrapper: Any {
    switch value {
    case .flag(let flag): flag
    case .one(let option): option
    case .several(let option): option
    case .place(let argument): argument
    }
  }

  /// What was given, as arguments of the question.
  var given: [(name: String, value: String)] {
    let texts: [String] =
      switch value {
      case .flag(let flag): flag.wrappedValue ? [""] : []
      case .one(let option): option.wrappedValue.map { [$0] } ?? []
      case .several(let option): option.wrappedValue
      case .place(let argument): argument.wrappedValue.map { [$0] } ?? []
      }
    return texts.map { (name: parameter.name, value: $0) }
  }
}

extension QuestionTable {
  /// How its command is written.
  fileprivate var usage: String {
    var parts = ["entente", word]
    switch about {
    case .oneCase: parts.append("<case>")
    case .cases(let least): parts.append(least > 1 ? "<case> <cases> ..." : "<cases> ...")
    }
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
