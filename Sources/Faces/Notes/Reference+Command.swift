internal import Documents

extension Reference {
  /// The line that asks a question at a command prompt; nil for all else.
  ///
  /// - Parameter carried: What the answer in which it stands was asked with, and this is to be as well.
  func command(about subject: String, with carried: [Argument]) -> String? {
    guard case .question(let word, let arguments) = self else { return nil }
    var words = ["entente", word.shellQuoted, subject.shellQuoted]
    for argument in arguments + carried {
      words.append(("--" + argument.name).shellQuoted)
      if !argument.value.isEmpty { words.append(argument.value.shellQuoted) }
    }
    return words.joined(separator: " ")
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
