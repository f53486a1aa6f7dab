internal import CaseFile
package import ConflictModel
internal import Stability

extension SolvedCase {
  /// What each threat and promise is worth, looked at in the first, or nearest, states where it is due;
  /// none where moves and preferences are not worked out, so that nothing can be said.
  ///
  /// - Parameter control: When to stop.
  package func declarationTests(control: Control = Control()) -> [DeclarationTest] {
    guard hasReasons else { return [] }
    return subject.declarations.map {
      DeclarationTest($0, in: solution, limit: lookedLimit, near: subject.statusQuo?.state, control: control)
    }
  }
}
