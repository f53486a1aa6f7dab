public import Notation

extension ConditionText {
  /// Reads a condition.
  ///
  ///     try ConditionText(parsing: "row.flee implies not trial", at: .none)
  ///
  /// From the tightest: a comparison of a level, `not`, `and`, `or`, then the
  /// words that neither chain nor mix without parentheses: `implies`, `if`,
  /// `only if`, `unless`, `needs`, `iff`. Keywords may stand in any case.
  ///
  /// - Parameters:
  ///   - text: The condition.
  ///   - place: Where the text stands; for a scalar of a file, its `Node/place`,
  ///     from which the place of each name in it is found.
  /// - Throws: `SyntaxError` with the first thing that is wrong.
  /// - Complexity: O(*n*) in the length of the text.
  public init(parsing text: String, at place: Place = .none) throws(SyntaxError) {
    try self.init(parsing: text, at: place, namesOf: nil)
  }

  /// Reads a condition in which things may also be called by their names in quotes, as reports
  /// call them: `"Direct arms" and not row."Confess"`.
  ///
  /// Case files take none: what is written there for years should not hang on how a thing is called.
  package init(parsing text: String, at place: Place, namesOf document: CaseDocument?) throws(SyntaxError) {
    let places = ScalarPlaces(of: text, at: place)
    do {
      let tokens = try ConditionLexer.tokens(of: text, takingQuotes: document != nil)
      self = try ConditionParser.parse(
        tokens, places: places, naming: document.map { $0.quotedNames })
    } catch {
      var places = places
      throw SyntaxError(
        Diagnostic(
          error.code, error.message, at: places.place(at: error.offset, length: error.length),
          hint: error.hint,
          notes: error.notes.map {
            Diagnostic.Note($0.message, at: places.place(at: $0.offset, length: $0.length))
          } + error.notesInFile))
    }
  }

  /// The words of the condition language, in lower case; no id may be one, in any case.
  public static let reservedWords: Set<String> = ConditionLexer.keywords

  /// The names in the condition, the compared options included, in the order of the text.
  public var names: [(name: String, place: Place)] {
    var names: [(name: String, place: Place)] = []
    collectNames(into: &names)
    return names
  }

  private func collectNames(into names: inout [(name: String, place: Place)]) {
    switch self {
    case .constant: break
    case .name(let name, let place), .comparison(let name, _, _, let place):
      names.append((name, place))
    case .not(let operand): operand.collectNames(into: &names)
    case .and(let parts), .or(let parts), .count(_, _, let parts):
      for part in parts { part.collectNames(into: &names) }
    case .joined(let left, _, let right):
      left.collectNames(into: &names)
      right.collectNames(into: &names)
    }
  }
}
