internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

extension StatementText {
  /// Where the statement comes from, how firmly it is put, and what is in doubt about it.
  var citation: String {
    ([because.citation(hedge: hedge)] + doubtWords).joined(separator: "; ")
  }

  /// What is in doubt about the statement: `may be absent`, `order not known`.
  var doubtWords: [String] {
    (isSure ? [] : ["may be absent"]) + (group == nil ? [] : ["order not known"])
  }

  /// What is in doubt about the statement, for programs.
  var doubtMembers: [JSONValue.Member] {
    (isSure ? [] : [.init("sure", false)]) + (group == nil ? [] : [.init("unordered", true)])
  }
}

extension [Evidence] {
  /// The firmest basis named, or nil when none is.
  var basis: Evidence.Basis? {
    Evidence.Basis.allCases.first { basis in contains { $0.basis == basis && !$0.isAgainst } }
  }

  /// The lowest confidence named, or nil when none is.
  var confidence: Evidence.Confidence? {
    Evidence.Confidence.allCases.first { confidence in
      contains { $0.confidence == confidence && !$0.isAgainst }
    }
  }

  /// Where the judgement stands in its sources: `memo 3.2, memo 4.1`.
  var places: String { filter { !$0.isAgainst }.allPlaces }

  /// What speaks against the judgement: `memo 5.1 speaks against it`.
  var opposition: String? {
    let against = filter { $0.isAgainst }
    if against.isEmpty { return nil }
    let named = [against.allPlaces, against.notes.isEmpty ? "" : Prose.quoted(against.notes).text]
      .filter { !$0.isEmpty }
    return named.isEmpty ? "something speaks against it" : "against it: \(named.joined(separator: ", "))"
  }

  private var allPlaces: String {
    var seen: [String] = []
    for piece in self {
      guard let source = piece.source else { continue }
      let place = source + (piece.writtenPlace.map { " \($0.printable)" } ?? "")
      if !seen.contains(place) { seen.append(place) }
    }
    return seen.joined(separator: ", ")
  }

  /// The analyst's notes.
  var notes: String {
    compactMap { $0.note?.printable }.joined(separator: "; ")
  }

  /// Places, basis and confidence in a few words: `memo 3.2, inferred, low confidence`.
  ///
  /// - Parameter missesBasis: Whether it is told that a source does not say how it knows.
  func citation(hedge: Hedge? = nil, missesBasis: Bool = false) -> String {
    var parts: [String] = []
    if !places.isEmpty { parts.append(places) }
    if let basis {
      parts.append(basis.rawValue)
    } else if missesBasis, !places.isEmpty {
      parts.append("no stated basis")
    }
    if let confidence { parts.append("\(confidence.rawValue) confidence") }
    if let hedge { parts.append("hedged \(Prose.quoted(hedge.rawValue))") }
    if parts.isEmpty {
      let hasNote = contains { $0.note != nil && !$0.isAgainst }
      parts.append(hasNote ? "a note, no source" : "no source given")
    }
    return ([parts.joined(separator: ", ")] + (opposition.map { [$0] } ?? [])).joined(separator: "; ")
  }

  /// The evidence for programs.
  var json: JSONValue {
    .array(
      map { piece in
        var members: [JSONValue.Member] = []
        func add(_ key: String, _ value: String?) {
          if let value { members.append(.init(key, .string(value))) }
        }
        add("source", piece.source)
        add("at", piece.writtenPlace)
        add("quote", piece.quote)
        add("fingerprint", piece.fingerprint)
        add("basis", piece.basis?.rawValue)
        add("by", piece.by)
        add("confidence", piece.confidence?.rawValue)
        add("date", piece.date)
        add("note", piece.note)
        if piece.isAgainst { members.append(.init("against", true)) }
        return .object(members)
      })
  }
}
