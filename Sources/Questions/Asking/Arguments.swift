package import ConflictModel
internal import Notation

/// The arguments of a question, held against its table.
package struct Arguments: Sendable {
  private let table: QuestionTable
  private var given: [String: [String]] = [:]

  /// Arguments for the question with that table. What is given twice and may not be counts
  /// as given last.
  ///
  /// - Throws: ``Failure/usage(_:)`` for a parameter that the question does not have or a value
  ///   that cannot be meant.
  package init(_ arguments: [(name: String, value: String)] = [], to table: QuestionTable) throws(Failure) {
    self.table = table
    for argument in arguments {
      guard let parameter = table.parameter(named: argument.name) else {
        let known = table.parameters.map { $0.name }
        let hint = Suggestion.hint(for: argument.name, among: known, called: "parameters")
        throw .usage("'\(table.word)' has no parameter '\(argument.name)'; \(hint).")
      }
      try parameter.check(argument.value)
      if parameter.isRepeated {
        given[argument.name, default: []].append(argument.value)
      } else {
        given[argument.name] = [argument.value]
      }
    }
    for parameter in table.parameters where given[parameter.name] != nil {
      for other in parameter.excludes where given[other] != nil {
        throw .usage("--\(parameter.name) and --\(other) exclude each other.")
      }
    }
  }

  /// Whether it is given at all.
  package func isGiven(_ name: String) -> Bool { given[name] != nil }

  /// What is given last, else what is taken without it.
  package func text(_ name: String) -> String? {
    if let last = given[name]?.last { return last }
    return table.parameter(named: name)?.standard
  }

  /// All that is given.
  package func texts(_ name: String) -> [String] { given[name] ?? [] }

  /// A whole number.
  package func count(_ name: String) -> Int? {
    guard let text = text(name) else { return nil }
    return Int(text)
  }

  /// A whole number that may be large.
  package func number(_ name: String) -> UInt64? {
    guard let text = text(name) else { return nil }
    return UInt64(text)
  }

  /// The names in what is given, without the commas and spaces between them.
  package func names(_ name: String) -> [String] { Self.names(in: text(name) ?? "") }

  /// The names in a text, without the commas and spaces between them.
  static func names(in text: String) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0 == " " }).map { String($0) }
  }

  /// The concepts named, each once, in the order of `Concept.allCases`; all of them for `all`.
  package func concepts(_ name: String) throws(Failure) -> [Concept] {
    var chosen: Set<Concept> = []
    for word in names(name) {
      if word.lowercased() == "all" {
        chosen.formUnion(Concept.allCases)
      } else if let concept = Concept(rawValue: word.lowercased()) {
        chosen.insert(concept)
      } else {
        throw .argument(
          "no solution concept is called '\(word)'",
          hint: Suggestion.hint(
            for: word, among: Concept.allCases.map { $0.rawValue } + ["all"], called: "concepts"))
      }
    }
    return Concept.allCases.filter { chosen.contains($0) }
  }

  /// The concepts that are given by their own names, not as `all`.
  func conceptsByName(_ name: String) -> [Concept] {
    var found: [Concept] = []
    for word in names(name) {
      if let concept = Concept(rawValue: word.lowercased()) { found.append(concept) }
    }
    return found
  }

  /// The one concept named.
  package func concept(_ name: String) throws(Failure) -> Concept {
    let concepts = try concepts(name)
    if concepts.count == 1 { return concepts[0] }
    throw .argument("one concept is asked about at a time", hint: "name one, such as seq")
  }
}

extension Parameter {
  /// Refuses a value that cannot be meant, whatever the case.
  fileprivate func check(_ text: String) throws(Failure) {
    switch kind {
    case .flag, .text, .file: break
    case .count(let range):
      // An `Int` may have 32 bits; what is too large is the same everywhere.
      guard let count = Int64(text) else { throw invalid(text) }
      if count < range.lowerBound || count > range.upperBound {
        throw .usage("--\(name) must be \(Self.words(of: range)).")
      }
    case .number: if UInt64(text) == nil { throw invalid(text) }
    case .concept, .concepts, .names: if Arguments.names(in: text).isEmpty { throw invalid(text) }
    case .choice(let words):
      if !words.contains(text) {
        throw invalid(text, ". Please provide one of \(Self.choice(of: words)).")
      }
    case .choices(let words):
      for word in Arguments.names(in: text) where !words.contains(word.lowercased()) {
        throw .usage("--\(name) does not know '\(word)'; it takes \(words.joined(separator: ", ")).")
      }
    case .namedFile: if Assignment(text) == nil { throw invalid(text) }
    case .assignments: if Assignment.list(in: text) == nil { throw invalid(text) }
    }
  }

  private func invalid(_ text: String, _ advice: String = "") -> Failure {
    .usage("The value '\(text)' is invalid for '\(shown)'\(advice)", about: self)
  }

  private static func words(of range: ClosedRange<Int>) -> String {
    if range.upperBound == unbounded { return "at least \(range.lowerBound)" }
    if range.count <= 4 {
      return range.dropLast().map { String($0) }.joined(separator: ", ") + " or \(range.upperBound)"
    }
    return "from \(range.lowerBound) to \(range.upperBound)"
  }

  private static func choice(of words: [String]) -> String {
    let quoted = words.map { "'\($0)'" }
    return quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
  }
}

/// A name with a value, written `name=value`.
package struct Assignment: Sendable, Hashable {
  /// What stands before the `=`.
  package var name: String
  /// What stands after it.
  package var value: String

  /// A value for a name.
  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// What is written `name=value`; nil for other texts.
  package init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    name = String(parts[0])
    value = String(parts[1])
  }

  /// Assignments with commas between, as in `seoul=moon,trial=yes`; nil for other texts.
  package static func list(in text: String) -> [Assignment]? {
    var found: [Assignment] = []
    for part in text.split(separator: ",") {
      guard let assignment = Assignment(String(part)) else { return nil }
      found.append(assignment)
    }
    return found.isEmpty ? nil : found
  }

  /// The value as yes or no, in the words that a case file takes; nil for others.
  package var truth: Bool? {
    switch value.lowercased() {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  /// The assignment as it is written.
  package var text: String { "\(name)=\(value)" }
}
