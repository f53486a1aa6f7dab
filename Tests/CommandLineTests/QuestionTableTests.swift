import ArgumentParser
import Foundation
import Questions
import Briefings
import Testing

@testable import CommandLine

/// Gathers the tables of all questions.
private struct TableCollector: BriefingVisitor {
  var tables: [QuestionTable] = []
  mutating func visit<Told: Briefing>(_ briefing: Told.Type) { tables.append(Told.Asked.table) }
}

/// What has to be so of every question's table.
@Suite("Tables of questions") struct QuestionTableTests {
  static let tables: [QuestionTable] = {
    var collector = TableCollector()
    AllBriefings.visit(&collector)
    return collector.tables
  }()

  @Test("words, formats and names of parameters are told apart") func names() {
    #expect(Set(Self.tables.map(\.word)).count == Self.tables.count)
    #expect(Set(Self.tables.map(\.format)).count == Self.tables.count)
    for table in Self.tables {
      let names = table.parameters.map(\.name)
      #expect(Set(names).count == names.count, "\(table.word)")
      let shared = ["given", "on", "profile", "json", "format", "time", "memory", "quiet", "help", "version"]
      #expect(Set(names).isDisjoint(with: shared), "\(table.word)")
      for parameter in table.parameters {
        #expect(parameter.excludes.allSatisfy(names.contains), "\(table.word) --\(parameter.name)")
      }
    }
  }

  @Test("what is taken where nothing is given can be given") func standards() throws {
    for table in Self.tables {
      for parameter in table.parameters {
        guard let standard = parameter.standard else { continue }
        let arguments = try Arguments([(parameter.name, standard)], to: table)
        #expect(arguments.text(parameter.name) == standard)
      }
    }
  }

  @Test("every example is a command line that can be read") func examples() throws {
    for table in Self.tables {
      #expect(!table.examples.isEmpty, "\(table.word)")
      for example in table.examples {
        let line = example.prefix { $0 != "|" && $0 != ">" }
        let words = Self.words(of: String(line))
        #expect(words.first == table.word)
        _ = try EntenteCommand.parseAsRoot(words)
      }
    }
  }

  @Test("every format is a heading of the page on JSON") func documented() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "Documentation/JSON.md"), encoding: .utf8)
    for table in Self.tables {
      #expect(page.contains("| [`\(table.format)`]("), "\(table.format)")
      #expect(page.contains("\n## \(table.format)\n"), "\(table.format)")
      #expect(page.contains("`entente \(table.word) CASE"), "\(table.word)")
    }
  }

  /// The words of a command line, quotes taken off.
  private static func words(of line: String) -> [String] {
    var (words, word, isQuoted) = ([String](), "", false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case " " where !isQuoted:
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
