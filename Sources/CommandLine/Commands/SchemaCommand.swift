internal import ArgumentParser
import CaseFile
import Questions

/// `entente schema`
struct SchemaCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of case files, for editors.",
    discussion: """
      Editors that know YAML complete keys and point out mistakes while you write when they have the schema.

      Example:
        entente schema > entente.schema.json
        # and, as the first line of a case:
        # yaml-language-server: $schema=entente.schema.json

      Exit codes: 0 printed, 64 wrong usage.
      """)

  func answer(in environment: Environment) throws(Failure) -> Response {
    Response(output: CaseSchema.json.endingInNewline)
  }
}
