internal import Documents
internal import Notation

// Pictures in rows and columns.
extension JSONFace {
  static func value(_ options: Figure.Options) -> JSONValue {
    [
      "kind": "options",
      "columns": .array(
        options.columns.map {
          [
            "name": value($0.name), "short": JSONValue($0.short), "states": .integer($0.stateCount),
            "present": .bool($0.isPresent),
          ]
        }),
      "groups": .array(
        options.groups.map { group in
          [
            "owners": .array(group.owners.map { value($0) }), "title": value(group.title),
            "rows": .array(
              group.rows.map { row in
                [
                  "label": value(row.label), "levels": .array(row.levels.map { .string($0) }),
                  "cells": .array(row.cells.map { value($0) }),
                ]
              }),
          ]
        }),
      "within": .array(
        options.within.map { ["inner": .integer($0.inner), "outer": .integer($0.outer)] }),
      "remarks": list(options.remarks),
    ]
  }

  private static func value(_ cell: Figure.Options.Cell) -> JSONValue {
    switch cell {
    case .always: "always"
    case .sometimes: "sometimes"
    case .never: "never"
    case .levels(let levels): ["levels": .array(levels.map { .integer($0) })]
    case .offers(let owners, let orNobody):
      ["offers": .array(owners.map { .integer($0) }), "orNobody": .bool(orNobody)]
    }
  }

  static func value(_ judgements: Figure.Judgements) -> JSONValue {
    [
      "kind": "judgements", "illustration": .bool(judgements.isIllustration),
      "rows": .array(
        judgements.rows.map { row in
          [
            "actor": row.actor.map { value($0) } ?? .null, "title": value(row.title),
            "statements": .array(row.statements.map { value($0) }),
            "options": .array(row.options.map { value($0) }),
          ]
        }),
    ]
  }

  private static func value(_ box: Figure.Judgements.Box) -> JSONValue {
    [
      "label": .string(box.label), "words": value(box.words), "firmness": .string(name(box.firmness)),
      "effect": .string(name(box.effect)),
    ]
  }

  private static func name(_ effect: Figure.Judgements.Effect) -> String {
    switch effect {
    case .alone: "alone"
    case .together: "together"
    case .nothing: "nothing"
    case .untried: "untried"
    }
  }

  static func value(_ worlds: Figure.Worlds) -> JSONValue {
    [
      "kind": "worlds", "illustration": .bool(worlds.isIllustration),
      "axes": .array(
        worlds.axes.map {
          [
            "actor": $0.actor.map { value($0) } ?? .null, "title": value($0.title),
            "values": list($0.values),
          ]
        }),
      "cells": .array(
        worlds.cells.map { ["group": JSONValue($0.group), "written": .bool($0.isWritten)] }),
      "groups": .array(
        worlds.groups.map {
          [
            "letter": .string($0.letter), "worlds": .integer($0.worldCount),
            "written": .bool($0.isWritten), "words": value($0.words),
          ]
        }),
      "folded": value(worlds.folded),
    ]
  }
}
