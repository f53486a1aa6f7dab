internal import ConflictModel
import Notation

/// A JSON value whose long lists are made only while they are written.
///
/// ``value`` makes all of it; a `JSONWriter` writes the same text as of that
/// value, in pieces and without holding it. A `count` is how many elements the
/// writer counts for progress, those inside included.
indirect enum JSONDraft {
  case value(JSONValue)
  case object(JSONMembers)
  /// Whole numbers.
  case numbers(count: Int, Elements<Int>)
  /// Values that are no mere numbers or texts.
  case list(count: Int, Elements<JSONDraft>)
  /// Objects with the same keys.
  case records(Records)
}

/// Elements that are made one after the other, as often as somebody goes through them.
struct Elements<Element> {
  /// Hands over each, until one is answered with no.
  let each: ((Element) -> Bool) -> Void

  /// Elements that a closure hands over, until one is answered with no.
  init(_ each: @escaping ((Element) -> Bool) -> Void) { self.each = each }

  /// The elements of a sequence.
  init(_ elements: some Sequence<Element>) {
    each = { take in
      for element in elements {
        if !take(element) { break }
      }
    }
  }

  /// Records as objects.
  init(_ records: Records) where Element == JSONValue {
    each = { take in records.each { take(records.value(of: $0)) } }
  }

  /// All of them at once.
  var all: [Element] {
    var all: [Element] = []
    each {
      all.append($0)
      return true
    }
    return all
  }
}

/// Keys with their values, made one after the other.
struct JSONMembers {
  /// How many to count for progress, those left out among them; 0 when it is what they
  /// lead to that counts, and no key may be missing.
  let count: Int
  /// The keys with their values; nil for one that is left out.
  let members: Elements<(key: String, value: JSONDraft)?>
  /// What follows them, told of the limit at which lists were ended early.
  var closing: (Limit?) -> [JSONValue.Member] = { _ in [] }
}

extension JSONDraft {
  static func members(
    _ members: [(key: String, value: JSONDraft)],
    closing: @escaping (Limit?) -> [JSONValue.Member] = { _ in [] }
  ) -> JSONDraft {
    .object(JSONMembers(count: 0, members: Elements(members.map { Optional($0) }), closing: closing))
  }

  static func numbers(_ numbers: some Sequence<Int>, count: Int) -> JSONDraft {
    .numbers(count: count, Elements(numbers))
  }

  /// The value, made whole.
  var value: JSONValue {
    switch self {
    case .value(let value): value
    case .object(let object):
      .object(
        object.members.all.compactMap { $0.map { .init($0.key, $0.value.value) } } + object.closing(nil))
    case .numbers(_, let numbers): JSONValue(numbers.all)
    case .list(_, let elements): .array(elements.all.map { $0.value })
    case .records(let records): .array(records.values)
    }
  }

  /// Whether the writer puts it on one line whenever it fits.
  var isObject: Bool {
    switch self {
    case .object, .value(.object): true
    default: false
    }
  }

  /// How many elements its lists have, as far as that is known before.
  var elementCount: Int {
    switch self {
    case .value: 0
    case .object(let object):
      object.count > 0 ? object.count : object.members.all.reduce(0) { $0 + ($1?.value.elementCount ?? 0) }
    case .numbers(let count, _): count
    case .list(let count, _): count
    case .records(let records): records.count
    }
  }
}

extension JSONDraft {
  /// Writes the document, laid out and with a line break at its end; why its lists
  /// were ended early, if they were.
  func write(to reader: TextReader) -> Limit? {
    var out = TextPieces(to: reader, elements: elementCount)
    out.layOut(self, indent: 0)
    out.put("\n")
    out.finish()
    return out.limit
  }
}
