import CaseFile
import Foundation
import TestSupport

/// The texts that inputs are made from: the catalog, cases of this folder's
/// generators, and files of another program.
public struct Corpus {
  /// Texts of cases by path.
  let catalog: [[UInt8]]

  /// The case files under a folder.
  public init(folder: String) {
    let files = FileManager.default
    let paths = (files.enumerator(atPath: folder)?.allObjects as? [String] ?? []).sorted()
    catalog = paths.filter { $0.hasSuffix(".yaml") }.compactMap { path in
      files.contents(atPath: folder + "/" + path).map { [UInt8]($0) }
    }.filter { $0.count < 100_000 }
  }

  /// A text that the generator determines.
  func text(using random: inout SeededGenerator) -> [UInt8] {
    let seed = random.next() % 1_000_000
    if let text = catalog.randomElement(using: &random), Int.random(in: 0..<4, using: &random) == 0 {
      return text
    }
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return Array(RandomCase.document(seed: seed, .brief).printed().utf8)
    case 1, 2: return Array(RandomCase.document(seed: seed).printed().utf8)
    default: return Array(RandomCase.document(seed: seed, .everything).printed().utf8)
    }
  }
}

/// One input: the files of a folder and a command line.
public struct FuzzInput {
  /// The files, by name.
  public var files: [(name: String, bytes: [UInt8])]
  /// The arguments, without the program's name.
  public var arguments: [String]

  /// The input of that number in the series of a seed.
  ///
  /// Half are left as they are, so that every question is asked about cases
  /// that have an answer.
  public static func make(seed: UInt64, index: UInt64, from corpus: Corpus) -> FuzzInput {
    var random = SeededGenerator(seed: seed &* 0x9E37_79B9 &+ index)
    _ = random.next()
    let original = corpus.text(using: &random)
    let second = corpus.text(using: &random)
    var mutator = Mutator(random: random)
    var (text, other) = (original, second)
    switch mutator.random.next() % 8 {
    case 0...3: break
    case 4: other = mutator.mutated(original, with: second)
    default: text = mutator.mutated(original, with: second)
    }
    // What two people make of one case differs in a few places.
    if mutator.random.next() % 2 == 0 { other = mutator.mutated(original, with: original) }
    if mutator.random.next() % 8 == 0 { text = Array(overlay(of: "other.yaml", using: &mutator.random).utf8) }
    let files = [("case.yaml", text), ("other.yaml", other), ("base.yaml", original), ("memo.txt", memo)]
    let arguments = CommandTable.line(names: CaseNames(original), using: &mutator.random)
    return FuzzInput(files: files.map { ($0.0, $0.1) }, arguments: arguments)
  }

  private static let memo = Array("First. Second one.\n\nThird: \"x\" is said. Fourth!\n".utf8)

  /// A case that builds on another and edits what a random case mostly has.
  private static func overlay(of base: String, using random: inout SeededGenerator) -> String {
    var text = "entente: 1\nextends: \(["\(base)", "[\(base), base.yaml]"].randomElement(using: &random)!)\n"
    let edits = [
      "actors: {actor0: {prefers: {drop: [s0]}}}", "actors: {actor0: {prefers: {replace: {s0: \"true\"}}}}",
      "actors: {actor0: {prefers: {first: [\"true\"], last: [{id: x, that: \"false\"}]}}}",
      "actors: {actor0: {prefers: {after: {s0: [\"true\"]}}}}",
      "actors: {actor0: {prefers: {unsure: [s0], unordered: [[s0, s1]]}}}",
      "actors: {actor0: {options: {option0: ~}}}", "actors: {actor1: ~}",
      "actors: {actor0: {prefers: indifferent}}",
      "actors: {actor0: {profiles: {p: {prefers: {first: [\"true\"]}}}}}", "events: {storm: {holds: yes}}",
      "rules: []", "status_quo: []", "define: {calm: ~}", "outcomes: {outcome0: ~}", "as_of: 2024",
    ]
    for line in edits.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)) {
      // One key once, or the overlay says nothing but that.
      if !text.contains(line.prefix(5)) { text += line + "\n" }
    }
    return text
  }

  /// Writes the files and, as a line, what is run on them.
  public func write(to folder: String) {
    for (name, bytes) in files {
      _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: Data(bytes))
    }
    let line = arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    _ = FileManager.default.createFile(
      atPath: folder + "/command", contents: Data(("entente " + line + "\n").utf8))
  }
}
