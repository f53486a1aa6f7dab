extension SentencePlace {
  /// The place written as `3.2`, or `3` for a whole paragraph; nil when `text`
  /// has another form.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part), number > 0
      else { return nil }
      numbers.append(number)
    }
    self.init(paragraph: numbers[0], sentence: numbers.count == 2 ? numbers[1] : nil)
  }
}

extension Evidence {
  /// Evidence in its short form: `memo 3.2`, `memo 3.2: a note`, or with a
  /// fingerprint, `memo 3.2 #f00ba4f00ba4: a note`. Text that does not start
  /// with a source and a place is a note.
  static func parse(short text: String, sources: Set<String>, place: Place) -> Evidence {
    let note = Evidence(note: text, place: place)
    var rest = Substring(text)
    guard let source = word(from: &rest), sources.contains(source) else { return note }
    guard let second = word(from: &rest) else { return note }
    var evidence = Evidence(source: source, place: place)
    var at = Substring(second)
    var hasNote = at.last == ":"
    if hasNote { at = at.dropLast() }
    guard let sentence = SentencePlace(String(at)) else { return note }
    evidence.at = sentence
    if !hasNote, rest.drop(while: { $0 == " " }).first == "#" {
      guard var mark = word(from: &rest).map({ $0.dropFirst() }) else { return note }
      hasNote = mark.last == ":"
      if hasNote { mark = mark.dropLast() }
      guard mark.utf8.count == 12, mark.allSatisfy(\.isHexDigit) else { return note }
      evidence.fingerprint = mark.lowercased()
    }
    let remainder = rest.drop { $0.isWhitespace }
    if remainder.isEmpty { return evidence }
    guard hasNote else { return note }
    evidence.note = String(remainder)
    return evidence
  }

  /// The next word, taken off the front.
  private static func word(from rest: inout Substring) -> String? {
    rest = rest.drop { $0.isWhitespace }
    let word = rest.prefix { !$0.isWhitespace }
    rest = rest.dropFirst(word.count)
    return word.isEmpty ? nil : String(word)
  }
}
