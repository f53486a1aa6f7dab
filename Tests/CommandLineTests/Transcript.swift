import Foundation

/// A recorded session: commands, what they print and how they end.
///
///     $ entente solve suspects.yaml
///     …what it prints on standard output…
///     ! what it prints on standard error
///     [exit 0]
///
/// Between the exit of one command and the next `$` there may be remarks. Only
/// they and the lines with `$` are written by hand; the rest is recorded.
struct Transcript {
  /// A command with the remarks before it.
  struct Entry {
    var remarks: [String]
    var command: String
  }

  var entries: [Entry]
  /// Remarks after the last command.
  var ending: [String]

  init(_ text: String) {
    entries = []
    var remarks: [String] = []
    var isInOutput = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        entries.append(Entry(remarks: remarks, command: String(line.dropFirst(2))))
        remarks = []
        isInOutput = true
      } else if isInOutput {
        isInOutput = !line.hasPrefix("[exit ")
      } else {
        remarks.append(line)
      }
    }
    ending = remarks
  }

  /// The transcript as it is when each command is run again in `folder`.
  func replayed(in folder: URL) throws -> String {
    var lines: [String] = []
    for entry in entries {
      lines += entry.remarks
      lines.append("$ " + entry.command)
      let result = try ShellCommand(text: entry.command, folder: folder).run()
      lines += Self.lines(Self.masked(result.output))
      lines += Self.lines(Self.masked(result.errors)).map { $0.isEmpty ? "!" : "! " + $0 }
      lines.append("[exit \(result.status)]")
    }
    return (lines + ending).joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The text with everything that differs from run to run taken out.
  ///
  /// How a sentence with a time in it is broken into lines depends on the digits,
  /// so such sentences get a line of their own.
  static func masked(_ text: String) -> String {
    text
      .replacing(/"seconds": [0-9.e+-]+/, with: "\"seconds\": 0")
      .replacing(
        /\s+Solved\s+by\s+the\s+(\w+)\s+engine\s+in\s+[0-9.]+\s+s\./,
        with: { "\nSolved by the \($0.output.1) engine in 0 s." }
      )
      .replacing(
        /\s+The\s+(\w+)\s+engine\s+worked\s+for\s+[0-9.]+\s+s\s+and\s+did\s+not\s+finish\./,
        with: { "\nThe \($0.output.1) engine worked for 0 s and did not finish." })
  }
}
