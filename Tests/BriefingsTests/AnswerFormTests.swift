import Briefings
import Testing

@Suite("The forms of answers") struct AnswerFormTests {
  @Test("no two forms share the ending of their files") func endings() {
    let endings = AnswerForm.allCases.flatMap { $0.endings }
    #expect(Set(endings).count == endings.count && endings.allSatisfy { !$0.isEmpty })
    // What is told to people as JSON has to be asked for by its word.
    #expect(AnswerForm.allCases.filter { $0.endings.isEmpty } == [.document])
    for form in AnswerForm.allCases {
      for ending in form.endings { #expect(AnswerForm(path: "a.b/c.\(ending.uppercased())") == form) }
    }
  }

  @Test(
    "a name without a known ending asks for no form",
    arguments: ["", "a", "a.", "csv", "a.csv/b", "a.csv.gz"])
  func unknown(path: String) {
    #expect(AnswerForm(path: path) == nil)
  }
}
