/// The shapes of the case language, one for each mapping a file may hold.
enum Language {
  static let version = "1"

  static let because = MapShape.Field.key(
    "because", .named("because"), "Where the judgement comes from.", .source)
  static let name = MapShape.Field.key(
    "name", .text("a name"), "The name shown to people; the id when left out.", .remark)
  static let hedge = MapShape.Field.key(
    "hedge", .word(Hedge.allCases.map(\.rawValue)), "How strongly the source puts it.", .remark)

  static let unknown = MapShape.Field.key(
    "unknown", .list(.list(.state)), "Pairs of states of which the ranking does not know the better one.",
    .group("wishes"))

  static let top = MapShape(
    "a case",
    [
      .key("entente", .word([version]), "The version of the format: the line `entente: 1`.", required: true),
      .key(
        "extends", .anyOf([.text("a file"), .list(.text("a file"))]), "Files that this one builds on.",
        .remark),
      .key("title", .text("a title"), "The title.", .remark),
      .key("as_of", .date, "The date of the judgements.", .aside),
      .key("summary", .text("a text"), "What the case is about, in a paragraph.", .remark),
      .key(
        "sources", .keyed(.anyOf([.map(source), .text("a title")])), "What judgements point to.", .remark,
        .each(.source)),
      .key(
        "events", .keyed(.map(event)), "Facts that nobody in the case controls.", .vocabulary,
        .each(.event)),
      .key(
        "states", .keyed(.anyOf([.map(state), .text("a name")])),
        "The states of a case in graph form, in order.", .numbering, .each(.state)),
      .key(
        "actors", .keyed(.map(actor)), "Who takes part, in order.", required: true, .numbering,
        .each(.actor)),
      .key(
        "joint", .keyed(.map(joint)), "Options that several actors take together.", .numbering,
        .each(.joint)),
      .key(
        "rules", .list(.anyOf([.condition, .map(rule)])), "What every feasible state obeys.", .each(.rule)),
      .key(
        "define", .keyed(.anyOf([.condition, .map(definition)])), "Named conditions.", .vocabulary,
        .each(.term)),
      .key(
        "status_quo", .anyOf([.list(.condition), .condition, .map(statusQuo)]), "Where the conflict stands.",
        .each(.statusQuo)),
      .key(
        "outcomes", .keyed(.anyOf([.condition, .map(outcome)])), "Names for sets of states.", .vocabulary,
        .each(.outcome)),
      expect,
    ])

  static let source = MapShape(
    "a source",
    [
      .key("title", .text("a title"), "Title of the source.", .remark),
      .key("author", .text("a name"), "Who wrote it.", .remark),
      .key("date", .date, "When it appeared.", .remark),
      .key("publisher", .text("a name"), "Where it appeared.", .remark),
      .key("address", .text("an address"), "Where it can be found.", .remark),
      .key("viewpoint", .text("a text"), "Whose view it gives.", .remark),
      .key("file", .text("a file"), "Its text, relative to this file.", .remark),
      .key("note", .text("a text"), "Remarks.", .remark),
    ], short: "title")

  static let event = MapShape(
    "an event",
    [
      name, .key("holds", .boolean, "Whether it holds; no when left out."),
      .key("since", .date, "When what `holds` says began.", .aside),
      .key("until", .date, "When what `holds` says ended.", .aside),
      .key(
        "history", .list(.map(observation)), "What was observed, in the order of time.", .aside, .time,
        .each(.history)),
      .key("resolves", .text("a text"), "What would settle whether it holds.", .remark), because,
    ], short: "holds")

  static let observation = MapShape(
    "an observation",
    [
      .key("date", .date, "From when on.", required: true),
      .key("holds", .boolean, "Whether the event holds from then on.", required: true), because,
    ], identity: ["date"])

  static let state = MapShape("a state", [name, because], short: "name")

  static let joint = MapShape(
    "a joint option",
    [
      name, .key("by", .list(.identifier), "The actors who take it together.", required: true, .whole),
      because,
    ])

  static let definition = MapShape(
    "a term",
    [name, .key("when", .condition, "What the name stands for.", required: true), because], short: "when")

  static let outcome = MapShape(
    "an outcome",
    [name, .key("when", .condition, "Which states belong to it.", required: true), because], short: "when")

  static let ruleDemands = [
    "always", "never", "exactly one of", "at most one of", "at least one of", "take",
  ]

  static let rule = MapShape(
    "a rule",
    [
      .key("always", .condition, "Holds in every feasible state."),
      .key("never", .condition, "Holds in no feasible state."),
      .key("exactly one of", .list(.condition), "One of these holds, and only one."),
      .key("at most one of", .list(.condition), "No two of these hold."),
      .key("at least one of", .list(.condition), "One or more of these hold."),
      .key("take", .condition, "Restricts the moves that take this option…"),
      .key("needs", .condition, "… to states where this holds."),
      hedge, because,
    ], short: "always", whole: true)

  static let statusQuo = MapShape(
    "a status quo",
    [
      .key("taken", .anyOf([.list(.condition), .condition]), "What is taken now."),
      .key("when", .condition, "A condition that fixes exactly one feasible state."),
      .key("unsure", .list(.condition), "What may or may not be taken."),
      because,
    ], short: "when", shortList: "taken", whole: true)

  static let actor = MapShape(
    "an actor",
    [
      name,
      .key(
        "options", .keyed(.anyOf([.text("a name"), .map(option)])), "What the actor can do.", .numbering,
        .each(.option)),
      .key(
        "prefers", .named("prefers"), "What it wants, most important first, or `indifferent`.", .priority,
        .each(.statement), .group("wishes")),
      .key(
        "ranking", .named("ranking"), "What it wants: states, best first.", .each(.ranking), .group("wishes")),
      .key(
        "weights", .named("weights"), "What it wants: the worth of each option taken.", .each(.weight),
        .group("wishes")),
      unknown,
      .key("cannot", .list(.map(cannot)), "Single moves that it cannot make.", .each(.move)),
      .key(
        "misperceives", .anyOf([.condition, .list(.anyOf([.condition, .map(judged)])), .map(judged)]),
        "States that it does not see.", .each(.misperception)),
      .key(
        "moves", .keyed(.list(.anyOf([.identifier, .map(move)]))), "In graph form, its moves.",
        .each(.move)),
      .key(
        "profiles", .keyed(.map(profile)), "Named alternatives to what it wants.", .remark,
        .each(.profile)),
      .key(
        "perceives", .named("perception"), "The case as the actor sees it: an overlay of this one.", .aside,
        .each(.perception), .whole),
      .key(
        "declares", .list(.map(declaration)), "Threats and promises: words, not wishes.", .remark,
        .each(.declaration)),
      because,
    ])

  static let perception = MapShape(
    "what an actor perceives",
    [
      .key("events", .keyed(.map(event)), "Facts that it takes for otherwise."),
      .key(
        "actors", .keyed(.named("perceived_actor")),
        "Actors of whom it thinks otherwise; `~` for an option it does not see."),
      .key("joint", .keyed(.map(joint)), "`~` for a joint option that it does not see."),
      .key("rules", .list(.anyOf([.condition, .map(rule)])), "All the rules, as it sees them."),
      .key("define", .keyed(.anyOf([.condition, .map(definition)])), "Names that it takes otherwise."),
    ])

  /// An actor in the eyes of another: no view within a view, and nothing required.
  static let perceivedActor = MapShape(actor.title, actor.fields.filter { $0.key != "perceives" })

  static let option = MapShape(
    "an option",
    [
      name,
      .key("moves", .word(["both", "take", "drop"]), "Which way it can be changed.", .silence("both")),
      .key(
        "levels", .keyed(.anyOf([.text("a name"), .map(level)])),
        "Its levels, lowest first; one holds at a time.", .numbering, .each(.level)),
      because,
    ], short: "name")

  static let level = MapShape("a level", [name, because], short: "name")

  static let preferenceKeys = ["prefers", "ranking", "weights"]

  static let profile = MapShape(
    "a profile",
    [
      name,
      .key("prefers", .named("prefers"), "What the actor wants under it.", .priority, .group("wishes")),
      .key("ranking", .named("ranking"), "The same as a ranking.", .group("wishes")),
      .key("weights", .named("weights"), "The same as weights.", .group("wishes")),
      unknown,
      because,
    ])

  static let statement = MapShape(
    "a statement",
    [
      .key("id", .identifier, "The name by which overlays edit it.", .remark),
      .key("that", .condition, "What the actor wants to hold.", required: true),
      hedge,
      .key("sure", .boolean, "Whether it surely counts; yes when left out.", .silence("yes")),
      .key(
        "much", .boolean, "Whether states that differ first in it differ strongly; no when left out.",
        .silence("no")),
      because,
    ], short: "that", identity: ["id", "that"])

  static let edits = MapShape(
    "edits of statements",
    [
      .key("replace", .keyed(.named("statement")), "New text for statements, by id."),
      .key("drop", .list(.identifier), "Statements that no longer count."),
      .key("first", .named("statements"), "Statements that weigh more than all others."),
      .key("last", .named("statements"), "Statements that weigh less than all others."),
      .key("after", .keyed(.named("statements")), "Statements that follow another, by its id."),
      .key("unsure", .list(.identifier), "Statements that may be absent."),
      .key("unordered", .list(.list(.identifier)), "Statements whose order among themselves is not known."),
    ], whole: true)

  static let cannot = MapShape(
    "a move that cannot be made",
    [
      .key("from", .condition, "Where it starts; anywhere when left out."),
      .key("to", .condition, "Where it ends; anywhere when left out."),
      because,
    ], whole: true)

  static let judged = MapShape(
    "a condition", [.key("when", .condition, "The condition.", required: true), because], short: "when")

  static let move = MapShape(
    "a move",
    [
      .key("to", .identifier, "The state it leads to.", required: true),
      .key("if", .condition, "The events under which it can be made; always when left out."), because,
    ], short: "to", identity: ["to"])

  static let declaration = MapShape(
    "a declaration",
    [
      .key("if", .condition, "When the words apply; always when left out."),
      .key("then", .condition, "What the actor says will then hold.", required: true),
      .key(
        "to", .anyOf([.identifier, .list(.identifier)]),
        "Whom the words are meant for; without it, whoever can make the condition hold.", .detail),
      because,
    ], whole: true)

  static let codes = MapShape.Field.key(
    "codes", .list(.anyOf([.code, .list(.code)])), "State codes, best first.")

  static let rankingMap = MapShape(
    "a ranking",
    [
      codes,
      .key("states", .list(.anyOf([.state, .list(.state)])), "States, best first."),
      because,
    ], shortList: "states", whole: true)

  static let weight = MapShape(
    "a weight", [.key("weight", .decimal, "What taking the option is worth.", required: true), because],
    short: "weight", whole: true)

  static let evidence = MapShape(
    "evidence",
    [
      .key("source", .identifier, "A source of this case."),
      .key(
        "at", .text("a place"),
        "Paragraph and sentence, as in 3.2, or a place in print, such as p. 14, table 2, fig. 3 or § 4.3."),
      .key("quote", .text("a text"), "Words of the source."),
      .key("fingerprint", .text("12 hex digits"), "Start of the SHA-256 of the sentence."),
      .key("basis", .word(Evidence.Basis.allCases.map(\.rawValue)), "How it rests on the source."),
      .key("by", .text("a name"), "Whose judgement it is."),
      .key("confidence", .word(Evidence.Confidence.allCases.map(\.rawValue)), "How sure that person is."),
      .key("date", .date, "When it was made."),
      .key("note", .text("a text"), "In your own words."),
      .key("against", .boolean, "Whether it speaks against the judgement; no when left out."),
    ], whole: true)

  /// The shapes that are referred to by name.
  static let definitions: [(String, Shape)] = [
    (
      "because",
      .anyOf([
        .text("a note or a short citation"), .map(evidence),
        .list(.anyOf([.text("a note or a short citation"), .map(evidence)])),
      ])
    ),
    ("statement", .anyOf([.condition, .map(statement)])),
    ("statements", .list(.anyOf([.named("statement"), .list(.named("statement"))]))),
    ("prefers", .anyOf([.word(["indifferent"]), .named("statements"), .map(edits)])),
    ("ranking", .anyOf([.list(.anyOf([.state, .list(.state)])), .map(rankingMap)])),
    ("weights", .keyed(.anyOf([.decimal, .map(weight), .keyed(.decimal)]))),
    ("states", .anyOf([.list(.state), .map(rankingMap)])),
    ("perception", .anyOf([.map(perception), .named("removed")])),
    ("perceived_actor", .map(perceivedActor)),
  ]
}
