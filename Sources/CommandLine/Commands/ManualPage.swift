internal import ArgumentParser

/// The manual page, in the language of `man`, made from the help of the commands.
enum ManualPage {
  static var text: String {
    var lines = [
      ".TH ENTENTE 1 \"\" \"entente \(Program.version)\" \"User commands\"",
      ".SH NAME",
      "entente \\- \(escaped(EntenteCommand.configuration.abstract))",
      ".SH SYNOPSIS",
      ".B entente",
      ".I command",
      "[\\fIargument\\fR ...]",
      ".SH DESCRIPTION",
      ".B entente",
      "reads the description of a conflict, finds out what can last, and gives the reasons.",
    ]
    lines += paragraphs(EntenteCommand.configuration.discussion)
    for command in EntenteCommand.configuration.subcommands {
      lines.append(".SH ENTENTE \(command._commandName.uppercased())")
      lines += [escaped(command.configuration.abstract)] + paragraphs(command.configuration.discussion)
      lines += [".PP", ".nf"] + asItStands(usage(of: command)) + [".fi"]
    }
    lines.append(".SH EXIT STATUS")
    for (status, meaning) in meanings {
      lines += [".TP", ".B \(status.rawValue)", meaning]
    }
    lines += [
      ".SH ENVIRONMENT",
      ".TP",
      ".B NO_COLOR",
      "No colours, whatever the terminal can do.",
      ".TP",
      ".B TERM",
      "No colours when this is \\fIdumb\\fR.",
      ".SH SEE ALSO",
      "The guide and the reference of the case language come with the source, in its folder",
      ".IR Documentation .",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let meanings: [(ExitStatus, String)] = [
    (.done, "Everything asked for was done."),
    (.checkFailed, "A check failed: an expected answer, a certificate, or a place in a source."),
    (.wrongInput, "The input is wrong; every problem is printed with its place."),
    (.undetermined, "A limit was reached; what was found so far is printed."),
    (.usage, "The command line cannot be read."),
    (.interrupted, "Interrupted; a long answer may have been printed in part."),
  ]

  /// The help on the arguments of a command, in lines that fit; what comes before them there is
  /// set by the reader of manuals.
  private static func usage(of command: any ParsableCommand.Type) -> String {
    let help = EntenteCommand.helpMessage(for: command, columns: 78)
    return help.firstRange(of: "USAGE:").map { String(help[$0.lowerBound...]) } ?? help
  }

  /// Text that fills lines, but for the indented ones, as commands are, which are never broken.
  private static func paragraphs(_ text: String) -> [String] {
    var lines: [String] = []
    var isIndented = false
    for line in [".PP"] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == ".PP" || line.isEmpty {
        if isIndented { lines.append(".fi") }
        isIndented = false
        if lines.last != ".PP" { lines.append(".PP") }
        continue
      }
      if line.hasPrefix(" "), !isIndented { lines.append(".nf") }
      if !line.hasPrefix(" "), isIndented { lines.append(".fi") }
      isIndented = line.hasPrefix(" ")
      lines += asItStands(line)
    }
    if isIndented { lines.append(".fi") }
    return lines
  }

  private static func asItStands(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = escaped(String(line))
      return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result
  }
}
