/// What a report says, before anybody knows how it will look.
package struct Document: Hashable, Sendable {
  /// What it is about; may be empty where the first block says so.
  package var title: Sentence
  /// What it is, in a few words. A page or a file of its own is headed with that where the title is
  /// empty; else a page has it beside the title in its window.
  package var heading: Sentence = ""
  /// The titles of the cases that it is about, which a page or a file of its own has to say; who
  /// asks at a prompt has just named them.
  package var about: [Sentence] = []
  /// Its parts, in order.
  package var blocks: [Block]
  /// What the things are that its phrases point to.
  package var notes: [Note]
  /// The question that it answers, where that is known.
  package var asked: AskedQuestion?
  /// The paper that it is meant to be handed out on; nil for what is read on a screen.
  package var paper: Paper?

  /// A size of paper.
  package enum Paper: String, Hashable, Sendable, CaseIterable {
    case a4, letter
  }

  /// A document with its parts.
  package init(title: Sentence, blocks: [Block], notes: [Note] = []) {
    self.title = title
    self.blocks = blocks
    self.notes = notes
  }
}

/// What is known of something that a document points to: of a judgement its words and where it
/// comes from, of a state what is taken in it.
package struct Note: Hashable, Sendable {
  /// What it is about.
  package var reference: Reference
  /// What that is called.
  package var title: Sentence
  /// What is known of it.
  package var sentences: [Sentence]

  /// What is known of something.
  package init(about reference: Reference, title: Sentence, sentences: [Sentence]) {
    self.reference = reference
    self.title = title
    self.sentences = sentences
  }
}

extension Document {
  /// What its phrases point to, each once, in the order in which they are read.
  package var references: [Reference] {
    var walk = ReferenceWalk()
    walk.visit(title)
    walk.visit(blocks)
    return walk.found
  }
}

private struct ReferenceWalk {
  var found: [Reference] = []
  private var seen: Set<Reference> = []

  mutating func visit(_ sentence: Sentence) {
    for phrase in sentence.phrases {
      if let reference = phrase.reference, seen.insert(reference).inserted { found.append(reference) }
    }
  }

  mutating func visit(_ blocks: [Block]) {
    for block in blocks { visit(block) }
  }

  private mutating func visit(_ block: Block) {
    switch block {
    case .lead(let sentences): for sentence in sentences { visit(sentence) }
    case .paragraph(let sentence): visit(sentence)
    case .section(let title, let blocks), .more(let title, let blocks):
      visit(title)
      visit(blocks)
    case .inset(let blocks): visit(blocks)
    case .list(let items):
      for item in items {
        if case .word(let phrase) = item.mark, let reference = phrase.reference,
          seen.insert(reference).inserted
        {
          found.append(reference)
        }
        visit(item.sentence)
        visit(item.blocks)
      }
    case .table(let table): visit(table)
    case .figure(let figure, let caption):
      visit(figure)
      visit(caption)
    case .lines(let lines): for line in lines { visit(line) }
    case .pause: break
    }
  }

  private mutating func visit(_ table: Table) {
    for sentence in table.head { visit(sentence) }
    for row in table.rows {
      switch row {
      case .cells(let cells), .mark(let cells): for cell in cells { visit(cell) }
      case .heading(let title): visit(title)
      }
    }
  }

  private mutating func visit(_ figure: Figure) {
    switch figure {
    case .graph(let graph):
      for node in graph.nodes { for line in node.label { visit(line) } }
      for edge in graph.edges { visit(edge.label) }
    case .marks(let marks):
      for column in marks.columns { visit(column) }
      for row in marks.rows { visit(row.label) }
      for entry in marks.legend { visit(entry.words) }
    case .chain(let chain): visit(chain)
    case .ladder(let ladder):
      for column in ladder.columns { visit(column.actor.name) }
      for rung in ladder.rungs { visit(rung.name) }
    case .options(let options):
      for column in options.columns { visit(column.name) }
      for group in options.groups {
        visit(group.title)
        for row in group.rows { visit(row.label) }
      }
      for remark in options.remarks { visit(remark) }
    case .judgements(let judgements):
      for row in judgements.rows {
        if let actor = row.actor { visit(actor.name) }
        visit(row.title)
        for box in row.boxes { visit(box.words) }
      }
    case .worlds(let worlds):
      for axis in worlds.axes {
        visit(axis.title)
        for value in axis.values { visit(value) }
      }
      for group in worlds.groups { visit(group.words) }
      visit(worlds.folded)
    case .map(let map):
      for actor in map.actors { visit(actor.name) }
      for node in map.nodes {
        for change in node.changes { visit(change.words) }
        visit(node.name)
        visit(node.remark)
      }
      for barred in map.barred {
        visit(barred.name)
        visit(barred.reason)
      }
      for band in map.bands { visit(band.name) }
    }
  }

  private mutating func visit(_ chain: Figure.Chain) {
    for actor in chain.actors { visit(actor.name) }
    visit(chain.start)
    for card in chain.cards {
      visit(card.role)
      for change in card.changes { visit(change.words) }
      visit(card.reason)
    }
    visit(chain.ending.words)
    for remark in chain.ending.remarks { visit(remark) }
    visit(chain.ending.reason)
  }

  private mutating func visit(_ reason: Figure.Chain.Reason?) {
    guard let reason else { return }
    visit(reason.lead)
    visit(reason.words)
    visit(reason.source)
  }
}
