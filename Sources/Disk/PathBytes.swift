import Notation

/// File names as the system has them, which are bytes, and as text.
///
/// A byte NN that is not part of UTF-8 stands in the text as the character
/// U+10FENN. So does a backslash in front of what would read as such a byte when it
/// is shown as `\\xNN`, and each byte of a character that would itself be taken for
/// one. Every name can be got back from its text.
package enum PathBytes {
  /// The text that stands for a name.
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    let bytes = Array(bytes)
    var text = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var index = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .emptyInput: return String(text)
      case .error(let length):
        for byte in bytes[index..<index + length] { text.append(.standing(for: byte)) }
        index += length
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if scalar.hiddenByte != nil || looksLikeByte(bytes[index...]) {
          for byte in encoded { text.append(.standing(for: byte)) }
        } else {
          text.append(scalar)
        }
        index += encoded.count
      }
    }
  }

  /// The name that a text stands for.
  package static func bytes(_ text: String) -> [UInt8] {
    if !text.unicodeScalars.contains(where: { $0.hiddenByte != nil }) { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = scalar.hiddenByte { bytes.append(byte) } else { bytes += Array(String(scalar).utf8) }
    }
    return bytes
  }

  /// Calls the body with the name as the system takes it.
  package static func withCString<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result
  {
    var bytes = bytes(path).map { CChar(bitPattern: $0) }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { body($0.baseAddress!) }
  }

  /// Whether what follows is `\\x` and two hex digits.
  private static func looksLikeByte(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 4, bytes.first == UInt8(ascii: "\\") else { return false }
    let start = bytes.startIndex
    return bytes[start + 1] == UInt8(ascii: "x") && isHex(bytes[start + 2]) && isHex(bytes[start + 3])
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
