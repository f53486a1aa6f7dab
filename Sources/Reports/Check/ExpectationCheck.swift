public import CaseFile
public import ConflictModel
public import Stability

/// Compares a known answer of a case with what the solver found.
public enum ExpectationCheck {
  /// How a comparison came out.
  public enum Verdict: String, Sendable, Hashable {
    /// The answer is the expected one.
    case passed
    /// It is another one.
    case failed
    /// A limit was reached before it could be told.
    case undetermined
  }

  /// What a comparison found.
  public struct Result: Sendable, Hashable {
    /// What was expected.
    public let expectation: ExpectationText
    /// How it came out.
    public let verdict: Verdict
    /// What was found, in few words: `nash is 5, 6`.
    public let found: String
    /// What is wrong, in a sentence; empty when nothing is.
    public let message: String

    /// Whether the answer is the expected one.
    public var passed: Bool { verdict == .passed }
  }

  /// Compares one expectation with a solution.
  ///
  /// - Parameters:
  ///   - expectation: What the case file expects.
  ///   - subject: The case, made with the events that the expectation gives.
  ///   - solution: The solution of that case's conflict, asked for every concept.
  ///   - numbered: The states that the file's numbers count, those under its own
  ///     event values; those of the solution when nil.
  public static func evaluate(
    _ expectation: ExpectationText, case subject: Case, solution: Solution,
    numbered: FeasibleStates? = nil
  ) -> Result {
    let check = Check(expectation: expectation, subject: subject, solution: solution, numbered: numbered)
    return check.result()
  }
}

/// One comparison under way.
private struct Check {
  let expectation: ExpectationText
  let subject: Case
  let solution: Solution
  let names: Names
  let numbered: FeasibleStates

  init(expectation: ExpectationText, subject: Case, solution: Solution, numbered: FeasibleStates?) {
    self.expectation = expectation
    self.subject = subject
    self.solution = solution
    self.numbered = numbered ?? solution.states
    names = Names(subject, states: solution.hasAllStates ? solution.states : nil)
  }

  func result() -> ExpectationCheck.Result {
    guard solution.hasAllStates else {
      return undetermined("the feasible states were not all listed")
    }
    switch expectation.claim {
    case .feasible(let count):
      let found =
        "\(Prose.count(solution.states.count, "state")) \(solution.states.count == 1 ? "is" : "are") feasible"
      return solution.states.count == count
        ? passed(found)
        : failed(
          found, "expected \(Prose.grouped(count)) feasible, found \(Prose.grouped(solution.states.count))")
    case .states(let concept, let actor, let references):
      return decided(concept) ?? states(concept, actor, references)
    case .every(let concept, let expression), .some(let concept, let expression),
      .no(let concept, let expression):
      return decided(concept) ?? satisfying(concept, expression)
    case .statusQuo(let concepts):
      return statusQuo(concepts)
    }
  }

  // MARK: The forms

  private func states(
    _ concept: Concept, _ actor: Named?, _ references: [StateReference]
  ) -> ExpectationCheck.Result {
    let found: Selection
    var subjectWords = concept.rawValue
    if let actor {
      guard let index = subject.conflict.actors.firstIndex(where: { $0.id == actor.text }) else {
        return failed("", "no actor is called '\(actor.text)'")
      }
      found = solution.stable(concept, actor: index)
      subjectWords += " for \(actor.text)"
    } else {
      found = solution.equilibria(concept)
    }
    let words = "\(subjectWords) is \(list(found))"
    var expected: Set<Int> = []
    for reference in references {
      let state: State
      do { state = try subject.state(reference, among: numbered) } catch {
        return failed(words, error.diagnostics.first?.message ?? "an expected state does not exist")
      }
      guard let position = solution.states.position(of: state) else {
        return failed(words, "\(names.state(state)) is expected, but not feasible")
      }
      expected.insert(position)
    }
    let missing = expected.filter { !found.contains($0) }.sorted()
    let extraCount = found.count - (expected.count - missing.count)
    if missing.isEmpty, extraCount == 0 { return passed(words) }
    var parts: [String] = []
    if !missing.isEmpty { parts.append("expected and not found: \(list(missing, count: missing.count))") }
    if extraCount > 0 {
      let extra = found.lazy.filter { !expected.contains($0) }
      parts.append("found and not expected: \(list(extra, count: extraCount))")
    }
    return failed(words, parts.joined(separator: "; "))
  }

  private func satisfying(_ concept: Concept, _ expression: Expression) -> ExpectationCheck.Result {
    let condition: Condition
    do { condition = try subject.condition(expression) } catch {
      return failed("", error.diagnostics.first?.message ?? "the condition has no meaning")
    }
    let equilibria = solution.equilibria(concept)
    let good = equilibria.intersection(solution.states(where: condition))
    let bad = equilibria.subtracting(good)
    let words =
      "\(Prose.grouped(good.count)) of \(Prose.count(equilibria.count, "\(concept.rawValue) equilibrium", "\(concept.rawValue) equilibria")) satisfy \(expression.printed)"
    switch expectation.claim {
    case .every:
      return bad.isEmpty ? passed(words) : failed(words, "these do not satisfy it: \(list(bad))")
    case .some:
      return good.isEmpty ? failed(words, "none satisfies \(expression.printed)") : passed(words)
    default:
      return good.isEmpty ? passed(words) : failed(words, "these satisfy it: \(list(good))")
    }
  }

  private func statusQuo(_ expected: [Concept]) -> ExpectationCheck.Result {
    guard let statusQuo = subject.statusQuo else { return failed("", "the case has no status quo") }
    if let concept = expected.first(where: { solution.notDefined.contains($0) }) {
      return failed("", "\(concept.rawValue) is not defined in graph form")
    }
    var parts: [String] = []
    for state in statusQuo.completions.isEmpty ? [statusQuo.state] : statusQuo.completions {
      guard let position = solution.states.position(of: state) else {
        return failed("", "\(names.state(state)) is not feasible")
      }
      let known = Concept.allCases.filter { solution.concepts.contains($0) || isPassedOver($0) }
      let found = known.filter { isEquilibrium($0, at: position) }
      let words = "\(names.again(state)) lasts under \(found.isEmpty ? "no concept" : found.words)"
      if found != known.filter({ expected.contains($0) }) {
        return failed(words, "expected \(expected.isEmpty ? "no concept" : expected.words); \(words)")
      }
      parts.append(words)
    }
    let open = Concept.allCases.filter {
      $0.isDefined(in: solution.conflict.form) && !solution.concepts.contains($0) && !isPassedOver($0)
    }
    if !open.isEmpty { return undetermined("not decided: \(open.words)") }
    return passed(parts.joined(separator: "; "))
  }

  private func isPassedOver(_ concept: Concept) -> Bool {
    solution.passedOver.contains(concept) && solution.isWorkedOut
  }

  /// Whether every actor is stable at one state, also under a concept that was
  /// passed over for the number of states.
  private func isEquilibrium(_ concept: Concept, at position: Int) -> Bool {
    if solution.concepts.contains(concept) { return solution.isEquilibrium(concept, position: position) }
    return solution.conflict.actors.indices.allSatisfy {
      solution.certificate(concept, actor: $0, position: position).isStable
    }
  }

  // MARK: Results

  /// A result when the concept was not decided, nil when it was.
  private func decided(_ concept: Concept) -> ExpectationCheck.Result? {
    if solution.concepts.contains(concept) { return nil }
    return concept.isDefined(in: solution.conflict.form)
      ? undetermined("\(concept.rawValue) was not decided")
      : failed("", "\(concept.rawValue) is not defined in graph form")
  }

  private func list(_ selection: Selection) -> String {
    list(selection, count: selection.count)
  }

  private func list(_ positions: some Sequence<Int>, count: Int) -> String {
    if count == 0 { return "no state" }
    let shown = positions.lazy.map { names.short(solution.states[$0]) }
    return Prose.list(first: shown, of: count, atMost: 24)
  }

  private func passed(_ found: String) -> ExpectationCheck.Result {
    .init(expectation: expectation, verdict: .passed, found: found, message: "")
  }

  private func failed(_ found: String, _ message: String) -> ExpectationCheck.Result {
    .init(expectation: expectation, verdict: .failed, found: found, message: message)
  }

  private func undetermined(_ message: String) -> ExpectationCheck.Result {
    .init(expectation: expectation, verdict: .undetermined, found: "", message: message)
  }
}
