package import Notation

/// Records as JSON Lines, for programs that read one after the other: an object to a line.
///
///     {"number":1,"code":"0","pattern":"N","outcomes":["calm"]}
///
/// A field of flags is a list of those that hold, and nothing is `null`.
package enum LinesFace {
  /// Writes a line for each record, until the reader wants no more.
  package static func write(_ records: Records, to reader: LineReader) {
    var pieces = LinePieces(to: reader)
    var form = JSONRecordForm(records)
    records.each { record in
      form.write(&record, to: &pieces.bytes)
      pieces.bytes.append(UInt8(ascii: "\n"))
      return pieces.endLine()
    }
    pieces.finish()
  }
}
