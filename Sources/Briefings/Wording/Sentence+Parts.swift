internal import Documents

// Sentences as parts of others.
extension Sentence {
  /// Without the full stop or colon at its end.
  var droppingEnd: Sentence {
    var result = Sentence()
    for phrase in phrases.dropLast() { result.append(phrase) }
    if var last = phrases.last {
      if last.text.hasSuffix(".") || last.text.hasSuffix(":") { last.text.removeLast() }
      result.append(last)
    }
    return result
  }

  /// With a small letter at its start.
  var inLowerCase: Sentence {
    replacingStart { text in text.first.map { $0.lowercased() + text.dropFirst() } ?? text }
  }
}
