public import ArgumentParser
import Reports

/// The `entente` command.
public struct EntenteCommand: ParsableCommand {
  /// How the command introduces itself.
  public static let configuration = CommandConfiguration(
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

      A case is a text file: who takes part, what each can do, what each wants, and where each of these \
      judgements comes from. 'entente schema' prints its grammar for editors.

      Exit codes: 0 done, 1 a check failed, 2 the input is wrong, 3 undetermined (a limit was reached), \
      64 wrong usage, 130 interrupted.
      """,
    version: Program.version,
    subcommands: [
      QuestionCommand<SolveReport>.self,
      QuestionCommand<ExplainReport>.self,
      QuestionCommand<PathsReport>.self,
      QuestionCommand<CoalitionsReport>.self,
      QuestionCommand<SensitivityReport>.self,
      QuestionCommand<RequirementsReport>.self,
      QuestionCommand<WorldsReport>.self,
      QuestionCommand<DoubtsReport>.self,
      QuestionCommand<WordsReport>.self,
      QuestionCommand<ObserveReport>.self,
      QuestionCommand<CompareReport>.self,
      MergeCommand.self,
      QuestionCommand<HypergameReport>.self,
      QuestionCommand<ShowReport>.self,
      CheckCommand.self,
      NewCommand.self,
      ConvertCommand.self,
      CiteCommand.self,
      SchemaCommand.self,
      ManualCommand.self,
    ])

  /// A command with default arguments.
  public init() {}
}
