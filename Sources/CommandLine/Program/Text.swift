extension String {
  /// The text, with a line feed at its end if it had none.
  var endingInNewline: String { hasSuffix("\n") ? self : self + "\n" }
}
