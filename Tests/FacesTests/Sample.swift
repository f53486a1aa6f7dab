import Documents

/// A small document that has everything that a document may have.
enum Sample {
  static let document = Document(
    title: "Two <suspects> & a \"deal\"",
    blocks: [
      .lead([
        "\(row) \(Sentence("would leave", .decisive)) \(state).",
        Sentence("Not finished: half of it was looked at.", .caution),
      ]),
      .section(
        title: "What can last",
        [
          .paragraph("It rests on \(judgement), and on *no* [other]_thing_."), .pause,
          .paragraph("+ \(option) if \(event) in \(outcome) under \(concept)."),
          .table(list), .table(grid),
          .more(
            title: "All the \(Sentence("rest", .aside))",
            [
              .lines(["a.yaml:1:2: error: `x`", "  | ^"]),
              .inset([.paragraph("Beside it, \(more) or \(again)."), .list([Item("deep")])]),
            ]),
        ]),
      .list([
        Item("alike", [.paragraph("below"), .list([Item("deeper")])]), Item("for itself", mark: .star),
        Item("first", mark: .number(1)), Item("third", mark: .number(3)),
        Item("a.yaml", mark: .word(Phrase("ok", .good))),
        Item("b.yaml", mark: .word(Phrase("FAIL", .caution))),
      ]),
      .figure(.graph(graph), caption: "How it \(Sentence("moves", to: question))."),
      .figure(.marks(marks), caption: "What is taken."),
    ],
    notes: [
      Note(
        about: .judgement("row.prefers.s1"), title: "not column.confess",
        sentences: ["Said in a memo.", "It is \(state)."]),
      Note(about: .state(2), title: "state 3", sentences: ["Taken: \(option)."]),
      Note(about: .actor("row"), title: "First suspect", sentences: []),
      Note(about: .option("row.confess"), title: "Confess", sentences: ["An option."]),
      Note(about: .event("trial"), title: "The trial", sentences: ["An event."]),
      Note(about: .outcome("silence"), title: "Silence", sentences: ["Nobody confesses."]),
      Note(about: .concept("seq"), title: "seq", sentences: ["Credible answers count."]),
    ])

  static let row = Sentence("First suspect", to: .actor("row"))
  static let state = Sentence("state 3", to: .state(2))
  static let judgement = Sentence("a wish", to: .judgement("row.prefers.s1"))
  static let option = Sentence("Confess", to: .option("row.confess"))
  static let event = Sentence("the trial", to: .event("trial"))
  static let outcome = Sentence("silence", to: .outcome("silence"))
  static let concept = Sentence("seq", to: .concept("seq"))
  static let question = Reference.question(
    word: "paths", arguments: [Argument("from", "row's own"), Argument("json")])

  static let more = Sentence("a larger limit", to: .parameter("limit"))
  static let again = Sentence("all in JSON", to: .again([Argument("json")]))

  static let list = Table(
    .list(wide: 0), head: ["who", "states"],
    rows: [
      .heading("Those who \(Sentence("move", .decisive))"), .cells(["row | column", "1,088"]),
      .cells(["column", ""]),
    ])

  static let grid = Table(
    .grid,
    rows: [
      .cells(["", "1", "2"]), .heading(row), .cells(["Confess", "Y", "N"]), .mark(["silence", "x", "·"]),
    ])

  static let marks = Figure.Marks(
    columns: ["now", outcome],
    rows: [
      .init(row), .init(option, [.full, .half]), .init("Flee & hide", [.ring, .dot]),
      .init("wishes", [.diamond, .blank]),
    ],
    legend: [.init(.full, "taken"), .init(.ring, "not <taken>")])

  static let graph = Figure.Graph(
    nodes: [
      .init(id: "a", label: ["state 1", "YN"], isDecisive: true), .init(id: "b", label: [state]),
    ],
    edges: [
      .init(from: "a", to: "b", label: row), .init(from: "b", to: "b", label: "", isFull: false),
    ])
}

/// The kinds of parts that a document has. A new case does not compile here until it has a
/// name, and a name has to be in `Kinds.all` and in the sample.
struct Kinds {
  static let all: Set<String> = [
    "lead", "section", "paragraph", "list", "table", "figure", "lines", "inset", "pause", "more",
    "dash", "star", "number", "word", "list form", "grid form", "cells", "mark", "heading", "graph", "marks",
    "heading of signs", "row of signs",
    "sign full", "sign half", "sign ring", "sign diamond", "sign dot", "sign blank",
    "decisive node", "other node", "full edge", "dashed edge",
    "chain of form argument", "chain of form steps", "one actor", "several actors",
    "change take", "change giveUp", "change level", "change go", "change note",
    "ending stops", "ending leaves", "ending lasts", "ending passes",
    "basis stated", "basis unstated", "basis inferred", "basis assumed", "box unstated",
    "options", "column of the present", "other column", "options of 0", "options of 1", "options of 2",
    "constant row", "other row", "cell always", "cell sometimes", "cell never", "cell of levels",
    "cell of offers", "cell of offers or none",
    "judgements", "judgements of nobody", "judgements of an actor",
    "box stated", "box inferred", "box assumed", "box alone", "box together", "box nothing", "box untried",
    "worlds", "axis of nobody", "axis of an actor", "no world", "written world", "other world",
    "map", "lasting node", "passing node",
    "ladder", "rung of the present", "other rung", "one place", "several places", "no place",
    "plain", "decisive", "aside", "caution", "good",
    "actor", "option", "event", "outcome", "concept", "state", "judgement", "question",
    "again", "parameter",
  ]

  private(set) var found: Set<String> = []

  init(_ documents: Document...) {
    for document in documents {
      visit(document.title)
      visit(document.blocks)
      for note in document.notes {
        visit(note.title)
        note.sentences.forEach { visit($0) }
      }
    }
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks { visit(block) }
  }

  private mutating func visit(_ block: Block) {
    switch block {
    case .lead(let sentences):
      found.insert("lead")
      for sentence in sentences { visit(sentence) }
    case .section(let title, let blocks):
      found.insert("section")
      visit(title)
      visit(blocks)
    case .paragraph(let sentence):
      found.insert("paragraph")
      visit(sentence)
    case .list(let items):
      found.insert("list")
      for item in items {
        visit(item.mark)
        visit(item.sentence)
        visit(item.blocks)
      }
    case .table(let table):
      found.insert("table")
      visit(table)
    case .figure(let figure, let caption):
      found.insert("figure")
      visit(figure)
      visit(caption)
    case .lines: found.insert("lines")
    case .inset(let blocks):
      found.insert("inset")
      visit(blocks)
    case .pause: found.insert("pause")
    case .more(let title, let blocks):
      found.insert("more")
      visit(title)
      visit(blocks)
    }
  }

  private mutating func visit(_ mark: Item.Mark) {
    switch mark {
    case .dash: found.insert("dash")
    case .star: found.insert("star")
    case .number: found.insert("number")
    case .word(let phrase):
      found.insert("word")
      visit(phrase)
    }
  }

  private mutating func visit(_ table: Table) {
    switch table.form {
    case .list: found.insert("list form")
    case .grid: found.insert("grid form")
    }
    for sentence in table.head { visit(sentence) }
    for row in table.rows {
      switch row {
      case .cells(let cells):
        found.insert("cells")
        for cell in cells { visit(cell) }
      case .mark(let cells):
        found.insert("mark")
        for cell in cells { visit(cell) }
      case .heading(let title):
        found.insert("heading")
        visit(title)
      }
    }
  }

  private mutating func visit(_ figure: Figure) {
    switch figure {
    case .graph(let graph):
      found.insert("graph")
      for node in graph.nodes {
        found.insert(node.isDecisive ? "decisive node" : "other node")
        for line in node.label { visit(line) }
      }
      for edge in graph.edges {
        found.insert(edge.isFull ? "full edge" : "dashed edge")
        visit(edge.label)
      }
    case .marks(let marks):
      found.insert("marks")
      for column in marks.columns { visit(column) }
      for row in marks.rows {
        found.insert(row.signs.isEmpty ? "heading of signs" : "row of signs")
        for sign in row.signs { found.insert("sign \(sign)") }
        visit(row.label)
      }
      for entry in marks.legend { visit(entry.words) }
    case .chain(let chain): visit(chain)
    case .ladder(let ladder):
      found.insert("ladder")
      for column in ladder.columns { visit(column.actor) }
      for rung in ladder.rungs {
        found.insert(rung.isPresent ? "rung of the present" : "other rung")
        for places in rung.places {
          found.insert(places.map { $0.count == 1 ? "one place" : "several places" } ?? "no place")
        }
        visit(rung.name)
      }
    case .options(let options): visit(options)
    case .judgements(let judgements):
      found.insert("judgements")
      for row in judgements.rows {
        found.insert(row.actor == nil ? "judgements of nobody" : "judgements of an actor")
        if let actor = row.actor { visit(actor) }
        visit(row.title)
        for box in row.boxes {
          found.formUnion(["box \(box.firmness)", "box \(box.effect)"])
          visit(box.words)
        }
      }
    case .worlds(let worlds):
      found.insert("worlds")
      for axis in worlds.axes {
        found.insert(axis.actor == nil ? "axis of nobody" : "axis of an actor")
        visit(axis.title)
        for value in axis.values { visit(value) }
      }
      for cell in worlds.cells {
        found.insert(cell.group == nil ? "no world" : cell.isWritten ? "written world" : "other world")
      }
      for group in worlds.groups { visit(group.words) }
    case .map(let map):
      found.insert("map")
      for actor in map.actors { visit(actor) }
      for node in map.nodes {
        found.insert(node.isLasting ? "lasting node" : "passing node")
        visit(node.name)
      }
      for barred in map.barred { visit(barred.name) }
      for band in map.bands { visit(band.name) }
    }
  }

  private mutating func visit(_ options: Figure.Options) {
    found.insert("options")
    for column in options.columns {
      found.insert(column.isPresent ? "column of the present" : "other column")
      visit(column.name)
    }
    for group in options.groups {
      found.insert("options of \(min(group.owners.count, 2))")
      visit(group.title)
      for row in group.rows {
        visit(row.label)
        found.insert(row.isConstant ? "constant row" : "other row")
        for cell in row.cells {
          switch cell {
          case .always, .sometimes, .never: found.insert("cell \(cell)")
          case .levels: found.insert("cell of levels")
          case .offers(_, let orNobody): found.insert("cell of offers\(orNobody ? " or none" : "")")
          }
        }
      }
    }
    for remark in options.remarks { visit(remark) }
  }

  private mutating func visit(_ chain: Figure.Chain) {
    found.insert("chain of form \(chain.form)")
    for actor in chain.actors { visit(actor) }
    visit(chain.start)
    for card in chain.cards {
      visit(card.role)
      for change in card.changes {
        found.insert("change \(change.sign)")
        visit(change.words)
      }
      visit(card.reason)
    }
    found.insert("ending \(chain.ending.kind)")
    visit(chain.ending.words)
    for remark in chain.ending.remarks { visit(remark) }
    visit(chain.ending.reason)
  }

  private mutating func visit(_ actor: Figure.Party) {
    found.insert(actor.place == nil ? "several actors" : "one actor")
    visit(actor.name)
  }

  private mutating func visit(_ reason: Figure.Chain.Reason?) {
    guard let reason else { return }
    found.insert("basis \(reason.firmness)")
    visit(reason.lead)
    visit(reason.words)
    visit(reason.source)
  }

  private mutating func visit(_ sentence: Sentence) {
    for phrase in sentence.phrases { visit(phrase) }
  }

  private mutating func visit(_ phrase: Phrase) {
    switch phrase.manner {
    case .plain: found.insert("plain")
    case .decisive: found.insert("decisive")
    case .aside: found.insert("aside")
    case .caution: found.insert("caution")
    case .good: found.insert("good")
    }
    switch phrase.reference {
    case nil: break
    case .actor: found.insert("actor")
    case .option: found.insert("option")
    case .event: found.insert("event")
    case .outcome: found.insert("outcome")
    case .concept: found.insert("concept")
    case .state: found.insert("state")
    case .judgement, .otherJudgement: found.insert("judgement")
    case .question: found.insert("question")
    case .again: found.insert("again")
    case .parameter: found.insert("parameter")
    }
  }
}
