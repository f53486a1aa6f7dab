internal import Documents

extension HTMLWriter {
  /// Entries that are marked alike are one list.
  mutating func write(_ items: [Item], level: Int) {
    var open: ListKind?
    for item in items {
      let kind = ListKind(item.mark)
      if kind != open {
        if let open { put("</\(open.element)>") }
        put("<\(kind.element) class=\"\(kind.name)\">")
        open = kind
      }
      write(item, level: level)
    }
    if let open { put("</\(open.element)>") }
  }

  private mutating func write(_ item: Item, level: Int) {
    switch item.mark {
    case .dash, .star: text += "<li>"
    case .number(let number): text += "<li value=\"\(number)\">"
    case .word(let phrase): text += "<li><span class=\"verdict\">\(inline(phrase))</span> "
    }
    text += "<span>\(inline(item.sentence))</span>"
    if !item.blocks.isEmpty {
      put("\n<div class=\"below\">")
      write(item.blocks, level: level)
      text += "</div>"
    }
    put("</li>")
  }
}

private enum ListKind {
  case dashes, stars, numbers, words

  init(_ mark: Item.Mark) {
    switch mark {
    case .dash: self = .dashes
    case .star: self = .stars
    case .number: self = .numbers
    case .word: self = .words
    }
  }

  var element: String { self == .numbers ? "ol" : "ul" }

  var name: String {
    switch self {
    case .dashes: "dashes"
    case .stars: "stars"
    case .numbers: "numbers"
    case .words: "words"
    }
  }
}
