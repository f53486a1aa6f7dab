internal import ArgumentParser
import Questions

/// `entente manual`
struct ManualCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page.",
    discussion: """
      Examples:
        entente manual | man -l -
        entente manual > /usr/local/share/man/man1/entente.1

      Exit codes: 0 printed, 64 wrong usage.
      """)

  func answer(in environment: Environment) throws(Failure) -> Response {
    Response(output: ManualPage.text)
  }
}
