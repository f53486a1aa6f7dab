import Documents
import Faces
import Testing

@Suite("The face for Graphviz") struct DOTFaceTests {
  @Test("nodes, arrows, what is decisive and what is not full") func sample() {
    #expect(
      DOTFace.text(Sample.document) == #"""
        digraph figure {
          graph [rankdir=LR, label="How it moves.", labelloc=t];
          node [shape=box, style="rounded", fontname="sans-serif"];
          edge [fontname="sans-serif", arrowsize=0.7];
          "a" [label="state 1\nYN", peripheries=2];
          "b" [label="state 3"];
          "a" -> "b" [label="First suspect"];
          "b" -> "b" [style=dashed];
        }

        """#)
  }

  @Test("ids and labels may be anything; no picture is no text") func odd() {
    let graph = Figure.Graph(
      nodes: [.init(id: "a\"b", label: []), .init(id: "", label: ["x\\y", "z"])],
      edges: [.init(from: "a\"b", to: "", label: "")])
    #expect(
      DOTFace.text(graph) == #"""
        digraph figure {
          graph [rankdir=LR];
          node [shape=box, style="rounded", fontname="sans-serif"];
          edge [fontname="sans-serif", arrowsize=0.7];
          "a\"b" [label=""];
          "" [label="x\\y\nz"];
          "a\"b" -> "";
        }

        """#)
    #expect(DOTFace.text(Document(title: "x", blocks: [.paragraph("y")])) == "")
  }

  @Test("what is looked for is filled, kinds have colours, and omissions are told") func marks() {
    let graph = Figure.Graph(
      nodes: [.init(id: "a", label: ["x"], isDecisive: true, isMarked: true)],
      edges: [.init(from: "a", to: "a", label: "y", kind: 1)], omissions: ["1 of 2 is shown."])
    #expect(
      DOTFace.text(graph) == #"""
        digraph figure {
          graph [rankdir=LR, label="1 of 2 is shown.", labelloc=t];
          node [shape=box, style="rounded", fontname="sans-serif"];
          edge [fontname="sans-serif", arrowsize=0.7];
          "a" [label="x", style="rounded,filled", fillcolor="#FFE9A8", peripheries=2];
          "a" -> "a" [color="#D55E00", label="y"];
        }

        """#)
  }

  @Test("nothing turns the direction of text, or breaks out of a line") func printable() {
    let odd = Sentence("a\u{202E}b\nc")
    let graph = Figure.Graph(
      nodes: [.init(id: "n", label: [odd])], edges: [.init(from: "n", to: "n", label: odd)],
      omissions: [odd])
    let text = DOTFace.text(graph, title: odd)
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.matches(of: /a.{1,2}u202Eb c/).count == 4)
  }

  @Test("pictures are found wherever they stand, in reading order") func everywhere() {
    func figure(_ name: String) -> Block {
      .figure(.graph(.init(nodes: [], edges: [])), caption: Sentence(name))
    }
    let document = Document(
      title: "",
      blocks: [
        .section(title: "", [figure("1"), .inset([figure("2")])]), .list([Item("", [figure("3")])]),
        .more(title: "", [figure("4")]),
      ])
    let labels = DOTFace.text(document).split(separator: "\"").map { String($0) }.filter { $0.count == 1 }
    #expect(labels == ["1", "2", "3", "4"])
  }
}
