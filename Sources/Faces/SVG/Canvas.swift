internal import Documents
internal import Notation

/// A picture on its way: what was drawn, and how far it reaches.
struct Canvas {
  private(set) var body = ""
  /// Where a reference leads on the page, if anywhere.
  private let anchor: (Reference) -> String?

  init(_ anchor: @escaping (Reference) -> String?) { self.anchor = anchor }

  /// All that was drawn.
  func drawn(_ kind: String, width: Int, height: Int) -> Drawn {
    Drawn(kind: kind, width: width, height: height, body: body)
  }

  mutating func open(_ place: String) { body += "<g class=\"\(place)\">" }

  mutating func close() { body += "</g>\n" }

  /// Lines of text under one another, the first on the line of `y`; they link to where `words` point.
  /// What they begin with may stand back.
  mutating func text(
    _ lines: [String], _ place: String, x: Int, y: Int, step: Int = 0, after lead: String = "",
    pointing words: Sentence = ""
  ) {
    if lines.isEmpty { return }
    let target = words.phrases.lazy.compactMap { $0.reference }.first.flatMap { anchor($0) }
    if let target { body += "<a href=\"#\(target)\" tabindex=\"-1\">" }
    for (index, line) in lines.enumerated() {
      var words = line.xmlEscaped
      if index == 0, !lead.isEmpty, line.hasPrefix(lead) {
        words =
          "<tspan class=\"lead\">\(lead.xmlEscaped)</tspan>\(String(line.dropFirst(lead.count)).xmlEscaped)"
      }
      body += "<text class=\"\(place)\" x=\"\(x)\" y=\"\(y + index * step)\">\(words)</text>"
    }
    if target != nil { body += "</a>" }
  }

  mutating func rectangle(
    _ place: String, x: Int, y: Int, width: Int, height: Int, radius: Int = 0
  ) {
    let round = radius > 0 ? " rx=\"\(radius)\"" : ""
    body += "<rect class=\"\(place)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"\(round)/>"
  }

  mutating func path(_ place: String, _ line: String) {
    body += "<path class=\"\(place)\" d=\"\(line)\"/>"
  }

  mutating func circle(_ place: String, x: Int, y: Int, radius: Int) {
    body += "<circle class=\"\(place)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/>"
  }

  /// The letters of an actor on its colour, above the line of `y`; how wide that is.
  @discardableResult
  mutating func tag(_ actor: Figure.Party, x: Int, y: Int) -> Int {
    let letters = actor.tag.printable
    let width = Canvas.width(ofTag: letters)
    open("tag \(Canvas.color(of: actor))")
    rectangle("ground", x: x, y: y - 13, width: width, height: 17, radius: 3)
    text([letters], "letters", x: x + width / 2, y: y)
    body += "</g>"
    return width
  }

  static func width(ofTag letters: String) -> Int { letters.printable.pixels(tagSize) * 9 / 8 + 10 }

  private static let tagSize = 11

  /// What an actor's colour is called: one of eight, from the ninth on the grey one.
  static func color(of actor: Figure.Party) -> String {
    guard let place = actor.place else { return "a0" }
    return place < 8 ? "a\(place + 1)" : "a6"
  }
}

extension String {
  /// The words in lines that are at most about so wide; a word that is wider is broken.
  func lines(within width: Int, size: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in printable.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if longer.pixels(size) <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, (line + String(character)).pixels(size) > width {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
