import CaseFile

/// Makes ids out of names: readable, unique, and never a word of the condition language.
///
///     var ids = Identifiers(kind: "option")
///     ids.make(from: "Lift the sanctions")    // "lift_the_sanctions"
///     ids.make(from: "Lift the sanctions!")   // "lift_the_sanctions_2"
///     ids.make(from: "撤军")                   // "option_1"
struct Identifiers {
  /// The longest id that is made from a name, before a number is added.
  static let maximumLength = 32

  /// What the things are, for those whose names give no id.
  let kind: String
  private var used: Set<String>

  /// Ids for things of a kind, none of them among `taken`.
  init(kind: String, taken: Set<String> = []) {
    self.kind = kind
    used = taken
  }

  /// The next id.
  mutating func make(from name: String) -> String {
    var base = Self.words(of: name)
    if base.isEmpty { return unique(kind, from: 1) }
    if base.first!.isNumber { base = kind + "_" + base }
    if ConditionText.reservedWords.contains(base) { base += "_" + kind }
    return used.insert(base).inserted ? base : unique(base, from: 2)
  }

  private mutating func unique(_ base: String, from first: Int) -> String {
    var number = first
    while !used.insert("\(base)_\(number)").inserted { number += 1 }
    return "\(base)_\(number)"
  }

  /// The words of a name in lower case ASCII, joined by underscores, as many as fit.
  private static func words(of name: String) -> String {
    var words: [String] = []
    var word = ""
    // A name is read no further than needed, however long it is.
    for scalar in name.unicodeScalars.prefix(40 * maximumLength) {
      if let letters = Romanization.letters(for: scalar) {
        word += letters
      } else if scalar != "'", scalar != "\u{2019}", !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    var result = ""
    for word in words {
      if result.isEmpty {
        result = String(word.prefix(maximumLength))
      } else if result.count + 1 + word.count <= maximumLength {
        result += "_" + word
      } else {
        break
      }
    }
    return result
  }
}
