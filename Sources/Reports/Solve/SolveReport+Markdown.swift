internal import CaseFile
public import ConflictModel
internal import Documents
import Notation
internal import Stability

extension SolveReport {
  /// The report as a Markdown document, with the same parts in the same order as ``text(_:)``.
  public func markdown() -> String { toldInMarkdown().text }

  /// The same, and why parts of it may lack something, if it is so.
  public func toldInMarkdown() -> (text: String, limit: Limit?) {
    let body = markdownBody
    let title = "# \((subject.document.title ?? "An untitled case").markdownEscaped)\n\n"
    let limitOfText = options.control.shouldStop()
    var head = [headerSentences.joined(separator: " ").text]
    if let limit = limit ?? limitOfText {
      head.append("Not finished: \(limit.words). \(progressSentence.text)")
      if limitOfText != nil { head.append("What follows may lack some reasons.") }
    }
    return (title + head.map { $0.markdownEscaped + "\n\n" }.joined() + body, limitOfText)
  }

  private var markdownBody: String {
    var text = ""
    func paragraph(_ sentence: Sentence) { text += sentence.text.markdownEscaped + "\n\n" }
    func section(_ title: String, _ sentences: [Sentence]) {
      if sentences.isEmpty { return }
      text += "## \(title)\n\n"
      for sentence in sentences { text += "- \(sentence.text.markdownEscaped)\n" }
      text += "\n"
    }
    if let statusQuo = subject.statusQuo {
      text += "## The status quo\n\n"
      for state in statusQuo.completions.isEmpty ? [statusQuo.state] : Array(statusQuo.completions.prefix(8))
      {
        let fate = fate(of: state)
        paragraph("\(description(of: state)) \(fate.verdict)")
        for reason in fate.reasons { text += "- \(reason.text.markdownEscaped)\n" }
        text += "\n"
      }
    } else {
      paragraph("The case names no status quo.")
    }
    if solution.concepts.isEmpty { return text }
    text += "## In which sense a state can last\n\n| concept | states | meaning |\n| --- | --: | --- |\n"
    for concept in strongestFirst {
      text +=
        "| \(concept.rawValue) | \(solution.equilibria(concept).count) | \(concept.gloss(beside: strongestFirst).markdownEscaped) |\n"
    }
    text += "\n"
    for sentence in leftOutSentences { paragraph(sentence) }
    let groups = conceptGroups.filter { !$0.equilibria.isEmpty }
    if !groups.isEmpty, !names.groups.isEmpty || !subject.outcomes.isEmpty {
      text += "## What holds where nobody leaves\n\n"
      let (grid, open) = holdingsGrid(groups)
      text += grid.markdown + "\n"
      if !open.isEmpty { paragraph(Self.openSentence(open)) }
    }
    if !lasting.isEmpty {
      let space = CubeSpace(conflict)
      let table = EquilibriumTable(self, space: space)
      text += "## The states that last\n\n"
      for line in legend(table) { paragraph(line) }
      if !table.columns.isEmpty {
        text +=
          (isShort ? list(of: table, space: space).markdown : grid(of: table, space: space).markdown) + "\n"
      }
      if table.leftOut > 0 {
        paragraph("\(Prose.count(table.leftOut, "further state")) left out.\(foldedSentence(table))")
      }
    }
    section("Findings", findings)
    section("Words and deeds", declarations)
    section("Cautions", cautions)
    if hasReasons {
      let doubtful = Ledger(self).doubtful
      if !doubtful.isEmpty {
        text += "## What this answer assumes\n\n" + table(doubtful).markdown + "\n"
      }
    }
    return text
  }
}

extension Table {
  /// The table in Markdown; of a grid, headings as rows in bold.
  fileprivate var markdown: String {
    let isGrid = form == .grid
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = line(head.map { $0.text.markdownEscaped })
    text += line(head.indices.map { isGrid && $0 > 0 ? ":-:" : "---" })
    for row in rows {
      switch row {
      case .heading(let title):
        text +=
          "| **\(title.text.markdownEscaped)** |" + String(repeating: " |", count: head.count - 1) + "\n"
      case .cells(let cells), .mark(let cells): text += line(cells.map { $0.text.markdownEscaped })
      }
    }
    return text
  }
}
