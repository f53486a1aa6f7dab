internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

extension SolveReport {
  /// Whether declared threats and promises would be carried out, and whether the
  /// equilibria keep them; `entente words` says more.
  var declarations: [Sentence] {
    solved.declarationTests(control: options.control).map { sentences($0) }
  }

  /// The same for programs. It goes through so many states at most, whatever the time, that it
  /// need not be cut off.
  var declarationsJSON: JSONValue {
    .array(
      solved.declarationTests().map { test in
        .object(
          test.members(names, solution, under: solution.concepts)
            + [.init("lasting", test.keeping(at: lasting).json)])
      })
  }

  private func sentences(_ test: DeclarationTest) -> Sentence {
    let declaration = test.declaration
    var text: Sentence =
      "\(names.actor(declaration.actor)) declares \(names.words(of: declaration)) (\(names.citation(of: declaration)))."
    let keeping = test.keeping(at: lasting)
    text +=
      keeping.applying == 0
      ? " In no state that lasts does it come to that."
      : " It is kept in \(Self.share(keeping.kept.count, of: keeping.applying)) of the \(Prose.count(keeping.applying, "lasting state")) where it applies."

    if test.due.isEmpty { return text + " No feasible state breaks it." }
    let looked = lookedAt(of: test.due.count, "states where it is still to be carried out")
    let able = test.able.count
    if able == 0 {
      return text + " Where it is still to be carried out, no move of its own can do it." + looked
    }
    text +=
      " In \(Self.share(test.gaining.count, of: able)) of the \(Prose.count(able, "state")) where a move of its own would carry it out, it would itself gain by that"
    let victims: [Sentence] = conflict.actors.indices.filter {
      $0 != declaration.actor && test.effects[$0].hurt > 0
    }.map {
      "\(names.actor($0)) in \(Self.share(test.effects[$0].hurt, of: able))"
    }
    text += victims.isEmpty ? "; it would hurt nobody." : "; it would hurt \(Prose.list(victims))."
    return text + looked
  }

  private static func share(_ part: Int, of whole: Int) -> String {
    part == whole ? "all" : part == 0 ? "none" : Prose.grouped(part)
  }
}
