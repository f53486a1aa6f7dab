import Questions

// What is said of commands that are no questions when a limit leaves them without an answer.
extension QuestionTable {
  static let check = bare("check", "entente.check", "before anything was checked")
  static let merge = bare("merge", "entente.merge", "before what is merged was understood")

  private static func bare(_ word: String, _ format: String, _ moment: String) -> QuestionTable {
    QuestionTable(
      word, format: format, abstract: "", discussion: "", examples: [], done: "", moment: moment,
      parameters: [])
  }
}
