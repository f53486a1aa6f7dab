internal import Documents
internal import Faces
import Notation

/// What an error code means, for a terminal.
enum ErrorExplanation {
  /// The section of the page on the code, set in lines; nil where there is no such code.
  static func text(of code: String, _ style: Style) -> String? {
    guard let section = ErrorPage.section(code) else { return nil }
    var blocks: [Block] = [.paragraph(Sentence(code, .decisive))]
    var lines: [Sentence] = []
    var words: [Substring] = []
    var isExample = false
    func endParagraph() {
      if !words.isEmpty { blocks.append(.paragraph(Sentence(plain(words.joined(separator: " "))))) }
      words = []
    }
    for line in section.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        endParagraph()
        if isExample { blocks += [.pause, .inset([.lines(lines)])] }
        (isExample, lines) = (!isExample, [])
      } else if isExample {
        lines.append(Sentence(String(line)))
      } else if line.isEmpty {
        endParagraph()
      } else {
        words.append(line)
      }
    }
    endParagraph()
    return TerminalFace.text(Document(title: "", blocks: blocks), style)
  }

  /// The text without what only Markdown needs: a link is its words, code stands in quotation marks.
  private static func plain(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(where: { $0 == "[" || $0 == "`" }) {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      if text[mark] == "`" {
        let end = rest.firstIndex(of: "`") ?? rest.endIndex
        result += "'\(rest[..<end])'"
        rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
      } else if let middle = rest.firstRange(of: "]("),
        let end = rest[middle.upperBound...].firstIndex(of: ")")
      {
        result += rest[..<middle.lowerBound]
        rest = rest[rest.index(after: end)...]
      } else {
        result += "["
      }
    }
    return result + rest
  }
}
