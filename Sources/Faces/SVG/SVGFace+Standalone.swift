package import Documents
internal import Notation

extension SVGFace {
  private static let margin = 16
  private static let caption = (size: 14, line: 20)

  /// The figure as a file of its own, complete in itself: what it shows above it, the same as text for
  /// those who do not see it, and everything in light colours on white, written at each element, as
  /// word processors and converters know no style sheets.
  package static func standalone(
    _ figure: Figure, caption words: Sentence, width: Int = PictureWidth.wide
  ) -> String {
    let picture = drawn(figure, width: width) { _ in nil }
    let inner = max(picture.width, min(width, 320))
    let lines = words.text.lines(within: inner * 14 / 15, size: caption.size)
    let top = margin + (lines.isEmpty ? 0 : lines.count * caption.line + 10)
    let key = Self.key(of: figure).map { $0.lines(within: inner, size: keyed.size) }
    let bottom = top + picture.height + (key.isEmpty ? 0 : keyed.gap)
    let height = bottom + key.joined().count * keyed.line + margin
    let width = inner + 2 * margin
    var canvas = Canvas { _ in nil }
    canvas.rectangle("ground", x: 0, y: 0, width: width, height: height)
    canvas.text(lines, "caption", x: margin, y: margin + 13, step: caption.line)
    canvas.text(Array(key.joined()), "key", x: margin, y: bottom + keyed.size, step: keyed.line)
    let looks = Looks(
      rules: rules + captionRules, colors: "\(day) \(actorsByDay)".replacingPaper,
      fonts: ["--serif": serif, "--sans": sans])
    let title = words.text.printable.xmlEscaped
    let told = TerminalFace.text(Document(title: "", blocks: figure.blocks), Style(width: 100))
      .split(separator: "\n").map { String($0).xmlEscaped }.joined(separator: "\n")
    return
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"\(width)\" height=\"\(height)\""
      + " viewBox=\"0 0 \(width) \(height)\" aria-label=\"\(title)\">\n<title>\(title)</title>\n"
      + "<desc>\(told)</desc>\n\(looks.written(canvas.body, in: "alone"))\n"
      + "<g transform=\"translate(\(margin + picture.margin) \(top + picture.margin))\">\n"
      + looks.written(picture.body, in: picture.kind) + "</g>\n</svg>\n"
  }

  /// What a page tells beside the picture, and a file of its own cannot: what the boxes are that turn
  /// a claim, each by the actor and the number on it.
  private static func key(of figure: Figure) -> [String] {
    guard case .judgements(let judgements) = figure else { return [] }
    func lines(_ effect: Figure.Judgements.Effect) -> [String] {
      judgements.rows.flatMap { row in
        row.boxes.filter { $0.effect == effect }.map { box in
          "\(row.actor.map { "\($0.tag) " } ?? "")\(box.label): \(box.words.text)".printable
        }
      }
    }
    let alone = lines(.alone)
    let all = alone.isEmpty ? lines(.together) : alone
    let told = all.count > keyed.most + 1 ? Array(all.prefix(keyed.most)) : all
    return told.count == all.count ? all : told + ["and \(all.count - told.count) more."]
  }

  private static let keyed = (size: 12, line: 17, gap: 14, most: 10)

  private static let captionRules = """
    .alone .ground { fill: var(--paper); }
    .alone .caption { font: 600 14px var(--sans); fill: var(--ink); }
    .alone .key { font: 400 12px var(--sans); fill: var(--ink); }

    """

  private static let serif = "Charter, 'Charis SIL', Georgia, 'DejaVu Serif', 'Times New Roman', serif"
  private static let sans = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
}

extension String {
  /// The colours on paper, which is white.
  fileprivate var replacingPaper: String { self + " --paper: #FFFFFF;" }
}
