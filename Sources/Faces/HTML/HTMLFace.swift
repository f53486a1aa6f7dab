package import Documents
internal import Notation

/// A document as a page of HTML that is complete in itself: no script, nothing from outside.
///
///     let page = HTMLFace.page(document, about: "first.yaml")
///
/// What a phrase points to is a note at the end of the page, which leads back; a question
/// is the command that asks it. The page is valid XML, too.
package enum HTMLFace {
  /// The whole page.
  ///
  /// - Parameters:
  ///   - subject: What the commands of further questions name as the case.
  ///   - carried: What they are asked with as well.
  package static func page(
    _ document: Document, about subject: String = "CASE", with carried: [Argument] = []
  ) -> String {
    let title = document.windowTitle
    let head = """
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <title>\(title.isEmpty ? "Entente" : title.text.printable.xmlEscaped)</title>

      """
    return frame(document, head: head, body: body(document, about: subject, with: carried))
  }

  /// A page around what stands in it; `style` comes after what pages and papers have.
  static func frame(_ document: Document, head: String, style: String = "", body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en" xml:lang="en" xmlns="http://www.w3.org/1999/xhtml">
    <head>
    <meta charset="utf-8"/>
    \(head)<style>
    \(styleSheet)\(document.paper.map { paperSheet($0) } ?? "")\(style)</style>
    </head>
    <body>
    <main\(document.paper == nil ? "" : " class=\"paper\"")>
    \(body)</main>
    </body>
    </html>

    """
  }

  /// What stands within a page: for one that has a frame and a style of its own.
  ///
  /// - Parameters:
  ///   - subject: What the commands of further questions name as the case.
  ///   - carried: What they are asked with as well.
  ///   - level: The level of the title's heading; sections are one below.
  package static func body(
    _ document: Document, about subject: String = "CASE", with carried: [Argument] = [], level: Int = 1
  ) -> String {
    var writer = HTMLWriter(Appendix(document, about: subject, with: carried, asksQuestions: true))
    writer.write(document, level: level)
    return writer.text
  }
}
