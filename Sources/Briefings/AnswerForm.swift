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

  /// The forms in which every answer can be had.
  public static let ofEveryAnswer: [AnswerForm] = [.table, .markdown, .html, .json, .document]

  /// Whether it is the document, set in one way or another.
  public var isDocument: Bool {
    switch self {
    case .table, .markdown, .html, .document: true
    case .json, .jsonl, .csv, .dot, .yaml: false
    }
  }

  /// Whether whoever reads it reads JSON.
  public var isJSON: Bool {
    switch self {
    case .json, .jsonl, .document: true
    case .table, .markdown, .html, .csv, .dot, .yaml: false
    }
  }

  /// The form that a word means; `text` has long been a word for the table.
  public init?(word: String) { self.init(rawValue: word == "text" ? "table" : word) }
}

extension AnswerForm {
  /// What the names of files end in that hold the form; the first is the usual one. What ends
  /// in `json` is the answer.
  public var endings: [String] {
    switch self {
    case .table: ["txt"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .json: ["json"]
    case .document: []
    case .jsonl: ["jsonl"]
    case .csv: ["csv"]
    case .dot: ["dot", "gv"]
    case .yaml: ["yaml", "yml"]
    }
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
