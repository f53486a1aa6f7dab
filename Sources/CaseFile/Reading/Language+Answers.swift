// The shapes of known answers.
extension Language {
  static let expect = MapShape.Field.key(
    "expect", .list(.map(expectation)), "Known answers, checked by `entente check`.", .remark,
    .each(.expectation))

  static let expectation = MapShape(
    "an expectation",
    ConceptWords.all.map {
      .key($0, .named("states"), "Exactly these states are equilibria, or stable for the actor.")
    } + [
      .key("count", .map(counts), "How many states are, or how many rankings make something last."),
      .key("actor", .identifier, "The actor whose stable states, or rankings, are meant."),
      .key("feasible", .integer, "So many states are feasible."),
      .key("every", .word(ConceptWords.all), "Every equilibrium under this concept…"),
      .key("some", .word(ConceptWords.all), "Some equilibrium under this concept…"),
      .key("no", .word(ConceptWords.all), "No equilibrium under this concept…"),
      .key("satisfies", .condition, "… satisfies this."),
      .key(
        "status_quo", .list(.word(ConceptWords.all)), "The status quo is an equilibrium under exactly these."),
      .key("reach", .anyOf([.state, .condition]), "Moves lead to this state, or to where this holds."),
      .key("out_of_reach", .anyOf([.state, .condition]), "No moves lead there."),
      .key("jump", .state, "The equilibrium for which a coalition could leave another."),
      .key("from", .state, "Where moves start; at the status quo when left out."),
      .key("steps", .integer, "The fewest steps that lead there."),
      .key("by", .word(["moves", "improvements"]), "What the steps are; moves when left out."),
      .key("under", .word(ConceptWords.all), "The concept under which both ends of a jump are equilibria."),
      .key(
        "doubts", .word(["always", "sometimes"]),
        "Whatever is in doubt, or in some way to settle it."),
      .key(
        "coalition", .anyOf([.word(["any"]), .list(.identifier)]),
        "A coalition that could not upset it, or that jumps; `any` for all."),
      .key(
        "hypergame", .anyOf([.boolean, .identifier]),
        "When all act on what they perceive, or as this actor expects."),
      .key("require", .anyOf([.state, .condition]), "What the rankings counted make last."),
      .key("given", .keyed(.boolean), "The values of events under which it is."),
      .key("profile", .keyed(.identifier), "The profiles under which it is, by actor."),
      because,
    ], whole: true)

  static let counts = MapShape(
    "a count", ConceptWords.all.map { .key($0, .integer, "So many under this concept.") })

}
