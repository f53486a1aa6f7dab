extension Diagnostic {
  /// The problem as compilers print it: the place and message, the line with a
  /// caret under it, a suggestion, and the other places that belong to it.
  ///
  ///     case.yaml:3:9: error: no option is called 'withdrew' [unknown-name]
  ///       3 |       - withdrew if us.lifts
  ///         |         ^~~~~~~~ did you mean 'withdraw'?
  ///
  /// There is no line break at the end.
  ///
  /// - Parameter color: Whether to colour it for a terminal.
  public func rendered(color: Bool = false) -> String {
    lines.map { line in line.map { color ? $0.colored : $0.text }.joined() }.joined(separator: "\n")
  }

  /// The same line by line, each in pieces that look alike.
  package var lines: [[Piece]] {
    let kind = Piece(severity.rawValue, severity == .error ? .red : .yellow)
    var lines = [[Piece(place.header, .bold), kind, Piece(": \(message.visible) [\(code.rawValue)]", .bold)]]
    let aside = hint.flatMap { $0.unicodeScalars.count <= 60 ? $0.visible : nil }
    let frame = place.frame(aside: aside, tint: .green)
    lines += frame
    if let hint, frame.isEmpty || aside == nil {
      lines.append([Piece("  "), Piece("help:", .cyan), Piece(" \(hint.visible)")])
    }
    for note in notes {
      lines.append([
        Piece(note.place.header, .bold), Piece("note", .cyan), Piece(": \(note.message.visible)"),
      ])
      lines += note.place.frame(aside: nil, tint: .cyan)
    }
    return lines
  }

  /// Some characters of a line that look alike.
  package struct Piece: Sendable, Hashable {
    /// A colour for a terminal.
    package enum Tint: String, Sendable {
      case plain = ""
      case bold = "1"
      case red = "1;31"
      case yellow = "1;33"
      case green = "1;32"
      case cyan = "1;36"
      case faint = "2"
    }

    /// The characters.
    package let text: String
    /// How they look.
    package let tint: Tint

    fileprivate init(_ text: String, _ tint: Tint = .plain) {
      (self.text, self.tint) = (text, tint)
    }

    fileprivate var colored: String {
      tint == .plain || text.isEmpty ? text : "\u{1B}[\(tint.rawValue)m\(text)\u{1B}[0m"
    }
  }
}

extension SyntaxError {
  /// The problems as ``Diagnostic/rendered(color:)`` prints them, file by file
  /// in the order of the text.
  public func rendered(color: Bool = false) -> String {
    diagnostics.inTextOrder.map { $0.rendered(color: color) }.joined(separator: "\n")
  }
}

extension [Diagnostic] {
  /// The problems file by file, in the order in which the files come up, and
  /// within each in the order of its text.
  package var inTextOrder: [Diagnostic] { inTextOrder(of: [:]) }

  /// The same, but the problems of one file come first.
  package func inTextOrder(startingWith file: String) -> [Diagnostic] {
    inTextOrder(of: [file: 0])
  }

  private func inTextOrder(of first: [String: Int]) -> [Diagnostic] {
    var files = first
    for diagnostic in self where files[diagnostic.place.file] == nil {
      files[diagnostic.place.file] = files.count
    }
    func key(_ item: (offset: Int, element: Diagnostic)) -> (Int, Int, Int, Int) {
      let place = item.element.place
      return (files[place.file] ?? 0, place.line, place.column, item.offset)
    }
    return enumerated().sorted { key($0) < key($1) }.map { $0.element }
  }
}

extension Place {
  /// `file:line:column: `, as much of it as is known.
  fileprivate var header: String {
    guard isKnown else { return file.isEmpty ? "" : "\(file.visible): " }
    return "\(file.isEmpty ? "" : "\(file.visible):")\(line):\(column): "
  }

  /// The line and the caret under it; nothing when the line is not known.
  fileprivate func frame(aside: String?, tint: Diagnostic.Piece.Tint) -> [[Diagnostic.Piece]] {
    guard isKnown, !excerpt.isEmpty else { return [] }
    let number = String(line)
    let margin = String(repeating: " ", count: max(0, 3 - number.count))
    let gutter = String(repeating: " ", count: max(3, number.count))
    let isCut = excerptColumn > 1
    let scalars = excerpt.unicodeScalars
    let before = max(0, column - excerptColumn)
    var caretLine = isCut ? " " : ""
    for scalar in scalars.prefix(before) {
      caretLine += scalar == "\t" ? "\t" : String(repeating: " ", count: scalar.terminalWidth)
    }
    // A place right after the end of the line may stand any number of columns past it.
    caretLine += String(repeating: " ", count: max(0, before - scalars.count))
    let covered = scalars.dropFirst(before).prefix(length).reduce(0) { $0 + $1.terminalWidth }
    let mark = "^" + String(repeating: "~", count: max(0, covered - 1))
    let shown = (isCut ? "…" : "") + excerpt.visible
    return [
      [.init("\(margin)\(number) | ", .faint), .init(shown)],
      [
        .init("\(gutter) | ", .faint), .init(caretLine), .init(mark, tint),
        .init(aside.map { " \($0)" } ?? ""),
      ],
    ]
  }
}

extension String {
  /// The text as people may see it, its tabs kept so that lines stay as they are.
  fileprivate var visible: String { printable { $0 == "\t" } }
}

extension Unicode.Scalar {
  /// How many columns a terminal gives the scalar.
  fileprivate var terminalWidth: Int {
    let shown = String(self).visible.utf8
    if shown.first == UInt8(ascii: "\\"), shown.count > 1 { return shown.count }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
