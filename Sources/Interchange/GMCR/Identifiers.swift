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
    if Expression.reservedWords.contains(base) { base += "_" + kind }
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

/// Latin letters for those of other European alphabets.
enum Romanization {
  /// The lower case ASCII letters or digit that stand for a scalar; empty for
  /// marks that are part of a letter; nil for what is neither.
  static func letters(for scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "0"..."9": return String(scalar)
      case "A"..."Z": return String(scalar).lowercased()
      default: return nil
      }
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark: return ""
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter: break
    default: return nil
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return table[lower] ?? plainLatin(lower)
  }

  /// The plain letter of one with a mark, by the name Unicode gives it: `é` is
  /// LATIN SMALL LETTER E WITH ACUTE.
  private static func plainLatin(_ scalar: Unicode.Scalar) -> String? {
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return nil }
    let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
    return letter.count <= 2 ? letter.lowercased() : nil
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    let pairs = """
      ß ss þ th ð d ø o ł l đ d ħ h ı i ŋ ng œ oe æ ae
      а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f
      х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c
      ђ dj џ dz
      α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch
      ψ ps ω o ά a έ e ή i ί i ό o ύ y ώ o
      """.split { $0 == " " || $0 == "\n" }
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      table[pairs[index].unicodeScalars.first!] = pairs[index + 1] == "_" ? "" : String(pairs[index + 1])
    }
    return table
  }()
}
