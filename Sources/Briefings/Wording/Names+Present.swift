internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

// What the present is called, and what is said where the case leaves open which situation it is.
extension Names {
  /// The states that the present may be; empty where the case names none.
  var presents: [State] { subject.statusQuos }

  /// Whether the state may be the present.
  func isPresent(_ state: State) -> Bool { presents.contains(state) }

  /// The one option that the case leaves open in the present; nil where that is not all.
  private var openOption: Row? {
    let all = presents
    guard all.count == 2, !isGraph else { return nil }
    let differing = all[0].code ^ all[1].code
    guard differing.nonzeroBitCount == 1 else { return nil }
    let option = differing.trailingZeroBitCount
    return groups.lazy.flatMap { $0.rows }.first { row in
      if case .option(let index) = row.kind { index == option } else { false }
    }
  }

  /// What the case leaves open of the present, as a sentence; empty where it leaves nothing open.
  ///
  /// After it ``presentAgain(_:)`` calls each of them in few words.
  var openPresent: Sentence {
    if let row = openOption {
      return "It is not known whether the present includes \(distinctName(of: row))."
    }
    let all = presents
    if all.count < 2 { return "" }
    let situations = Prose.number(all.count)
    guard let open = openOptions else {
      return "It is not known which of \(situations) situations the present is."
    }
    return
      "It is not known whether the present includes \(Prose.list(open.map { distinctName(of: $0) }, "or")) (\(situations) situations)."
  }

  /// The options that the case leaves open in the present; nil where they are many, or a level or what
  /// several take together is open, too.
  private var openOptions: [Row]? {
    if isGraph { return nil }
    let rows = groups.flatMap { $0.rows }.filter { row in
      row.options.contains { option in Set(presents.map { $0.takes(option) }).count > 1 }
    }
    let isPlain = rows.allSatisfy { if case .option = $0.kind { true } else { false } }
    return isPlain && rows.count <= 3 ? rows : nil
  }

  /// The present with and without what the case leaves open, to begin a sentence; nil where it leaves
  /// more open than one option.
  var eitherPresent: Sentence? {
    openOption.map { "With or without \(name(of: $0)), which is not known, the present" }
  }

  /// What the present is called, to begin a sentence: `The present (“Talks”)`, `The present without
  /// “Shells” (“Talks”)`.
  func present(_ state: State) -> Sentence {
    let name = nameInParentheses(state)
    if presents.count > 1, isPresent(state) {
      return "The present \(variant(state))\(name.isEmpty || isGraph ? "" : " \(name)")"
    }
    return name.isEmpty ? "The present situation" : "The present \(name)"
  }

  /// What it is called where ``openPresent`` stands before: `Without it, the present (“Talks”)`.
  func presentAgain(_ state: State) -> Sentence {
    guard let row = openOption, isPresent(state) else { return present(state) }
    let name = nameInParentheses(state)
    let isThere = row.options.allSatisfy { state.takes($0) }
    return "\(isThere ? "With" : "Without") it, the present\(name.isEmpty ? "" : " \(name)")"
  }

  /// The case that it is this one, where ``openPresent`` stands before: `Without it (“Talks”)`.
  func caseOfPresent(_ state: State) -> Sentence {
    let name = nameInParentheses(state)
    let aside: Sentence = name.isEmpty || isGraph ? "" : " \(name)"
    return caseOfPresentAlone(state) + aside
  }

  /// The same without what it is called: `Without it`.
  func caseOfPresentAlone(_ state: State) -> Sentence {
    guard let row = openOption else { return Prose.capitalized(variant(state)) }
    return "\(row.options.allSatisfy { state.takes($0) } ? "With" : "Without") it"
  }

  private func nameInParentheses(_ state: State) -> Sentence {
    title(of: state).map { "(\($0))" } ?? contentInParentheses(state)
  }

  /// What is taken in the present, where that is short to say and no outcome names it.
  private func contentInParentheses(_ state: State) -> Sentence {
    let content = content(of: state)
    return content.text.displayWidth > Self.shortContent ? "" : "(\(content))"
  }

  /// So many columns of what is taken stand beside the present.
  private static let shortContent = 64

  /// That there is no present to tell of.
  static let withoutPresent: Sentence = "The case names no present situation (no 'status_quo')."

  /// What tells one of the states that the present may be from the others.
  func variant(_ state: State) -> Sentence {
    variant(state, among: presents)
  }

  /// What a state is called to begin a sentence, wherever that stands: the present, else by its
  /// outcomes, else by how it differs from the present.
  func called(_ state: State) -> Sentence {
    if isPresent(state) { return present(state) }
    let isOneOfMany = isOneOfMany(state)
    let outcomes = isGraph || isOneOfMany ? [] : outcomes(state)
    // One situation is spoken of, whatever it is called.
    if outcomes.count > 1 {
      return "The situation that is \(outcomes.count == 2 ? "both" : "all of") \(Prose.list(outcomes))"
    }
    if !isOneOfMany, let title = title(of: state) { return title }
    let name = isOneOfMany ? nameInParentheses(state) : ""
    let aside: Sentence = name.isEmpty ? "" : " \(name)"
    guard let now = subject.statusQuo?.state else {
      return state.code == 0
        ? "The situation in which nothing is taken\(aside)"
        : "The situation \(variant(state, differingIn: state.code))\(aside)"
    }
    return "The present \(variant(state, of: now))\(aside)"
  }

  /// Whether a state is one form of an outcome among more than can be listed, so that the outcome's name alone would
  /// say too much.
  func isOneOfMany(_ state: State) -> Bool {
    guard let states else { return false }
    return !states.isListed && !outcomes(state).isEmpty
  }

  /// Whether several states are told from the nearest to the present on: by the options in which they differ
  /// from it, which a graph has not.
  var isFromNearest: Bool { subject.statusQuo != nil && !isGraph }

  /// A state that no outcome names, within a sentence: `the present`, `the present with “Talks”`, `one with
  /// nothing taken`; in a graph its name.
  func oneWithoutName(_ state: State) -> Sentence {
    if isGraph { return title(of: state) ?? self.state(state) }
    if isPresent(state) { return presents.count > 1 ? "the present \(variant(state))" : "the present" }
    guard let now = subject.statusQuo?.state else { return "one \(taken(in: state))" }
    return "the present \(variant(state, of: now))"
  }

  /// What is taken in a state, to follow its name.
  func taken(in state: State) -> Sentence {
    let content = content(of: state)
    return content.text == "nothing is taken" ? "with nothing taken" : "with \(content)"
  }

  /// That the present may be another state as well, after an answer about one of them.
  func doubtAboutPresent(_ state: State) -> Sentence {
    let all = presents
    guard all.count > 1, all.contains(state) else { return "" }
    return openOption.map { "Whether the present includes \(name(of: $0)) is not known." } ?? openPresent
  }
}
