internal import Documents
internal import Notation

/// Writes the blocks of a document as elements.
struct HTMLWriter {
  var text = ""
  let appendix: Appendix
  /// The places in the text that lead to a note, by its anchor.
  private var mentions: [String: [String]] = [:]
  /// How many sections and mentions have a name already.
  private var names = 0
  /// The title of the section that is open, for those who do not see it.
  private var section = Sentence()
  /// Whether the notes are being written, from which no way leads back.
  private var isInNotes = false
  /// How many places a note leads back to.
  private static let backLinks = 6
  /// Where pictures stand, and those that stand in files of their own.
  var pictures = Pictures.within
  var drawn: [(name: String, text: String)] = []

  init(_ appendix: Appendix) {
    self.appendix = appendix
  }

  mutating func write(_ document: Document, level: Int) {
    let (title, blocks) = document.titled
    section = title
    let about = document.namedAbout
    if !about.isEmpty { put("<p class=\"about\">\(inline(about))</p>") }
    if title.isEmpty {
      heading("Entente", level: level, " class=\"unseen\"")
    } else {
      let isName = title == document.title || title == document.heading
      heading(title, level: level, isName ? "" : " class=\"answer\"")
    }
    write(blocks, level: level + 1)
    writeNotes(level: level + 1)
  }

  mutating func put(_ line: String) { text += line + "\n" }

  mutating func write(_ blocks: [Block], level: Int) {
    for block in blocks { write(block, level: level) }
  }

  private mutating func write(_ block: Block, level: Int) {
    switch block {
    case .lead(let sentences):
      if sentences.isEmpty { return }
      put("<div class=\"lead\">")
      for sentence in sentences { paragraph(sentence) }
      put("</div>")
    case .section(let title, let blocks):
      let outer = section
      section = title
      names += 1
      let name = "section-" + String(names)
      put("<section aria-labelledby=\"\(name)\">")
      heading(title, level: level, " id=\"\(name)\"")
      write(blocks, level: level + 1)
      put("</section>")
      section = outer
    case .more(let title, let blocks):
      put("<details>\n<summary>\(inline(title))</summary>")
      write(blocks, level: level)
      put("</details>")
    case .paragraph(let sentence): paragraph(sentence)
    case .list(let items): write(items, level: level)
    case .table(let table): write(table)
    case .figure(let figure, let caption): write(figure, caption: caption)
    case .lines(let lines):
      openScroll("Lines")
      put("<pre>" + lines.map { inline($0) }.joined(separator: "\n") + "</pre>\n</div>")
    case .inset(let blocks):
      // What makes another kind of file of the page knows quotations and no boxes.
      let element = if case .beside = pictures { "blockquote" } else { "div" }
      put("<\(element) class=\"inset\">")
      write(blocks, level: level)
      put("</\(element)>")
    case .pause: put("<div class=\"pause\"></div>")
    }
  }

  private mutating func paragraph(_ sentence: Sentence) {
    if !sentence.isEmpty { put("<p>\(inline(sentence))</p>") }
  }

  mutating func heading(_ title: Sentence, level: Int, _ attributes: String = "") {
    let element = "h" + String(min(max(level, 1), 6))
    put("<\(element)\(attributes)>\(inline(title))</\(element)>")
  }

  /// A box of its own that scrolls sideways, by keys as well.
  mutating func openScroll(_ kind: String, _ name: Sentence? = nil) {
    let about = name ?? section
    let name = about.isEmpty ? kind : kind + ": " + about.text
    put("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"\(name.printable.xmlEscaped)\">")
  }

  // MARK: Sentences

  mutating func inline(_ sentence: Sentence) -> String {
    var text = ""
    for phrase in sentence.phrases { text += inline(phrase) }
    return text
  }

  mutating func inline(_ phrase: Phrase) -> String {
    let words = phrase.text.printable.xmlEscaped
    let marked =
      switch phrase.manner {
      case .plain: words
      case .decisive: "<strong>\(words)</strong>"
      case .aside: "<span class=\"aside\">\(words)</span>"
      case .caution: "<span class=\"caution\">\(words)</span>"
      case .good: "<span class=\"good\">\(words)</span>"
      }
    guard let anchor = appendix.anchor(of: phrase.reference) else { return marked }
    var id = ""
    if !isInNotes, mentions[anchor, default: []].count < Self.backLinks {
      names += 1
      let name = "mention-" + String(names)
      mentions[anchor, default: []].append(name)
      id = " id=\"\(name)\""
    }
    return "<a class=\"ref\"\(id) href=\"#\(anchor)\">\(marked)</a>"
  }

  // MARK: Notes

  private mutating func writeNotes(level: Int) {
    if appendix.groups.isEmpty { return }
    // On paper the places in the sources stand in the text.
    let isFolded = appendix.isOnPaper
    put("<section class=\"notes\" aria-labelledby=\"notes\">")
    if isFolded { put("<details>\n<summary id=\"notes\">What each claim rests on</summary>") }
    if !isFolded { heading("What this rests on", level: level, " id=\"notes\"") }
    isInNotes = true
    for group in appendix.groups {
      if appendix.groups.count > 1 { heading(Sentence(group.kind.title), level: level + 1) }
      put("<ul>")
      for entry in group.entries { write(entry, mentions[entry.anchor, default: []]) }
      put("</ul>")
    }
    if isFolded { put("</details>") }
    put("</section>")
  }

  private mutating func write(_ entry: Appendix.Entry, _ mentions: [String]) {
    var parts: [String] = []
    if !entry.title.isEmpty { parts.append("<strong>\(inline(entry.title))</strong>") }
    for sentence in entry.sentences { parts.append(inline(sentence)) }
    if let command = entry.command { parts.append("<code>\(command.printable.xmlEscaped)</code>") }
    for (index, mention) in mentions.enumerated() {
      let place = mentions.count == 1 ? "" : " " + String(index + 1)
      parts.append(
        "<a class=\"back\" href=\"#\(mention)\" aria-label=\"Back to mention\(place)\">\u{2191}\(place.dropFirst())</a>"
      )
    }
    put("<li id=\"\(entry.anchor)\">\(parts.joined(separator: " "))</li>")
  }
}

extension Document {
  /// The cases that it is about, those that the heading does not name.
  var namedAbout: Sentence {
    let title = titled.title.text
    var said: [Sentence] = []
    for subject in about where !title.includes(subject.text) && !said.contains(subject) {
      said.append(subject)
    }
    return said.joined(separator: "; ")
  }

  /// What tells the page from others of the same case in a list of windows: what it is, and of what.
  var windowTitle: Sentence {
    let parts = [title.isEmpty ? "" : heading, titled.title, namedAbout]
    return parts.filter { !$0.isEmpty }.joined(separator: " \u{2013} ")
  }

  /// The title and what follows; where there is none, the first words are it, since they say
  /// what the document is about.
  var titled: (title: Sentence, blocks: [Block]) {
    if !title.isEmpty { return (title, blocks) }
    if !heading.isEmpty { return (heading, blocks) }
    let rest = Array(blocks.dropFirst())
    switch blocks.first {
    case .paragraph(let sentence)? where !sentence.isEmpty: return (sentence, rest)
    case .lead(let sentences)?:
      if let first = sentences.first { return (first, [.lead(Array(sentences.dropFirst()))] + rest) }
    case .section(let title, let inner)?: return (title, inner + rest)
    case .pause?: return Document(title: "", blocks: rest).titled
    default: break
    }
    return ("", blocks)
  }
}

extension String {
  /// Whether the other text stands in it; Embedded Swift has no search for texts.
  fileprivate func includes(_ other: String) -> Bool {
    let (mine, theirs) = (Array(utf8), Array(other.utf8))
    return mine.indices.contains { mine[$0...].starts(with: theirs) }
  }
}
