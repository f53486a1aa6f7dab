internal import Documents
internal import Notation

extension HTMLWriter {
  mutating func write(_ figure: Figure, caption: Sentence) {
    if case .beside(let ending) = pictures {
      writeBeside(figure, caption: caption, ending)
      return
    }
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

  /// The name of a file with the picture, or what it shows as text.
  private mutating func writeBeside(_ figure: Figure, caption: Sentence, _ ending: String?) {
    guard let ending else {
      if figure.isIllustration { return }
      if !caption.isEmpty { put("<p>\(inline(caption))</p>") }
      write(figure.blocks, level: 6)
      return
    }
    let name = "figure-" + String(drawn.count + 1)
    drawn.append((name + ".svg", SVGFace.picture(figure, title: caption.text)))
    let words = caption.text.printable.xmlEscaped
    put("<figure>\n<img src=\"\(name).\(ending)\" alt=\"\(words)\"/>")
    if !caption.isEmpty { put("<figcaption>\(inline(caption))</figcaption>") }
    put("</figure>")
  }
}
