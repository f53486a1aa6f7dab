internal import CaseFile
package import ConflictModel
package import Documents
package import Notation
package import Questions
internal import Stability

/// What `check` found out about some case files.
package struct CheckReport: Briefing {
  package typealias Asked = CheckQuestion

  private let answer: CheckQuestion.Answer

  package init(_ answer: CheckQuestion.Answer, _ work: Work) { self.answer = answer }

  private var files: [CheckedFile] { answer.files }
}

extension CheckReport {
  /// The files, each warning of a file that several extend told once.
  private var withoutRepeats: [CheckedFile] {
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
    builder.about(headed: "What the check found")
    let files = withoutRepeats
    if files.count != 1 { builder.add([.lead([Sentence(sum)])]) }
    let isMany = files.count > Self.listed
    let told = isMany ? files.filter { !$0.isPlainlyInOrder } : files
    if !told.isEmpty, files.count != 1 { builder.pause() }
    for file in told { add(file, isBrief: files.count > 1, to: &builder) }
    if files.count > 1 {
      builder.more("The warnings, with their lines") { inner in
        for file in told where !file.warnings.isEmpty {
          inner.item(Sentence(file.path.printable), mark: .word(Phrase("warn", .caution))) { inner in
            for diagnostic in file.warnings { show(diagnostic, in: &inner) }
          }
        }
      }
    }
    if isMany {
      builder.more("What is in order") { inner in
        for file in files where file.isPlainlyInOrder { add(file, isBrief: false, to: &inner) }
      }
    }
    return builder.document
  }

  /// Above so many files, those that are in order are told of on request.
  private static let listed = 20

  /// How the check went, over all files.
  private var sum: String {
    let failed = files.count { $0.hasFailed }
    let expectations = files.reduce(0) { $0 + $1.expectations.count }
    let certificates = files.reduce(0) { $0 + ($1.certificates?.accepted ?? 0) }
    let warnings = withoutRepeats.reduce(0) { $0 + $1.warnings.count }
    var text = "\(Prose.count(files.count, "file")), \(Prose.count(expectations, "expectation"))"
    if certificates > 0 { text += ", \(Prose.count(certificates, "certificate")) accepted" }
    if warnings > 0 { text += ", \(Prose.count(warnings, "warning"))" }
    return text
      + (failed == 0 ? "; nothing is wrong." : "; something is wrong in \(Prose.count(failed, "file")).")
  }

  /// One file; where that is to be brief, of its warnings only how many there are.
  private func add(_ file: CheckedFile, isBrief: Bool, to builder: inout DocumentBuilder) {
    let (whole, hidden) = (file, isBrief ? file.warnings.count : 0)
    var file = file
    if isBrief { file.warnings = [] }
    let mark =
      file.hasFailed
      ? Phrase("FAIL", .caution) : file.isUndetermined ? Phrase("OPEN", .caution) : Phrase("ok", .good)
    var line = Sentence(file.path.printable)
    var summary = summary(whole)
    if hidden > 0 { summary += "\(summary.isEmpty ? "" : ", ")\(Prose.count(hidden, "warning"))" }
    if !summary.isEmpty { line += "  \(Sentence(summary, .aside))" }
    builder.item(line, mark: .word(mark)) { addDetails(of: file, to: &$0) }
  }

  private func addDetails(of file: CheckedFile, to builder: inout DocumentBuilder) {
    // Errors are to be mended in the text, so they are shown there as compilers do.
    for diagnostic in file.errors { show(diagnostic, in: &builder) }
    for result in file.expectations where result.verdict != .passed {
      let place = Self.words(result.expectation.place)
      let lead = result.verdict == .failed ? "failed" : "undetermined"
      var claim = Sentence(result.expectation.printed)
      if let id = judgement(result.expectation, of: file) { claim = claim.pointing(to: .judgement(id)) }
      builder.paragraph("\(place)\(lead): \(claim); \(result.message)")
    }
    for diagnostic in file.citations?.failures ?? [] { show(diagnostic, in: &builder) }
    for refusal in file.certificates?.refused ?? [] {
      builder.paragraph(
        "certificate refused: \(refusal.concept.word), \(refusal.actor), \(refusal.state): \(refusal.message)"
      )
    }
    if let count = file.certificates?.tooManyStates {
      builder.paragraph(
        "certificates not verified: of \(Prose.count(count, "state")), more than \(Prose.grouped(Work.simLimit)), there are too many verdicts to certify them all"
      )
    }
    if let limit = file.limit { builder.paragraph("not finished: \(limit.words)") }
    for diagnostic in file.warnings { show(diagnostic, in: &builder) }
    for remark in remarks(on: file) { builder.paragraph(remark) }
    for skipped in file.citations?.notChecked ?? [] {
      builder.paragraph("\(Prose.count(skipped.count, "citation")) not checked: \(skipped.reason)")
    }
  }

  /// Where an expectation stands in the case; nil among several files, of which two may have one there.
  private func judgement(_ expectation: ExpectationText, of file: CheckedFile) -> String? {
    if files.count != 1 { return nil }
    return file.subject.flatMap {
      JudgementIndex($0).id(.expectation, saying: expectation.printed, at: expectation.place)
    }
  }

  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] {
    guard files.count == 1, let subject = files[0].subject else { return [] }
    return Names(subject, states: nil).notes(on: references)
  }

  /// What a reader should know of the day as of which its events are read, and of what it adds.
  private func remarks(on file: CheckedFile) -> [Sentence] {
    (file.subject?.dayNotes ?? []) + file.additions.map { Sentence($0) }
  }

  private func summary(_ file: CheckedFile) -> String {
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
    builder.lines(
      diagnostic.lines.map { line in
        line.map { Sentence($0.text, $0.tint.manner) }.joined()
      })
  }

  private static func words(_ place: Place) -> String {
    place.isKnown ? "line \(place.line): " : ""
  }
}

extension CheckReport {
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }

  /// The `entente.check` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    [
      "format": "entente.check", "version": 1, "passed": .bool(!answer.isRefused),
      "undetermined": .bool(answer.isUndetermined),
      "complete": .bool(files.allSatisfy { $0.isComplete }),
      "files": .array(withoutRepeats.map { json($0) }),
    ]
  }

  private func json(_ file: CheckedFile) -> JSONValue {
    let judgements = file.expectations.isEmpty ? nil : file.subject.map { JudgementIndex($0) }
    var members: [JSONValue.Member] = [
      .init("path", .string(file.path)), .init("title", JSONValue(file.title)),
      .init("passed", .bool(!file.hasFailed)),
      .init("errors", .array(file.errors.map { ErrorReport.json($0) })),
      .init("warnings", .array(file.warnings.map { ErrorReport.json($0) })),
      .init("expectations", .array(file.expectations.map { json($0, judgements) })),
    ]
    let remarks = remarks(on: file)
    if !remarks.isEmpty { members.append(.init("remarks", JSONValue(remarks.map { $0.text }))) }
    if let citations = file.citations {
      let skipped = citations.notChecked.map { skipped -> JSONValue in
        ["reason": .string(skipped.reason), "count": .integer(skipped.count)]
      }
      members.append(
        .init(
          "citations",
          [
            "verified": .integer(citations.verified),
            "failures": .array(citations.failures.map { ErrorReport.json($0) }),
            "notChecked": .array(skipped),
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

  private func json(_ result: ExpectationCheck, _ judgements: JudgementIndex?) -> JSONValue {
    let place = result.expectation.place
    return [
      "id": JSONValue(
        judgements?.id(.expectation, saying: result.expectation.printed, at: place)),
      "expectation": .string(result.expectation.printed), "verdict": .string(result.verdict.rawValue),
      "found": .string(result.found), "message": .string(result.message),
      "line": place.isKnown ? .integer(place.line) : .null,
    ]
  }
}

extension CheckedFile {
  /// Whether there is nothing to tell but that.
  fileprivate var isPlainlyInOrder: Bool { !hasFailed && !isUndetermined && limit == nil }
}

extension Diagnostic.Piece.Tint {
  /// How words of that colour are meant.
  fileprivate var manner: Phrase.Manner {
    switch self {
    case .plain: .plain
    case .bold, .cyan: .decisive
    case .red, .yellow: .caution
    case .green: .good
    case .faint: .aside
    }
  }
}
