import Questions
internal import ArgumentParser
import CaseFile
import ConflictModel
internal import Door
import Notation
import Briefings

/// `entente merge`
struct MergeCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make one case of two that agree, and list what they dispute.",
    usage: "entente merge <case> <other> [<options>]",
    discussion: """
      What both cases say stands, with the sources of both. What only the other adds and what changes no \
      answer is taken over: names, sources, declarations, profiles. Whatever else they say differently is \
      a dispute: the case that is written keeps what the first says, each dispute is listed on standard \
      error, and the exit code is 1. With --base, what only one of the two has changed since is no \
      dispute.

      Examples:
        entente merge first.yaml first.yaml
        entente merge eastern.yaml western.yaml -o both.yaml
        entente merge eastern.yaml western.yaml --base agreed.yaml -o both.yaml

      Exit codes: 0 merged, 1 merged and something is disputed, 2 the input is wrong, 64 wrong usage, \
      130 interrupted.
      """)

  @Argument(
    help: ArgumentHelp("The case whose view stands in a dispute.", valueName: "case"),
    completion: .file(extensions: ["yaml", "yml", "gmcr"]))
  var first: String

  @Argument(
    help: ArgumentHelp("The other case.", valueName: "other"),
    completion: .file(extensions: ["yaml", "yml", "gmcr"]))
  var second: String

  @Option(
    help: ArgumentHelp("The case that both were made from.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "gmcr"]))
  var base: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the case to this file instead of standard output.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var output: String?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @Flag(help: "Print JSON: the disputes, what was taken over, and the case as text.")
  var json = false

  @OptionGroup var reach: ReachArguments

  @OptionGroup var allowance: AllowanceArguments

  var answersInJSON: Bool { json }

  var asked: QuestionTable { .merge }

  func validate() throws {
    if json, output != nil { throw ValidationError("--json goes to standard output, without --output.") }
  }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let session = Session(allowance, in: environment)
    let documents = (try read(first, session), try read(second, session))
    let origin: CaseDocument?
    if let base { origin = try read(base, session) } else { origin = nil }
    let merge = Merge(documents.0, documents.1, base: origin)
    // What comes out is a case, or there is something to say.
    do {
      _ = try Case(merge.document, limits: session.work.limits, control: session.work.control)
    } catch {
      throw Failure(error, in: merge.document)
    }
    session.clearProgress()
    let report = MergeReport(merge, first: first, second: second)
    if json {
      return Response(
        output: report.json().text(pretty: true).endingInNewline,
        status: merge.isDisputed ? .checkFailed : .done)
    }
    var response = Response(
      output: merge.document.printed(), status: merge.isDisputed ? .checkFailed : .done)
    if let output, output != "-" {
      response.destination = Response.Destination(path: output, replaces: force)
    }
    response.closing = allowance.quiet && !merge.isDisputed ? "" : report.text(session.style)
    return response
  }

  private func read(_ path: String, _ session: Session) throws(Failure) -> CaseDocument {
    let input = try CaseInput.read(
      path, within: reach.reach(naming: [first, second] + (base.map { [$0] } ?? [])), in: session.environment,
      session.work)
    do {
      _ = try Case(input.document, limits: session.work.limits, control: session.work.control)
    } catch {
      throw Failure(error, in: input.document)
    }
    return input.document
  }
}
