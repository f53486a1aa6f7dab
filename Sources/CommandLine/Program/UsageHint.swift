internal import ArgumentParser
import Notation

/// A second thought on a command line that could not be read.
enum UsageHint {
  /// What is said when the first argument is no command; nil when it is one.
  static func message(for arguments: [String], of root: any ParsableCommand.Type) -> String? {
    guard let first = arguments.first, !first.hasPrefix("-") else { return nil }
    let commands = root.configuration.subcommands.map { $0._commandName } + ["help"]
    if commands.contains(first) { return nil }
    let lines = [
      "Error: No command is called '\(first)'.", "  " + hint(for: first, among: commands),
      "  See 'entente --help' for more information.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func hint(for word: String, among commands: [String]) -> String {
    if CaseFiles.endings.contains(where: { word.hasSuffix("." + $0) }) {
      return "To solve a case, say 'entente solve \(word)'."
    }
    if let near = Suggestion.command(for: word, among: commands) {
      return "Did you mean 'entente \(near)'?"
    }
    return "The commands are \(commands.joined(separator: ", "))."
  }
}
