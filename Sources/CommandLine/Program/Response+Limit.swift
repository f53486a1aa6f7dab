import CaseFile
import ConflictModel
import Notation
import Questions
import Briefings

extension Response {
  /// What is said when a limit was reached before there was an answer to print.
  static func stopped(
    by limit: Limit, reading document: CaseDocument, asking question: QuestionTable, asJSON: Bool
  ) -> Response {
    let status = ExitStatus(limit)
    guard asJSON else {
      return Response(
        errors: "entente: undetermined: \(limit.words)\(limit.moment(question))\n" + limit.remedy,
        status: status)
    }
    let answer = UnansweredReport.json(limit, reading: document, asking: question)
    return Response(output: answer.text(pretty: true) + "\n", status: status)
  }

  /// What is said when a question does not go through so much.
  static func stopped(
    at bound: Bound, reading document: CaseDocument, asking question: QuestionTable, asJSON: Bool
  ) -> Response {
    if asJSON {
      let answer = UnansweredReport.json(bound, reading: document, asking: question)
      return Response(output: answer.text(pretty: true) + "\n", status: .undetermined)
    }
    let lines = ["undetermined: \(bound.words)", bound.remedy].compactMap { $0 }
    return Response(
      errors: lines.map { "entente: \($0.printable)\n" }.joined(), status: .undetermined)
  }
}

extension Limit {
  /// When the work ended, after what ended it.
  fileprivate func moment(_ question: QuestionTable) -> String {
    if case .memoryNeeded = self { "" } else { " \(question.moment)" }
  }

  /// What lifts the limit, as a line on standard error.
  var remedy: String {
    let words =
      switch self {
      case .states: "--max-states lets more states be listed"
      case .searchNodes: "--max-steps lets the search go on for longer"
      case .time: "--time gives more time"
      case .memory: "--memory gives more memory"
      case .memoryNeeded(let bytes, _) where bytes > Self.largestMemory:
        "no ordinary machine has that much: leave out options or levels, or add rules that leave few states feasible, which the sparse engine lists"
      case .memoryNeeded(let bytes, _):
        "--memory \(Self.flag(bytes)) lets it run, if the machine has that much"
      case .interrupted: "interrupted"
      }
    return "entente: \(words)\n"
  }

  /// Beyond so many bytes, 1 TiB, more memory is no advice.
  private static let largestMemory: UInt64 = 1 << 40

  /// An amount of memory as the flag takes it, rounded up.
  private static func flag(_ bytes: UInt64) -> String {
    let (megabytes, isWhole) = bytes.quotientAndRemainder(dividingBy: 1 << 20)
    let rounded = megabytes + (isWhole == 0 ? 0 : 1)
    return rounded < 10_240 ? "\(rounded)M" : "\(rounded / 1024 + 1)G"
  }
}
