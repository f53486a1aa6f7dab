internal import Documents
internal import Notation

extension HTMLWriter {
  mutating func write(_ figure: Figure, caption: Sentence) {
    put("<figure>")
    openScroll("Figure", caption)
    let appendix = appendix
    put(SVGFace.element(figure, title: caption.text) { appendix.anchor(of: $0) } + "\n</div>")
    put("<figcaption>")
    if !caption.isEmpty { put("<span>\(inline(caption))</span>") }
    put("<details>\n<summary>The same as text</summary>")
    write(figure.blocks, level: 6)
    put("</details>\n</figcaption>\n</figure>")
  }
}
