// The shapes of what actors want.
extension Language {
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
      .key(
        "sure", .boolean, "Whether it surely counts; yes when left out.", .silence("yes"),
        .qualifier),
      .key(
        "much", .boolean, "Whether states that differ first in it differ strongly; no when left out.",
        .silence("no"), .qualifier),
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

  static let unknown = MapShape.Field.key(
    "unknown", .list(.list(.state)), "Pairs of states of which the ranking does not know the better one.",
    .group("wishes"))

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
}
