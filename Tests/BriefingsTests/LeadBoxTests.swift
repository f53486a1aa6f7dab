import CaseFile
import Disk
import Foundation
import ConflictModel
import Documents
import EffectiveCounts
import Faces
import Notation
import Questions
import TestSupport
import Testing

@testable import Briefings

/// The answer box: what a reader with one screen of patience gets.
@Suite("Answers first") struct LeadBoxTests {
  /// The answer of every question about a case, told without what is asked for by arguments.
  private struct Told: BriefingVisitor {
    let subject: Subject
    /// Questions that are passed over.
    let omitted: Set<String>
    var documents: [(word: String, document: Document)] = []

    mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
      let table = Told.Asked.table
      guard table.about == .oneCase, !omitted.contains(table.word), let arguments = Self.briefly(table),
        let question = try? Told.Asked(arguments), let answer = try? question.answer(about: subject, Work())
      else { return }
      documents.append((table.word, Told(answer, Work()).told(for: .table).document))
    }

    /// What keeps a question from taking long.
    private static func briefly(_ table: QuestionTable) -> Arguments? {
      let values = [
        "doubts": [("samples", "50")], "require": [("size", "1")], "sensitivity": [("size", "1")],
      ]
      return try? Arguments((values[table.word] ?? []).map { (name: $0.0, value: $0.1) }, to: table)
    }
  }

  /// The lines of the box: the lead and the list after it.
  private static func box(_ document: Document) -> [String] {
    var lines: [String] = []
    for block in document.blocks {
      switch block {
      case .lead(let sentences): lines += sentences.map(\.text)
      case .list(let items) where !lines.isEmpty: return lines + items.map { "  - " + $0.sentence.text }
      case _ where !lines.isEmpty: return lines
      default: continue
      }
    }
    return lines
  }

  private static func faults(of box: [String], _ ids: Set<String>) -> [String] {
    var faults: [String] = []
    let count = box.reduce(0) { sum, line in
      sum
        + (line.hasPrefix("  - ")
          ? Lead.lines(of: String(line.dropFirst(4)), indent: 4) : Lead.lines(of: line))
    }
    if count > Lead.lineLimit { faults.append("\(count) lines") }
    let text = box.map { $0.hasPrefix("  - ") ? String($0.dropFirst(4)) : $0 }.joined(separator: " ")
    if text.contains(/\b[Ss]tates? \d/) { faults.append("the number of a state") }
    if text.contains(/\b[YN]{4,}\b/) { faults.append("a pattern") }
    for word in ["nash", "gmr", "smr", "sseq", "seq"] where text.contains("under \(word)") {
      faults.append(word)
    }
    // A hedge of a source is quoted.
    if text.replacing(/“[^”]*”/, with: "").contains(/\bwill\b/) { faults.append("will") }
    faults += disagreements(in: text)
    if text.contains("  ") || text.contains("..") || text.contains(" .") || text.contains(" ,") {
      faults.append("spaces or stops")
    }
    return faults
  }

  /// Where a number or a list and its verb do not go together.
  static func disagreements(in text: String) -> [String] {
    // Names may hold any words, and columns of a table are no sentences.
    let text = text.replacing(/“[^”]*”/, with: "“X”")
    var found: [String] = []
    func look<Output>(_ pattern: Regex<Output>, _ what: String) {
      if let match = text.firstMatch(of: pattern) { found.append("\(what): \(text[match.range])") }
    }
    look(/\b(1|one) more do\b/, "one and many")
    look(/(?:^|[^\d,.])1 (others|states|situations|judgements|pairs|changes|moves|worlds)\b/, "one and many")
    look(/\b[Ii]n reach are 1\b/, "one and many")
    look(/“X” and “X” (lasts|does not last)\b/, "many and one")
    look(/\b([2-9]|\d\d+) (states|situations|judgements) (lasts|is|was|survives)\b/, "many and one")
    look(/\b(one|1) of them it is enough to leave them\b/, "one and many")
    if let match = text.firstMatch(of: /any of (\d+) of (\d+)\b/), match.output.1 == match.output.2 {
      found.append("all told as some: \(match.output.0)")
    }
    return found
  }

  @Test("faults of agreement are seen") func agreement() {
    for fault in [
      "1 more do only with another", "any of 2 of 2", "“A” and “B” lasts", "In reach are 1 of 3",
      "the 1 states",
    ] {
      #expect(!Self.disagreements(in: fault).isEmpty, "\(fault)")
    }
    #expect(Self.disagreements(in: "21 states last, 1 more does; “A” lasts and “B” is 1 state").isEmpty)
  }

  /// A case of middling size, with dated events and wishes in doubt.
  static let fixture = "Tests/CommandLineTests/Fixtures/winter-gas.yaml"

  /// In short runs one in eight of the games with two actors and two options each, every second of the other
  /// cases, and of the readings of the flagship, which differ in a few lines, two.
  private static let files =
    CatalogTests.files.enumerated().filter { place, name in
      if TestScale.isLong { return true }
      if name.contains("rapoport") { return place.isMultiple(of: 8) }
      if name.hasPrefix("flagship/") {
        return name.hasSuffix("misread-moscow.yaml") || name.hasSuffix("arms-for-ukraine.yaml")
      }
      return place.isMultiple(of: 2)
    }.map { "Catalog/" + $1 } + [fixture]
  private static let briefed = Set(
    files.enumerated().compactMap { $0.isMultiple(of: 9) ? $1 : nil } + [
      fixture, "Catalog/flagship/arms-for-ukraine.yaml",
    ])

  @Test("at most eight lines, in names, before anything else", arguments: files)
  func catalog(file: String) throws {
    let root = CatalogTests.folder.deletingLastPathComponent()
    // A briefing puts most of the others together, and takes as long as all of them: with some cases.
    let isBriefed = Self.briefed.contains(file)
    var told = Told(
      subject: Subject(try CaseDocument(reading: root.appending(path: file).path)),
      omitted: isBriefed ? ["show"] : ["show", "brief"])
    AllBriefings.visit(&told)
    #expect(told.documents.count >= 6)
    for (word, document) in told.documents {
      let box = Self.box(document)
      if box.isEmpty {
        // Nothing varies, or nothing is in doubt: that is said in a sentence.
        #expect(["doubts", "coalitions"].contains(word), "\(word)")
        continue
      }
      let faults =
        Self.faults(of: box, []) + Self.disagreements(in: TerminalFace.text(document, Style(width: 100_000)))
      #expect(faults.isEmpty, "\(word): \(faults)\n\(box.joined(separator: "\n"))")
    }
  }
}
