// The shapes of what actors are, see, can do and say.
extension Language {
  static let actor = MapShape(
    "an actor",
    [
      name, short,
      .key(
        "tag", .label("a tag", 2...2), "Two letters that stand for the actor in figures.", .remark),
      .key(
        "options", .keyed(.anyOf([.name("a name"), .map(option)])), "What the actor can do.", .numbering,
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
      name, short,
      .key("moves", .word(["both", "take", "drop"]), "Which way it can be changed.", .silence("both")),
      .key(
        "levels", .keyed(.anyOf([.name("a name"), .map(level)])),
        "Its levels, lowest first; one holds at a time.", .rising, .each(.level)),
      because,
    ], short: "name")

  static let level = MapShape("a level", [name, because], short: "name")

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
}
