internal import ArgumentParser
import Briefings
import CaseFile
internal import Door
import Notation
import Questions

/// `entente schema`
struct SchemaCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of case files, for editors.",
    discussion: """
      Editors that know YAML complete keys and point out mistakes while you write when they have the schema. \
      With --requests, prints the schema of requests in JSON, which 'entente ask' answers: every question with \
      all that it takes.

      Example:
        entente schema > entente.schema.json
        # and, as the first line of a case:
        # yaml-language-server: $schema=entente.schema.json

      Exit codes: 0 printed, 64 wrong usage.
      """)

  @Flag(help: "Print the schema of requests instead, for programs.")
  var requests = false

  func answer(in environment: Environment) throws(Failure) -> Response {
    Response(
      output: requests
        ? RequestSchema.json(asking: AllBriefings.self).text(pretty: true).endingInNewline
        : CaseSchema.json.endingInNewline)
  }
}
