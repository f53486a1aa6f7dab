package import ConflictModel
package import Documents
package import Questions

/// What is said of the answer to `require`, whether states were listed or not.
package enum RequireReport: Briefing {
  case listed(RequirementsReport)
  /// Where there are more states than can be listed.
  case sets(SetRequirementsReport)

  package typealias Asked = RequireQuestion

  package init(_ answer: RequireQuestion.Answer, _ work: Work) {
    let subject = answer.subject
    switch answer.found {
    case .listed(let found):
      self = .listed(
        RequirementsReport(
          case: subject, found, others: answer.others,
          reasons: found.edits?.sets.isEmpty == false
            ? FlipReasons(subject, found.claim(in: subject), holds: false, work) : nil))
    case .sets(let found):
      self = .sets(
        SetRequirementsReport(
          case: subject, found,
          reasons: found.edits?.sets.isEmpty == false
            ? FlipReasons(subject, found.claim(in: subject), holds: false, work) : nil))
    }
  }

  package func bareDocument() -> Document {
    switch self {
    case .listed(let report): report.bareDocument()
    case .sets(let report): report.bareDocument()
    }
  }

  package func notes(on references: [Reference]) -> [Note] {
    switch self {
    case .listed(let report): report.notes(on: references)
    case .sets(let report): report.notes(on: references)
    }
  }

  package func write(to reader: TextReader) -> Limit? {
    switch self {
    case .listed(let report): report.json().write(to: reader)
    case .sets(let report): report.json().write(to: reader)
    }
  }
}
