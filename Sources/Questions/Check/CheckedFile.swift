package import CaseFile
package import ConflictModel
package import Notation

/// What was found out about one file that ought to be a case.
package struct CheckedFile: Sendable {
  /// The file as the user named it.
  package var path: String
  /// The title of the case, when it could be read.
  package var title: String?
  /// Why it could not be read, or has no meaning.
  package var errors: [Diagnostic] = []
  /// What is doubtful in it.
  package var warnings: [Diagnostic] = []
  /// What it means, when it means something: among other things how its events are on its day.
  package var subject: Case?
  /// What an overlay adds to its base that may have been meant for something in it.
  package var additions: [String] = []
  /// Its known answers, compared.
  package var expectations: [ExpectationCheck] = []
  /// Its citations, compared; nil when that was not asked for.
  package var citations: CitationCheck?
  /// Its certificates, verified; nil when that was not asked for.
  package var certificates: CertificateCheck?
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

  /// Whether everything that was asked for was gone through.
  package var isComplete: Bool { limit == nil && certificates?.tooManyStates == nil }
}

/// Evidence compared with the texts of its sources.
package struct CitationCheck: Sendable, Hashable {
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
package struct CertificateCheck: Sendable, Hashable {
  /// How many it accepted.
  package var accepted = 0
  /// Those it refused.
  package var refused: [VerdictRefusal] = []
  /// How many states there are, when that was too many to certify every verdict.
  package var tooManyStates: Int?

  /// Nothing verified yet, or nothing at all because of so many states.
  package init(tooManyStates: Int? = nil) {
    self.tooManyStates = tooManyStates
  }
}
