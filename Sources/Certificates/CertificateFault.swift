public import ConflictModel

/// Why a certificate is refused: the first step in it that fails.
public struct CertificateFault: Error, Sendable, Hashable {
  /// What is wrong.
  public let code: Code
  /// Where in the certificate, as indices from 0, the outermost first: which
  /// improvement and which step of the answer to it; which answer of a closed
  /// set; empty when it is the certificate as a whole.
  public let path: [Int]
  /// The actor it is about, by index, if it is about one.
  public let actor: Int?
  /// The state it is about, if it is about one.
  public let state: State?

  init(_ code: Code, at path: [Int] = [], actor: Int? = nil, state: State? = nil) {
    self.code = code
    self.path = path
    self.actor = actor
    self.state = state
  }

  /// What can be wrong with a certificate.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The concept is not defined for conflicts of this form.
    case notDefined = "not-defined"
    /// There is no actor with this index.
    case noSuchActor = "no-such-actor"
    /// The state that the verdict is about is not feasible.
    case notFeasible = "not-feasible"
    /// The reasons are of a kind that the concept does not go by.
    case wrongReason = "wrong-reason"
    /// What the others can bring about is not listed, being too much, and nothing else proves it.
    case notListed = "not-listed"
    /// An improvement of the focal actor is left out.
    case missingImprovement = "missing-improvement"
    /// What is listed as an improvement of the focal actor is none.
    case notAnImprovement = "not-an-improvement"
    /// The improvements are not listed by rising code, each once.
    case improvementsOutOfOrder = "improvements-out-of-order"
    /// An answer has no step.
    case noSteps = "no-steps"
    /// The focal actor takes part in the answer to its own improvement.
    case focalAnswers = "focal-answers"
    /// Somebody moves twice running.
    case movesTwiceRunning = "moves-twice-running"
    /// The mover cannot make the move.
    case notAMove = "not-a-move"
    /// The step makes its mover no better off, and the concept asks for that.
    case notCredible = "not-credible"
    /// The answer ends in a state that the focal actor likes better than its start.
    case sanctionIsBetter = "sanction-is-better"
    /// The counter-moves are not all moves of the focal actor by rising code, or
    /// they are listed although the concept does not ask about them.
    case wrongCounterMoves = "wrong-counter-moves"
    /// A counter-move takes the focal actor to something better than its start.
    case counterMoveIsBetter = "counter-move-is-better"
    /// The steps of a joint answer are not by rising actor, each once.
    case jointStepsOutOfOrder = "joint-steps-out-of-order"
    /// The result of a joint answer is not what its steps bring about together.
    case wrongOutcome = "wrong-outcome"
    /// The result of a joint answer is not feasible.
    case outcomeNotFeasible = "outcome-not-feasible"
    /// The closed set is not listed by rising state and last mover, each once.
    case answersOutOfOrder = "answers-out-of-order"
    /// No legal sequence of the others ends so.
    case notReached = "not-reached"
    /// A legal sequence of the others ends in a way that is not listed.
    case missingAnswer = "missing-answer"
    /// An answer spoils the improvement after all.
    case answerSpoils = "answer-spoils"
    /// A counter-move is named where none is called for.
    case idleCounterMove = "idle-counter-move"
    /// The counter-move named is no move, or leads to nothing better.
    case uselessCounterMove = "useless-counter-move"
    /// The list is not of all the others' improvements, by actor and rising code.
    case wrongJointList = "wrong-joint-list"
    /// A joint answer spoils the improvement after all.
    case jointAnswerSpoils = "joint-answer-spoils"
  }
}

extension CertificateFault: CustomStringConvertible {
  /// The fault as a sentence; actors and places counted from 0, states by code.
  public var description: String {
    var text = code.sentence
    var details: [String] = []
    if !path.isEmpty {
      var place = "at"
      for index in path { place += " " + String(index) }
      details.append(place)
    }
    if let actor { details.append("actor " + String(actor)) }
    if let state { details.append("state " + String(state.code)) }
    for (index, detail) in details.enumerated() {
      text += (index == 0 ? " (" : ", ") + detail
    }
    return details.isEmpty ? text : text + ")"
  }
}

extension CertificateFault.Code {
  /// What the code says, in words.
  public var sentence: String {
    switch self {
    case .notDefined: "the concept is not defined for a conflict of this form"
    case .noSuchActor: "there is no such actor"
    case .notFeasible: "the state is not feasible"
    case .wrongReason: "the concept does not go by reasons of this kind"
    case .notListed:
      "what the others can bring about is not listed, being too much, and nothing else proves it"
    case .missingImprovement: "an improvement of the focal actor is left out"
    case .notAnImprovement: "this is no improvement of the focal actor"
    case .improvementsOutOfOrder: "the improvements are not listed by rising code, each once"
    case .noSteps: "the answer has no step"
    case .focalAnswers: "the focal actor takes part in the answer to itself"
    case .movesTwiceRunning: "somebody moves twice running"
    case .notAMove: "the mover cannot make this move"
    case .notCredible: "the mover is no better off after this step"
    case .sanctionIsBetter: "the answer ends where the focal actor is better off than at the start"
    case .wrongCounterMoves: "the counter-moves are not those that the concept asks for"
    case .counterMoveIsBetter: "a counter-move makes the focal actor better off than at the start"
    case .jointStepsOutOfOrder: "the joint steps are not by rising actor, each once"
    case .wrongOutcome: "the joint steps bring about something else"
    case .outcomeNotFeasible: "the joint outcome is not feasible"
    case .answersOutOfOrder: "the answers are not by rising state and last mover, each once"
    case .notReached: "no legal sequence of the others ends so"
    case .missingAnswer: "a legal sequence of the others ends in a way that is not listed"
    case .answerSpoils: "this answer spoils the improvement after all"
    case .idleCounterMove: "a counter-move is named where none is called for"
    case .uselessCounterMove: "the counter-move is no move or leads to nothing better"
    case .wrongJointList: "the list is not of all improvements of the others, by actor and code"
    case .jointAnswerSpoils: "a joint answer spoils the improvement after all"
    }
  }
}
