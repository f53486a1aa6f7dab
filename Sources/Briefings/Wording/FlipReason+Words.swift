internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

extension Names {
  /// Why edits turn a claim, as a sentence: `Then Moscow would gain by giving up “Extend the deal”.`
  func why(_ reason: FlipReason, about claim: Claim) -> Sentence {
    // Of a claim about one state it is plain which is meant.
    if case .lasts = claim.content { return "Then \(clause(reason))." }
    let called = called(reason.state).inLowerCase
    return "Then \(called) \(reason.lasts ? "lasts" : "does not last"): \(clause(reason))."
  }

  private func clause(_ reason: FlipReason) -> Sentence {
    switch reason.kind {
    case .impossible: return "the rules leave no such situation"
    case .possible: return "the rules leave that situation, and nobody would leave it"
    case .gains, .unanswered, .stays, .answered: break
    }
    guard let index = reason.actor, let target = reason.target else { return "" }
    let (who, act) = (actor(index), change(from: reason.state, to: target))
    let others: Sentence =
      reason.others == 0 ? "" : ", and nobody else would leave either"
    switch reason.kind {
    case .impossible, .possible: return ""
    case .gains(let wasOpen):
      return "\(who) \(wasOpen ? "would" : "could") gain by \(act)\(unspoiled(reason.concept))"
    case .unanswered(let step, let from, let lost):
      let (answerer, answer) = (actor(step.actor), change(from: from, to: step.state))
      let gain: Sentence = "\(who) would gain by \(act), since \(answerer)"
      switch lost {
      case .unwilling: return "\(gain) would not answer by \(answer) any more: that no longer helps it"
      case .unable: return "\(gain) could not answer by \(answer) any more"
      case .harmless: return "\(gain), answering by \(answer), would not hurt it any more"
      case .escapable: return "\(gain), answering by \(answer), could not keep it from a further gain"
      case .other: return "\(gain), answering by \(answer), would not spoil that any more"
      }
    case .stays(let isOpen):
      return isOpen
        ? "\(who) would not gain by \(act) any more\(others)"
        : "\(act) would not be open to \(who) any more\(others)"
    case .answered(let sanction):
      switch sanction {
      case .sequence(let steps, _):
        let verb = reason.concept.needsCredibleAnswers ? "would answer" : "could answer"
        return
          "\(who) could gain by \(act), but \(self.steps(steps, from: target, verb)), and \(who) would be no better off\(others)"
      case .together(let steps, _):
        return
          "\(who) could gain by \(act), but not if at the same moment \(choices(steps, from: reason.state))\(others)"
      }
    }
  }

  /// That nobody spoils a gain, as far as the sense looks at answers.
  private func unspoiled(_ concept: Concept) -> String {
    switch concept {
    case .nash: ""
    case .sim: ", whatever the others do at the same moment"
    case .gmr, .smr: ", and no answer could spoil that"
    case .seq, .sseq: ", and nobody has an answer in its own interest that would spoil that"
    }
  }

  /// The same for programs.
  func json(_ reason: FlipReason, about claim: Claim) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("text", .string(why(reason, about: claim).text)), .init("kind", .string(reason.kind.word)),
      .init("state", .object(identity(of: reason.state))), .init("lasts", .bool(reason.lasts)),
    ]
    if let actor = reason.actor { members.append(.init("actor", .string(conflict.actors[actor].id))) }
    if let target = reason.target { members.append(.init("to", .object(identity(of: target)))) }
    if case .unanswered(let step, _, let lost) = reason.kind {
      members.append(
        .init(
          "answer",
          [
            "actor": .string(conflict.actors[step.actor].id), "to": .object(identity(of: step.state)),
            "lost": .string(lost.rawValue),
          ]))
    }
    return .object(members)
  }
}

extension FlipReason.Kind {
  /// The kind as programs know it.
  fileprivate var word: String {
    switch self {
    case .impossible: "impossible"
    case .possible: "possible"
    case .gains: "gains"
    case .unanswered: "unanswered"
    case .stays: "stays"
    case .answered: "answered"
    }
  }
}
