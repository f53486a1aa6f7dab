/// What a problem is about that is in no file: something that whoever asks says. Where that stands,
/// only the request knows; on a command line it has no place.
package struct ArgumentPlace: Sendable, Hashable {
  /// The name of the parameter; `given`, `profile` and `on` are such names, too.
  package var parameter: String
  /// What is said of it, or the part of that which is meant.
  package var value: String

  /// Something said of a parameter.
  package init(_ parameter: String, _ value: String) {
    self.parameter = parameter
    self.value = value
  }
}

extension Place {
  /// The name of the file where a text is none, but an argument.
  package static let argument = "argument"
}

extension SyntaxError {
  /// The same, with what those problems are about that are in no file.
  package func about(_ argument: ArgumentPlace) -> SyntaxError {
    SyntaxError(
      diagnostics.map { diagnostic in
        if diagnostic.place.isKnown, diagnostic.place.file != Place.argument { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.argument = argument
        return diagnostic
      })
  }
}
