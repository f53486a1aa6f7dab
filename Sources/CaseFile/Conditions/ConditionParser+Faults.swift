import Notation

// What is wrong where something else stands than what is due.
extension ConditionParser {
  /// In a file, a comma may have ended the condition early.
  private var quotesHint: String? {
    places.isInArgument ? nil : "inside [ ] or { } a condition with commas has to stand in quotes"
  }

  private func unclosed() -> ConditionFault {
    ConditionFault(
      code: .unbalancedParentheses, message: "this '(' is never closed", offset: open.last ?? 0,
      length: 1, hint: quotesHint)
  }

  private func unopened() -> ConditionFault {
    fault(
      "no '(' is open that this ')' could close", at: token, code: .unbalancedParentheses,
      hint: quotesHint)
  }

  /// Where a name, a parenthesis or `not` is due and something else stands.
  func missingOperand() -> ConditionFault {
    if givesHints, let meant = everydayForm() { return meant }
    switch token.kind {
    case .end where !open.isEmpty:
      return unclosed()
    case .end:
      var fault = fault("the condition breaks off here", at: tokens[max(index - 1, 0)])
      fault.message = "something is due after '\(tokens[max(index - 1, 0)].text)'"
      return fault
    case .close where open.isEmpty:
      return unopened()
    case .number(let number):
      return fault(
        "a condition is due here, not a number", at: token,
        hint: list(at: index + 2) == nil
          ? "a count is written 'at least \(number) of (a, b, c)'"
          : givesHints ? countHint("at least", number, listAt: index + 2) : nil)
    case .comparison:
      return fault(
        "an option with levels is due before '\(token.text)'", at: token,
        hint: "as in 'controls >= l798'")
    default:
      return fault("a condition is due here, not '\(token.text)'", at: token)
    }
  }

  /// Where a word that joins, a closing parenthesis or the end is due and something else stands.
  func misplaced() -> ConditionFault {
    if givesHints, let meant = everydayForm() { return meant }
    switch token.kind {
    case .end:
      return unclosed()
    case .close:
      return unopened()
    case .comma:
      return fault(
        "a ',' stands only between the conditions of a count", at: token,
        hint: "write 'and' or 'or'")
    case .keyword("of"):
      return fault(
        "a word such as 'and' or 'or' is due before 'of'", at: token,
        hint: "write 'not (a or b)' for none of them, or 'at least 1 of (a, b)'")
    case .keyword("only"):
      return fault("'if' is due after 'only'", at: token)
    case .keyword("not") where isKeyword("if", ahead: 1):
      return fault("'not if' joins nothing", at: token, hint: "write 'unless', or 'if not'")
    case .comparison(let comparison):
      return fault(
        "only an option with levels can be compared", at: token,
        hint: givesHints ? comparisonHint(at: index, comparison) : nil)
    case .name(let name):
      let words = ["and", "or", "implies", "if", "only if", "unless", "needs", "iff"]
      let near = nearest(to: name, among: words)
      return fault(
        "a word such as 'and' or 'or' is due before '\(name)'", at: token,
        hint: near.map { "did you mean '\($0)'?" }
          ?? (names == nil ? nil : "a name of several words stands in quotes"))
    default:
      return fault("a word such as 'and' or 'or' is due before '\(token.text)'", at: token)
    }
  }
}
