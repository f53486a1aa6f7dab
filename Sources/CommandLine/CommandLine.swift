public import ArgumentParser

/// The `entente` command.
public struct EntenteCommand: ParsableCommand {
  /// How the command introduces itself.
  public static let configuration = CommandConfiguration(
    commandName: "entente", abstract: "What can last in a conflict, who could upset it, and why.")

  /// A command with default arguments.
  public init() {}

  /// Runs the command with the arguments of this process, and ends it.
  public static func start() {
    main()
  }
}
