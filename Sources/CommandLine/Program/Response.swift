import CaseFile
import ConflictModel
import Notation
import Briefings

/// What a command has to say, before anything is printed.
struct Response {
  /// For standard output, whole lines.
  var output = ""
  /// What is written instead of `output` where that is no text.
  var bytes: [UInt8]?
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
