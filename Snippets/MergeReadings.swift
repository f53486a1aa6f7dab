// Make one case of two readings, and see what they dispute.

import Entente

func reading(_ file: String, _ wish: String) throws -> CaseDocument {
  try CaseDocument(
    parsing: """
      entente: 1
      actors:
        row: {options: {confess: Confess}, prefers: [\(wish)]}
        column: {options: {confess: Confess}, prefers: [not row.confess, confess]}
      """, file: file)
}
let eastern = try reading("eastern.yaml", "not column.confess")
let western = try reading("western.yaml", "confess")

let merged = eastern.merged(with: western)
print(merged.isDisputed)
print(merged.data["disputes"]?.elements.count ?? 0)
print(merged.document == eastern)  // the first's view stands

// What do the readings conclude differently, and which judgement accounts for it?
let readings = Subject([
  Subject.Written(name: "eastern.yaml", document: eastern),
  Subject.Written(name: "western.yaml", document: western),
])
print(try readings.ask("compare").text(as: .table))

// snippet.hide
// Prints:
// true
// 2
// true
// Where the readings differ
//           reading       lasts under seq
//   first   eastern.yaml  2 states
//   second  western.yaml  1 state
//
// What they judge differently: 2 judgements
//   - row, statement 1: only the first has “not column.confess” (no source given).
//   - row, statement 1: only the second has “confess” (no source given).
//
// What follows from that: 1 conclusion differs
//   - One difference accounts for what follows: row, statement 1 with “confess”.
//       - “Confess”: in some of what lasts in the first, always in the second.
//
// Where they agree
//   - Yes: Something lasts.
//   - Always: “Confess”.
//
// Tried: 2 sets of the 2 differences that can change what lasts, the smallest first, each made in the
// first reading. An account is a smallest set that gives the second's answer.
//
