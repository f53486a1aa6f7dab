internal import Documents
internal import Notation

extension Lead {
  /// Sentences in which nothing goes by two names: each outcome and option by the shortest that is used.
  static func alike(_ sentences: [Sentence]) -> [Sentence] {
    var shortest: [Reference: String] = [:]
    for phrase in sentences.flatMap({ $0.phrases }) {
      guard let reference = named(phrase) else { continue }
      if let known = shortest[reference], known.displayWidth <= phrase.text.displayWidth { continue }
      shortest[reference] = phrase.text
    }
    return sentences.map { sentence in
      var result = Sentence()
      for var phrase in sentence.phrases {
        if let reference = named(phrase), let text = shortest[reference] { phrase.text = text }
        result.append(phrase)
      }
      return result
    }
  }

  /// The outcome or option whose name the phrase is, in quotation marks; nil where it says more.
  private static func named(_ phrase: Phrase) -> Reference? {
    guard phrase.text.hasPrefix("“"), phrase.text.hasSuffix("”"),
      phrase.text.count(where: { $0 == "“" }) == 1
    else { return nil }
    return switch phrase.reference {
    case .outcome, .option: phrase.reference
    default: nil
    }
  }
}
