import CaseFile
import ConflictModel
import EffectiveCounts
import Interchange
import Notation
import Stability
import TestSupport
import Testing

@Suite("Writing .gmcr")
struct GMCRRoundTripTests {
  @Test(
    "writing and reading keeps states, moves, wishes and answers", .effective(101),
    arguments: TestScale.seeds(150))
  func keepsAnswers(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed)
    let before = try Case(document)
    effective(when: before.conflict.isLively)
    let written = try GMCRFile.write(before)
    #expect(!written.warnings.contains { $0.code == .answersDiffer })
    let after = try gmcrCase(written.text)
    #expect(Answers(after.conflict) == Answers(before.conflict), "\(document.printed())\n\(written.text)")
  }

  @Test("the random cases are worth testing")
  func variety() throws {
    let documents = (0..<150 as Range<UInt64>).map { RandomCase.document(seed: $0) }
    #expect(documents.count > 120)
    func share(_ holds: (CaseDocument) throws -> Bool) rethrows -> Int { try documents.filter(holds).count }
    #expect(share { $0.actors.contains { $0.options.contains { !$0.levels.isEmpty } } } > 12)
    #expect(share { !$0.joint.isEmpty } > 12)
    #expect(try share { try GMCRFile.write(Case($0)).text.contains("preferenceRanking") } > 12)
    #expect(try share { try GMCRFile.write(Case($0)).text.contains("misperceptions") } > 12)
    #expect(try share { try Case($0).conflict.solve().states.count > 4 } > 50)
  }

  @Test(
    "an imported file survives as a case file and as .gmcr", .effective(29), arguments: TestScale.seeds(40))
  func survivesAsText(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed)
    effective(when: try Case(document).conflict.isLively)
    let imported = try GMCRFile.read(text: GMCRFile.write(Case(document)).text, file: "a.gmcr").document
    let asText = try CaseDocument(parsing: imported.printed())
    #expect(asText == imported)
    let again = try GMCRFile.read(text: GMCRFile.write(Case(asText)).text, file: "b.gmcr").document
    #expect(try Answers(Case(again).conflict) == Answers(Case(document).conflict))
  }
}
