internal import Documents

extension Figure.Chain {
  /// The moves as a numbered list, and what comes of them.
  var blocks: [Block] {
    let moves = cards.enumerated().map { index, card in
      Item(sentence(card), mark: .number(index + 1))
    }
    let beginning: [Block] = start.isEmpty ? [] : [.paragraph("From: \(start)")]
    return beginning + (moves.isEmpty ? [] : [.list(moves)]) + [.paragraph(ending.sentence)]
  }

  /// A move: `Kyiv would answer: + “Corridor”; a gain: not “Deal” (memo 3, said).`
  private func sentence(_ card: Card) -> Sentence {
    let name = actors.indices.contains(card.actor) ? actors[card.actor].name : ""
    let changes = card.changes.map { $0.sentence }.joined(separator: ", ")
    let role: Sentence = card.role.isEmpty ? "" : " \(card.role)"
    let reason: Sentence = card.reason.map { "; \($0.sentence)" } ?? ""
    return "\(name)\(role): \(changes)\(reason)."
  }
}

extension Figure.Chain.Change {
  /// The sign, the name and what follows after it.
  var sentence: Sentence {
    sign == .note ? "\(words)\(ending)" : "\(sign.character) \(words)\(ending)"
  }

  /// What follows after the name, with what stands between.
  var ending: String {
    detail.isEmpty ? "" : sign == .level ? ": \(detail)" : detail.hasPrefix(",") ? detail : " \(detail)"
  }
}

extension Figure.Chain.Sign {
  /// The sign before a change; none before words that are no change.
  var character: String {
    switch self {
    case .take: "+"
    case .giveUp: "\u{2212}"
    case .level: "\u{21A6}"
    case .go: "\u{2192}"
    case .note: ""
    }
  }
}

extension Figure.Chain.Reason {
  /// What the condition is to whoever has it.
  var clause: Sentence { [lead, words].filter { !$0.isEmpty }.joined(separator: ": ") }

  /// The reason with its source in parentheses.
  fileprivate var sentence: Sentence {
    let places = [source, Sentence(basis)].filter { !$0.isEmpty }.joined(separator: ", ")
    return places.isEmpty ? clause : "\(clause) (\(places))"
  }
}

extension Figure.Chain.Ending {
  /// What comes of it and why.
  fileprivate var sentence: Sentence {
    let reasons = remarks + (reason.map { ["\(Prose.capitalized($0.sentence))."] } ?? [])
    let opening = reasons.isEmpty || words.hasSuffix(".") ? words : "\(words):"
    return ([opening] + reasons).joined(separator: " ")
  }
}

extension Figure.Ladder {
  /// The places as a table.
  var blocks: [Block] {
    var table = Table(.list(wide: 0), head: [""] + columns.map { $0.actor.name })
    for rung in rungs {
      table.add([rung.name] + rung.places.map { Sentence($0.map(Self.words) ?? "\u{2013}") })
    }
    table.add(["of so many places"] + columns.map { Sentence(Prose.grouped($0.placeCount)) })
    return [.table(table)]
  }

  /// A place, or the best and the worst.
  static func words(_ places: ClosedRange<Int>) -> String {
    let best = Prose.grouped(places.lowerBound)
    return places.count == 1 ? best : "\(best)\u{2013}\(Prose.grouped(places.upperBound))"
  }
}
