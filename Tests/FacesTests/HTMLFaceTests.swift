import Documents
import Faces
import Testing

@Suite("The HTML face") struct HTMLFaceTests {
  @Test("every part, with notes that the phrases link to and that lead back") func sample() {
    #expect(
      HTMLFace.body(Sample.document, about: "first.yaml") == #"""
        <h1>Two &lt;suspects&gt; &amp; a &quot;deal&quot;</h1>
        <div class="lead">
        <p><a class="ref" id="mention-1" href="#actor-row">First suspect</a> <strong>would leave</strong> <a class="ref" id="mention-2" href="#state-2">state 3</a>.</p>
        <p><span class="caution">Not finished: half of it was looked at.</span></p>
        </div>
        <section aria-labelledby="section-3">
        <h2 id="section-3">What can last</h2>
        <p>It rests on <a class="ref" id="mention-4" href="#judgement-row.prefers.s1">a wish</a>, and on *no* [other]_thing_.</p>
        <div class="pause"></div>
        <p>+ <a class="ref" id="mention-5" href="#option-row.confess">Confess</a> if <a class="ref" id="mention-6" href="#event-trial">the trial</a> in <a class="ref" id="mention-7" href="#outcome-silence">silence</a> under <a class="ref" id="mention-8" href="#concept-seq">seq</a>.</p>
        <div class="scroll" role="group" tabindex="0" aria-label="Table: What can last">
        <table class="list">
        <thead><tr><th scope="col">who</th><th scope="col" class="number">states</th></tr></thead>
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="2">Those who <strong>move</strong></th></tr>
        <tr><td>row | column</td><td class="number">1,088</td></tr>
        <tr><td>column</td><td class="number"></td></tr>
        </tbody>
        </table>
        </div>
        <div class="scroll" role="group" tabindex="0" aria-label="Table: What can last">
        <table class="grid">
        <thead><tr><td></td><th scope="col">1</th><th scope="col">2</th></tr></thead>
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="3"><a class="ref" id="mention-9" href="#actor-row">First suspect</a></th></tr>
        <tr><th scope="row">Confess</th><td>Y</td><td>N</td></tr>
        <tr><th scope="row">silence</th><td>x</td><td>·</td></tr>
        </tbody>
        </table>
        </div>
        <details>
        <summary>All the <span class="aside">rest</span></summary>
        <div class="scroll" role="group" tabindex="0" aria-label="Lines: What can last">
        <pre>a.yaml:1:2: error: `x`
          | ^</pre>
        </div>
        <div class="inset">
        <p>Beside it, a larger limit or all in JSON.</p>
        <ul class="dashes">
        <li><span>deep</span></li>
        </ul>
        </div>
        </details>
        </section>
        <ul class="dashes">
        <li><span>alike</span>
        <div class="below">
        <p>below</p>
        <ul class="dashes">
        <li><span>deeper</span></li>
        </ul>
        </div></li>
        </ul>
        <ul class="stars">
        <li><span>for itself</span></li>
        </ul>
        <ol class="numbers">
        <li value="1"><span>first</span></li>
        <li value="3"><span>third</span></li>
        </ol>
        <ul class="words">
        <li><span class="verdict"><span class="good">ok</span></span> <span>a.yaml</span></li>
        <li><span class="verdict"><span class="caution">FAIL</span></span> <span>b.yaml</span></li>
        </ul>
        <figure>
        <div class="scroll" role="group" tabindex="0" aria-label="Figure: How it moves.">
        <svg xmlns="http://www.w3.org/2000/svg" class="graph" role="img" width="315" height="76" viewBox="-6 -6 315 76" aria-label="How it moves.">
        <g class="edge dashed"><path d="M250 22 V12 Q250 4 258 4 H270 Q278 4 278 12 V14"/><path class="head" d="M278 22 l-4 -8 h8 z"/></g>
        <g class="edge"><path d="M83 39 C95 39 95 39 107 39 H202 C210 39 210 39 218 39"/><path class="head" d="M226 39 l-8 -4 v8 z"/></g>
        <a href="#actor-row" tabindex="-1">
        <g class="label"><text x="154" y="31">First suspect</text></g>
        </a>
        <g class="node decisive"><rect x="0" y="14" width="83" height="50" rx="5"/><rect class="inner" x="3" y="17" width="77" height="44" rx="3"/><text class="first" x="12" y="35">state 1</text><text x="12" y="51">YN</text></g>
        <a href="#state-2" tabindex="-1">
        <g class="node"><rect x="226" y="22" width="77" height="34" rx="5"/><text class="first" x="238" y="43">state 3</text></g>
        </a>
        </svg>
        </div>
        <figcaption>
        <span>How it <a class="ref" id="mention-10" href="#ask-paths">moves</a>.</span>
        <details>
        <summary>The same as text</summary>
        <ul class="dashes">
        <li><span>state 1 → <a class="ref" id="mention-11" href="#state-2">state 3</a>: <a class="ref" id="mention-12" href="#actor-row">First suspect</a></span></li>
        <li><span><a class="ref" id="mention-13" href="#state-2">state 3</a> → <a class="ref" id="mention-14" href="#state-2">state 3</a></span></li>
        </ul>
        </details>
        </figcaption>
        </figure>
        <figure>
        <div class="scroll" role="group" tabindex="0" aria-label="Figure: What is taken.">
        <svg xmlns="http://www.w3.org/2000/svg" class="marks" role="img" width="224" height="152" viewBox="0 0 224 152" aria-label="What is taken.">
        <text class="column" x="146" y="12">now</text>
        <a href="#outcome-silence" tabindex="-1"><text class="column" x="198" y="12">silence</text></a>
        <a href="#actor-row" tabindex="-1"><text class="group" x="0" y="43">First suspect</text></a>
        <line x1="0" y1="50" x2="224" y2="50"/>
        <a href="#option-row.confess" tabindex="-1"><text x="8" y="65">Confess</text></a>
        <circle class="full" cx="146" cy="61" r="6"/><circle class="rim" cx="198" cy="61" r="6"/><path class="full" d="M198 55 a6 6 0 0 0 0 12 z"/><line x1="0" y1="72" x2="224" y2="72"/>
        <text x="8" y="87">Flee &amp; hide</text>
        <circle class="ring" cx="146" cy="83" r="5"/><circle class="dot" cx="198" cy="83" r="2"/><line x1="0" y1="94" x2="224" y2="94"/>
        <text x="8" y="109">wishes</text>
        <path class="diamond" d="M146 97 l7 8 -7 8 -7 -8 z"/><line x1="0" y1="116" x2="224" y2="116"/>
        <circle class="full" cx="8" cy="136" r="6"/><text class="legend" x="20" y="140">taken</text>
        <circle class="ring" cx="77" cy="136" r="5"/><text class="legend" x="89" y="140">not &lt;taken&gt;</text>
        </svg>
        </div>
        <figcaption>
        <span>What is taken.</span>
        <details>
        <summary>The same as text</summary>
        <div class="scroll" role="group" tabindex="0" aria-label="Table: Two &lt;suspects&gt; &amp; a &quot;deal&quot;">
        <table class="grid">
        <thead><tr><td></td><th scope="col">now</th><th scope="col"><a class="ref" id="mention-15" href="#outcome-silence">silence</a></th></tr></thead>
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="3"><a class="ref" id="mention-16" href="#actor-row">First suspect</a></th></tr>
        <tr><th scope="row"><a class="ref" id="mention-17" href="#option-row.confess">Confess</a></th><td>●</td><td>◐</td></tr>
        <tr><th scope="row">Flee &amp; hide</th><td>○</td><td>·</td></tr>
        <tr><th scope="row">wishes</th><td>◆</td><td></td></tr>
        </tbody>
        </table>
        </div>
        <p>● taken, ○ not &lt;taken&gt;.</p>
        </details>
        </figcaption>
        </figure>
        <section class="notes" aria-labelledby="notes">
        <h2 id="notes">What this rests on</h2>
        <h3>Judgements</h3>
        <ul>
        <li id="judgement-row.prefers.s1"><strong>not column.confess</strong> Said in a memo. It is <a class="ref" href="#state-2">state 3</a>. <a class="back" href="#mention-4" aria-label="Back to mention">↑</a></li>
        </ul>
        <h3>States</h3>
        <ul>
        <li id="state-2"><strong>state 3</strong> Taken: <a class="ref" href="#option-row.confess">Confess</a>. <a class="back" href="#mention-2" aria-label="Back to mention 1">↑1</a> <a class="back" href="#mention-11" aria-label="Back to mention 2">↑2</a> <a class="back" href="#mention-13" aria-label="Back to mention 3">↑3</a> <a class="back" href="#mention-14" aria-label="Back to mention 4">↑4</a></li>
        </ul>
        <h3>Outcomes</h3>
        <ul>
        <li id="outcome-silence"><strong>Silence</strong> Nobody confesses. <a class="back" href="#mention-7" aria-label="Back to mention 1">↑1</a> <a class="back" href="#mention-15" aria-label="Back to mention 2">↑2</a></li>
        </ul>
        <h3>Actors</h3>
        <ul>
        <li id="actor-row"><strong>First suspect</strong> <a class="back" href="#mention-1" aria-label="Back to mention 1">↑1</a> <a class="back" href="#mention-9" aria-label="Back to mention 2">↑2</a> <a class="back" href="#mention-12" aria-label="Back to mention 3">↑3</a> <a class="back" href="#mention-16" aria-label="Back to mention 4">↑4</a></li>
        </ul>
        <h3>Options</h3>
        <ul>
        <li id="option-row.confess"><strong>Confess</strong> An option. <a class="back" href="#mention-5" aria-label="Back to mention 1">↑1</a> <a class="back" href="#mention-17" aria-label="Back to mention 2">↑2</a></li>
        </ul>
        <h3>Events</h3>
        <ul>
        <li id="event-trial"><strong>The trial</strong> An event. <a class="back" href="#mention-6" aria-label="Back to mention">↑</a></li>
        </ul>
        <h3>Solution concepts</h3>
        <ul>
        <li id="concept-seq"><strong>seq</strong> Credible answers count. <a class="back" href="#mention-8" aria-label="Back to mention">↑</a></li>
        </ul>
        <h3>Further questions</h3>
        <ul>
        <li id="ask-paths"><code>entente paths first.yaml --from 'row'\''s own' --json</code> <a class="back" href="#mention-10" aria-label="Back to mention">↑</a></li>
        </ul>
        </section>

        """#)
  }

  @Test("a page says which case it is about, where its title does not") func about() {
    var document = Document(title: "", blocks: [.section(title: "From here", [.paragraph("On it goes.")])])
    document.heading = "How it can go on"
    document.about = ["Two suspects", "Two suspects", "How it can go on"]
    let page = HTMLFace.page(document)
    #expect(page.contains("<p class=\"about\">Two suspects</p>\n<h1>How it can go on</h1>"))
    #expect(page.contains("<title>How it can go on \u{2013} Two suspects</title>"))
    #expect(MarkdownFace.text(document).hasPrefix("# How it can go on\n\nTwo suspects\n\n## From here"))
    #expect(!TerminalFace.text(document).contains("suspects"))
  }

  /// What stands between the quotes of an attribute, wherever it occurs.
  private func values(of attribute: String, in text: String) -> [String] {
    text.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test("every link leads to a place on the page, and places have one name each") func links() {
    let page = HTMLFace.page(Sample.document)
    let ids = values(of: "id", in: page)
    #expect(Set(ids).count == ids.count)
    let targets = values(of: "href", in: page)
    #expect(targets.count > 20)
    for target in targets { #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst()))) }
    for note in Sample.document.notes { #expect(page.contains("<strong>\(note.title.text)</strong>")) }
  }

  @Test("a page needs nothing from outside and runs nothing") func complete() {
    let page = HTMLFace.page(Sample.document)
    for word in ["<script", "javascript:", " src=", "url(", "@import", "<link"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\""))
    #expect(page.contains("<title>Two &lt;suspects&gt; &amp; a &quot;deal&quot;</title>"))
    #expect(page.contains("prefers-color-scheme: dark") && page.contains("@media print"))
  }

  @Test("headings go down one level at a time, from the title or from the first words") func headings() {
    func levels(_ document: Document, from level: Int = 1) -> [Int] {
      ("." + HTMLFace.body(document, level: level)).split(separator: "<h").dropFirst().compactMap {
        Int(String($0.prefix(1)))
      }
    }
    let sections: [Block] = [.section(title: "a", [.section(title: "b", [.paragraph("c")])])]
    #expect(levels(Document(title: "x", blocks: sections)) == [1, 2, 3])
    #expect(levels(Document(title: "", blocks: [.paragraph("x")] + sections)) == [1, 2, 3])
    #expect(levels(Document(title: "", blocks: [.lead(["x", "y"])] + sections)) == [1, 2, 3])
    // The first section gives its title; those beside it are below.
    #expect(levels(Document(title: "", blocks: sections + sections)) == [1, 2, 2, 3])
    #expect(levels(Document(title: "", blocks: [.pause, .list([Item("x")])] + sections)) == [1, 2, 3])
    #expect(levels(Document(title: "x", blocks: sections), from: 2) == [2, 3, 4])
  }

  @Test("two notes with like names have places of their own") func anchors() {
    let others = Reference.otherJudgement("a b", of: 2)
    let phrases =
      Sentence("a", to: .judgement("a b")) + Sentence("b", to: .judgement("a-b")) + Sentence("c", to: others)
    let notes =
      ["a b", "a-b"].map { Note(about: .judgement($0), title: Sentence($0), sentences: []) }
      + [Note(about: others, title: "the second", sentences: [])]
    let body = HTMLFace.body(Document(title: phrases, blocks: [], notes: notes))
    #expect(values(of: "id", in: body).contains("judgement-a-b"))
    #expect(values(of: "id", in: body).contains("judgement-a-b-2"))
    #expect(values(of: "href", in: body).contains("#judgement-a-b-2"))
    #expect(values(of: "href", in: body).contains("#judgement-a-b-of-2"))
  }

  @Test("what points to nothing known is not linked; questions are commands") func bare() {
    let sentence: Sentence = "\(Sample.row) \(Sentence("asks", to: Sample.question))"
    let body = HTMLFace.body(Document(title: "", blocks: [.list([Item(sentence)])]), about: "a b.yaml")
    #expect(values(of: "href", in: body) == ["#ask-paths", "#mention-1"])
    #expect(body.contains("<code>entente paths 'a b.yaml' --from 'row'\\''s own' --json</code>"))
  }

  @Test("what asks again says so in words, with the command that does") func again() {
    let sentence: Sentence =
      "2 left out; \(Sentence("a larger limit", to: .parameter("limit"))) shows more, \(Sentence("the answer in JSON", to: .again([Argument("json")]))) all."
    var document = Document(title: "", blocks: [.paragraph(sentence)])
    #expect(TerminalFace.text(document) == "2 left out; --limit shows more, --json all.\n")
    // Where nobody knows what was asked, there is no command.
    #expect(
      HTMLFace.body(document).contains(
        ">2 left out; a larger limit shows more, the answer in JSON all.</h1>"))
    document.asked = AskedQuestion(
      "compare", about: ["a b.yaml", "c.yaml"], [Argument("", "moves"), Argument("concept", "nash")])
    let body = HTMLFace.body(document, about: "a b.yaml", with: [Argument("given", "trial=yes")])
    #expect(values(of: "href", in: body) == ["#ask-again", "#mention-1"])
    #expect(
      body.contains(
        "<code>entente compare 'a b.yaml' c.yaml moves --concept nash --json --given trial=yes</code>"))
    #expect(MarkdownFace.text(document) == "2 left out; a larger limit shows more, the answer in JSON all.\n")
    let json = JSONFace.text(document)
    #expect(
      json.contains(#""kind": "again""#) && json.contains(#""kind": "parameter", "name": "limit""#), "\(json)"
    )
    let other: Sentence = "\(Sentence("nash", to: .again([Argument("concept", "seq")])))"
    document.blocks = [.paragraph(other)]
    #expect(
      HTMLFace.body(document).contains("<code>entente compare 'a b.yaml' c.yaml moves --concept seq</code>"))
    #expect(TerminalFace.text(document) == "--concept seq\n")
  }

  @Test("columns of numbers stand to the right") func numbers() {
    let table = Table(
      head: ["a", "b", "c"], rows: [.cells(["1", "1,088", "x 1"]), .heading("d"), .cells(["", "2", "3"])])
    let body = HTMLFace.body(Document(title: "", blocks: [.table(table)]))
    #expect(body.split(separator: "class=\"number\"").count == 1 + 2 * 3)
  }

  @Test("no text can end an element or turn the direction of what follows") func hostile() {
    let evil = "</p><script>alert(1)</script>\" onclick=\"x\u{202E}\u{0}"
    let everywhere = Sentence(evil, .caution, to: .judgement(evil))
    let document = Document(
      title: everywhere,
      blocks: [
        .lead([everywhere]),
        .section(
          title: everywhere,
          [
            .lines([Sentence(evil)]),
            .table(Table(head: [everywhere], rows: [.heading(everywhere), .cells([everywhere])])),
          ]),
        .list([Item(everywhere, mark: .word(Phrase(evil)))]), .more(title: everywhere, []),
        .figure(
          .graph(
            .init(
              nodes: [.init(id: evil, label: [everywhere])],
              edges: [.init(from: evil, to: evil, label: everywhere)])), caption: everywhere),
      ], notes: [Note(about: .judgement(evil), title: everywhere, sentences: [everywhere])])
    let page = HTMLFace.page(document, about: evil)
    #expect(!page.contains("<script") && !page.contains("</p><") && !page.contains("\" onclick"))
    #expect(!page.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{0}"))
  }
}
