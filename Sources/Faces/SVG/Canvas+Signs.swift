internal import Documents

// The signs that mean the same in every picture.
extension Canvas {
  mutating func sign(_ cell: Figure.Options.Cell, x: Int, y: Int) {
    switch cell {
    case .always: circle("s-full", x: x, y: y, radius: 6)
    case .sometimes:
      circle("s-rim", x: x, y: y, radius: 6)
      path("s-full", "M\(x) \(y - 6) a6 6 0 0 0 0 12 z")
    case .never: circle("s-ring", x: x, y: y, radius: 6)
    case .levels, .offers: break
    }
  }

  mutating func sign(_ effect: Figure.Judgements.Effect, x: Int, y: Int) {
    switch effect {
    case .alone: path("s-full", "M\(x) \(y - 7) l6 7 -6 7 -6 -7 z")
    case .together:
      path("s-rim", "M\(x) \(y - 7) l6 7 -6 7 -6 -7 z")
      path("s-full", "M\(x) \(y - 7) l-6 7 6 7 z")
    case .nothing: circle("s-dot", x: x, y: y, radius: 2)
    case .untried: text(["?"], "s-open", x: x, y: y + 4)
    }
  }
}

/// What is told below a picture: signs with words, one after the other in lines of a given width.
struct Legend {
  /// An entry: how wide its sign is and how it is drawn, and its words.
  struct Entry {
    var signWidth: Int
    var words: Sentence
    var draw: (inout Canvas, _ x: Int, _ y: Int) -> Void
  }

  static let line = 19
  private static let size = 12

  /// Writes the entries from `y` on; where they end.
  static func draw(_ entries: [Entry], width: Int, y: Int, in canvas: inout Canvas) -> Int {
    var (x, y) = (0, y)
    for entry in entries {
      let inset = entry.signWidth == 0 ? 0 : entry.signWidth + 5
      let lines = entry.words.text.lines(within: width - inset, size: size)
      let widest = lines.map { $0.pixels(size) }.max() ?? 0
      if x > 0, x + inset + widest > width { (x, y) = (0, y + line) }
      entry.draw(&canvas, x, y + 8)
      // Words that point to several things lead to none of them.
      let target = entry.words.phrases.count == 1 ? entry.words : ""
      canvas.text(lines, "legend", x: x + inset, y: y + 12, step: line - 2, pointing: target)
      if lines.count > 1 {
        (x, y) = (0, y + lines.count * (line - 2) + 2)
      } else {
        x += inset + widest + 18
      }
    }
    return x > 0 ? y + line : y
  }
}
