import Foundation
import Synchronization

/// A series of inputs, run in this process or through a built program.
///
/// Each input is on disk before it is run, so that what takes the process down
/// is left behind in the folder `current`.
public struct FuzzRun {
  /// What determines the inputs.
  public var seed: UInt64
  /// The number of the first input.
  public var first: UInt64
  /// How many inputs there are, if time allows.
  public var count: UInt64
  /// When to stop.
  public var deadline: ContinuousClock.Instant
  /// Where inputs, faults and figures are left.
  public var folder: String
  /// The program, or nil to run in this process.
  public var program: BuiltProgram?

  /// Longer than that nothing may take: the limit of time is 0.4 s.
  private static let patience = 8.0

  /// A run of inputs.
  public init(
    seed: UInt64, first: UInt64 = 0, count: UInt64, deadline: ContinuousClock.Instant, folder: String,
    program: BuiltProgram? = nil
  ) {
    self.seed = seed
    self.first = first
    self.count = count
    self.deadline = deadline
    self.folder = folder
    self.program = program
  }

  /// Runs the inputs; the answer is how they ended.
  public func run(from corpus: Corpus) throws -> FuzzFigures {
    let current = folder + "/current"
    try FileManager.default.createDirectory(atPath: current, withIntermediateDirectories: true)
    if program == nil { _ = FileManager.default.changeCurrentDirectoryPath(current) }
    let watch = Watch(patience: Self.patience * 4)
    if program == nil { watch.start() }
    var figures = FuzzFigures(next: first)
    while figures.next < first + count, ContinuousClock.now < deadline {
      let input = FuzzInput.make(seed: seed, index: figures.next, from: corpus)
      input.write(to: current)
      _ = FileManager.default.createFile(atPath: folder + "/index", contents: Data("\(figures.next)".utf8))
      if figures.next % 64 == 0 { figures.write(to: folder) }
      watch.begin(figures.next)
      let outcome = try program?.run(input.arguments, in: current) ?? InProcess.run(input.arguments)
      watch.end()
      let faults = outcome.faults(of: input.arguments, within: Self.patience)
      figures.count(input.arguments[0], outcome)
      if !faults.isEmpty { try keep(input, faults, figures.next, outcome) }
      figures.faults += faults.isEmpty ? 0 : 1
      figures.next += 1
    }
    figures.write(to: folder)
    return figures
  }

  /// Keeps an input with what is wrong about it.
  func keep(_ input: FuzzInput, _ faults: [String], _ index: UInt64, _ outcome: Outcome?) throws {
    let place = folder + "/faults/\(seed)-\(index)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    input.write(to: place)
    var text = faults.joined(separator: "\n") + "\n"
    if let outcome { text += "\n" + outcome.errors.prefix(2_000) + "\n" + outcome.output.prefix(2_000) }
    _ = FileManager.default.createFile(atPath: place + "/fault", contents: Data(text.utf8))
    print(
      "fault \(seed)-\(index): \(faults.joined(separator: "; ")): entente \(input.arguments.joined(separator: " "))"
    )
  }
}

/// How the inputs of a run ended.
public struct FuzzFigures: Codable, Sendable {
  /// The number of the next input.
  public var next: UInt64
  /// How many inputs had a fault.
  public var faults = 0
  /// How many ended with each exit status; a signal counts as -1.
  public var statuses: [Int32: Int] = [:]
  /// How often each command was run, and how often it was answered.
  public var commands: [String: [Int]] = [:]
  /// The longest run, in seconds.
  public var longest = 0.0

  init(next: UInt64) { self.next = next }

  mutating func count(_ command: String, _ outcome: Outcome) {
    statuses[outcome.status ?? -1, default: 0] += 1
    var counts = commands[command] ?? [0, 0]
    counts[0] += 1
    if outcome.status == 0 || outcome.status == 1 { counts[1] += 1 }
    commands[command] = counts
    longest = max(longest, outcome.seconds)
  }

  /// Adds the figures of a later part of the run.
  public mutating func add(_ later: FuzzFigures) {
    next = max(next, later.next)
    faults += later.faults
    statuses.merge(later.statuses) { $0 + $1 }
    commands.merge(later.commands) { [$0[0] + $1[0], $0[1] + $1[1]] }
    longest = max(longest, later.longest)
  }

  func write(to folder: String) {
    let data = (try? JSONEncoder().encode(self)) ?? Data()
    try? data.write(to: URL(filePath: folder + "/figures.json"), options: .atomic)
  }

  /// The figures that a part of a run has left.
  public static func read(from folder: String) -> FuzzFigures? {
    FileManager.default.contents(atPath: folder + "/figures.json").flatMap {
      try? JSONDecoder().decode(FuzzFigures.self, from: $0)
    }
  }
}

/// Ends the process when one input takes far too long.
private final class Watch: Sendable {
  private let began = Atomic<Int>(0)
  private let patience: Double

  init(patience: Double) { self.patience = patience }

  private static var now: Int { Int(Date().timeIntervalSinceReferenceDate * 1_000) }

  func begin(_ index: UInt64) { began.store(Self.now, ordering: .relaxed) }
  func end() { began.store(0, ordering: .relaxed) }

  func start() {
    Thread {
      while true {
        Thread.sleep(forTimeInterval: 0.5)
        let start = self.began.load(ordering: .relaxed)
        if start > 0, Double(Self.now - start) / 1_000 > self.patience { exit(FuzzRun.hangs) }
      }
    }.start()
  }
}

extension FuzzRun {
  /// The exit status of a process that ended itself because an input ran on.
  public static let hangs: Int32 = 99
}
