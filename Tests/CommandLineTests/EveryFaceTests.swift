import ArgumentParser
import Briefings
import CaseFile
import EffectiveCounts
import Foundation
import Notation
import Questions
import TestSupport
import Testing

@testable import CommandLine

/// Every question in every form: each gives something that a reader of that form can read.
@Suite("Every report has every face") struct EveryFaceTests {
  /// A question with the forms of its answer.
  struct Asked: Sendable, CustomTestStringConvertible {
    var word: String
    var forms: [AnswerForm]
    var takesTwo: Bool
    var testDescription: String { word }
  }

  private struct Collector: BriefingVisitor {
    var asked: [Asked] = []
    mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
      let word = Told.Asked.table.word
      asked.append(
        Asked(word: word, forms: Told.forms, takesTwo: ["compare", "observe", "merge"].contains(word)))
    }
  }

  static let asked: [Asked] = {
    var collector = Collector()
    AllBriefings.visit(&collector)
    return collector.asked
  }()

  /// What keeps a question from taking long.
  private static let briefly = [
    "doubts": ["--samples", "50"], "require": ["--size", "0"], "sensitivity": ["--size", "1"],
  ]

  /// Cases with options, with listed states, and with doubts.
  static let cases = [
    "teaching/stand-off.yaml", "elmira/elmira-graph.yaml", "elmira/elmira-options.yaml",
  ]

  private func line(_ asked: Asked, _ path: String) -> [String] {
    [asked.word, path] + (asked.takesTwo ? [path] : []) + (Self.briefly[asked.word] ?? []) + ["--quiet"]
  }

  private func path(_ name: String) -> String {
    TestFolders.package.appending(path: "Catalog/" + name).path
  }

  /// What a command prints, on a clock that stands still.
  private func run(_ arguments: [String], input: String = "") -> (status: ProgramStatus, output: String) {
    let recorder = Recorder()
    var environment = recorder.environment(standardInput: Array(input.utf8))
    environment.seconds = { 0 }
    environment.width = 100
    return (Program.run(arguments, in: environment), recorder.output)
  }

  @Test("in each form, on each case", arguments: asked) func forms(asked: Asked) throws {
    for name in Self.cases {
      for form in asked.forms {
        let (status, output) = run(line(asked, path(name)) + ["--format", form.rawValue])
        // A question may not be asked of states that are listed.
        if status == .wrongInput, asked.word != "check" { continue }
        let isPlain = form == .table || form == .yaml
        #expect(!output.isEmpty || isPlain, "\(asked.word) \(name) \(form)")
        let faults = try faults(of: output, form)
        #expect(faults.isEmpty, "\(asked.word) \(name) --format \(form.rawValue): \(faults)")
      }
    }
  }

  @Test("in the form that the ending of a file asks for", arguments: asked) func endings(asked: Asked) throws
  {
    try TestFolders.withScratchFolder { folder in
      for form in asked.forms {
        for ending in form.endings {
          let file = folder.appending(path: "answer." + ending).path
          let words = line(asked, path(Self.cases[0]))
          let (status, printed) = run(words + ["--format", form.rawValue])
          #expect(run(words + ["-o", file]) == (status, ""), "\(asked.word) -o .\(ending)")
          let written = try String(contentsOfFile: file, encoding: .utf8)
          #expect(written == printed, "\(asked.word) -o .\(ending)")
        }
      }
    }
  }

  @Test("a page's commands ask of what the page is about, as it was given")
  func commands() throws {
    var seen: Set<String> = []
    let lines = [
      ["hypergame", path("bismarck-sea-1943/bismarck-sea-1943.yaml")],
      ["grid", path(Self.cases[0])], ["show", path("flagship/misread-moscow.yaml")],
      ["solve", path("elmira/elmira-doubts.yaml")],
      ["hypergame", path("flagship/readings.yaml"), "--given", "atrocity=yes", "--profile", "seoul=moon"],
    ]
    for line in lines {
      let (status, output) = run(line + ["--format", "html", "--quiet"])
      #expect(status == .done)
      for code in PageFaults(output).codes where code.hasPrefix("entente ") {
        let words = code.split(separator: " ").dropFirst().map { String($0) }
        _ = try EntenteCommand.parseAsRoot(words)
        seen.insert(words[0])
        let given = line.contains("--given")
        #expect(
          code.contains(" --given atrocity=yes") == given && code.contains(" --profile") == given, "\(code)")
      }
    }
    #expect(seen.isSuperset(of: ["solve", "hypergame", "doubts"]), "\(seen)")
  }

  @Test("the graph of ways to a target has these ways and no others") func ways() {
    let line = [
      "paths", path("elmira/elmira-options.yaml"), "--to", "closure", "--by", "moves", "--format", "dot",
    ]
    let (one, many) = (run(line + ["--limit", "1"]).output, run(line + ["--limit", "4"]).output)
    let all = run(Array(line.prefix(2)) + ["--by", "moves", "--format", "dot"]).output
    func arrows(_ text: String) -> Int { text.matches(of: /->/).count }
    #expect(arrows(one) == 1 && arrows(one) < arrows(many) && arrows(many) < arrows(all))
    #expect(one.contains("abandon") || one.contains("Abandon"))
  }

  @Test("pages of all cases of the catalog that are small", arguments: catalog) func pages(name: String)
    throws
  {
    let (status, output) = run(["solve", path(name), "--format", "html", "--quiet"])
    let page = PageFaults(output)
    #expect(status == .done && page.faults.isEmpty && page.linkCount > 10, "\(name): \(page.faults)")
  }

  static let catalog: [String] = {
    let root = TestFolders.package.appending(path: "Catalog")
    let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    let names = all.filter { $0.hasSuffix(".yaml") && !$0.contains("flagship") }.sorted()
    if TestScale.isLong { return names }
    // Of the games with two actors and two options each, one in eight; of the others every second.
    return names.enumerated().filter { $0.isMultiple(of: $1.contains("rapoport") ? 8 : 2) }.map { $1 }
  }()

  @Test("pages and Markdown of random cases", .effective(4), arguments: TestScale.seeds(6))
  func random(seed: UInt64) throws {
    let text = RandomCase.document(seed: 7_300 + seed, .everything).printed()
    var links = 0
    for word in ["solve", "explain", "paths", "grid", "show", "words"] {
      for form in [AnswerForm.html, .markdown] {
        let (status, output) = run([word, "-", "--format", form.rawValue, "--quiet"], input: text)
        if status == .wrongInput { continue }
        let faults = try faults(of: output, form)
        #expect(faults.isEmpty, "seed \(seed), \(word): \(faults)")
        if form == .html { links += PageFaults(output).linkCount }
      }
    }
    effective(when: links > 20)
  }

  // MARK: What is well-formed

  private func faults(of text: String, _ form: AnswerForm) throws -> [String] {
    switch form {
    case .html: PageFaults(text).faults
    case .markdown: Self.markdownFaults(text)
    case .json, .document: Self.jsonFaults(text)
    case .jsonl: text.split(separator: "\n").flatMap { Self.jsonFaults(String($0)) }
    case .csv: Self.csvFaults(text)
    case .dot: text.hasPrefix("digraph ") && text.hasSuffix("}\n") ? [] : ["no graph"]
    case .yaml: text.isEmpty ? [] : try CaseDocument(parsing: text).actors.isEmpty ? ["no actors"] : []
    case .table: text.contains("\u{1B}") ? ["colours"] : []
    case .docx, .pdf: ["another program's"]
    }
  }

  private static func jsonFaults(_ text: String) -> [String] {
    do {
      _ = try JSONReader.read(Array(text.utf8), file: "-")
      return []
    } catch {
      return ["\(error)"]
    }
  }

  /// Tables have the same number of cells in each row, and links lead somewhere.
  private static func markdownFaults(_ text: String) -> [String] {
    var faults: [String] = []
    var width: Int?
    var isFenced = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let inner = line.drop { $0 == " " || $0 == ">" }
      if inner.hasPrefix("```") { isFenced.toggle() }
      if isFenced || !inner.hasPrefix("|") {
        width = nil
        continue
      }
      let bars = inner.replacing("\\|", with: "").count { $0 == "|" }
      if let width, width != bars {
        faults.append("a row of \(bars - 1) cells under one of \(width - 1): \(line)")
      }
      width = bars
    }
    for part in text.split(separator: "](#").dropFirst() {
      let anchor = part.prefix { $0 != ")" }
      if !text.contains("<a id=\"\(anchor)\"></a>") { faults.append("a link to \(anchor), which is nowhere") }
    }
    return faults
  }

  /// Each row has as many fields as the first.
  private static func csvFaults(_ text: String) -> [String] {
    var counts = [1]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: counts[counts.count - 1] += 1
      case "\r\n" where !isQuoted: counts.append(1)
      default: break
      }
    }
    let ends = text.isEmpty || text.hasSuffix("\r\n")
    return ends && Set(counts.dropLast()).count <= 1 ? [] : ["rows of \(Set(counts).sorted()) fields"]
  }
}
