package import Documents
internal import Notation

extension HTMLFace {
  /// A page for another program to make a file of: without notes, its pictures beside it.
  package struct Sheet {
    /// The page.
    package let text: String
    /// The pictures that it names, without endings, in SVG with colours of their own.
    package let pictures: [(name: String, text: String)]
    /// The paper that it is meant for.
    package let paper: Document.Paper?
  }

  /// The document as such a page.
  ///
  /// - Parameter ending: What the names of the pictures end in; nil where they are told as text.
  package static func sheet(_ document: Document, pictures ending: String?) -> Sheet {
    var document = document
    document.notes = []
    var writer = HTMLWriter(Appendix(document, about: "CASE", asksQuestions: false))
    writer.pictures = .beside(ending)
    writer.write(document, level: 1)
    // A title in the head would stand on the page a second time.
    let text = frame(document, head: "", style: oneColumn, body: writer.text)
    return Sheet(text: text, pictures: writer.drawn, paper: document.paper)
  }
}

extension HTMLFace {
  /// Who knows little of pages may lose text between columns, or have it twice.
  fileprivate static let oneColumn = "@media print { .paper { columns: auto; } }\n"
}

extension HTMLWriter {
  /// Where pictures stand.
  enum Pictures {
    /// In the page.
    case within
    /// In files of their own whose names end so; told as text where that is nil.
    case beside(String?)
  }
}
