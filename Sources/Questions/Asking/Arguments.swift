package import ConflictModel
internal import Notation

/// The arguments of a question, held against its table.
package struct Arguments: Sendable {
  private let table: QuestionTable
  private var given: [String: [String]] = [:]

  /// No arguments yet.
  package init(to table: QuestionTable) { self.table = table }

  /// Arguments for the question with that table, as on a command line. What is given twice and
  /// may not be counts as given last.
  ///
  /// - Throws: ``Failure/usage(_:about:)`` for a parameter that the question does not have or a
  ///   value that cannot be meant.
  package init(_ arguments: [(name: String, value: String)] = [], to table: QuestionTable) throws(Failure) {
    self.init(to: table)
    for argument in arguments {
      if let fault = add(argument.name, argument.value, writtenAs: .option) { throw Failure(fault) }
    }
    for parameter in table.parameters {
      if let fault = exclusion(of: parameter.name, writtenAs: .option) { throw Failure(fault) }
    }
  }

  /// Adds an argument; what is wrong with it, if something is.
  package mutating func add(_ name: String, _ value: String, writtenAs style: ArgumentStyle) -> ArgumentFault?
  {
    guard let parameter = table.parameter(named: name) else { return .unknown(name, of: table) }
    if let fault = parameter.fault(in: value, writtenAs: style) { return fault }
    if parameter.isRepeated {
      given[name, default: []].append(value)
    } else {
      given[name] = [value]
    }
    return nil
  }

  /// That something is given which cannot be given with a parameter that is, too.
  package func exclusion(of name: String, writtenAs style: ArgumentStyle) -> ArgumentFault? {
    guard given[name] != nil, let parameter = table.parameter(named: name) else { return nil }
    for other in parameter.excludes where given[other] != nil {
      return ArgumentFault("\(style.name(name)) and \(style.name(other)) exclude each other", parameter)
    }
    return nil
  }

  /// The word of the question.
  package var word: String { table.word }

  /// Everything that is given, in the order of the table.
  package var written: [(parameter: Parameter, value: String)] {
    var written: [(parameter: Parameter, value: String)] = []
    for parameter in table.parameters {
      for value in given[parameter.name] ?? [] { written.append((parameter: parameter, value: value)) }
    }
    return written
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

  /// A whole number; one larger than ``Parameter/unbounded`` counts as that, everywhere.
  package func count(_ name: String) -> Int? {
    guard let text = text(name), let count = Int64(text) else { return nil }
    return Int(min(count, Int64(Parameter.unbounded)))
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
            for: word, among: Concept.allCases.map { $0.rawValue } + ["all"], called: "concepts"),
          about: name, word)
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
    throw .argument(
      "one concept is asked about at a time", hint: "name one, such as seq", about: name, text(name) ?? "")
  }
}

/// A name with a value, written `name=value`; what stands in quotes has no `=` or `,` of its own.
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
    let parts = QuotedText.split(text, most: 2) { $0 == "=" }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    name = parts[0]
    value = parts[1]
  }

  /// Assignments with commas between, as in `seoul=moon,trial=yes`; nil for other texts.
  package static func list(in text: String) -> [Assignment]? {
    var found: [Assignment] = []
    for part in QuotedText.split(text, at: { $0 == "," }) where !part.isEmpty {
      guard let assignment = Assignment(part) else { return nil }
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
