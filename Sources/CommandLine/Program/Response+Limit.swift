import Door
import CaseFile
import ConflictModel
import Faces
import Notation
import Questions
import Briefings

extension Response {
  /// What is said when a limit was reached before there was an answer to print.
  static func stopped(_ report: UnansweredReport, as form: AnswerForm) -> Response {
    let status = report.limit.map { ExitStatus($0) } ?? .undetermined
    switch form {
    case .json, .jsonl: return Response(output: report.json.text(pretty: true) + "\n", status: status)
    case .markdown, .html, .document:
      let text = Setting(about: "CASE").text(report.bareDocument(), as: form)
      return Response(output: text, errors: report.limit?.remedy ?? "", status: status)
    case .table, .csv, .dot, .yaml, .docx, .pdf:
      let lines = ["undetermined: \(report.words)", report.remedy].compactMap { $0 }
      let said = lines.map { "entente: \($0.printable)\n" }.joined()
      return Response(errors: said + (report.limit?.remedy ?? ""), status: status)
    }
  }
}

extension Limit {
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
