internal import Documents
internal import Notation

extension HTMLWriter {
  mutating func write(_ figure: Figure, caption: Sentence) {
    put("<figure>")
    openScroll("Figure", caption)
    let picture = SVGFace.element(figure, title: caption.text) { appendix.anchor(of: $0) }
    put(picture + "\n</div>")
    let sentences = figure.sentences
    if !caption.isEmpty || !sentences.isEmpty {
      put("<figcaption>")
      if !caption.isEmpty { put("<span>\(inline(caption))</span>") }
      if !sentences.isEmpty {
        put("<details>\n<summary>The same as a list</summary>\n<ul class=\"dashes\">")
        for sentence in sentences { put("<li>\(inline(sentence))</li>") }
        put("</ul>\n</details>")
      }
      put("</figcaption>")
    }
    put("</figure>")
  }
}
