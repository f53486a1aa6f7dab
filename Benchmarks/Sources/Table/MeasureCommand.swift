import ArgumentParser
import Cases
import Foundation

/// Measures one row; what the driver runs in a process of its own.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure one row in this process and print it as JSON.")

  @Argument(help: "The row.")
  var row: String

  @Option(help: "What the case is drawn with.")
  var seed: UInt64 = 1

  func run() throws {
    guard let row = Row.all.first(where: { $0.name == row }) else {
      throw ValidationError("There is no row '\(row)'.")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(Measurement(of: row, seed: seed)), as: UTF8.self))
  }
}
