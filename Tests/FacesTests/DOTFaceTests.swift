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
