// Read a case and see what is wrong with it, and where.

import Entente

let text = """
  entente: 1
  actors:
    row: {options: {confess: Confess}, prefers: [not column.confes, confess]}
    column: {options: {confess: Confess}, prefers: [not row.confess]}
  """

// What is wrong with the text as YAML or with its keys is thrown here…
let document = try CaseDocument(parsing: text, file: "duel.yaml")

// …and everything that keeps it from having a meaning here, all at once.
do {
  _ = try Case(document)
} catch .wrong(let error) {
  for diagnostic in error.diagnostics {
    let place = diagnostic.place
    print("\(place.file):\(place.line):\(place.column) [\(diagnostic.code.rawValue)]")
    print(diagnostic.message)
    print(diagnostic.hint ?? "no suggestion")
  }
  print(error.rendered())  // the same as compilers print it
} catch .limit(let limit) {
  print("undetermined: \(limit)")
}

// A file is read with those that it builds on; files can also be handed in.
let files = FileSource { path in
  path == "duel.yaml" ? .success(Array(text.utf8)) : .failure(.init("there is no '\(path)'"))
}
print(try CaseDocument(reading: "duel.yaml", files: files) == document)

// snippet.hide
// Prints:
// duel.yaml:3:52 [unknown-name]
// nothing is called 'column.confes'
// did you mean 'column.confess'?
// duel.yaml:3:52: error: nothing is called 'column.confes' [unknown-name]
//   3 |   row: {options: {confess: Confess}, prefers: [not column.confes, confess]}
//     |                                                    ^~~~~~~~~~~~~ did you mean 'column.confess'?
// true
