import Briefings
import Questions
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

  @Test("each word asks for one form") func words() {
    let words = AnswerForm.allCases.flatMap { $0.words }
    #expect(Set(words).count == words.count)
    for form in AnswerForm.allCases {
      for word in form.words { #expect(AnswerForm(word: word) == form) }
    }
    #expect(AnswerForm(word: "TABLE") == nil)
  }

  @Test("one parameter has the forms of a question, as an option and as a key") func parameter() throws {
    let forms = SolveReport.forms
    for style in [ArgumentStyle.option, .key] {
      let parameter = AnswerForm.parameter(choosing: forms, writtenAs: style)
      #expect(parameter.words == forms.map(\.rawValue))
      #expect(try AnswerForm.chosen(by: "text", among: forms, writtenAs: style) == .table)
      #expect(throws: ArgumentFault.self) {
        try AnswerForm.chosen(by: "dot", among: forms, writtenAs: style)
      }
    }
  }

  @Test(
    "a name without a known ending asks for no form",
    arguments: ["", "a", "a.", "csv", "a.csv/b", "a.csv.gz"])
  func unknown(path: String) {
    #expect(AnswerForm(path: path) == nil)
  }
}
