// Ask what a claim rests on, and read the answer as data.

import Entente

let document = try CaseDocument(
  parsing: """
    entente: 1
    actors:
      row: {options: {confess: Confess}, prefers: [not column.confess, confess]}
      column: {options: {confess: Confess}, prefers: [not row.confess, confess]}
    outcomes:
      silence: {name: Both stay silent, when: not row.confess and not column.confess}
    """)
let answer = try document.ask("sensitivity", ["claim": "silence lasts under seq"])
print(answer.data["holds"]?.bool == true)  // true, as the case stands
print(answer.data["smallest"]?.integer ?? 0)  // how many edits it takes to turn it round
for edit in (answer.data["edits"]?.elements ?? []).prefix(4) {
  print(
    edit["change"]?.string ?? "", edit["text"]?.string ?? "", edit["effect"]?.string ?? "", separator: "; ")
}
if let limit = answer.limit { print("not complete: \(limit)") }

// The questions, and what each of them takes.
for question in QuestionTable.all where question.word == "sensitivity" {
  print(question.parameters.map { $0.name }.joined(separator: ", "))
}

// snippet.hide
// Prints:
// true
// 1
// take_only; row, the option “Confess”; keeps
// drop_only; row, the option “Confess”; flips
// removed; row, the option “Confess”; flips
// dropped; row, statement 1, “not column.confess”; flips
// claim, size
