/// A text for people, made of phrases: a sentence, a title, a cell of a table.
///
/// A literal is one, and what is put into it keeps its references:
///
///     let sentence: Sentence = "\(names.actor(0)) would leave \(names.state(now))."
public struct Sentence: Hashable, Sendable {
  /// The phrases, none of them empty, no two neighbours alike in manner and reference.
  public private(set) var phrases: [Phrase] = []

  /// A sentence without words.
  public init() {}

  /// Words with a manner and what they point to.
  public init(_ text: String, _ manner: Phrase.Manner = .plain, to reference: Reference? = nil) {
    append(Phrase(text, manner, to: reference))
  }

  /// The words alone.
  public var text: String {
    if phrases.count == 1 { return phrases[0].text }
    var text = ""
    for phrase in phrases { text += phrase.text }
    return text
  }

  /// Whether there are no words.
  public var isEmpty: Bool { phrases.isEmpty }

  /// Goes on with a phrase.
  public mutating func append(_ phrase: Phrase) {
    if phrase.text.isEmpty { return }
    if let last = phrases.last, last.manner == phrase.manner, last.reference == phrase.reference {
      phrases[phrases.count - 1].text += phrase.text
    } else {
      phrases.append(phrase)
    }
  }

  /// Goes on with the phrases of another.
  public mutating func append(_ other: Sentence) {
    for phrase in other.phrases { append(phrase) }
  }

  /// The same words, those that were plain in the manner given.
  public func inManner(_ manner: Phrase.Manner) -> Sentence {
    var result = Sentence()
    for var phrase in phrases {
      if phrase.manner == .plain { phrase.manner = manner }
      result.append(phrase)
    }
    return result
  }

  /// The same words; those that pointed to nothing point to what is given.
  public func pointing(to reference: Reference) -> Sentence {
    var result = Sentence()
    for var phrase in phrases {
      phrase.reference = phrase.reference ?? reference
      result.append(phrase)
    }
    return result
  }

  /// The same with the first words replaced, such as by their capitalized form.
  public func replacingStart(_ change: (String) -> String) -> Sentence {
    var result = self
    if let first = phrases.first { result.phrases[0].text = change(first.text) }
    return result
  }

  /// Whether the words end so.
  public func hasSuffix(_ suffix: String) -> Bool { text.hasSuffix(suffix) }
}

extension Sentence: ExpressibleByStringInterpolation {
  /// Gathers the parts of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sentence = Sentence()

    /// Nothing yet.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Words as they are.
    public mutating func appendLiteral(_ literal: String) { sentence.append(Phrase(literal)) }

    /// A sentence with all that it points to.
    public mutating func appendInterpolation(_ other: Sentence) { sentence.append(other) }

    /// Words as they are.
    public mutating func appendInterpolation(_ text: String) { sentence.append(Phrase(text)) }

    /// A number in digits.
    public mutating func appendInterpolation(_ number: Int) { sentence.append(Phrase(String(number))) }
  }

  /// Words as they are.
  public init(stringLiteral value: String) { self.init(value) }

  /// Words with what the sentences put into them point to.
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sentence }
}

extension Sentence: CustomStringConvertible {
  /// The words alone.
  public var description: String { text }
}

extension Sentence {
  /// One after the other.
  public static func + (first: Sentence, second: Sentence) -> Sentence {
    var result = first
    result.append(second)
    return result
  }

  /// Goes on with another.
  public static func += (sentence: inout Sentence, more: Sentence) { sentence.append(more) }
}

extension [Sentence] {
  /// All of them, with the same words between each two.
  public func joined(separator: Sentence = "") -> Sentence {
    var result = Sentence()
    for (index, sentence) in enumerated() {
      if index > 0 { result.append(separator) }
      result.append(sentence)
    }
    return result
  }
}

extension DefaultStringInterpolation {
  /// In a string a sentence would lose all that it points to, so this is said with `.text`.
  @available(*, unavailable, message: "make a Sentence of the literal, or take the words alone with .text")
  public mutating func appendInterpolation(_ sentence: Sentence) {}
}
