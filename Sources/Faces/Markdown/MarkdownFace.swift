package import Documents
internal import Notation

/// A document in Markdown, as CommonMark and the tables of GitHub read it.
///
/// Where the document has notes, they follow under "What this rests on", and what points
/// to one of them links to it; without notes there are no links.
package struct MarkdownFace {
  private let appendix: Appendix

  /// The document as whole lines.
  ///
  /// - Parameters:
  ///   - subject: What the commands of further questions name as the case.
  ///   - carried: What they are asked with as well.
  package static func text(
    _ document: Document, about subject: String = "CASE", with carried: [Argument] = []
  ) -> String {
    let face = MarkdownFace(
      appendix: Appendix(document, about: subject, with: carried, asksQuestions: !document.notes.isEmpty))
    var parts: [[String]] = []
    let title = document.title.isEmpty ? document.heading : document.title
    if !title.isEmpty { parts.append(["# " + face.inline(title)]) }
    let about = document.namedAbout
    if !about.isEmpty { parts.append([face.paragraph(about)]) }
    parts += face.parts(document.blocks, level: 2)
    parts += face.notes
    return Self.separated(parts).joined(separator: "\n") + "\n"
  }

  /// The blocks, each as its lines; those that say nothing are left out.
  private func parts(_ blocks: [Block], level: Int) -> [[String]] {
    var parts: [[String]] = []
    for block in blocks {
      let more = self.parts(block, level: level)
      // A list or quotation right after another would go on with it.
      if let last = parts.last?.first, let first = more.first?.first, last.goesOn(with: first) {
        parts.append(["<!-- -->"])
      }
      parts += more
    }
    return parts
  }

  private func parts(_ block: Block, level: Int) -> [[String]] {
    switch block {
    case .lead(let sentences): return sentences.filter { !$0.isEmpty }.map { [paragraph($0)] }
    case .section(let title, let blocks), .more(let title, let blocks):
      let marks = String(repeating: "#", count: min(level, 6))
      return [[marks + " " + inline(title)]] + parts(blocks, level: level + 1)
    case .paragraph(let sentence): return sentence.isEmpty ? [] : [[paragraph(sentence)]]
    case .list(let items): return items.isEmpty ? [] : [lines(items, level: level)]
    case .table(let table):
      let lines = lines(table)
      return lines.isEmpty ? [] : [lines]
    case .figure(let figure, let caption):
      if figure.isIllustration { return [] }
      return parts([.paragraph(caption)] + figure.blocks, level: level)
    case .lines(let lines): return [Self.fenced(lines.map { $0.text })]
    case .inset(let blocks):
      let inner = Self.separated(parts(blocks, level: level))
      return inner.isEmpty ? [] : [inner.map { $0.isEmpty ? ">" : "> " + $0 }]
    case .pause: return []
    }
  }

  private func paragraph(_ sentence: Sentence) -> String { inline(sentence).escapingStart }

  private func inline(_ sentence: Sentence) -> String {
    sentence.markdown { phrase in appendix.anchor(of: phrase.reference) }
  }

  /// Parts with an empty line between each two.
  private static func separated(_ parts: [[String]]) -> [String] {
    var lines: [String] = []
    for part in parts {
      if !lines.isEmpty { lines.append("") }
      lines += part
    }
    return lines
  }
}

// MARK: - Lists

extension MarkdownFace {
  private func lines(_ items: [Item], level: Int) -> [String] {
    var lines: [String] = []
    for (index, item) in items.enumerated() {
      if index > 0, Self.isBroken(items[index - 1].mark, item.mark) { lines += ["", "<!-- -->", ""] }
      let (bullet, word) = Self.mark(item.mark)
      let text = (word.map { "\(inline($0)) " } ?? "") + inline(item.sentence)
      lines.append(bullet + (word == nil ? text.escapingStart : text))
      let space = String(repeating: " ", count: bullet.unicodeScalars.count)
      for (place, part) in parts(item.blocks, level: level).enumerated() {
        // A list may follow the text at once; anything else would go on with it.
        if place > 0 || !part[0].beginsList { lines.append("") }
        lines += part.map { $0.isEmpty ? "" : space + $0 }
      }
    }
    return lines
  }

  /// What stands before an entry, and a verdict before its words.
  private static func mark(_ mark: Item.Mark) -> (bullet: String, word: Sentence?) {
    switch mark {
    case .dash: ("- ", nil)
    case .star: ("* ", nil)
    case .number(let number): ("\(max(0, number)). ", nil)
    case .word(let phrase): ("- ", Sentence(phrase.text, .decisive, to: phrase.reference))
    }
  }

  /// Whether a number would be lost, because a list counts on from its first entry.
  private static func isBroken(_ before: Item.Mark, _ after: Item.Mark) -> Bool {
    guard case .number(let first) = before, case .number(let second) = after else { return false }
    return second != first + 1
  }
}

// MARK: - Tables and lines

extension MarkdownFace {
  private func lines(_ table: Table) -> [String] {
    let width = table.columnCount
    if width == 0 { return [] }
    var lines: [String] = []
    func add(_ cells: [Sentence]) {
      let texts =
        cells.prefix(width).map { inline($0) } + Array(repeating: "", count: max(0, width - cells.count))
      lines.append("| " + texts.joined(separator: " | ") + " |")
    }
    if !table.head.isEmpty || table.form != .grid { add(table.head) }
    for row in table.rows {
      switch row {
      case .cells(let cells), .mark(let cells): add(cells)
      case .heading(let title):
        lines.append(
          "| " + inline(title.inManner(.decisive)) + " |" + String(repeating: " |", count: width - 1))
      }
    }
    let numeric = table.numericColumns
    var marks = "|"
    for column in 0..<width {
      let isLabel = column == 0 || table.form != .grid
      marks += numeric.contains(column) ? " --: |" : isLabel ? " --- |" : " :-: |"
    }
    lines.insert(marks, at: min(1, lines.count))
    return lines
  }

  /// Lines of text as they are.
  private static func fenced(_ lines: [String]) -> [String] {
    let fence = fence(around: lines, atLeast: 3)
    return [fence] + lines.map { $0.printable } + [fence]
  }

  /// Marks of which none of the lines has as many in a row.
  private static func fence(around lines: [String], atLeast least: Int) -> String {
    var length = least
    for line in lines {
      var run = 0
      for scalar in line.unicodeScalars {
        run = scalar == "`" ? run + 1 : 0
        length = max(length, run + 1)
      }
    }
    return String(repeating: "`", count: length)
  }
}

// MARK: - Notes

extension MarkdownFace {
  private var notes: [[String]] {
    if appendix.groups.isEmpty { return [] }
    var parts = [["## What this rests on"]]
    for group in appendix.groups {
      if appendix.groups.count > 1 { parts.append(["### " + group.kind.title]) }
      parts.append(group.entries.map { "- <a id=\"\($0.anchor.xmlEscaped)\"></a>" + text(of: $0) })
    }
    return parts
  }

  private func text(of entry: Appendix.Entry) -> String {
    var text = entry.title.isEmpty ? "" : inline(entry.title.inManner(.decisive))
    if !entry.title.isEmpty, !entry.sentences.isEmpty { text += ": " }
    text += entry.sentences.map { inline($0) }.joined(separator: " ")
    guard let command = entry.command else { return text }
    return text + (text.isEmpty ? "" : " ") + Self.code(command)
  }

  private static func code(_ text: String) -> String {
    let fence = fence(around: [text], atLeast: 1)
    let space = text.first == "`" || text.last == "`" ? " " : ""
    return fence + space + text.printable + space + fence
  }
}

extension String {
  /// Whether a part with this first line and one with the other would be read as one.
  fileprivate func goesOn(with other: String) -> Bool {
    if hasPrefix("> ") && other.hasPrefix("> ") { return true }
    if hasPrefix("- ") && other.hasPrefix("- ") || hasPrefix("* ") && other.hasPrefix("* ") { return true }
    return beginsNumber && other.beginsNumber
  }

  fileprivate var beginsList: Bool { hasPrefix("- ") || hasPrefix("* ") || beginsNumber }

  fileprivate var beginsNumber: Bool {
    let rest = drop { $0.isNumber && $0.isASCII }
    return rest.startIndex != startIndex && rest.hasPrefix(". ")
  }
}
