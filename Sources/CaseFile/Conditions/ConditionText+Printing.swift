extension ConditionText {
  /// The condition as the language writes it, with no more parentheses than it needs.
  ///
  /// Reading it gives the same condition again.
  public var printed: String {
    var text = ""
    print(to: &text, within: .joined)
    return text
  }

  /// How tightly a condition holds together, from the loosest.
  private enum Tightness: Int {
    case joined, or, and, not, primary
  }

  private var tightness: Tightness {
    switch self {
    case .joined: .joined
    case .or(let parts): parts.count > 1 ? .or : parts.first?.tightness ?? .primary
    case .and(let parts): parts.count > 1 ? .and : parts.first?.tightness ?? .primary
    case .not: .not
    case .constant, .name, .comparison, .count: .primary
    }
  }

  /// Prints the condition where nothing looser than `bound` may stand without parentheses.
  private func print(to text: inout String, within bound: Tightness) {
    let needsParentheses = tightness.rawValue < bound.rawValue
    if needsParentheses { text += "(" }
    switch self {
    case .constant(let value): text += value ? "true" : "false"
    case .name(let name, _): text += name
    case .comparison(let name, let comparison, let level, _):
      text += "\(name) \(comparison.rawValue) \(level)"
    case .not(let operand):
      text += "not "
      operand.print(to: &text, within: .not)
    case .and(let parts):
      if parts.isEmpty { text += "true" }
      Self.print(parts, joinedBy: " and ", within: parts.count > 1 ? .not : .joined, to: &text)
    case .or(let parts):
      if parts.isEmpty { text += "false" }
      Self.print(parts, joinedBy: " or ", within: parts.count > 1 ? .and : .joined, to: &text)
    case .joined(let left, let connective, let right):
      left.print(to: &text, within: .or)
      text += " \(connective.rawValue) "
      right.print(to: &text, within: .or)
    case .count(let count, let number, let parts):
      text += "\(count.rawValue) \(number) of ("
      Self.print(parts, joinedBy: ", ", within: .joined, to: &text)
      text += ")"
    }
    if needsParentheses { text += ")" }
  }

  private static func print(
    _ parts: [ConditionText], joinedBy separator: String, within bound: Tightness, to text: inout String
  ) {
    for (index, part) in parts.enumerated() {
      if index > 0 { text += separator }
      part.print(to: &text, within: bound)
    }
  }
}
