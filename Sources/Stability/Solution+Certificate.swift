public import ConflictModel
internal import StateSets

extension Solution {
  /// The reasons for a verdict, in the form that an independent checker accepts:
  /// for a stable actor an answer to each of its improvements, for an unstable
  /// one an improvement and everything that fails to spoil it.
  ///
  /// Works for every concept that the conflict's form defines, once moves and
  /// preferences are worked out; it is a programming error to ask otherwise.
  ///
  /// - Parameters:
  ///   - concept: The concept asked about.
  ///   - actor: Whose verdict it is.
  ///   - position: The state's place among the feasible ones.
  ///   - choice: Which of several reasons to give.
  ///
  /// - Complexity: O(legal sequences' moves) for each improvement; under `sim`,
  ///   O(joint answers).
  public func certificate(
    _ concept: Concept, actor: Int, position: Int, choosing choice: ReasonChoice = .canonical
  ) -> Certificate {
    guard
      let certificate = certificate(
        concept, actor: actor, position: position, choosing: choice, answerLimit: .max)
    else {
      preconditionFailure("there is no limit")
    }
    return certificate
  }

  /// The same, or nil when following the others' answers to some improvement comes
  /// to more than `answerLimit` arrivals at a state: in a large conflict a proof
  /// may have to list a good part of all states.
  public func certificate(
    _ concept: Concept, actor: Int, position: Int, choosing choice: ReasonChoice = .canonical,
    answerLimit: Int
  ) -> Certificate? {
    do {
      return try certificate(
        concept, actor: actor, position: position, choosing: choice, answerLimit: answerLimit,
        control: Control())
    } catch {
      preconditionFailure("nobody said stop")
    }
  }

  /// The same, looked for as long as `control` lets it; it throws when that says stop.
  package func certificate(
    _ concept: Concept, actor: Int, position: Int, choosing choice: ReasonChoice = .canonical,
    control: Control
  ) throws(StateGraph.Stopped) -> Certificate {
    guard
      let certificate = try certificate(
        concept, actor: actor, position: position, choosing: choice, answerLimit: .max, control: control)
    else {
      preconditionFailure("there is no limit")
    }
    return certificate
  }

  /// The same with both limits.
  package func certificate(
    _ concept: Concept, actor: Int, position: Int, choosing choice: ReasonChoice = .canonical,
    answerLimit: Int, control: Control
  ) throws(StateGraph.Stopped) -> Certificate? {
    precondition(concept.isDefined(in: conflict.form), "the concept is not defined here")
    let meter = choice == .plainest ? ChangeMeter(conflict) : nil
    let state = states[position]
    let finding: Certificate.Finding?
    if let tables {
      var witness = Witness(
        TableSpace(tables: tables), tables: tables, concept: concept, focal: actor,
        start: states.slot(at: position), answerLimit: answerLimit, meter: meter, control)
      finding = try witness.finding()
    } else if !isListed {
      finding = try self.finding(concept, actor: actor, in: state, answerLimit, meter, control)
    } else {
      preconditionFailure("the conflict was not worked out")
    }
    return finding.map { Certificate(concept: concept, actor: actor, state: state, finding: $0) }
  }

  /// Reasons for a verdict where all of them may be too many: a stable actor's improvements are answered as far as so
  /// many go, which is no proof; of a list, all are.
  package func someReasons(
    _ concept: Concept, actor: Int, position: Int, atMost most: Int, control: Control
  ) throws(StateGraph.Stopped) -> Certificate {
    if isListed { return try certificate(concept, actor: actor, position: position, control: control) }
    let state = states[position]
    guard
      let finding = try finding(concept, actor: actor, in: state, .max, nil, answering: most, control)
    else { preconditionFailure("some of any number can be told") }
    return Certificate(concept: concept, actor: actor, state: state, finding: finding)
  }

  /// The reasons among more states than any table has: by the definitions where few states come up, else by sets.
  private func finding(
    _ concept: Concept, actor: Int, in state: State, _ answerLimit: Int, _ meter: ChangeMeter?,
    answering most: Int? = nil, _ control: Control
  ) throws(StateGraph.Stopped) -> Certificate.Finding? {
    var witness = Witness(
      MetSpace(conflict, from: state), tables: nil, concept: concept, focal: actor, start: 0,
      answerLimit: answerLimit, meter: meter, control)
    if let found = try witness.finding() { return found }
    return try SymbolicReasons.finding(
      concept, actor: actor, in: state, of: conflict, meter: meter, answerLimit: answerLimit,
      answering: most, control)
  }
}

/// Which of several reasons a certificate gives.
public enum ReasonChoice: Sendable, Hashable {
  /// Lists by rising code and the first of all that would do, so that the same case
  /// gives the same bytes everywhere. This is what a checker accepts.
  case canonical
  /// What changes least, as `ChangeMeter` has it, for sentences
  /// that people read: an improvement that nothing spoils with the smallest change,
  /// else all of them, the smallest change first; for each a shortest answer, of
  /// these the one whose steps change least. The verdict is the same.
  case plainest
}
