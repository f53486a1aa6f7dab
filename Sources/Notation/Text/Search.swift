extension StringProtocol {
  /// Whether the text holds another, scalar by scalar.
  package func holds(_ other: String) -> Bool {
    Array(utf8).holds(other)
  }
}

extension [UInt8] {
  /// Whether the bytes of a text stand somewhere among these.
  package func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, wanted.count <= count else { return wanted.isEmpty }
    for start in 0...count - wanted.count where self[start] == first {
      if self[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }
}
