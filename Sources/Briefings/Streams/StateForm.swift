internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Stability

/// Writes states as JSON objects, as `JSONWriter` writes those of
/// ``StateRows/json(position:)``, many times as fast.
struct StateForm {
  private let rows: StateRows
  private let parts: RowParts
  private let ids: (concepts: [[UInt8]], outcomes: [[UInt8]])
  /// The column where objects stand; nil for compact text.
  private let indent: Int?
  /// The text between the values on one line.
  private let line: Gaps
  /// The text between them when a line is too short.
  private let broken: Gaps
  /// Whether the last object did not fit on a line.
  private var isBroken = false

  /// What stands before the number, the code, the pattern, the outcomes and the
  /// concepts, and after them.
  private struct Gaps {
    var number: [UInt8]
    var code: [UInt8]
    var pattern: [UInt8]
    var outcomes: [UInt8]
    var concepts: [UInt8]
    var end: [UInt8]

    var length: Int {
      number.count + code.count + pattern.count + outcomes.count + concepts.count + end.count
    }

    /// Members after `start`, with `comma` between them and `colon` after keys.
    init(start: String, comma: String, colon: String, end: String, hasConcepts: Bool) {
      number = Array("{\(start)\"number\"\(colon)".utf8)
      code = Array("\(comma)\"code\"\(colon)\"".utf8)
      pattern = Array("\"\(comma)\"pattern\"\(colon)\"".utf8)
      outcomes = Array("\"\(comma)\"outcomes\"\(colon)".utf8)
      concepts = hasConcepts ? Array("\(comma)\"concepts\"\(colon)".utf8) : []
      self.end = Array("\(end)}".utf8)
    }
  }

  /// Objects that stand in a list at a column; compact objects without one.
  init(_ rows: StateRows, indent: Int? = nil) {
    self.rows = rows
    self.indent = indent
    parts = RowParts(rows)
    let quote = { (id: String) in Array(JSONValue.string(id).text(pretty: false).utf8) }
    ids = (
      (rows.concepts ?? []).map { quote($0.concept.rawValue) },
      rows.names.subject.outcomes.map { quote($0.id) }
    )
    let hasConcepts = rows.concepts != nil
    let space = indent == nil ? "" : " "
    line = Gaps(start: "", comma: ",\(space)", colon: ":\(space)", end: "", hasConcepts: hasConcepts)
    let margin = "\n" + String(repeating: " ", count: indent ?? 0)
    broken = Gaps(
      start: margin + "  ", comma: "," + margin + "  ", colon: ": ", end: margin, hasConcepts: hasConcepts)
  }

  /// Writes the object of the state in a slot.
  mutating func write(_ slot: Int, to out: inout TextPieces) {
    if !rows.areNumbered { return writeValue(of: slot, to: &out) }
    guard let indent else { return write(slot, line, lineLength: .max, to: &out) }
    let start = out.bytes.count
    let most = JSONWriter.lineLength - indent
    if isBroken {
      write(slot, broken, lineLength: most - 2, to: &out)
      if out.bytes.count - start - broken.length + line.length > most { return }
    } else {
      write(slot, line, lineLength: .max, to: &out)
      if out.bytes.count - start <= most { return }
    }
    // Neighbours mostly take as much room, so the other form is tried first next time.
    out.bytes.removeLast(out.bytes.count - start)
    isBroken.toggle()
    let gaps = isBroken ? broken : line
    write(slot, gaps, lineLength: isBroken ? most - 2 : .max, to: &out)
  }

  private func write(_ slot: Int, _ gaps: Gaps, lineLength: Int, to out: inout TextPieces) {
    let code = parts.code(ofSlot: slot)
    out.put(gaps.number)
    out.put(parts.number(ofSlot: slot))
    out.put(gaps.code)
    out.put(code)
    out.put(gaps.pattern)
    parts.putPattern(code, to: &out)
    out.put(gaps.outcomes)
    write(parts.outcomes, ids.outcomes, slot, lineLength: lineLength, to: &out)
    if rows.concepts != nil {
      out.put(gaps.concepts)
      write(parts.concepts, ids.concepts, slot, lineLength: lineLength, to: &out)
    }
    out.put(gaps.end)
  }

  /// Writes the ids of the sets that hold the state.
  private func write(
    _ sets: Membership, _ ids: [[UInt8]], _ slot: Int, lineLength: Int, to out: inout TextPieces
  ) {
    let start = out.bytes.count
    out.put("[")
    var isFirst = true
    for index in 0..<sets.count where sets.contains(index, slot) {
      if !isFirst {
        out.put(",")
        if indent != nil { out.put(" ") }
      }
      isFirst = false
      out.put(ids[index])
    }
    out.put("]")
    guard let indent, out.bytes.count - start > lineLength else { return }
    // Too long for a line of its own, which is rare.
    out.bytes.removeLast(out.bytes.count - start)
    let found = rows.names.subject.outcomes.indices.filter { sets.contains($0, slot) }
    var writer = JSONWriter()
    writer.layOut(JSONValue(found.map { rows.names.subject.outcomes[$0].id }), indent: indent + 2)
    out.put(writer.bytes)
  }

  private func writeValue(of slot: Int, to out: inout TextPieces) {
    let value = rows.json(position: rows.listing.states.position(ofSlot: slot))
    var writer = JSONWriter()
    if let indent {
      writer.layOut(value, indent: indent)
    } else {
      _ = writer.write(value, spaced: false, limit: .max)
    }
    out.put(writer.bytes)
  }
}
