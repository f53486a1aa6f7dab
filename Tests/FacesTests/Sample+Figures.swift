import Documents

extension Sample {
  /// A document of chains and ladders that have everything that these may have.
  static let figures = Document(
    title: "Pictures",
    blocks: [
      .figure(.chain(staying), caption: "Why \(row) would stay."),
      .figure(.chain(leaving), caption: "Why it would leave."),
      .figure(.chain(way), caption: "A way."), .figure(.chain(stub), caption: ""),
      .figure(.ladder(ladder), caption: "Where each stands."),
      .figure(.options(options), caption: "What could last."),
      .figure(.judgements(judgements), caption: "What it rests on."),
      .figure(.worlds(worlds), caption: "Which world."),
      .figure(.map(map), caption: "Where to."),
    ], notes: document.notes)

  static let parties = [
    Figure.Party("FS", row, place: 0), Figure.Party("SS", "Second suspect", place: 1),
    Figure.Party("SS JU", "Second suspect and the judge", place: nil),
  ]

  static let staying = Figure.Chain(
    .argument, actors: parties,
    cards: [
      .init(
        actor: 0, role: Sentence("could gain", to: .state(2)),
        changes: [
          .init(.take, option, short: "Conf."), .init(.level, "Bail", detail: "0 \u{2192} 10 & more"),
        ],
        reason: .init(
          "a gain", judgement, source: Sentence("memo 3.2", to: .judgement("row.prefers.s1")), basis: "said")),
      .init(
        actor: 1, role: "would answer", changes: [.init(.giveUp, "Silence", detail: ", so that it ends")],
        reason: .init(
          "a gain", "not \u{201C}Silence\u{201D}", source: "memo 4", basis: "inferred", firmness: .inferred)),
    ],
    ending: .init(
      .stops, "So it stays.", remarks: ["No second move would mend that."],
      reason: .init("worse for it", "\(outcome) <if> anything", basis: "no source", firmness: .assumed)))

  static let leaving = Figure.Chain(
    .argument, actors: parties,
    cards: [
      .init(
        actor: 0, role: "could gain", changes: [.init(.go, state)],
        reason: .init("a gain", "Wait", source: "memo 5", basis: "no stated basis", firmness: .unstated)),
      .init(actor: 2, role: "could bring about", changes: [.init(.note, "2 situations")]),
    ],
    ending: .init(.leaves, "So it leaves.", remarks: ["None of them would spoil it."]), isIllustration: true)

  static let way = Figure.Chain(
    .steps, actors: parties, start: "The present",
    cards: [.init(actor: 1, role: "", changes: [.init(.take, option)])],
    ending: .init(.lasts, outcome, remarks: ["This could last."]))

  /// A way that leads nowhere.
  static let stub = Figure.Chain(.steps, actors: [], start: "Here", cards: [], ending: .init(.passes, "Here"))

  static let ladder = Figure.Ladder(
    columns: [.init(parties[0], placeCount: 4), .init(parties[1], placeCount: 1_088)],
    rungs: [
      .init("the present", isPresent: true, places: [2...2, 5...5]),
      .init(outcome, places: [1...3, 1...1_088]),
      .init("nothing", places: [nil, nil]),
    ])

  static let options = Figure.Options(
    columns: [
      .init("now", stateCount: 2, isPresent: true),
      .init(outcome, short: "Sil.", stateCount: 1_088), .init("no name", stateCount: 1),
    ],
    groups: [
      .init(
        [parties[0]], title: row,
        rows: [
          .init(option, cells: [.always, .sometimes, .never]),
          .init(
            "Bail", levels: ["none", "some", "all"],
            cells: [.levels([1]), .levels([0, 2]), .levels([0, 1, 2])]),
          .init("Wait", cells: [.always, .always, .always]), .init("Run", cells: [.never, .never, .never]),
          .init("Hide", levels: ["here", "there"], cells: [.levels([1]), .levels([1]), .levels([1])]),
        ]),
      .init(
        [parties[0], parties[1]], title: "Both, together",
        rows: [
          .init("Deal", cells: [.never, .offers([1], orNobody: false), .offers([0, 1], orNobody: true)])
        ]),
      .init([], title: "Nobody", rows: [.init("Rain", cells: [.never, .sometimes, .sometimes])]),
    ], within: [.init(2, in: 1)],
    remarks: ["Outcomes overlap."])

  static let judgements = Figure.Judgements(rows: [
    .init(
      parties[0],
      statements: [
        .init("1", judgement, .stated, .alone), .init("2", "no <Bail>", .inferred, .together),
        .init("3", "no \u{201C}Deal\u{201D}", .assumed, .nothing), .init("4", "bail", .unstated, .untried),
      ], options: [.init("a", option, .stated, .nothing)]),
    .init(parties[1], statements: [.init("1", "Deal", .stated, .nothing)], options: []),
    .init(
      nil, title: "Events and rules", statements: [.init("E1", "trial", .assumed, .untried)], options: []),
  ])

  static let worlds = Figure.Worlds(
    axes: [
      .init(title: "The trial & all", values: ["no", "yes"]),
      .init(parties[0], title: row, values: ["as written", "meek", "wild"]),
    ],
    cells: [
      .init(group: 0, isWritten: true), .init(group: 1), .init(group: 0), .init(group: nil), .init(group: 1),
      .init(group: 1),
    ],
    groups: [
      .init("A", worldCount: 2, isWritten: true, words: "as the case is written"),
      .init("B", worldCount: 3, isWritten: false, words: "\u{2212}\u{A0}\(outcome)"),
    ], folded: "It makes no difference whether it rains.")

  static let map = Figure.Map(
    actors: parties,
    nodes: [
      .init(parent: nil, mover: nil, changes: [], name: "The present"),
      .init(parent: 0, mover: 0, changes: [.init(.take, option, short: "Conf.")]),
      .init(
        parent: 1, mover: 1, changes: [.init(.level, "Bail", detail: "0 \u{2192} 10")], name: outcome,
        remark: "2 situations", isLasting: true),
      .init(
        parent: 2, mover: 0, changes: [.init(.giveUp, "Run")], name: "no name", remark: "1 situation",
        isLasting: true),
    ],
    barred: [.init("Peace", reason: "Nobody would gain by it.")],
    bands: [
      .init(outcome, counts: [.init(1, lasting: 0), .init(12, lasting: 2)]),
      .init("no name", counts: [.init(0, lasting: 0), .init(3, lasting: 3)]),
    ])
}
