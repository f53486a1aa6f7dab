internal import CaseFile
internal import ConflictModel
internal import Documents
package import Notation
internal import Questions
internal import Stability

extension ExplainReport {
  /// The `entente.certificate` document, as Documentation/JSON.md describes it:
  /// nothing is left out or summarised.
  package func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", "entente.certificate"), .init("version", 1), .init("case", subject.json),
    ]
    if let outcome {
      members.append(
        .init(
          "outcome",
          [
            "id": .string(subject.outcomes[outcome.outcome].id), "states": .integer(outcome.count),
            "lasting": .object(
              outcome.senses.map { .init($0.concept.rawValue, .integer($0.lastingCount)) }),
            "explained": .object(
              outcome.senses.map { .init($0.concept.rawValue, .integer($0.explained.count)) }),
          ]))
    }
    if !passedOver.isEmpty { members.append(.init("passedOver", passedOver.json)) }
    members.append(.init("certificates", .array(certificates.map(json))))
    return .object(members)
  }

  private func json(_ certificate: Certificate) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("concept", .string(certificate.concept.rawValue)),
      .init("actor", .string(conflict.actors[certificate.actor].id)),
      .init("state", json(certificate.state)),
      .init("verdict", certificate.isStable ? "stable" : "unstable"),
      .init("conclusion", .string(conclusion(certificate, under: [certificate.concept]).text)),
    ]
    switch certificate.finding {
    case .stable(let deterrences):
      members.append(.init("deterrences", .array(deterrences.map { json($0, certificate) })))
      if deterrences.isEmpty {
        let moves = conflict.moves(of: certificate.actor, from: certificate.state)
        members.append(
          .init("moves", .array(moves.map { move($0, from: certificate.state, certificate) })))
      }
    case .unstable(let escape):
      members.append(.init("escape", json(escape, certificate)))
    }
    return .object(members)
  }

  private func json(_ state: State) -> JSONValue {
    let outcomes = subject.outcomes(of: state).map { subject.outcomes[$0].id }
    return .object(names.identity(of: state) + [.init("outcomes", JSONValue(outcomes))])
  }

  /// A move of the focal actor, compared with the state the verdict is about.
  private func move(_ target: State, from start: State, _ certificate: Certificate) -> JSONValue {
    [
      "to": json(target), "change": .string(names.change(from: start, to: target).text),
      "because": conflict.compare(certificate.actor, target, with: certificate.state).json(names),
    ]
  }

  /// A step of one of the others, compared with where it starts.
  private func step(_ step: Step, from start: State) -> JSONValue {
    [
      "actor": .string(conflict.actors[step.actor].id), "to": json(step.state),
      "change": .string(names.change(from: start, to: step.state).text),
      "because": conflict.compare(step.actor, step.state, with: start).json(names),
    ]
  }

  private func json(_ deterrence: Deterrence, _ certificate: Certificate) -> JSONValue {
    let focal = certificate.actor
    let sanction: JSONValue
    switch deterrence.sanction {
    case .sequence(let steps, let counterMoves):
      var current = deterrence.improvement
      var path: [JSONValue] = []
      for next in steps {
        path.append(step(next, from: current))
        current = next.state
      }
      let end = current
      sanction = [
        "kind": "sequence", "steps": .array(path), "outcome": json(end),
        "because": conflict.compare(focal, end, with: certificate.state).json(names),
        "counterMoves": .array(counterMoves.map { move($0, from: end, certificate) }),
      ]
    case .together(let steps, let outcome):
      sanction = [
        "kind": "together", "steps": .array(steps.map { step($0, from: certificate.state) }),
        "outcome": json(outcome),
        "because": conflict.compare(focal, outcome, with: certificate.state).json(names),
      ]
    }
    return [
      "improvement": move(deterrence.improvement, from: certificate.state, certificate),
      "sanction": sanction,
    ]
  }

  private func json(_ escape: Escape, _ certificate: Certificate) -> JSONValue {
    let improvement = move(escape.improvement, from: certificate.state, certificate)
    switch escape.reason {
    case .noAnswerCounts:
      return ["improvement": improvement, "reason": "noAnswerCounts"]
    case .closedSet(let answers):
      return [
        "improvement": improvement, "reason": "closedSet",
        "answers": .array(answers.map { json($0, certificate) }),
      ]
    case .unlistedSet:
      return ["improvement": improvement, "reason": "unlistedSet"]
    case .noJointAnswer(let steps):
      return [
        "improvement": improvement, "reason": "noJointAnswer",
        "improvementsOfOthers": .array(steps.map { step($0, from: certificate.state) }),
      ]
    }
  }

  private func json(_ answer: Escape.Answer, _ certificate: Certificate) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("state", json(answer.state)),
      .init("lastMover", .string(conflict.actors[answer.lastMover].id)),
      .init(
        "because",
        conflict.compare(certificate.actor, answer.state, with: certificate.state).json(names)),
    ]
    if let counterMove = answer.counterMove {
      members.append(.init("counterMove", move(counterMove, from: answer.state, certificate)))
    }
    return .object(members)
  }
}
