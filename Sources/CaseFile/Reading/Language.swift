/// The shapes of the case language, one for each mapping a file may hold.
enum Language {
  static let version = "1"

  static let name = MapShape.Field.key(
    "name", .name("a name"), "The name shown to people; the id when left out.", .remark)

  static let short = MapShape.Field.key(
    "short", .label("a short name", 1...24), "The name where room is short, as in figures.", .remark)

  static let asOf = MapShape.Field.key("as_of", .date, "The date of the judgements.", .aside)

  static let top = MapShape(
    "a case",
    [
      .key("entente", .word([version]), "The version of the format: the line `entente: 1`.", required: true),
      .key(
        "extends", .anyOf([.text("a file"), .list(.text("a file"))]), "Files that this one builds on.",
        .remark),
      .key("title", .name("a title"), "The title.", .remark),
      asOf,
      .key("summary", .text("a text"), "What the case is about, in a paragraph.", .remark),
      .key(
        "sources", .keyed(.anyOf([.map(source), .name("a title")])), "What judgements point to.", .remark,
        .each(.source)),
      .key(
        "events", .keyed(.map(event)), "Facts that nobody in the case controls.", .vocabulary,
        .each(.event)),
      .key(
        "states", .keyed(.anyOf([.map(state), .name("a name")])),
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
      .key("title", .name("a title"), "Title of the source.", .remark),
      .key("author", .name("a name"), "Who wrote it.", .remark),
      .key("date", .date, "When it appeared.", .remark),
      .key("publisher", .name("a name"), "Where it appeared.", .remark),
      .key("address", .text("an address"), "Where it can be found.", .remark),
      .key("viewpoint", .text("a text"), "Whose view it gives.", .remark),
      .key("file", .text("a file"), "Its text, relative to this file.", .remark),
      .key("note", .text("a text"), "Remarks.", .remark),
    ], short: "title")

  static let since = MapShape.Field.key(
    "since", .date, "When what `holds` says began.", .aside, .qualifier)
  static let until = MapShape.Field.key(
    "until", .date, "When what `holds` says ended.", .aside, .qualifier)

  static let event = MapShape(
    "an event",
    [
      name, .key("holds", .boolean, "Whether it holds; no when left out."),
      since, until,
      .key(
        "history", .list(.map(observation)), "What was observed, in the order of time.", .aside, .time,
        .each(.history), .qualifier),
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
      name, short, .key("by", .list(.identifier), "The actors who take it together.", required: true, .whole),
      because,
    ])

  static let definition = MapShape(
    "a term",
    [name, .key("when", .condition, "What the name stands for.", required: true), because], short: "when")

  static let outcome = MapShape(
    "an outcome",
    [name, short, .key("when", .condition, "Which states belong to it.", required: true), because],
    short: "when")

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
