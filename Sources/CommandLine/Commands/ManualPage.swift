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
      "A case is a text file: who takes part in a conflict, what each can do, what each wants, and where",
      "each of these judgements comes from.",
      ".B entente",
      "reads it, finds out what can last, and gives the reasons.",
      ".PP",
      ".nf",
    ]
    lines += paragraph(EntenteCommand.configuration.discussion)
    lines.append(".fi")
    for command in EntenteCommand.configuration.subcommands {
      lines.append(".SH ENTENTE \(command._commandName.uppercased())")
      lines.append(".nf")
      lines += paragraph(EntenteCommand.helpMessage(for: command, columns: 78))
      lines.append(".fi")
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

  private static func paragraph(_ text: String) -> [String] {
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
