internal import CaseFile
package import Notation

/// What `--json` prints when the input is wrong: `entente.error`.
package enum ErrorReport {
  /// The document that lists the problems, in the order given.
  ///
  /// A problem that stands in no text has `null` for its file, line and column.
  package static func json(_ diagnostics: [Diagnostic]) -> JSONValue {
    [
      "format": "entente.error", "version": 1,
      "errors": .array(diagnostics.map(json)),
    ]
  }

  /// One problem.
  static func json(_ diagnostic: Diagnostic) -> JSONValue {
    let place = diagnostic.place
    return [
      "code": .string(diagnostic.code.rawValue),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "file": place.file.isEmpty ? .null : .string(place.file),
      "line": place.isKnown ? .integer(place.line) : .null,
      "column": place.isKnown ? .integer(place.column) : .null,
      "hint": JSONValue(diagnostic.hint),
    ]
  }
}
