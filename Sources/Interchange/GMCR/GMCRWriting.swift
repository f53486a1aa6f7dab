package import CaseFile
package import ConflictModel

extension GMCRFile {
  /// Writes a case in option form as a `.gmcr` file.
  ///
  /// Reading the text again gives a conflict with the same states, moves,
  /// preferences and hence the same answers, unless a warning `answers-differ`
  /// says otherwise. A level option becomes one option for each threshold, a
  /// joint option its halves, events their values, and every condition a list of
  /// combinations of options, at most 1,024. A file either has statements for
  /// all actors or rankings for all: rankings are written as soon as one actor
  /// has a ranking or weights.
  ///
  /// - Parameters:
  ///   - value: The case.
  ///   - coalitions: A partition of the actors to put in, as ``GMCRImport/coalitions`` gives it.
  ///   - limits: How far the feasible states are listed, where rankings need them.
  ///   - control: When to stop that.
  ///
  /// - Throws: `CaseError` when the case is in graph form (`not-expressible`), when a
  ///   rule takes too many combinations, or when a limit is reached.
  package static func write(
    _ value: Case, coalitions: [[Int]]? = nil, limits: EnumerationLimits = EnumerationLimits(),
    control: Control = Control()
  ) throws(CaseError) -> Exported {
    if let coalitions {
      let members = coalitions.flatMap { $0 }
      precondition(
        members.sorted() == Array(value.conflict.actors.indices),
        "the coalitions are no partition of the actors"
      )
    }
    var encoder = try GMCREncoder(value)
    var model = try encoder.model(limits: limits, control: control)
    model.coalitions = coalitions
    return Exported(text: model.text, warnings: encoder.warnings)
  }
}

extension GMCRModel {
  /// The file's text.
  var text: String {
    var parts = [
      "  \"options\": " + Self.block(options.map { $0.text }, indent: 2),
      "  \"decisionMakers\": " + Self.block(actors.map { $0.text(rankedByHand: ranksByHand) }, indent: 2),
      "  \"infeasibles\": " + Self.block(infeasibles.map { $0.text }, indent: 2),
      "  \"useManualPreferenceRanking\": \(ranksByHand)",
    ]
    if let coalitions {
      let texts = coalitions.map { $0.count == 1 ? String($0[0]) : Self.row($0.map { String($0) }) }
      parts.append("  \"coalitions\": " + Self.row(texts))
    }
    return "{\n" + parts.joined(separator: ",\n") + "\n}\n"
  }

  /// A list on one line.
  fileprivate static func row(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }

  /// A list with a line for each item.
  fileprivate static func block(_ items: [String], indent: Int) -> String {
    if items.isEmpty { return "[]" }
    let margin = String(repeating: " ", count: indent)
    return "[\n" + items.map { margin + "  " + $0 }.joined(separator: ",\n") + "\n" + margin + "]"
  }
}

extension GMCRModel.Option {
  fileprivate var text: String {
    let word =
      switch direction {
      case .both: "both"
      case .take: "fwd"
      case .drop: "back"
      }
    return "{\"name\": \(name.jsonQuoted), \"permittedDirection\": \"\(word)\"}"
  }
}

extension GMCRModel.Actor {
  fileprivate func text(rankedByHand: Bool) -> String {
    var parts = [
      "\"name\": \(name.jsonQuoted)",
      "\"options\": " + GMCRModel.row(options.map { String($0.option) }),
      "\"preferences\": " + GMCRModel.block(statements.map { $0.text }, indent: 4),
    ]
    if rankedByHand {
      let tiers = (ranking ?? []).map { tier in
        tier.count == 1 ? String(tier[0].number) : GMCRModel.row(tier.map { String($0.number) })
      }
      parts.append("\"preferenceRanking\": " + GMCRModel.row(tiers))
    }
    if !misperceptions.isEmpty {
      parts.append("\"misperceptions\": " + GMCRModel.row(misperceptions.map { $0.text }))
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

extension GMCRModel.Pattern {
  fileprivate var text: String {
    GMCRModel.row(literals.map { "[\($0.option), \"\($0.taken ? "Y" : "N")\"]" })
  }
}

extension GMCRModel.Statement {
  fileprivate var text: String {
    switch form {
    case .simple(let pattern): pattern.text
    case .compound(let patterns):
      "{\"compound\": true, \"members\": " + GMCRModel.row(patterns.map { $0.text }) + "}"
    }
  }
}

extension String {
  /// The text as JSON writes it, in quotes.
  var jsonQuoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
