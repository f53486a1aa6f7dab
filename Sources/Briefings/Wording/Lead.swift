internal import Documents
internal import Notation

/// The answer box: at most eight lines of a hundred columns, in which what matters less gives way.
///
///     var lead = Lead()
///     lead.add("The present (“Talks”) lasts.")
///     lead.add("Nobody gains by leaving it.", rank: 1)     // after it, if there is room
struct Lead {
  /// The most lines, and the columns of each.
  static let (lineLimit, width) = (8, 100)
  /// So many lines are one screen.
  static let screen = 40

  private struct Part {
    var words: Sentence
    /// How early it gives way: 0 never, the highest first.
    var rank: Int
    /// The same with less and less in it, where there is little room.
    var shorter: [Sentence]
    var isShortened = false
    /// The same with less and less of what it names one after the other.
    var fewer: [Sentence] = []
    /// What it was before it named fewer.
    var whole: Sentence?
    /// Whether what leads to the list tells something without it.
    var saysMore = false
    /// What an entry is about.
    var name: Sentence = ""

    init(_ words: Sentence, rank: Int, _ shorter: [Sentence]) {
      (self.words, self.rank) = (words, rank)
      var width = words.text.displayWidth
      self.shorter = shorter.filter { other in
        let isShorter = other.text.displayWidth < width
        width = min(width, other.text.displayWidth)
        return isShorter
      }
    }
  }

  private var paragraphs: [[Part]] = []
  /// Entries after the paragraphs; the last give way.
  private var items: [Part] = []
  /// How many entries gave way.
  private var dropped = 0
  /// What those are about that gave way, in order; empty for one of which that is not known.
  private var droppedNames: [Sentence] = []
  /// Whether what gave way is told by name.
  private var isNaming = false

  /// Begins a line of its own with a sentence.
  mutating func add(_ words: Sentence, rank: Int = 0, orShorter shorter: Sentence...) {
    if !words.isEmpty { paragraphs.append([Part(words, rank: rank, shorter)]) }
  }

  /// Begins a line of its own with a sentence that leads to the list and tells something without it.
  mutating func add(leading words: Sentence, orShorter shorter: Sentence...) {
    var part = Part(words, rank: 0, shorter)
    part.saysMore = true
    paragraphs.append([part])
  }

  /// Adds a sentence that names one thing after another, the more of them the more there is room for
  /// when all else is as short as it can be.
  ///
  /// - Parameters:
  ///   - words: The sentence.
  ///   - shorter: The same with shorter names.
  ///   - fewer: The same with fewer names.
  ///   - isNewLine: Whether it begins a line of its own.
  mutating func add(
    list words: Sentence, orShorter shorter: [Sentence], orFewer fewer: [Sentence], isNewLine: Bool = true
  ) {
    if words.isEmpty { return }
    var part = Part(words, rank: 0, shorter)
    part.fewer = fewer
    if isNewLine || paragraphs.isEmpty { paragraphs.append([]) }
    paragraphs[paragraphs.count - 1].append(part)
  }

  /// Goes on with a sentence in the same line.
  mutating func goOn(_ words: Sentence, rank: Int = 0, orShorter shorter: Sentence...) {
    if words.isEmpty { return }
    if paragraphs.isEmpty { paragraphs.append([]) }
    paragraphs[paragraphs.count - 1].append(Part(words, rank: rank, shorter))
  }

  /// How many entries there are besides those added.
  mutating func leaveOut(_ count: Int) {
    dropped += count
    droppedNames += [Sentence](repeating: "", count: count)
  }

  /// An entry of the list after the paragraphs.
  ///
  /// - Parameter name: What it is about, which is told where there is no room for more.
  mutating func item(_ words: Sentence, orShorter shorter: Sentence..., called name: Sentence = "") {
    var part = Part(words, rank: 0, shorter)
    part.name = name
    items.append(part)
  }

  /// The box, without what there is no room for.
  var blocks: [Block] {
    var left = self
    while left.lineCount > Self.lineLimit, left.giveWay() {}
    left.nameAgain()
    left = left.naming ?? left
    let (sentences, items) = (left.joined, left.items.isEmpty ? [] : left.told)
    let alike = Self.alike(sentences + items)
    var blocks: [Block] = sentences.isEmpty ? [] : [.lead(Array(alike.prefix(sentences.count)))]
    if !items.isEmpty { blocks.append(.list(alike.suffix(items.count).map { Item($0) })) }
    return blocks
  }

  /// The same with the names of all that gave way, though fewer entries be told of; nil where these
  /// are not known, or there is no room.
  private var naming: Lead? {
    var left = self
    left.isNaming = true
    while !left.items.isEmpty, left.dropped > 0 {
      if left.droppedNames.contains(where: { $0.isEmpty }) { return nil }
      if left.lineCount <= Self.lineLimit { return left }
      _ = left.dropItem()
    }
    return nil
  }

  /// The entries, and how many more there are.
  private var told: [Sentence] {
    if dropped == 0 || items.isEmpty { return items.map { $0.words } }
    let names: Sentence = isNaming ? ": \(Prose.list(droppedNames))" : ""
    return items.map { $0.words } + ["and \(Prose.grouped(dropped)) more\(names)."]
  }

  /// Takes out or shortens what matters least; false when nothing can give way.
  private mutating func giveWay() -> Bool {
    if dropLeast(atLeast: 2) { return true }
    if items.count > 4 { return dropItem() }
    if shortenItem() { return true }
    if items.count > 3 { return dropItem() }
    // What comes last begins a line as long as it can.
    if joinParagraphs(sparing: 1) || shorten(again: false) || joinParagraphs(sparing: 0) { return true }
    if dropLeast(atLeast: 1) { return true }
    if items.count > 1 { return dropItem() }
    return shorten(again: true) || nameFewer() || !items.isEmpty && dropItem()
  }

  /// Lets a paragraph go on where the one before it ends, where that saves a line.
  ///
  /// - Parameter spared: So many of the last stay lines of their own.
  private mutating func joinParagraphs(sparing spared: Int) -> Bool {
    // What leads to the list does, too.
    let last = paragraphs.count - (items.isEmpty ? spared : max(1, spared))
    for index in paragraphs.indices.dropFirst() where index < last {
      let (before, after) = (Self.text(paragraphs[index - 1]), Self.text(paragraphs[index]))
      let apart = Self.lines(of: before) + Self.lines(of: after)
      if Self.lines(of: "\(before) \(after)") < apart {
        paragraphs[index - 1] += paragraphs.remove(at: index)
        return true
      }
    }
    return false
  }

  /// Shortens the longest entry that can be.
  private mutating func shortenItem() -> Bool {
    let longest = items.indices.filter { !items[$0].shorter.isEmpty }
      .max { items[$0].words.text.displayWidth < items[$1].words.text.displayWidth }
    guard let longest else { return false }
    items[longest].words = items[longest].shorter.removeFirst()
    return true
  }

  private mutating func dropItem() -> Bool {
    droppedNames.insert(items.removeLast().name, at: 0)
    dropped += 1
    // What led to the list leads nowhere without it.
    if items.isEmpty, let last = paragraphs.indices.last {
      if let end = paragraphs[last].last, end.words.hasSuffix(":") {
        if end.saysMore {
          paragraphs[last][paragraphs[last].count - 1].words = end.words.droppingEnd + "."
        } else {
          paragraphs[last].removeLast()
        }
      }
    }
    return true
  }

  /// Leaves something out of the longest part that names one thing after another.
  private mutating func nameFewer() -> Bool {
    var longest: (paragraph: Int, part: Int, length: Int)?
    for (index, parts) in paragraphs.enumerated() {
      for (place, part) in parts.enumerated() where !part.fewer.isEmpty {
        let length = part.words.text.displayWidth
        if length > longest?.length ?? 0 { longest = (index, place, length) }
      }
    }
    guard let longest else { return false }
    var part = paragraphs[longest.paragraph][longest.part]
    part.whole = part.whole ?? part.words
    part.words = part.fewer.removeFirst()
    paragraphs[longest.paragraph][longest.part] = part
    return true
  }

  /// Names all again where what gave way later left room for it.
  private mutating func nameAgain() {
    for index in paragraphs.indices {
      for place in paragraphs[index].indices {
        guard let whole = paragraphs[index][place].whole else { continue }
        let fewer = paragraphs[index][place].words
        paragraphs[index][place].words = whole
        if lineCount > Self.lineLimit { paragraphs[index][place].words = fewer }
      }
    }
  }

  /// Shortens the longest part that can be, one that was shortened already only if that is asked for; what
  /// the box begins with after all others.
  private mutating func shorten(again: Bool) -> Bool {
    shorten(paragraphs.indices.dropFirst(), again: again)
      || shorten(paragraphs.indices.prefix(1), again: again)
  }

  private mutating func shorten(_ range: Range<Int>, again: Bool) -> Bool {
    var longest: (paragraph: Int, part: Int, length: Int)?
    for (index, parts) in paragraphs.enumerated() where range.contains(index) {
      for (place, part) in parts.enumerated() where !part.shorter.isEmpty && (again || !part.isShortened) {
        let length = part.words.text.displayWidth
        if length > longest?.length ?? 0 { longest = (index, place, length) }
      }
    }
    guard let longest else { return false }
    var part = paragraphs[longest.paragraph][longest.part]
    part.words = part.shorter.removeFirst()
    part.isShortened = true
    paragraphs[longest.paragraph][longest.part] = part
    return true
  }

  private var joined: [Sentence] {
    paragraphs.map { $0.map { $0.words }.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  private static func text(_ parts: [Part]) -> String {
    parts.map { $0.words }.joined(separator: " ").text
  }

  /// How many lines the box takes.
  private var lineCount: Int {
    joined.reduce(0) { $0 + Self.lines(of: $1.text) }
      + told.reduce(0) { $0 + Self.lines(of: $1.text, indent: 4) }
  }

  /// Takes out the last of what gives way first; false when nothing does so early.
  private mutating func dropLeast(atLeast rank: Int) -> Bool {
    var least: (paragraph: Int, part: Int, rank: Int)?
    for (index, parts) in paragraphs.enumerated() {
      for (place, part) in parts.enumerated() where part.rank >= (least?.rank ?? rank) {
        least = (index, place, part.rank)
      }
    }
    guard let least else { return false }
    paragraphs[least.paragraph].remove(at: least.part)
    return true
  }

  /// How many lines a box takes.
  static func lines(of blocks: [Block]) -> Int {
    blocks.reduce(0) { sum, block in
      switch block {
      case .lead(let sentences): sum + sentences.reduce(0) { $0 + lines(of: $1.text) }
      case .list(let items): sum + items.reduce(0) { $0 + lines(of: $1.sentence.text, indent: 4) }
      default: sum
      }
    }
  }

  /// How many lines a text takes where words are not broken.
  static func lines(of text: String, indent: Int = 0) -> Int {
    var (lines, column) = (1, 0)
    for word in text.split(separator: " ") {
      let width = String(word).displayWidth
      if column > 0, column + 1 + width > Self.width - indent {
        lines += 1
        column = width
      } else {
        column += (column > 0 ? 1 : 0) + width
      }
    }
    return lines
  }
}
