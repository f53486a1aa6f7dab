package import CaseFile
package import ConflictModel
package import Stability

/// Words against wishes: what each threat and promise of a case is worth, and
/// what holds the equilibria that somebody could leave to its gain.
///
///     let solution = subject.conflict.solve()
///     let analysis = WordsAnalysis(of: subject, solution, under: [.seq]) { $0.solve() }
///     analysis.tests[0].credibility    // .empty, say
///     analysis.beliefs[0]?.changes[0].effect
package struct WordsAnalysis: Sendable {
  /// The concepts asked about.
  package let concepts: [Concept]
  /// What each declaration is worth, in the order of the file.
  package private(set) var tests: [DeclarationTest] = []
  /// For each of them, what changes when it is believed; nil when that would take
  /// ranking more states than is allowed, or the work was stopped.
  package private(set) var beliefs: [Belief?] = []
  /// What holds the equilibria under each of ``concepts`` but `nash`.
  package private(set) var holds: [Holds] = []
  /// Why the work ended early, or nil.
  package private(set) var limit: Limit?

  /// How much is gone through.
  package struct Bounds: Sendable {
    /// The most states where a declaration is due that are looked at.
    package var states = 100_000
    /// The most equilibria whose holds are.
    package var held = 100_000
    /// The most states that are put into a ranking of words before wishes.
    package var ranked = 1 << 16

    /// The usual bounds.
    package init() {}

    /// The usual bounds where states are not listed, and each takes a while.
    package static var unlisted: Bounds {
      var bounds = Bounds()
      bounds.states = 500
      bounds.held = 16
      return bounds
    }
  }

  /// Goes through all declarations and equilibria.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - solution: Its solution, which decides the concepts and `nash`.
  ///   - concepts: The concepts asked about.
  ///   - bounds: How much is gone through.
  ///   - control: When to stop.
  ///   - solve: Solves a conflict with the same states by the same engine, for
  ///     the same concepts.
  package init(
    of subject: Case, _ solution: Solution, under concepts: [Concept], bounds: Bounds? = nil,
    control: Control = Control(), solve: (Conflict) -> Solution
  ) {
    self.concepts = concepts
    let bounds = bounds ?? (solution.isListed ? Bounds() : .unlisted)
    let now = subject.statusQuo?.state
    for declaration in subject.declarations {
      tests.append(
        DeclarationTest(declaration, in: solution, limit: bounds.states, near: now, control: control))
      var belief: Belief?
      if limit == nil, control.shouldStop() == nil,
        let believed = declaration.believed(in: solution, limit: bounds.ranked)
      {
        let after = solve(believed)
        limit = after.limit
        if after.limit == nil { belief = Belief(declaration, before: solution, after: after) }
      }
      beliefs.append(belief)
    }
    for concept in concepts where concept != .nash {
      holds.append(Holds(under: concept, in: solution, limit: bounds.held, near: now, control: control))
    }
    limit = limit ?? control.shouldStop()
  }
}
