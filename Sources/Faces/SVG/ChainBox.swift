internal import Documents
internal import Notation

/// What is written in one box of a chain, broken into lines and measured.
struct ChainBox {
  /// A part of what is written, from above.
  private enum Piece {
    case head(tag: Figure.Party?, [String], Sentence)
    case change(sign: String, [String], Sentence)
    case rule
    case reason(lead: String, [String], Sentence)
    case source([String], Sentence, chip: String, Figure.Chain.Firmness, isBeside: Bool)
    case title([String], Sentence)
    case remark([String], Sentence)
  }

  /// How a box is set off from the ground.
  enum Frame {
    case card, lasting, passing, none
  }

  private var pieces: [Piece] = []
  private let width: Int
  let frame: Frame
  /// Whose box it is.
  let actor: Figure.Party?
  private(set) var height = 0

  private static let head = (size: 12, line: 18)
  private static let change = (size: 14, line: 18)
  private static let reason = (size: 13, line: 17)
  private static let title = (size: 15, line: 20)
  private static let margin = 10
  private static let bar = 4
  private static let signWidth = 15

  private var inset: Int { frame == .none ? 0 : Self.bar + Self.margin }
  private var inner: Int { max(24, width - inset - (frame == .none ? 0 : Self.margin)) }

  private init(width: Int, frame: Frame, actor: Figure.Party?) {
    (self.width, self.frame, self.actor) = (width, frame, actor)
  }

  /// A move; with the letters of the mover where no lane says who it is.
  init(_ card: Figure.Chain.Card, by actor: Figure.Party?, width: Int, hasTag: Bool, isShort: Bool) {
    self.init(width: width, frame: .card, actor: actor)
    let tag = hasTag ? actor : nil
    let tagWidth = tag.map { Canvas.width(ofTag: $0.tag) + 6 } ?? 0
    let role = card.role.text.lines(within: inner - tagWidth, size: Self.head.size)
    if tag != nil || !role.isEmpty { pieces.append(.head(tag: tag, role, card.role)) }
    for change in card.changes {
      let name = isShort ? change.short ?? change.words.text : change.words.text
      let text = name + change.ending
      let sign = change.sign.character
      let room = sign.isEmpty ? inner : inner - Self.signWidth
      pieces.append(
        .change(sign: sign, text.lines(within: room, size: Self.change.size), change.words))
    }
    add(card.reason, afterRule: true)
    measure()
  }

  /// Where it begins.
  init(start: Sentence, width: Int) {
    self.init(width: width, frame: .passing, actor: nil)
    pieces = [.head(tag: nil, ["from"], ""), .remark(lines(start, Self.reason.size), start)]
    measure()
  }

  /// Where it ends.
  init(_ ending: Figure.Chain.Ending, width: Int) {
    let frame: Frame =
      switch ending.kind {
      case .stops, .leaves: .none
      case .lasts: .lasting
      case .passes: .passing
      }
    self.init(width: width, frame: frame, actor: nil)
    // Bold letters are wider.
    let words = ending.words.text.lines(within: inner * 8 / 9, size: Self.title.size)
    pieces.append(.title(words, ending.words))
    for remark in ending.remarks {
      pieces.append(.remark(lines(remark, Self.reason.size), remark))
    }
    add(ending.reason, afterRule: false)
    measure()
  }

  private func lines(_ words: Sentence, _ size: Int) -> [String] {
    words.text.lines(within: inner, size: size)
  }

  private mutating func add(_ reason: Figure.Chain.Reason?, afterRule: Bool) {
    guard let reason else { return }
    if afterRule { pieces.append(.rule) }
    pieces.append(.reason(lead: reason.lead.text, lines(reason.clause, Self.reason.size), reason.words))
    if reason.source.isEmpty, reason.basis.isEmpty { return }
    let source = lines(reason.source, Self.head.size)
    let beside = (source.last?.pixels(Self.head.size) ?? 0) + 8 + Self.chipWidth(reason.basis)
    pieces.append(
      .source(
        source, reason.source, chip: reason.basis, reason.firmness,
        isBeside: source.isEmpty || beside <= inner))
  }

  private static func chipWidth(_ basis: String) -> Int {
    basis.isEmpty ? 0 : basis.printable.pixels(head.size) + 14
  }

  // MARK: Measure

  private mutating func measure() {
    height = pieces.reduce(0) { $0 + Self.height($1) } + (frame == .none ? 4 : 16)
  }

  private static func height(_ piece: Piece) -> Int {
    switch piece {
    case .head(_, let lines, _): max(1, lines.count) * head.line
    case .change(_, let lines, _): lines.count * change.line
    case .rule: 9
    case .reason(_, let lines, _), .remark(let lines, _): lines.count * reason.line
    case .source(let lines, _, let chip, _, let isBeside):
      (max(1, lines.count) + (isBeside || chip.isEmpty ? 0 : 1)) * (head.line + 1)
    case .title(let lines, _): lines.count * title.line + 2
    }
  }

  // MARK: Draw

  func draw(x: Int, y: Int, in canvas: inout Canvas) {
    let color = actor.map { Canvas.color(of: $0) } ?? "a0"
    canvas.open("box \(color)")
    drawFrame(x: x, y: y, in: &canvas)
    var top = y + (frame == .none ? 2 : 8)
    for piece in pieces {
      draw(piece, x: x + inset, y: top, in: &canvas)
      top += Self.height(piece)
    }
    canvas.close()
  }

  private func drawFrame(x: Int, y: Int, in canvas: inout Canvas) {
    switch frame {
    case .none: break
    case .card:
      canvas.rectangle("card", x: x, y: y, width: width, height: height, radius: 3)
      canvas.rectangle("bar", x: x, y: y, width: Self.bar, height: height, radius: 2)
    case .lasting:
      canvas.rectangle("frame", x: x, y: y, width: width, height: height, radius: 5)
      canvas.rectangle("frame", x: x + 3, y: y + 3, width: width - 6, height: height - 6, radius: 3)
    case .passing:
      canvas.rectangle("frame", x: x, y: y, width: width, height: height, radius: 5)
    }
  }

  private func draw(_ piece: Piece, x: Int, y: Int, in canvas: inout Canvas) {
    switch piece {
    case .head(let tag, let lines, let words):
      let after = tag.map { canvas.tag($0, x: x, y: y + 13) + 6 } ?? 0
      canvas.text(lines, "role", x: x + after, y: y + 13, step: Self.head.line, pointing: words)
    case .change(let sign, let lines, let words):
      if !sign.isEmpty { canvas.text([sign], "sign", x: x, y: y + 13) }
      let after = sign.isEmpty ? 0 : Self.signWidth
      canvas.text(lines, "change", x: x + after, y: y + 13, step: Self.change.line, pointing: words)
    case .rule: canvas.path("rule", "M\(x) \(y + 4) h\(inner)")
    case .reason(let lead, let lines, let words):
      let step = Self.reason.line
      canvas.text(lines, "reason", x: x, y: y + 13, step: step, after: lead, pointing: words)
    case .remark(let lines, let words):
      canvas.text(lines, "reason", x: x, y: y + 13, step: Self.reason.line, pointing: words)
    case .source(let lines, let words, let chip, let firmness, let isBeside):
      let step = Self.head.line + 1
      canvas.text(lines, "source", x: x, y: y + 14, step: step, pointing: words)
      if chip.isEmpty { return }
      let last = isBeside ? max(0, lines.count - 1) : lines.count
      let left = isBeside && !lines.isEmpty ? (lines.last?.pixels(Self.head.size) ?? 0) + 8 : 0
      draw(chip: chip, firmness, x: x + left, y: y + last * step, in: &canvas)
    case .title(let lines, let words):
      canvas.text(lines, "title", x: x, y: y + 14, step: Self.title.line, pointing: words)
    }
  }

  private func draw(
    chip: String, _ firmness: Figure.Chain.Firmness, x: Int, y: Int, in canvas: inout Canvas
  ) {
    let kind =
      switch firmness {
      case .stated: "stated"
      case .unstated: "unstated"
      case .inferred: "inferred"
      case .assumed: "assumed"
      }
    canvas.rectangle(
      "chip \(kind)", x: x, y: y + 1, width: Self.chipWidth(chip), height: 17, radius: 8)
    canvas.text([chip.printable], "basis", x: x + 7, y: y + 14)
  }
}
