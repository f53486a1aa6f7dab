import ArgumentParser

@main
struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-bench",
    abstract: "Measures the engines against their targets and prints one table.",
    subcommands: [RunCommand.self, MeasureCommand.self, VariantsCommand.self, SetsCommand.self],
    defaultSubcommand: RunCommand.self)
}
