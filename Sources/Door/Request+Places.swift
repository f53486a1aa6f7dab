internal import Notation
internal import Questions

// Where in a request something was said that a question found fault with.
extension Request {
  /// An error with the places of what it is about, as far as that stands in the request.
  func placing(_ error: SyntaxError, asking table: QuestionTable) -> SyntaxError {
    var source = source
    return SyntaxError(
      error.diagnostics.map { diagnostic in
        guard let argument = diagnostic.argument, let said = said(argument, asking: table) else {
          return diagnostic
        }
        var diagnostic = diagnostic
        diagnostic.place = source.place(of: part(of: said, at: diagnostic.place) ?? said.span)
        return diagnostic
      })
  }

  /// What is said of a parameter, where several things are that which is meant.
  private func said(_ argument: ArgumentPlace, asking table: QuestionTable) -> RequestReader.Said? {
    guard case .object(let members) = root.content else { return nil }
    switch argument.parameter {
    case "on":
      return members.last { $0.key == "on" }.map { RequestReader.Said(text: "", span: $0.value.span) }
    case "given", "profile":
      let key = argument.parameter == "given" ? "given" : "profiles"
      guard case .object(let named)? = members.last(where: { $0.key == key })?.value.content else {
        return nil
      }
      for member in named {
        if member.key == argument.value { return RequestReader.Said(text: member.key, span: member.keySpan) }
        guard case .text(let text) = member.value.content else { continue }
        if "\(member.key)=\(text)" == argument.value {
          return RequestReader.Said(text: text, span: member.value.span)
        }
      }
      return nil
    default:
      guard let parameter = table.parameter(named: argument.parameter),
        case .object(let arguments)? = members.last(where: { $0.key == "arguments" })?.value.content,
        let value = arguments.last(where: { $0.key == argument.parameter })?.value
      else { return nil }
      var reader = RequestReader(problems: [])
      let said = reader.said(in: value, for: parameter) ?? []
      return said.first { $0.text == argument.value } ?? said.first { $0.names(argument.value) }
        ?? RequestReader.Said(text: "", span: value.span)
    }
  }

  /// The part of what is said that a place in an argument means; nil where they cannot be compared,
  /// as where the request writes a character in another way.
  private func part(of said: RequestReader.Said, at place: Place) -> JSONNode.Span? {
    guard place.isKnown, place.file == Place.argument, place.line == 1, place.excerptColumn == 1 else {
      return nil
    }
    let (text, condition) = (Array(said.text.utf8), Array(place.excerpt.utf8))
    let (start, end) = (Int(said.span.start) + 1, Int(said.span.end) - 1)
    guard start + text.count == end, Array(source.bytes[start..<end]) == text,
      Array(text.suffix(condition.count)) == condition
    else { return nil }
    let scalars = place.excerpt.unicodeScalars
    let before = scalars.prefix(place.column - 1).reduce(0) { $0 + UTF8.width($1) }
    let width = scalars.dropFirst(place.column - 1).prefix(place.length).reduce(0) { $0 + UTF8.width($1) }
    let first = end - condition.count + before
    return JSONNode.Span(first, first + max(width, 1))
  }
}

extension RequestReader.Said {
  /// Whether it is about something of that name, with others or a value.
  fileprivate func names(_ name: String) -> Bool {
    text.split { $0 == "," || $0 == " " }.contains { $0 == name || $0.hasPrefix(name + "=") }
  }
}
