package import ArgumentParser
package import Briefings

/// The `entente` command.
package typealias EntenteCommand = RootCommand<AllBriefings>

/// A program with a command for each question of a list, and those that are no questions.
package struct RootCommand<List: BriefingList>: ParsableCommand {
  /// How the command introduces itself.
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "entente",
      abstract: "What can last in a conflict, who could upset it, and why.",
      discussion: """
        The first five minutes:

          entente new first.yaml            a small case with comments; change it
          entente check first.yaml          is everything in it in order?
          entente solve first.yaml          what can last, and what would upset the rest
          entente explain first.yaml        why the status quo holds, or who would leave it
          entente show first.yaml moves     every state, and who can move where
          entente sensitivity first.yaml    on which judgements the answer rests

        Or with a case that others have published: 'entente cases' lists them, and 'entente solve \
        elmira-graph' solves one. 'entente glossary' says what the words of reports mean.

        A case is a text file: who takes part, what each can do, what each wants, and where each of these \
        judgements comes from. 'entente schema' prints its grammar for editors.

        Exit codes: 0 done, 1 a check failed, 2 the input is wrong, 3 undetermined (a limit was reached), \
        64 wrong usage, 130 interrupted.
        """,
      version: Program.version,
      subcommands: subcommands)
  }

  private static var subcommands: [any ParsableCommand.Type] {
    var collector = CommandCollector()
    List.visit(&collector)
    let others: [any ParsableCommand.Type] = [
      DrawCommand.self, NewCommand.self, CasesCommand.self, ConvertCommand.self, CiteCommand.self,
      SchemaCommand.self,
      AskCommand.self, GlossaryCommand.self, ManualCommand.self,
    ]
    return collector.commands + others
  }

  @Option(
    help: ArgumentHelp("Say what an error code means, as in --explain unknown-name.", valueName: "code"))
  var explain: String?

  /// A command with default arguments.
  package init() {}
}

extension RootCommand: Explaining {}

/// The program itself, asked what an error code means.
protocol Explaining: ParsableCommand {
  var explain: String? { get }
}

/// Makes a command of each question.
private struct CommandCollector: BriefingVisitor {
  var commands: [any ParsableCommand.Type] = []

  mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
    commands.append(QuestionCommand<Told>.self)
  }
}
