// The shapes of where judgements come from.
extension Language {
  static let because = MapShape.Field.key(
    "because", .named("because"), "Where the judgement comes from.", .source)

  static let hedge = MapShape.Field.key(
    "hedge", .word(Hedge.allCases.map { $0.rawValue }), "How strongly the source puts it.", .remark,
    .qualifier)

  static let evidence = MapShape(
    "evidence",
    [
      .key("source", .identifier, "A source of this case."),
      .key(
        "at", .text("a place"),
        "Paragraph and sentence, as in 3.2, or a place in print, such as p. 14, table 2, fig. 3 or § 4.3."),
      .key("quote", .text("a text"), "Words of the source."),
      .key("fingerprint", .text("12 hex digits"), "Start of the SHA-256 of the sentence."),
      .key("basis", .word(Evidence.Basis.allCases.map { $0.rawValue }), "How it rests on the source."),
      .key("by", .text("a name"), "Whose judgement it is."),
      .key("confidence", .word(Evidence.Confidence.allCases.map { $0.rawValue }), "How sure that person is."),
      .key("date", .date, "When it was made."),
      .key("note", .text("a text"), "In your own words."),
      .key("against", .boolean, "Whether it speaks against the judgement; no when left out."),
    ], whole: true)
}
