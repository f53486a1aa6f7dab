internal import Documents

extension Reference {
  /// The line that asks a question at a command prompt; nil for all else.
  ///
  /// - Parameters:
  ///   - carried: What the answer in which it stands was asked with, and this is to be as well.
  ///   - asked: What that answers; without it there is no asking again.
  func command(about subject: String, with carried: [Argument], after asked: AskedQuestion?) -> String? {
    let question: AskedQuestion
    switch self {
    case .question(let word, let arguments):
      question = AskedQuestion(word, about: [subject], arguments)
    case .again(let further):
      guard var same = asked else { return nil }
      same.arguments.removeAll { old in further.contains { $0.name == old.name } }
      same.arguments += further
      question = same
    default: return nil
    }
    let words = ["entente", question.word.shellQuoted] + question.subjects.map { $0.shellQuoted }
    return (words + (question.arguments + carried).map { $0.typed }).joined(separator: " ")
  }
}

extension String {
  /// The text as one word of a POSIX shell: in quotes where it must be.
  var shellQuoted: String {
    if !isEmpty, unicodeScalars.allSatisfy({ $0.isPlainInShell }) { return self }
    var text = "'"
    for scalar in unicodeScalars {
      if scalar == "'" { text += "'\\''" } else { text.unicodeScalars.append(scalar) }
    }
    return text + "'"
  }
}

extension Unicode.Scalar {
  fileprivate var isPlainInShell: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ":", ",", "=", "+", "@", "%": true
    default: value >= 0xA0 && properties.isAlphabetic
    }
  }
}
