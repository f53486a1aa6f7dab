// Build a case in code, print it as a case file, and solve it.

import Entente

var row = ActorText(
  id: "row",
  preference: .statements([
    StatementText(that: try ConditionText(parsing: "not column.confess")),
    StatementText(that: try ConditionText(parsing: "row.confess")),
  ]))
row.options = [OptionText(id: "confess", name: "Confess")]
var column = ActorText(id: "column", name: "Second suspect", preference: .indifferent)
column.options = [OptionText(id: "confess", name: "Confess")]

var document = CaseDocument()
document.title = "Two suspects"
document.actors = [row, column]
print(document.printed())
print(try Case(document).conflict.solve().equilibria(.nash).count)

// A conflict without a text behind it does for solving.
let conflict = Conflict(
  actors: [
    Conflict.Actor(id: "row", preference: .statements([.not(.taken(1)), .taken(0)])),
    Conflict.Actor(id: "column", preference: .statements([.not(.taken(0)), .taken(1)])),
  ],
  options: [Option(id: "row.confess", actor: 0), Option(id: "column.confess", actor: 1)])
print(conflict.solve().equilibria(.nash).map { $0 })

// snippet.hide
// Prints:
// entente: 1
// title: Two suspects
//
// actors:
//   row:
//     options:
//       confess: Confess
//     prefers:
//       - not column.confess
//       - row.confess
//   column:
//     name: Second suspect
//     options:
//       confess: Confess
//     prefers: indifferent
//
// 2
// [3]
