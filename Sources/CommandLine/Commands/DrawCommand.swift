internal import ArgumentParser
import Briefings
import CaseFile
internal import ConflictModel
internal import Documents
import Faces
import Notation
import Questions

/// `entente draw`: a command for each picture of the table.
struct DrawCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    var rows = PictureRows()
    AllDrawings.visit(&rows)
    let longest = rows.lines.map(\.name.count).max() ?? 0
    let list = rows.lines.map { "  \($0.name.padded(to: longest))  \($0.what)" }
    return CommandConfiguration(
      commandName: "draw", abstract: "Draw a picture of an answer, as SVG or PNG.",
      discussion: """
        Asks a question and draws its answer. A picture takes the options of its question; without -o it is \
        printed as SVG, which needs no other program. For PNG a program that converts SVG has to be installed.

        Pictures:
        \(list.joined(separator: "\n"))

        Examples:
          entente draw options first.yaml -o lasts.svg
          entente draw judgements first.yaml --narrow -o rests.svg

        Exit codes: 0 drawn, 2 the input is wrong, there is nothing to draw, or no PNG can be made, 3 a limit \
        was reached, 64 wrong usage, 130 interrupted.
        """,
      subcommands: rows.commands)
  }
}

/// Lists the pictures and makes a command of each.
private struct PictureRows: DrawingVisitor {
  var lines: [(name: String, what: String)] = []
  var commands: [any ParsableCommand.Type] = []

  mutating func visit<Drawn: Drawing>(_ drawing: Drawn.Type) {
    lines.append((Drawn.row.name, "\(Drawn.row.what) (\(Drawn.Told.Asked.table.word))"))
    commands.append(PictureCommand<Drawn>.self)
  }
}

/// The command of a picture: `entente draw PICTURE CASE --name value -o file.svg`.
struct PictureCommand<Drawn: Drawing>: Subcommand, CustomReflectable {
  private typealias Asked = Drawn.Told.Asked

  private var input: SubjectArguments
  /// The parameters of the question that the picture leaves open.
  private var parameters: [ParameterValue]
  private var output: Option<String?>
  private var narrow: Flag<Bool>
  private var allowanceGroup: OptionGroup<AllowanceArguments<Self>>

  private static var table: QuestionTable { Asked.table }

  private static var open: [Parameter] {
    table.parameters.filter { parameter in !Drawn.row.fixed.contains { $0.name == parameter.name } }
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Drawn.row.name, abstract: "Draw \(Drawn.row.what).",
      discussion: """
        The picture is drawn of the answer to 'entente \(table.word)', whose options it takes.

        Example:
          entente draw \(Drawn.row.name) first.yaml -o \(Drawn.row.name).svg
        """)
  }

  init() {
    input = SubjectArguments(Self.table.about)
    parameters = Self.open.map(ParameterValue.init)
    output = Option(
      name: [.short, .long],
      help: ArgumentHelp(
        "The file to write, ending in .svg or .png, instead of standard output; it is replaced.",
        valueName: "file"), completion: .file(extensions: ["svg", "png"]))
    narrow = Flag(wrappedValue: false, help: "As wide as the screen of a telephone, not as a page.")
    allowanceGroup = OptionGroup()
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    input = try SubjectArguments(Self.table.about, from: container, at: "input")
    parameters = try Self.open.map { try ParameterValue($0, from: container) }
    output = try container.decode(Option<String?>.self, forKey: "output")
    narrow = try container.decode(Flag<Bool>.self, forKey: "narrow")
    allowanceGroup = try container.decode(OptionGroup<AllowanceArguments<Self>>.self, forKey: "allowance")
  }

  /// What the parser sees: it finds arguments by looking at the parts of a command.
  var customMirror: Mirror {
    var children: [(label: String?, value: Any)] = [("_input", input.wrapper)]
    for parameter in parameters { children.append(("_" + parameter.parameter.name, parameter.wrapper)) }
    children += [("_output", output), ("_narrow", narrow), ("_allowance", allowanceGroup)]
    return Mirror(self, children: children)
  }

  var called: String { "draw \(Drawn.row.name)" }

  var asked: QuestionTable { Self.table }

  func validate() throws {
    do throws(Failure) { _ = try arguments() } catch { throw ValidationError(error.usage ?? "") }
    if let path, !path.hasSuffix(".svg"), !isPNG {
      throw ValidationError("'\(path.printable)' does not say how to draw it: end it in .svg or .png.")
    }
  }

  private func arguments() throws(Failure) -> Arguments {
    try Arguments(
      parameters.flatMap { $0.given } + Drawn.row.fixed.map { (name: $0.name, value: $0.value) },
      to: Self.table)
  }

  /// The file to write, if it is not standard output.
  private var path: String? { output.wrappedValue == "-" ? nil : output.wrappedValue }
  private var isPNG: Bool { path?.hasSuffix(".png") == true }
  private var destination: Response.Destination? {
    path.map { Response.Destination(path: $0, replaces: true) }
  }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let question = try Asked(try arguments())
    for path in input.paths + parameters.namedCases where path != "-" {
      environment.used.note(path, as: .subject)
    }
    for path in parameters.namedTexts { environment.used.note(path, as: .text) }
    try environment.requireWritable(destination)
    // Nobody should wait for an answer that cannot be drawn.
    if isPNG { try Converter.require("png", of: "picture", in: environment, or: "a .svg, which needs none") }
    let allowance = allowanceGroup.wrappedValue
    let session = Session(allowance, in: environment)
    defer { session.clearProgress() }
    let subject = try input.subject(naming: parameters.namedCases, in: session)
    try environment.requireWritable(destination)
    let answer = try question.answer(checking: subject, session.work)
    session.clearProgress()
    let told = Drawn.Told(answer, session.work)
    let limit = answer.limit ?? told.limit
    var response = Response()
    response.status = ExitStatus(limit)
    if let limit {
      response.errors = "entente: undetermined: \(limit.words)\n" + (allowance.quiet ? "" : limit.remedy)
    }
    guard let (figure, caption) = Drawn.figure(of: told) else {
      if limit != nil { return response }
      throw .wrong(
        SyntaxError(
          Diagnostic(
            .nothingToDraw, "there is nothing to draw: \(Drawn.nothing(in: told))", at: .none,
            hint: "'entente \(Self.table.word)' tells more")))
    }
    let width = narrow.wrappedValue ? PictureWidth.narrow : PictureWidth.wide
    response.output = SVGFace.standalone(figure, caption: caption, width: width)
    response.destination = destination
    if isPNG {
      response.bytes = try Converter.make("png", of: response.output, endingIn: "svg", environment) {
        environment.isInterrupted() || session.work.control.shouldStop() != nil
      }
    }
    return response
  }
}

extension PictureCommand: Limited {
  static var atLimit: String { "What was found until then is drawn, if it makes a picture" }
}
