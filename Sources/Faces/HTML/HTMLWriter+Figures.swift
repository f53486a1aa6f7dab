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
    let picture = SVGFace.standalone(figure, caption: "")
    drawn.append((name, picture))
    // On paper a pixel of a screen would be too much.
    var width = ""
    if let pixels = Self.width(of: picture).map({ $0 * 70 / 100 }) {
      // Some go by the attribute and some by the style.
      width = " width=\"\(pixels)\" style=\"width: \(pixels)px\""
    }
    let words = caption.text.printable.xmlEscaped
    put("<figure>\n<img src=\"\(name).\(ending)\" alt=\"\(words)\"\(width)/>")
    if !caption.isEmpty { put("<figcaption>\(inline(caption))</figcaption>") }
    put("</figure>")
  }

  /// How many pixels a picture says that it is wide.
  private static func width(of picture: String) -> Int? {
    let bytes = Array(picture.utf8)
    let key = Array(" width=\"".utf8)
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: key) }) else { return nil }
    var width = 0
    for byte in bytes[(place + key.count)...] {
      guard (0x30...0x39).contains(byte) else { break }
      width = width * 10 + Int(byte - 0x30)
    }
    return width > 0 ? width : nil
  }
}
