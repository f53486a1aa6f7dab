package import Documents
internal import Notation

/// A document as lines of plain text, for a terminal or a pipe.
///
///     let text = TerminalFace(Style(width: 80)).text(document)
package struct TerminalFace: Sendable {
  private let style: Style
  private var lines: [String] = []

  private init(_ style: Style) {
    self.style = style
  }

  /// The document as whole lines.
  package static func text(_ document: Document, _ style: Style = Style()) -> String {
    var face = TerminalFace(style)
    if !document.title.isEmpty { face.heading(document.title) }
    face.add(document.blocks, at: Position())
    return face.lines.joined(separator: "\n") + "\n"
  }

  /// Where blocks stand.
  private struct Position {
    /// The column at which text begins.
    var margin = 0
    /// How much further in lists and tables stand.
    var step = 2
  }

  private mutating func add(_ blocks: [Block], at position: Position) {
    for block in blocks { add(block, at: position) }
  }

  private mutating func add(_ block: Block, at position: Position) {
    switch block {
    case .lead(let sentences):
      for sentence in sentences { paragraph(sentence, position.margin) }
    case .section(let title, let blocks), .more(let title, let blocks):
      heading(title)
      add(blocks, at: position)
    case .paragraph(let sentence): paragraph(sentence, position.margin)
    case .list(let items):
      for item in items { add(item, at: position) }
    case .table(let table): lines += table.lines(style, indent: position.margin + position.step)
    case .figure(let figure, let caption):
      if figure.isIllustration { return }
      paragraph(caption, position.margin)
      add(figure.blocks, at: position)
    case .lines(let text):
      lines += text.map { Self.space(position.margin) + $0.unbroken(style) }
    case .inset(let blocks):
      add(blocks, at: Position(margin: position.margin + 2, step: position.step))
    case .pause: gap()
    }
  }

  private mutating func add(_ item: Item, at position: Position) {
    let mark = item.mark.text
    var indent = position.margin
    if item.mark.standsIn { indent += position.step }
    let hang = indent + mark.text.displayWidth + mark.gap
    let start = Self.space(indent) + style.text(mark.text, mark.manner) + Self.space(mark.gap)
    if case .word = item.mark {
      // A verdict and what it is on stay in one line, where a search finds both.
      lines.append(start + item.sentence.line(style))
    } else {
      lines += item.sentence.wrapped(style, width: style.width, first: start, rest: Self.space(hang))
    }
    add(item.blocks, at: Position(margin: hang, step: 0))
  }

  /// An empty line, unless there is one already or nothing yet.
  private mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  private mutating func heading(_ words: Sentence) {
    gap()
    lines += words.inManner(.decisive).wrapped(style, width: style.width)
  }

  private mutating func paragraph(_ words: Sentence, _ indent: Int) {
    lines += wrap(words, indent: indent)
  }

  private func wrap(_ words: Sentence, indent: Int) -> [String] {
    words.wrapped(style, width: style.width, first: Self.space(indent))
  }

  private static func space(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension Sentence {
  /// The words in one line with the tabs that they have.
  fileprivate func unbroken(_ style: Style) -> String {
    var line = ""
    for phrase in phrases { line += style.text(phrase.typed, phrase.manner) }
    return line
  }
}

extension Item.Mark {
  /// Whether the entry stands in from the margin: what stands for itself begins there.
  fileprivate var standsIn: Bool {
    switch self {
    case .dash, .number: true
    case .star, .word: false
    }
  }

  /// What stands before an entry, and how many spaces after it.
  fileprivate var text: (text: String, manner: Phrase.Manner, gap: Int) {
    switch self {
    case .dash: ("-", .plain, 1)
    case .star: ("*", .plain, 1)
    case .number(let number): ("\(number).", .plain, 1)
    case .word(let phrase): (phrase.text.padded(to: 4), phrase.manner, 2)
    }
  }
}
