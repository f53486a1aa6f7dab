extension AnswerForm {
  /// What the names of files end in that hold the form; the first is the usual one.
  package var endings: [String] {
    switch self {
    case .table: ["txt"]
    case .json: ["json"]
    case .jsonl: ["jsonl"]
    case .csv: ["csv"]
    case .markdown: ["md", "markdown"]
    case .dot: ["dot", "gv"]
    }
  }

  /// The form that a file's name asks for, if its ending is that of one.
  package init?(path: String) {
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
