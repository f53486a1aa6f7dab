import Documents
import Faces
import Testing

@Suite("The terminal face") struct TerminalFaceTests {
  private func text(_ blocks: [Block], _ style: Style = Style(width: 40)) -> String {
    TerminalFace.text(Document(title: "", blocks: blocks), style)
  }

  @Test("sections are parted by a line, lists and tables stand in, long lines are broken")
  func layout() {
    let document = Document(
      title: "Two suspects",
      blocks: [
        .paragraph("A paragraph that is longer than a line of forty columns."), .paragraph("Another."),
        .section(
          title: "Findings",
          [
            .list([
              Item(
                "first, which is so long that it takes two lines", mark: .number(1), [.paragraph("below")]),
              Item("second", mark: .dash, [.list([Item("deeper")])]),
            ]),
            .inset([.paragraph("a note"), .list([Item("of it")])]), .pause, .pause, .paragraph("The end."),
          ]),
        .section(title: "States", [.list([Item("state 1", mark: .star, [.list([Item("why")])])])]),
      ])
    #expect(
      TerminalFace.text(document, Style(width: 40)) == """
        Two suspects
        A paragraph that is longer than a line
        of forty columns.
        Another.

        Findings
          1. first, which is so long that it
             takes two lines
             below
          - second
            - deeper
          a note
            - of it

        The end.

        States
        * state 1
          - why

        """)
  }

  @Test("verdicts stand before their lines, in columns") func verdicts() {
    let items = [
      Item("a.yaml", mark: .word(Phrase("ok", .good))),
      Item("b.yaml", mark: .word(Phrase("FAIL", .caution)), [.paragraph("nash: [1]")]),
    ]
    #expect(text([.list(items)]) == "ok    a.yaml\nFAIL  b.yaml\n      nash: [1]\n")
  }

  @Test("codes of colour stand around runs of words and count for nothing in the width")
  func colour() {
    let sentence: Sentence =
      "\(Sentence("Not finished: the rest", .caution)) was left out, as was said before"
    let lines = text([.paragraph(sentence)], Style(color: true, width: 40)).split(separator: "\n")
    #expect(lines == ["\u{1B}[33mNot finished: the rest\u{1B}[0m was left out, as", "was said before"])
    #expect(text([.paragraph(sentence)]) == "Not finished: the rest was left out, as\nwas said before\n")
  }

  @Test("a picture of what the text says already is left out") func illustrations() {
    var graph = Figure.Graph(nodes: [.init(id: "a", label: ["A"])], edges: [])
    #expect(text([.figure(.graph(graph), caption: "One.")]).hasPrefix("One.\n"))
    graph.isIllustration = true
    #expect(text([.paragraph("A."), .figure(.graph(graph), caption: "One.")]) == "A.\n")
  }

  @Test("a word made of several phrases is not torn") func words() {
    let sentence: Sentence = "\(String(repeating: "x", count: 35)) \(Sentence("long", .decisive))er"
    #expect(text([.paragraph(sentence)]) == String(repeating: "x", count: 35) + "\nlonger\n")
  }

  @Test("the wide column takes what is left, and empty headings are not shown") func lists() {
    let rows: [Table.Row] = [
      .cells(["a", "words that go over the end of the line", "1"]), .cells(["bcd", "", "22"]),
    ]
    #expect(
      text([.table(Table(.list(wide: 1), head: ["id", "what", "n"], rows: rows))]) == """
          id   what                           n
          a    words that go over the end of  1
               the line
          bcd                                 22

        """)
    #expect(
      text([.table(Table(.list(wide: 1), head: ["", "", ""], rows: rows))]).hasPrefix("  a    words"))
    #expect(text([.table(Table())]) == "\n")
  }

  @Test("where several columns are wide, the widest gives way, down to its words") func wideLists() {
    let rows: [Table.Row] = [
      .cells(["one", "state 1, state 2, state 3", "none at all here", "some more words there"]),
      .cells(["two", "a", "incontrovertible", "b"]),
    ]
    #expect(
      text([.table(Table(head: ["", "what lasts there", "no", "why it does"], rows: rows))]) == """
               what      no             why it
               lasts                    does
               there
          one  state 1,  none at all    some
               state 2,  here           more
               state 3                  words
                                        there
          two  a         incontrovertible  b

        """)
  }

  @Test("columns that do not fit follow in further blocks, without rows that say nothing there")
  func grids() {
    let columns = (0..<6).map { Sentence("col\($0)") }
    let table = Table(
      .grid,
      rows: [
        .cells(["State"] + columns), .heading("Owner"),
        .cells(["An option with a name that is long"] + (0..<6).map { Sentence($0 % 2 == 0 ? "Y" : "N") }),
        .mark(["rare", "x"] + Array(repeating: "·", count: 5)),
      ])
    #expect(
      text([.table(table)]) == """
            State                   col0  col1
          Owner
            An option with a name    Y     N
              that is long
            rare                     x     ·

            State                   col2  col3
          Owner
            An option with a name    Y     N
              that is long

            State                   col4  col5
          Owner
            An option with a name    Y     N
              that is long

        """)
  }

  @Test("what would move the cursor is shown as what it is") func controls() {
    #expect(text([.paragraph("a\u{1B}[2Jb")]) == "a\\u001B[2Jb\n")
  }
}
