package import Documents
internal import Notation

extension Sentence {
  /// The words broken at spaces into lines of at most `width` columns; the first
  /// starts with `first`, the others with `rest`. A word that is longer than a
  /// line stands on its own.
  package func wrapped(_ style: Style, width: Int, first: String = "", rest: String? = nil) -> [String] {
    let rest = rest ?? String(repeating: " ", count: first.displayWidth)
    var lines: [String] = []
    var line = StyledLine(style, start: first)
    for word in words {
      if !line.isEmpty, line.column + 1 + word.width > width {
        lines.append(line.text)
        line = StyledLine(style, start: rest)
      }
      line.add(word)
    }
    lines.append(line.text)
    return lines
  }

  /// All words in one line, as they are.
  func line(_ style: Style) -> String {
    var line = ""
    for phrase in phrases { line += style.text(phrase.typed.printable, phrase.manner) }
    return line
  }

  /// The words that spaces part, each of one or more pieces.
  private var words: [Word] {
    var words: [Word] = []
    var isInside = false
    for phrase in phrases {
      for (index, part) in phrase.typed.printable.partedAtSpaces.enumerated() {
        if index > 0 { isInside = false }
        if part.isEmpty { continue }
        if !isInside { words.append(Word()) }
        isInside = true
        words[words.count - 1].add(String(part), phrase.manner)
      }
    }
    return words
  }
}

/// What stands between two spaces.
private struct Word {
  var pieces: [(text: String, manner: Phrase.Manner)] = []
  var width = 0

  mutating func add(_ text: String, _ manner: Phrase.Manner) {
    pieces.append((text, manner))
    width += text.displayWidth
  }
}

/// A line on its way, with the codes of its manners around whole runs of words.
private struct StyledLine {
  private let style: Style
  private var done: String
  private var run = ""
  private var manner = Phrase.Manner.plain
  private(set) var column: Int
  private(set) var isEmpty = true

  init(_ style: Style, start: String) {
    self.style = style
    done = start
    column = start.displayWidth
  }

  mutating func add(_ word: Word) {
    var lead = isEmpty ? "" : " "
    for piece in word.pieces {
      if piece.manner != manner {
        finishRun()
        // A space belongs to what comes before it, and looks like nothing.
        done += lead
        run = piece.text
        manner = piece.manner
      } else {
        run += lead + piece.text
      }
      lead = ""
    }
    column += word.width + (isEmpty ? 0 : 1)
    isEmpty = false
  }

  private mutating func finishRun() {
    done += style.text(run, manner)
    run = ""
  }

  var text: String { done + style.text(run, manner) }
}
