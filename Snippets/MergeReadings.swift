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
// They differ in 2 judgements, and conclude otherwise in 1 of 3 questions.
//   - “Confess”: in some of what lasts in the first, always in the second; it takes row’s wish for
//     “Confess”, which only the second has.
//
// See also: entente solve (what could last).
//
//           reading       lasts under seq
//   first   eastern.yaml  2 states
//   second  western.yaml  1 state
//
// More with --full: What they judge differently: 2 judgements; and 2 more.
//
