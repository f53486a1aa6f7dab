internal import Documents

extension Names {
  /// What a lead leaves open, each with the question that tells it.
  enum Further: String {
    /// Who would leave the present, and why.
    case explain
    /// What could last.
    case solve
    /// On which judgements an answer turns.
    case sensitivity

    fileprivate var words: String {
      switch self {
      case .explain: "who would leave, and why"
      case .solve: "what could last"
      case .sensitivity: "on what that turns"
      }
    }
  }

  /// Which questions tell what is left open.
  func further(_ questions: [Further]) -> Sentence {
    let each = questions.map { question -> Sentence in
      let word = question.rawValue
      return "\(Sentence("entente \(word)", to: .question(word: word, arguments: []))) (\(question.words))"
    }
    return "See also: \(each.joined(separator: ", "))."
  }
}

extension DocumentBuilder {
  /// A lead and, after it, which questions tell what it leaves open, and what names in it stand for.
  mutating func add(_ lead: [Block], seeing further: Sentence, explaining names: Sentence = "") {
    add(lead)
    if !lead.isEmpty {
      pause()
      if !further.isEmpty { paragraph(further) }
      if !names.isEmpty { paragraph(names) }
    }
    pause()
  }
}
