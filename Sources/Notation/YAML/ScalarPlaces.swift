/// Finds the place of each part of a scalar's text in the file.
///
/// The text of a scalar is not what stands in the file: quotes and escapes are
/// gone, lines are folded. So the text is laid along the file's bytes, white
/// space against white space and every other character against itself. Where
/// that does not work out, everything is at the start of the scalar.
package struct ScalarPlaces {
  private struct Position {
    var byte: Int
    var line: Int
    var column: Int
  }

  private let start: Place
  private var positions: [Position] = []
  /// Whether the text of a place without an origin stands in its excerpt as it is.
  private var isInExcerpt = false
  private var excerpt: SourceBuffer.Excerpt?

  /// Whether the text is an argument, and no scalar of a file.
  package var isInArgument: Bool { start.file == Place.argument }

  /// The places of `text`, the text of the scalar that stands at `place`.
  ///
  /// - Complexity: O(*n*) in the length of the scalar.
  package init(of text: String, at place: Place) {
    start = place
    if let origin = place.origin {
      positions = Self.align(text, with: origin, from: place)
    } else {
      let rest = place.excerpt.unicodeScalars.dropFirst(max(0, place.column - place.excerptColumn))
      isInExcerpt = !text.isEmpty && rest.starts(with: text.unicodeScalars)
    }
  }

  /// The start with the column moved along the line.
  private func moved(by offset: Int, length: Int) -> Place {
    var place = start
    place.column += offset
    place.length = max(length, 1)
    return place
  }

  /// The place of `length` scalars of the text, the first of them `offset`.
  package mutating func place(at offset: Int, length: Int) -> Place {
    guard let origin = start.origin, !positions.isEmpty else {
      return isInExcerpt ? moved(by: offset, length: length) : start
    }
    let position = positions[min(max(offset, 0), positions.count - 1)]
    let last = positions[min(max(offset + max(length, 1), 0), positions.count - 1)]
    let covered = last.line == position.line ? last.column - position.column : length
    let found = origin.source.excerpt(
      at: position.byte, line: position.line, column: position.column, last: &excerpt)
    return Place(
      file: start.file, line: position.line, column: position.column, length: covered,
      excerpt: found.text, excerptColumn: found.start)
  }

  /// One position for each scalar of the text and one for its end; empty when they do not match.
  private static func align(_ text: String, with origin: ScalarOrigin, from place: Place) -> [Position] {
    let source = origin.source
    var position = Position(byte: origin.range.lowerBound, line: place.line, column: place.column)
    let end = origin.range.upperBound

    func advance(by width: Int) {
      position.column += source.scalarCount(position.byte..<position.byte + width)
      position.byte += width
    }
    func skipBreak() -> Bool {
      let width = source.breakWidth(at: position.byte)
      guard width > 0 else { return false }
      position = Position(byte: position.byte + width, line: position.line + 1, column: 1)
      return true
    }

    switch origin.style {
    case .plain: break
    case .single, .double: advance(by: 1)
    case .block: advance(by: source.lineEnd(from: position.byte, before: end) - position.byte)
    }
    var positions: [Position] = []
    for scalar in text.unicodeScalars {
      let isWhite =
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\u{85}"
        || scalar == "\u{2028}" || scalar == "\u{2029}"
      if isWhite, position.byte >= end || source.isBlankOrEnd(position.byte) {
        positions.append(position)
        if position.byte < end, source.isBlank(position.byte) { advance(by: 1) }
        continue
      }
      while position.byte < end {
        if source.isBlank(position.byte) {
          advance(by: 1)
        } else if origin.style == .double, source.byte(position.byte) == 0x5C,
          source.breakWidth(at: position.byte + 1) > 0
        {
          advance(by: 1)
        } else if !skipBreak() {
          break
        }
      }
      guard position.byte < end,
        let read = Escapes.scalar(at: position.byte, in: source, style: origin.style),
        read.scalar == scalar
      else { return [] }
      positions.append(position)
      advance(by: read.width)
    }
    positions.append(position)
    return positions
  }
}
