internal import ArgumentParser

/// A second thought on a command line that could not be read.
enum UsageHint {
  /// What somebody meant who typed these arguments, when it can be guessed.
  static func hint(for arguments: [String]) -> String? {
    guard let first = arguments.first, !first.hasPrefix("-") else { return nil }
    let commands = EntenteCommand.configuration.subcommands.map { $0._commandName } + ["help"]
    if commands.contains(first) { return nil }
    if let near = Suggestion.command(for: first, among: commands) {
      return "Did you mean 'entente \(near)'?"
    }
    if first.hasSuffix(".yaml") || first.hasSuffix(".yml") || first.hasSuffix(".gmcr") {
      return "To solve a case, say 'entente solve \(first)'."
    }
    return "The commands are \(commands.joined(separator: ", "))."
  }
}
