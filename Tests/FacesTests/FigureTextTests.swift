import Documents
import Faces
import Notation
import Testing

@Suite("Chains and ladders where nothing can be drawn") struct FigureTextTests {
  @Test("as text: each move with its signs and reason, and what comes of it")
  func text() {
    #expect(
      TerminalFace.text(Sample.figures, Style(width: 100)) == """
        Pictures
        Why First suspect would stay.
          1. First suspect could gain: + Confess, ↦ Bail: 0 → 10 & more; a gain: a wish (memo 3.2, said).
          2. Second suspect would answer: − Silence, so that it ends; a gain: not “Silence” (memo 4,
             inferred).
        So it stays. No second move would mend that. Worse for it: silence <if> anything (no source).
        A way.
        From: The present
          1. Second suspect: + Confess.
        silence: This could last.

        From: Here
        Here
        Where each stands.
                             First suspect  Second suspect
          the present        2              5
          silence            1–3            1–1,088
          nothing            –              –
          of so many places  4              1,088
        What could last.
        A:\u{A0}silence (“Sil.”, 1,088); B:\u{A0}no name (1).
                                                            now   A      B
            First suspect: Confess                           ●    ◐      ○
            First suspect: Bail (a: none, b: some, c: all)   b   a/c    any
            Deal                                             ○   SS   FS/SS/○
            Nobody: Rain                                     ○    ◐      ◐
        ● taken, ◐ in some situations, ○ not taken, capital letters: whose part is offered. B only with A.
        Taken throughout: “Wait”. The same throughout: “Hide”: there. Nowhere: “Run”.
        Outcomes overlap.
        What it rests on.
          - First suspect: ◆ 1 a wish; ⬖ 2 no <Bail>
        ◆ turns it alone, ⬖ only with another. Nothing turns on 3 of 7 judgements. Not tried to the end: 2.
        Which world.
          The trial & all  First suspect  group
          no               as written     A, as written
          no               meek           B
          no               wild           A
          yes              meek           B
          yes              wild           B
          - A (2 worlds): as the case is written
          - B (3 worlds): −\u{A0}silence
        It makes no difference whether it rains.

        """)
  }

  @Test("as Markdown the same, but for what is an illustration")
  func markdown() {
    let text = MarkdownFace.text(Sample.figures)
    #expect(text.contains("1. [First suspect"))
    #expect(!text.contains("So it leaves."))
  }

  @Test("as JSON with all that there is")
  func json() throws {
    func expect(_ parts: [String], in figure: Figure) {
      let document = Document(title: "", blocks: [.figure(figure, caption: "")])
      let text = JSONFace.value(document).text(pretty: false).replacing(": ", with: ":").replacing(
        ", ", with: ",")
      for part in parts { #expect(text.contains(part), "\(part)\n\(text)") }
    }
    expect(
      [
        #""firmness":"assumed""#, #""sign":"level""#, #""short":"Conf.""#, #""place":null"#,
        #""kind":"stops""#,
        #""form":"argument""#, #""place":1"#, #""detail":"0 → 10 & more""#, #""basis":"no source""#,
        #""lead":["a gain"]"#, #""source":["memo 4"]"#, #""remarks":[["No second move would mend that."]]"#,
      ], in: .chain(Sample.staying))
    expect([#""form":"steps""#, #""reason":null"#, #""start":["The present"]"#], in: .chain(Sample.way))
    expect(
      [
        #""kind":"ladder""#, #""places":4"#, #""present":true"#, #"{"best":1,"worst":1088}"#,
        #""places":[null,null]"#,
      ], in: .ladder(Sample.ladder))
    expect(
      [
        #""kind":"options""#, #""states":1088"#, #""present":true"#, #"{"levels":[0,2]}"#,
        #"{"offers":[0,1],"orNobody":true}"#, #""cells":["always","sometimes","never"]"#,
      ], in: .options(Sample.options))
    expect(
      [#""kind":"judgements""#, #""firmness":"assumed","effect":"untried""#, #""actor":null"#],
      in: .judgements(Sample.judgements))
    expect(
      [#""kind":"worlds""#, #"{"group":null,"written":false}"#, #""letter":"A","worlds":2"#],
      in: .worlds(Sample.worlds))
  }
}
