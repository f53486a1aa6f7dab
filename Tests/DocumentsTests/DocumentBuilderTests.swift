import Documents
import Testing

@Suite("Building documents") struct DocumentBuilderTests {
  @Test("blocks after a heading belong to it; neighbouring entries make one list")
  func sections() {
    var builder = DocumentBuilder()
    builder.title("Two suspects")
    builder.paragraph("Before.")
    builder.heading("Findings")
    builder.item("one")
    builder.item("two") { $0.paragraph("below") }
    builder.remark("a note")
    builder.heading("Empty")
    #expect(
      builder.document
        == Document(
          title: "Two suspects",
          blocks: [
            .paragraph("Before."),
            .section(
              title: "Findings",
              [
                .list([Item("one"), Item("two", [.paragraph("below")])]), .inset([.paragraph("a note")]),
              ]),
            .section(title: "Empty", []),
          ]))
  }

  @Test("references are found wherever a sentence may stand, each once, in reading order")
  func references() {
    func at(_ id: String) -> Sentence { Sentence(id, to: .judgement(id)) }
    let table = Table(head: [at("d")], rows: [.heading(at("e")), .cells([at("f")]), .mark([at("g")])])
    let graph = Figure.Graph(
      nodes: [.init(id: "n", label: [at("k")])], edges: [.init(from: "n", to: "n", label: at("l"))])
    let document = Document(
      title: at("a"),
      blocks: [
        .lead([at("b"), at("a")]), .section(title: at("c"), [.table(table)]), .pause, .lines(["x"]),
        .list([Item(at("i"), mark: .word(Phrase("ok", to: .judgement("h"))), [.paragraph(at("j"))])]),
        .figure(.graph(graph), caption: at("m")), .inset([.more(title: at("n"), [.paragraph(at("o"))])]),
      ])
    #expect(document.references == "abcdefghijklmno".map { .judgement(String($0)) })
  }
}
