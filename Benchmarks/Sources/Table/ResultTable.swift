import Cases

/// The one table: what was measured beside what was to be reached.
struct ResultTable {
  private(set) var results: [(row: Row, measurement: Measurement)] = []

  mutating func add(_ row: Row, _ measurement: Measurement) {
    results.append((row, measurement))
  }

  /// Whether some answer is wrong.
  var isWrong: Bool { results.contains { $0.measurement.fault != nil } }

  private static let heading = [
    "case", "states", "time", "peak memory", "states/s", "reference", "copies", "target", "met",
  ]

  /// The table in Markdown, its columns in line, with a note for each row that is
  /// not as it should be.
  var text: String {
    var lines = [Self.heading] + results.map(line)
    lines += Comparison.all.compactMap(line)
    let widths = Self.heading.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    func padded(_ cells: [String]) -> String {
      let cells = cells.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return Self.isFigure(column) ? space + text : text + space
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }
    let rule = widths.enumerated().map { column, width in
      String(repeating: "-", count: width - 1) + (Self.isFigure(column) ? ":" : "-")
    }
    return ([padded(lines[0]), padded(rule)] + lines.dropFirst().map(padded) + notes).joined(separator: "\n")
  }

  private static func isFigure(_ column: Int) -> Bool { (1...6).contains(column) }

  private func line(_ row: Row, _ measurement: Measurement) -> [String] {
    let none = "–"
    if measurement.seconds.isEmpty {
      let states = Text.count(row.space.stateCount)
      return [row.title, states, none, none, none, none, none, row.target.text, "not measured"]
    }
    let seconds = measurement.medianSeconds
    return [
      row.title, Text.count(measurement.stateCount), Text.seconds(seconds), Text.bytes(measurement.peakBytes),
      Text.millions(Double(measurement.stateCount) / seconds),
      measurement.referenceSeconds.map { Text.times($0 / seconds) } ?? none,
      Text.times(seconds / measurement.copySeconds), row.target.text,
      measurement.fault != nil ? "WRONG" : row.target.verdict(on: measurement),
    ]
  }

  /// How much longer one row takes than another, when both were measured.
  private func line(_ comparison: Comparison) -> [String]? {
    func find(_ name: String) -> Measurement? {
      results.first { $0.row.name == name && !$0.measurement.seconds.isEmpty }?.measurement
    }
    guard let from = find(comparison.from), let to = find(comparison.to) else { return nil }
    let ratio = to.medianSeconds / from.medianSeconds
    return [
      comparison.title, Text.times(Double(to.stateCount / from.stateCount)), Text.times(ratio),
      Text.times(Double(to.peakBytes) / Double(from.peakBytes)), "–", "–", "–",
      "≤ " + Text.times(comparison.limit), ratio <= comparison.limit ? "yes" : "NO",
    ]
  }

  private var notes: [String] {
    var notes: [String] = []
    for (row, measurement) in results {
      if let fault = measurement.fault { notes.append("WRONG, \(row.name): \(fault).") }
      if let reason = measurement.skipped { notes.append("Not measured, \(row.name): \(reason).") }
    }
    return notes.isEmpty ? [] : [""] + notes
  }
}

extension Target {
  /// Such as `≤ 0.4 s, ≤ 150 MB`.
  var text: String {
    let time = seconds < 0.1 ? "≤ \(Int(seconds * 1e3)) ms" : "≤ \(Self.short(seconds)) s"
    guard let bytes else { return time }
    return time + ", ≤ " + (bytes < 1 << 30 ? "\(bytes / 1_000_000) MB" : "\(bytes >> 30) GiB")
  }

  private static func short(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  /// Whether a measurement keeps to it, and what does not.
  func verdict(on measurement: Measurement) -> String {
    let isSlow = measurement.medianSeconds > seconds
    let isLarge = bytes.map { measurement.peakBytes > $0 } ?? false
    switch (isSlow, isLarge) {
    case (false, false): return "yes"
    case (true, false): return "NO: time"
    case (false, true): return "NO: memory"
    case (true, true): return "NO: time, memory"
    }
  }
}
