import Documents
import Faces
import Testing

@Suite("The face for pictures") struct SVGFaceTests {
  @Test("nodes, labels and arrows, complete in itself") func picture() {
    let text = SVGFace.picture(Sample.graph, title: "A & B")
    #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" role=\"img\""))
    #expect(text.contains("aria-label=\"A &amp; B\"") && text.contains("prefers-color-scheme: dark"))
    // Nothing is linked where there are no notes.
    #expect(!text.contains("<a "))
    let parts = text.split(separator: "\n").drop { !$0.hasPrefix("</style>") }.dropFirst()
    #expect(
      parts.joined(separator: "\n") == """
        <g class="edge dashed"><path d="M250 22 V12 Q250 4 258 4 H270 Q278 4 278 12 V14"/><path class="head" d="M278 22 l-4 -8 h8 z"/></g>
        <g class="edge"><path d="M83 39 C95 39 95 39 107 39 H202 C210 39 210 39 218 39"/><path class="head" d="M226 39 l-8 -4 v8 z"/></g>
        <g class="label"><text x="154" y="31">First suspect</text></g>
        <g class="node decisive"><rect x="0" y="14" width="83" height="50" rx="5"/><rect class="inner" x="3" y="17" width="77" height="44" rx="3"/><text class="first" x="12" y="35">state 1</text><text x="12" y="51">YN</text></g>
        <g class="node"><rect x="226" y="22" width="77" height="34" rx="5"/><text class="first" x="238" y="43">state 3</text></g>
        </svg>
        """)
  }

  @Test("signs that are too many for a telephone are drawn twice, the second time one above the other")
  func narrow() {
    let columns = (1...9).map { Sentence("column \($0)") }
    let signs = [Figure.Marks.Sign](repeating: .full, count: 9)
    let marks = Figure.Marks(
      columns: columns, rows: [.init("A label of some length before its signs", signs)], legend: [])
    let body = HTMLFace.body(Document(title: "T", blocks: [.figure(.marks(marks), caption: "C")]))
    #expect(body.contains("class=\"marks wide\"") && body.contains("class=\"marks narrow\""))
    let widths = body.split(separator: " width=\"").dropFirst().compactMap { Int($0.prefix { $0 != "\"" }) }
    #expect(widths.count == 2 && widths[0] > widths[1] && widths[1] <= 358)
    // Heads that are too wide are letters, which are explained.
    #expect(body.contains(">a: column 1</text>"))
  }

  @Test("nothing is a picture, too") func empty() {
    let text = SVGFace.picture(.graph(.init(nodes: [], edges: [])), title: "")
    #expect(text.hasSuffix("</style>\n</svg>\n"))
  }
}
