public import CaseFile

/// A document in which everything has another name, and the way back from what is
/// printed about it.
///
/// Each id gets the next letter of the alphabet for its first, so that lengths and
/// order stay. It is done as somebody would do it in an editor, word by word in the
/// text, which forgets no place where an id stands.
public struct Renaming {
  private let newIDs: [String: String]
  private let oldIDs: [String: String]

  /// The renaming of every actor, option, level, event, definition, outcome, joint
  /// option, state, source, profile and statement.
  public init(_ document: CaseDocument) {
    var ids = document.events.map(\.id) + document.definitions.map(\.id) + document.outcomes.map(\.id)
    ids += document.joint.map(\.id) + document.states.map(\.id) + document.sources.map(\.id)
    for actor in document.actors {
      ids += [actor.id] + actor.options.map(\.id) + actor.options.flatMap { $0.levels.map(\.id) }
      ids += actor.profiles.map(\.id)
      for preference in [actor.preference] + actor.profiles.map(\.preference) {
        if case .statements(let statements) = preference { ids += statements.compactMap(\.id) }
      }
    }
    newIDs = Dictionary(ids.map { ($0, Self.next($0)) }) { first, _ in first }
    // An id may begin a sentence.
    let old = newIDs.flatMap { [($1, $0), (Self.capitalized($1), Self.capitalized($0))] }
    oldIDs = Dictionary(old) { first, _ in first }
  }

  /// The text with the new ids.
  public func renamed(_ text: String) -> String { replacing(newIDs, in: text) }

  /// The text with the old ones again.
  public func restored(_ text: String) -> String { replacing(oldIDs, in: text) }

  private static func next(_ id: String) -> String {
    guard let first = id.unicodeScalars.first, let next = Unicode.Scalar(first.value + 1) else { return id }
    return String(Character(next)) + id.dropFirst()
  }

  private static func capitalized(_ id: String) -> String { id.prefix(1).uppercased() + id.dropFirst() }

  private func replacing(_ ids: [String: String], in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let word = rest.firstMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) {
      result += rest[..<word.range.lowerBound]
      // The confidences are called as levels may be.
      let isConfidence = result.hasSuffix("confidence: ") || result.hasSuffix("confidence\": \"")
      let old = String(word.output)
      result += isConfidence ? old : ids[old] ?? old
      rest = rest[word.range.upperBound...]
    }
    return result + rest
  }
}
