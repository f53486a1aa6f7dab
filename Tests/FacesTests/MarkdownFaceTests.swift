import Documents
import Faces
import Testing

@Suite("The Markdown face") struct MarkdownFaceTests {
  @Test("every part, with notes that the phrases link to") func sample() {
    #expect(
      MarkdownFace.text(Sample.document) == #"""
        # Two \<suspects\> \& a "deal"

        [First suspect](#actor-row) **would leave** [state 3](#state-2).

        **Not finished: half of it was looked at.**

        ## What can last

        It rests on [a wish](#judgement-row.prefers.s1), and on \*no\* \[other\]\_thing\_.

        \+ [Confess](#option-row.confess) if [the trial](#event-trial) in [silence](#outcome-silence) under [seq](#concept-seq).

        | who | states |
        | --- | --: |
        | **Those who move** | |
        | row \| column | 1,088 |
        | column |  |

        |  | 1 | 2 |
        | --- | :-: | :-: |
        | **[First suspect](#actor-row)** | | |
        | Confess | Y | N |
        | silence | x | · |

        ### All the rest

        ```
        a.yaml:1:2: error: `x`
          | ^
        ```

        > Beside it, a larger limit or all in JSON.
        >
        > - deep

        - alike

          below

          - deeper
        * for itself
        1. first

        <!-- -->

        3. third
        - **ok** a.yaml
        - **FAIL** b.yaml

        How it [moves](#ask-paths).

        - state 1 → [state 3](#state-2): [First suspect](#actor-row)
        - [state 3](#state-2) → [state 3](#state-2)

        What is taken.

        |  | now | [silence](#outcome-silence) |
        | --- | :-: | :-: |
        | **[First suspect](#actor-row)** | | |
        | [Confess](#option-row.confess) | ● | ◐ |
        | Flee \& hide | ○ | · |
        | wishes | ◆ |  |

        ● taken, ○ not \<taken\>.

        ## What this rests on

        ### Judgements

        - <a id="judgement-row.prefers.s1"></a>**not column.confess**: Said in a memo. It is [state 3](#state-2).

        ### States

        - <a id="state-2"></a>**state 3**: Taken: [Confess](#option-row.confess).

        ### Outcomes

        - <a id="outcome-silence"></a>**Silence**: Nobody confesses.

        ### Actors

        - <a id="actor-row"></a>**First suspect**

        ### Options

        - <a id="option-row.confess"></a>**Confess**: An option.

        ### Events

        - <a id="event-trial"></a>**The trial**: An event.

        ### Solution concepts

        - <a id="concept-seq"></a>**seq**: Credible answers count.

        ### Further questions

        - <a id="ask-paths"></a>`entente paths CASE --from 'row'\''s own' --json`

        """#)
  }

  private func text(_ blocks: [Block]) -> String { MarkdownFace.text(Document(title: "", blocks: blocks)) }

  @Test("without notes there are no links, and nothing for what says nothing") func bare() {
    #expect(
      text([.paragraph("By \(Sample.row) and \(Sentence("ask", to: Sample.question)).")])
        == "By First suspect and ask.\n")
    #expect(
      text([
        .paragraph(""), .list([]), .table(Table()), .lead([""]), .inset([]), .pause, .section(title: "a", []),
      ]) == "## a\n")
  }

  @Test("a picture of what the text says already is left out") func illustrations() {
    let graph = Figure.Graph(nodes: [.init(id: "a", label: ["A"])], edges: [], isIllustration: true)
    #expect(text([.paragraph("A."), .figure(.graph(graph), caption: "One.")]) == "A.\n")
  }

  @Test("marks at the start of a block are words, within it they stay as they are")
  func starts() {
    for mark in ["+ a", "- a", "# a", "= a", "~ a", "1. a", "23) a"] {
      let text = text([.paragraph(Sentence(mark))])
      #expect(text.contains("\\"), "\(mark)")
      #expect(text.filter { $0 != "\\" } == mark + "\n")
    }
    #expect(text([.paragraph("3.5 of 1,088 + 2 - 1 # x")]) == "3.5 of 1,088 + 2 - 1 # x\n")
    #expect(text([.list([Item("+ a")])]) == "- \\+ a\n")
  }

  @Test("what would be an entity, a tag or struck out stays words") func words() {
    let text = text([.paragraph("R&amp;D ~~so~~ <b> [x](y)")])
    #expect(text == #"R\&amp;D \~\~so\~\~ \<b\> \[x\](y)"# + "\n")
  }

  @Test("lists and quotations side by side stay apart, deeper ones go in") func neighbours() {
    #expect(
      text([
        .list([Item("a", [.list([Item("b", mark: .number(10), [.paragraph("c"), .table(Sample.list)])])])]),
        .list([Item("d")]),
        .inset([.paragraph("e")]), .inset([.paragraph("f")]),
      ]) == """
        - a
          10. b

              c

              | who | states |
              | --- | --: |
              | **Those who move** | |
              | row \\| column | 1,088 |
              | column |  |

        <!-- -->

        - d

        > e

        <!-- -->

        > f

        """)
  }

  @Test("strong words are marked so that they are read as such") func strong() {
    let sentence: Sentence = "un\(Sentence("(decided)", .decisive))ly \(Sentence(" so ", .caution))."
    #expect(text([.paragraph(sentence)]) == "un<strong>(decided)</strong>ly  **so** .\n")
  }

  @Test("strong words that point to different things are one stretch") func strongLinks() {
    let together = Sample.row + Sentence(" and ") + Sample.state
    let notes = [Note(about: .state(2), title: "x", sentences: [])]
    let document = Document(title: together.inManner(.decisive), blocks: [], notes: notes)
    #expect(MarkdownFace.text(document).hasPrefix("# **First suspect and [state 3](#state-2)**\n"))
  }

  @Test("lines stand between marks that they do not have; code as well") func fences() {
    #expect(text([.lines(["```", "a\u{1B}"])]) == "````\n```\na\\u001B\n````\n")
    let question = Reference.question(word: "solve", arguments: [Argument("where", "`")])
    let document = Document(title: "", blocks: [], notes: [Note(about: question, title: "", sentences: [])])
    #expect(
      MarkdownFace.text(document, about: "a b.yaml").contains("``entente solve 'a b.yaml' --where '`'``"))
  }
}
