internal import ArgumentParser
import Briefings
import CaseFile
import Door
import Notation
import Questions

/// `entente ask`
struct AskCommand: Subcommand, Limited {
  static let atLimit = "The reply holds what was found"

  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answer a question that comes as a request in JSON.",
    usage: "entente ask [<request>] [<options>]",
    discussion: """
      For programs that do not go by the command line: a request (entente.request) holds the question, its \
      arguments and the cases, as paths or with their texts. The reply tells of no time, so that the same \
      request always has the same reply, here and in WebAssembly. With --lines, each line is a request, and \
      each reply an object on a line, with its status and text; blank lines are passed over. What may be \
      used, such as --time, is for each of them anew. A case may be named as in the catalog, too.

      Examples:
        entente ask request.json
        echo '{"question": "solve", "cases": ["first.yaml"], "as": "table"}' | entente ask

      Exit codes: 0 answered, 1 something that was to be confirmed is not so, 2 the request or a case is \
      wrong, 3 undetermined (a limit was reached), 64 the arguments cannot be meant, 130 interrupted; with \
      --lines, those are told in the lines.
      """)

  @Argument(
    help: ArgumentHelp("A request, or - for standard input.", valueName: "request"), completion: .file())
  var path = "-"

  @Flag(help: "Read a request from each line, and write a reply to each line.")
  var lines = false

  @OptionGroup var reach: ReachArguments

  @OptionGroup var allowance: AllowanceArguments<Self>

  var answerForm: AnswerForm { .json }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let session = Session(allowance, in: environment)
    defer { session.clearProgress() }
    let catalog = [environment.catalog].compactMap { $0 }
    var files = reach.reach(naming: [], besides: catalog).filesOfRequest(among: environment.files)
    files.locate = { name in
      do throws(SyntaxError) { return .success(try environment.found(name)) } catch { return .failure(error) }
    }
    if lines, path == "-" {
      return Response(stream: { reader in
        let problem = environment.inputLines { reply(to: $0, files, session, reader) }
        if let problem { _ = reader.take(Self.unreadable(problem)) }
        return nil
      })
    }
    let bytes: [UInt8]
    do { bytes = try TextInput.bytes(of: path, in: environment) } catch { throw .wrong(error) }
    if lines {
      return Response(stream: { reader in
        _ = bytes.split(separator: UInt8(ascii: "\n")).first {
          !reply(to: Array($0), files, session, reader)
        }
        return nil
      })
    }
    let whole = Door.answer(bytes, files: files, work: Self.timeless(session.work))
    return Response(
      output: whole.text, status: ExitStatus(rawValue: Int32(whole.status.rawValue)) ?? .undetermined)
  }

  /// Work of which no time is told.
  private static func timeless(_ work: Work) -> Work {
    var work = work
    work.seconds = { nil }
    return work
  }

  /// Answers one request on a line of its own, at once; false when nobody reads any more. It may
  /// use as much as if it were alone.
  private func reply(
    to request: [UInt8], _ files: FileSource, _ session: Session, _ reader: TextReader
  ) -> Bool {
    // A blank line, as at the end of many files, asks nothing.
    if request.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return true }
    let reply = Door.answer(request, files: files, work: Self.timeless(session.anew()))
    session.clearProgress()
    return reader.take(Self.line(reply.status, reply.text))
  }

  /// The last line when standard input could not be read on.
  private static func unreadable(_ problem: FileSource.Problem) -> String {
    let diagnostic = Diagnostic(
      .unreadableFile, "cannot read standard input: \(problem.reason)", at: .none, hint: problem.hint)
    return line(.wrong, ErrorReport.json([diagnostic]).text(pretty: true) + "\n")
  }

  private static func line(_ status: Door.Status, _ text: String) -> String {
    let object: JSONValue = ["status": .integer(status.rawValue), "text": .string(text)]
    return object.text(pretty: false) + "\n"
  }
}
