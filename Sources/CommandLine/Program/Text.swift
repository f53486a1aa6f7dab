extension String {
  /// The text, with a line feed at its end if it had none.
  ///
  /// The last byte decides, since CR LF is a single character.
  var endingInNewline: String { utf8.last == UInt8(ascii: "\n") ? self : self + "\n" }
}
