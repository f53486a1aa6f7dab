// Write a case for another program, and read another program's file.

import Entente

let duel = try Case(
  CaseDocument(
    parsing: """
      entente: 1
      title: A duel
      actors:
        row: {options: {confess: Confess}, prefers: [not column.confess, confess]}
        column: {options: {confess: Confess}, prefers: [not row.confess, confess]}
      """))
let game = try duel.written(as: .nfg)
print(game.text.split(separator: "\n")[0])
for warning in game.warnings { print(warning.message) }

let file = try duel.written(as: .gmcr)
let (document, warnings) = try CaseDocument.converted(fromGMCR: Array(file.text.utf8))
print(document.actors.map { $0.id }.joined(separator: ", "), warnings.count)

// snippet.hide
// Prints:
// NFG 1 R "A duel" { "row" "column" }
// row, column 0
