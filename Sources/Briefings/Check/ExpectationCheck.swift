package import CaseFile
package import ConflictModel
package import Stability

/// Compares a known answer of a case with what the solver found.
package enum ExpectationCheck {
  /// How a comparison came out.
  package enum Verdict: String, Sendable, Hashable {
    /// The answer is the expected one.
    case passed
    /// It is another one.
    case failed
    /// A limit was reached before it could be told.
    case undetermined
  }

  /// What a comparison found.
  package struct Result: Sendable, Hashable {
    /// What was expected.
    package let expectation: ExpectationText
    /// How it came out.
    package let verdict: Verdict
    /// What was found, in few words: `nash is 5, 6`.
    package let found: String
    /// What is wrong, in a sentence; empty when nothing is.
    package let message: String

    /// Whether the answer is the expected one.
    package var passed: Bool { verdict == .passed }
  }

  /// Compares one expectation with a solution.
  ///
  /// - Parameters:
  ///   - expectation: What the case file expects.
  ///   - subject: The case, made with the events and profiles that the expectation
  ///     gives.
  ///   - solution: The solution of that case's conflict, asked for every concept.
  ///   - numbered: The states that the file's numbers count, those under its own
  ///     event values; those of the solution when nil.
  package static func evaluate(
    _ expectation: ExpectationText, case subject: Case, solution: Solution,
    numbered: FeasibleStates? = nil
  ) -> Result {
    var bench = ExpectationBench(case: subject, solution: solution, numbered: numbered)
    return bench.evaluate(expectation)
  }
}
