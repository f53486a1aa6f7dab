import Notation
import Testing

/// How many columns of a terminal a text takes, by East Asian Width (UAX 11) and emoji presentation
/// (UTS 51).
@Suite struct DisplayWidthTests {
  @Test(
    "letters take one column, wide ones and pictures two, marks none",
    arguments: [
      ("", 0), ("abc ~", 5), ("a\tb\u{7F}", 2), ("Москва", 6), ("서울", 4), ("東京ｶﾅ", 6), ("ＡＢ", 4),
      ("e\u{301}é", 2), ("a\u{200B}b", 2), ("🇰🇷🇷🇺", 4), ("🚀🚢🪖🟢🀄", 10), ("✅❌⚡⭐⌚", 10), ("☮️☎️❤️", 6), ("☮☎❤✓●◐", 6),
      ("👩‍👩‍👧", 2), ("1️⃣", 2), ("–…“”", 4), ("\u{5D0}\u{5B7}", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns, "\(text)")
    #expect(("x" + text).displayWidth == columns + 1)
    #expect(text.padded(to: 20).displayWidth == 20)
  }

  @Test("ASCII takes as many columns beside other letters as alone")
  func ascii() {
    for byte in 0x00..<0x80 as Range<UInt8> {
      let text = String(UnicodeScalar(byte))
      #expect((text + "é").displayWidth == text.displayWidth + 1, "\(byte)")
    }
    #expect("a  b ".partedAtSpaces == ["a", "", "b", ""])
    #expect("".partedAtSpaces == [""])
  }
}
