/// Writes records as JSON objects, as ``JSONWriter`` writes the values of them, many times as fast.
package struct JSONRecordForm {
  private let records: Records
  /// The column where objects stand; nil for compact text.
  private let indent: Int?
  /// An object on one line.
  private var line: RecordTemplate
  /// An object whose members stand on lines of their own.
  private var broken: RecordTemplate
  /// Whether the last object did not fit on a line.
  private var isBroken = false

  /// Objects that stand in a list at a column; compact objects without one.
  package init(_ records: Records, indent: Int? = nil) {
    self.records = records
    self.indent = indent
    line = Self.template(records, space: indent == nil ? "" : " ")
    broken = Self.template(
      records, space: " ", margin: indent.map { "\n" + String(repeating: " ", count: $0) })
  }

  /// An object with a space, or nothing, between the parts of a line, and with line breaks if members
  /// stand on lines of their own.
  private static func template(_ records: Records, space: String, margin: String? = nil) -> RecordTemplate {
    let comma = "," + (margin.map { $0 + "  " } ?? space)
    let quoted = { (text: String) in JSONValue.string(text).text(pretty: false) }
    var template = RecordTemplate(escaped: { JSONValue($0).text(pretty: false) })
    template.put("{")
    for (index, (field, number, text)) in records.places.enumerated() {
      template.put((index > 0 ? comma : margin.map { $0 + "  " } ?? "") + quoted(field.name) + ":" + space)
      switch field.kind {
      case .number: template.putDigits(at: number)
      case .code:
        template.put("\"")
        template.putDigits(at: number)
        template.put("\"")
      case .letters(let no, let yes, let count):
        template.put("\"")
        template.putBits(0..<count, at: number, no: String(no), yes: String(yes))
        template.put("\"")
      case .choice(let texts): template.putChoice(at: number, texts.map(quoted))
      case .flags(let names):
        template.put("[")
        template.putList(at: number, names.map(quoted), separator: "," + space)
        template.put("]")
      case .text: template.putText(at: text)
      case .missing: template.put("null")
      }
    }
    template.put((margin ?? "") + "}")
    return template
  }

  /// Writes the object of a record.
  package mutating func write(_ record: inout Record, to bytes: inout [UInt8]) {
    guard let indent else {
      _ = line.write(&record, to: &bytes)
      return
    }
    let start = bytes.count
    let most = JSONWriter.lineLength - indent
    // Neighbours mostly take as much room, so the form of the last is tried first.
    if isBroken {
      // The brackets of a list count, too.
      let fits = broken.write(&record, listLimit: most - 4, to: &bytes)
      if fits, bytes.count - start - broken.constantLength + line.constantLength > most { return }
      if !fits {
        // A list that takes several lines is rare.
        var writer = JSONWriter()
        writer.layOut(records.value(of: record), indent: indent)
        bytes.append(contentsOf: writer.bytes)
        return
      }
    } else {
      _ = line.write(&record, to: &bytes)
      if bytes.count - start <= most { return }
    }
    bytes.removeLast(bytes.count - start)
    isBroken.toggle()
    write(&record, to: &bytes)
  }
}

extension Records {
  /// The records as objects, all at once.
  package var values: [JSONValue] {
    var values: [JSONValue] = []
    each { record in
      values.append(value(of: record))
      return true
    }
    return values
  }

  /// A record as an object.
  package func value(of record: Record) -> JSONValue {
    .object(
      places.map { .init($0.field.name, $0.field.kind.value(in: record, number: $0.number, text: $0.text)) })
  }
}

extension Record.Kind {
  /// The value in a record whose numbers and texts begin at these places.
  fileprivate func value(in record: Record, number: Int, text: Int) -> JSONValue {
    switch self {
    case .number: return .integer(Int64(clamping: record.numbers[number]))
    case .code: return .string(String(record.numbers[number]))
    case .letters(let no, let yes, let count):
      var letters = String.UnicodeScalarView()
      for bit in 0..<count { letters.append(record.numbers[number] >> UInt64(bit) & 1 == 1 ? yes : no) }
      return .string(String(letters))
    case .choice(let texts): return .string(texts[Int(record.numbers[number])])
    case .flags(let names):
      let found = names.indices.filter { record.numbers[number + $0 / 64] >> UInt64($0 % 64) & 1 == 1 }
      return JSONValue(found.map { names[$0] })
    case .text: return JSONValue(record.texts[text])
    case .missing: return .null
    }
  }
}
