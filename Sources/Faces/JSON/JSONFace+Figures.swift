internal import Documents
internal import Notation

extension JSONFace {
  static func value(_ figure: Figure) -> JSONValue {
    switch figure {
    case .graph(let graph): value(graph)
    case .marks(let marks): value(marks)
    case .chain(let chain): value(chain)
    case .ladder(let ladder): value(ladder)
    case .options(let options): value(options)
    case .judgements(let judgements): value(judgements)
    case .worlds(let worlds): value(worlds)
    case .map(let map): value(map)
    }
  }

  private static func value(_ graph: Figure.Graph) -> JSONValue {
    [
      "kind": "graph", "illustration": .bool(graph.isIllustration),
      "nodes": .array(
        graph.nodes.map {
          ["id": .string($0.id), "label": list($0.label), "decisive": .bool($0.isDecisive)]
        }),
      "edges": .array(
        graph.edges.map {
          [
            "from": .string($0.from), "to": .string($0.to), "label": value($0.label),
            "full": .bool($0.isFull),
          ]
        }),
    ]
  }

  private static func value(_ marks: Figure.Marks) -> JSONValue {
    [
      "kind": "marks", "illustration": .bool(marks.isIllustration), "columns": list(marks.columns),
      "rows": .array(
        marks.rows.map {
          ["label": value($0.label), "signs": .array($0.signs.map { .string(name($0)) })]
        }),
      "legend": .array(
        marks.legend.map { ["sign": .string(name($0.sign)), "words": value($0.words)] }),
    ]
  }

  private static func name(_ sign: Figure.Marks.Sign) -> String {
    switch sign {
    case .full: "full"
    case .half: "half"
    case .ring: "ring"
    case .diamond: "diamond"
    case .dot: "dot"
    case .blank: "blank"
    }
  }

  // MARK: Chains

  private static func value(_ chain: Figure.Chain) -> JSONValue {
    [
      "kind": "chain", "illustration": .bool(chain.isIllustration),
      "form": .string(chain.form == .argument ? "argument" : "steps"),
      "actors": .array(chain.actors.map { value($0) }), "start": value(chain.start),
      "cards": .array(chain.cards.map { value($0) }), "ending": value(chain.ending),
    ]
  }

  static func value(_ actor: Figure.Party) -> JSONValue {
    [
      "tag": .string(actor.tag), "name": value(actor.name),
      "place": JSONValue(actor.place.map { $0 + 1 }),
    ]
  }

  private static func value(_ card: Figure.Chain.Card) -> JSONValue {
    [
      "actor": .integer(card.actor), "role": value(card.role),
      "changes": .array(card.changes.map { value($0) }), "reason": value(card.reason),
    ]
  }

  static func value(_ change: Figure.Chain.Change) -> JSONValue {
    [
      "sign": .string(name(change.sign)), "words": value(change.words),
      "short": JSONValue(change.short), "detail": .string(change.detail),
    ]
  }

  private static func value(_ ending: Figure.Chain.Ending) -> JSONValue {
    [
      "kind": .string(name(ending.kind)), "words": value(ending.words),
      "remarks": list(ending.remarks), "reason": value(ending.reason),
    ]
  }

  private static func value(_ reason: Figure.Chain.Reason?) -> JSONValue {
    guard let reason else { return .null }
    return [
      "lead": value(reason.lead), "words": value(reason.words), "source": value(reason.source),
      "basis": .string(reason.basis), "firmness": .string(name(reason.firmness)),
    ]
  }

  private static func name(_ sign: Figure.Chain.Sign) -> String {
    switch sign {
    case .take: "take"
    case .giveUp: "giveUp"
    case .level: "level"
    case .go: "go"
    case .note: "note"
    }
  }

  private static func name(_ kind: Figure.Chain.Ending.Kind) -> String {
    switch kind {
    case .stops: "stops"
    case .leaves: "leaves"
    case .lasts: "lasts"
    case .passes: "passes"
    }
  }

  static func name(_ firmness: Figure.Chain.Firmness) -> String {
    switch firmness {
    case .stated: "stated"
    case .unstated: "unstated"
    case .inferred: "inferred"
    case .assumed: "assumed"
    }
  }

  // MARK: Ladders

  private static func value(_ ladder: Figure.Ladder) -> JSONValue {
    [
      "kind": "ladder", "illustration": .bool(ladder.isIllustration),
      "columns": .array(
        ladder.columns.map { ["actor": value($0.actor), "places": .integer($0.placeCount)] }),
      "rungs": .array(
        ladder.rungs.map { rung in
          [
            "name": value(rung.name), "present": .bool(rung.isPresent),
            "places": .array(rung.places.map { value($0) }),
          ]
        }),
    ]
  }

  private static func value(_ places: ClosedRange<Int>?) -> JSONValue {
    guard let places else { return .null }
    return ["best": .integer(places.lowerBound), "worst": .integer(places.upperBound)]
  }
}
