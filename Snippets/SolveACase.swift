// Read a case, solve it, and ask for the reason of one verdict.

import Entente

let duel = try Case(
  CaseDocument(
    parsing: """
      entente: 1
      actors:
        row: {options: {confess: Confess}, prefers: [not column.confess, confess]}
        column: {options: {confess: Confess}, prefers: [not row.confess, confess]}
      """))
let solution = duel.conflict.solve()
for position in solution.equilibria(.seq) {
  print(duel.pattern(of: solution.states[position]))  // NN, then YY
}

let reason = solution.certificate(.seq, actor: 0, position: 0)
print(reason.isStable)  // true: the other would confess, too

var checker = CertificateChecker(duel.conflict)
print(checker.check(reason) == nil)  // true: a checker that shares nothing with the solver agrees

// snippet.hide
// Prints:
// NN
// YY
// true
// true
