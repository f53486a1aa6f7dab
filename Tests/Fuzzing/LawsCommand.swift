internal import ArgumentParser
public import CaseFile
import Disk
import ConflictModel
import Foundation
import TestSupport

/// Tries every law on random conflicts of the whole table, in another process,
/// and makes what fails small.
struct LawsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "laws", abstract: "Solve random conflicts with every engine and by brute force.")

  @Argument(help: "How many conflicts.")
  var count: UInt64

  @Argument(help: "What determines them.")
  var seed: UInt64 = 1

  @ArgumentParser.Option(help: "The number of the first conflict.")
  var first: UInt64 = 0

  @ArgumentParser.Option(help: "Where cases that break a law are left.")
  var folder = ".build/fuzz/laws"

  @Flag(help: .hidden)
  var here = false

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if here { return try runHere() }
    var (next, crashes) = (first, 0)
    while next < first + count {
      let status = try Child.run(
        ["laws", "\(first + count - next)", "\(seed)", "--first", "\(next)", "--folder", folder, "--here"])
      if status == 0 || status == 1 { throw ExitCode(status == 0 && crashes == 0 ? 0 : 1) }
      // The conflict on disk took the process down.
      let index = FileManager.default.contents(atPath: folder + "/index").flatMap {
        UInt64(String(decoding: $0, as: UTF8.self))
      }
      let broken = index ?? next
      crashes += 1
      let drawn = Self.drawn(broken, seed)
      print("fault: \(drawn.scale), seed \(drawn.seed) takes the process down (\(status))")
      try keep(
        CaseDocument(RandomConflict.any(seed: drawn.seed, scale: drawn.scale)), "\(drawn.scale)-\(drawn.seed)"
      ) {
        Child.fails($0, in: folder)
      }
      next = broken + 1
    }
    if crashes > 0 { throw ExitCode(1) }
  }

  /// The conflict of a number: most are small, since a large one takes as long as
  /// hundreds of others.
  private static func drawn(_ index: UInt64, _ seed: UInt64) -> (scale: RandomConflict.Scale, seed: UInt64) {
    let scale: RandomConflict.Scale = index % 1_000 == 999 ? .large : index % 4 == 0 ? .usual : .small
    // Kinds and numbers of states are gone through in turn.
    let turn = scale == .large ? index / 1_000 : scale == .usual ? index / 4 : index
    return (scale, seed &* 1_000_000_007 &+ turn)
  }

  private func runHere() throws {
    var (effective, broken) = ([String: Int](), 0)
    for index in first..<first + count {
      _ = FileManager.default.createFile(atPath: folder + "/index", contents: Data("\(index)".utf8))
      let (scale, drawn) = Self.drawn(index, seed)
      let conflict = RandomConflict.any(seed: drawn, scale: scale)
      let laws = ConflictLaws.check(conflict, seed: drawn)
      for law in laws.effective.keys { effective[law, default: 0] += 1 }
      if laws.faults.isEmpty { continue }
      broken += 1
      print("fault: \(scale), seed \(drawn): \(laws.faults.prefix(3).joined(separator: "; "))")
      try keep(CaseDocument(conflict), "\(scale)-\(drawn)") { !ConflictLaws.faults(of: $0).isEmpty }
    }
    print("\(count) conflicts, \(broken) that break a law; put to the test:")
    for (law, number) in effective.sorted(by: { $0.key < $1.key }) { print("  \(law): \(number)") }
    if broken > 0 { throw ExitCode(1) }
  }

  /// Writes the smallest case that still fails, with the answers that are right.
  private func keep(_ document: CaseDocument, _ name: String, _ fails: (CaseDocument) -> Bool) throws {
    let isKept = fails(document)
    let small = isKept ? Shrinker.smallest(document, attempts: 2_000, while: fails) : document
    let path = folder + "/" + name + ".yaml"
    let story = isKept ? "breaks a law" : "broke a law as a conflict, and does not as a case"
    let text = "# \(name) \(story).\n" + small.withAnswers().printed()
    _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
    print("  as a case: \(path)")
  }
}

/// Tries every law on a case file.
struct TryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try", abstract: "Try every law on a case.")

  @Argument(help: "The case.")
  var file: String

  func run() throws {
    let faults = ConflictLaws.faults(of: try CaseDocument(reading: file))
    for fault in faults { print(fault) }
    if !faults.isEmpty { throw ExitCode(1) }
  }
}

/// Makes a case file small that a program or a law fails on.
struct ShrinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shrink", abstract: "Make a case small while the fault that it shows stays.",
    discussion: """
      Without --program a case fails that breaks a law or takes the process down. With it, one fails on \
      which the command ends by a signal, runs on, or prints what no command may:

        entente-fuzz shrink case.yaml --program .build/release/entente -- paths case.yaml --json
      """)

  @Argument(help: "The case, then the command line to try, in which it is called case.yaml.")
  var arguments: [String]

  @ArgumentParser.Option(help: "The program to try it on.")
  var program: String?

  @ArgumentParser.Option(help: "Where the attempts are written.")
  var folder = ".build/fuzz/shrink"

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let document = try CaseDocument(reading: arguments[0])
    let command = Array(arguments.dropFirst())
    let fails: (CaseDocument) -> Bool =
      if let program {
        { self.fails($0, BuiltProgram(path: URL(filePath: program).path, patience: 20), command) }
      } else {
        { Child.fails($0, in: folder) }
      }
    guard fails(document) else { throw ValidationError("The case shows no fault.") }
    let small = Shrinker.smallest(document, attempts: 2_000, while: fails)
    print(small.withAnswers().printed(), terminator: "")
  }

  private func fails(_ document: CaseDocument, _ program: BuiltProgram, _ command: [String]) -> Bool {
    _ = FileManager.default.createFile(
      atPath: folder + "/case.yaml", contents: Data(document.printed().utf8))
    guard let outcome = try? program.run(command, in: folder) else { return false }
    return !outcome.faults(of: command, within: 10).isEmpty
  }
}

extension ConflictLaws {
  /// What is broken about a case; nothing when it has no meaning.
  public static func faults(of document: CaseDocument) -> [String] {
    guard let subject = try? Case(document) else { return [] }
    return check(subject.conflict, seed: 1).faults
  }
}

/// This program once more, in another process.
enum Child {
  /// The exit status, or a signal as a negative number.
  static func run(_ arguments: [String], quietly: Bool = false) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: Swift.CommandLine.arguments[0])
    process.arguments = arguments
    if quietly {
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// Whether a case breaks a law or takes a process down.
  static func fails(_ document: CaseDocument, in folder: String) -> Bool {
    let path = folder + "/attempt.yaml"
    _ = FileManager.default.createFile(atPath: path, contents: Data(document.printed().utf8))
    let status = try? run(["try", path], quietly: true)
    return status != 0
  }
}
