internal import ArgumentParser
import CaseFile
import Disk
internal import Faces
import Notation
import Questions
package import Briefings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program `entente`, as a function from arguments to an exit status.
///
///     Program.run(["solve", "suspects.yaml"], in: .system())
public enum Program {
  /// The version that `--version` prints.
  public static let version = "0.1.0"

  /// Runs the program with the arguments of this process, and ends the process.
  public static func main() -> Never {
    Interruption.install()
    Descriptor.occupyStandardStreams()
    let status = run(arguments, in: .system())
    Interruption.settle()
    switch status {
    case .interrupted: exit(Interruption.status)
    case .wrongInput: exit(Interruption.statusOfLimit ?? status.rawValue)
    default: exit(status.rawValue)
    }
  }

  /// The arguments of this process without the program's name, those that are no
  /// UTF-8 as ``PathBytes`` writes them.
  private static var arguments: [String] {
    (1..<max(1, Int(Swift.CommandLine.argc))).compactMap { index in
      Swift.CommandLine.unsafeArgv[index].map { argument in
        PathBytes.text(
          UnsafeBufferPointer(start: argument, count: strlen(argument)).map(UInt8.init(bitPattern:)))
      }
    }
  }

  /// Runs one command line, without the program's name, to its end.
  ///
  /// Everything that is printed goes through `environment`: standard output in one
  /// piece at the end, or as it is made where it may be too long to hold.
  @discardableResult
  public static func run(_ arguments: [String], in environment: Environment) -> ExitStatus {
    run(arguments, in: environment, asking: AllBriefings.self)
  }

  /// The same with the questions of a list.
  package static func run<List: BriefingList>(
    _ arguments: [String], in environment: Environment, asking list: List.Type
  ) -> ExitStatus {
    let environment = environment.anew()
    let response: Response
    do {
      // The words of reports; how the command of that name is used is told by 'entente words --help'.
      let isAboutWords = arguments == ["help", "words"]
      let command = try command(isAboutWords ? ["glossary"] : arguments, of: RootCommand<List>.self)
      response = try answer(of: command, in: environment)
    } catch {
      response = explanation(of: error, arguments: arguments, by: RootCommand<List>.self, in: environment)
    }
    return Delivery(response, in: environment).status()
  }

  /// The command that the arguments ask for.
  private static func command(
    _ arguments: [String], of root: any ParsableCommand.Type
  ) throws -> any ParsableCommand {
    // A parser of this one command alone has less to look at than one of all commands, which
    // costs more than solving a small case does. What it does not take, the whole parser
    // explains, which knows the program by its name.
    if let name = arguments.first,
      let known = root.configuration.subcommands.first(where: { $0._commandName == name }),
      let command = try? known.parseAsRoot(Array(arguments.dropFirst())), command is any Subcommand
    {
      return command
    }
    return try root.parseAsRoot(arguments)
  }

  private static func answer(
    of command: any ParsableCommand, in environment: Environment
  ) throws -> Response {
    guard let command = command as? any Subcommand else {
      if let code = (command as? any Explaining)?.explain { return explanation(of: code, in: environment) }
      // The parser's own commands, such as `help`.
      var command = command
      try command.run()
      return Response()
    }
    do {
      return try command.answer(in: environment)
    } catch {
      switch error {
      case .usage(let message, _):
        let name = command.called
        let help = "  See 'entente \(name) --help' for more information.\n"
        return Response(errors: "Error: \(message.printable)\n" + help, status: .usage)
      case .wrong(let error): return wrongInput(error, asJSON: command.answerForm.isJSON, environment)
      case .limit, .bound:
        // There is a report on what is no fault of the input.
        return Response.stopped(UnansweredReport(error, asking: command.asked)!, as: command.answerForm)
      }
    }
  }

  /// What an error code means.
  private static func explanation(of code: String, in environment: Environment) -> Response {
    let style = Style(color: environment.usesColor, width: environment.width)
    if let text = ErrorExplanation.text(of: code, style) { return Response(output: text) }
    let hint = nearest(to: code, among: ErrorPage.codes).map { "  Did you mean '\($0)'?\n" } ?? ""
    return Response(errors: "Error: No error has the code '\(code.printable)'.\n" + hint, status: .usage)
  }

  private static func wrongInput(
    _ error: SyntaxError, asJSON: Bool, _ environment: Environment
  ) -> Response {
    if asJSON {
      let document = ErrorReport.json(error.diagnostics)
      return Response(output: document.text(pretty: true) + "\n", status: .wrongInput)
    }
    return Response(errors: error.readable(color: environment.colorsErrors), status: .wrongInput)
  }

  /// What the parser says: help when it was asked for, else what it did not understand.
  private static func explanation(
    of error: any Error, arguments: [String], by root: any ParsableCommand.Type, in environment: Environment
  ) -> Response {
    let columns = min(environment.width, 100)
    var text = root.fullMessage(for: error, columns: columns)
    text = text.printable { $0 == "\n" }.endingInNewline
    if root.exitCode(for: error).isSuccess { return Response(output: text) }
    return Response(
      errors: UsageHint.message(for: arguments, of: root)?.printable { $0 == "\n" } ?? text, status: .usage)
  }
}

/// A command of the program.
protocol Subcommand: ParsableCommand {
  /// The form of answers, also of those about wrong input where that is JSON.
  var answerForm: AnswerForm { get }

  /// What it is called after the program's name.
  var called: String { get }

  /// What is said when a limit was reached before there was an answer.
  var asked: QuestionTable { get }

  /// Does what the command is for. Prints nothing but progress.
  func answer(in environment: Environment) throws(Failure) -> Response
}

extension Subcommand {
  var answerForm: AnswerForm { .table }

  var called: String { Self._commandName }

  var asked: QuestionTable { SolveQuestion.table }

  /// Runs the command in this process. `Program` does not come this way.
  func run() throws {
    let status = Program.run(Array(Swift.CommandLine.arguments.dropFirst()), in: .system())
    throw ExitCode(status.rawValue)
  }
}
