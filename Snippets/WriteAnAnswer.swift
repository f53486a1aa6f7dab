// Write an answer for people: in Markdown, as a page, or for a terminal.

import Entente

let document = try CaseDocument(
  parsing: """
    entente: 1
    title: A duel
    actors:
      row: {options: {confess: Confess}, prefers: [not column.confess, confess]}
      column: {options: {confess: Confess}, prefers: [not row.confess, confess]}
    status_quo: []
    """)
let answer = try document.ask("solve", ["concepts": "seq"])
let markdown = answer.text(as: .markdown, about: "duel.yaml")
print(markdown.split(separator: "\n")[0])

let page = answer.text(as: .html, about: "duel.yaml")
print(page.hasPrefix("<!DOCTYPE html>"))
print(answer.forms.map { $0.rawValue }.joined(separator: " "))

// Answers about millions of states are handed on in pieces.
var count = 0
answer.write(as: .csv) { piece in
  count += piece.utf8.count
  return true  // go on
}
print(count == answer.text(as: .csv).utf8.count)

// snippet.hide
// Prints:
// # A duel
// true
// table markdown html json document jsonl csv
// true
