package import Documents
package import Notation

/// A document as JSON, for programs that show it in a way of their own.
///
///     JSONFace.value(document)["format"]   // "entente.document"
///
/// The keys are part of the contract of Documentation/JSON.md: some may be added, none changed.
package enum JSONFace {
  /// The document as text in UTF-8, laid out for people too.
  package static func text(_ document: Document) -> String {
    value(document).text(pretty: true) + "\n"
  }

  /// The document as a value.
  package static func value(_ document: Document) -> JSONValue {
    [
      "format": "entente.document", "version": 1, "title": value(document.title),
      "heading": value(document.heading), "about": list(document.about),
      "blocks": list(document.blocks), "notes": .array(document.notes.map { value($0) }),
    ]
  }

  private static func value(_ note: Note) -> JSONValue {
    ["ref": value(note.reference), "title": value(note.title), "sentences": list(note.sentences)]
  }

  private static func list(_ blocks: [Block]) -> JSONValue { .array(blocks.map { value($0) }) }

  private static func value(_ block: Block) -> JSONValue {
    switch block {
    case .lead(let sentences): ["kind": "lead", "sentences": list(sentences)]
    case .section(let title, let blocks):
      ["kind": "section", "title": value(title), "blocks": list(blocks)]
    case .paragraph(let sentence): ["kind": "paragraph", "sentence": value(sentence)]
    case .list(let items): ["kind": "list", "items": .array(items.map { value($0) })]
    case .table(let table): value(table)
    case .figure(let figure, let caption):
      ["kind": "figure", "caption": value(caption), "figure": value(figure)]
    case .lines(let lines): ["kind": "lines", "lines": JSONValue(lines.map { $0.text })]
    case .inset(let blocks): ["kind": "inset", "blocks": list(blocks)]
    case .pause: ["kind": "pause"]
    case .more(let title, let blocks): ["kind": "more", "title": value(title), "blocks": list(blocks)]
    }
  }

  private static func value(_ item: Item) -> JSONValue {
    ["mark": value(item.mark), "sentence": value(item.sentence), "blocks": list(item.blocks)]
  }

  private static func value(_ mark: Item.Mark) -> JSONValue {
    switch mark {
    case .dash: ["kind": "dash"]
    case .star: ["kind": "star"]
    case .number(let number): ["kind": "number", "number": .integer(number)]
    case .word(let phrase): ["kind": "word", "phrase": value(phrase)]
    }
  }

  private static func value(_ table: Table) -> JSONValue {
    var members: [JSONValue.Member] = [.init("kind", "table")]
    switch table.form {
    case .grid: members.append(.init("form", "grid"))
    case .list(let wide): members += [.init("form", "list"), .init("wide", JSONValue(wide))]
    }
    members.append(.init("head", list(table.head)))
    members.append(.init("rows", .array(table.rows.map { value($0) })))
    return .object(members)
  }

  private static func value(_ row: Table.Row) -> JSONValue {
    switch row {
    case .cells(let cells): ["kind": "cells", "cells": list(cells)]
    case .mark(let cells): ["kind": "mark", "cells": list(cells)]
    case .heading(let title): ["kind": "heading", "title": value(title)]
    }
  }

  static func list(_ sentences: [Sentence]) -> JSONValue { .array(sentences.map { value($0) }) }

  static func value(_ sentence: Sentence) -> JSONValue { .array(sentence.phrases.map { value($0) }) }

  private static func value(_ phrase: Phrase) -> JSONValue {
    if phrase.manner == .plain, phrase.reference == nil { return .string(phrase.text) }
    var members: [JSONValue.Member] = [.init("text", .string(phrase.text))]
    if let manner = name(phrase.manner) { members.append(.init("manner", .string(manner))) }
    if let reference = phrase.reference { members.append(.init("ref", value(reference))) }
    return .object(members)
  }

  private static func name(_ manner: Phrase.Manner) -> String? {
    switch manner {
    case .plain: nil
    case .decisive: "decisive"
    case .aside: "aside"
    case .caution: "caution"
    case .good: "good"
    }
  }

  private static func value(_ reference: Reference) -> JSONValue {
    switch reference {
    case .actor(let id): ["kind": "actor", "id": .string(id)]
    case .option(let id): ["kind": "option", "id": .string(id)]
    case .event(let id): ["kind": "event", "id": .string(id)]
    case .outcome(let id): ["kind": "outcome", "id": .string(id)]
    case .concept(let id): ["kind": "concept", "id": .string(id)]
    case .state(let code): ["kind": "state", "code": .string(String(code))]
    case .judgement(let id): ["kind": "judgement", "id": .string(id)]
    case .otherJudgement(let id, let number):
      ["kind": "judgement", "id": .string(id), "case": .integer(number)]
    case .question(let word, let arguments):
      ["kind": "question", "word": .string(word), "arguments": value(arguments)]
    case .again(let arguments): ["kind": "again", "arguments": value(arguments)]
    case .parameter(let name): ["kind": "parameter", "name": .string(name)]
    }
  }

  private static func value(_ arguments: [Argument]) -> JSONValue {
    .array(arguments.map { ["name": .string($0.name), "value": .string($0.value)] })
  }
}
