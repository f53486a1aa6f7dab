import Entente
import Foundation
import Testing

/// Every type that the library shows, named beside Foundation and Swift: one that had a name of theirs
/// would be ambiguous here, and this file would not compile.
@Suite("Names") struct NameTests {
  static let shown: [(name: String, type: Any.Type)] = [
    ("ActorText", ActorText.self),
    ("Answer", Answer.self),
    ("AnswerForm", AnswerForm.self),
    ("Bound", Bound.self),
    ("CannotText", CannotText.self),
    ("Case", Case.self),
    ("CaseDocument", CaseDocument.self),
    ("CaseError", CaseError.self),
    ("CaseForm", CaseForm.self),
    ("Certificate", Certificate.self),
    ("CertificateChecker", CertificateChecker.self),
    ("CertificateFault", CertificateFault.self),
    ("Concept", Concept.self),
    ("Condition", Condition.self),
    ("ConditionText", ConditionText.self),
    ("Conflict", Conflict.self),
    ("Control", Control.self),
    ("DeclarationText", DeclarationText.self),
    ("DefinitionText", DefinitionText.self),
    ("Deterrence", Deterrence.self),
    ("Diagnostic", Diagnostic.self),
    ("Door", Door.self),
    ("Engine", Engine.self),
    ("Enumeration", Enumeration.self),
    ("EnumerationLimits", EnumerationLimits.self),
    ("Escape", Escape.self),
    ("Event", Event.self),
    ("EventText", EventText.self),
    ("Evidence", Evidence.self),
    ("Exported", Exported.self),
    ("Failure", Failure.self),
    ("FeasibleStates", FeasibleStates.self),
    ("FileSource", FileSource.self),
    ("ForbiddenMove", ForbiddenMove.self),
    ("Hedge", Hedge.self),
    ("JSONValue", JSONValue.self),
    ("JointText", JointText.self),
    ("JudgedCondition", JudgedCondition.self),
    ("LevelOption", LevelOption.self),
    ("LevelText", LevelText.self),
    ("Limit", Limit.self),
    ("Merged", Merged.self),
    ("MoveText", MoveText.self),
    ("Named", Named.self),
    ("ObservationText", ObservationText.self),
    ("Option", Option.self),
    ("OptionText", OptionText.self),
    ("OutcomeText", OutcomeText.self),
    ("Parameter", Parameter.self),
    ("Place", Place.self),
    ("Preference", Preference.self),
    ("PreferenceText", PreferenceText.self),
    ("PrintedPlace", PrintedPlace.self),
    ("ProfileText", ProfileText.self),
    ("QuestionTable", QuestionTable.self),
    ("ReasonChoice", ReasonChoice.self),
    ("RuleText", RuleText.self),
    ("Sanction", Sanction.self),
    ("Selection", Selection.self),
    ("SentencePlace", SentencePlace.self),
    ("Solution", Solution.self),
    ("SolveRequest", SolveRequest.self),
    ("SourceText", SourceText.self),
    ("State", State.self),
    ("StateReference", StateReference.self),
    ("StateText", StateText.self),
    ("StatementText", StatementText.self),
    ("StatusQuoText", StatusQuoText.self),
    ("Step", Step.self),
    ("Subject", Subject.self),
    ("SyntaxError", SyntaxError.self),
    ("TakeRequirement", TakeRequirement.self),
    ("UnknownPairText", UnknownPairText.self),
    ("WeightText", WeightText.self),
    ("Work", Work.self),
  ]

  /// The page that `Scripts/api` holds equal to the library.
  private static func listed() throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "Documentation/API.txt"), encoding: .utf8)
    return page.split(separator: "\n").compactMap { line in
      let parts = line.dropFirst(2).split(separator: ": ", maxSplits: 1)
      guard line.hasPrefix("  "), parts.count == 2, !parts[0].contains(where: { ".(".contains($0) }) else {
        return nil
      }
      let words = parts[1].split(separator: " ")
      let isType = words.contains { ["struct", "enum", "class", "protocol", "typealias"].contains($0) }
      return isType ? String(parts[0]) : nil
    }
  }

  @Test func everyPublicTypeIsNamedHere() throws {
    let listed = try Self.listed()
    #expect(listed.count > 50)
    #expect(Self.shown.map { $0.name } == listed.sorted())
  }

  @Test func theNamesAreThoseOfTheLibrary() {
    for (name, type) in Self.shown { #expect("\(type)" == name) }
  }
}
