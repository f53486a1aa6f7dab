import CaseFile
import ConflictModel
import Notation
import Reports

/// What a command has to say, before anything is printed.
struct Response {
  /// For standard output, whole lines.
  var output = ""
  /// What follows `output` and may be too long to hold: writes itself to a reader, and
  /// tells the limit at which it ended early.
  var stream: ((TextReader) -> Limit?)?
  /// Whether standard error says so when it did, because the text does not.
  var saysWhereCut = false
  /// For standard error, whole lines.
  var errors = ""
  /// For standard error once everything is written.
  var closing = ""
  /// How the command ended.
  var status = ExitStatus.done
  /// The file that `output` goes to instead of standard output.
  var destination: Destination?

  /// A file to write.
  struct Destination {
    /// Its path.
    var path: String
    /// Whether a file that is there already is replaced.
    var replaces: Bool
  }
}

/// Why a command could not do what it was asked.
enum Failure: Error {
  /// The input is wrong.
  case wrong(SyntaxError)
  /// The arguments cannot be meant.
  case usage(String)
  /// A limit was reached before there was anything to report about the case.
  case limit(Limit, CaseDocument)
  /// There is more of something than the question goes through.
  case bound(Bound, CaseDocument)

  init(_ error: CaseError, in document: CaseDocument) {
    switch error {
    case .wrong(let error): self = .wrong(error)
    case .limit(let limit): self = .limit(limit, document)
    }
  }
}

extension Failure {
  /// A problem with something named on the command line.
  static func argument(_ message: String, hint: String?) -> Failure {
    .wrong(SyntaxError(Diagnostic(.unknownArgument, message, at: .none, hint: hint)))
  }
}
