package import Notation

/// Records as a table with commas, for spreadsheets (RFC 4180): a column for each field, and for
/// each of the flags of a field.
///
///     number,code,pattern,row.confess,calm
///     1,0,N,0,1
///
/// Yes is 1 and no is 0. Lines end in CR LF, and cells are quoted where they must be.
package enum CSVFace {
  /// Writes a line with the names of the columns and one for each record, until the reader wants no
  /// more.
  package static func write(_ records: Records, to reader: LineReader) {
    var pieces = LinePieces(to: reader)
    pieces.bytes += header(records.fields).utf8
    var line = template(records)
    records.each { record in
      _ = line.write(&record, to: &pieces.bytes)
      return pieces.endLine()
    }
    pieces.finish()
  }

  private static func header(_ fields: [Record.Field]) -> String {
    var names: [String] = []
    for field in fields {
      if case .flags(let flags) = field.kind { names += flags } else { names.append(field.name) }
    }
    return names.map { $0.csvField }.joined(separator: ",") + "\r\n"
  }

  private static func template(_ records: Records) -> RecordTemplate {
    var line = RecordTemplate(escaped: { ($0 ?? "").csvField })
    var comma = ""
    for (field, number, text) in records.places where !field.kind.isEmpty {
      line.put(comma)
      comma = ","
      switch field.kind {
      case .number, .code: line.putDigits(at: number)
      case .letters(let no, let yes, let count):
        line.putBits(0..<count, at: number, no: String(no), yes: String(yes))
      case .choice(let texts): line.putChoice(at: number, texts.map { $0.csvField })
      case .flags(let names):
        line.putBits(0..<1, at: number, no: "0", yes: "1")
        line.putBits(1..<names.count, at: number, no: ",0", yes: ",1")
      case .text: line.putText(at: text)
      case .missing: break
      }
    }
    line.put("\r\n")
    return line
  }
}
