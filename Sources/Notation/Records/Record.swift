/// What programs are told of one thing out of many: a value in each field, held so that it can be
/// made and written millions of times.
package struct Record {
  /// A key of objects, or a column of a table.
  package struct Field: Sendable {
    /// What it is called.
    package var name: String
    /// What stands in it.
    package var kind: Kind

    /// A field of that name.
    package init(_ name: String, _ kind: Kind) { (self.name, self.kind) = (name, kind) }
  }

  /// What stands in a field.
  package enum Kind: Sendable {
    /// A whole number.
    case number
    /// A whole number that is a name, and nothing to reckon with.
    case code
    /// A text of so many characters, each one of two: a bit for each, the lowest first.
    case letters(no: Unicode.Scalar, yes: Unicode.Scalar, count: Int)
    /// One of these texts, by its index.
    case choice([String])
    /// Which of these hold: a bit for each, the lowest first, 64 to a number.
    case flags([String])
    /// Any text, or none.
    case text
    /// Nothing, in any record.
    case missing
  }

  /// The numbers of all fields, one after the other.
  package private(set) var numbers: [UInt64]
  /// The texts of all fields, one after the other.
  package private(set) var texts: [String?]
  private var numberCount = 0
  private var textCount = 0

  /// A record with nothing in its fields.
  package init(_ fields: [Field]) {
    numbers = Array(repeating: 0, count: fields.reduce(0) { $0 + $1.kind.numberCount })
    texts = Array(repeating: nil, count: fields.reduce(0) { $0 + $1.kind.textCount })
  }

  /// Begins anew, at the first field.
  package mutating func begin() { (numberCount, textCount) = (0, 0) }

  /// Puts the next number of the next field that holds numbers.
  package mutating func put(_ number: UInt64) {
    numbers[numberCount] = number
    numberCount += 1
  }

  /// Puts the text of the next field of that kind.
  package mutating func put(_ text: String?) {
    texts[textCount] = text
    textCount += 1
  }
}

extension Record.Kind {
  /// How many numbers a value takes.
  package var numberCount: Int {
    switch self {
    case .number, .code, .letters, .choice: 1
    case .flags(let names): (names.count + 63) / 64
    case .text, .missing: 0
    }
  }

  /// Whether there is nothing to tell: of no flag it cannot be said whether it holds.
  package var isEmpty: Bool {
    if case .flags(let names) = self { names.isEmpty } else { false }
  }

  /// How many texts a value takes.
  package var textCount: Int {
    if case .text = self { 1 } else { 0 }
  }
}

/// Records of a kind, made one after the other, as often as somebody goes through them.
package struct Records {
  /// What stands in each.
  package let fields: [Record.Field]
  /// How many there are.
  package let count: Int
  /// Hands over each, until one is answered with no.
  package let each: ((inout Record) -> Bool) -> Void

  /// Records that a closure hands over, until one is answered with no.
  package init(
    _ fields: [Record.Field], count: Int, _ each: @escaping ((inout Record) -> Bool) -> Void
  ) {
    (self.fields, self.count, self.each) = (fields, count, each)
  }

  /// The fields with the places of their numbers and texts in a record.
  package var places: [(field: Record.Field, number: Int, text: Int)] {
    var (number, text) = (0, 0)
    var places: [(field: Record.Field, number: Int, text: Int)] = []
    for field in fields {
      places.append((field, number, text))
      number += field.kind.numberCount
      text += field.kind.textCount
    }
    return places
  }
}

/// Who takes lines that are written in pieces, because there may be too many to hold.
package struct LineReader {
  /// Takes a piece, and hears how many lines there are with it; whether more is wanted.
  package let take: (_ piece: String, _ done: Int) -> Bool
  /// Asked now and then whether there should be further lines.
  package let goesOn: () -> Bool

  /// Who takes pieces until the answer is no.
  package init(_ take: @escaping (String, Int) -> Bool, goesOn: @escaping () -> Bool = { true }) {
    (self.take, self.goesOn) = (take, goesOn)
  }
}
