internal import ArgumentParser
import CaseFile
import Reports

/// `entente cite`
struct CiteCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "List the places in a text that judgements can point to.",
    discussion: """
      Numbers the sentences of a text as paragraph.sentence and gives each its fingerprint, twelve digits \
      that prove the place without reprinting the text. In a case, write \
      because: {source: memo, at: 3.2, fingerprint: f00ba4f00ba4}.

      Examples:
        entente cite memo.txt
        entente cite memo.txt 3.2
        entente cite memo.txt 3 --json

      Exit codes: 0 listed, 2 the file cannot be read or has no such place, 64 wrong usage.
      """)

  @Argument(
    help: ArgumentHelp("A text, or - for standard input.", valueName: "file"), completion: .file())
  var path: String

  @Argument(help: ArgumentHelp("One place, such as 3.2, or a whole paragraph, such as 3.", valueName: "place"))
  var place: String?

  @Flag(help: "Print JSON.")
  var json = false

  var answersInJSON: Bool { json }
}
