internal import Documents

extension Names {
  /// What a lead leaves open, each with the question that tells it.
  enum Further: String {
    /// Who would leave the present, and why.
    case explain
    /// What could last.
    case solve
    /// On which judgements an answer turns, and what these rest on.
    case sensitivity
    /// How what could last would come about.
    case paths

    /// What it tells; in brief after an answer that speaks of the present and of what that rests on.
    fileprivate func words(isBrief: Bool) -> String {
      switch self {
      case .explain: "who would leave\(isBrief ? "" : " the present"), and why"
      case .solve: "what could last"
      case .sensitivity: "on what that turns\(isBrief ? "" : ", and how well it is founded")"
      case .paths: "how it could come about"
      }
    }
  }

  /// Which questions tell what is left open.
  func further(_ questions: [Further], isBrief: Bool = false) -> Sentence {
    // Without a present there is none that anybody would leave, or that ways begin from, and a claim is to
    // be named.
    let asked = questions.filter { !presents.isEmpty || $0 == .solve }
    if asked.isEmpty { return "" }
    let each = asked.map { question -> Sentence in
      let word = question.rawValue
      let command = Sentence("entente \(word)", to: .question(word: word, arguments: []))
      return "\(command) (\(question.words(isBrief: isBrief)))"
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
