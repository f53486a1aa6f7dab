internal import CaseFile
internal import Certificates
internal import ConflictModel
internal import Notation
internal import Stability

/// Checks one case after the other.
struct CaseCheck {
  let work: Work
  let verifiesCertificates: Bool
  /// Paths of the texts of sources, by source.
  let texts: [String: String]
  /// The sources of all cases checked.
  private var sources: Set<String> = []
  /// Whether a case could not be read, so that it is not known what sources it has.
  private var hasUnread = false

  init(work: Work, verifiesCertificates: Bool, texts: [String: String]) {
    self.work = work
    self.verifiesCertificates = verifiesCertificates
    self.texts = texts
  }

  /// Everything that can be said about one file.
  mutating func file(_ named: Subject.File) -> CheckedFile {
    var file = CheckedFile(path: named.name)
    do throws(Failure) {
      let written: Subject.Written
      switch named.read() {
      case .success(let found): written = found
      case .failure(let error):
        hasUnread = true
        throw .wrong(error)
      }
      file.title = written.document.title
      file.warnings = written.warnings
      sources.formUnion(written.document.sources.map { $0.id })
      try check(written, into: &file)
    } catch {
      switch error {
      case .wrong(let error): file.errors = error.diagnostics.inTextOrder
      case .limit(let limit, _): file.limit = limit
      case .bound(let bound, _): file.errors = [Diagnostic(.unknownArgument, bound.words, at: .none)]
      case .usage(let message, _): file.errors = [Diagnostic(.unknownArgument, message, at: .none)]
      }
    }
    return file
  }

  /// Refuses a text for a source that none of the cases has, where that is known.
  func requireKnownSources() throws(Failure) {
    if hasUnread { return }
    for id in texts.keys.sorted() where !sources.contains(id) {
      throw .argument(
        "no source is called '\(id)'",
        hint: Suggestion.hint(for: id, among: sources.sorted(), called: "sources"), about: "source", id)
    }
  }

  /// Whether what each actor perceives has a meaning.
  private func checkViews(of subject: Case) throws(Failure) {
    for actor in subject.document.actors.indices {
      do {
        _ = try subject.seen(by: actor, limits: work.limits, control: work.control)
      } catch {
        throw Failure(error, in: subject.document)
      }
    }
  }

  private func check(
    _ written: Subject.Written, into file: inout CheckedFile
  ) throws(Failure) {
    let document = written.document
    let subject = try meaning(of: document)
    file.warnings += subject.warnings(control: work.control)
    file.subject = subject
    file.additions = document.additionNotes
    let results = subject.document.check(
      subject.judgements.flatMap { $0.evidence }, given: texts, files: written.files)
    file.citations = citations(results)
    file.warnings += outside(results, subject.document)
    try checkViews(of: subject)
    guard verifiesCertificates || !document.expectations.isEmpty else { return }
    let named = document.expectations.flatMap { $0.claim.concepts }
    let solution = solve(subject.conflict, naming: named)
    file.limit = work.limit(solution.limit)
    file.expectations = try expectations(of: document, subject, solution)
    guard verifiesCertificates, solution.isWorkedOut else { return }
    if UInt64(solution.states.count) > Work.simLimit {
      file.certificates = CertificateCheck(tooManyStates: solution.states.count)
      return
    }
    let (certificates, limit) = verify(solution, subject)
    file.certificates = certificates
    file.limit = file.limit ?? limit
  }

  /// A solution with tables, or in sets where no table could be made.
  private func solve(_ conflict: Conflict, naming named: [Concept]) -> Solution {
    let solution = work.solve(conflict, Concept.allCases, naming: named)
    switch solution.limit {
    case .states, .memoryNeeded: break
    case .searchNodes, .time, .memory, .interrupted, nil: return solution
    }
    if conflict.form != .options || work.stateLimit != nil { return solution }
    let inSets = work.solve(conflict, Concept.allCases, naming: named, inSets: true)
    return inSets.hasAllStates ? inSets : solution
  }

  private func meaning(
    of document: CaseDocument, given: [String: Bool] = [:], profiles: [String: String] = [:]
  ) throws(Failure) -> Case {
    do {
      return try Case(
        document, given: given, profiles: profiles, limits: work.limits, control: work.control
      )
    } catch {
      throw Failure(error, in: document)
    }
  }

  // MARK: Expectations

  /// Under which events and profiles an answer is expected.
  private struct Setting: Hashable {
    var given: [String: Bool]
    var profiles: [String: String]

    init(_ expectation: ExpectationText) {
      (given, profiles) = ([:], [:])
      for one in expectation.given { given[one.event.text] = one.holds }
      for one in expectation.profiles { profiles[one.actor.text] = one.profile.text }
    }

    /// Whether it is the case as written.
    var isOwn: Bool { given.isEmpty && profiles.isEmpty }
  }

  /// The expectations compared, those of one setting together; refused when they
  /// name states that there are none of.
  private func expectations(
    of document: CaseDocument, _ subject: Case, _ solution: Solution
  ) throws(Failure) -> [ExpectationCheck] {
    let settings = document.expectations.map { Setting($0) }
    var results: [ExpectationCheck?] = document.expectations.map { _ in nil }
    var problems: [Diagnostic] = []
    for (first, setting) in settings.enumerated() where settings.firstIndex(of: setting) == first {
      var bench: ExpectationBench
      if setting.isOwn {
        bench = self.bench(subject, solution)
      } else {
        let other = try meaning(of: document, given: setting.given, profiles: setting.profiles)
        let named = document.expectations.flatMap { $0.claim.concepts }
        let found = solve(other.conflict, naming: named)
        bench = self.bench(other, found, numbered: solution.states)
      }
      let group = settings.indices.filter { settings[$0] == setting }
      problems += group.flatMap { bench.problems(with: document.expectations[$0]) }
      guard problems.isEmpty else { continue }
      for index in group { results[index] = bench.evaluate(document.expectations[index]) }
    }
    if !problems.isEmpty { throw .wrong(SyntaxError(problems)) }
    return results.compactMap { $0 }
  }

  /// What known answers are compared with.
  private func bench(
    _ subject: Case, _ solution: Solution, numbered: FeasibleStates? = nil
  ) -> ExpectationBench {
    ExpectationBench(
      case: subject, solution: solution, numbered: numbered, request: work.request([], heldAtOnce: 2),
      control: work.control)
  }

  // MARK: Citations

  private func citations(_ results: [EvidenceCheck.Result]) -> CitationCheck {
    var citations = CitationCheck()
    for result in results {
      switch result.outcome {
      case .verified: citations.verified += 1
      case .failed(let diagnostic): citations.failures.append(diagnostic)
      case .notChecked where !result.evidence.citesWords: break
      case .notChecked(let reason): citations.skip(reason.description)
      }
    }
    return citations
  }

  /// A warning for each source whose text lies where the case may not read.
  private func outside(_ results: [EvidenceCheck.Result], _ document: CaseDocument) -> [Diagnostic] {
    var warned: Set<String> = []
    return results.compactMap { result in
      guard case .notChecked(.outside(let source, let path, let hint)) = result.outcome,
        warned.insert(source).inserted
      else { return nil }
      return Diagnostic(
        .outsideFolder,
        "what is cited from '\(source)' is not checked: '\(path)' lies outside the folder of the case",
        at: document.sources.first { $0.id == source }?.place ?? .none, severity: .warning, hint: hint)
    }
  }

  // MARK: Certificates

  /// Has the checker judge the certificate of every verdict; states are shared
  /// out over the processors.
  private func verify(
    _ solution: Solution, _ subject: Case
  ) -> (CertificateCheck, Limit?) {
    let count = solution.states.count
    let parts = max(1, min(count / 16, 16))
    let control = work.control
    let found = Shared([CertificateCheck](repeating: .init(), count: parts), control)
    let done = Shared(0, control)
    control.forEach(parts) { part in
      var checker = CertificateChecker(solution.conflict)
      var certificates = CertificateCheck()
      for position in stride(from: part, to: count, by: parts) {
        if control.shouldStop() != nil { break }
        for concept in solution.concepts {
          for actor in solution.conflict.actors.indices {
            let certificate = solution.certificate(concept, actor: actor, position: position)
            let isStable = solution.isStable(concept, actor: actor, position: position)
            let fault = checker.check(certificate)?.description
            if let fault = fault ?? Self.contradiction(certificate, isStable) {
              certificates.refused.append(
                .init(
                  concept: concept, actor: solution.conflict.actors[actor].id,
                  state: "state \(position + 1)", message: fault))
            } else {
              certificates.accepted += 1
            }
          }
        }
        let number = done.change { done in
          done += 1
          return done
        }
        control.report(Control.Progress(phase: .certifying, done: UInt64(number), total: UInt64(count)))
      }
      found.change { $0[part] = certificates }
    }
    var all = CertificateCheck()
    for part in found.value {
      all.accepted += part.accepted
      all.refused += part.refused
    }
    return (all, control.shouldStop())
  }

  /// A certificate may be right by itself and still not be about the verdict given.
  private static func contradiction(_ certificate: Certificate, _ isStable: Bool) -> String? {
    certificate.isStable == isStable ? nil : "it proves the opposite of the verdict"
  }
}

extension Evidence {
  /// Whether it points at words that can be looked up, and not at a source as a whole.
  fileprivate var citesWords: Bool {
    source != nil && (writtenPlace != nil || quote != nil || fingerprint != nil)
  }
}
