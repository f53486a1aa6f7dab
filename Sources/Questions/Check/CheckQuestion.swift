internal import CaseFile
package import ConflictModel
internal import Notation

/// Are cases in order: their text, known answers, sources and certificates?
package struct CheckQuestion: Question {
  package static let table = QuestionTable(
    "check", format: "entente.check", about: .files,
    abstract: "Check cases: their text, known answers, sources and certificates.",
    discussion: """
      Reads each case, compares what it expects with what the solver finds, looks up what it cites where \
      the text of the source is there, and warns of what is doubtful. In a folder every .yaml, .yml and \
      .gmcr file is checked, in the folders below it as well.
      """,
    examples: [
      "check first.yaml", "check Catalog --certificates", "check first.yaml --source memo=texts/memo.txt",
      "check Catalog --json",
    ],
    done: "nothing is wrong", refused: "a check failed", part: "what was found is printed",
    moment: "before anything was checked",
    parameters: [
      Parameter(
        "certificates", .flag, "Have the independent checker verify the reasons for every verdict."),
      Parameter(
        "source", .namedFile, isRepeated: true, value: "id=path",
        "Where the text of a source is, as in --source memo=memo.txt. May be repeated."),
    ],
    needsNoList: true,
    // Of the catalogue, a case takes 0.04 s at most, and with every certificate 2.2 s.
    isLong: { $0.isGiven("certificates") })

  private let verifiesCertificates: Bool
  /// Paths of the texts of sources, by source.
  private let texts: [String: String]

  package init(_ arguments: Arguments) throws(Failure) {
    verifiesCertificates = arguments.isGiven("certificates")
    var texts: [String: String] = [:]
    for text in arguments.texts("source") {
      guard let assignment = Assignment(text) else { continue }
      if texts.updateValue(assignment.value, forKey: assignment.name) != nil {
        throw .usage("The text of the source '\(assignment.name)' is given twice.")
      }
    }
    self.texts = texts
  }

  /// What was found out about files.
  package struct Answer: Answering {
    /// The files, in the order in which they were named.
    package var files: [CheckedFile]

    /// What was found out about files.
    package init(files: [CheckedFile]) { self.files = files }

    package var limit: Limit? {
      for file in files where file.limit == .interrupted { return .interrupted }
      for file in files { if let limit = file.limit { return limit } }
      return nil
    }
    package var isWrong: Bool { files.contains { !$0.errors.isEmpty } }
    package var isRefused: Bool { files.contains { $0.hasFailed } }
    package var isUndetermined: Bool { files.contains { $0.isUndetermined } }
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    var check = CaseCheck(work: work, verifiesCertificates: verifiesCertificates, texts: texts)
    var answer = Answer(files: [])
    // What was read already can be checked, too.
    let read = subject.cases.map { written in Subject.File(name: written.name, read: { .success(written) }) }
    for file in subject.files + read {
      if work.control.shouldStop() == .interrupted { break }
      answer.files.append(check.file(file))
    }
    try check.requireKnownSources()
    return answer
  }
}
