import ArgumentParser
import Foundation
import Testing

@testable import CommandLine

/// The page on the command line, held to what the program takes.
@Suite struct CommandPageTests {
  static func page() throws -> String {
    try String(
      contentsOf: TestFolders.package.appending(path: "Documentation/CommandLine.md"), encoding: .utf8)
  }

  private static let manual = ManualPage.text
  private static let plainManual = manual.replacing("\\-", with: "-")

  static let commands = EntenteCommand.configuration.subcommands

  @Test("every command and every flag is on the page", arguments: commands.map { $0._commandName })
  func everyFlag(name: String) throws {
    let page = try Self.page()
    #expect(page.contains("`entente \(name)"))
    let command = try #require(Self.commands.first { $0._commandName == name })
    let help = EntenteCommand.helpMessage(for: command, columns: 100)
    let options = help.components(separatedBy: "OPTIONS:\n").last ?? ""
    let flags = Set(options.matches(of: /\n *(?:-[a-z], )?(--[a-z-]+)/).map { String($0.output.1) })
    for flag in flags.subtracting(["--help", "--version"]) {
      #expect(page.contains("`\(flag)"), "\(name) takes \(flag)")
    }
  }

  @Test("the page knows no flag that the program does not")
  func noOtherFlag() throws {
    let commands = Self.commands.map { EntenteCommand.helpMessage(for: $0, columns: 100) }.joined()
    let help = EntenteCommand.helpMessage(columns: 100) + commands
    let rows = try Self.page().split(separator: "\n").filter { $0.hasPrefix("| `--") }
    #expect(rows.count > 20)
    for row in rows {
      let flag = String(row.dropFirst(3).prefix { $0.isLetter || $0 == "-" })
      #expect(help.contains(flag), "no command takes \(flag)")
    }
  }

  @Test(
    "every command's help has an example and says its exit codes", arguments: commands.map { $0._commandName }
  )
  func examples(name: String) throws {
    let command = try #require(Self.commands.first { $0._commandName == name })
    let discussion = command.configuration.discussion
    #expect(discussion.contains("Example"))
    #expect(discussion.contains("  entente \(name)"))
    #expect(discussion.contains("Exit codes: 0 "))
  }

  @Test(
    "no example is broken in the middle, in the help or in the manual",
    arguments: commands.map { $0._commandName })
  func wholeExamples(name: String) throws {
    let command = try #require(Self.commands.first { $0._commandName == name })
    let lines = command.configuration.discussion.split(separator: "\n").filter { $0.hasPrefix("  entente ") }
    let help = EntenteCommand.helpMessage(for: command, columns: 80)
    for line in lines {
      #expect(help.contains("\n\(line)\n"), "\(line)")
      #expect(Self.plainManual.contains("\n\(line)\n"), "\(line)")
    }
  }

  @Test("the README lists every command", arguments: commands.map { $0._commandName })
  func inReadme(name: String) throws {
    let text = try String(contentsOf: TestFolders.package.appending(path: "README.md"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `entente ") }.map {
      $0.prefix { $0 != "[" }
    }
    #expect(rows.contains { $0.contains("`entente \(name)") || $0.contains("`\(name)`") })
  }

  @Test("the manual says nothing twice")
  func manual() {
    #expect(Self.manual.ranges(of: "A case is a text file").count == 1)
  }

  @Test("a limit is said to leave something only where it does", arguments: commands.map { $0._commandName })
  func limits(name: String) throws {
    let command = try #require(Self.commands.first { $0._commandName == name })
    let help = EntenteCommand.helpMessage(for: command, columns: 400)
    guard help.contains("--time <duration>") else { return }
    let leavesNothing = ["explain", "hypergame", "merge"].contains(name)
    let saysNothing = help.contains("No answer is printed then, and the exit code is 3.")
    #expect(leavesNothing == saysNothing)
  }

  @Test("every exit code is on the page and in the manual", arguments: ProgramStatus.allCases)
  func exitCodes(status: ProgramStatus) throws {
    #expect(try Self.page().contains("\n| \(status.rawValue) | "))
    #expect(Self.manual.contains("\n.B \(status.rawValue)\n"))
  }

  @Test(
    "what the help shows works on the case that 'entente new' writes",
    arguments: commands.map { $0._commandName })
  func examplesWork(name: String) throws {
    let command = try #require(Self.commands.first { $0._commandName == name })
    let lines = command.configuration.discussion.split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter {
        $0.hasPrefix("entente \(name) first.yaml") && !$0.contains(" | ") && !$0.contains("--source")
      }
    let isAboutCases = !["cite", "schema", "ask", "manual", "cases", "glossary", "draw"].contains(name)
    #expect(isAboutCases == !lines.isEmpty)
    try TestFolders.withScratchFolder { folder in
      if name != "new" {
        #expect(try ShellCommand(text: "entente new first.yaml", folder: folder).run().status == 0)
      }
      for line in lines {
        let result = try ShellCommand(text: line, folder: folder).run()
        #expect(result.status == 0, "\(line): \(result.errors)")
      }
    }
  }
}
