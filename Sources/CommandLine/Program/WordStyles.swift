import Documents

/// How a document for word processors looks: an empty one whose styles pandoc takes over, in the names
/// that it gives to paragraphs.
enum WordStyles {
  /// The empty document, for paper of a size.
  static func document(for paper: Document.Paper) -> [UInt8] {
    var archive = StoredArchive()
    archive.add("[Content_Types].xml", contentTypes)
    archive.add("_rels/.rels", relations("officeDocument", "word/document.xml"))
    archive.add("word/document.xml", page(paper))
    archive.add("word/_rels/document.xml.rels", relations("styles", "styles.xml"))
    archive.add("word/styles.xml", styles)
    return archive.archive
  }

  private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
  private static let word = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#

  /// Sizes and margins are in twentieths of a point.
  private static func page(_ paper: Document.Paper) -> String {
    let (width, height) = paper == .letter ? (12_240, 15_840) : (11_906, 16_838)
    return """
      \(head)
      <w:document \(word)><w:body><w:p/><w:sectPr><w:pgSz w:w="\(width)" w:h="\(height)"/><w:pgMar w:top="794" w:right="907" \
      w:bottom="794" w:left="907" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>
      """
  }

  private static var styles: String {
    """
    \(head)
    <w:styles \(word)><w:docDefaults><w:rPrDefault><w:rPr>\(font("Georgia"))\(size(17))<w:lang w:val="en-GB"/></w:rPr>\
    </w:rPrDefault><w:pPrDefault><w:pPr>\(space(after: 50, line: 247))</w:pPr></w:pPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
    \(style("BodyText", "Body Text"))
    \(style("FirstParagraph", "First Paragraph", on: "BodyText"))
    \(style("Compact", "Compact", on: "BodyText", paragraph: space(before: 10, after: 20, line: 247)))
    \(style("Heading1", "heading 1", level: 0, paragraph: space(after: 90), letters: size(32)))
    \(style("Heading2", "heading 2", level: 1, paragraph: space(before: 130, after: 40), letters: font("Arial") + "<w:b/>" + size(18)))
    \(style("CaptionedFigure", "Captioned Figure", paragraph: "<w:keepNext/>" + space(before: 50, after: 10)))
    \(style("ImageCaption", "Image Caption", paragraph: space(after: 60, line: 240), letters: font("Arial") + size(14)))
    \(style("BlockText", "Block Text", on: "BodyText", paragraph: rule, letters: font("Arial") + size(15)))
    </w:styles>
    """
  }

  private static let rule =
    #"<w:pBdr><w:left w:val="single" w:sz="8" w:space="6" w:color="8C867B"/></w:pBdr>"#

  private static func style(
    _ id: String, _ name: String, on base: String = "Normal", level: Int? = nil, paragraph: String = "",
    letters: String = ""
  ) -> String {
    let outline = level.map { "<w:outlineLvl w:val=\"\($0)\"/>" } ?? ""
    let together = level == nil ? "" : "<w:keepNext/>"
    return """
      <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="\(base)"/><w:qFormat/>\
      <w:pPr>\(together)\(paragraph)\(outline)</w:pPr><w:rPr>\(letters)</w:rPr></w:style>
      """
  }

  private static func font(_ name: String) -> String {
    #"<w:rFonts w:ascii="\#(name)" w:hAnsi="\#(name)" w:cs="\#(name)"/>"#
  }

  /// In half points.
  private static func size(_ count: Int) -> String {
    #"<w:sz w:val="\#(count)"/><w:szCs w:val="\#(count)"/>"#
  }

  /// Before and after in twentieths of a point, between lines in 240ths of a line.
  private static func space(before: Int = 0, after: Int, line: Int = 250) -> String {
    #"<w:spacing w:before="\#(before)" w:after="\#(after)" w:line="\#(line)" w:lineRule="auto"/>"#
  }

  private static func relations(_ kind: String, _ target: String) -> String {
    """
    \(head)
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)" Target="\(target)"/></Relationships>
    """
  }

  private static let contentTypes = """
    \(head)
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
    ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
    ContentType="application/xml"/><Override PartName="/word/document.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override \
    PartName="/word/styles.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>
    """
}
