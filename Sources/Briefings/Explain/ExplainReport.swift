package import CaseFile
package import ConflictModel
package import Documents
package import Questions
package import Stability

/// Why verdicts are as they are: each certificate told as an argument that a
/// person can follow, and as the `entente.certificate` document.
///
///     let solution = suspects.conflict.solve()
///     let certificate = solution.certificate(.seq, actor: 0, position: 3)
///     let report = ExplainReport(case: suspects, solution: solution, certificates: [certificate])
///     print(report.text(Style(width: 80)))
///
/// Every comparison in the argument is worked out from the conflict itself and
/// names the statement that decides it, with its source. The document has the
/// certificates as they were given; the argument for people gives the plainest
/// reasons for the same verdicts, whose moves change least.
package struct ExplainReport: Documented {
  /// The case.
  package let subject: Case
  /// What was found out about it.
  package let solution: Solution
  /// The verdicts to explain, in the order to tell them.
  package let certificates: [Certificate]

  /// The outcome whose states they are about, where it has several.
  let outcome: OutcomeMembers?
  /// Senses asked about that so many states leave out.
  let passedOver: [Concept]
  let names: Names
  /// The certificates as they are told to people.
  let told: [Certificate]

  /// The reasons for the verdicts of `certificates`.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - solution: What was decided of it.
  ///   - certificates: Reasons that a checker accepts.
  ///   - told: The certificates as they are told to people; the plainest for the same
  ///     verdicts when nil, which are looked for without a limit.
  ///   - outcome: The outcome whose states they are about, where it has several.
  ///   - passedOver: Senses asked about that so many states leave out.
  package init(
    case subject: Case, solution: Solution, certificates: [Certificate], told: [Certificate]? = nil,
    outcome: OutcomeMembers? = nil, passedOver: [Concept] = []
  ) {
    self.passedOver = passedOver
    self.subject = subject
    self.solution = solution
    self.certificates = certificates
    self.outcome = outcome
    names = Names(subject, states: solution.hasAllStates ? solution.states : nil)
    self.told = told ?? certificates.map(solution.plainest)
  }

  var conflict: Conflict { solution.conflict }
}

extension ExplainReport {
  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The arguments for people: each conclusion, what its concept means, and the reasons.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.about([names.title])
    let lead = lead
    builder.add(
      lead,
      seeing: names.further(
        names.presents.isEmpty ? [.solve, .sensitivity] : [.solve, .paths, .sensitivity]),
      explaining: names.inFull(lead))
    if !passedOver.isEmpty { builder.remark(passedOver.sentencePassingOver) }
    addFigures(to: &builder)
    builder.more("The argument, step by step") { addArguments(to: &$0) }
    addJudgements(to: &builder)
    builder.add(dayOf: subject, afterGap: true)
    return builder.document
  }

  /// The arguments in full, state by state.
  private func addArguments(to builder: inout DocumentBuilder) {
    var described: Set<State> = []
    var glossed: Set<Concept> = []
    let figures = furtherFigures(arguments.map { $0.certificate })
    for (place, argument) in arguments.enumerated() {
      let certificate = argument.certificate
      if described.insert(certificate.state).inserted {
        builder.heading(names.capitalized(names.full(certificate.state)))
        if !names.isGraph { builder.paragraph(names.capitalized(names.content(of: certificate.state)) + ".") }
        if let doubt = names.doubtAboutStatusQuo(certificate.state) { builder.paragraph(doubt) }
        if let sum = sum(certificate.state) { builder.paragraph(sum) }
      }
      builder.pause()
      builder.paragraph(conclusion(certificate, under: argument.concepts).inManner(.decisive))
      for concept in argument.concepts where glossed.insert(concept).inserted {
        builder.paragraph(concept.inParentheses(concept.personalGloss))
      }
      switch certificate.finding {
      case .stable(let deterrences): add(deterrences, certificate, to: &builder)
      case .unstable(let escape): add(escape, certificate, to: &builder)
      }
      if let chain = figures[place] { builder.figure(.chain(chain), caption: names.caption(certificate)) }
    }
  }

  /// One argument for the verdicts under one or more concepts.
  private struct Argument {
    let certificate: Certificate
    var concepts: [Concept]

    /// Whether the other certificate would be told in the same words.
    func covers(_ other: Certificate) -> Bool {
      guard certificate.state == other.state, certificate.actor == other.actor,
        certificate.finding == other.finding
      else { return false }
      if case .stable(let deterrences) = other.finding, deterrences.isEmpty { return true }
      return certificate.concept.needsCredibleAnswers == other.concept.needsCredibleAnswers
        && certificate.concept.allowsCounterMove == other.concept.allowsCounterMove
        && certificate.concept.isSequential == other.concept.isSequential
    }
  }

  /// The certificates, those with the same reasons put together.
  private var arguments: [Argument] {
    var arguments: [Argument] = []
    for certificate in told {
      if let index = arguments.firstIndex(where: { $0.covers(certificate) }) {
        arguments[index].concepts.append(certificate.concept)
      } else {
        arguments.append(Argument(certificate: certificate, concepts: [certificate.concept]))
      }
    }
    return arguments
  }

  /// The verdict in a sentence.
  func conclusion(_ certificate: Certificate, under concepts: [Concept]) -> Sentence {
    let verb = certificate.isStable ? "would stay in" : "would leave"
    return
      "\(names.actor(certificate.actor)) \(verb) \(names.again(certificate.state)) under \(concepts.words)."
  }

  /// Whether the state lasts, when there is a verdict on every actor: under which
  /// concepts it does, and who would leave it under the others.
  private func sum(_ state: State) -> Sentence? {
    var groups: [(leaving: [Int], concepts: [Concept])] = []
    for concept in Concept.allCases {
      let verdicts = certificates.filter { $0.state == state && $0.concept == concept }
      guard Set(verdicts.map({ $0.actor })).count == conflict.actors.count else { continue }
      let leaving = conflict.actors.indices.filter { actor in
        verdicts.contains { $0.actor == actor && !$0.isStable }
      }
      if let index = groups.firstIndex(where: { $0.leaving == leaving }) {
        groups[index].concepts.append(concept)
      } else {
        groups.append((leaving, [concept]))
      }
    }
    if groups.isEmpty { return nil }
    let sentences: [Sentence] = groups.map { group in
      group.leaving.isEmpty
        ? "It lasts under \(group.concepts.words): everybody would stay."
        : "It does not last under \(group.concepts.words("or")): \(names.actors(group.leaving)) would leave."
    }
    return sentences.joined(separator: " ")
  }
}

extension Solution {
  /// The plainest reasons for the verdict of a certificate; itself when the state is
  /// not one of the solution's.
  fileprivate func plainest(_ certificate: Certificate) -> Certificate {
    guard isWorkedOut, let position = states.position(of: certificate.state) else { return certificate }
    return self.certificate(
      certificate.concept, actor: certificate.actor, position: position, choosing: .plainest)
  }
}

extension ExplainReport: Briefing {
  package typealias Asked = ExplainQuestion

  package init(_ answer: ExplainQuestion.Answer, _ work: Work) {
    self.init(
      case: answer.subject, solution: answer.solution, certificates: answer.certificates,
      told: answer.plainest, outcome: answer.outcome, passedOver: answer.passedOver)
  }

  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}
