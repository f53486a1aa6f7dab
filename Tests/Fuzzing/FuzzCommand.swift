internal import ArgumentParser
import Foundation
import TestSupport

/// The program `entente-fuzz`.
public enum FuzzProgram {
  /// Runs the program with the arguments of this process.
  public static func main() { FuzzCommand.main() }
}

/// The `entente-fuzz` command.
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-fuzz",
    abstract: "Random input and random conflicts for as long as one likes.",
    subcommands: [RunCommand.self, WorkCommand.self, LawsCommand.self, TryCommand.self, ShrinkCommand.self],
    defaultSubcommand: RunCommand.self)
}

/// What both ways to run inputs are told.
struct RunArguments: ParsableArguments {
  @Option(help: "Stop after so many seconds.")
  var seconds = 60.0

  @Option(help: "Stop after so many inputs.")
  var count: UInt64 = .max

  @Option(help: "What determines the inputs.")
  var seed: UInt64 = 1

  @Option(help: "The number of the first input.")
  var first: UInt64 = 0

  @Option(help: "A built program to run instead of this process.")
  var program: String?

  @Option(help: "The folder of cases to change.")
  var catalog = "Catalog"

  @Option(help: "Where inputs, faults and figures are left.")
  var folder = ".build/fuzz"
}

/// Runs inputs in another process, and starts a new one where that is taken down.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Spoil cases and run every command on them.")

  @OptionGroup var arguments: RunArguments

  func run() throws {
    let deadline = Date(timeIntervalSinceNow: arguments.seconds)
    var total: FuzzFigures?
    var next = arguments.first
    let end = arguments.count == .max ? .max : arguments.first + arguments.count
    try FileManager.default.createDirectory(atPath: arguments.folder, withIntermediateDirectories: true)
    while next < end, Date() < deadline {
      let status = try work(from: next, count: end - next, seconds: deadline.timeIntervalSinceNow)
      var figures = FuzzFigures.read(from: arguments.folder) ?? FuzzFigures(next: next)
      let isWhole = status == 0
      if !isWhole {
        let index = Self.indexOfCurrent(arguments.folder) ?? figures.next
        try keepCurrent(
          index, status == FuzzRun.hangs ? "runs on without end" : "takes the process down (\(status))")
        figures.faults += 1
        figures.next = index + 1
      }
      next = max(figures.next, next + (isWhole ? 0 : 1))
      if total == nil { total = figures } else { total?.add(figures) }
      if isWhole { break }
    }
    print(Self.summary(total ?? FuzzFigures(next: next), from: arguments.first))
    if total?.faults ?? 0 > 0 { throw ExitCode(1) }
  }

  private func work(from first: UInt64, count: UInt64, seconds: Double) throws -> Int32 {
    try Child.run(
      [
        "work", "--first", "\(first)", "--count", "\(count)", "--seconds", "\(seconds)", "--seed",
        "\(arguments.seed)", "--catalog", arguments.catalog, "--folder", arguments.folder,
      ] + (arguments.program.map { ["--program", $0] } ?? []))
  }

  /// The number that the input on disk has.
  private static func indexOfCurrent(_ folder: String) -> UInt64? {
    FileManager.default.contents(atPath: folder + "/index").flatMap {
      UInt64(String(decoding: $0, as: UTF8.self))
    }
  }

  private func keepCurrent(_ index: UInt64, _ fault: String) throws {
    let files = FileManager.default
    let place = arguments.folder + "/faults/\(arguments.seed)-\(index)"
    try files.createDirectory(atPath: arguments.folder + "/faults", withIntermediateDirectories: true)
    try? files.removeItem(atPath: place)
    try files.copyItem(atPath: arguments.folder + "/current", toPath: place)
    _ = files.createFile(atPath: place + "/fault", contents: Data((fault + "\n").utf8))
    let command = files.contents(atPath: place + "/command").map { String(decoding: $0, as: UTF8.self) } ?? ""
    print("fault \(arguments.seed)-\(index): \(fault): \(command)", terminator: "")
  }

  private static func summary(_ figures: FuzzFigures, from first: UInt64) -> String {
    var lines = ["\(figures.next - first) inputs, \(figures.faults) with a fault"]
    let statuses = figures.statuses.sorted { $0.key < $1.key }.map { "\($0.value) times \($0.key)" }
    lines.append("exit statuses: " + statuses.joined(separator: ", "))
    lines.append("longest: \(Double(Int(figures.longest * 100)) / 100) s")
    for (command, counts) in figures.commands.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(command): \(counts[0]) runs, \(counts[1]) answered")
    }
    return lines.joined(separator: "\n")
  }
}

/// Runs inputs in this process.
struct WorkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work", abstract: "Run inputs in this very process.", shouldDisplay: false)

  @OptionGroup var arguments: RunArguments

  func run() throws {
    let folder = URL(filePath: arguments.folder).path
    let work = FuzzRun(
      seed: arguments.seed, first: arguments.first, count: arguments.count,
      deadline: .now + .seconds(arguments.seconds), folder: folder,
      program: arguments.program.map { BuiltProgram(path: URL(filePath: $0).path, patience: 20) })
    _ = try work.run(from: Corpus(folder: arguments.catalog))
  }
}
