// Every sentence of every report is put together by these few functions: each stands in WebAssembly
// once, not in every place that calls it.

/// A text for people, made of phrases: a sentence, a title, a cell of a table.
///
/// A literal is one, and what is put into it keeps its references:
///
///     let sentence: Sentence = "\(names.actor(0)) would leave \(names.state(now))."
package struct Sentence: Hashable, Sendable {
  /// The phrases, none of them empty, no two neighbours alike in manner and reference.
  package private(set) var phrases: [Phrase] = []

  /// A sentence without words.
  package init() {}

  /// Words with a manner and what they point to.
  @inline(never)
  package init(_ text: String, _ manner: Phrase.Manner = .plain, to reference: Reference? = nil) {
    append(Phrase(text, manner, to: reference))
  }

  /// The words alone.
  package var text: String {
    if phrases.count == 1 { return phrases[0].text }
    var text = ""
    for phrase in phrases { text += phrase.text }
    return text
  }

  /// Whether there are no words.
  package var isEmpty: Bool { phrases.isEmpty }

  /// Goes on with a phrase.
  @inline(never)
  package mutating func append(_ phrase: Phrase) {
    if phrase.text.isEmpty { return }
    if let last = phrases.last, last.manner == phrase.manner, last.reference == phrase.reference {
      phrases[phrases.count - 1].text += phrase.text
    } else {
      phrases.append(phrase)
    }
  }

  /// Goes on with the phrases of another.
  @inline(never)
  package mutating func append(_ other: Sentence) {
    for phrase in other.phrases { append(phrase) }
  }

  /// The same words, those that were plain in the manner given.
  package func inManner(_ manner: Phrase.Manner) -> Sentence {
    var result = Sentence()
    for var phrase in phrases {
      if phrase.manner == .plain { phrase.manner = manner }
      result.append(phrase)
    }
    return result
  }

  /// The same words; those that pointed to nothing point to what is given, if that is anything.
  package func pointing(to reference: Reference?) -> Sentence {
    guard let reference else { return self }
    var result = Sentence()
    for var phrase in phrases {
      phrase.reference = phrase.reference ?? reference
      result.append(phrase)
    }
    return result
  }

  /// The same with the first words replaced, such as by their capitalized form.
  package func replacingStart(_ change: (String) -> String) -> Sentence {
    var result = self
    if let first = phrases.first { result.phrases[0].text = change(first.text) }
    return result
  }

  /// Whether the words end so.
  package func hasSuffix(_ suffix: String) -> Bool { text.hasSuffix(suffix) }
}

extension Sentence: ExpressibleByStringInterpolation {
  /// Gathers the parts of a literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sentence = Sentence()

    /// Nothing yet.
    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Words as they are.
    @inline(never)
    package mutating func appendLiteral(_ literal: String) { sentence.append(Phrase(literal)) }

    /// A sentence with all that it points to.
    @inline(never)
    package mutating func appendInterpolation(_ other: Sentence) { sentence.append(other) }

    /// Words as they are. A literal that may be a sentence is one: as a string it would lose what the
    /// sentences in it point to.
    @_disfavoredOverload @inline(never)
    package mutating func appendInterpolation(_ text: String) { sentence.append(Phrase(text)) }

    /// A number in digits.
    @inline(never)
    package mutating func appendInterpolation(_ number: Int) { sentence.append(Phrase(String(number))) }
  }

  /// Words as they are.
  @inline(never)
  package init(stringLiteral value: String) { self.init(value) }

  /// Words with what the sentences put into them point to.
  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sentence }
}

extension Sentence: CustomStringConvertible {
  /// The words alone.
  package var description: String { text }
}

extension Sentence {
  /// One after the other.
  package static func + (first: Sentence, second: Sentence) -> Sentence {
    var result = first
    result.append(second)
    return result
  }

  /// Goes on with another.
  package static func += (sentence: inout Sentence, more: Sentence) { sentence.append(more) }
}

extension [Sentence] {
  /// All of them, with the same words between each two.
  package func joined(separator: Sentence = "") -> Sentence {
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
  package mutating func appendInterpolation(_ sentence: Sentence) {}
}

// Written out, since WebAssembly has them once so.
extension Sentence {
  /// Whether both say the same and point to the same.
  @inline(never)
  package static func == (left: Sentence, right: Sentence) -> Bool {
    left.phrases == right.phrases
  }

  /// What tells one from others.
  @inline(never)
  package func hash(into hasher: inout Hasher) {
    hasher.combine(phrases)
  }
}
