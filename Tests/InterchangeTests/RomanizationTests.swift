import Testing

@testable import Interchange

@Suite struct RomanizationTests {
  /// Every letter that Unicode calls a Latin letter of one or two letters becomes these, unless
  /// a language has its own way.
  @Test func latinLettersBecomeWhatUnicodeCallsThem() {
    let own: Set<Unicode.Scalar> = Set("ßþðøołlđħıŋœæ".unicodeScalars)
    let prefix = "LATIN SMALL LETTER "
    var seen = 0
    for value in UInt32(0x80)..<0x30000 {
      guard let scalar = Unicode.Scalar(value), !own.contains(scalar),
        scalar.properties.generalCategory == .lowercaseLetter,
        let name = scalar.properties.name, name.hasPrefix(prefix)
      else { continue }
      let letters = name.dropFirst(prefix.count).prefix { $0 != " " }
      guard letters.count <= 2 else { continue }
      #expect(Romanization.letters(for: scalar) == letters.lowercased(), "\(scalar) is \(name)")
      seen += 1
    }
    #expect(seen > 400)
  }

  @Test(
    arguments: [
      ("ß", "ss"), ("Ø", "o"), ("É", "e"), ("\u{1EA4}", "a"), ("\u{212A}", "k"), ("İ", "i"), ("Щ", "shch"),
      ("Ψ", "ps"), ("\u{301}", ""), ("_", nil), ("軍", nil), ("Z", "z"), ("7", "7"),
    ] as [(Unicode.Scalar, String?)])
  func lettersOfOthers(scalar: Unicode.Scalar, letters: String?) {
    #expect(Romanization.letters(for: scalar) == letters)
  }
}
