import Foundation

/// A run that is kept: the table, every single time, the machine and the command.
struct Recording {
  let table: ResultTable
  let command: String

  /// Writes a folder such as `2026-11-25-2core-debian` and says where it is.
  func write(into parent: String) throws -> String {
    let machine = Machine()
    let folder = URL(fileURLWithPath: parent).appendingPathComponent(
      "\(Self.today)-\(machine.coreCount)core-\(machine.systemName)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = [
      "summary.md": "# \(Self.today)\n\n\(table.text)\n", "raw.csv": raw, "MACHINE.md": machine.text,
      "COMMAND.txt": command + "\n",
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name), options: .atomic)
    }
    return parent + "/" + folder.lastPathComponent
  }

  /// A line for each run of each row.
  private var raw: String {
    let heading = [
      "row", "seed", "engine", "states", "run", "seconds", "core_seconds", "peak_bytes", "estimated_bytes",
      "copy_seconds", "reference_seconds", "equilibria", "answer",
    ]
    var lines = [heading]
    for (_, measurement) in table.results {
      let equilibria = measurement.equilibria.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      for (run, seconds) in measurement.seconds.enumerated() {
        lines.append([
          measurement.row, "\(measurement.seed)", measurement.engine, "\(measurement.stateCount)",
          "\(run + 1)", "\(seconds)", "\(measurement.coreSeconds[run])", "\(measurement.peakBytes)",
          measurement.estimatedBytes.map { "\($0)" } ?? "", "\(measurement.copySeconds)",
          measurement.referenceSeconds.map { "\($0)" } ?? "", equilibria.joined(separator: " "),
          measurement.fault == nil ? "right" : "wrong",
        ])
      }
    }
    return lines.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static var today: String {
    let date = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return String(format: "%04d-%02d-%02d", date.year ?? 0, date.month ?? 0, date.day ?? 0)
  }
}
