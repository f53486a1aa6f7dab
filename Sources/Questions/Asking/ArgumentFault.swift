internal import Notation

/// How arguments are written, and so how a message calls a parameter.
package enum ArgumentStyle: Sendable {
  /// On a command line: `--limit`.
  case option
  /// As a key of a request: `'limit'`.
  case key

  func name(_ name: String) -> String {
    switch self {
    case .option: "--\(name)"
    case .key: "'\(name)'"
    }
  }
}

/// Why an argument cannot be meant, whatever the case.
package struct ArgumentFault: Error, Sendable {
  /// What is wrong, as a clause.
  package let message: String
  /// What may help.
  package let hint: String?
  /// The parameter that it is about, if the question has it.
  package let parameter: Parameter?
  /// Whether the value is none of those that the parameter takes.
  package let isOfValue: Bool

  init(_ message: String, _ parameter: Parameter?, hint: String? = nil, isOfValue: Bool = false) {
    (self.message, self.parameter, self.hint, self.isOfValue) = (message, parameter, hint, isOfValue)
  }

  /// A name that is none of a parameter.
  static func unknown(_ name: String, of table: QuestionTable) -> ArgumentFault {
    let known = table.parameters.map { $0.name }
    return ArgumentFault(
      "'\(table.word)' has no parameter '\(name)'", nil,
      hint: Suggestion.hint(for: name, among: known, called: "parameters"))
  }

  /// The same as a sentence by itself.
  fileprivate var sentence: String {
    let clause = hint.map { "\(message); \($0)" } ?? message
    // A question ends itself, and a word that may be copied from a help line stays as it is.
    let stop = isOfValue && parameter?.choices == nil || clause.hasSuffix("?") ? "" : "."
    return clause.prefix(1).uppercased() + clause.dropFirst() + stop
  }
}

extension Failure {
  /// An argument that cannot be meant, with the parameter whose value it is.
  package init(_ fault: ArgumentFault) {
    self = .usage(fault.sentence, about: fault.isOfValue ? fault.parameter : nil)
  }
}

extension Parameter {
  /// What keeps a value from being meant, or nil.
  package func fault(in text: String, writtenAs style: ArgumentStyle) -> ArgumentFault? {
    switch kind {
    case .flag, .text, .file: return nil
    case .count(let range):
      // An `Int` may have 32 bits; what is too large is the same everywhere.
      guard let count = Int64(text) else { return invalid(text, style) }
      let isOpen = range.upperBound == Self.unbounded
      if count >= range.lowerBound && (isOpen || count <= range.upperBound) { return nil }
      return ArgumentFault("\(style.name(name)) must be \(Self.words(of: range))", self)
    case .number: return UInt64(text) == nil ? invalid(text, style) : nil
    case .concept, .concepts, .names: return Arguments.names(in: text).isEmpty ? invalid(text, style) : nil
    case .choice(let words): return words.contains(text) ? nil : invalid(text, style)
    case .choices(let words):
      if Arguments.names(in: text).isEmpty { return invalid(text, style) }
      for word in Arguments.names(in: text) where !words.contains(word.lowercased()) {
        return ArgumentFault(
          "\(style.name(name)) does not know '\(word)'; it takes \(words.joined(separator: ", "))", self)
      }
      return nil
    case .namedFile: return Assignment(text) == nil ? invalid(text, style) : nil
    case .assignments: return Assignment.list(in: text) == nil ? invalid(text, style) : nil
    }
  }

  /// That a value is none of those that it takes.
  package func invalid(_ text: String, _ style: ArgumentStyle) -> ArgumentFault {
    let called: String
    switch style {
    case .option: called = "'\(shown)'"
    case .key: called = "'\(name)'"
    }
    return ArgumentFault(
      "the value '\(text)' is invalid for \(called)\(choices.map { ". Please provide one of \($0)" } ?? "")",
      self,
      isOfValue: true)
  }

  /// The words of a choice, as they are offered.
  fileprivate var choices: String? {
    guard case .choice(let words) = kind else { return nil }
    let quoted = words.map { "'\($0)'" }
    return quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
  }

  private static func words(of range: ClosedRange<Int>) -> String {
    if range.upperBound == unbounded { return "at least \(range.lowerBound)" }
    if range.count <= 4 {
      return range.dropLast().map { String($0) }.joined(separator: ", ") + " or \(range.upperBound)"
    }
    return "from \(range.lowerBound) to \(range.upperBound)"
  }
}
