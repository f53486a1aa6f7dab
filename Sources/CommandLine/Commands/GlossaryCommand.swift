internal import ArgumentParser
import Briefings
import CaseFile
internal import Documents
internal import Faces
import Notation
import Questions

/// `entente glossary`
struct GlossaryCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Say what the words of reports mean.",
    usage: "entente glossary [<words> ...] [<options>]",
    discussion: """
      Examples:
        entente glossary
        entente glossary free
        entente glossary could last

      Exit codes: 0 printed, 2 there is no such word, 64 wrong usage.
      """)

  @ArgumentParser.Argument(help: ArgumentHelp("The word; all when left out.", valueName: "words"))
  var words: [String] = []

  func answer(in environment: Environment) throws(Failure) -> Response {
    let wanted = words.joined(separator: " ")
    let entries = words.isEmpty ? Glossary.entries : Glossary.entries(for: wanted)
    if entries.isEmpty {
      let near = nearest(to: wanted.lowercased(), among: Glossary.entries.map(\.word))
      throw .argument(
        "the reports have no word '\(wanted)'",
        hint: near.map { "did you mean '\($0)'?" } ?? "'entente glossary' lists all of them")
    }
    let style = Style(color: environment.usesColor, width: environment.width)
    return Response(output: TerminalFace.text(Self.document(entries), style))
  }

  private static func document(_ entries: [Glossary.Entry]) -> Document {
    Document(
      title: "",
      blocks: entries.map { .paragraph("\(Sentence($0.word, .decisive)): \($0.meaning.printable)") })
  }
}
