import CaseFile
import ConflictModel
import Interchange
import Stability
import Testing

@Suite("Reading .gmcr")
struct GMCRReadingTests {
  @Test("the example of the format has its answers")
  func example() throws {
    let answers = try Answers(gmcrCase(WaterConflict.text).conflict)
    #expect(answers.states == WaterConflict.codes)
    #expect(answers.tiers == WaterConflict.rankings)
    #expect(answers.equilibria == WaterConflict.equilibria)
  }

  @Test("the example reads as a case file")
  func exampleAsText() throws {
    let document = try GMCRFile.read(text: WaterConflict.text, file: "test.gmcr").document
    let printed = document.printed()
    #expect(try CaseDocument(parsing: printed) == document)
  }
}
