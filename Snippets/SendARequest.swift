// Send a request in JSON, as pages and other languages do.

import Entente

let request: JSONValue = [
  "question": "solve",
  "cases": [
    [
      "path": "duel.yaml",
      "text": """
      entente: 1
      actors:
        row: {options: {confess: Confess}, prefers: [not column.confess, confess]}
        column: {options: {confess: Confess}, prefers: [not row.confess, confess]}
      """,
    ]
  ],
  "arguments": ["concepts": "seq"],
  "as": "json",
]
let reply = Door.answer(Array(request.text(pretty: false).utf8))
print(reply.status)

let answer = try JSONValue(parsing: reply.text)
for equilibrium in answer["equilibria"]?.elements ?? [] {
  print(equilibrium["pattern"]?.string ?? "")
}

// snippet.hide
// Prints:
// done
// NN
// YY
