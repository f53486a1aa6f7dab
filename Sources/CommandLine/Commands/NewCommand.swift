internal import ArgumentParser
import CaseFile
import Interchange
import Notation
import Questions

/// `entente new`
struct NewCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a small case with comments, to start from.",
    usage: "entente new <file> [<options>]",
    discussion: """
      The new case is complete: it can be checked and solved as it is. With --from it is what another \
      program's file says, in the language of case files.

      Examples:
        entente new first.yaml
        entente new river.yaml --from river.gmcr
        entente new -                       # print it

      Exit codes: 0 written, 2 the file exists already or cannot be written, 64 wrong usage.
      """)

  @Argument(
    help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var path: String

  @Option(
    help: ArgumentHelp("Start from this .gmcr file (or case) instead.", valueName: "file"),
    completion: .file(extensions: ["gmcr", "yaml", "yml"]))
  var from: String?

  @Flag(help: "Replace the file if there is one.")
  var force = false

  @OptionGroup var reach: ReachArguments

  func validate() throws {
    if path.lowercased().hasSuffix(".gmcr") {
      throw ValidationError("A new case is a .yaml file; 'entente convert' writes .gmcr files.")
    }
  }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let text: String
    if let from {
      let reach = reach.reach(naming: [from])
      do { text = try CaseInput.read(from, within: reach, in: environment).document.printed() } catch {
        throw .wrong(error)
      }
    } else {
      text = StarterCase.text
    }
    if path == "-" { return Response(output: text) }
    let destination = Response.Destination(path: path, replaces: force)
    try environment.requireWritable(destination)
    let name = path.printable
    return Response(
      output: text, closing: "Wrote \(name). Next: entente check \(name), then entente solve \(name).\n",
      destination: destination)
  }
}
