import CaseFile
import ConflictModel
import Reports

extension Response {
  /// What is said when a limit was reached before there was an answer to print.
  static func stopped(by limit: Limit, reading document: CaseDocument, asJSON: Bool) -> Response {
    let sentence = "Undetermined: \(limit.sentence)"
    guard asJSON else { return Response(errors: "entente: \(sentence)\n", status: ExitStatus(limit)) }
    let answer: JSONValue = [
      "format": "entente.solution", "version": 1,
      "case": [
        "title": JSONValue(document.title), "path": .string(document.file),
        "sha256": .string(document.sha256),
      ],
      "states": ["possible": nil, "feasible": nil],
      "equilibria": [], "equilibriaCount": .object([]),
      "engine": ["name": "reference", "complete": false, "limit": .string(limit.sentence)],
    ]
    return Response(output: answer.text(pretty: true) + "\n", status: ExitStatus(limit))
  }
}

extension Limit {
  /// What was reached, and what lifts it.
  var sentence: String {
    switch self {
    case .states(let count):
      "there are more than \(ProgressLine.grouped(count)) feasible states (--max-states raises this limit)."
    case .searchNodes(let count):
      "the search for feasible states took \(ProgressLine.grouped(count)) steps (--max-steps raises this limit)."
    case .time(let milliseconds):
      "\(Double(milliseconds) / 1_000) s were not enough (--time gives more)."
    case .memory(let bytes):
      "\(ProgressLine.grouped(bytes >> 20)) MiB of memory were not enough (--memory gives more)."
    case .interrupted: "interrupted."
    }
  }
}
