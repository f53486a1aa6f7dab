package import Notation

/// Something of a case that whoever asks can name: by its id, or as reports call it.
package struct NamedThing: Sendable {
  /// What sort of thing it is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case actor, event, option, outcome, state
    case joint = "joint option"
    case definition = "term"

    /// Whatever can stand in a condition.
    package static let inConditions: Set<Kind> = [.event, .option, .joint, .definition, .outcome, .state]
  }

  /// What sort of thing it is.
  package let kind: Kind
  /// The id by which conditions name it: `row.confess` for an option.
  package let id: String
  /// What reports call it.
  package let name: String
  /// What figures call it, if that is something else.
  package let short: String?
  /// Where it stands in the file.
  package let place: Place

  /// Whether reports or figures call it by a text, which is folded.
  func isCalled(_ folded: String) -> Bool {
    QuotedText.folded(name) == folded || short.map { QuotedText.folded($0) == folded } == true
      || QuotedText.folded(name.printable) == folded
  }
}

extension CaseDocument {
  /// All things of these kinds, in the order of the file.
  package func things(of kinds: Set<NamedThing.Kind>) -> [NamedThing] {
    var things: [NamedThing] = []
    func add(
      _ kind: NamedThing.Kind, _ id: String, _ name: String?, _ short: String? = nil, at place: Place
    ) {
      if kinds.contains(kind) {
        things.append(NamedThing(kind: kind, id: id, name: name ?? id, short: short, place: place))
      }
    }
    for event in events { add(.event, event.id, event.name, at: event.place) }
    for actor in actors {
      add(.actor, actor.id, actor.name, actor.short, at: actor.place)
      for option in actor.options {
        let name = option.name ?? option.id
        add(.option, "\(actor.id).\(option.id)", name, option.short, at: option.place)
      }
    }
    for option in joint { add(.joint, option.id, option.name, option.short, at: option.place) }
    for term in definitions { add(.definition, term.id, term.name, at: term.place) }
    for outcome in outcomes { add(.outcome, outcome.id, outcome.name, outcome.short, at: outcome.place) }
    for state in states { add(.state, state.id, state.name, at: state.place) }
    return things
  }

  /// The thing of one of these kinds that a text means.
  ///
  /// Without quotes an id comes before a name; in quotes, a name before an id. Names count in any
  /// case, ids as they are written.
  ///
  /// - Returns: nil where nothing is called so.
  ///
  /// - Throws: `SyntaxError` where several things are, with the place of each.
  package func thing(named text: String, among kinds: Set<NamedThing.Kind>) throws(SyntaxError) -> NamedThing?
  {
    let things = things(of: kinds)
    if let inside = QuotedText.inside(text) {
      if let called = try Self.only(inside, called: things) { return called }
      return things.first { $0.id == inside }
    }
    if let known = things.first(where: { $0.id == text }) { return known }
    return try Self.only(text, called: things)
  }

  /// The one of these that is called so; nil where none is.
  static func only(_ name: String, called things: [NamedThing]) throws(SyntaxError) -> NamedThing? {
    let folded = QuotedText.folded(name)
    if folded.isEmpty { return nil }
    let found = things.filter { $0.isCalled(folded) }
    if found.count > 1 { throw SyntaxError(ambiguous(name, among: found)) }
    return found.first
  }

  private static func ambiguous(_ name: String, among things: [NamedThing]) -> Diagnostic {
    let words = things.map { "the \($0.kind.rawValue) '\($0.id)'" }
    return Diagnostic(
      .ambiguousName, "'\(name)' could be \(words.joined(separator: " or "))", at: .none,
      hint: "write the id of the one that is meant: \(things.map { $0.id }.joined(separator: ", "))",
      notes: zip(words, things).map { Diagnostic.Note("\($0) is here", at: $1.place) })
  }

  /// The ids of the things that a list names, with commas or blanks between; what names nothing
  /// stays as it is written.
  ///
  ///     ids(listedIn: "First suspect, column", among: [.actor])   // ["row", "column"]
  ///
  /// Names with commas or blanks of their own need no quotes as long as they can be told apart: of
  /// several ways to read the list, the one with the longest names counts.
  package func ids(
    listedIn text: String, among kinds: Set<NamedThing.Kind>
  ) throws(SyntaxError) -> [String] {
    var ids: [String] = []
    let pieces = QuotedText.split(text) { $0 == "," }
    for piece in try longest(pieces, joinedBy: ",", among: kinds) {
      if piece.isID {
        ids.append(piece.text)
        continue
      }
      let words = QuotedText.split(piece.text) { $0.properties.isWhitespace }
      for word in try longest(words, joinedBy: " ", among: kinds) where !word.text.isEmpty {
        ids.append(word.isID ? word.text : QuotedText.inside(word.text) ?? word.text)
      }
    }
    return ids
  }

  private struct Listed {
    var text: String
    var isID: Bool
  }

  /// The pieces, those put together that name something only so.
  private func longest(
    _ pieces: [String], joinedBy sign: String, among kinds: Set<NamedThing.Kind>
  ) throws(SyntaxError) -> [Listed] {
    var found: [Listed] = []
    var start = 0
    while start < pieces.count {
      // Nobody's name has more than a few commas or a dozen words.
      var end = min(pieces.count, start + 16)
      var id: String?
      while end > start {
        let joined = QuotedText.trimmed(pieces[start..<end].joined(separator: sign))
        id = try thing(named: joined, among: kinds)?.id
        if id != nil { break }
        end -= 1
      }
      found.append(Listed(text: id ?? QuotedText.trimmed(pieces[start]), isID: id != nil))
      start = id == nil ? start + 1 : end
    }
    return found
  }
}
