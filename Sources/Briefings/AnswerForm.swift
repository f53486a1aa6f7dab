package import Questions

/// A form in which an answer can be had.
public enum AnswerForm: String, Sendable, Hashable, CaseIterable {
  /// Text with tables, for a terminal.
  case table
  /// A Markdown document.
  case markdown
  /// A page of HTML, complete in itself.
  case html
  /// One JSON document.
  case json
  /// What is told to people as JSON, for programs that show it in a way of their own.
  case document
  /// One JSON object to a line, for each state listed.
  case jsonl
  /// A table with commas, for spreadsheets.
  case csv
  /// A graph for Graphviz.
  case dot
  /// A case file.
  case yaml
  /// A document for word processors, which another program makes of the page.
  case docx
  /// Pages as they are printed, which another program makes of the page.
  case pdf

  /// The forms in which every answer can be had.
  public static let ofEveryAnswer: [AnswerForm] = [.table, .markdown, .html, .json, .document]

  /// Whether it is the document, set in one way or another.
  public var isDocument: Bool {
    switch self {
    case .table, .markdown, .html, .document: true
    case .json, .jsonl, .csv, .dot, .yaml, .docx, .pdf: false
    }
  }

  /// Whether it is made of the page by another program.
  public var isConverted: Bool { self == .docx || self == .pdf }

  /// Whether whoever reads it reads JSON.
  public var isJSON: Bool {
    switch self {
    case .json, .jsonl, .document: true
    case .table, .markdown, .html, .csv, .dot, .yaml, .docx, .pdf: false
    }
  }

  /// The form that a word means.
  public init?(word: String) {
    for form in Self.allCases where form.words.contains(word) {
      self = form
      return
    }
    return nil
  }
}

extension AnswerForm {
  /// What is known of each form: what it is, and what the names of files end in that hold it, the
  /// usual ending first. What ends in `json` is the answer.
  private var row: (what: String, endings: [String]) {
    switch self {
    case .table: ("text with tables, for a terminal", ["txt"])
    case .markdown: ("a Markdown document", ["md", "markdown"])
    case .html: ("a page of HTML, complete in itself", ["html", "htm"])
    case .json: ("one JSON document", ["json"])
    case .document: ("what is told to people, as JSON", [])
    case .jsonl: ("one JSON object to a line, for each state listed", ["jsonl"])
    case .csv: ("a table with commas, for spreadsheets", ["csv"])
    case .dot: ("a graph for Graphviz", ["dot", "gv"])
    case .yaml: ("a case file", ["yaml", "yml"])
    case .docx: ("a document for word processors", ["docx"])
    case .pdf: ("pages to print", ["pdf"])
    }
  }

  /// The words by which it is asked for, the usual one first; `text` has long been one for the table.
  package var words: [String] { self == .table ? ["table", "text"] : [rawValue] }

  /// What the names of files end in that hold the form; the first is the usual one.
  public var endings: [String] { row.endings }

  /// The form in which a request gets its answer when it asks for none.
  package static let usualInRequests = AnswerForm.json

  /// How one of several forms is chosen: by an option of commands, by a key of requests.
  package static func parameter(
    choosing forms: [AnswerForm], writtenAs style: ArgumentStyle
  ) -> Parameter {
    let words = Parameter.Kind.choice(forms.map { $0.rawValue })
    switch style {
    case .option: return Parameter("format", words, "How to print the answer.")
    case .key:
      let meanings = forms.map { "\($0.rawValue), \($0.row.what)" }.joined(separator: "; ")
      return Parameter(
        "as", words, standard: usualInRequests.rawValue, "The form of the answer: \(meanings).")
    }
  }

  /// The one of these forms that a word asks for.
  ///
  /// - Throws: What is wrong with a word that asks for none of them.
  package static func chosen(
    by word: String, among forms: [AnswerForm], writtenAs style: ArgumentStyle
  ) throws(ArgumentFault) -> AnswerForm {
    if let form = AnswerForm(word: word), forms.contains(form) { return form }
    throw parameter(choosing: forms, writtenAs: style).invalid(word, style)
  }

  /// The form that a file's name asks for, if its ending is that of one.
  public init?(path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    for form in Self.allCases where form.endings.contains(ending) {
      self = form
      return
    }
    return nil
  }
}
