import Documents
import TestSupport
import Testing

@testable import Faces

@Suite("The face for pictures") struct SVGFaceTests {
  @Test("nodes, labels and arrows") func picture() {
    let drawn = GraphPicture(Sample.graph).drawn { _ in nil }
    // Nothing is linked where there are no notes.
    #expect(!drawn.body.contains("<a "))
    let element = drawn.element(title: "A & B")
    #expect(element.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" role=\"img\""))
    #expect(element.contains("aria-label=\"A &amp; B\""))
    #expect(
      drawn.body == """
        <g class="edge dashed"><path d="M250 22 V12 Q250 4 258 4 H270 Q278 4 278 12 V14"/><path class="head" d="M278 22 l-4 -8 h8 z"/></g>
        <g class="edge"><path d="M83 39 C95 39 95 39 107 39 H202 C210 39 210 39 218 39"/><path class="head" d="M226 39 l-8 -4 v8 z"/></g>
        <g class="label"><text x="154" y="31">First suspect</text></g>
        <g class="node decisive"><rect x="0" y="14" width="83" height="50" rx="5"/><rect class="inner" x="3" y="17" width="77" height="44" rx="3"/><text class="first" x="12" y="35">state 1</text><text x="12" y="51">YN</text></g>
        <g class="node"><rect x="226" y="22" width="77" height="34" rx="5"/><text class="first" x="238" y="43">state 3</text></g>

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

  @Test("a way and places") func chainsAndLadders() {
    func parts(_ figure: Figure) -> String {
      SVGFace.drawn(figure, width: PictureWidth.wide) { _ in nil }.body
    }
    #expect(
      parts(.chain(Sample.way)) == """
        <g class="wire a2"><path class="line" d="M230 28 C241 28 241 28 246 28"/><path class="head" d="M252 28 l-8 -5 v10 z"/></g>
        <g class="wire a0"><path class="line" d="M468 28 C479 28 479 28 484 28"/><path class="head" d="M490 28 l-8 -5 v10 z"/></g>
        <g class="box a0"><rect class="frame" x="14" y="3" width="216" height="51" rx="5"/><text class="role" x="28" y="24">from</text><text class="reason" x="28" y="42">The present</text></g>
        <g class="box a2"><rect class="card" x="252" y="2" width="216" height="52" rx="3"/><rect class="bar" x="252" y="2" width="4" height="52" rx="2"/><g class="tag a2"><rect class="ground" x="266" y="10" width="32" height="17" rx="3"/><text class="letters" x="282" y="23">SS</text></g><text class="sign" x="266" y="41">+</text><text class="change" x="281" y="41">Confess</text></g>
        <g class="box a0"><rect class="frame" x="490" y="1" width="216" height="55" rx="5"/><rect class="frame" x="493" y="4" width="210" height="49" rx="3"/><text class="title" x="504" y="23">silence</text><text class="reason" x="504" y="44">This could last.</text></g>

        """)
    #expect(
      parts(.ladder(Sample.ladder)) == """
        <g class="tag a1"><rect class="ground" x="0" y="1" width="32" height="17" rx="3"/><text class="letters" x="16" y="14">FS</text></g><text class="name" x="38" y="14">First suspect</text><path class="grid" d="M44 47 H153"/><text class="place" x="39" y="51">1</text><path class="grid" d="M44 103 H153"/><text class="place" x="39" y="107">2</text><path class="grid" d="M44 159 H153"/><text class="place" x="39" y="163">3</text><path class="grid" d="M44 215 H153"/><text class="place" x="39" y="219">4</text><path class="axis" d="M44 47 v168"/><path class="now" d="M44 103 H153"/><g class="column a1"><text class="letter" x="59" y="233">a</text><rect class="reach" x="55" y="44" width="8" height="118" rx="4"/><text class="letter" x="73" y="233">b</text></g>
        <g class="tag a2"><rect class="ground" x="167" y="1" width="32" height="17" rx="3"/><text class="letters" x="183" y="14">SS</text></g><text class="name" x="205" y="14">Second</text><text class="name" x="205" y="29">suspect</text><path class="grid" d="M211 47 H320"/><text class="place" x="206" y="51">1</text><path class="grid" d="M211 215 H320"/><text class="place" x="206" y="219">1,088</text><path class="axis" d="M211 47 v168"/><path class="now" d="M211 47 H320"/><g class="column a2"><text class="letter" x="226" y="233">a</text><rect class="reach" x="222" y="44" width="8" height="174" rx="4"/><text class="letter" x="240" y="233">b</text></g>
        <path class="now" d="M0 255 h20"/><text class="legend" x="28" y="259">the present</text><text class="letter" x="10" y="279">a</text><text class="legend" x="28" y="279">silence</text><text class="letter" x="10" y="299">b</text><text class="legend" x="28" y="299">nothing</text>
        """)
  }

  @Test("nothing is a picture, too") func empty() {
    let text = SVGFace.standalone(.graph(.init(nodes: [], edges: [])), caption: "")
    #expect(text.hasSuffix("</g>\n</svg>\n"))
  }

  /// Every figure that there is in the samples.
  static let figures: [Figure] =
    Sample.figures.blocks.compactMap {
      if case .figure(let figure, _) = $0 { figure } else { nil }
    } + [.graph(Sample.graph)]

  @Test("alone a picture has all that it needs written at its elements")
  func standalone() {
    for figure in Self.figures {
      for width in [PictureWidth.narrow, PictureWidth.wide] {
        let text = SVGFace.standalone(figure, caption: "A & \u{201C}B\u{201D}", width: width)
        for part in ["class=", "var(", "<style", "prefers-color-scheme", "=\"none\" stroke=\"none\"", "<a "] {
          #expect(!text.contains(part), "\(part)\n\(text)")
        }
        #expect(text.contains("<title>A &amp; \u{201C}B\u{201D}</title>") && text.contains("<desc>"))
        #expect(PageFaults(text, isPage: false).faults.isEmpty)
        // Each text says how large and in which colour it is.
        for piece in text.split(separator: "<text").dropFirst() {
          let tag = piece.prefix { $0 != ">" }
          #expect(tag.contains("font-size=") && tag.contains("font-family=") && tag.contains("fill=\"#"))
        }
      }
    }
  }

  @Test("where rules say different things, the one that says more of the element counts")
  func looks() {
    let looks = Looks(
      rules:
        ".k text { fill: var(--a); font: 400 12px var(--f); } .k .x { fill: #222222; } .own { --o: var(--b); } .k .o { stroke: var(--o); stroke-width: 1.5px; } .k g .deep { fill: #333333; }",
      colors: "--a: #111111; --b: #444444;", fonts: ["--f": "F, 'G'"])
    func written(_ text: String) -> String { looks.written(text, in: "k") }
    #expect(
      written("<text x=\"1\">A</text>")
        == "<text fill=\"#111111\" font-weight=\"400\" font-size=\"12\" font-family=\"F, 'G'\" x=\"1\">A</text>"
    )
    #expect(written("<text class=\"x\">A</text>").hasPrefix("<text fill=\"#222222\" font-weight"))
    #expect(
      written("<g class=\"own\"><path class=\"o\" d=\"M1\"/></g>")
        == "<g><path stroke=\"#444444\" stroke-width=\"1.5\" d=\"M1\"/></g>")
    #expect(written("<g><g><rect class=\"deep\"/></g></g>") == "<g><g><rect fill=\"#333333\"/></g></g>")
    #expect(written("<rect class=\"deep\"/>") == "<rect/>")
  }
}
