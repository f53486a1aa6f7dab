internal import Documents

extension Figure.Options {
  /// A table of what differs, and what is the same in all columns.
  var blocks: [Block] {
    var blocks: [Block] = []
    let heads = headings
    if let legend = heads.legend { blocks.append(.paragraph(legend)) }
    var table = Table(.grid, head: [""] + heads.heads)
    table.rows = rows
    let within = withinWords { heads.heads[$0] }
    if !table.rows.isEmpty {
      blocks += [.table(table), .paragraph([meanings, within].compactMap { $0 }.joined(separator: " "))]
    } else if let within {
      blocks.append(.paragraph(within))
    }
    for sentence in constants { blocks.append(.paragraph(sentence)) }
    return blocks + remarks.map { .paragraph($0) }
  }

  /// Letters over the columns, and what they stand for; no letter for a column alone.
  private var headings: (heads: [Sentence], legend: Sentence?) {
    let others = columns.filter { !$0.isPresent }
    // What has no name needs no letter where it is alone.
    if others.count == 1, others[0].name.phrases.allSatisfy({ $0.reference == nil }) {
      return (columns.map { $0.isPresent ? "now" : "lasting" }, nil)
    }
    var (heads, words): ([Sentence], [Sentence]) = ([], [])
    for column in columns {
      if column.isPresent {
        heads.append("now")
        continue
      }
      let letter = Sentence(Prose.letter(words.count))
      heads.append(letter)
      // A box above may call it by its short name.
      let short = column.writtenShort.map { "\u{201C}\($0)\u{201D}" }
      // That each is one situation needs no saying.
      let count = others.allSatisfy { $0.stateCount == 1 } ? nil : Prose.grouped(column.stateCount)
      let asides = [short, count].compactMap { $0 }.joined(separator: ", ")
      words.append("\(letter):\u{A0}\(column.name)\(asides.isEmpty ? "" : " (\(asides))")")
    }
    return (heads, words.isEmpty ? nil : "\(words.joined(separator: "; ")).")
  }

  /// The rows of what differs. Those of an actor with one or two stand before all headings: a heading
  /// over each would be half of what there is to read, and below one they would seem to belong to it.
  private var rows: [Table.Row] {
    var (loose, headed): ([Table.Row], [Table.Row]) = ([], [])
    for group in groups {
      var own: [[Sentence]] = []
      for row in group.rows where !row.isConstant { own.append(line(of: row, in: group)) }
      let isJoint = group.owners.count > 1
      if own.count > Self.mostLoose {
        headed += [.heading(group.title)] + own.map { .cells($0) }
      } else {
        loose += own.map { .cells([isJoint ? $0[0] : "\(group.title): \($0[0])"] + $0.dropFirst()) }
      }
    }
    return loose + headed
  }

  private static let mostLoose = 2

  /// The line of an option; one with levels has a letter for each, and which of them there are.
  private func line(of row: Row, in group: Group) -> [Sentence] {
    if row.levels.isEmpty { return [row.label] + row.cells.map { Sentence(Self.text($0, group)) } }
    let letters = row.levels.indices.map { Prose.letter($0).lowercased() }
    let key = zip(letters, row.levels).map { "\($0): \($1)" }.joined(separator: ", ")
    return ["\(row.label) (\(key))"]
      + row.cells.map { cell in
        guard case .levels(let values) = cell else { return "" }
        if values.count == letters.count { return "any" }
        if values.count > 2, let first = values.first, let last = values.last,
          last - first == values.count - 1
        {
          return "\(letters[first])\u{2013}\(letters[last])"
        }
        return Sentence(values.map { letters[$0] }.joined(separator: "/"))
      }
  }

  /// What is the same in all columns, in a sentence for each way of being so.
  private var constants: [Sentence] {
    var (taken, never, levels): ([Sentence], [Sentence], [Sentence]) = ([], [], [])
    let all = groups.flatMap { group in group.rows.map { (group: group, row: $0) } }
    for (group, row) in all where row.isConstant {
      // One name of several options says nothing without whose it is.
      let isShared = all.count { $0.row.label.text == row.label.text } > 1
      let name: Sentence = "\u{201C}\(row.label)\u{201D}\(isShared ? " (\(group.title))" : "")"
      switch row.cells.first {
      case .always: taken.append(name)
      case .never: never.append(name)
      case .levels(let values): levels.append("\(name): \(row.words(values))")
      case .offers, .sometimes, nil: break
      }
    }
    var words: [Sentence] = []
    if !taken.isEmpty { words.append("Taken throughout: \(Prose.list(taken, atMost: Self.mostConstants)).") }
    if !levels.isEmpty {
      words.append("The same throughout: \(Prose.list(levels, atMost: Self.mostConstants)).")
    }
    if !never.isEmpty { words.append("Nowhere: \(Prose.list(never, atMost: Self.mostConstants)).") }
    return words.isEmpty ? [] : [words.joined(separator: " ")]
  }

  private static let mostConstants = 6

  /// What the signs mean, of those that there are.
  private var meanings: Sentence {
    let cells = groups.flatMap { $0.rows }.flatMap { $0.cells }
    let half = cells.contains(.sometimes) ? ", \u{25D0} in some situations" : ""
    let isOffered = cells.contains { if case .offers = $0 { true } else { false } }
    let offers = isOffered ? ", capital letters: whose part is offered" : ""
    return "\u{25CF} taken\(half), \u{25CB} not taken\(offers)."
  }

  private static func text(_ cell: Cell, _ group: Group) -> String {
    switch cell {
    case .always: Figure.Marks.Sign.full.character
    case .sometimes: Figure.Marks.Sign.half.character
    case .never: Figure.Marks.Sign.ring.character
    case .levels: ""
    case .offers(let owners, let orNobody):
      owners.map { group.owners[$0].tag }.joined(separator: "/") + (orNobody ? "/\u{25CB}" : "")
    }
  }
}

extension Figure.Judgements {
  /// What turns the claim, actor by actor.
  var blocks: [Block] {
    let items: [Item] = rows.compactMap { row in
      let turning = row.boxes.filter { $0.effect == .alone || $0.effect == .together }
      if turning.isEmpty { return nil }
      let words = turning.map { box -> Sentence in
        "\(box.effect.character) \(box.label) \(box.words)"
      }
      return Item("\(row.actor?.name ?? row.title): \(words.joined(separator: "; "))")
    }
    let all = rows.flatMap { $0.boxes }
    let rest = all.count { $0.effect == .nothing }
    let untried = all.count { $0.effect == .untried }
    var sentences: [Sentence] = ["\u{25C6} turns it alone, \u{2B16} only with another."]
    if rest > 0 {
      sentences.append("Nothing turns on \(Prose.grouped(rest)) of \(Prose.count(all.count, "judgement")).")
    }
    if untried > 0 { sentences.append("Not tried to the end: \(Prose.grouped(untried)).") }
    return (items.isEmpty ? [] : [.list(items)]) + [.paragraph(sentences.joined(separator: " "))]
  }
}

extension Figure.Judgements.Effect {
  /// A sign for it in text.
  var character: String {
    switch self {
    case .alone: "\u{25C6}"
    case .together: "\u{2B16}"
    case .nothing: "\u{B7}"
    case .untried: "?"
    }
  }
}

extension Figure.Worlds {
  /// The cells as a list, and what the groups have in common.
  var blocks: [Block] {
    var table = Table(head: axes.map { $0.heading } + ["group"])
    for (index, cell) in cells.enumerated() {
      guard let group = cell.group else { continue }
      let values = zip(axes, values(ofCell: index)).map { $0.values[$1] }
      table.add(values + ["\(groups[group].letter)\(cell.isWritten ? ", as written" : "")"])
    }
    let items = groups.map { Item("\($0.letter) (\(Prose.count($0.worldCount, "world"))): \($0.words)") }
    var blocks: [Block] = [.table(table), .list(items)]
    if !folded.isEmpty { blocks.append(.paragraph(folded)) }
    return blocks
  }
}

extension Figure.Map {
  /// Each way as a list of its steps, and what is out of reach.
  var blocks: [Block] {
    var items: [Item] = []
    for (index, node) in nodes.enumerated() where node.parent != nil && !node.name.isEmpty {
      let steps = way(to: index).map { step -> Item in
        let changes = nodes[step].changes.map { $0.sentence }.joined(separator: ", ")
        return Item(nodes[step].mover.map { "\(actors[$0].name): \(changes)" } ?? changes)
      }
      items.append(Item("\(node.name) (\(node.remark))", [.list(steps)]))
    }
    items += barred.map { Item("\($0.name): out of reach. \($0.reason)") }
    return [.list(items)]
  }
}

extension Figure.Worlds.Axis {
  /// What stands over its values.
  var heading: Sentence { title }
}
