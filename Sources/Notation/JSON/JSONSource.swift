/// The bytes of a JSON text, and where in lines and columns each value of it stands.
package struct JSONSource {
  private var lines: LineIndex

  init(_ source: SourceBuffer) {
    lines = LineIndex(source)
  }

  package var bytes: [UInt8] { lines.source.bytes }

  /// Where a span stands; what a span covers beyond its first line is left out.
  package mutating func place(of span: JSONNode.Span) -> Place {
    lines.place(of: Int(span.start)..<max(Int(span.start), Int(span.end)))
  }
}

/// Something wrong or doubtful in a JSON text, before its place is worked out.
package struct JSONProblem {
  package var code: Diagnostic.Code
  package var message: String
  package var span: JSONNode.Span
  package var severity: Diagnostic.Severity
  package var hint: String?
  package var notes: [(message: String, span: JSONNode.Span)]

  package init(
    code: Diagnostic.Code, message: String, span: JSONNode.Span, severity: Diagnostic.Severity = .error,
    hint: String? = nil, notes: [(message: String, span: JSONNode.Span)] = []
  ) {
    self.code = code
    self.message = message
    self.span = span
    self.severity = severity
    self.hint = hint
    self.notes = notes
  }
}

extension JSONSource {
  /// The most problems that are listed; a text with more says how many there are.
  static let maximumProblems = 1_000

  /// The problems as diagnostics, in the order of the text.
  package mutating func diagnostics(_ problems: [JSONProblem]) -> [Diagnostic] {
    let ordered = problems.enumerated().sorted { left, right in
      (left.element.span.start, left.offset) < (right.element.span.start, right.offset)
    }
    var diagnostics: [Diagnostic] = []
    for (_, problem) in ordered.prefix(Self.maximumProblems) {
      diagnostics.append(
        Diagnostic(
          problem.code, problem.message, at: place(of: problem.span), severity: problem.severity,
          hint: problem.hint,
          notes: problem.notes.map { Diagnostic.Note($0.message, at: place(of: $0.span)) }))
    }
    let more = ordered.count - diagnostics.count
    if more > 0 {
      diagnostics[diagnostics.count - 1].hint = "and \(more) more problems, not listed"
    }
    return diagnostics
  }
}
