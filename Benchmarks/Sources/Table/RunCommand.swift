import ArgumentParser
import Cases
import Foundation

/// Measures rows, each in a process of its own, and prints the table.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Measure rows, each in a process of its own, and print the table.")

  @Option(help: "The rows, separated by spaces or commas; 'quick' for those of a few seconds, 'all' for all.")
  var rows = "all"

  @Option(help: "What the cases are drawn with.")
  var seed: UInt64 = 1

  @Option(help: "Keep the results in a new folder with today's date in this one.")
  var record: String?

  @Option(help: "The command to name in what is kept.")
  var command = CommandLine.arguments.joined(separator: " ")

  func run() throws {
    let chosen = try chosenRows()
    var table = ResultTable()
    for row in chosen {
      complain("\(row.name): \(row.title) …")
      let measurement = try measure(row)
      if let reason = measurement.skipped { complain("  left out: \(reason)") }
      if let fault = measurement.fault { complain("  WRONG: \(fault)") }
      if !measurement.seconds.isEmpty { complain("  \(Text.seconds(measurement.medianSeconds))") }
      table.add(row, measurement)
    }
    print(table.text)
    if let record {
      let folder = try Recording(table: table, command: command).write(into: record)
      complain("Kept in \(folder).")
    }
    if table.isWrong { throw ExitCode.failure }
  }

  private func chosenRows() throws -> [Row] {
    var names = Set(rows.split { " ,".contains($0) }.map(String.init))
    if names.remove("all") != nil { names.formUnion(Row.all.map(\.name)) }
    if names.remove("quick") != nil { names.formUnion(Row.all.filter(\.isQuick).map(\.name)) }
    for name in Set(Comparison.all.map(\.name)) where names.remove(name) != nil {
      for comparison in Comparison.all where comparison.name == name {
        names.formUnion([comparison.from, comparison.to])
      }
    }
    let known = Row.all.map(\.name)
    if let unknown = names.subtracting(known).sorted().first {
      let all = (known + ["wide", "growth", "quick", "all"]).joined(separator: ", ")
      throw ValidationError("There is no row '\(unknown)'; there are \(all).")
    }
    return Row.all.filter { names.contains($0.name) }
  }

  /// Runs this program once more, for one row.
  private func measure(_ row: Row) throws -> Measurement {
    let process = Process()
    process.executableURL = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["measure", row.name, "--seed", String(seed)]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let how = process.terminationReason == .exit ? "status" : "signal"
      return Measurement(
        row: row.name, seed: seed, fault: "the process ended with \(how) \(process.terminationStatus)")
    }
    return try JSONDecoder().decode(Measurement.self, from: text)
  }

  private func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
