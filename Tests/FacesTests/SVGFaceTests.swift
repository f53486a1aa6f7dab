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
        <g class="edge dashed"><path d="M242 22 V12 Q242 4 250 4 H262 Q270 4 270 12 V14"/><path class="head" d="M270 22 l-4 -8 h8 z"/></g>
        <g class="edge"><path d="M77 39 C89 39 89 39 101 39 H194 C202 39 202 39 210 39"/><path class="head" d="M218 39 l-8 -4 v8 z"/></g>
        <g class="label"><text x="147" y="31">First suspect</text></g>
        <g class="node decisive"><rect x="0" y="14" width="77" height="50" rx="5"/><rect class="inner" x="3" y="17" width="71" height="44" rx="3"/><text class="first" x="12" y="35">state 1</text><text x="12" y="51">YN</text></g>
        <g class="node"><rect x="218" y="22" width="77" height="34" rx="5"/><text class="first" x="230" y="43">state 3</text></g>
        </svg>
        """)
  }

  @Test("nothing is a picture, too") func empty() {
    let text = SVGFace.picture(.graph(.init(nodes: [], edges: [])), title: "")
    #expect(text.hasSuffix("</style>\n</svg>\n"))
  }
}
