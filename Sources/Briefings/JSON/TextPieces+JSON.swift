internal import ConflictModel
import Notation

extension TextPieces {
  /// Writes the draft as a `JSONWriter` lays out its value. Lists end early when
  /// the reader wants no more or says so; what is written is a value all the same.
  mutating func layOut(_ draft: JSONDraft, indent: Int) {
    if case .value(let value) = draft { return json { $0.layOut(value, indent: indent) } }
    let start = bytes.count
    if indent > 0 || !draft.isObject {
      if write(draft, end: start + JSONWriter.lineLength - indent) { return }
      bytes.removeSubrange(start...)
    }
    switch draft {
    case .value: break
    case .numbers(let count, let numbers):
      fill(numbers, indent: indent, counts: count > 0)
    case .list(_, let elements):
      put("[")
      var written = 0
      elements.each { element in
        if limit != nil { return false }
        json { $0.newLine(indent + 2, after: written) }
        layOut(element, indent: indent + 2)
        written += 1
        return endElement(counts: false)
      }
      json { $0.newLine(indent) }
      put("]")
    case .records(let records):
      put("[")
      var form = JSONRecordForm(records, indent: indent + 2)
      var written = 0
      records.each { record in
        if limit != nil { return false }
        json { $0.newLine(indent + 2, after: written) }
        form.write(&record, to: &bytes)
        written += 1
        return endElement()
      }
      json { $0.newLine(indent) }
      put("]")
    case .object(let object): layOut(object, indent: indent)
    }
  }

  private mutating func layOut(_ object: JSONMembers, indent: Int) {
    put("{")
    var written = 0
    object.members.each { member in
      if let member, object.count == 0 || limit == nil {
        json { $0.newLine(indent + 2, after: written) }
        json { $0.put(quoted: member.key) }
        put(": ")
        layOut(member.value, indent: indent + 2)
        written += 1
      }
      let goesOn = endElement(counts: object.count > 0)
      return object.count > 0 ? goesOn : isWanted
    }
    for member in object.closing(limit) {
      json { $0.newLine(indent + 2, after: written) }
      json { $0.put(quoted: member.key) }
      put(": ")
      json { $0.layOut(member.value, indent: indent + 2) }
      written += 1
    }
    if written > 0 { json { $0.newLine(indent) } }
    put("}")
  }

  /// Writes numbers that are not negative one after the other, as many to a line
  /// as fit, like those of a value.
  private mutating func fill(_ numbers: Elements<Int>, indent: Int, counts: Bool) {
    put("[")
    var column = JSONWriter.lineLength
    var isFirst = true
    numbers.each { number in
      if limit != nil { return false }
      if !isFirst {
        put(",")
        column += 1
      }
      isFirst = false
      let start = bytes.count
      put(" ")
      put(UInt64(number))
      let length = bytes.count - start
      if column + length - 1 > JSONWriter.lineLength {
        bytes.removeLast(length)
        json { $0.newLine(indent + 2) }
        put(UInt64(number))
        column = indent + 2 + length - 1
      } else {
        column += length
      }
      return endElement(counts: counts)
    }
    json { $0.newLine(indent) }
    put("]")
  }

  /// Writes the draft on one line. Gives up, and says so, when that goes past
  /// `end`; what is written then has to be taken back.
  private mutating func write(_ draft: JSONDraft, end: Int) -> Bool {
    switch draft {
    case .value(let value):
      return json { $0.write(value, spaced: true, limit: end - $0.bytes.count) }
    case .numbers(_, let numbers):
      return write(numbers, end: end) { writer, number in
        writer.put(String(number))
        return true
      }
    case .list(_, let elements):
      return write(elements, end: end) { $0.write($1, end: end) }
    case .records(let records):
      return write(Elements(records), end: end) { $0.write(.value($1), end: end) }
    case .object(let object):
      put("{")
      var isFirst = true
      var fits = true
      object.members.each { member in
        guard let member else {
          // Many may be left out one after the other.
          fits = goesOn()
          return fits
        }
        if !isFirst { put(", ") }
        isFirst = false
        json { $0.put(quoted: member.key) }
        put(": ")
        fits = bytes.count <= end && write(member.value, end: end)
        return fits
      }
      if !fits { return false }
      for member in object.closing(limit) {
        if !isFirst { put(", ") }
        isFirst = false
        json { $0.put(quoted: member.key) }
        put(": ")
        if !json({ $0.write(member.value, spaced: true, limit: end - $0.bytes.count) }) { return false }
      }
      put("}")
      return bytes.count <= end
    }
  }

  private mutating func write<Element>(
    _ elements: Elements<Element>, end: Int, _ one: (inout TextPieces, Element) -> Bool
  ) -> Bool {
    put("[")
    var (isFirst, fits) = (true, true)
    elements.each { element in
      if !isFirst { put(", ") }
      isFirst = false
      fits = bytes.count <= end && one(&self, element)
      return fits
    }
    put("]")
    return fits && bytes.count <= end
  }

  /// Has a `JSONWriter` go on with what is gathered.
  private mutating func json<Result>(_ write: (inout JSONWriter) -> Result) -> Result {
    var writer = JSONWriter()
    swap(&writer.bytes, &bytes)
    defer { swap(&writer.bytes, &bytes) }
    return write(&writer)
  }
}
