internal import CaseFile
package import ConflictModel
package import Documents
package import Notation
package import Questions
internal import Stability

/// What `check` found out about some case files.
///
/// The report is put together by whoever reads, solves and certifies; it only
/// counts and tells.
package struct CheckReport: Documented {
  /// What was found out about one file.
  package struct File: Sendable {
    /// The file as the user named it.
    package var path: String
    /// The title of the case, when it could be read.
    package var title: String?
    /// Why it could not be read, or has no meaning.
    package var errors: [Diagnostic] = []
    /// What is doubtful in it.
    package var warnings: [Diagnostic] = []
    /// What a reader should know of the day as of which its events are read.
    package var remarks: [String] = []
    /// Its known answers, compared.
    package var expectations: [ExpectationCheck.Result] = []
    /// Its citations, compared; nil when that was not asked for.
    package var citations: Citations?
    /// Its certificates, verified; nil when that was not asked for.
    package var certificates: Certificates?
    /// The limit that was reached, if any.
    package var limit: Limit?

    /// A file about which nothing is known yet.
    package init(path: String, title: String? = nil) {
      self.path = path
      self.title = title
    }

    /// Whether anything is wrong: an error, a failed expectation or citation, a refused certificate.
    package var hasFailed: Bool {
      !errors.isEmpty || expectations.contains { $0.verdict == .failed }
        || !(citations?.failures.isEmpty ?? true) || !(certificates?.refused.isEmpty ?? true)
    }

    /// Whether something could not be decided within the limits.
    package var isUndetermined: Bool {
      limit != nil || expectations.contains { $0.verdict == .undetermined }
        || certificates?.tooManyStates != nil
    }
  }

  /// Evidence compared with the texts of its sources.
  package struct Citations: Sendable, Hashable {
    /// How many agree with their source.
    package var verified = 0
    /// What does not agree.
    package var failures: [Diagnostic] = []
    /// Why citations were not checked, each with how many.
    package var notChecked: [Skipped] = []

    /// A reason for not checking, and how many citations it concerns.
    package struct Skipped: Sendable, Hashable {
      /// The reason, in words.
      package var reason: String
      /// How many.
      package var count: Int

      /// So many citations not checked for the reason.
      package init(reason: String, count: Int) {
        self.reason = reason
        self.count = count
      }
    }

    /// Nothing compared yet.
    package init() {}

    /// Notes one more citation that was not checked.
    package mutating func skip(_ reason: String) {
      if let index = notChecked.firstIndex(where: { $0.reason == reason }) {
        notChecked[index].count += 1
      } else {
        notChecked.append(Skipped(reason: reason, count: 1))
      }
    }
  }

  /// Verdicts verified by the independent checker.
  package struct Certificates: Sendable, Hashable {
    /// How many it accepted.
    package var accepted = 0
    /// Those it refused.
    package var refused: [Refusal] = []
    /// How many states there are, when that was too many to certify every verdict.
    package var tooManyStates: Int?

    /// A certificate that the checker refused.
    package typealias Refusal = VerdictRefusal

    /// Nothing verified yet, or nothing at all because of so many states.
    package init(tooManyStates: Int? = nil) {
      self.tooManyStates = tooManyStates
    }
  }

  /// The files, in the order they were named.
  package var files: [File]

  /// A report on files.
  package init(files: [File]) {
    self.files = files
  }

  /// Whether nothing is wrong in any file.
  package var passed: Bool { !files.contains { $0.hasFailed } }

  /// Whether something could not be decided within the limits.
  package var isUndetermined: Bool { files.contains { $0.isUndetermined } }
}

extension CheckReport {
  /// The files, each warning of a file that several extend told once.
  private var withoutRepeats: [File] {
    var told: Set<[String]> = []
    return files.map { file in
      var file = file
      file.warnings.removeAll { warning in
        let place = warning.place
        let name = [place.file, "\(place.line):\(place.column)", warning.code.rawValue, warning.message]
        return !told.insert(name).inserted && place.file != file.path
      }
      return file
    }
  }

  /// The report for people: a line for each file, what is wrong below it, a sum at the end.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    for file in withoutRepeats { add(file, to: &builder) }
    if files.count != 1 {
      builder.pause()
      let failed = files.count { $0.hasFailed }
      let expectations = files.reduce(0) { $0 + $1.expectations.count }
      let certificates = files.reduce(0) { $0 + ($1.certificates?.accepted ?? 0) }
      var text = "\(Prose.count(files.count, "file")), \(Prose.count(expectations, "expectation"))"
      if certificates > 0 { text += ", \(Prose.count(certificates, "certificate")) accepted" }
      text += failed == 0 ? "; nothing is wrong." : "; something is wrong in \(Prose.count(failed, "file"))."
      builder.paragraph(Sentence(text))
    }
    return builder.document
  }

  private func add(_ file: File, to builder: inout DocumentBuilder) {
    let mark =
      file.hasFailed
      ? Phrase("FAIL", .caution) : file.isUndetermined ? Phrase("OPEN", .caution) : Phrase("ok", .good)
    var line = Sentence(file.path.printable)
    let summary = summary(file)
    if !summary.isEmpty { line += "  \(Sentence(summary, .aside))" }
    builder.item(line, mark: .word(mark)) { addDetails(of: file, to: &$0) }
  }

  private func addDetails(of file: File, to builder: inout DocumentBuilder) {
    // Errors are to be mended in the text, so they are shown there as compilers do.
    for diagnostic in file.errors { show(diagnostic, in: &builder) }
    for result in file.expectations where result.verdict != .passed {
      let place = Self.words(result.expectation.place)
      let lead = result.verdict == .failed ? "failed" : "undetermined"
      builder.paragraph("\(place)\(lead): \(result.expectation.printed); \(result.message)")
    }
    for diagnostic in file.citations?.failures ?? [] { show(diagnostic, in: &builder) }
    for refusal in file.certificates?.refused ?? [] {
      builder.paragraph(
        "certificate refused: \(refusal.concept.word), \(refusal.actor), \(refusal.state): \(refusal.message)"
      )
    }
    if let count = file.certificates?.tooManyStates {
      builder.paragraph(
        "certificates not verified: of \(Prose.count(count, "state")), more than \(Prose.grouped(SolveReport.simLimit)), there are too many verdicts to certify them all"
      )
    }
    if let limit = file.limit { builder.paragraph("not finished: \(limit.words)") }
    for diagnostic in file.warnings { show(diagnostic, in: &builder) }
    for remark in file.remarks { builder.paragraph(Sentence(remark)) }
    for skipped in file.citations?.notChecked ?? [] {
      builder.paragraph("\(Prose.count(skipped.count, "citation")) not checked: \(skipped.reason)")
    }
  }

  private func summary(_ file: File) -> String {
    var parts: [String] = []
    if !file.expectations.isEmpty {
      let passed = file.expectations.count { $0.passed }
      parts.append(
        passed == file.expectations.count
          ? Prose.count(passed, "expectation")
          : "\(passed) of \(Prose.count(file.expectations.count, "expectation"))")
    }
    if let certificates = file.certificates, certificates.tooManyStates == nil {
      parts.append("\(Prose.count(certificates.accepted, "certificate")) accepted")
    }
    if let citations = file.citations, citations.verified > 0 {
      parts.append("\(Prose.count(citations.verified, "citation")) verified")
    }
    return parts.joined(separator: ", ")
  }

  private func show(_ diagnostic: Diagnostic, in builder: inout DocumentBuilder) {
    builder.lines(diagnostic.rendered().split(separator: "\n").map { String($0) })
  }

  private static func words(_ place: Place) -> String {
    place.isKnown ? "line \(place.line): " : ""
  }
}

extension CheckReport {
  /// The `entente.check` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    [
      "format": "entente.check", "version": 1, "passed": .bool(passed),
      "undetermined": .bool(isUndetermined),
      "complete": .bool(files.allSatisfy { $0.limit == nil && $0.certificates?.tooManyStates == nil }),
      "files": .array(withoutRepeats.map(json)),
    ]
  }

  private func json(_ file: File) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("path", .string(file.path)), .init("title", JSONValue(file.title)),
      .init("passed", .bool(!file.hasFailed)),
      .init("errors", .array(file.errors.map(ErrorReport.json))),
      .init("warnings", .array(file.warnings.map(ErrorReport.json))),
      .init("expectations", .array(file.expectations.map(json))),
    ]
    if !file.remarks.isEmpty { members.append(.init("remarks", JSONValue(file.remarks))) }
    if let citations = file.citations {
      let skipped = citations.notChecked.map { skipped -> JSONValue in
        ["reason": .string(skipped.reason), "count": .integer(skipped.count)]
      }
      members.append(
        .init(
          "citations",
          [
            "verified": .integer(citations.verified),
            "failures": .array(citations.failures.map(ErrorReport.json)), "notChecked": .array(skipped),
          ]))
    }
    if let certificates = file.certificates {
      let refused = certificates.refused.map { $0.json }
      var found: [JSONValue.Member] = [
        .init("accepted", .integer(certificates.accepted)), .init("refused", .array(refused)),
      ]
      if let count = certificates.tooManyStates { found.append(.init("tooManyStates", .integer(count))) }
      members.append(.init("certificates", .object(found)))
    }
    if let limit = file.limit { members.append(.init("limit", limit.json)) }
    return .object(members)
  }

  private func json(_ result: ExpectationCheck.Result) -> JSONValue {
    let place = result.expectation.place
    return [
      "expectation": .string(result.expectation.printed), "verdict": .string(result.verdict.rawValue),
      "found": .string(result.found), "message": .string(result.message),
      "line": place.isKnown ? .integer(place.line) : .null,
    ]
  }
}
