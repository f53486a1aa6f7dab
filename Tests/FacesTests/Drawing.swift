import Foundation

@testable import Faces

/// What is written in a picture and in which boxes, read from its source.
struct Drawing {
  struct Box {
    var x: Int, y: Int, width: Int, height: Int
    var words = ""

    func meets(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }

    func contains(_ other: Box) -> Bool {
      x <= other.x && y <= other.y && other.x + other.width <= x + width
        && other.y + other.height <= y + height
    }
  }

  /// The picture itself.
  let frame: Box
  let texts: [Box]
  /// The cards and frames, and for each text the one that it is drawn in, if any.
  let cards: [Box]
  let cardOfText: [Box?]

  /// The size and weight that a class of text has by the rules of the page.
  private static func pixels(_ words: String, _ place: String, in kind: String) -> (width: Int, size: Int) {
    switch place {
    case "change" where kind == "map": (words.pixels(12), 12)
    case "change": (words.pixels(14), 14)
    case "sign": (words.pixels(14), 14)
    case "reason": (words.pixels(13), 13)
    case "name" where kind == "map": (words.pixels(14), 14)
    case "title" where kind == "worlds": (words.pixels(12) * 9 / 8, 12)
    case "name" where kind == "worlds": (words.pixels(13) * 9 / 8, 13)
    case "title": (words.pixels(15) * 9 / 8, 15)
    case "letters": (words.pixels(11) * 9 / 8, 11)
    case "group": (words.pixels(13) * 9 / 8, 13)
    case "head", "now": (words.pixels(kind == "options" ? 13 : 12), 13)
    case "name" where kind == "judgements": (words.pixels(13), 13)
    case "label" where kind == "options": (words.pixels(13), 13)
    case "letter" where kind == "worlds": (words.pixels(17), 17)
    case "caption": (words.pixels(14) * 9 / 8, 14)
    default: (words.pixels(12), 12)
    }
  }

  init(_ source: String) {
    func number(_ name: String, _ tag: Substring) -> Int? {
      guard let range = tag.range(of: " \(name)=\"") else { return nil }
      return Int(tag[range.upperBound...].prefix { $0 != "\"" })
    }
    func place(_ tag: Substring) -> String {
      tag.range(of: " class=\"").map { String(tag[$0.upperBound...].prefix { $0 != "\"" }) } ?? ""
    }
    var (texts, cards, cardOfText) = ([Box](), [Box](), [Box?]())
    var kind = ""
    var card: Box?
    var root = Box(x: 0, y: 0, width: 0, height: 0)
    for piece in source.split(separator: "<") {
      guard let end = piece.firstIndex(of: ">") else { continue }
      let tag = piece[..<end]
      if tag.hasPrefix("svg") {
        kind = place(tag).split(separator: " ").first.map { String($0) } ?? ""
        (root.width, root.height) = (number("width", tag) ?? 0, number("height", tag) ?? 0)
      } else if tag.hasPrefix("g "), place(tag).hasPrefix("box") || place(tag).hasPrefix("lane") {
        card = nil
      } else if tag.hasPrefix("rect"), ["card", "frame"].contains(place(tag)) {
        let box = Box(
          x: number("x", tag) ?? 0, y: number("y", tag) ?? 0, width: number("width", tag) ?? 0,
          height: number("height", tag) ?? 0)
        if card == nil { cards.append(box) }
        card = box
      } else if tag.hasPrefix("text") {
        let (width, size) = Self.pixels("", place(tag), in: kind)
        texts.append(
          Box(x: number("x", tag) ?? 0, y: (number("y", tag) ?? 0) - size * 3 / 4, width: width, height: size)
        )
        cardOfText.append(card)
        Self.add(piece[piece.index(after: end)...], place(tag), in: kind, to: &texts)
      } else if tag.hasPrefix("tspan") || tag.hasPrefix("/tspan"), !texts.isEmpty {
        Self.add(piece[piece.index(after: end)...], "reason", in: kind, to: &texts)
      }
    }
    (frame, self.texts, self.cards, self.cardOfText) = (root, texts, cards, cardOfText)
  }

  private static func add(_ source: Substring, _ place: String, in kind: String, to texts: inout [Box]) {
    let words = source.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
      "&quot;", with: "\""
    )
    .replacing("&amp;", with: "&")
    var text = texts[texts.count - 1]
    let before = text.width
    text.words += words
    text.width = pixels(text.words, place, in: kind).width
    switch place {
    case "letter" where kind == "options": break
    case "letters", "letter", "quiet", "words", "count", "value", "number", "s-open":
      text.x -= (text.width - before) / 2
    case "head", "now": if kind != "judgements" { text.x -= text.width / 2 }
    case "label": if kind == "judgements" { text.x -= text.width / 2 }
    case "place": text.x -= text.width
    default: break
    }
    texts[texts.count - 1] = text
  }

  /// What is wrong with it: texts that lie on one another or reach over an edge.
  var faults: [String] {
    var faults: [String] = []
    for (index, text) in texts.enumerated() {
      if !frame.contains(text) { faults.append("'\(text.words)' leaves the picture") }
      if let card = cardOfText[index], !card.contains(text) {
        faults.append("'\(text.words)' leaves its box")
      }
      for other in texts[..<index] where text.meets(other) {
        faults.append("'\(text.words)' lies on '\(other.words)'")
      }
    }
    for (index, card) in cards.enumerated() {
      if !frame.contains(card) { faults.append("a box leaves the picture") }
      if cards[..<index].contains(where: { $0.meets(card) }) { faults.append("a box lies on another") }
    }
    return faults
  }
}
